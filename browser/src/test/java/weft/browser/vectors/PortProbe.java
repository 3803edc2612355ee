package weft.browser.vectors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Calls every primitive with what a seed gives and writes down the answers, so that two implementations can be compared. */
final class PortProbe {
    private final Primitives p;
    private final StringBuilder out = new StringBuilder();
    private long state;

    private PortProbe(Primitives p, int seed) {
        this.p = p;
        this.state = seed * 0x9E3779B97F4A7C15L + 1;
    }

    static String transcript(Primitives primitives, int seed) {
        PortProbe probe = new PortProbe(primitives, seed);
        probe.texts();
        probe.collections();
        probe.hashes();
        probe.ciphers();
        probe.curve();
        return probe.out.toString();
    }

    /** SplitMix64, so that the same numbers come out on every machine. */
    private long random() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private Bytes bytes(int size) {
        byte[] out = new byte[size];
        for (int i = 0; i < size; i++) {
            out[i] = (byte) random();
        }
        return Bytes.wrap(out);
    }

    private int upTo(int most) {
        return (int) Long.remainderUnsigned(random(), most + 1);
    }

    private Secret secret(int size) {
        return p.keep(bytes(size).toArray());
    }

    private void say(String what, Object answer) {
        out.append(what).append(' ').append(answer).append('\n');
    }

    private void say(String what, Secret answer) {
        byte[] plain = new byte[answer.size()];
        answer.copyTo(plain, 0);
        say(what, Bytes.wrap(plain));
        answer.destroy();
    }

    /** Texts long enough to cross whatever buffers a class library encodes and decodes through, and ill-formed bytes. */
    private void texts() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.appendCodePoint(switch (upTo(3)) {
                case 0 -> 0x20 + upTo(0x5e);
                case 1 -> 0x80 + upTo(0x700);
                case 2 -> 0x4e00 + upTo(0x5000);
                default -> 0x1f300 + upTo(0x500);
            });
            if (i % 500 == 0) {
                text.append(i % 1000 == 0 ? '\ud800' : '\udfff').append('x');
            }
        }
        Bytes encoded = Bytes.utf8(text.toString());
        say("utf8", encoded.size() + " " + p.sha256(encoded));
        say("utf8 back", encoded.text().equals(text.toString().replace("\ud800x", "?x").replace("\udfffx", "?x")));
        StringBuilder decoded = new StringBuilder();
        String ill = bytes(3_000).text();
        for (int i = 0; i < ill.length(); i++) {
            decoded.append((int) ill.charAt(i)).append(' ');
        }
        say("ill-formed", decoded);
        Bytes cut = encoded.slice(upTo(5), 2_000 - upTo(5));
        say("cut", cut.text().length() + " " + p.sha256(Bytes.utf8(cut.text())));
    }

    /** What the project asks of maps and lists: a class library that answers otherwise has lost keys before now. */
    private void collections() {
        for (int round = 0; round < 6; round++) {
            TreeMap<Long, Integer> sorted = new TreeMap<>();
            Map<Long, Integer> hashed = new HashMap<>();
            Map<Long, Integer> linked = new LinkedHashMap<>();
            int size = upTo(60);
            for (int i = 0; i < size; i++) {
                long key = upTo(90);
                sorted.put(key, i);
                hashed.put(key, i);
                linked.merge(key, i, Integer::sum);
            }
            long bound = upTo(90);
            say("floor", sorted.floorEntry(bound) + " " + sorted.higherKey(bound) + " " + sorted.headMap(bound, false).size());
            TreeMap<Long, Integer> byKeys = new TreeMap<>(sorted);
            byKeys.keySet().removeIf(key -> key % 3 == 0);
            say("keySet.removeIf", byKeys);
            TreeMap<Long, Integer> byValues = new TreeMap<>(sorted);
            byValues.values().removeIf(value -> value % 2 == 0);
            say("values.removeIf", byValues);
            for (Iterator<Integer> each = hashed.values().iterator(); each.hasNext(); ) {
                if (each.next() % 2 == 0) {
                    each.remove();
                }
            }
            say("hashed", new TreeMap<>(hashed));
            linked.entrySet().removeIf(entry -> entry.getKey() > bound);
            say("linked", linked);
            List<Integer> list = new ArrayList<>(sorted.values());
            list.removeIf(value -> value % 5 == 0);
            list.sort(Comparator.comparingInt((Integer value) -> value % 7).thenComparing(Comparator.reverseOrder()));
            say("list", list);
            say("extremes", list.stream().max(Comparator.comparingInt(value -> value % 7)) .map(Object::toString).orElse("none")
                    + list.stream().min(Comparator.comparingInt(value -> value % 7)).map(Object::toString).orElse("none"));
            TreeSet<Bytes> set = new TreeSet<>();
            for (int i = 0; i < size; i++) {
                set.add(bytes(2));
            }
            set.removeIf(bytes -> bytes.at(0) % 2 == 0);
            say("set", set);
            ArrayDeque<Integer> queue = new ArrayDeque<>(list);
            queue.addFirst(size);
            say("queue", queue + " " + queue.pollLast());
            say("hash", bytes(20).hashCode() + " " + List.of(1, size).hashCode() + " " + Long.hashCode(random()) + " " + "weft".hashCode());
        }
    }

    private void hashes() {
        say("sha256", p.sha256(bytes(upTo(300))));
        try (Secret key = secret(1 + upTo(100)); Secret seed = secret(32)) {
            say("hmac", p.hmac(key, bytes(upTo(200))));
            say("tag", p.tag(key, bytes(upTo(200))));
            for (int steps : new int[] {0, 1, 31, 32, 33, 48, 63}) {
                say("descend " + steps, p.descend(seed, random(), steps));
            }
            Secret extracted = p.hkdfExtract(bytes(upTo(40)), key);
            say("expand", p.hkdfExpand(extracted, bytes(upTo(40)), 1 + upTo(200)));
            say("extract", extracted);
            Secret copy = seed.copy();
            seed.destroy();
            say("copy outlives", copy);
            say("destroyed", seed.destroyed() + " " + seed);
        }
        try (Secret passphrase = secret(upTo(30))) {
            say("argon2id", p.argon2id(passphrase, bytes(16), 64 + upTo(64), 1 + upTo(1), 1 + upTo(1)));
        }
    }

    private void ciphers() {
        try (Secret key = secret(32); Secret data = secret(upTo(200))) {
            Bytes nonce = bytes(12);
            Bytes hidden = p.chacha20Hide(key, nonce, data);
            say("chacha20 hide", hidden);
            say("chacha20 reveal", p.chacha20Reveal(key, nonce, hidden));
            say("chacha20", p.chacha20(key, nonce, bytes(upTo(300))));
            Bytes block = bytes(16);
            Bytes sealed = p.aesEncryptBlock(key, block);
            say("aes", sealed);
            say("aes back", p.aesDecryptBlock(key, sealed).equals(block));
        }
    }

    private void curve() {
        try (Secret key = secret(32); Secret other = secret(32); Secret zero = p.keep(new byte[32])) {
            say("is key", p.isKey(key) + " " + p.isKey(zero));
            Bytes mine = p.publicKey(key);
            Bytes theirs = p.publicKey(other);
            say("public", mine);
            Bytes message = bytes(32);
            Bytes signature = p.sign(key, message, bytes(32));
            say("sign", signature);
            say("verify", p.verify(mine, message, signature) + " " + p.verify(theirs, message, signature));
            say("verify nonsense", p.verify(bytes(upTo(40)), message, bytes(upTo(70))) + " " + p.verify(bytes(32), message, bytes(64)));
            for (int i = 0; i < 4; i++) {
                Bytes drawn = bytes(32);
                say("is public", p.isPublicKey(drawn));
                Optional<Secret> shared = p.agree(key, drawn);
                say("agree", shared.isPresent());
                shared.ifPresent(secret -> say("shared", secret));
            }
            p.agree(key, theirs).ifPresent(secret -> say("shared", secret));
            p.agree(other, mine).ifPresent(secret -> say("shared", secret));
        }
        say("is public, short", p.isPublicKey(bytes(31)));
        throwing("short key", () -> p.publicKey(secret(31)));
        throwing("short nonce", () -> p.chacha20(secret(32), bytes(11), Bytes.EMPTY));
        throwing("long walk", () -> p.descend(secret(32), 0, 64));
        throwing("no expansion", () -> p.hkdfExpand(secret(32), Bytes.EMPTY, 0));
        throwing("short auxiliary", () -> p.sign(secret(32), Bytes.EMPTY, bytes(31)));
        throwing("short block", () -> p.aesEncryptBlock(secret(32), bytes(15)));
    }

    private void throwing(String what, Runnable mistake) {
        try {
            mistake.run();
            say(what, "passes");
        } catch (IllegalArgumentException e) {
            say(what, "throws");
        }
    }
}
