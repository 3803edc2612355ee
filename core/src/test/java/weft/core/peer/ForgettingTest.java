package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.entry.Entry;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** When what is over is shown no more, when its keys go, and when they don't. */
class ForgettingTest {
    private static final long YEAR = 365 * 86_400L;

    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private Bytes circle = Bytes.EMPTY;

    @BeforeEach
    void begin() {
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
    }

    private Ref post(Day day) {
        return ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Soup"), day, "here"))).ref();
    }

    private boolean kept(TinyNode node) {
        return node.store.values().stream().anyMatch(event -> event.publicKey().equals(circle));
    }

    @Test
    void condemnedWhenGraceIsOverAndDestroyedAnHourLater() {
        Day day = world.today();
        Ref need = post(day);
        world.pass(day.endsAt() + 86_400 - 60 - world.now);
        assertThat(amina.views().thread(need)).isPresent();
        world.pass(120);
        assertThat(amina.views().thread(need)).isEmpty();
        assertThat(World.titles(bo, circle)).isEmpty();
        assertThat(kept(amina)).isTrue();
        world.pass(3_000);
        assertThat(kept(amina)).isTrue();
        world.pass(1_800);
        assertThat(kept(amina)).isFalse();
        assertThat(kept(bo)).isFalse();
    }

    @Test
    void condemnedAndStartedAgainOnTheSameDayWaitsAnHourOnALaterDayItGoesAtOnce() {
        Day day = world.today();
        post(day);
        world.pass(day.endsAt() + 86_400 + 60 - world.now);
        amina.restart();
        assertThat(kept(amina)).isTrue();
        amina.stop();
        world.pass(86_400);
        amina.start();
        assertThat(kept(amina)).isFalse();
    }

    @Test
    void aClosedThreadIsShownForADayThenForgottenBeforeItsDayAndNotFetchedAgain() {
        Ref need = post(world.today().plus(30));
        bo.wish(new Command.Answer(need, "I do"));
        amina.wish(new Command.Close(need, Entry.Ending.DONE));
        world.pass(86_400 - 60);
        assertThat(bo.views().thread(need)).isPresent();
        world.pass(3_600 + 120);
        assertThat(bo.views().thread(need)).isEmpty();
        world.pass(2 * 3_600);
        assertThat(kept(amina)).isFalse();
        assertThat(kept(bo)).isFalse();
        assertThat(bo.peer.views(world.now).node().waiting()).isZero();
        world.relay().breakAll();
        world.pass(600);
        amina.restart();
        world.pass(600);
        assertThat(kept(amina)).isFalse();
        assertThat(kept(bo)).isFalse();
    }

    /** The day counts from when it was seen, in time that passed: found by the box, where such a node forgot after some hours. */
    @Test
    void aClosingSeenWhileTheClockWasBehindIsShownForADayAllTheSame() {
        Ref need = post(world.today().plus(30));
        // Nobody's clock leaps by more than is believed: three quarters of a day back, and forward again.
        world.pass(8 * 3_600);
        bo.behind = 18 * 3_600;
        bo.step(new Input.Woke());
        amina.wish(new Command.Close(need, Entry.Ending.DONE));
        world.pass(600);
        assertThat(bo.views().thread(need).orElseThrow().card().stage()).isEqualTo(weft.core.view.Stage.DONE);
        bo.behind = 0;
        bo.step(new Input.Woke());
        world.pass(22 * 3_600);
        assertThat(bo.views().thread(need)).isPresent();
        assertThat(kept(bo)).isTrue();
        world.pass(6 * 3_600);
        assertThat(bo.views().thread(need)).isEmpty();
        assertThat(kept(bo)).isFalse();
    }

    @Test
    void aClosingTakenBackForgetsNothing() {
        Ref need = post(world.today().plus(30));
        amina.wish(new Command.Close(need, Entry.Ending.DONE));
        Bytes closing = closing(need);
        assertThat(amina.wish(new Command.Withdraw(need, closing))).isEqualTo(new Outcome.Done());
        world.pass(4 * 86_400);
        assertThat(World.titles(bo, circle)).containsExactly("Soup");
    }

    private Bytes closing(Ref need) {
        PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        Membership copy = state.circles.get(circle);
        new java.util.ArrayList<>(amina.store.values()).stream().filter(event -> event.publicKey().equals(circle)).forEach(event -> {
            var opened = copy.keys.open(weft.wire.event.Envelope.of(event).orThrow()).orThrow();
            copy.state.add(weft.core.entry.EntryReader.read(TinyNode.P, opened.json(), circle, opened.leaf()).orThrow());
        });
        return copy.state.thread(need.root()).orElseThrow().closing().orElseThrow().head().id();
    }

    @Test
    void aClockThatJumpsDestroysNothingUntilAPersonConfirmsTheDate() {
        Ref need = post(world.today().plus(3));
        for (long jump : List.of(YEAR, -2 * YEAR, YEAR)) {
            world.now += jump;
            amina.step(new Input.Woke());
            world.pass(2 * 86_400 + 7_200);
            world.now -= 2 * 86_400 + 7_200;
            assertThat(amina.views().node().clockJumped()).isTrue();
            assertThat(kept(amina)).isTrue();
            amina.restart();
            assertThat(amina.views().node().clockJumped()).isTrue();
            assertThat(kept(amina)).isTrue();
        }
        assertThat(amina.wish(new Command.ConfirmDate())).isEqualTo(new Outcome.Done());
        assertThat(amina.views().node().clockJumped()).isFalse();
        assertThat(amina.views().thread(need)).isPresent();
        world.pass(86_400);
        assertThat(kept(amina)).isTrue();
    }

    @Test
    void whoWaitsForTheDateIsNotWokenForWhatIsDue() {
        amina.wish(new Command.CircleInvite(circle));
        world.now += 30 * 86_400;
        amina.step(new Input.Woke());
        assertThat(amina.views().node().clockJumped()).isTrue();
        world.pass(600);
        long before = amina.log.stream().filter(effect -> effect.startsWith("WakeAt")).count();
        world.pass(2 * 3_600);
        // The invitation is late, and a look at practices is due; neither is done before a person has said that the date is right.
        assertThat(amina.log.stream().filter(effect -> effect.startsWith("WakeAt")).count() - before).isLessThan(60);
    }

    @Test
    void awayForLongAsksForTheDateThenForgets() {
        post(world.today());
        amina.stop();
        world.pass(10 * 86_400);
        amina.start();
        world.pass(7_200);
        assertThat(amina.views().node().clockJumped()).isTrue();
        assertThat(kept(amina)).isTrue();
        amina.wish(new Command.ConfirmDate());
        assertThat(World.titles(amina, circle)).isEmpty();
        world.pass(7_200);
        assertThat(kept(amina)).isFalse();
    }

    @Test
    void aNodeStartedDailyNeverAsksForTheDate() {
        for (int day = 0; day < 10; day++) {
            world.pass(86_400);
            amina.restart();
            assertThat(amina.views().node().clockJumped()).isFalse();
        }
    }

    @Test
    void aDestructionThatCouldNotBeStoredIsDoneLater() {
        post(world.today());
        world.pass(86_400 + 15 * 3_600 - 60);
        amina.mayStore = 0;
        world.pass(4 * 3_600);
        assertThat(kept(amina)).isTrue();
        assertThat(World.titles(amina, circle)).isEmpty();
        amina.mayStore = Integer.MAX_VALUE;
        world.pass(300);
        assertThat(kept(amina)).isFalse();
        PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        assertThat(state.circles.get(circle).voices).isEmpty();
    }

    @Test
    void aPowerCutBetweenVaultAndRemovalIsMendedAtStart() {
        post(world.today());
        world.pass(86_400 + 15 * 3_600 - 60);
        var before = new java.util.LinkedHashMap<>(amina.store);
        world.pass(2 * 3_600);
        assertThat(kept(amina)).isFalse();
        amina.stop();
        amina.store = before;
        amina.start();
        world.pass(60);
        assertThat(kept(amina)).isFalse();
        assertThat(World.titles(amina, circle)).isEmpty();
    }

    @Test
    void movingTheLastDayTakesEverybodysWordsAlong() {
        Ref need = post(world.today().plus(1));
        bo.wish(new Command.Answer(need, "I do"));
        amina.wish(new Command.Admit(need, amina.views().thread(need).orElseThrow().answers().getFirst().voice()));
        bo.wish(new Command.SayAside(need, "Coming"));
        assertThat(amina.wish(new Command.Extend(need, world.today().plus(6)))).isEqualTo(new Outcome.Done());
        world.pass(60);
        world.pass(4 * 86_400);
        for (TinyNode node : world.nodes) {
            node.restart();
            world.pass(10);
            var card = node.views().board(weft.core.view.BoardQuery.all(circle)).orElseThrow().threads().getFirst();
            var view = node.views().thread(card.ref()).orElseThrow();
            assertThat(view.answers()).extracting(weft.core.view.ThreadView.AnswerView::text).containsExactly("I do");
            assertThat(World.aside(view)).containsExactly("here", "Coming");
        }
        world.pass(6 * 86_400);
        assertThat(kept(amina)).isFalse();
        assertThat(kept(bo)).isFalse();
    }
}
