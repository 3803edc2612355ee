package weft.core.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Envelope;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.sync.Negentropy;

/**
 * One comparison by NIP-77, then REQ by ids for what is missing here. The other side may answer anything: rounds and ids are
 * bounded, what it names and does not send is let go.
 */
final class Comparing {
    private static final String COMPARE = "compare";
    private static final String FETCH = "fetch-";

    private final Membership circle;
    private final Negentropy negentropy;
    private final boolean lists;
    private final Set<Bytes> lacking = new HashSet<>();
    private final Set<Bytes> needed = new HashSet<>();
    private final Deque<Bytes> toFetch = new ArrayDeque<>();
    /** What was asked for and has not come yet. */
    private final Set<Bytes> asked = new LinkedHashSet<>();
    private int askedAtOnce;
    /** Where plain lists have got to. */
    private int listedTo;
    private int rounds;
    private int fetches;
    private boolean answered;
    private boolean fetching;
    private boolean done;
    private long lastWord;

    Comparing(Primitives primitives, Membership circle, CatchUp.Way way, long now) {
        this.circle = circle;
        this.lists = way == CatchUp.Way.LISTS;
        this.negentropy = new Negentropy(primitives, circle.index, PeerLimits.COMPARE_BYTES);
        this.lastWord = now;
    }

    ClientMessage begin() {
        return new ClientMessage.SyncOpen(COMPARE, Filter.by(List.of(circle.address), List.of(Envelope.KIND)), first());
    }

    private Bytes first() {
        if (!lists) {
            return negentropy.initiate();
        }
        int from = listedTo;
        listedTo = Math.min(circle.index.size(), from + PeerLimits.LISTED_AT_ONCE);
        return negentropy.initiateWithList(from, listedTo);
    }

    boolean owns(String subscription) {
        return !done && subscription.equals(fetching ? FETCH + fetches : COMPARE);
    }

    void heard(String subscription, Bytes id, long now) {
        lacking.remove(id);
        asked.remove(id);
        if (owns(subscription)) {
            lastWord = now;
        }
    }

    /** Takes a message of the other side; empty where it can't be read. */
    Optional<List<ClientMessage>> take(Bytes message, long now) {
        if (fetching || !(negentropy.reconcile(message) instanceof Checked.Good<Negentropy.Step>(Negentropy.Step step))) {
            return Optional.empty();
        }
        answered = true;
        lastWord = now;
        lacking.addAll(step.have());
        for (Bytes id : step.need()) {
            boolean known = circle.held.containsKey(id) || circle.forgotten.containsKey(id) || circle.isUnreadable(id);
            if (!known && needed.size() < PeerLimits.NEEDED_AT_ONCE && needed.add(id)) {
                toFetch.add(id);
            }
        }
        if (step.next().isPresent() && ++rounds < PeerLimits.COMPARE_ROUNDS) {
            return Optional.of(List.of(new ClientMessage.SyncMessage(COMPARE, step.next().get())));
        }
        if (lists && step.next().isEmpty() && listedTo < circle.index.size()) {
            return Optional.of(List.of(begin()));
        }
        List<ClientMessage> say = new ArrayList<>(List.of(new ClientMessage.SyncClose(COMPARE)));
        fetching = true;
        orderByWork();
        fetch(say);
        return Optional.of(say);
    }

    /** Where more is new than is taken in an hour, what bears work comes first: under a flood the rest may never be asked for. */
    private void orderByWork() {
        if (toFetch.size() > PeerLimits.NEW_PER_LINK_HOUR) {
            List<Bytes> ordered = toFetch.stream().sorted(Comparator.comparingInt(id -> -Crowd.work(id))).limit(PeerLimits.NEW_PER_LINK_HOUR).toList();
            toFetch.clear();
            toFetch.addAll(ordered);
        }
    }

    private void fetch(List<ClientMessage> say) {
        // A relay may give fewer at once than it is asked for; what it did not give although nothing else came is let go.
        List<Bytes> again = asked.size() < askedAtOnce ? List.copyOf(asked) : List.of();
        asked.clear();
        again.reversed().forEach(toFetch::addFirst);
        while (!toFetch.isEmpty() && asked.size() < PeerLimits.FETCHED_AT_ONCE) {
            asked.add(toFetch.remove());
        }
        askedAtOnce = asked.size();
        if (asked.isEmpty()) {
            done = true;
        } else {
            fetches++;
            say.add(new ClientMessage.Subscribe(FETCH + fetches, List.of(Filter.withIds(List.copyOf(asked)))));
        }
    }

    List<ClientMessage> ended(long now) {
        lastWord = now;
        List<ClientMessage> say = new ArrayList<>(List.of(new ClientMessage.Unsubscribe(FETCH + fetches)));
        fetch(say);
        return say;
    }

    boolean answered() {
        return answered;
    }

    boolean fetching() {
        return fetching;
    }

    boolean done() {
        return done;
    }

    void giveUp() {
        done = true;
    }

    long giveUpAt() {
        return done ? Long.MAX_VALUE : lastWord + (fetching ? PeerLimits.PAGE_SECONDS : PeerLimits.COMPARE_SECONDS);
    }

    void has(Bytes id) {
        lacking.remove(id);
    }

    boolean lacks(Bytes id) {
        return !lacking.isEmpty() && lacking.contains(id);
    }
}
