package weft.core.peer;

import java.util.Optional;
import weft.core.circle.ThreadState;
import weft.core.entry.Entry;
import weft.core.entry.Joining;
import weft.core.view.News;
import weft.primitives.Bytes;

/** What of a doing is worth telling at once: that somebody can't come after all, that it was changed, that it was called off. */
final class DoingNews {
    private DoingNews() {}

    static void tell(Step step, Membership circle, Entry entry) {
        if (circle.state.knows(entry.head().id())) {
            return;
        }
        if (entry instanceof Entry.Closed closed) {
            circle.state.thread(closed.root()).filter(thread -> thread.voice().equals(closed.head().voice()) && thread.closing().isEmpty())
                    .ifPresent(thread -> closed(step, circle, thread, closed));
        } else if (entry instanceof Entry.Posted posted && posted.revision() > 0) {
            circle.state.threadOf(posted.head().voice())
                    .filter(thread -> thread.doing().isPresent() && posted.revision() > thread.posted().revision() && !posted.words().equals(thread.words()))
                    .filter(thread -> comes(circle, thread))
                    .ifPresent(thread -> tell(step, circle, thread, thread, News.DOING_CHANGED, entry));
        }
    }

    private static void closed(Step step, Membership circle, ThreadState thread, Entry closing) {
        if (thread.doing().isPresent() && comes(circle, thread)) {
            tell(step, circle, thread, thread, News.CALLED_OFF, closing);
        }
        thread.joining().ifPresent(joining -> doing(circle, joining).ifPresent(doing -> {
            boolean mine = circle.voiceIn(doing).map(Voice::isFirst).orElse(false);
            boolean beside = Doings.coming(circle, doing, joining.on()).stream().anyMatch(one -> circle.voiceIn(one).isPresent());
            if (mine || beside) {
                tell(step, circle, doing, thread, News.CANT_COME, closing);
            }
        }));
    }

    private static Optional<ThreadState> doing(Membership circle, Joining joining) {
        return circle.state.threadOf(joining.doing()).filter(thread -> thread.doing().isPresent());
    }

    /** Whether the reader comes to an occurrence of it. */
    private static boolean comes(Membership circle, ThreadState doing) {
        Bytes voice = doing.voice();
        return circle.state.threads(Joining.class).stream().anyMatch(one -> one.closing().isEmpty() && circle.voiceIn(one).isPresent()
                && one.joining().filter(joining -> joining.doing().equals(voice)).isPresent());
    }

    private static void tell(Step step, Membership circle, ThreadState doing, ThreadState by, News news, Entry entry) {
        if (!circle.hidden.containsKey(doing.voice())) {
            step.state.tidings.tell(step, circle, doing, by.voice(), news, entry.head().id());
        }
    }
}
