package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.circle.Lending;
import weft.core.circle.ThreadState;
import weft.core.entry.Asking;
import weft.core.entry.Entry;
import weft.core.entry.EntryLimits;
import weft.core.entry.Listed;
import weft.core.entry.ThingRules;
import weft.core.key.Leaf;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.json.Checked;

/**
 * Things and places: writing them down, asking for a thing, handing it on. Each asking is a thread of its own under a fresh voice,
 * sealed for the day after the last one asked for, so that who had what is forgotten.
 */
final class Things {
    private final PeerState state;
    private final Links links;
    private final Forgetting forgetting;
    private final Caring caring;

    Things(PeerState state, Links links, Forgetting forgetting, Caring caring) {
        this.state = state;
        this.links = links;
        this.forgetting = forgetting;
        this.caring = caring;
    }

    /** Where a thing is and who asks for it, as far as it is shown. */
    static Lending lending(PeerState state, Membership circle, ThreadState thing) {
        return Lending.of(shown(circle), thing.named(), voice -> drawn(state, voice));
    }

    /** Things and places, and who asks for them, as far as they are shown. */
    static List<ThreadState> shown(Membership circle) {
        List<ThreadState> out = new ArrayList<>(circle.state.threads(Listed.class));
        out.addAll(circle.state.threads(Asking.class));
        out.removeIf(thread -> !ViewsOf.isShown(circle, thread));
        return out;
    }

    /** Scatters voices by what was drawn when the node started. */
    static long drawn(PeerState state, Bytes voice) {
        return (voice.bigEndianAt(0, 8) ^ state.shuffle) * 0x9E3779B97F4A7C15L;
    }

    /** Writes a thing or a place into the catalogue. */
    void list(Step step, Membership circle, Listed listed) {
        if (ThingRules.check(listed) instanceof Checked.Bad<Listed>(var fault, String detail)) {
            step.refuse(Speaking.refusal(fault));
            return;
        }
        Bytes root = Posting.post(step, links, circle, listed, Day.at(step.now).plus(PeerLimits.LISTED_DAYS), List.of());
        if (root.size() > 0) {
            caring.lookSoon();
            step.outcome(new Outcome.DoneThread(new Ref(circle.address, root)));
        }
    }

    /** New words for a thing or a place of one's own writing. */
    void revise(Step step, Membership circle, ThreadState thread, Listed listed) {
        Optional<Voice> voice = circle.voiceIn(thread).filter(Voice::isFirst);
        if (voice.isEmpty() || thread.listed().isEmpty()) {
            step.refuse(Outcome.Refusal.NOT_YOURS);
            return;
        }
        if (thread.closing().isPresent()) {
            step.refuse(Outcome.Refusal.OVER);
            return;
        }
        if (ThingRules.check(listed) instanceof Checked.Bad<Listed>(var fault, String detail) || listed.eventKind() != thread.words().eventKind()) {
            step.refuse(Outcome.Refusal.MALFORMED);
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        Bytes name = Bytes.hex(thread.posted().name());
        speaking.say(circle.drafts.posted(Posting.by(step, voice.get(), thread), name, thread.nextRevision(), listed), voice.get().secret(),
                thread.seat().leaf());
        if (!Posting.refused(step, speaking)) {
            speaking.finish(links);
            step.outcome(new Outcome.Done());
        }
    }

    /** Asks for a thing: for days that nobody else is known to want, or whenever it is free. */
    void ask(Step step, Membership circle, ThreadState thing, Optional<Asking.Days> days, String text) {
        if (!isOpenThing(step, thing)) {
            return;
        }
        Asking asking = new Asking(thing.named(), Asking.Stage.WANTED, days, text.strip());
        Lending lending = lending(state, circle, thing);
        if (days.map(wanted -> lending.clashes(wanted, Bytes.EMPTY)).orElse(false)) {
            step.refuse(Outcome.Refusal.CLASH);
            return;
        }
        boolean waits = days.isEmpty() && lending.line().stream().anyMatch(one -> circle.voiceIn(one).isPresent());
        if (waits) {
            step.refuse(Outcome.Refusal.ALREADY_ANSWERED);
            return;
        }
        if (begin(step, circle, asking)) {
            caring.lookSoon();
            step.outcome(new Outcome.Done());
        }
    }

    /** Says that a thing is with the person; what they asked for, or said before, of it is over with that. */
    void haveIt(Step step, Membership circle, ThreadState thing, Asking.Days days) {
        if (!isOpenThing(step, thing) || !begin(step, circle, new Asking(thing.named(), Asking.Stage.HERE, Optional.of(days), ""))) {
            return;
        }
        Lending lending = lending(state, circle, thing);
        lending.here().forEach(one -> close(step, circle, one));
        lending.asked().stream().filter(one -> one.asking().flatMap(Asking::days).map(days::meets).orElse(false)).forEach(one -> close(step, circle, one));
        lending.line().forEach(one -> close(step, circle, one));
        step.whenStored(forgetting::lookSoon);
        caring.lookSoon();
        step.outcome(new Outcome.Done());
    }

    private static boolean isOpenThing(Step step, ThreadState thing) {
        boolean open = thing.words() instanceof weft.core.entry.Thing && thing.closing().isEmpty();
        if (!open) {
            step.refuse(thing.closing().isPresent() ? Outcome.Refusal.OVER : Outcome.Refusal.NO_SUCH_THREAD);
        }
        return open;
    }

    private boolean begin(Step step, Membership circle, Asking asking) {
        Day today = Day.at(step.now);
        Day last = asking.days().map(days -> day(days.to()).plus(1)).orElse(today.plus(PeerLimits.WAITING_DAYS));
        LocalDate now = Doings.date(today);
        boolean ahead = asking.days().map(days -> !days.to().isBefore(now.minusDays(1)) && !days.to().isAfter(now.plusDays(PeerLimits.LISTED_DAYS)))
                .orElse(true);
        if (!ahead || last.compareTo(today) < 0 || circle.isOver(last)) {
            step.refuse(Outcome.Refusal.BAD_DAY);
            return false;
        }
        if (ThingRules.check(asking, step.now - Math.floorMod(step.now, Day.SECONDS), last) instanceof Checked.Bad<Asking>(var fault, String detail)) {
            step.refuse(Speaking.refusal(fault));
            return false;
        }
        return Posting.post(step, links, circle, asking, last, List.of()).size() > 0;
    }

    static Day day(LocalDate date) {
        return Day.at(date.toEpochDay() * Day.SECONDS);
    }

    private void close(Step step, Membership circle, ThreadState thread) {
        circle.voiceIn(thread).filter(Voice::isFirst).ifPresent(voice -> {
            Speaking speaking = new Speaking(step, circle);
            Leaf leaf = thread.seat().leaf();
            Bytes name = step.entropy.next(EntryLimits.NAME_BYTES);
            speaking.say(circle.drafts.closed(Posting.by(step, voice, thread), thread.seat().root(), name, Entry.Ending.DONE), voice.secret(), leaf);
            if (speaking.trouble().isEmpty()) {
                speaking.finish(links);
            }
        });
    }
}
