package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weft.core.calendar.Occurrence;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.key.Leaf;
import weft.core.view.CalendarQuery;
import weft.core.view.DoingView;
import weft.core.view.OccurrenceCard;
import weft.core.view.PartView;
import weft.core.view.Ref;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** A weekly kitchen with a drop-out, told to nodes over a relay. */
class DoingsTest {
    private static final Joining.Part COOK = new Joining.Part.OfShift(1);

    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final TinyNode cleo = world.node("cleo");
    private Bytes circle = Bytes.EMPTY;
    private Ref kitchen = new Ref(Bytes.EMPTY, Bytes.EMPTY);

    /** Every week at the hour in which the world begins, two hours long. */
    private static Doing kitchen(World world, String rule) {
        long start = world.now - world.now % 3_600 + 2 * Day.SECONDS;
        Times times = new Times(start, start + 7_200, ZoneSpan.utc(), Optional.of(RuleReader.read(rule).orThrow()), List.of(), List.of());
        return new Doing("Kitchen", "", "food", times, Optional.empty(),
                List.of(new Doing.Shift(1, "Cooking", 0, 60, 2), new Doing.Shift(2, "Washing up", 60, 60, 2)),
                List.of(new Doing.Thing(1, "A pot")), Optional.of(24));
    }

    /** A vault of somebody who rests, has an address for calendars, and comes to something each time. */
    static Bytes resting(World world, TinyNode node, Bytes circle) {
        Ref ref = ((Outcome.DoneThread) node.wish(new Command.DoingsNew(circle, List.of(kitchen(world, "FREQ=WEEKLY"))))).ref();
        Occurrence first = node.views().doing(ref, Optional.empty()).orElseThrow().shown().orElseThrow();
        node.wish(new Command.Join(ref, first.date(), COOK, true));
        node.wish(new Command.CalendarAddress(true));
        node.wish(new Command.Rest(Optional.of(first.date().plusDays(30))));
        return node.vault;
    }

    private void meet() {
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        world.join(bo, circle, cleo);
        kitchen = ((Outcome.DoneThread) amina.wish(new Command.DoingsNew(circle, List.of(kitchen(world, "FREQ=WEEKLY"))))).ref();
    }

    private DoingView view(TinyNode node, LocalDate on) {
        return node.views().doing(kitchen, Optional.of(on)).orElseThrow();
    }

    private PartView part(TinyNode node, LocalDate on, Joining.Part part) {
        return view(node, on).parts().stream().filter(one -> one.part().equals(part)).findFirst().orElseThrow();
    }

    private LocalDate first() {
        return amina.views().doing(kitchen, Optional.empty()).orElseThrow().next().getFirst().date();
    }

    @Test
    void aWeeklyKitchenWithADropOut() {
        meet();
        LocalDate on = first();
        assertThat(bo.wish(new Command.Join(kitchen, on, COOK, false))).isEqualTo(new Outcome.Done());
        assertThat(cleo.wish(new Command.Join(kitchen, on, COOK, false))).isEqualTo(new Outcome.Done());
        world.settle();
        for (TinyNode node : world.nodes) {
            assertThat(part(node, on, COOK).coming()).as(node.name).hasSize(2);
            assertThat(part(node, on, COOK).mine()).isEqualTo(node != amina);
            assertThat(part(node, on.plusDays(7), COOK).coming()).isEmpty();
        }
        assertThat(cleo.wish(new Command.CantCome(kitchen, on, COOK))).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(bo.news).contains(News.CANT_COME);
        assertThat(amina.news).contains(News.CANT_COME);
        assertThat(cleo.news).doesNotContain(News.CANT_COME);
        for (TinyNode node : world.nodes) {
            assertThat(part(node, on, COOK).coming()).as(node.name).hasSize(1);
            assertThat(part(node, on, COOK).cannot()).hasSize(1);
        }
        // Who dropped out may come after all, under another voice.
        assertThat(cleo.wish(new Command.Join(kitchen, on, COOK, false))).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(part(amina, on, COOK).coming()).hasSize(2);
    }

    @Test
    void whoComesIsForgottenWithTheDayAndTheKitchenGoesOn() {
        meet();
        LocalDate on = first();
        bo.wish(new Command.Join(kitchen, on, COOK, false));
        world.settle();
        Membership there = amina.peer.state().circle(circle).orElseThrow();
        List<Leaf> leaves = Doings.coming(there, there.state.thread(kitchen.root()).orElseThrow(), on).stream().map(thread -> thread.seat().leaf()).toList();
        assertThat(leaves).hasSize(1);
        assertThat(leaves.getFirst().day()).isEqualTo(Day.at(world.now + 2 * Day.SECONDS));
        world.pass(2 * Day.SECONDS + 7_200);
        for (TinyNode node : world.nodes) {
            assertThat(view(node, on).parts()).as("over, so nobody sees who came").isEmpty();
        }
        world.pass(4 * Day.SECONDS);
        for (TinyNode node : world.nodes) {
            Membership here = node.peer.state().circle(circle).orElseThrow();
            assertThat(here.keys.tree().knows(leaves.getFirst())).as(node.name).isFalse();
            assertThat(here.state.threads()).as("the kitchen alone").hasSize(1);
            assertThat(here.voices.size()).isEqualTo(node == amina ? 1 : 0);
            assertThat(node.views().doing(kitchen, Optional.empty()).orElseThrow().next().getFirst().date()).isEqualTo(on.plusDays(7));
        }
    }

    @Test
    void everyTuesdayItIsMeUnderAFreshVoiceEachTime() {
        meet();
        LocalDate on = first();
        bo.wish(new Command.Join(kitchen, on, COOK, true));
        Set<Bytes> voices = new HashSet<>();
        List<Long> written = new ArrayList<>();
        for (int week = 0; week < 6; week++) {
            LocalDate date = on.plusDays(7L * week);
            for (int day = 0; day < 7 && amina.peer.state().circle(circle).orElseThrow().state.threads().stream().noneMatch(one -> isOn(one, date)); day++) {
                world.pass(Day.SECONDS);
                bo.restart();
            }
            for (var thread : amina.peer.state().circle(circle).orElseThrow().state.threads()) {
                if (isOn(thread, date)) {
                    assertThat(voices.add(thread.voice())).isTrue();
                    written.add(thread.writtenAt());
                }
            }
            assertThat(part(amina, date, COOK).coming()).hasSize(1);
            if (week == 2) {
                assertThat(bo.wish(new Command.CantCome(kitchen, date, COOK))).isEqualTo(new Outcome.Done());
                world.pass(3_600);
                assertThat(part(amina, date, COOK).coming()).isEmpty();
            }
            world.pass(Math.max(0, view(amina, date).shown().orElseThrow().end() - world.now));
        }
        assertThat(voices).hasSize(6);
        bo.wish(new Command.JoinNoMore(kitchen, COOK));
        assertThat(bo.peer.state().standing).isEmpty();
    }

    private static boolean isOn(weft.core.circle.ThreadState thread, LocalDate date) {
        return thread.joining().filter(joining -> joining.on().equals(date)).isPresent();
    }

    @Test
    void whoRestsIsPutDownForNothingAndToldNothing() {
        meet();
        LocalDate on = first();
        bo.wish(new Command.Join(kitchen, on, COOK, true));
        cleo.wish(new Command.Join(kitchen, on, COOK, false));
        bo.wish(new Command.Rest(Optional.of(on.plusDays(20))));
        bo.news.clear();
        cleo.wish(new Command.CantCome(kitchen, on, COOK));
        world.pass(8 * Day.SECONDS);
        assertThat(bo.news).isEmpty();
        assertThat(part(amina, on.plusDays(7), COOK).coming()).isEmpty();
        world.pass(10 * Day.SECONDS);
        assertThat(part(amina, on.plusDays(21), COOK).coming()).as("after the rest").hasSize(1);
        assertThat(bo.views().ownCalendar().restsUntil()).isPresent();
        world.pass(10 * Day.SECONDS);
        assertThat(bo.views().ownCalendar().restsUntil()).isEmpty();
    }

    @Test
    void aShiftThatNobodyHasJoinedIsToldOnceADayBefore() {
        meet();
        LocalDate on = first();
        bo.wish(new Command.Join(kitchen, on, COOK, false));
        world.pass(Day.SECONDS - 60);
        assertThat(amina.news).doesNotContain(News.NOBODY_YET);
        world.pass(2 * 3_600);
        for (TinyNode node : world.nodes) {
            assertThat(node.news.stream().filter(News.NOBODY_YET::equals)).as(node.name + ": washing up alone, once").hasSize(1);
            OccurrenceCard card = node.views().calendar(new CalendarQuery(Optional.of(circle), world.now, world.now + Day.SECONDS)).getFirst();
            assertThat(card.nobodyYet()).isTrue();
        }
        bo.restart();
        world.pass(3_600);
        assertThat(bo.news.stream().filter(News.NOBODY_YET::equals)).hasSize(1);
        bo.wish(new Command.CantCome(kitchen, on, COOK));
        world.pass(60);
        assertThat(cleo.news.stream().filter(News.NOBODY_YET::equals)).as("and the cook has dropped out").hasSize(2);
    }

    @Test
    void aDoingCalledOffTakesWhoComesWithIt() {
        meet();
        LocalDate on = first();
        bo.wish(new Command.Join(kitchen, on, COOK, false));
        world.settle();
        assertThat(bo.wish(new Command.Close(kitchen, weft.core.entry.Entry.Ending.NO_LONGER))).isInstanceOf(Outcome.Refused.class);
        amina.wish(new Command.Close(kitchen, weft.core.entry.Entry.Ending.NO_LONGER));
        world.settle();
        assertThat(bo.news).contains(News.CALLED_OFF);
        assertThat(bo.views().calendar(new CalendarQuery(Optional.empty(), world.now, world.now + 90 * Day.SECONDS))).isEmpty();
        world.pass(Day.SECONDS + 3 * 3_600);
        for (TinyNode node : world.nodes) {
            assertThat(node.peer.state().circle(circle).orElseThrow().state.threads()).as(node.name).isEmpty();
        }
    }

    @Test
    void onlyWhoBeganItChangesItAndWhoComesIsTold() {
        meet();
        LocalDate on = first();
        bo.wish(new Command.Join(kitchen, on, COOK, false));
        Doing old = view(amina, on).doing();
        Times later = new Times(old.times().start() + 3_600, old.times().end() + 3_600, old.times().zone(), old.times().rule(), List.of(on.plusDays(7)),
                List.of());
        Doing changed = new Doing("Kitchen, an hour later", "", "food", later, Optional.empty(), old.shifts(), old.things(), old.alertHours());
        assertThat(bo.wish(new Command.DoingRevise(kitchen, changed))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_YOURS));
        assertThat(amina.wish(new Command.DoingRevise(kitchen, changed))).isEqualTo(new Outcome.Done());
        world.settle();
        assertThat(bo.news).contains(News.DOING_CHANGED);
        assertThat(part(cleo, on, COOK).coming()).as("who comes stays with the date").hasSize(1);
        assertThat(view(cleo, on).next()).extracting(Occurrence::date).startsWith(on, on.plusDays(14));
        assertThat(cleo.wish(new Command.Join(kitchen, on.plusDays(7), COOK, false))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_OCCURRENCE));
        assertThat(cleo.wish(new Command.Join(kitchen, on, new Joining.Part.OfShift(9), false)))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_OCCURRENCE));
    }

    @Test
    void aKitchenThatGoesOnIsMovedFurtherByItsOwnNode() {
        circle = world.circle(amina, "Mill Lane");
        kitchen = ((Outcome.DoneThread) amina.wish(new Command.DoingsNew(circle, List.of(kitchen(world, "FREQ=MONTHLY"))))).ref();
        Day before = amina.views().doing(kitchen, Optional.empty()).orElseThrow().lastDay();
        assertThat(before.number() - world.today().number()).isEqualTo(PeerLimits.DOING_DAYS);
        for (int i = 0; i < 100; i++) {
            world.pass(2 * Day.SECONDS);
        }
        DoingView after = amina.views().doing(kitchen, Optional.empty()).orElseThrow();
        assertThat(after.lastDay().number()).isGreaterThan(before.number() + 150);
        assertThat(after.next()).hasSize(DoingView.NEXT);
    }

    @Test
    void whatCouldNotBeStoredIsNotJoined() {
        meet();
        LocalDate on = first();
        for (int may = 0; may < 2; may++) {
            bo.mayStore = may;
            assertThat(bo.wish(new Command.Join(kitchen, on, COOK, true))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            bo.mayStore = Integer.MAX_VALUE;
            assertThat(part(bo, on, COOK).coming()).isEmpty();
            assertThat(bo.peer.state().standing).isEmpty();
            assertThat(bo.peer.state().circle(circle).orElseThrow().voices).isEmpty();
        }
    }

    @Test
    void theCalendarsAddressIsReplaced() {
        meet();
        assertThat(amina.views().ownCalendar().feed()).isEmpty();
        amina.wish(new Command.CalendarAddress(true));
        Bytes one = amina.views().ownCalendar().feed().orElseThrow();
        amina.wish(new Command.CalendarAddress(true));
        assertThat(amina.views().ownCalendar().feed().orElseThrow()).isNotEqualTo(one);
        amina.restart();
        assertThat(amina.views().ownCalendar().feed()).isPresent();
        amina.wish(new Command.CalendarAddress(false));
        assertThat(amina.views().ownCalendar().feed()).isEmpty();
    }
}
