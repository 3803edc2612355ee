package weft.sim.life;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.Side;
import weft.core.peer.Command;
import weft.core.view.BoardQuery;
import weft.core.view.Stage;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.check.Diary;
import weft.sim.check.Said;
import weft.sim.world.Dice;
import weft.sim.world.Planted;
import weft.sim.world.SimNode;
import weft.wire.event.Day;

/** Needs and offers: posted, answered, seen to, closed, extended. */
final class Asks {
    private final Neighbour person;
    private final SimNode node;
    private final Diary diary;
    private final Dice dice;

    Asks(Neighbour person, Dice dice) {
        this.person = person;
        this.node = person.node;
        this.diary = person.town().diary;
        this.dice = dice;
    }

    void act(Views views, Bytes circle) {
        List<ThreadCard> board = views.board(BoardQuery.all(circle)).orElseThrow().threads();
        List<ThreadCard> mine = board.stream().filter(ThreadCard::mine).toList();
        List<ThreadCard> others = board.stream().filter(card -> !card.mine()).toList();
        int what = dice.below(100);
        if (what < 30 || board.isEmpty()) {
            post(circle);
        } else if (what < 60 && !others.isEmpty()) {
            answer(views, dice.one(others));
        } else if (what < 90 && !mine.isEmpty()) {
            tend(views, dice.one(mine));
        } else {
            board.stream().filter(ThreadCard::inside).findFirst().ifPresent(this::sayAside);
        }
    }

    private void post(Bytes circle) {
        int days = dice.below(8);
        Day last = Day.at(node.seconds()).plus(days);
        Said said = diary.post(circle, node.number(), node.seconds(), last.startsAt() / Day.SECONDS);
        Said.Words aside = said.sayAside(node.number());
        String open = node.has(Planted.TELLS_ASIDE) ? aside.token() : "";
        Ask ask = new Ask(dice.chance(0.6) ? Side.NEED : Side.OFFER, said.token(), open, "food", Optional.empty(), Optional.empty(), Optional.empty(),
                List.of("en"), dice.chance(0.2), List.of());
        if (Neighbour.done(person.wish(new Command.Post(circle, ask, last, aside.token())))) {
            said.stored();
            aside.stored();
        }
    }

    private void answer(Views views, ThreadCard card) {
        Optional<Said> said = diary.find(card.ref().circle(), card.ask().title());
        if (said.isPresent() && views.thread(card.ref()).map(view -> view.may().answer()).orElse(false)) {
            Said.Words words = said.get().answer(node.number());
            if (Neighbour.done(person.wish(new Command.Answer(card.ref(), words.token())))) {
                words.stored();
            }
        }
    }

    private void sayAside(ThreadCard card) {
        Optional<Said> said = diary.find(card.ref().circle(), card.ask().title());
        if (said.isPresent()) {
            Said.Words words = said.get().sayAside(node.number());
            if (Neighbour.done(person.wish(new Command.SayAside(card.ref(), words.token())))) {
                words.stored();
            }
        }
    }

    /** Sees to a thread of one's own: lets somebody in, closes, extends, says something. */
    private void tend(Views views, ThreadCard card) {
        Optional<Said> found = diary.find(card.ref().circle(), card.ask().title());
        Optional<ThreadView> view = views.thread(card.ref());
        if (found.isEmpty() || view.isEmpty()) {
            return;
        }
        Said said = found.get();
        Optional<ThreadView.AnswerView> next = view.get().answers().stream().filter(answer -> !answer.admitted() && !answer.withdrawn()).findFirst();
        if (next.isPresent() && dice.chance(0.6)) {
            int who = Integer.parseInt(next.get().text().substring(next.get().text().lastIndexOf('-') + 1));
            said.letInWanted(who);
            if (Neighbour.done(person.wish(new Command.Admit(card.ref(), next.get().voice())))) {
                said.letIn(who);
            }
        } else if (card.stage() == Stage.IN_HAND && dice.chance(0.5) || dice.chance(0.05)) {
            said.closeWanted();
            long at = node.seconds();
            if (Neighbour.done(person.wish(new Command.Close(card.ref(), dice.chance(0.8) ? Entry.Ending.DONE : Entry.Ending.NO_LONGER)))) {
                said.closed(at, node.trueSeconds());
            }
        } else if (dice.chance(0.15)) {
            Day later = card.lastDay().plus(1 + dice.below(4));
            said.extendWanted(later.startsAt() / Day.SECONDS);
            if (Neighbour.done(person.wish(new Command.Extend(card.ref(), later)))) {
                said.extended(later.startsAt() / Day.SECONDS);
            }
        } else {
            sayAside(card);
        }
    }
}
