package weft.core.peer;

import weft.core.circle.ThreadState;
import weft.core.entry.EntryDrafts;
import weft.core.key.Leaf;
import weft.primitives.Bytes;

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

    /** Another voice's part, when it sees the new seat. */
    static void follow(Speaking speaking, Membership circle, ThreadState thread, Voice mine, Leaf later, Bytes root) {
        words(speaking, circle, thread, mine, later, root);
    }

    private static void words(Speaking speaking, Membership circle, ThreadState thread, Voice voice, Leaf later, Bytes root) {
        weft.core.circle.Moving.words(speaking.primitives(), circle.drafts, thread, voice.publicKey(), new ThreadState.Seat(later, root))
                .forEach(draft -> speaking.say(draft, voice.secret(), later));
    }
}
