package weft.core.circle;

import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Asking;
import weft.core.entry.Doing;
import weft.core.entry.Entry;
import weft.core.entry.EntryLimits;
import weft.core.entry.Joining;
import weft.core.entry.Listed;
import weft.core.entry.Named;
import weft.core.entry.Words;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * What one thread is, folded from its entries. What broke a rule of {@code spec/fold.md} is not in here.
 *
 * @param root the id of the first entry that is known; replies sealed under other leaves may name other roots
 * @param voice the first voice
 * @param posted the words in force, of the greatest revision
 * @param first the words of the least revision known, which give the thread its root and its time
 * @param seats where the thread lives, the earliest last day first; never empty
 * @param movesTo a later last day that the first voice has announced, before its words have arrived there
 * @param answers one for each voice that answered, oldest first
 * @param admissions every admission, of all generations; the same voice may have several
 * @param inside the voices in the aside now, besides the first: those with an admission of the greatest generation
 * @param aside what was said in the aside, in the order of the conversation
 * @param closing how it ended, where it has
 */
public record ThreadState(
        Bytes root,
        Bytes voice,
        Entry.Posted posted,
        Entry.Posted first,
        List<Seat> seats,
        Optional<Day> movesTo,
        List<AnswerState> answers,
        List<Entry.Admitted> admissions,
        List<Bytes> inside,
        List<AsideState> aside,
        Optional<Entry.Closed> closing) {
    /** Keeps unmodifiable copies. */
    public ThreadState {
        seats = List.copyOf(seats);
        answers = List.copyOf(answers);
        admissions = List.copyOf(admissions);
        inside = List.copyOf(inside);
        aside = List.copyOf(aside);
    }

    /**
     * A leaf under which the thread lives.
     *
     * @param leaf destroyed when the thread is forgotten
     * @param root what replies sealed under this leaf name as the root
     */
    public record Seat(Leaf leaf, Bytes root) {}

    /**
     * One voice's answer.
     *
     * @param entry its greatest revision; sealed
     * @param withdrawn whether its voice took it back
     * @param admitted whether its voice is in the aside now
     */
    public record AnswerState(Entry.Answered entry, boolean withdrawn, boolean admitted) {}

    /**
     * Words in the aside.
     *
     * @param entry their greatest revision; sealed
     * @param withdrawn whether their voice took them back
     */
    public record AsideState(Entry.Aside entry, boolean withdrawn) {}

    /** The newest words of the first voice. */
    public Words words() {
        return posted.words();
    }

    /** The newest words, where it is a need or an offer. */
    public Optional<Ask> ask() {
        return posted.words() instanceof Ask ask ? Optional.of(ask) : Optional.empty();
    }

    /** The newest words, where it is a doing. */
    public Optional<Doing> doing() {
        return posted.words() instanceof Doing doing ? Optional.of(doing) : Optional.empty();
    }

    /** The newest words, where it is somebody's coming to an occurrence of a doing. */
    public Optional<Joining> joining() {
        return posted.words() instanceof Joining joining ? Optional.of(joining) : Optional.empty();
    }

    /** The newest words, where it is a thing or a place. */
    public Optional<Listed> listed() {
        return posted.words() instanceof Listed listed ? Optional.of(listed) : Optional.empty();
    }

    /** The newest words, where it is somebody's asking for a thing. */
    public Optional<Asking> asking() {
        return posted.words() instanceof Asking asking ? Optional.of(asking) : Optional.empty();
    }

    /** How other threads call it. */
    public Named named() {
        return new Named(voice, posted.name());
    }

    /** Where to write now: the seat with the latest last day. */
    public Seat seat() {
        return seats.getLast();
    }

    /** The day with which the thread ends. */
    public Day lastDay() {
        return seat().leaf().day();
    }

    /** All leaves of the thread. */
    public List<Leaf> leaves() {
        return seats.stream().map(Seat::leaf).toList();
    }

    /** When the thread began: Unix seconds, coarse. */
    public long writtenAt() {
        return first.head().writtenAt();
    }

    /** A voice's answer, where it has one. */
    public Optional<AnswerState> answerOf(Bytes voice) {
        return answers.stream().filter(answer -> answer.entry().head().voice().equals(voice)).findFirst();
    }

    /** Whether a voice is in the aside now. */
    public boolean isInside(Bytes voice) {
        return voice.equals(this.voice) || inside.contains(voice);
    }

    /** Whether somebody who was let in has not taken their answer back: it is being seen to. */
    public boolean inHand() {
        return inside.stream().anyMatch(voice -> answerOf(voice).map(answer -> !answer.withdrawn()).orElse(true));
    }

    /** Whether an answer stands that was not taken back. */
    public boolean answered() {
        return answers.stream().anyMatch(answer -> !answer.withdrawn());
    }

    /** The generation of the aside key in use: 0 where nobody was let in yet. */
    public int generation() {
        return admissions.stream().mapToInt(Entry.Admitted::generation).max().orElse(0);
    }

    /** The step that the next words in the aside bear. */
    public int nextStep() {
        int greatest = aside.stream().mapToInt(words -> words.entry().step()).max().orElse(-1);
        return Math.min(greatest + 1, EntryLimits.STEP);
    }

    /** The revision that the next words of the need or offer bear. */
    public int nextRevision() {
        return Math.min(posted.revision() + 1, EntryLimits.REVISION);
    }
}
