package weft.wire.message;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/**
 * Which events a subscription wants (NIP-01). An empty list sets no condition, as an absent member does; a filter read
 * from JSON with an empty list in it matches nothing and is never made into one of these (see {@link Messages}).
 *
 * @param ids 32-byte ids
 * @param authors 32-byte x-only public keys
 * @param kinds 0..65535
 * @param tags by one-letter tag name, without '#'
 * @param since first Unix second wanted
 * @param until last Unix second wanted
 * @param limit at most so many stored events, newest first
 */
public record Filter(
        List<Bytes> ids,
        List<Bytes> authors,
        List<Integer> kinds,
        Map<String, List<String>> tags,
        Optional<Long> since,
        Optional<Long> until,
        Optional<Integer> limit) {
    /** Keeps unmodifiable copies. */
    public Filter {
        ids = List.copyOf(ids);
        authors = List.copyOf(authors);
        kinds = List.copyOf(kinds);
        tags = Map.copyOf(tags);
    }

    /** Events of these kinds by these authors. */
    public static Filter by(List<Bytes> authors, List<Integer> kinds) {
        return new Filter(List.of(), authors, kinds, Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Events with these ids. */
    public static Filter withIds(List<Bytes> ids) {
        return new Filter(ids, List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Events of these kinds that name a public key in a {@code p} tag. */
    public static Filter addressedTo(Bytes publicKey, List<Integer> kinds) {
        return new Filter(List.of(), List.of(), kinds, Map.of("p", List.of(publicKey.hex())), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, from a second on. */
    public Filter from(long firstSecond) {
        return new Filter(ids, authors, kinds, tags, Optional.of(firstSecond), until, limit);
    }

    /** The same, up to a time and with a limit: one page of a paged request. */
    public Filter page(Optional<Long> lastSecond, int most) {
        return new Filter(ids, authors, kinds, tags, since, lastSecond, Optional.of(most));
    }

    /** Whether an event is wanted; the limit is not looked at. */
    public boolean matches(Event event) {
        return (ids.isEmpty() || ids.contains(event.id()))
                && (authors.isEmpty() || authors.contains(event.publicKey()))
                && (kinds.isEmpty() || kinds.contains(event.kind()))
                && since.map(s -> event.createdAt() >= s).orElse(true)
                && until.map(u -> event.createdAt() <= u).orElse(true)
                && tags.entrySet().stream().allMatch(wanted -> bears(event, wanted.getKey(), wanted.getValue()));
    }

    private static boolean bears(Event event, String name, List<String> values) {
        for (Tag tag : event.tags()) {
            if (tag.name().equals(name) && values.contains(tag.value())) {
                return true;
            }
        }
        return false;
    }
}
