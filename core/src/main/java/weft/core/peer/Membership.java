package weft.core.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import weft.core.circle.CircleState;
import weft.core.circle.PracticeShelf;
import weft.core.circle.ThreadState;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.sync.SyncIndex;

/** A circle that this node is in: its keys, what was folded from its entries, and what the node keeps besides. */
final class Membership {
    final CircleKeys keys;
    final Bytes address;
    final EntryDrafts drafts;
    final List<String> relays;
    final int graceDays;
    /** Whether it is a circle of two, made by an invitation. */
    final boolean acquaintance;

    String name;
    /** Everything up to this day is forgotten. */
    Day forgottenThrough;

    final CircleState state = new CircleState();
    /** Its needs and offers, in order. */
    final Board board = new Board();
    /** The practices, and what is told of them. */
    final PracticeShelf shelf;
    /** Practices that this node keeps, by the voice that wrote them or keeps them. */
    final Set<Bytes> kept = new LinkedHashSet<>();
    /** By envelope id: all that is stored. */
    final Map<Bytes, Held> held = new HashMap<>();
    /** The same, in order, for comparing with others. */
    final SyncIndex index = new SyncIndex();

    /** By the thread's first voice: the voice with which this node speaks in it. */
    final Map<Bytes, Voice> voices = new LinkedHashMap<>();
    /** By the thread's first voice: threads not to be shown on this node, and until when to remember that. */
    final Map<Bytes, Day> hidden = new LinkedHashMap<>();
    /** By envelope id: what was forgotten before its day, kept so that it is not fetched again. */
    final Map<Bytes, Day> forgotten = new LinkedHashMap<>();
    /** By day: that day and all before it are condemned. */
    final Map<Day, Sentence> condemnedDays = new TreeMap<>();
    /** By first voice: closed threads that are condemned before their day. */
    final Map<Bytes, Sentence> condemnedThreads = new LinkedHashMap<>();

    /** In an acquaintance, by voice: "that is me", told by either side. */
    final Map<Bytes, Told> told = new LinkedHashMap<>();
    /** In an acquaintance: circles that both are known to be in. */
    final Set<Bytes> shared = new LinkedHashSet<>();
    /** In an acquaintance, by the key of the message and its leaf: parts of a fresh circle that have come. */
    final Map<Bytes, Map<Integer, Bytes>> regroupParts = new LinkedHashMap<>();
    /** Whether acquaintances are told which voice in this circle is the reader's. */
    boolean tellsNames = true;
    /** The day on which this node came into it. */
    Day since = new Day(0);

    /** Roots that closings named, and the closings' days; whether a closing holds, the thread's state tells. */
    final Map<Bytes, Day> closed = new LinkedHashMap<>();
    /** By the id of a closing: for how many seconds this start of the node has run since it first saw it. */
    final Map<Bytes, Long> closingSeen = new LinkedHashMap<>();

    /**
     * A voice that is no stranger's.
     *
     * @param circleMark H of the circle in which it speaks
     * @param leaves where it was told, the last day last; they go with the thread
     */
    record Told(Bytes circleMark, List<Leaf> leaves) {
        Told {
            leaves = List.copyOf(leaves);
        }

        Day lastDay() {
            return leaves.getLast().day();
        }
    }

    private final Set<Bytes> unreadable = new HashSet<>();
    private final Deque<Bytes> unreadableInOrder = new ArrayDeque<>();
    /** How full the day is. */
    final Crowd crowd = new Crowd();

    Membership(Primitives p, CircleKeys keys, String name, List<String> relays, int graceDays, boolean acquaintance, Day forgottenThrough) {
        this.keys = keys;
        this.address = keys.address();
        this.drafts = new EntryDrafts(p, address);
        this.shelf = new PracticeShelf(p);
        this.name = name;
        this.relays = List.copyOf(relays);
        this.graceDays = graceDays;
        this.acquaintance = acquaintance;
        this.forgottenThrough = forgottenThrough;
    }

    /** The last day that grace no longer covers at a time. */
    Day overThrough(long now) {
        return Day.at(now).plus(-graceDays - 1);
    }

    /** Whether a day is condemned or destroyed. */
    boolean isOver(Day day) {
        return day.compareTo(forgottenThrough) <= 0 || condemnedDays.keySet().stream().anyMatch(through -> day.compareTo(through) <= 0);
    }

    /** The voice with which this node speaks in a thread. */
    Optional<Voice> voiceIn(ThreadState thread) {
        return Optional.ofNullable(voices.get(thread.voice()));
    }

    /** A thread that may still be spoken of: known and not condemned. */
    Optional<ThreadState> living(Bytes root) {
        return state.thread(root).filter(thread -> !condemnedThreads.containsKey(thread.voice()) && !isOver(thread.lastDay()));
    }

    /** Takes in a stored envelope and what was in it. */
    void take(Event envelope, Leaf leaf, Entry entry) {
        take(envelope.id(), envelope.createdAt(), leaf, entry);
    }

    /** The same by the envelope's id and time. */
    void take(Bytes envelope, long createdAt, Leaf leaf, Entry entry) {
        boolean mine = voices.values().stream().anyMatch(voice -> voice.publicKey().equals(entry.head().voice()));
        hold(envelope, createdAt, leaf, mine);
        if (PracticeShelf.takes(entry)) {
            shelf.add(entry);
            return;
        }
        state.add(entry);
        if (entry instanceof Entry.Closed closing) {
            closed.put(closing.root(), leaf.day());
        }
        if (entry instanceof Entry.Posted posted) {
            Voice voice = voices.get(posted.head().voice());
            if (voice != null && voice.lastDay().compareTo(leaf.day()) < 0) {
                voices.put(voice.thread(), voice.until(leaf.day()));
            }
        }
    }

    /** Holds a stored envelope that is no entry of a thread: a part of a hand-over. */
    void hold(Event envelope, Leaf leaf) {
        hold(envelope.id(), envelope.createdAt(), leaf, false);
    }

    private void hold(Bytes envelope, long createdAt, Leaf leaf, boolean mine) {
        held.put(envelope, new Held(leaf, createdAt, mine));
        index.add(createdAt, envelope);
    }

    /** An envelope is stored no more. */
    void letGo(Bytes envelope) {
        Held gone = held.remove(envelope);
        if (gone != null) {
            index.remove(gone.createdAt, envelope);
        }
    }

    /** "That is me", told in this circle of two under a leaf. */
    void told(Bytes voice, Bytes circleMark, Leaf leaf) {
        List<Leaf> leaves = new ArrayList<>(told.containsKey(voice) ? told.get(voice).leaves() : List.of());
        if (!leaves.contains(leaf)) {
            leaves.add(leaf);
        }
        leaves.sort(Comparator.comparing(Leaf::day).thenComparingLong(Leaf::path));
        told.put(voice, new Told(circleMark, leaves));
    }

    /** Some relay has an envelope. */
    void confirm(Bytes envelope) {
        Held one = held.get(envelope);
        if (one != null) {
            one.confirmed = true;
        }
    }

    /** Whether an envelope is known to hold nothing for this node. */
    boolean isUnreadable(Bytes id) {
        return unreadable.contains(id);
    }

    /** Remembers that an envelope holds nothing for this node. */
    void remember(Bytes id) {
        if (unreadable.add(id)) {
            unreadableInOrder.add(id);
            if (unreadableInOrder.size() > PeerLimits.UNREADABLE_KEPT) {
                unreadable.remove(unreadableInOrder.remove());
            }
        }
    }

    /** Takes a circle into the node, as of this step: what is over by its grace can't be opened from the first moment on. */
    static Membership begin(PeerState state, Step step, CircleKeys keys, String name, List<String> relays, int graceDays, boolean acquaintance) {
        Day over = Day.at(step.now).plus(-graceDays - 1);
        keys.tree().forgetThrough(over);
        Membership circle = new Membership(state.primitives, keys, name, relays, graceDays, acquaintance, over);
        circle.since = Day.at(step.now);
        state.circles.put(circle.address, circle);
        step.undo(() -> {
            state.circles.remove(circle.address);
            circle.destroy();
        });
        return circle;
    }

    /** Destroys all secrets. */
    void destroy() {
        voices.values().forEach(voice -> voice.secret().destroy());
        voices.clear();
        keys.close();
    }
}
