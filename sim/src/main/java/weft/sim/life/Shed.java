package weft.sim.life;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Asking;
import weft.core.entry.Thing;
import weft.core.peer.Command;
import weft.core.view.CatalogueView;
import weft.core.view.ThingCard;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.check.Diary;
import weft.sim.check.Lent;
import weft.sim.world.Dice;
import weft.sim.world.SimNode;
import weft.wire.event.Day;

/** Things: written into the catalogue, asked for, handed on. */
final class Shed {
    private final Neighbour person;
    private final SimNode node;
    private final Diary diary;
    private final Dice dice;

    Shed(Neighbour person, Dice dice) {
        this.person = person;
        this.node = person.node;
        this.diary = person.town().diary;
        this.dice = dice;
    }

    void act(Views views, Bytes circle) {
        List<ThingCard> all = views.catalogue(circle, Optional.empty(), Optional.empty()).map(CatalogueView::things).orElse(List.of());
        long now = node.seconds();
        if (all.isEmpty() || all.size() < 12 && dice.chance(0.1)) {
            Lent thing = diary.thing(circle, node.number(), now);
            Thing words = new Thing(thing.token(), "", "tools", "", List.of("a bag"), Optional.empty(), Optional.empty(), List.of());
            if (Neighbour.done(person.wish(new Command.ListNew(circle, words)))) {
                thing.stored();
            }
            return;
        }
        ThingCard card = dice.one(all);
        Optional<Lent> known = diary.findThing(circle, card.thing().title());
        if (known.isEmpty()) {
            return;
        }
        long today = Math.floorDiv(now, Day.SECONDS);
        int what = dice.below(10);
        if (what < 4) {
            long from = today + 1 + dice.below(5);
            long to = from + dice.below(3);
            Lent.Wish wish = known.get().wish(node.number(), false, from, to, now);
            if (Neighbour.done(person.wish(new Command.AskFor(card.ref(), Optional.of(days(from, to)), "for the kitchen")))) {
                wish.stored();
            }
        } else if (what < 5) {
            Lent.Wish wish = known.get().wish(node.number(), false, -1, -1, now);
            if (Neighbour.done(person.wish(new Command.AskFor(card.ref(), Optional.empty(), "")))) {
                wish.stored();
            }
        } else {
            long to = today + 1 + dice.below(6);
            Lent.Wish wish = known.get().wish(node.number(), true, today, to, now);
            if (Neighbour.done(person.wish(new Command.HaveIt(card.ref(), days(today, to))))) {
                wish.stored();
            }
        }
    }

    private static Asking.Days days(long from, long to) {
        return new Asking.Days(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
    }
}
