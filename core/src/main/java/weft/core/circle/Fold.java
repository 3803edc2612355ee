package weft.core.circle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import weft.core.circle.ThreadState.AnswerState;
import weft.core.circle.ThreadState.AsideState;
import weft.core.circle.ThreadState.Seat;
import weft.core.entry.Entry;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * The rules of {@code spec/fold.md}: a pure function from the set of one thread's entries to its state. Everything is
 * decided by voices, revisions and ids; nothing by the order of arrival and nothing by a clock.
 */
final class Fold {
    private static final Comparator<Entry> BY_ID = Comparator.comparing(entry -> entry.head().id());

    private static final Comparator<Entry.Posted> BY_REVISION = Comparator.comparingInt(Entry.Posted::revision).thenComparing(BY_ID);

    private final Bytes voice;
    private final List<Entry> entries;
    private final Set<Leaf> leaves = new HashSet<>();
    private final Set<Bytes> withdrawn = new HashSet<>();

    private Fold(Bytes voice, Collection<Entry> entries) {
        this.voice = voice;
        this.entries = new ArrayList<>(entries);
        this.entries.sort(BY_ID);
    }

    /**
     * The state of a thread.
     *
     * @param voice the first voice
     * @param entries what names the thread as its own; at least one {@link Entry.Posted} by the first voice
     * @param elsewhere tells the voices that speak in another thread too, and so in none but one they began
     */
    static ThreadState of(Bytes voice, Collection<Entry> entries, Predicate<Bytes> elsewhere) {
        return new Fold(voice, entries).fold(elsewhere);
    }

    private ThreadState fold(Predicate<Bytes> elsewhere) {
        List<Entry.Posted> all = only(Entry.Posted.class, entry -> true);
        all.sort(BY_REVISION);
        Entry.Posted least = all.getFirst();
        List<Entry.Posted> posted = new ArrayList<>(all);
        posted.removeIf(entry -> !entry.name().equals(least.name()) || entry.words().eventKind() != least.words().eventKind());
        List<Seat> seats = seats(posted);
        seats.forEach(seat -> leaves.add(seat.leaf()));

        Predicate<Entry> heard = entry -> leaves.contains(entry.head().leaf()) && !elsewhere.test(entry.head().voice());
        Predicate<Entry> firstVoice = entry -> leaves.contains(entry.head().leaf()) && entry.head().voice().equals(voice);

        Map<Bytes, Entry> byId = new LinkedHashMap<>();
        entries.forEach(entry -> byId.put(entry.head().id(), entry));
        for (Entry.Withdrawn entry : only(Entry.Withdrawn.class, heard)) {
            Entry target = byId.get(entry.entry());
            if (target != null && target.head().voice().equals(entry.head().voice())) {
                withdrawn.add(entry.entry());
            }
        }
        List<Entry.Admitted> admissions = new ArrayList<>(only(Entry.Admitted.class, firstVoice));
        admissions.sort(Comparator.comparingInt(Entry.Admitted::generation).thenComparing(BY_ID));
        int generation = admissions.isEmpty() ? 0 : admissions.getLast().generation();
        Set<Bytes> inside = new TreeSet<>();
        Set<Bytes> everInside = new HashSet<>(List.of(voice));
        for (Entry.Admitted entry : admissions) {
            everInside.add(entry.voice());
            if (entry.generation() == generation && !entry.voice().equals(voice)) {
                inside.add(entry.voice());
            }
        }
        Optional<Day> movesTo = only(Entry.Extended.class, firstVoice).stream().map(Entry.Extended::lastDay)
                .max(Comparator.naturalOrder()).filter(day -> day.compareTo(seats.getLast().leaf().day()) > 0);
        Optional<Entry.Closed> closing = only(Entry.Closed.class, firstVoice).stream().filter(entry -> !withdrawn.contains(entry.head().id()))
                .min(Comparator.comparing(Entry.Closed::ending).thenComparing(BY_ID));
        return new ThreadState(posted.getFirst().head().id(), voice, posted.stream().reduce(Fold::newer).orElseThrow(), posted.getFirst(), seats, movesTo,
                answers(only(Entry.Answered.class, heard), inside), admissions, List.copyOf(inside),
                aside(only(Entry.Aside.class, heard.and(entry -> everInside.contains(entry.head().voice())))), closing);
    }

    /** The greatest revision; of two with one revision the lower id, as in NIP-01. The list is sorted, so the first of them comes first. */
    private static Entry.Posted newer(Entry.Posted kept, Entry.Posted next) {
        return next.revision() > kept.revision() ? next : kept;
    }

    /** One for each leaf: under it, replies name the least revision as the root. */
    private static List<Seat> seats(List<Entry.Posted> posted) {
        Map<Long, Seat> seats = new TreeMap<>();
        for (Entry.Posted entry : posted) {
            seats.putIfAbsent(entry.head().leaf().path(), new Seat(entry.head().leaf(), entry.head().id()));
        }
        return List.copyOf(seats.values());
    }

    private List<AnswerState> answers(List<Entry.Answered> entries, Set<Bytes> inside) {
        Map<Bytes, List<Entry.Answered>> byVoice = new LinkedHashMap<>();
        for (Entry.Answered entry : entries) {
            if (!entry.head().voice().equals(voice)) {
                byVoice.computeIfAbsent(entry.head().voice(), ignored -> new ArrayList<>()).add(entry);
            }
        }
        List<AnswerState> answers = new ArrayList<>();
        byVoice.forEach((writer, revisions) ->
                answers.add(new AnswerState(newest(revisions, Entry.Answered::revision), anyWithdrawn(revisions), inside.contains(writer))));
        answers.sort(Comparator.comparingLong((AnswerState answer) -> answer.entry().head().writtenAt()).thenComparing(AnswerState::entry, BY_ID));
        return answers;
    }

    private record Words(Bytes voice, String name) {}

    private List<AsideState> aside(List<Entry.Aside> entries) {
        Map<Words, List<Entry.Aside>> byName = new LinkedHashMap<>();
        for (Entry.Aside entry : entries) {
            byName.computeIfAbsent(new Words(entry.head().voice(), entry.name()), ignored -> new ArrayList<>()).add(entry);
        }
        List<AsideState> aside = new ArrayList<>();
        byName.values().forEach(revisions -> aside.add(new AsideState(newest(revisions, Entry.Aside::revision), anyWithdrawn(revisions))));
        aside.sort(Comparator.comparingInt((AsideState words) -> words.entry().step())
                .thenComparingLong(words -> words.entry().head().writtenAt()).thenComparing(AsideState::entry, BY_ID));
        return aside;
    }

    private boolean anyWithdrawn(List<? extends Entry> revisions) {
        return revisions.stream().anyMatch(entry -> withdrawn.contains(entry.head().id()));
    }

    /** The lists come sorted by id, so that of equal revisions the lower id is met first and kept. */
    private static <E extends Entry> E newest(List<E> revisions, ToIntFunction<E> revision) {
        E newest = revisions.getFirst();
        for (E entry : revisions) {
            if (revision.applyAsInt(entry) > revision.applyAsInt(newest)) {
                newest = entry;
            }
        }
        return newest;
    }

    private <E extends Entry> List<E> only(Class<E> kind, Predicate<? super E> rule) {
        List<E> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (kind.isInstance(entry) && rule.test(kind.cast(entry))) {
                found.add(kind.cast(entry));
            }
        }
        return found;
    }
}
