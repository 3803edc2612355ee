package weft.core.peer;

import java.time.LocalDate;
import java.util.Optional;
import weft.core.circle.ThreadState;
import weft.core.entry.Asking;
import weft.core.key.Leaf;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * What a node does about things and places by itself: reminds its person on the last day for which a thing is with them, and moves the last
 * day of what they wrote into the catalogue.
 */
final class Caring {
    /** In the digest under which a reminder is remembered: no number of a shift. */
    private static final int REMINDER = 255;

    private final PeerState state;
    private long nextLook;
    private boolean soon;

    Caring(PeerState state) {
        this.state = state;
    }

    /** Something about a thing may have changed; what this step says is known at the next. */
    void lookSoon() {
        soon = true;
    }

    /** When to look again, Unix seconds. */
    long nextLook() {
        return nextLook;
    }

    /** Does what it is time for. */
    void tend(Step step, Links links) {
        if (soon) {
            soon = false;
            nextLook = step.now + 1;
        }
        if (!state.ready || state.jumped || step.now < nextLook) {
            return;
        }
        long next = Long.MAX_VALUE;
        for (Membership circle : state.circles.values()) {
            for (Voice voice : circle.acquaintance ? java.util.List.<Voice>of() : java.util.List.copyOf(circle.voices.values())) {
                Optional<ThreadState> thread = voice.isFirst() ? circle.state.threadOf(voice.thread()) : Optional.empty();
                if (thread.isPresent() && thread.get().closing().isEmpty() && circle.living(thread.get().root()).isPresent()) {
                    next = Math.min(next, thread.get().listed().isPresent() ? goOn(step, links, circle, thread.get(), voice) : remind(step, circle,
                            thread.get()));
                }
            }
        }
        nextLook = next;
    }

    private long remind(Step step, Membership circle, ThreadState thread) {
        Optional<LocalDate> last = thread.asking().filter(asking -> asking.stage() == Asking.Stage.HERE).flatMap(Asking::days).map(Asking.Days::to);
        if (last.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long due = last.get().toEpochDay() * Day.SECONDS;
        if (due > step.now) {
            return due;
        }
        Bytes key = state.primitives.sha256(circle.address.then(thread.voice(), Bytes.ofUnsigned(REMINDER)));
        Optional<ThreadState> thing = thread.asking().flatMap(asking -> circle.state.threadOf(asking.thing().voice()));
        if (thing.isPresent() && !state.alerted.containsKey(key) && !state.rests(Doings.date(Day.at(step.now)))) {
            state.alerted.put(key, thread.lastDay());
            step.undo(() -> state.alerted.remove(key));
            step.keep();
            state.tidings.tell(step, circle, thing.get(), thread.voice(), News.BRING_BACK, key);
            step.show(circle.address);
        }
        return Long.MAX_VALUE;
    }

    private static long goOn(Step step, Links links, Membership circle, ThreadState thread, Voice voice) {
        Day renew = thread.lastDay().plus(-PeerLimits.LISTED_RENEW_DAYS);
        if (renew.startsAt() > step.now) {
            return renew.startsAt();
        }
        Day last = Day.at(step.now).plus(PeerLimits.LISTED_DAYS);
        Speaking speaking = new Speaking(step, circle);
        Moving.lead(speaking, circle, thread, voice, step.now, new Leaf(last, thread.seat().leaf().slot()));
        if (speaking.trouble().isEmpty()) {
            Doings.moved(step, circle, voice, last);
            speaking.finish(links);
        }
        return step.now + Day.SECONDS;
    }
}
