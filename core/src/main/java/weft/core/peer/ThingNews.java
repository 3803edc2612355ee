package weft.core.peer;

import java.util.Optional;
import weft.core.circle.Lending;
import weft.core.circle.ThreadState;
import weft.core.entry.Asking;
import weft.core.entry.Entry;
import weft.core.view.News;
import weft.primitives.Bytes;

/** What of a thing is worth telling at once: that somebody asks for what is with the reader, that what the reader waits for is free. */
final class ThingNews {
    private ThingNews() {}

    static void tell(Step step, Membership circle, Entry entry) {
        if (circle.state.knows(entry.head().id())) {
            return;
        }
        if (entry instanceof Entry.Posted posted && posted.revision() == 0 && posted.words() instanceof Asking asking
                && asking.stage() == Asking.Stage.WANTED) {
            thing(circle, asking).filter(thing -> isFor(step, circle, thing))
                    .ifPresent(thing -> tell(step, circle, thing, entry, entry.head().voice(), News.ASKED_FOR));
        } else if (entry instanceof Entry.Closed closed) {
            circle.state.thread(closed.root()).filter(thread -> thread.voice().equals(closed.head().voice()) && thread.closing().isEmpty())
                    .flatMap(ThreadState::asking).filter(asking -> asking.stage() == Asking.Stage.HERE).flatMap(asking -> thing(circle, asking))
                    .filter(thing -> waits(step, circle, thing)).ifPresent(thing -> tell(step, circle, thing, entry, thing.voice(), News.FREE_NOW));
        }
    }

    static Optional<ThreadState> thing(Membership circle, Asking asking) {
        return circle.state.threadOf(asking.thing().voice()).filter(thing -> thing.named().equals(asking.thing()));
    }

    /** Whoever has it is told who asks; where nobody does, who wrote it down. */
    private static boolean isFor(Step step, Membership circle, ThreadState thing) {
        Lending lending = Things.lending(step.state, circle, thing);
        return lending.here().isEmpty() ? circle.voiceIn(thing).map(Voice::isFirst).orElse(false)
                : lending.here().stream().anyMatch(one -> circle.voiceIn(one).map(Voice::isFirst).orElse(false));
    }

    private static boolean waits(Step step, Membership circle, ThreadState thing) {
        Lending lending = Things.lending(step.state, circle, thing);
        return java.util.stream.Stream.concat(lending.asked().stream(), lending.line().stream())
                .anyMatch(one -> circle.voiceIn(one).map(Voice::isFirst).orElse(false));
    }

    private static void tell(Step step, Membership circle, ThreadState thing, Entry entry, Bytes by, News news) {
        if (!circle.hidden.containsKey(thing.voice()) && thing.closing().isEmpty()) {
            step.state.tidings.tell(step, circle, thing, by, news, entry.head().id());
        }
    }
}
