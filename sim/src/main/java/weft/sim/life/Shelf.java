package weft.sim.life;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Writing;
import weft.core.peer.Command;
import weft.core.view.PracticeCard;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.check.Diary;
import weft.sim.check.Howto;
import weft.sim.check.Said;
import weft.sim.world.Dice;
import weft.sim.world.SimNode;

/** Practices: written, kept by others than who wrote them, let go, told of. */
final class Shelf {
    private final Neighbour person;
    private final SimNode node;
    private final Diary diary;
    private final Dice dice;

    Shelf(Neighbour person, Dice dice) {
        this.person = person;
        this.node = person.node;
        this.diary = person.town().diary;
        this.dice = dice;
    }

    void act(Views views, Bytes circle) {
        List<PracticeCard> all = views.practices(circle);
        if (all.isEmpty() || all.size() < 6 && dice.chance(0.1)) {
            Howto practice = diary.practice(circle, node.number(), node.seconds());
            Writing writing = new Writing(practice.token(), "en", List.of(), "# A kitchen\n\nBegin with soup.\n");
            if (Neighbour.done(person.wish(new Command.PracticePost(circle, "", writing, Bytes.EMPTY)))) {
                practice.stored();
            }
            return;
        }
        PracticeCard card = dice.one(all);
        Optional<Howto> known = diary.findPractice(circle, card.writing().title());
        if (known.isEmpty()) {
            return;
        }
        if (!card.kept() && dice.chance(0.5)) {
            if (Neighbour.done(person.wish(new Command.PracticeKeep(card.ref(), true)))) {
                known.get().keeps(node.number());
            }
        } else if (card.kept() && dice.chance(card.mine() ? 0.2 : 0.05)) {
            known.get().keepsNoMore(node.number());
            person.wish(new Command.PracticeKeep(card.ref(), false));
        } else {
            Said.Words words = known.get().tells(node.number(), node.seconds());
            if (Neighbour.done(person.wish(new Command.PracticeTell(card.ref(), words.token())))) {
                words.stored();
            }
        }
    }
}
