package weft.core.circle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import weft.core.entry.Asking;
import weft.core.entry.Named;
import weft.primitives.Bytes;

/**
 * Where a thing is and who asks for it, looked up in the threads there are ("Things" in {@code spec/fold.md}): the same threads, the same
 * answer, whatever the order of arrival. Nothing is counted and nothing that is closed is looked at.
 *
 * @param here who says that it is with them; more than one where they have not agreed yet
 * @param asked who asks for it for certain days, the earliest first
 * @param line who waits until it is free
 */
public record Lending(List<ThreadState> here, List<ThreadState> asked, List<ThreadState> line) {
    /** Keeps unmodifiable copies. */
    public Lending {
        here = List.copyOf(here);
        asked = List.copyOf(asked);
        line = List.copyOf(line);
    }

    /**
     * Looks up.
     *
     * @param threads threads of the thing's circle that are shown
     * @param draw this node's own order of those who began to wait on one day
     */
    public static Lending of(Collection<ThreadState> threads, Named thing, ToLongFunction<Bytes> draw) {
        List<ThreadState> here = new ArrayList<>();
        List<ThreadState> asked = new ArrayList<>();
        List<ThreadState> line = new ArrayList<>();
        for (ThreadState thread : threads) {
            if (thread.closing().isEmpty() && thread.words() instanceof Asking asking && asking.thing().equals(thing)) {
                boolean there = asking.stage() == Asking.Stage.HERE;
                (there ? here : asking.days().isPresent() ? asked : line).add(thread);
            }
        }
        here.sort(Comparator.comparing(ThreadState::voice));
        asked.sort(Comparator.comparing(Lending::from).thenComparing(ThreadState::voice));
        line.sort(Comparator.comparingLong(ThreadState::writtenAt).thenComparingLong(thread -> draw.applyAsLong(thread.voice()))
                .thenComparing(ThreadState::voice));
        return new Lending(here, asked, line);
    }

    private static LocalDate from(ThreadState thread) {
        return thread.asking().flatMap(Asking::days).map(Asking.Days::from).orElse(LocalDate.MAX);
    }

    /** Whether somebody else has it, or asks for it, on one of these days. */
    public boolean clashes(Asking.Days days, Bytes voice) {
        return meets(here, days, voice) || meets(asked, days, voice);
    }

    /** Whether more than one says that it is with them, or one of them has days that another has too. */
    public boolean clashes(ThreadState thread) {
        boolean two = here.size() > 1 && here.contains(thread);
        return two || thread.asking().flatMap(Asking::days).map(days -> clashes(days, thread.voice())).orElse(false);
    }

    private static boolean meets(List<ThreadState> some, Asking.Days days, Bytes voice) {
        return some.stream().filter(thread -> !thread.voice().equals(voice))
                .anyMatch(thread -> thread.asking().flatMap(Asking::days).map(days::meets).orElse(false));
    }
}
