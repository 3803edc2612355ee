package weft.core.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.Head;
import weft.core.entry.Side;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** One test for each rule of spec/fold.md. Entries are made without signatures here: the fold takes what the reader let through. */
class FoldTest {
    private static final Leaf LEAF = new Leaf(new Day(2500), 0x1000);
    private static final Leaf LATER = new Leaf(new Day(2530), 0x1000);
    private static final Leaf OTHER = new Leaf(new Day(2500), 0x2000);
    private static final Bytes AMINA = voice(1);
    private static final Bytes BEN = voice(2);
    private static final Bytes CARO = voice(3);
    private static final Bytes DORA = voice(4);

    private int made;

    static Bytes voice(int number) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Bytes.of(bytes);
    }

    /** Ids grow with each entry made. */
    private Head head(Bytes voice, Leaf leaf) {
        return new Head(Bytes.bigEndian(++made, 4).then(Bytes.wrap(new byte[28])), voice, 1_790_000_400L, leaf);
    }

    private Entry.Posted need(Bytes voice, Leaf leaf, int revision, String title) {
        return need(voice, leaf, "aaaaaaaaaaaaaaaa", revision, title);
    }

    private Entry.Posted need(Bytes voice, Leaf leaf, String name, int revision, String title) {
        return new Entry.Posted(head(voice, leaf), name, revision,
                new Ask(Side.NEED, title, "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of()));
    }

    private Entry.Answered answer(Bytes voice, Entry root, int revision) {
        return new Entry.Answered(head(voice, root.head().leaf()), root.head().id(), revision, "sealed " + revision);
    }

    private Entry.Admitted admit(Bytes voice, Entry root, Bytes in, int generation) {
        return new Entry.Admitted(head(voice, root.head().leaf()), root.head().id(), in, generation, "key " + generation);
    }

    private Entry.Aside aside(Bytes voice, Entry root, String name, int revision, int step) {
        return new Entry.Aside(head(voice, root.head().leaf()), root.head().id(), name, revision, step, "words " + revision);
    }

    private Entry.Withdrawn withdraw(Bytes voice, Entry root, Entry entry) {
        return new Entry.Withdrawn(head(voice, root.head().leaf()), root.head().id(), entry.head().id());
    }

    private Entry.Closed close(Bytes voice, Entry root, Entry.Ending ending) {
        return new Entry.Closed(head(voice, root.head().leaf()), root.head().id(), "0102030405060708", ending);
    }

    /** The state of a set, the same in both orders or the test fails. */
    private static ThreadState thread(Entry root, Entry... others) {
        List<Entry> entries = new ArrayList<>(List.of(root));
        entries.addAll(List.of(others));
        ThreadState forwards = state(entries).thread(root.head().id()).orElseThrow();
        assertThat(state(entries.reversed()).thread(root.head().id())).contains(forwards);
        return forwards;
    }

    private static CircleState state(List<Entry> entries) {
        CircleState state = new CircleState();
        entries.forEach(state::add);
        return state;
    }

    @Test
    void theGreatestRevisionIsInForceAndOfEqualOnesTheLowerId() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry lower = need(AMINA, LEAF, 2, "Bread and cake");
        ThreadState thread = thread(root, lower, need(AMINA, LEAF, 2, "Nothing"), need(AMINA, LEAF, 1, "Cake"));
        assertThat(thread.ask().orElseThrow().title()).isEqualTo("Bread and cake");
        assertThat(thread.root()).isEqualTo(root.head().id());
        assertThat(thread.nextRevision()).isEqualTo(3);
    }

    @Test
    void onlyTheFirstVoiceRevises() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        assertThat(thread(root, need(BEN, LEAF, 1, "Nothing")).ask().orElseThrow().title()).isEqualTo("Bread");
    }

    @Test
    void aSecondNameOfOneVoiceDoesNotCount() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, need(AMINA, OTHER, "bbbbbbbbbbbbbbbb", 5, "Cake"));
        assertThat(thread.ask().orElseThrow().title()).isEqualTo("Bread");
        assertThat(thread.leaves()).containsExactly(LEAF);
    }

    @Test
    void aReplyMayNameAnyRevisionAsItsRoot() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry revised = need(AMINA, LEAF, 1, "Cake");
        assertThat(thread(root, revised, answer(BEN, revised, 0)).answers()).hasSize(1);
    }

    @Test
    void aReplyToAnUnknownRootWaitsForIt() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry answer = answer(BEN, root, 0);
        CircleState state = state(List.of(answer));
        assertThat(state.threads()).isEmpty();
        assertThat(state.waiting()).isEqualTo(1);
        state.add(root);
        assertThat(state.waiting()).isZero();
        assertThat(state.thread(root.head().id()).orElseThrow().answers()).hasSize(1);
    }

    @Test
    void nomoreWaitThanTheBound() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        CircleState state = new CircleState();
        for (int i = 0; i < CircleState.WAITING; i++) {
            assertThat(state.add(answer(BEN, root, 0))).isTrue();
        }
        Entry late = answer(CARO, root, 0);
        assertThat(state.add(late)).isFalse();
        assertThat(state.knows(late.head().id())).isFalse();
        state.add(root);
        assertThat(state.add(late)).isTrue();
        assertThat(state.thread(root.head().id()).orElseThrow().answers()).hasSize(2);
    }

    @Test
    void aReplyUnderAForeignLeafDoesNotCount() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry lifted = new Entry.Answered(head(BEN, LATER), root.head().id(), 0, "sealed");
        Entry closed = new Entry.Closed(head(AMINA, LATER), root.head().id(), "0102030405060708", Entry.Ending.DONE);
        ThreadState thread = thread(root, lifted, closed);
        assertThat(thread.answers()).isEmpty();
        assertThat(thread.closing()).isEmpty();
        assertThat(thread.lastDay()).isEqualTo(LEAF.day());
    }

    @Test
    void whoSpeaksInTwoThreadsIsHeardInNeither() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry other = need(CARO, OTHER, 0, "Cake");
        List<Entry> entries = List.of(root, other, answer(BEN, root, 0), answer(BEN, other, 0), answer(DORA, root, 0));
        for (List<Entry> order : List.of(entries, entries.reversed())) {
            CircleState state = state(order);
            assertThat(state.thread(root.head().id()).orElseThrow().answers()).extracting(a -> a.entry().head().voice()).containsExactly(DORA);
            assertThat(state.thread(other.head().id()).orElseThrow().answers()).isEmpty();
        }
    }

    @Test
    void whoBeganAThreadIsHeardInThatOneAlone() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry other = need(CARO, OTHER, 0, "Cake");
        List<Entry> entries = List.of(root, other, answer(CARO, root, 0), answer(BEN, other, 0), close(CARO, other, Entry.Ending.DONE));
        for (List<Entry> order : List.of(entries, entries.reversed())) {
            CircleState state = state(order);
            assertThat(state.thread(root.head().id()).orElseThrow().answers()).isEmpty();
            assertThat(state.thread(other.head().id()).orElseThrow().answers()).hasSize(1);
            assertThat(state.thread(other.head().id()).orElseThrow().closing()).isPresent();
        }
    }

    @Test
    void aVoiceHasOneAnswerAndTheFirstVoiceNone() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, answer(BEN, root, 1), answer(BEN, root, 0), answer(BEN, root, 1), answer(AMINA, root, 0));
        assertThat(thread.answers()).hasSize(1);
        assertThat(thread.answers().getFirst().entry().sealed()).isEqualTo("sealed 1");
        assertThat(thread.answers().getFirst().entry().head().id()).isEqualTo(Bytes.bigEndian(2, 4).then(Bytes.wrap(new byte[28])));
        assertThat(thread.answered()).isTrue();
    }

    @Test
    void onlyTheFirstVoiceLetsIn() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, answer(BEN, root, 0), admit(BEN, root, BEN, 0), admit(CARO, root, BEN, 9));
        assertThat(thread.inside()).isEmpty();
        assertThat(thread.inHand()).isFalse();
        assertThat(thread(root, answer(BEN, root, 0), admit(AMINA, root, BEN, 0)).inHand()).isTrue();
    }

    @Test
    void whoHasNoAdmissionOfTheGreatestGenerationIsOut() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, admit(AMINA, root, BEN, 0), admit(AMINA, root, CARO, 0), admit(AMINA, root, CARO, 1));
        assertThat(thread.inside()).containsExactly(CARO);
        assertThat(thread.isInside(BEN)).isFalse();
        assertThat(thread.isInside(AMINA)).isTrue();
        assertThat(thread.generation()).isEqualTo(1);
        ThreadState empty = thread(root, admit(AMINA, root, BEN, 0), admit(AMINA, root, AMINA, 1));
        assertThat(empty.inside()).isEmpty();
    }

    @Test
    void theAsideIsForThoseLetIn() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, aside(AMINA, root, "1", 0, 0), aside(CARO, root, "1", 0, 1), aside(BEN, root, "1", 0, 1), admit(AMINA, root, BEN, 0));
        assertThat(thread.aside()).extracting(words -> words.entry().head().voice()).containsExactly(AMINA, BEN);
        assertThat(thread.nextStep()).isEqualTo(2);
    }

    @Test
    void wordsInTheAsideStandInTheOrderOfTheirStepsAndAreRevisedByName() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, aside(AMINA, root, "late", 0, 5), aside(AMINA, root, "early", 0, 1), aside(AMINA, root, "early", 1, 1));
        assertThat(thread.aside()).extracting(words -> words.entry().name()).containsExactly("early", "late");
        assertThat(thread.aside().getFirst().entry().sealed()).isEqualTo("words 1");
    }

    @Test
    void aVoiceTakesBackItsOwnInAllRevisions() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry answer = answer(BEN, root, 0);
        ThreadState thread = thread(root, answer, answer(BEN, root, 1), withdraw(BEN, root, answer), admit(AMINA, root, BEN, 0));
        assertThat(thread.answers()).extracting(ThreadState.AnswerState::withdrawn).containsExactly(true);
        assertThat(thread.inHand()).isFalse();
        assertThat(thread.answered()).isFalse();
        Entry words = aside(AMINA, root, "1", 0, 0);
        assertThat(thread(root, words, withdraw(AMINA, root, words)).aside().getFirst().withdrawn()).isTrue();
    }

    @Test
    void nobodyTakesBackWhatAnotherWrote() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry answer = answer(BEN, root, 0);
        ThreadState thread = thread(root, answer, withdraw(CARO, root, answer), withdraw(AMINA, root, answer));
        assertThat(thread.answers()).extracting(ThreadState.AnswerState::withdrawn).containsExactly(false);
    }

    @Test
    void aNeedIsNotTakenBackButClosed() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        ThreadState thread = thread(root, withdraw(AMINA, root, root));
        assertThat(thread.ask().orElseThrow().title()).isEqualTo("Bread");
        assertThat(thread.closing()).isEmpty();
    }

    @Test
    void onlyTheFirstVoiceClosesAndDoneGoesBeforeNoLonger() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        assertThat(thread(root, close(BEN, root, Entry.Ending.DONE)).closing()).isEmpty();
        ThreadState thread = thread(root, close(AMINA, root, Entry.Ending.NO_LONGER), close(AMINA, root, Entry.Ending.DONE));
        assertThat(thread.closing().map(Entry.Closed::ending)).contains(Entry.Ending.DONE);
    }

    @Test
    void aCloseCanBeTakenBack() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry close = close(AMINA, root, Entry.Ending.DONE);
        assertThat(thread(root, close, withdraw(AMINA, root, close)).closing()).isEmpty();
        assertThat(thread(root, close, withdraw(BEN, root, close)).closing()).isPresent();
    }

    @Test
    void anExtensionIsAnnouncedByTheFirstVoiceAlone() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        assertThat(thread(root, new Entry.Extended(head(BEN, LEAF), root.head().id(), LATER.day())).movesTo()).isEmpty();
        ThreadState thread = thread(root, new Entry.Extended(head(AMINA, LEAF), root.head().id(), LATER.day()));
        assertThat(thread.movesTo()).contains(LATER.day());
        assertThat(thread.lastDay()).isEqualTo(LEAF.day());
    }

    @Test
    void aThreadMovesWithItsWordsAndLosesWhatNobodyWroteAnew() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry extended = new Entry.Extended(head(AMINA, LEAF), root.head().id(), LATER.day());
        Entry seat = need(AMINA, LATER, 1, "Bread");
        List<Entry> entries = List.of(root, extended, seat, answer(BEN, root, 0), answer(BEN, seat, 1), answer(CARO, root, 0),
                aside(AMINA, root, "1", 0, 0), aside(AMINA, seat, "1", 1, 0), admit(AMINA, root, BEN, 0), admit(AMINA, seat, BEN, 0));
        CircleState state = state(entries);
        ThreadState both = state.thread(root.head().id()).orElseThrow();
        assertThat(both.movesTo()).isEmpty();
        assertThat(both.lastDay()).isEqualTo(LATER.day());
        assertThat(both.leaves()).containsExactly(LEAF, LATER);
        assertThat(both.seat().root()).isEqualTo(seat.head().id());
        assertThat(both.answers()).hasSize(2);
        assertThat(both.aside()).hasSize(1);
        assertThat(state.leavesToForget(root.head().id())).containsExactly(LEAF, LATER);

        state.forgetThrough(LEAF.day());
        assertThat(state.thread(root.head().id())).isEmpty();
        ThreadState left = state.thread(seat.head().id()).orElseThrow();
        assertThat(left.root()).isEqualTo(seat.head().id());
        assertThat(left.answers()).extracting(a -> a.entry().head().voice()).containsExactly(BEN);
        assertThat(left.aside()).hasSize(1);
        assertThat(left.inside()).containsExactly(BEN);
        assertThat(left).isEqualTo(state(entries.stream().filter(e -> e.head().leaf().equals(LATER)).toList()).thread(seat.head().id()).orElseThrow());
    }

    @Test
    void closingOnesOwnThreadNeverDestroysAnotherOnTheSameLeaf() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry squatter = need(CARO, LEAF, 0, "On the same leaf");
        CircleState state = state(List.of(root, squatter, close(CARO, squatter, Entry.Ending.DONE)));
        assertThat(state.leavesToForget(squatter.head().id())).isEmpty();
        state.add(close(AMINA, root, Entry.Ending.DONE));
        assertThat(state.leavesToForget(squatter.head().id())).containsExactly(LEAF);
        assertThat(state.leavesToForget(Bytes.EMPTY)).isEmpty();
    }

    @Test
    void forgettingAThreadFreesTheVoicesThatSpokeThere() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        Entry other = need(CARO, OTHER, 0, "Cake");
        CircleState state = state(List.of(root, other, answer(BEN, root, 0), answer(BEN, other, 0)));
        assertThat(state.thread(root.head().id()).orElseThrow().answers()).isEmpty();
        state.forget(other.head().id());
        assertThat(state.size()).isEqualTo(1);
        assertThat(state.thread(root.head().id()).orElseThrow().answers()).hasSize(1);
        assertThat(state.add(other)).isTrue();
        state.forget(OTHER);
        assertThat(state.threads()).hasSize(1);
    }

    @Test
    void addingTwiceChangesNothing() {
        Entry root = need(AMINA, LEAF, 0, "Bread");
        CircleState state = new CircleState();
        assertThat(state.add(root)).isTrue();
        assertThat(state.add(root)).isFalse();
    }
}
