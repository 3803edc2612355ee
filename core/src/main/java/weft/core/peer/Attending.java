package weft.core.peer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.Occurrence;
import weft.core.circle.ThreadState;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;

/**
 * What a node does about doings by itself: puts its person down for what they come to each time, tells them of a shift that
 * is near and that nobody has joined, and moves the last day of own doings that go on.
 *
 * <pre>
 * each time     an occurrence within ten days, not seen to, no rest   joined under a fresh voice, at a moment of its own
 * nobody yet    alert hours before a shift, nobody has joined         told once, unless the person rests
 * goes on       own, and its last day is less than 200 days away      moved as far as an envelope reaches
 * </pre>
 */
final class Attending {
    private final PeerState state;
    private final Primitives p;
    private final Map<Due, Long> due = new HashMap<>();
    private final Lookout lookout = new Lookout();

    private record Due(Bytes circle, Bytes doing, Joining.Part part, LocalDate on) {}

    Attending(PeerState state) {
        this.state = state;
        this.p = state.primitives;
    }

    /** Something about a doing may have changed; what this step says is known at the next. */
    void lookSoon() {
        lookout.lookSoon();
    }

    /** When to look again, Unix seconds. */
    long nextLook() {
        return lookout.next();
    }

    /** Does what it is time for. */
    void tend(Step step, Links links) {
        if (!lookout.isDue(state, step)) {
            return;
        }
        long next = Long.MAX_VALUE;
        restOver(step);
        for (Standing standing : List.copyOf(state.standing)) {
            next = Math.min(next, stand(step, links, standing));
        }
        for (Membership circle : state.circles.values()) {
            if (circle.acquaintance) {
                continue;
            }
            for (ThreadState thread : circle.state.threads(Doing.class)) {
                if (isOpen(step, circle, thread)) {
                    next = Math.min(next, alert(step, circle, thread, thread.doing().get()));
                    next = Math.min(next, goOn(step, links, circle, thread, thread.doing().get()));
                }
            }
        }
        lookout.looked(next);
    }

    private static boolean isOpen(Step step, Membership circle, ThreadState thread) {
        return thread.closing().isEmpty() && thread.lastDay().endsAt() > step.now && circle.living(thread.root()).isPresent();
    }

    private void restOver(Step step) {
        Optional<LocalDate> before = state.restsUntil;
        if (before.isPresent() && !state.rests(Doings.date(Day.at(step.now)))) {
            state.restsUntil = Optional.empty();
            step.undo(() -> state.restsUntil = before);
            step.keep();
        }
        if (state.alerted.values().removeIf(day -> day.endsAt() <= step.now)) {
            step.keep();
        }
    }

    private long stand(Step step, Links links, Standing standing) {
        Membership circle = state.circles.get(standing.circle);
        Optional<ThreadState> thread = circle == null ? Optional.empty() : circle.state.threadOf(standing.doing)
                .filter(one -> one.doing().isPresent() && isOpen(step, circle, one));
        if (circle == null || thread.isEmpty()) {
            state.standing.remove(standing);
            step.undo(() -> state.standing.add(standing));
            step.keep();
            return Long.MAX_VALUE;
        }
        Doing doing = thread.get().doing().orElseThrow();
        long next = Long.MAX_VALUE;
        long horizon = step.now + PeerLimits.STANDING_DAYS * Day.SECONDS;
        for (Occurrence one : doing.times().between(step.now, horizon + 400 * Day.SECONDS)) {
            if (one.start() >= horizon) {
                return Math.min(next, one.start() - PeerLimits.STANDING_DAYS * Day.SECONDS + 1);
            }
            if (standing.seenTo.contains(one.date()) || state.rests(one.date()) || !Doings.has(doing, standing.part) || one.end() <= step.now) {
                continue;
            }
            Due key = new Due(standing.circle, standing.doing, standing.part, one.date());
            long latest = Math.max(step.now, one.start() - PeerLimits.JOIN_WITHIN_SECONDS);
            long at = Math.min(latest, due.computeIfAbsent(key, ignored -> step.now + 1 + step.entropy.below(PeerLimits.JOIN_WITHIN_SECONDS)));
            if (at > step.now) {
                next = Math.min(next, at);
                continue;
            }
            due.remove(key);
            boolean there = Doings.mine(circle, thread.get(), one.date(), standing.part).isPresent();
            if (there || Doings.say(step, links, circle, thread.get(), one, standing.part)) {
                standing.seenTo.add(one.date());
                standing.seenTo.removeIf(date -> date.isBefore(one.date().minusDays(60)));
                step.undo(() -> standing.seenTo.remove(one.date()));
                step.keep();
            }
        }
        return next;
    }

    /** Tells of shifts that are near and that nobody has joined; answers when the next will be near. */
    private long alert(Step step, Membership circle, ThreadState thread, Doing doing) {
        long ahead = doing.alertHours().orElse(0) * 3_600L;
        if (ahead == 0 || circle.hidden.containsKey(thread.voice())) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE;
        for (Occurrence one : doing.times().between(step.now, step.now + ahead + 8 * Day.SECONDS)) {
            for (Part part : parts(doing, one)) {
                long near = part.start() - ahead;
                if (near > step.now) {
                    next = Math.min(next, near);
                } else if (part.start() > step.now) {
                    tellOnce(step, circle, thread, one, part);
                }
            }
        }
        // Doings that come round less often than the look ahead reaches are looked for again.
        return Math.min(next, step.now + 7 * Day.SECONDS);
    }

    /** What somebody has to come for, and when it begins. */
    record Part(Joining.Part part, long start) {}

    /** The shifts of an occurrence; where there are none, being there. */
    static List<Part> parts(Doing doing, Occurrence one) {
        if (doing.shifts().isEmpty()) {
            return List.of(new Part(new Joining.Part.Coming(), one.start()));
        }
        return doing.shifts().stream().map(shift -> new Part(new Joining.Part.OfShift(shift.number()), one.start() + shift.begins() * 60L)).toList();
    }

    /** Whether nobody comes for a part. */
    static boolean isLonely(Membership circle, ThreadState doing, LocalDate on, Joining.Part part) {
        boolean any = part instanceof Joining.Part.Coming;
        return Doings.coming(circle, doing, on).stream().noneMatch(one -> any || one.joining().orElseThrow().part().equals(part));
    }

    private void tellOnce(Step step, Membership circle, ThreadState thread, Occurrence one, Part part) {
        int number = part.part() instanceof Joining.Part.OfShift(int shift) ? shift : 0;
        Bytes key = p.sha256(circle.address.then(thread.voice(), Bytes.bigEndian(one.date().toEpochDay(), 8), Bytes.ofUnsigned(number)));
        if (!isTold(step, state, key) && isLonely(circle, thread, one.date(), part.part())) {
            tell(step, circle, thread, thread.voice(), key, Day.at(one.end()), News.NOBODY_YET);
        }
    }

    /** Whether the person was told of this before, or rests. */
    static boolean isTold(Step step, PeerState state, Bytes key) {
        return state.alerted.containsKey(key) || state.rests(Doings.date(Day.at(step.now)));
    }

    /** Tells the person of something, and remembers until a day that it was told. */
    static void tell(Step step, Membership circle, ThreadState about, Bytes by, Bytes key, Day until, News news) {
        PeerState state = step.state;
        state.alerted.put(key, until);
        step.undo(() -> state.alerted.remove(key));
        step.keep();
        state.tidings.tell(step, circle, about, by, news, key);
        step.show(circle.address);
    }

    private static long goOn(Step step, Links links, Membership circle, ThreadState thread, Doing doing) {
        Optional<Voice> voice = circle.voiceIn(thread).filter(Voice::isFirst);
        if (voice.isEmpty() || !doing.times().repeats()) {
            return Long.MAX_VALUE;
        }
        Day renew = thread.lastDay().plus(-PeerLimits.DOING_RENEW_DAYS);
        if (renew.startsAt() > step.now) {
            return renew.startsAt();
        }
        Optional<Day> last = Doings.lastDay(doing.times(), step.now).filter(day -> day.compareTo(thread.lastDay()) > 0);
        if (last.isPresent()) {
            Moving.goOn(step, links, circle, thread, voice.get(), last.get());
        }
        return step.now + Day.SECONDS;
    }
}
