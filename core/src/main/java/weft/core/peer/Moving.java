package weft.core.peer;

import weft.core.circle.ThreadState;
import weft.core.entry.EntryDrafts;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** Says what {@link weft.core.circle.Moving} finds to be written anew when a thread moves to a later last day. */
final class Moving {
    private Moving() {}

    /** The first voice's part: announces, and writes anew its words, the admissions in use and its words in the aside. */
    static void lead(Speaking speaking, Membership circle, ThreadState thread, Voice first, long now, Leaf later) {
        Leaf old = thread.seat().leaf();
        EntryDrafts.By by = new EntryDrafts.By(first.publicKey(), now, old);
        speaking.say(circle.drafts.extended(by, thread.seat().root(), later.day()), first.secret(), old);
        Bytes root = speaking.say(weft.core.circle.Moving.seat(circle.drafts, thread, later.day()), first.secret(), later);
        if (root.size() > 0) {
            words(speaking, circle, thread, first, later, root);
        }
    }

    /** Moves an own thread to a later last day, unless the words can't be said. */
    static void goOn(Step step, Links links, Membership circle, ThreadState thread, Voice first, Day last) {
        Speaking speaking = new Speaking(step, circle);
        lead(speaking, circle, thread, first, step.now, new Leaf(last, thread.seat().leaf().slot()));
        if (speaking.trouble().isEmpty()) {
            moved(step, circle, first, last);
            speaking.finish(links);
        }
    }

    /** A voice of this node now speaks until another day. */
    static void moved(Step step, Membership circle, Voice voice, Day day) {
        circle.voices.put(voice.thread(), voice.until(day));
        step.undo(() -> circle.voices.put(voice.thread(), voice));
        step.keep();
    }

    /** Another voice's part, when it sees the new seat. */
    static void follow(Speaking speaking, Membership circle, ThreadState thread, Voice mine, Leaf later, Bytes root) {
        words(speaking, circle, thread, mine, later, root);
    }

    private static void words(Speaking speaking, Membership circle, ThreadState thread, Voice voice, Leaf later, Bytes root) {
        weft.core.circle.Moving.words(speaking.primitives(), circle.drafts, thread, voice.publicKey(), new ThreadState.Seat(later, root))
                .forEach(draft -> speaking.say(draft, voice.secret(), later));
    }
}
