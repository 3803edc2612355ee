package weft.core.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.Head;
import weft.core.entry.Side;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** Same set, same state: 1,000 seeded histories with hostile ones among them, shuffled and delivered twice. */
class FoldOrderTest {
    private static CircleState state(List<Entry> entries) {
        CircleState state = new CircleState();
        entries.forEach(state::add);
        return state;
    }

    private static Map<Bytes, ThreadState> threads(CircleState state) {
        Map<Bytes, ThreadState> threads = new HashMap<>();
        state.threads().forEach(thread -> threads.put(thread.voice(), thread));
        return threads;
    }

    @Test
    void sameSetSameState() {
        int inForce = 0;
        for (long seed = 0; seed < 1_000; seed++) {
            History history = new History(seed);
            Map<Bytes, ThreadState> wanted = threads(state(history.entries));
            for (int round = 0; round < 3; round++) {
                List<Entry> shuffled = new ArrayList<>(history.entries);
                for (int i = history.random.nextInt(shuffled.size()); i > 0; i--) {
                    shuffled.add(history.any(history.entries));
                }
                Collections.shuffle(shuffled, history.random);
                CircleState state = new CircleState();
                for (Entry entry : shuffled) {
                    state.add(entry);
                    if (history.random.nextInt(4) == 0) {
                        // Looking in between must not change what is seen later.
                        state.threads();
                    }
                }
                assertThat(threads(state)).as("seed %d, round %d", seed, round).isEqualTo(wanted);
            }
            inForce += wanted.values().stream().mapToInt(t -> t.answers().size() + t.aside().size() + t.inside().size()).sum();
        }
        assertThat(inForce).as("the histories are not all noise").isGreaterThan(3_000);
    }

    @Test
    void whatIsForgottenLeavesTheStateOfTheRest() {
        for (long seed = 0; seed < 1_000; seed++) {
            History history = new History(seed);
            CircleState state = state(history.entries);
            Leaf leaf = history.any(history.leaves);
            state.forget(leaf);
            List<Entry> left = new ArrayList<>(history.entries);
            left.removeIf(entry -> entry.head().leaf().equals(leaf));
            assertThat(threads(state)).as("seed %d, a leaf", seed).isEqualTo(threads(state(left)));

            state.forgetThrough(new Day(2501));
            left.removeIf(entry -> entry.head().leaf().day().number() <= 2501);
            assertThat(threads(state)).as("seed %d, a day", seed).isEqualTo(threads(state(left)));
            assertThat(state.waiting()).isEqualTo(state(left).waiting());

            left.forEach(state::add);
            assertThat(threads(state)).as("seed %d, again", seed).isEqualTo(threads(state(left)));
            history.entries.forEach(state::add);
            assertThat(threads(state)).as("seed %d, all again", seed).isEqualTo(threads(state(history.entries)));
        }
    }

    /** An authority's checker, apart from the fold: nothing in force may come from a voice that had no right to it. */
    @Test
    void nothingInForceComesFromAForeignVoice() {
        for (long seed = 0; seed < 1_000; seed++) {
            History history = new History(seed);
            CircleState state = state(history.entries);
            Map<Bytes, Set<Bytes>> heardIn = new HashMap<>();
            for (ThreadState thread : state.threads()) {
                assertThat(thread.posted().head().voice()).isEqualTo(thread.voice());
                thread.closing().ifPresent(closed -> assertThat(closed.head().voice()).isEqualTo(thread.voice()));
                assertThat(thread.admissions()).allMatch(entry -> entry.head().voice().equals(thread.voice()));
                Set<Bytes> ever = new HashSet<>(List.of(thread.voice()));
                thread.admissions().forEach(entry -> ever.add(entry.voice()));
                assertThat(thread.aside()).allMatch(words -> ever.contains(words.entry().head().voice()));
                assertThat(thread.answers()).allMatch(answer -> thread.leaves().contains(answer.entry().head().leaf()));
                thread.answers().forEach(answer -> heardIn.computeIfAbsent(answer.entry().head().voice(), v -> new HashSet<>()).add(thread.voice()));
                thread.aside().forEach(words -> heardIn.computeIfAbsent(words.entry().head().voice(), v -> new HashSet<>()).add(thread.voice()));
            }
            assertThat(heardIn.values()).as("seed %d", seed).allMatch(threads -> threads.size() == 1);
        }
    }

    /** Adding to one thread leaves the folded state of all others as the very same object: nothing else was folded again. */
    @ParameterizedTest
    @ValueSource(ints = {100_000})
    void addingOneFoldsOnlyItsThread(int size) {
        History history = new History(7);
        CircleState state = new CircleState();
        List<Entry> firsts = new ArrayList<>();
        for (int i = 0; i < size / 10; i++) {
            Leaf leaf = new Leaf(new Day(2500), 0x1000 + i);
            Entry.Posted first = new Entry.Posted(new Head(history.bytes(), history.bytes(), 1_790_000_400L, leaf), "a", 0,
                    new Ask(Side.NEED, "Need " + i, "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of()));
            firsts.add(first);
            state.add(first);
            for (int j = 0; j < 9; j++) {
                state.add(new Entry.Answered(new Head(history.bytes(), history.bytes(), 1_790_000_400L, leaf), first.head().id(), 0, "sealed"));
            }
        }
        Map<Bytes, ThreadState> before = threads(state);
        Entry first = firsts.getFirst();
        state.add(new Entry.Closed(new Head(history.bytes(), first.head().voice(), 1_790_000_400L, first.head().leaf()), first.head().id(),
                "0102030405060708", Entry.Ending.DONE));
        long folded = threads(state).entrySet().stream().filter(thread -> before.get(thread.getKey()) != thread.getValue()).count();
        assertThat(folded).isEqualTo(1);
        assertThat(state.thread(first.head().id()).orElseThrow().closing()).isPresent();
    }
}
