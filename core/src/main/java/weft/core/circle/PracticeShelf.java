package weft.core.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weft.core.entry.Entry;
import weft.core.entry.Writing;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;

/**
 * The practices of one circle and what is told of them, as a set of entries makes them ("Practices" in {@code spec/fold.md}): the same
 * set, the same shelf, whatever the order of arrival. A practice is one voice's; nobody's words change another's.
 */
public final class PracticeShelf {
    private static final Comparator<Entry> BY_ID = Comparator.comparing(entry -> entry.head().id());

    private final Primitives primitives;
    /** By voice: what it wrote of practices, by entry id. */
    private final Map<Bytes, Map<Bytes, Entry>> written = new LinkedHashMap<>();
    /** By voice: its account, by entry id. */
    private final Map<Bytes, Map<Bytes, Entry.Told>> told = new LinkedHashMap<>();
    private final Map<Bytes, PracticeState> folded = new HashMap<>();
    private @Nullable Map<String, List<PracticeState.Account>> accounts;
    /** Voices whose practice is not what it was, or is gone, since somebody last asked. */
    private final Set<Bytes> touched = new HashSet<>();

    /** An empty shelf. */
    public PracticeShelf(Primitives primitives) {
        this.primitives = primitives;
    }

    /** Whether an entry is for the shelf and not for a thread. */
    public static boolean takes(Entry entry) {
        return entry instanceof Entry.Practised || entry instanceof Entry.Part || entry instanceof Entry.Told;
    }

    /** Takes an entry in; false where it is known already, or not for the shelf. */
    public boolean add(Entry entry) {
        Bytes voice = entry.head().voice();
        if (entry instanceof Entry.Told account) {
            accounts = null;
            return told.computeIfAbsent(voice, ignored -> new LinkedHashMap<>()).putIfAbsent(entry.head().id(), account) == null;
        }
        if (!takes(entry)) {
            return false;
        }
        folded.remove(voice);
        touched.add(voice);
        return written.computeIfAbsent(voice, ignored -> new LinkedHashMap<>()).putIfAbsent(entry.head().id(), entry) == null;
    }

    /** Whether an entry has been taken. */
    public boolean knows(Bytes entry) {
        return written.values().stream().anyMatch(all -> all.containsKey(entry)) || told.values().stream().anyMatch(all -> all.containsKey(entry));
    }

    /** Voices whose practices have changed or gone since this was last called, for whoever keeps an index of them. */
    public Set<Bytes> takeTouched() {
        Set<Bytes> out = Set.copyOf(touched);
        touched.clear();
        return out;
    }

    /** All practices that are whole, in no order that means anything. */
    public Collection<PracticeState> practices() {
        return written.keySet().stream().map(this::practice).flatMap(Optional::stream).toList();
    }

    /** A voice's practice, where it has one that is whole. */
    public Optional<PracticeState> practice(Bytes voice) {
        PracticeState known = folded.get(voice);
        if (known != null) {
            return Optional.of(known);
        }
        Map<Bytes, Entry> entries = written.get(voice);
        Optional<PracticeState> state = entries == null ? Optional.empty() : fold(voice, entries.values());
        state.ifPresent(one -> folded.put(voice, one));
        return state;
    }

    /** What is told of a practice by its name, the newest first; what was taken back is left out. */
    public List<PracticeState.Account> accounts(String practice) {
        Map<String, List<PracticeState.Account>> all = accounts;
        if (all == null) {
            all = tell();
            accounts = all;
        }
        return all.getOrDefault(practice, List.of());
    }

    /** A voice's account, taken back or not. */
    public Optional<Entry.Told> account(Bytes voice) {
        return Optional.ofNullable(told.get(voice)).flatMap(PracticeShelf::inForce);
    }

    private Optional<PracticeState> fold(Bytes voice, Collection<Entry> entries) {
        List<Entry.Practised> heads = entries.stream().filter(Entry.Practised.class::isInstance).map(Entry.Practised.class::cast)
                .sorted(Comparator.comparingInt(Entry.Practised::revision).thenComparing(BY_ID)).toList();
        if (heads.isEmpty()) {
            return Optional.empty();
        }
        String name = heads.getFirst().name();
        Optional<PracticeState> best = Optional.empty();
        for (Entry.Practised head : heads) {
            if (head.name().equals(name) && (best.isEmpty() || head.revision() > best.get().revision())) {
                Optional<PracticeState> whole = whole(voice, head, heads, entries);
                best = whole.isPresent() ? whole : best;
            }
        }
        return best;
    }

    /** A revision with its text, where all parts of it are here: those under the same leaf, of each the lower id. */
    private Optional<PracticeState> whole(Bytes voice, Entry.Practised head, List<Entry.Practised> heads, Collection<Entry> entries) {
        Map<Integer, Entry.Part> parts = new TreeMap<>();
        entries.stream().filter(Entry.Part.class::isInstance).map(Entry.Part.class::cast).sorted(BY_ID)
                .filter(part -> part.name().equals(head.name()) && part.revision() == head.revision() && part.part() < head.parts()
                        && part.head().leaf().equals(head.head().leaf()))
                .forEach(part -> parts.putIfAbsent(part.part(), part));
        if (parts.size() != head.parts() - 1) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(head.writing().text());
        parts.values().forEach(part -> text.append(part.text()));
        Writing writing = new Writing(head.writing().title(), head.writing().language(), head.writing().fields(), text.toString());
        List<Leaf> leaves = heads.stream().filter(one -> one.name().equals(head.name()) && one.revision() <= head.revision())
                .map(one -> one.head().leaf()).filter(leaf -> !leaf.equals(head.head().leaf())).distinct()
                .sorted(Comparator.comparing(Leaf::day).thenComparingLong(Leaf::path)).collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        leaves.add(head.head().leaf());
        return Optional.of(new PracticeState(voice, head.name(), head.revision(), head.head().id(), writing, writing.version(primitives),
                head.head().writtenAt(), leaves));
    }

    private Map<String, List<PracticeState.Account>> tell() {
        Map<String, List<PracticeState.Account>> all = new HashMap<>();
        for (Map.Entry<Bytes, Map<Bytes, Entry.Told>> voice : told.entrySet()) {
            inForce(voice.getValue()).filter(account -> !account.text().isBlank()).ifPresent(account ->
                    all.computeIfAbsent(account.practice(), ignored -> new ArrayList<>()).add(new PracticeState.Account(voice.getKey(),
                            account.head().id(), account.revision(), account.text(), account.head().writtenAt(), account.head().leaf())));
        }
        all.values().forEach(list -> list.sort(Comparator.comparingLong(PracticeState.Account::writtenAt).reversed()
                .thenComparing(PracticeState.Account::id)));
        return all;
    }

    /** The greatest revision, of equal ones the lower id; of another practice than the least revision's none counts. */
    private static Optional<Entry.Told> inForce(Map<Bytes, Entry.Told> entries) {
        List<Entry.Told> all = entries.values().stream().sorted(Comparator.comparingInt(Entry.Told::revision).thenComparing(BY_ID)).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String practice = all.getFirst().practice();
        Entry.Told best = all.getFirst();
        for (Entry.Told next : all) {
            best = next.practice().equals(practice) && next.revision() > best.revision() ? next : best;
        }
        return Optional.of(best);
    }

    /** Forgets all that was sealed under a leaf. */
    public void forget(Leaf leaf) {
        remove(entry -> entry.head().leaf().equals(leaf));
    }

    /** Forgets all that was sealed for a day or an earlier one. */
    public void forgetThrough(Day day) {
        remove(entry -> entry.head().leaf().day().compareTo(day) <= 0);
    }

    private void remove(Predicate<Entry> over) {
        written.forEach((voice, all) -> {
            if (all.values().stream().anyMatch(over)) {
                touched.add(voice);
            }
        });
        written.values().forEach(all -> all.values().removeIf(over));
        told.values().forEach(all -> all.values().removeIf(over));
        written.values().removeIf(Map::isEmpty);
        told.values().removeIf(Map::isEmpty);
        folded.clear();
        accounts = null;
    }
}
