package weft.core.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weft.core.entry.Asking;
import weft.core.entry.Entry;
import weft.core.entry.Head;
import weft.core.entry.Named;
import weft.core.entry.Thing;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** Where a thing is does not hang on the order in which it became known, nor on what came twice. */
class LendingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Leaf LEAF = new Leaf(new Day(2600), 0x1000);

    private final Random random = new Random(11);

    private Bytes bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Bytes.of(bytes);
    }

    private Head head(Bytes voice) {
        return new Head(bytes(), voice, 1_795_392_000L + 86_400L * random.nextInt(2), LEAF);
    }

    private List<Entry> history(Named thing) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.Posted(head(thing.voice()), thing.name(), 0,
                new Thing("Drill", "", "", "", List.of(), Optional.empty(), Optional.empty(), List.of())));
        for (int i = 0; i < 12; i++) {
            Bytes voice = bytes();
            LocalDate from = MONDAY.plusDays(random.nextInt(10));
            boolean here = random.nextInt(4) == 0;
            Optional<Asking.Days> days = here || random.nextBoolean() ? Optional.of(new Asking.Days(from, from.plusDays(random.nextInt(3)))) : Optional.empty();
            Named what = random.nextInt(6) == 0 ? new Named(bytes(), thing.name()) : thing;
            Entry.Posted posted = new Entry.Posted(head(voice), "a", 0, new Asking(what, here ? Asking.Stage.HERE : Asking.Stage.WANTED, days, ""));
            entries.add(posted);
            if (random.nextInt(4) == 0) {
                entries.add(new Entry.Closed(head(voice), posted.head().id(), "0102030405060708", Entry.Ending.DONE));
            }
        }
        return entries;
    }

    private static List<List<String>> told(List<Entry> entries, Named thing) {
        CircleState state = new CircleState();
        entries.forEach(state::add);
        Lending lending = Lending.of(state.threads(), thing, voice -> voice.bigEndianAt(0, 4));
        return java.util.stream.Stream.of(lending.here(), lending.asked(), lending.line())
                .map(some -> some.stream().map(one -> one.voice().hex() + lending.clashes(one)).toList()).toList();
    }

    @Test
    void sameThreadsSameAnswer() {
        int clashes = 0;
        for (int i = 0; i < 300; i++) {
            Named thing = new Named(bytes(), "a");
            List<Entry> entries = history(thing);
            List<List<String>> first = told(entries, thing);
            clashes += first.stream().flatMap(List::stream).anyMatch(one -> one.endsWith("true")) ? 1 : 0;
            List<Entry> shuffled = new ArrayList<>(entries);
            shuffled.addAll(entries.subList(0, entries.size() / 2));
            Collections.shuffle(shuffled, random);
            assertThat(told(shuffled, thing)).isEqualTo(first);
        }
        assertThat(clashes).as("some clash and some do not").isBetween(50, 295);
    }

    @Test
    void theLineIsByTheDayAndWithinADayByLot() {
        Named thing = new Named(bytes(), "a");
        CircleState state = new CircleState();
        List<Bytes> voices = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            voices.add(bytes());
            Head head = new Head(bytes(), voices.get(i), 1_795_392_000L + (i == 2 ? 0 : 86_400), LEAF);
            state.add(new Entry.Posted(head, "a", 0, new Asking(thing, Asking.Stage.WANTED, Optional.empty(), "")));
        }
        List<Bytes> one = Lending.of(state.threads(), thing, voice -> voice.equals(voices.get(0)) ? 1 : 2).line().stream().map(ThreadState::voice).toList();
        List<Bytes> other = Lending.of(state.threads(), thing, voice -> voice.equals(voices.get(0)) ? 2 : 1).line().stream().map(ThreadState::voice).toList();
        assertThat(one).containsExactly(voices.get(2), voices.get(0), voices.get(1));
        assertThat(other).containsExactly(voices.get(2), voices.get(1), voices.get(0));
    }
}
