package weft.core.peer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import weft.core.circle.ThreadState;
import weft.core.entry.Asking;
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
    private final Lookout lookout = new Lookout();

    Caring(PeerState state) {
        this.state = state;
    }

    /** Something about a thing may have changed; what this step says is known at the next. */
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
        for (Membership circle : state.circles.values()) {
            if (circle.acquaintance) {
                continue;
            }
            for (Voice voice : List.copyOf(circle.voices.values())) {
                next = Math.min(next, care(step, links, circle, voice));
            }
        }
        lookout.looked(next);
    }

    private long care(Step step, Links links, Membership circle, Voice voice) {
        Optional<ThreadState> thread = voice.isFirst() ? circle.state.threadOf(voice.thread()) : Optional.empty();
        if (thread.isEmpty() || thread.get().closing().isPresent() || circle.living(thread.get().root()).isEmpty()) {
            return Long.MAX_VALUE;
        }
        return thread.get().listed().isPresent() ? goOn(step, links, circle, thread.get(), voice) : remind(step, circle, thread.get());
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
        if (thing.isPresent() && !Attending.isTold(step, state, key)) {
            Attending.tell(step, circle, thing.get(), thread.voice(), key, thread.lastDay(), News.BRING_BACK);
        }
        return Long.MAX_VALUE;
    }

    private static long goOn(Step step, Links links, Membership circle, ThreadState thread, Voice voice) {
        Day renew = thread.lastDay().plus(-PeerLimits.LISTED_RENEW_DAYS);
        if (renew.startsAt() > step.now) {
            return renew.startsAt();
        }
        Moving.goOn(step, links, circle, thread, voice, Day.at(step.now).plus(PeerLimits.LISTED_DAYS));
        return step.now + Day.SECONDS;
    }
}
