package weft.core.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weft.core.circle.ThreadState;
import weft.core.entry.Ask;
import weft.core.entry.Whereabouts;
import weft.core.find.Tokens;
import weft.core.key.Leaf;
import weft.core.view.BoardQuery;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * The needs and offers of a circle that may be shown, what is wanted soonest first: put in order when somebody looks, and kept
 * until something of it changes. Nothing of it outlives the step that forgets a thread ({@link #tend}).
 */
final class Board {
    private @Nullable Basis basis;
    private List<ThreadState> shown = List.of();
    private List<String> kinds = List.of();
    private List<String> places = List.of();

    /** All that decides what is shown, and in which order. */
    private record Basis(long changes, Set<Bytes> hidden, Set<Bytes> condemned, Day forgottenThrough, Set<Day> condemnedDays) {
        static Basis of(Membership circle) {
            return new Basis(circle.state.changes(), Set.copyOf(circle.hidden.keySet()), Set.copyOf(circle.condemnedThreads.keySet()), circle.forgottenThrough,
                    Set.copyOf(circle.condemnedDays.keySet()));
        }
    }

    /** Some of what fits a query, and how much does. */
    record Part(List<ThreadState> threads, int count) {}

    private record Row(long wantedBy, ThreadState thread) {}

    /** Lets go of what is not as it was. */
    void tend(Membership circle) {
        if (basis != null && basis.changes() != circle.state.changes()) {
            basis = null;
            shown = List.of();
            kinds = List.of();
            places = List.of();
        }
    }

    /** What fits a query at a time, from which on and at most how many. */
    Part look(Membership circle, BoardQuery query, long now, int from, int most) {
        follow(circle);
        boolean all = query.equals(new BoardQuery(query.circle(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), query.withEnded()));
        List<ThreadState> out = new ArrayList<>();
        int count = 0;
        for (ThreadState thread : shown) {
            if ((query.withEnded() || !ended(thread, now)) && (all || fits(query, thread.ask().orElseThrow()))) {
                if (count >= from && out.size() < most) {
                    out.add(thread);
                }
                count++;
            }
        }
        return new Part(out, count);
    }

    /** The kinds of help in use, the most common first. */
    List<String> kinds() {
        return kinds;
    }

    /** The names of places in use, the most common first. */
    List<String> places() {
        return places;
    }

    /** Ids of the stored envelopes that hold the first so many threads. */
    Set<Bytes> foremost(Membership circle, long now, int threads) {
        Set<Leaf> leaves = new HashSet<>();
        look(circle, BoardQuery.all(circle.address), now, 0, threads).threads().forEach(thread -> leaves.addAll(thread.leaves()));
        Set<Bytes> out = new HashSet<>();
        circle.held.forEach((id, held) -> {
            if (leaves.contains(held.leaf)) {
                out.add(id);
            }
        });
        return out;
    }

    private void follow(Membership circle) {
        Basis now = Basis.of(circle);
        if (now.equals(basis)) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        Map<String, Integer> kindsUsed = new LinkedHashMap<>();
        Map<String, Integer> placesUsed = new LinkedHashMap<>();
        for (ThreadState thread : circle.state.threads(Ask.class)) {
            if (ViewsOf.isShown(circle, thread)) {
                Ask ask = thread.ask().orElseThrow();
                rows.add(new Row(ViewsOf.wantedBy(ask, thread.lastDay()), thread));
                kindsUsed.merge(ask.kind(), 1, Integer::sum);
                placesUsed.merge(ask.where().map(Whereabouts::name).orElse(""), 1, Integer::sum);
            }
        }
        rows.sort(Comparator.comparingLong(Row::wantedBy).thenComparing(row -> row.thread().root()));
        shown = rows.stream().map(Row::thread).toList();
        kinds = common(kindsUsed);
        places = common(placesUsed);
        basis = now;
    }

    /** The words in use, the most common first. */
    private static List<String> common(Map<String, Integer> uses) {
        uses.remove("");
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }

    private static boolean ended(ThreadState thread, long now) {
        return thread.closing().isPresent() || thread.lastDay().endsAt() <= now;
    }

    private static boolean fits(BoardQuery query, Ask ask) {
        return query.side().map(side -> side == ask.side()).orElse(true)
                && query.kind().map(kind -> lower(kind).equals(lower(ask.kind()))).orElse(true)
                && query.place().map(place -> ask.where().map(Whereabouts::name).filter(name -> lower(name).equals(lower(place))).isPresent()).orElse(true)
                && query.from().map(from -> ask.until().orElse(Long.MAX_VALUE) >= from).orElse(true)
                && query.until().map(until -> ask.from().orElse(Long.MIN_VALUE) <= until).orElse(true)
                && query.words().map(words -> Tokens.holdAll(Found.text(ask), Tokens.wanted(words, true))).orElse(true);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
