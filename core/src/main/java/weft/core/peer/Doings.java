package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.calendar.Occurrence;
import weft.core.calendar.Times;
import weft.core.circle.ThreadState;
import weft.core.entry.Doing;
import weft.core.entry.DoingRules;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryLimits;
import weft.core.entry.Joining;
import weft.core.key.Leaf;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.json.Checked;

/**
 * Doings: beginning and changing them, coming to an occurrence or not after all. Each coming is a thread of its own under a
 * fresh voice, sealed for the day on which the occurrence ends, so that who came is forgotten with that day.
 */
final class Doings {
    private final PeerState state;
    private final Links links;
    private final Forgetting forgetting;
    private final Attending attending;

    Doings(PeerState state, Links links, Forgetting forgetting, Attending attending) {
        this.state = state;
        this.links = links;
        this.forgetting = forgetting;
        this.attending = attending;
    }

    /** A doing may have been closed. */
    void lookSoon() {
        attending.lookSoon();
    }

    static LocalDate date(Day day) {
        return LocalDate.ofEpochDay(day.startsAt() / Day.SECONDS);
    }

    /** The day with which a doing ends: that of its last occurrence, as far as an envelope reaches; none where all are over. */
    static Optional<Day> lastDay(Times times, long now) {
        LocalDate far = date(Day.at(now).plus(PeerLimits.DOING_DAYS));
        List<Occurrence> all = times.between(now, now + PeerLimits.DOING_DAYS * Day.SECONDS);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean more = times.dates(far.plusDays(400)).getLast().isAfter(all.stream().map(Occurrence::date).max(LocalDate::compareTo).orElseThrow());
        Day last = Day.at(all.stream().mapToLong(Occurrence::end).max().orElseThrow() - 1);
        Day bound = Day.at(now).plus(PeerLimits.DOING_DAYS);
        return Optional.of(more || last.compareTo(bound) > 0 ? bound : last);
    }

    /** Begins doings, all or none; the outcome names the first. */
    void begin(Step step, Membership circle, List<Doing> doings) {
        if (doings.isEmpty() || doings.size() > PeerLimits.DOINGS_AT_ONCE) {
            step.refuse(Outcome.Refusal.MALFORMED);
            return;
        }
        List<Day> days = new ArrayList<>();
        for (Doing doing : doings) {
            if (DoingRules.check(doing) instanceof Checked.Bad<Doing>(var fault, String detail)) {
                step.refuse(Speaking.refusal(fault));
                return;
            }
            Optional<Day> day = lastDay(doing.times(), step.now).filter(last -> !circle.isOver(last));
            if (day.isEmpty()) {
                step.refuse(Outcome.Refusal.NO_SUCH_OCCURRENCE);
                return;
            }
            days.add(day.get());
        }
        Bytes first = Bytes.EMPTY;
        for (int i = 0; i < doings.size(); i++) {
            Bytes root = Posting.post(step, links, circle, doings.get(i), days.get(i), List.of());
            if (root.size() == 0) {
                return;
            }
            first = i == 0 ? root : first;
        }
        attending.lookSoon();
        step.outcome(new Outcome.DoneThread(new Ref(circle.address, first)));
    }

    /** New words; where they reach further than the thread, its last day moves too. */
    void revise(Step step, Membership circle, ThreadState thread, Doing doing) {
        Optional<Voice> voice = circle.voiceIn(thread).filter(Voice::isFirst);
        if (voice.isEmpty() || thread.doing().isEmpty()) {
            step.refuse(Outcome.Refusal.NOT_YOURS);
            return;
        }
        if (thread.closing().isPresent() || thread.lastDay().endsAt() <= step.now) {
            step.refuse(Outcome.Refusal.OVER);
            return;
        }
        if (DoingRules.check(doing) instanceof Checked.Bad<Doing>(var fault, String detail)) {
            step.refuse(Speaking.refusal(fault));
            return;
        }
        Optional<Day> last = lastDay(doing.times(), step.now);
        if (last.isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_OCCURRENCE);
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        Bytes name = Bytes.hex(thread.posted().name());
        Leaf leaf = thread.seat().leaf();
        Voice first = voice.get();
        if (last.get().compareTo(thread.lastDay()) <= 0) {
            speaking.say(circle.drafts.posted(Posting.by(step, first, thread), name, thread.nextRevision(), doing), first.secret(), leaf);
        } else {
            Leaf later = new Leaf(last.get(), leaf.slot());
            var by = new EntryDrafts.By(first.publicKey(), step.now, leaf);
            speaking.say(circle.drafts.extended(by, thread.seat().root(), later.day()), first.secret(), leaf);
            var there = new EntryDrafts.By(first.publicKey(), step.now, later);
            speaking.say(circle.drafts.posted(there, name, thread.nextRevision(), doing), first.secret(), later);
            Moving.moved(step, circle, first, last.get());
        }
        if (!Posting.refused(step, speaking)) {
            speaking.finish(links);
            attending.lookSoon();
            step.outcome(new Outcome.Done());
        }
    }

    /** Somebody's coming to an occurrence, as far as it is known and not taken back. */
    static List<ThreadState> coming(Membership circle, ThreadState doing, LocalDate on) {
        return circle.state.threads(Joining.class).stream().filter(thread -> thread.closing().isEmpty() && isFor(thread, doing, on)).toList();
    }

    static boolean isFor(ThreadState thread, ThreadState doing, LocalDate on) {
        return thread.joining().filter(joining -> joining.doing().equals(doing.voice()) && joining.name().equals(doing.posted().name())
                && joining.on().equals(on)).isPresent();
    }

    /** The thread in which this node's person comes to an occurrence for a part. */
    static Optional<ThreadState> mine(Membership circle, ThreadState doing, LocalDate on, Joining.Part part) {
        return coming(circle, doing, on).stream()
                .filter(thread -> circle.voiceIn(thread).isPresent() && thread.joining().map(joining -> joining.part().equals(part)).orElse(false)).findFirst();
    }

    /** Whether a doing has a part. */
    static boolean has(Doing doing, Joining.Part part) {
        return switch (part) {
            case Joining.Part.Coming ignored -> true;
            case Joining.Part.OfShift(int number) -> doing.shifts().stream().anyMatch(shift -> shift.number() == number);
            case Joining.Part.Bringing(int number) -> doing.things().stream().anyMatch(thing -> thing.number() == number);
        };
    }

    void join(Step step, Membership circle, ThreadState thread, LocalDate on, Joining.Part part, boolean always) {
        Optional<Doing> doing = thread.doing().filter(one -> thread.closing().isEmpty() && has(one, part));
        Optional<Occurrence> occurrence = doing.flatMap(one -> one.times().on(on)).filter(one -> one.end() > step.now);
        if (occurrence.isEmpty() || always && state.standing.size() >= PeerLimits.STANDING) {
            step.refuse(Outcome.Refusal.NO_SUCH_OCCURRENCE);
            return;
        }
        if (mine(circle, thread, on, part).isEmpty() && !say(step, links, circle, thread, occurrence.get(), part)) {
            return;
        }
        standing(circle, thread, part).ifPresentOrElse(one -> seenTo(step, one, on), () -> {
            if (always) {
                Standing one = new Standing(circle.address, thread.voice(), part);
                one.seenTo.add(on);
                state.standing.add(one);
                step.undo(() -> state.standing.remove(one));
                step.keep();
            }
        });
        attending.lookSoon();
        step.outcome(new Outcome.Done());
    }

    /** Says under a fresh voice that the person comes; false where the step was refused. */
    static boolean say(Step step, Links links, Membership circle, ThreadState doing, Occurrence occurrence, Joining.Part part) {
        Joining joining = new Joining(doing.voice(), doing.posted().name(), occurrence.date(), part);
        return Posting.post(step, links, circle, joining, Day.at(occurrence.end() - 1), List.of()).size() > 0;
    }

    private Optional<Standing> standing(Membership circle, ThreadState doing, Joining.Part part) {
        return state.standing.stream().filter(one -> one.is(circle.address, doing.voice(), part)).findFirst();
    }

    private static void seenTo(Step step, Standing standing, LocalDate on) {
        if (standing.seenTo.add(on)) {
            step.undo(() -> standing.seenTo.remove(on));
            step.keep();
        }
    }

    /** Takes a coming back, so that the others see it at once; from now on the node does not put the person down for that occurrence. */
    void cantCome(Step step, Membership circle, ThreadState thread, LocalDate on, Joining.Part part) {
        Optional<ThreadState> mine = mine(circle, thread, on, part);
        Optional<Standing> standing = standing(circle, thread, part);
        if (mine.isEmpty() && standing.isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_ENTRY);
            return;
        }
        standing.ifPresent(one -> seenTo(step, one, on));
        if (mine.isPresent()) {
            ThreadState coming = mine.get();
            Voice voice = circle.voiceIn(coming).orElseThrow();
            Speaking speaking = new Speaking(step, circle);
            Bytes name = step.entropy.next(EntryLimits.NAME_BYTES);
            speaking.say(circle.drafts.closed(Posting.by(step, voice, coming), coming.seat().root(), name, Entry.Ending.NO_LONGER), voice.secret(),
                    coming.seat().leaf());
            if (Posting.refused(step, speaking)) {
                return;
            }
            speaking.finish(links);
            step.whenStored(forgetting::lookSoon);
        }
        attending.lookSoon();
        step.show(circle.address);
        step.outcome(new Outcome.Done());
    }

    void joinNoMore(Step step, Membership circle, ThreadState thread, Joining.Part part) {
        standing(circle, thread, part).ifPresent(one -> {
            int at = state.standing.indexOf(one);
            state.standing.remove(one);
            step.undo(() -> state.standing.add(at, one));
            step.keep();
            step.show(circle.address);
        });
        step.outcome(new Outcome.Done());
    }

    void rest(Step step, Optional<LocalDate> until) {
        Optional<LocalDate> before = state.restsUntil;
        LocalDate today = date(Day.at(step.now));
        if (until.filter(day -> day.isBefore(today) || day.isAfter(today.plusDays(PeerLimits.DOING_DAYS))).isPresent()) {
            step.refuse(Outcome.Refusal.BAD_DAY);
            return;
        }
        state.restsUntil = until;
        step.undo(() -> state.restsUntil = before);
        step.keep();
        attending.lookSoon();
        step.outcome(new Outcome.Done());
    }

    void calendarAddress(Step step, boolean on) {
        Optional<Bytes> before = state.feed;
        state.feed = on ? Optional.of(step.entropy.next(16)) : Optional.empty();
        step.undo(() -> state.feed = before);
        step.keepDestroying();
        step.outcome(new Outcome.Done());
    }
}
