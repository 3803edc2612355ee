package weft.relay.step;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.store.Envelopes;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/** Where the answer to one REQ stands: which filter, how far, how many are left. */
final class Reading {
    /** Events asked of the store at once; of the largest, they take 4 MB of a link's queue. */
    static final int PAGE = 64;

    final long number;
    final String subscription;
    private final List<Filter> filters;
    private final int answer;
    /** What was sent already: by an earlier filter, or live while this was going on. */
    private final Set<Bytes> sent = new HashSet<>();
    /** Events of a page that came and were not sent yet. */
    final ArrayDeque<Event> waiting = new ArrayDeque<>();
    private int filter = -1;
    private int left;
    private boolean asked;
    private Optional<Envelopes.Place> after = Optional.empty();

    Reading(long number, String subscription, List<Filter> filters, int answer) {
        this.number = number;
        this.subscription = subscription;
        this.filters = filters;
        this.answer = answer;
        nextFilter();
    }

    private void nextFilter() {
        do {
            filter++;
            after = Optional.empty();
            left = done() ? 0 : Math.min(answer, filters.get(filter).limit().orElse(answer));
        } while (!done() && left == 0);
    }

    boolean done() {
        return filter >= filters.size();
    }

    /** Whether a page was asked for and has not come. */
    boolean asked() {
        return asked;
    }

    RelayEffect.Read next(int link) {
        asked = true;
        return new RelayEffect.Read(link, number, filters.get(filter), after, Math.min(PAGE, left));
    }

    /** Takes a page in and goes on to where the next one begins. */
    void advance(List<Event> page) {
        asked = false;
        int wanted = Math.min(PAGE, left);
        left -= page.size();
        if (page.size() < wanted || left == 0) {
            nextFilter();
        } else {
            after = Optional.of(Envelopes.Place.of(page.getLast()));
        }
    }

    /** Whether this is the first time that an event is sent in this answer. */
    boolean first(Event event) {
        return sent.add(event.id());
    }
}
