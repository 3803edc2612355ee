package weft.relay.step;

import java.util.Set;
import weft.wire.event.Limits;

/**
 * What a relay takes and gives.
 *
 * @param bounds how much of anything
 * @param kinds the kinds it takes; empty means all
 * @param work how many leading zero bits an event's id must have (NIP-13)
 * @param circlesToMembersOnly whether envelopes of a circle are given only to who proves its key (NIP-42)
 */
public record RelayPolicy(Bounds bounds, Set<Integer> kinds, int work, boolean circlesToMembersOnly) {
    /** Keeps an unmodifiable copy. */
    public RelayPolicy {
        kinds = Set.copyOf(kinds);
    }

    /** What a relay does when nobody says otherwise: good for some thousand people on a small machine. */
    public static RelayPolicy standard() {
        return new RelayPolicy(Bounds.standard(), Set.of(), 0, false);
    }

    /**
     * How much of anything.
     *
     * @param eventBytes bytes of JSON of one event
     * @param bytesByKey bytes stored for one public key, which for envelopes is a circle
     * @param bytesInAll bytes stored in all
     * @param subscriptions at once on one link
     * @param answer events that one filter is answered with
     * @param eventsAMinute published on one link, on average; four times as many at once
     * @param requestsAMinute on one link, on average; four times as many at once
     * @param faults broken frames and wrong signatures after which a link is closed
     */
    public record Bounds(
            int eventBytes, long bytesByKey, long bytesInAll, int subscriptions, int answer, int eventsAMinute, int requestsAMinute, int faults) {
        /** 1 GB a circle, 20 GB in all. */
        public static Bounds standard() {
            return new Bounds(Limits.EVENT_BYTES, 1_000_000_000L, 20_000_000_000L, 200, 10_000, 6_000, 1_200, 100);
        }
    }
}
