package weft.relay.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;

/** How many bytes are stored, by public key and in all; kept here so that no event waits for a sum over the disk. */
final class Storage {
    private final RelayPolicy.Bounds bounds;
    private final Map<Bytes, Long> byKey = new HashMap<>();
    private long all;

    Storage(RelayPolicy.Bounds bounds, Map<Bytes, Long> bytesByKey) {
        this.bounds = bounds;
        replace(bytesByKey);
    }

    void replace(Map<Bytes, Long> bytesByKey) {
        byKey.clear();
        byKey.putAll(bytesByKey);
        all = bytesByKey.values().stream().mapToLong(Long::longValue).sum();
    }

    void add(Bytes key, long bytes) {
        all = Math.max(0, all + bytes);
        byKey.merge(key, bytes, (a, b) -> a + b <= 0 ? null : a + b);
    }

    long all() {
        return all;
    }

    Optional<String> refusal(Bytes key, int bytes) {
        if (all + bytes > bounds.bytesInAll()) {
            return Optional.of("error: this relay's disk space is used up; try another relay");
        }
        if (byKey.getOrDefault(key, 0L) + bytes > bounds.bytesByKey()) {
            return Optional.of("blocked: this key's space on this relay is used up until something of it is over");
        }
        return Optional.empty();
    }
}
