package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weft.core.calendar.OpeningHours;
import weft.core.circle.ThreadState;
import weft.core.entry.Asking;
import weft.core.entry.Entry;
import weft.core.entry.Place;
import weft.core.entry.Thing;
import weft.core.entry.Whereabouts;
import weft.core.key.Leaf;
import weft.core.view.AskingView;
import weft.core.view.Name;
import weft.core.view.Ref;
import weft.core.view.ThingView;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** A drill goes from hand to hand; who had it is forgotten. */
class ThingsTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final TinyNode cleo = world.node("cleo");
    private Bytes circle = Bytes.EMPTY;
    private Ref drill = new Ref(Bytes.EMPTY, Bytes.EMPTY);

    private static Thing thing(String title) {
        return new Thing(title, "", "tools", "Let it cool.", List.of("A box of bits"), Optional.empty(), Optional.of(Whereabouts.named("The shed")), List.of());
    }

    private void meet() {
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        world.join(bo, circle, cleo);
        drill = list(amina, thing("Drill"));
    }

    private Ref list(TinyNode node, weft.core.entry.Listed listed) {
        Ref ref = ((Outcome.DoneThread) node.wish(new Command.ListNew(circle, listed))).ref();
        world.settle();
        return ref;
    }

    private LocalDate today() {
        return LocalDate.ofEpochDay(world.now / Day.SECONDS);
    }

    private Asking.Days days(int from, int to) {
        return new Asking.Days(today().plusDays(from), today().plusDays(to));
    }

    private ThingView view(TinyNode node) {
        return node.views().thing(drill).orElseThrow();
    }

    private Outcome ask(TinyNode node, int from, int to) {
        return node.wish(new Command.AskFor(drill, Optional.of(days(from, to)), ""));
    }

    private Outcome has(TinyNode node, int from, int to) {
        return node.wish(new Command.HaveIt(drill, days(from, to)));
    }

    private Outcome handOn(TinyNode node) {
        AskingView mine = view(node).here().stream().filter(AskingView::mine).findFirst().orElseThrow();
        return node.wish(new Command.Close(mine.ref(), Entry.Ending.DONE));
    }

    @Test
    void aDrillGoesFromHandToHandAndOnlyTheHandThatHasItIsKnown() {
        meet();
        assertThat(ask(bo, 0, 3)).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(amina.news).as("who wrote it down is told").contains(News.ASKED_FOR);
        AskingView asked = view(amina).asked().getFirst();
        assertThat(amina.wish(new Command.Answer(asked.ref(), "Mill Lane 5, the blue door"))).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(bo.news).contains(News.ANSWERED);
        assertThat(view(bo).asked().getFirst().answers()).extracting(one -> one.text()).containsExactly("Mill Lane 5, the blue door");
        assertThat(view(cleo).asked().getFirst().answers()).as("sealed to who asked").isEmpty();

        assertThat(has(bo, 0, 3)).isEqualTo(new Outcome.Done());
        world.settle();
        for (TinyNode node : world.nodes) {
            assertThat(view(node).here()).as(node.name).hasSize(1);
            assertThat(view(node).asked()).as("what was asked for is there").isEmpty();
            assertThat(view(node).card().mineNow()).isEqualTo(node == bo);
        }
        amina.news.clear();
        assertThat(cleo.wish(new Command.AskFor(drill, Optional.empty(), "For a shelf"))).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(bo.news).as("who has it is told").contains(News.ASKED_FOR);
        assertThat(amina.news).as("and nobody else").doesNotContain(News.ASKED_FOR);
        assertThat(view(bo).line()).hasSize(1);

        Membership there = amina.peer.state().circle(circle).orElseThrow();
        Leaf boHadIt = there.state.thread(view(amina).here().getFirst().ref().root()).map(ThreadState::seat).orElseThrow().leaf();
        assertThat(handOn(bo)).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(cleo.news).contains(News.FREE_NOW);
        assertThat(has(cleo, 0, 5)).isEqualTo(new Outcome.Done());
        world.settle();
        for (TinyNode node : world.nodes) {
            assertThat(view(node).here()).as(node.name).hasSize(1);
            assertThat(view(node).here().getFirst().by() instanceof Name.Me).isEqualTo(node == cleo);
            assertThat(view(node).line()).isEmpty();
            assertThat(view(node).here().getFirst().clash()).isFalse();
        }
        assertThat(there.keys.tree().knows(boHadIt)).as("a closed asking is shown for a day").isTrue();
        for (int i = 0; i < 30; i++) {
            world.pass(3_600);
        }
        assertThat(amina.peer.state().circle(circle).orElseThrow().keys.tree().knows(boHadIt)).as("who had it before is noise now").isFalse();
        assertThat(view(amina).here()).hasSize(1);
    }

    @Test
    void nobodyAsksForDaysThatTheySawTakenAndAClashThatNobodySawIsShown() {
        meet();
        assertThat(ask(bo, 2, 4)).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(ask(cleo, 4, 6)).isEqualTo(new Outcome.Refused(Outcome.Refusal.CLASH));
        assertThat(ask(cleo, 5, 6)).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(view(amina).asked()).extracting(AskingView::clash).containsExactly(false, false);
        // Neither of the two sees the other's wish before they have said their own.
        assertThat(amina.step(new Input.Wish(new Command.AskFor(drill, Optional.of(days(10, 12)), "")))).contains(new Outcome.Done());
        assertThat(bo.step(new Input.Wish(new Command.AskFor(drill, Optional.of(days(12, 13)), "")))).contains(new Outcome.Done());
        world.settle();
        for (TinyNode node : world.nodes) {
            assertThat(view(node).asked()).as(node.name).extracting(AskingView::clash).containsExactly(false, false, true, true);
        }
    }

    @Test
    void whoHasItIsRemindedOnceOnTheLastDayAndMayKeepItLonger() {
        meet();
        has(bo, 0, 2);
        world.settle();
        assertThat(bo.news).doesNotContain(News.BRING_BACK);
        for (int i = 0; i < 50; i++) {
            world.pass(3_600);
        }
        assertThat(bo.news.stream().filter(News.BRING_BACK::equals)).hasSize(1);
        assertThat(amina.news).doesNotContain(News.BRING_BACK);
        assertThat(has(bo, 0, 6)).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(view(amina).here()).hasSize(1);
        assertThat(view(amina).card().until().orElseThrow().to()).isEqualTo(today().plusDays(6));
        for (int i = 0; i < 24 * 9; i++) {
            world.pass(3_600);
        }
        assertThat(view(amina).here()).as("its days are over").isEmpty();
    }

    @Test
    void twoWhoSayThatItIsWithThemAreBothShown() {
        meet();
        has(bo, 0, 2);
        has(cleo, 0, 3);
        world.settle();
        for (TinyNode node : world.nodes) {
            assertThat(view(node).here()).as(node.name).extracting(AskingView::clash).containsExactly(true, true);
        }
        handOn(bo);
        world.settle();
        assertThat(view(amina).here()).extracting(AskingView::clash).containsExactly(false);
    }

    @Test
    void aPlaceTellsWhatIsKeptThere() {
        meet();
        Place school = new Place("The old school", "", "room", Optional.of(OpeningHours.read("Mo-Fr 09:00-12:00").orThrow()), List.of("Tables"),
                Optional.of(Whereabouts.named("By the canal")), List.of());
        Ref place = list(cleo, school);
        Membership there = bo.peer.state().circle(circle).orElseThrow();
        ThreadState known = there.state.thread(place.root()).orElseThrow();
        Thing ladder = new Thing("Ladder", "", "", "", List.of(), Optional.of(known.named()), Optional.empty(), List.of());
        Ref kept = list(bo, ladder);
        assertThat(amina.views().place(place).orElseThrow().things()).extracting(card -> card.thing().title()).containsExactly("Ladder");
        assertThat(amina.views().catalogue(circle, Optional.empty(), Optional.of("tab")).orElseThrow().places()).hasSize(1);
        assertThat(amina.views().catalogue(circle, Optional.of("tools"), Optional.empty()).orElseThrow().things()).extracting(card -> card.ref())
                .containsExactly(drill);
        String label = amina.views().thing(kept).orElseThrow().name();
        assertThat(amina.views().labelled(label)).contains(kept);
        assertThat(amina.wish(new Command.ListRevise(kept, ladder))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_YOURS));
        assertThat(bo.wish(new Command.ListRevise(kept, school))).isEqualTo(new Outcome.Refused(Outcome.Refusal.MALFORMED));
        assertThat(bo.wish(new Command.Close(kept, Entry.Ending.NO_LONGER))).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(amina.views().place(place).orElseThrow().things()).isEmpty();
        assertThat(amina.wish(new Command.AskFor(kept, Optional.empty(), ""))).isEqualTo(new Outcome.Refused(Outcome.Refusal.OVER));
    }

    @Test
    void theCatalogueGoesOnWhileItsWritersDo() {
        meet();
        Day first = view(amina).lastDay();
        for (int i = 0; i < 310; i++) {
            world.pass(Day.SECONDS - 600);
        }
        assertThat(view(bo).lastDay()).isGreaterThan(first);
        assertThat(view(bo).card().thing().title()).isEqualTo("Drill");
    }
}
