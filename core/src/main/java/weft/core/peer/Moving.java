package weft.core.peer;

import weft.core.circle.ThreadState;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Draft;

/** Moving a thread to a later last day: each voice writes its own words anew under the later leaf ({@code spec/fold.md}). */
final class Moving {
    private Moving() {}

    /** The first voice's part: announces, and writes anew its words, the admissions in use and its words in the aside. */
    static void lead(Speaking speaking, Membership circle, ThreadState thread, Voice first, long now, Leaf later) {
        Leaf old = thread.seat().leaf();
        EntryDrafts.By by = new EntryDrafts.By(first.publicKey(), now, old);
        speaking.say(circle.drafts.extended(by, thread.seat().root(), later.day()), first.secret(), old);
        Bytes root = speaking.say(circle.drafts.again(thread.posted(), later, Bytes.EMPTY), first.secret(), later);
        if (root.size() == 0) {
            return;
        }
        for (Entry.Admitted admission : thread.admissions()) {
            if (admission.generation() == thread.generation()) {
                speaking.say(circle.drafts.again(admission, later, root), first.secret(), later);
            }
        }
        aside(speaking, circle, thread, first, later, root);
    }

    /** Another voice's part, when it sees the new seat. */
    static void follow(Speaking speaking, Membership circle, ThreadState thread, Voice mine, Leaf later, Bytes root) {
        thread.answerOf(mine.publicKey()).ifPresent(answer -> {
            if (!answer.withdrawn() || answer.admitted()) {
                Draft again = circle.drafts.again(answer.entry(), later, root);
                Bytes id = speaking.say(again, mine.secret(), later);
                if (answer.withdrawn() && id.size() > 0) {
                    EntryDrafts.By by = new EntryDrafts.By(mine.publicKey(), again.createdAt(), later);
                    speaking.say(circle.drafts.withdrawn(by, root, id), mine.secret(), later);
                }
            }
        });
        aside(speaking, circle, thread, mine, later, root);
    }

    private static void aside(Speaking speaking, Membership circle, ThreadState thread, Voice mine, Leaf later, Bytes root) {
        for (ThreadState.AsideState words : thread.aside()) {
            if (!words.withdrawn() && words.entry().head().voice().equals(mine.publicKey())) {
                speaking.say(circle.drafts.again(words.entry(), later, root), mine.secret(), later);
            }
        }
    }
}
