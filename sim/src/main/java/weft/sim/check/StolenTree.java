package weft.sim.check;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/**
 * A forgetting tree as somebody has it who found it on a disk: read and walked anew from {@code spec/tree.md} and
 * {@code spec/seal.md} with the JDK's own primitives, so that a mistake in the node's tree is not repeated here.
 */
final class StolenTree {
    private static final int SEED = 32;
    private static final byte[] HEADER = "weft/1 header".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THREAD = "weft/1 thread".getBytes(StandardCharsets.UTF_8);

    private record Seed(long first, int depth, Bytes value) {}

    private final List<Seed> seeds = new ArrayList<>();
    private final Map<Long, Optional<byte[]>> headerKeys = new HashMap<>();
    private final byte[] from;
    private int bit;
    private int next;

    private StolenTree(byte[] state) {
        this.from = state;
    }

    /** All trees in some bytes: wherever a size in four bytes is followed by a state of just that size. */
    static List<StolenTree> find(byte[] content) {
        List<StolenTree> out = new ArrayList<>();
        for (int at = 0; at + 6 < content.length; at++) {
            int size = (content[at] & 0xff) << 24 | (content[at + 1] & 0xff) << 16 | (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
            if (content[at + 4] == 1 && size >= 2 && size <= content.length - at - 4) {
                StolenTree tree = new StolenTree(Arrays.copyOfRange(content, at + 4, at + 4 + size));
                if (tree.read()) {
                    out.add(tree);
                    at += 3 + size;
                }
            }
        }
        return out;
    }

    private boolean read() {
        List<long[]> places = new ArrayList<>();
        try {
            shape(0, 0, places);
        } catch (ArrayIndexOutOfBoundsException e) {
            return false;
        }
        next = 1 + (bit + 7) / 8;
        if (places.isEmpty() || next + SEED * places.size() != from.length) {
            return false;
        }
        for (long[] place : places) {
            seeds.add(new Seed(place[0], (int) place[1], Bytes.of(Arrays.copyOfRange(from, next, next + SEED))));
            next += SEED;
        }
        return true;
    }

    private boolean bit() {
        boolean set = (from[1 + bit / 8] >> (7 - bit % 8) & 1) == 1;
        bit++;
        return set;
    }

    private void shape(long first, int depth, List<long[]> places) {
        if (depth > 48) {
            throw new ArrayIndexOutOfBoundsException("too deep");
        }
        if (!bit()) {
            shape(first, depth + 1, places);
            shape(first | 1L << (47 - depth), depth + 1, places);
        } else if (!bit()) {
            places.add(new long[] {first, depth});
        }
    }

    private Optional<byte[]> leaf(long leaf) throws GeneralSecurityException {
        for (Seed seed : seeds) {
            int below = 48 - seed.depth;
            if (leaf >> below == seed.first >> below) {
                byte[] value = seed.value.toArray();
                for (int i = below - 1; i >= 0; i--) {
                    value = hmac(value, new byte[] {(byte) (leaf >> i & 1)});
                }
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    /** What an envelope held, and the leaf under which it was sealed: day (since 2020-01-01) and slot in one number. */
    record Opened(long leaf, String text) {}

    private static long day(Event event) {
        return (event.expiration().orElse(0L) - 1_577_836_800L) / 86_400 - 1;
    }

    /** What an envelope holds, where this tree still opens it. */
    Optional<Opened> open(Event event) {
        try {
            String[] parts = event.content().split("\\.", 2);
            long day = day(event);
            if (parts.length != 2 || day < 0 || day > 0xffff) {
                return Optional.empty();
            }
            Optional<byte[]> headerKey = headerKeys.get(day);
            if (headerKey == null) {
                Optional<byte[]> leaf = leaf(day << 32);
                headerKey = leaf.isEmpty() ? Optional.empty()
                        : Optional.of(expand(leaf.get(), HEADER, 32));
                headerKeys.put(day, headerKey);
            }
            if (headerKey.isEmpty()) {
                return Optional.empty();
            }
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(headerKey.get(), "AES"));
            byte[] header = aes.doFinal(Base64.getUrlDecoder().decode(parts[0]));
            long slot = (header[0] & 0xffL) << 24 | (header[1] & 0xffL) << 16 | (header[2] & 0xffL) << 8 | header[3] & 0xffL;
            return openAt(event, day << 32 | slot);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same for somebody who remembers the leaf from when they could read it. */
    Optional<Opened> openAt(Event event, long leaf) {
        try {
            String[] parts = event.content().split("\\.", 2);
            Optional<byte[]> seed = leaf(leaf);
            return seed.isEmpty() || parts.length != 2 ? Optional.empty()
                    : payload(expand(seed.get(), THREAD, 32), Base64.getDecoder().decode(parts[1])).map(text -> new Opened(leaf, text));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** NIP-44, version 2. */
    private static Optional<String> payload(byte[] key, byte[] bytes) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOfRange(bytes, 1, 33);
        byte[] keys = expand(key, nonce, 76);
        byte[] hidden = Arrays.copyOfRange(bytes, 33, bytes.length - 32);
        byte[] tagged = Arrays.copyOfRange(bytes, 1, bytes.length - 32);
        if (!Arrays.equals(hmac(Arrays.copyOfRange(keys, 44, 76), tagged), Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length))) {
            return Optional.empty();
        }
        Cipher chacha = Cipher.getInstance("ChaCha20");
        chacha.init(Cipher.DECRYPT_MODE, new SecretKeySpec(keys, 0, 32, "ChaCha20"), new ChaCha20ParameterSpec(Arrays.copyOfRange(keys, 32, 44), 0));
        byte[] padded = chacha.doFinal(hidden);
        int size = (padded[0] & 0xff) << 8 | padded[1] & 0xff;
        return Optional.of(new String(padded, 2, size, StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] expand(byte[] key, byte[] info, int size) throws GeneralSecurityException {
        byte[] out = new byte[size];
        byte[] last = {};
        int at = 0;
        for (int i = 1; at < size; i++) {
            byte[] message = Arrays.copyOf(last, last.length + info.length + 1);
            System.arraycopy(info, 0, message, last.length, info.length);
            message[message.length - 1] = (byte) i;
            last = hmac(key, message);
            int many = Math.min(size - at, last.length);
            System.arraycopy(last, 0, out, at, many);
            at += many;
        }
        return out;
    }
}
