package weft.node.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Event;

/**
 * Somebody with a copy of every envelope and the opened vaults, who tries all keys on everything. Written from the formats'
 * pages alone, apart from the code by which members read, so that a mistake there is not repeated here. It remembers the
 * slots that it saw while keys were still there, so that a lost header alone does not stop it.
 *
 * <p>Keys that it tries: every run of 32 bytes anywhere in a vault, as a leaf, a thread key, a conversation key or a secret
 * key; every forgetting tree found in a vault; and the same again for whatever it could read with those.
 */
final class Adversary {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64,}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{43,}");

    private final Primitives p = new JdkPrimitives();
    private final Map<Bytes, Long> slots = new HashMap<>();
    private int keysTried;

    /** How many runs of 32 bytes and seeds the last reading tried. */
    int keysTried() {
        return keysTried;
    }

    /** Tries everything on everything; the names of the events that it could read. */
    Set<String> read(List<Bytes> vaults, List<Event> events, Collection<String> ignored) {
        Map<Bytes, Event> closed = new LinkedHashMap<>();
        events.forEach(event -> closed.put(event.id(), event));
        Set<Bytes> windows = new LinkedHashSet<>();
        List<Seed> seeds = new ArrayList<>();
        Set<String> readable = new LinkedHashSet<>();
        Deque<Bytes> sources = new ArrayDeque<>(vaults);
        while (!sources.isEmpty()) {
            Set<Bytes> fresh = new LinkedHashSet<>();
            while (!sources.isEmpty()) {
                Bytes source = sources.poll();
                seeds.addAll(TreeHunt.seeds(source));
                for (int i = 0; i + 32 <= source.size(); i++) {
                    Bytes window = source.slice(i, i + 32);
                    if (windows.add(window)) {
                        fresh.add(window);
                    }
                }
            }
            Map<Bytes, Bytes> publicKeys = publicKeys(windows);
            for (Event event : List.copyOf(closed.values())) {
                Optional<String> text = event.kind() == 9338 ? envelope(event, seeds, fresh) : wrap(event, publicKeys);
                text.ifPresent(plain -> {
                    closed.remove(event.id());
                    readable.add("kind " + event.kind() + " " + event.id().hex().substring(0, 12));
                    sources.addAll(blobs(plain));
                });
            }
        }
        keysTried = windows.size() + seeds.size();
        return readable;
    }

    /**
     * A seed of a tree.
     *
     * @param first the lowest leaf below it
     * @param depth how many bits lead to it
     */
    record Seed(long first, int depth, Bytes value) {
        boolean covers(long leaf) {
            return leaf >> (48 - depth) == first >> (48 - depth);
        }
    }

    private Optional<String> envelope(Event event, List<Seed> seeds, Set<Bytes> windows) {
        String[] parts = event.content().split("\\.", 2);
        long day = (event.expiration().orElse(0L) - 1_577_836_800L) / 86_400 - 1;
        Optional<Bytes> header = Bytes.parseBase64Url(parts[0]);
        if (parts.length != 2 || header.isEmpty()) {
            return Optional.empty();
        }
        for (Seed seed : seeds) {
            Optional<Long> slot = Optional.ofNullable(slots.get(event.id()));
            if (slot.isEmpty() && seed.covers(day << 32)) {
                slot = Optional.of(slot(seed, day, header.get()));
            }
            if (slot.isPresent() && seed.covers(day << 32 | slot.get())) {
                Optional<String> text = underLeaf(leaf(seed, day << 32 | slot.get()), parts[1]);
                if (text.isPresent()) {
                    slots.put(event.id(), slot.get());
                    return text;
                }
            }
        }
        for (Bytes window : windows) {
            Optional<String> text = underLeaf(secret(window), parts[1]).or(() -> payload(secret(window), parts[1]));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private Secret leaf(Seed seed, long leaf) {
        try (Secret start = secret(seed.value)) {
            return p.descend(start, leaf, 48 - seed.depth);
        }
    }

    private long slot(Seed seed, long day, Bytes header) {
        try (Secret leaf = leaf(seed, day << 32); Secret key = p.hkdfExpand(leaf, Bytes.utf8("weft/1 header"), 32)) {
            return p.aesDecryptBlock(key, header).bigEndianAt(0, 4);
        }
    }

    private Optional<String> underLeaf(Secret leaf, String payload) {
        try (leaf) {
            return payload(p.hkdfExpand(leaf, Bytes.utf8("weft/1 thread"), 32), payload);
        }
    }

    /** NIP-44 version 2 under a conversation key: version 1, nonce 32, cipher text, tag 32. */
    private Optional<String> payload(Secret conversation, String base64) {
        Bytes all = Bytes.parseBase64(base64).orElse(Bytes.EMPTY);
        if (all.size() < 99) {
            conversation.destroy();
            return Optional.empty();
        }
        Bytes nonce = all.slice(1, 33);
        Bytes cipher = all.slice(33, all.size() - 32);
        try (conversation; Secret keys = p.hkdfExpand(conversation, nonce, 76)) {
            byte[] raw = new byte[76];
            keys.copyTo(raw, 0);
            Bytes run = Bytes.wrap(raw);
            try (Secret tagKey = secret(run.slice(44, 76))) {
                if (!p.tag(tagKey, nonce.then(cipher)).equals(all.slice(all.size() - 32, all.size()))) {
                    return Optional.empty();
                }
            }
            try (Secret streamKey = secret(run.slice(0, 32))) {
                Bytes padded = p.chacha20(streamKey, run.slice(32, 44), cipher);
                int size = (int) padded.bigEndianAt(0, 2);
                return Optional.of(padded.slice(2, Math.min(padded.size(), 2 + size)).text());
            }
        }
    }

    private Map<Bytes, Bytes> publicKeys(Set<Bytes> windows) {
        Map<Bytes, Bytes> keys = new HashMap<>();
        for (Bytes window : windows) {
            try (Secret key = secret(window)) {
                if (p.isKey(key)) {
                    keys.put(p.publicKey(key), window);
                }
            }
        }
        return keys;
    }

    /** A gift wrap: for the one it names, or by the one who signed it. */
    private Optional<String> wrap(Event event, Map<Bytes, Bytes> publicKeys) {
        Optional<Bytes> receiver = event.tag("p").flatMap(tag -> Bytes.parseHex(tag.value()));
        if (receiver.isEmpty()) {
            return Optional.empty();
        }
        Bytes mine = publicKeys.get(receiver.get());
        Bytes theirs = mine == null ? receiver.get() : event.publicKey();
        mine = mine == null ? publicKeys.get(event.publicKey()) : mine;
        if (mine == null) {
            return Optional.empty();
        }
        try (Secret key = secret(mine)) {
            return p.agree(key, theirs).flatMap(shared -> {
                try (shared) {
                    return payload(p.hkdfExtract(Bytes.utf8("nip44-v2"), shared), event.content());
                }
            });
        }
    }

    /** Everything in a text that could be bytes. */
    private static List<Bytes> blobs(String text) {
        List<Bytes> blobs = new ArrayList<>();
        for (Matcher hex = HEX.matcher(text); hex.find(); ) {
            Bytes.parseHex(hex.group().substring(0, hex.group().length() / 2 * 2)).ifPresent(blobs::add);
        }
        for (Matcher base64 = BASE64.matcher(text); base64.find(); ) {
            String run = base64.group().replace('+', '-').replace('/', '_');
            blobs.add(Bytes.wrap(Base64.getUrlDecoder().decode(run.substring(0, run.length() - (run.length() % 4 == 1 ? 1 : 0)))));
        }
        return blobs;
    }

    private Secret secret(Bytes bytes) {
        return p.keep(bytes.toArray());
    }
}
