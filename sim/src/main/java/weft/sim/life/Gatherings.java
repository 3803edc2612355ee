package weft.sim.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import weft.core.calendar.Rule;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Doing;
import weft.core.entry.Entry;
import weft.core.entry.Joining;
import weft.core.peer.Command;
import weft.core.view.CalendarQuery;
import weft.core.view.DoingView;
import weft.core.view.OccurrenceCard;
import weft.core.view.PartView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.check.Diary;
import weft.sim.check.Gathering;
import weft.sim.world.Dice;
import weft.sim.world.SimNode;
import weft.wire.event.Day;

/** Doings with a shift and something to bring: begun, come to once or each time, dropped out of, called off. */
final class Gatherings {
    private final Neighbour person;
    private final SimNode node;
    private final Diary diary;
    private final Dice dice;

    Gatherings(Neighbour person, Dice dice) {
        this.person = person;
        this.node = person.node;
        this.diary = person.town().diary;
        this.dice = dice;
    }

    void act(Views views, Bytes circle) {
        long now = node.seconds();
        List<OccurrenceCard> all = views.calendar(new CalendarQuery(Optional.of(circle), now, now + 10 * Day.SECONDS));
        if (all.isEmpty() || dice.chance(0.05)) {
            begin(circle, now);
            return;
        }
        OccurrenceCard one = dice.one(all);
        Optional<Gathering> known = diary.findGathering(circle, one.doing().title());
        Optional<DoingView> view = views.doing(one.ref(), Optional.of(one.when().date()));
        if (known.isEmpty() || view.isEmpty() || view.get().parts().isEmpty()) {
            return;
        }
        long date = one.when().date().toEpochDay();
        PartView part = dice.one(view.get().parts());
        Optional<PartView> mine = view.get().parts().stream().filter(PartView::mine).findFirst();
        if (mine.isPresent() && dice.chance(0.3)) {
            known.get().cant(node.number(), date, number(mine.get().part()));
            person.wish(new Command.CantCome(one.ref(), one.when().date(), mine.get().part()));
        } else if (view.get().mine() && dice.chance(0.05)) {
            known.get().calledOff();
            person.wish(new Command.Close(one.ref(), Entry.Ending.NO_LONGER));
        } else if (part.always() && dice.chance(0.2)) {
            person.wish(new Command.JoinNoMore(one.ref(), part.part()));
        } else if (!part.mine()) {
            boolean always = dice.chance(0.3);
            known.get().wants(node.number(), date, number(part.part()), always, now);
            if (Neighbour.done(person.wish(new Command.Join(one.ref(), one.when().date(), part.part(), always)))) {
                known.get().comes(node.number(), date, number(part.part()));
            }
        }
    }

    private static int number(Joining.Part part) {
        return switch (part) {
            case Joining.Part.Coming() -> 0;
            case Joining.Part.OfShift(int number) -> number;
            case Joining.Part.Bringing(int number) -> 1 + number;
        };
    }

    private void begin(Bytes circle, long now) {
        long start = now - Math.floorMod(now, Day.SECONDS) + dice.between(1, 4) * Day.SECONDS + dice.between(7, 20) * 3_600;
        int every = dice.chance(0.8) ? 7 : 1;
        long first = start / Day.SECONDS;
        long last = first + (every == 7 ? 56 : 8);
        Gathering one = diary.gathering(circle, node.number(), now, first, every, last);
        Rule rule = Rule.simple(every == 7 ? Rule.Every.WEEKLY : Rule.Every.DAILY, 1).until(LocalDate.ofEpochDay(last));
        Times times = new Times(start, start + 7_200, ZoneSpan.utc(), Optional.of(rule), List.of(), List.of());
        Doing doing = new Doing(one.token(), "", "food", times, Optional.empty(), List.of(new Doing.Shift(1, "cooking", 0, 60, 2)),
                List.of(new Doing.Thing(1, "a big pot")), Optional.of(24));
        if (Neighbour.done(person.wish(new Command.DoingsNew(circle, List.of(doing))))) {
            one.stored();
        }
    }
}
