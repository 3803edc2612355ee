package weft.core.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weft.core.entry.Entry;
import weft.core.entry.Words;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * All threads of one circle, as a set of entries makes them: the same set, the same state, whatever the order of arrival
 * and however often each is delivered. Adding an entry folds again only the threads it touches, and only when somebody
 * looks.
 *
 * <pre>
 * first voice ──▶ Box: its Posted entries and the replies that name one of them ──fold──▶ ThreadState
 * unknown root ─▶ the replies that wait for it (at most {@link #WAITING} in all)
 * voice ────────▶ the threads that it replies in: who speaks in two is heard in neither
 * </pre>
 */
public final class CircleState {
    /** How many replies may wait for roots that are not known yet; more are not taken until some have found theirs. */
    public static final int WAITING = 20_000;

    private final Map<Bytes, Entry> known = new HashMap<>();
    private final Map<Bytes, Box> boxes = new LinkedHashMap<>();
    private final Map<Bytes, Bytes> firstVoices = new HashMap<>();
    private final Map<Bytes, List<Entry>> waiting = new HashMap<>();
    private final Map<Bytes, Map<Bytes, Integer>> speaks = new HashMap<>();
    private int waitingCount;
    /** First voices of threads that are not what they were, or are gone, since somebody last asked. */
    private final Set<Bytes> touched = new LinkedHashSet<>();
    private long changes;
    private long losses;

    /** The state of no entries. */
    public CircleState() {}

    /** The entries of one thread and what they fold to, once somebody has looked. */
    private static final class Box {
        final Map<Bytes, Entry> entries = new LinkedHashMap<>();
        @Nullable ThreadState state;
    }

    /**
     * Takes an entry in.
     *
     * @return whether it was taken: false where it is known already, or where it would wait and too many do
     */
    public boolean add(Entry entry) {
        if (known.containsKey(entry.head().id())) {
            return false;
        }
        Optional<Bytes> root = entry.rootId();
        if (root.isEmpty()) {
            known.put(entry.head().id(), entry);
            first(entry);
            return true;
        }
        Bytes firstVoice = firstVoices.get(root.get());
        if (firstVoice == null) {
            if (waitingCount >= WAITING) {
                return false;
            }
            waitingCount++;
            waiting.computeIfAbsent(root.get(), ignored -> new ArrayList<>()).add(entry);
        } else {
            reply(firstVoice, entry);
        }
        known.put(entry.head().id(), entry);
        return true;
    }

    /** Whether an entry would be taken: at most {@link #WAITING} replies wait for a root that is not known. */
    public boolean hasRoom(Entry entry) {
        return waitingCount < WAITING || entry.rootId().map(firstVoices::containsKey).orElse(true);
    }

    /** Whether a voice has spoken here: begun a thread, or replied in one. */
    public boolean hears(Bytes voice) {
        return boxes.containsKey(voice) || speaks.containsKey(voice);
    }

    private void first(Entry entry) {
        Bytes voice = entry.head().voice();
        Box box = boxes.computeIfAbsent(voice, ignored -> new Box());
        if (box.entries.isEmpty()) {
            // Its replies elsewhere are no longer heard, now that the voice has a thread of its own.
            touch(speaks.getOrDefault(voice, Map.of()).keySet());
        }
        put(voice, box, entry);
        firstVoices.put(entry.head().id(), voice);
        List<Entry> waited = waiting.remove(entry.head().id());
        if (waited != null) {
            waitingCount -= waited.size();
            waited.forEach(reply -> reply(voice, reply));
        }
    }

    private void reply(Bytes firstVoice, Entry entry) {
        Map<Bytes, Integer> threads = speaks.computeIfAbsent(entry.head().voice(), ignored -> new HashMap<>());
        if (threads.merge(firstVoice, 1, Integer::sum) == 1 && threads.size() > 1) {
            touch(threads.keySet());
        }
        put(firstVoice, Objects.requireNonNull(boxes.get(firstVoice)), entry);
    }

    private void put(Bytes voice, Box box, Entry entry) {
        box.entries.put(entry.head().id(), entry);
        changed(voice, box);
    }

    private void touch(Collection<Bytes> threads) {
        for (Bytes thread : threads) {
            Box box = boxes.get(thread);
            if (box != null) {
                changed(thread, box);
            }
        }
    }

    private void changed(Bytes voice, Box box) {
        box.state = null;
        touched.add(voice);
        changes++;
    }

    /** A number that is another one whenever any thread is another than before, for whoever keeps what was made of them. */
    public long changes() {
        return changes;
    }

    /** First voices of the threads that have changed or gone since this was last called, for whoever keeps an index of them. */
    public Set<Bytes> takeTouched() {
        return takeTouched(Integer.MAX_VALUE);
    }

    /** A number that is another one whenever something was taken out, for whoever must not keep what is gone. */
    public long losses() {
        return losses;
    }

    /** Some of them, at most so many; the others are still to be asked for. */
    public Set<Bytes> takeTouched(int most) {
        Set<Bytes> out = new LinkedHashSet<>();
        for (Iterator<Bytes> all = touched.iterator(); all.hasNext() && out.size() < most; all.remove()) {
            out.add(all.next());
        }
        return out;
    }

    /** The thread to which an entry is the root, or a revision of it; nothing where no such is known. */
    public Optional<ThreadState> thread(Bytes root) {
        return Optional.ofNullable(firstVoices.get(root)).map(this::state);
    }

    /** The thread that a voice began; nothing where it began none. */
    public Optional<ThreadState> threadOf(Bytes firstVoice) {
        return boxes.containsKey(firstVoice) ? Optional.of(state(firstVoice)) : Optional.empty();
    }

    /** All threads, in no order that means anything. */
    public Collection<ThreadState> threads() {
        List<ThreadState> out = new ArrayList<>(boxes.size());
        boxes.keySet().forEach(voice -> out.add(state(voice)));
        return out;
    }

    /** All threads of which the words in force are of a kind. The others are not folded for it. */
    public List<ThreadState> threads(Class<? extends Words> kind) {
        List<ThreadState> out = new ArrayList<>();
        boxes.forEach((voice, box) -> {
            if (box.entries.values().stream().anyMatch(entry -> entry instanceof Entry.Posted posted && kind.isInstance(posted.words()))) {
                ThreadState state = state(voice);
                if (kind.isInstance(state.words())) {
                    out.add(state);
                }
            }
        });
        return out;
    }

    /** How many threads there are. */
    public int size() {
        return boxes.size();
    }

    /** Whether an entry has been taken, be it in force or not. */
    public boolean knows(Bytes entry) {
        return known.containsKey(entry);
    }

    /** How many replies wait for a root. */
    public int waiting() {
        return waitingCount;
    }

    private ThreadState state(Bytes firstVoice) {
        Box box = Objects.requireNonNull(boxes.get(firstVoice));
        ThreadState state = box.state;
        if (state == null) {
            state = Fold.of(firstVoice, box.entries.values(), voice -> elsewhere(voice, firstVoice));
            box.state = state;
        }
        return state;
    }

    /** Whether a voice speaks in another thread than this one, so that it is not heard in this one. */
    private boolean elsewhere(Bytes voice, Bytes thread) {
        if (boxes.containsKey(voice)) {
            return !voice.equals(thread);
        }
        return speaks.getOrDefault(voice, Map.of()).size() > 1;
    }

    /**
     * The leaves to destroy when a closed thread is forgotten early: all of its leaves but those under which another
     * thread lives that has not been closed. Two threads share a leaf by a chance of one in four thousand millions, or
     * because somebody wants to harm one of them; so that nobody can have a foreign thread destroyed, such a leaf waits
     * until both are closed or its day is over.
     */
    public List<Leaf> leavesToForget(Bytes root) {
        Bytes voice = firstVoices.get(root);
        if (voice == null) {
            return List.of();
        }
        Set<Leaf> kept = new HashSet<>();
        for (Bytes other : boxes.keySet()) {
            if (!other.equals(voice) && state(other).closing().isEmpty()) {
                kept.addAll(state(other).leaves());
            }
        }
        return state(voice).leaves().stream().filter(leaf -> !kept.contains(leaf)).toList();
    }

    /** Forgets a thread and all that was said in it. */
    public void forget(Bytes root) {
        Bytes voice = firstVoices.get(root);
        if (voice != null) {
            dissolve(voice);
        }
    }

    /** Forgets all that was sealed under a leaf. */
    public void forget(Leaf leaf) {
        remove(entry -> entry.head().leaf().equals(leaf));
    }

    /** Forgets all that was sealed for a day or an earlier one. */
    public void forgetThrough(Day day) {
        remove(entry -> entry.head().leaf().day().compareTo(day) <= 0);
    }

    /** What is left is the state of the set that is left: the threads touched are taken apart and put together anew. */
    private void remove(Predicate<Entry> over) {
        List<Entry> left = new ArrayList<>();
        for (Bytes voice : List.copyOf(boxes.keySet())) {
            if (Objects.requireNonNull(boxes.get(voice)).entries.values().stream().anyMatch(over)) {
                left.addAll(dissolve(voice));
            }
        }
        left.removeIf(over);
        for (List<Entry> replies : waiting.values()) {
            for (Entry reply : replies) {
                if (over.test(reply)) {
                    known.remove(reply.head().id());
                    waitingCount--;
                }
            }
            replies.removeIf(over);
        }
        waiting.values().removeIf(List::isEmpty);
        left.forEach(this::add);
    }

    /** Takes a thread out as if none of its entries had ever come. */
    private Collection<Entry> dissolve(Bytes voice) {
        Box box = Objects.requireNonNull(boxes.remove(voice));
        losses++;
        changed(voice, box);
        touch(speaks.getOrDefault(voice, Map.of()).keySet());
        for (Entry entry : box.entries.values()) {
            known.remove(entry.head().id());
            if (entry.rootId().isEmpty()) {
                firstVoices.remove(entry.head().id());
            } else {
                silence(entry.head().voice(), voice);
            }
        }
        return box.entries.values();
    }

    private void silence(Bytes writer, Bytes thread) {
        Map<Bytes, Integer> threads = Objects.requireNonNull(speaks.get(writer));
        if (threads.merge(thread, -1, Integer::sum) == 0) {
            threads.remove(thread);
            touch(threads.keySet());
        }
        if (threads.isEmpty()) {
            speaks.remove(writer);
        }
    }
}
