package weft.core.circle;

import java.util.ArrayList;
import java.util.List;
import weft.core.circle.ThreadState.AnswerState;
import weft.core.circle.ThreadState.AsideState;
import weft.core.circle.ThreadState.Seat;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;
import weft.wire.event.Draft;

/** What the voices of a thread write anew when its last day moves: see "Moving the last day" in {@code spec/fold.md}. */
public final class Moving {
    private Moving() {}

    /** The leaf of a thread on a later day: the slot stays. */
    public static Leaf leaf(ThreadState thread, Day lastDay) {
        return new Leaf(lastDay, thread.seat().leaf().slot());
    }

    /** The first voice's words on the later day; the id of this draft is the root there. */
    public static Draft seat(EntryDrafts drafts, ThreadState thread, Day lastDay) {
        return drafts.again(thread.posted(), leaf(thread, lastDay), thread.root());
    }

    /**
     * What one voice has yet to write anew under a seat: its answer, its words in the aside, its admissions of the
     * generation in use. Writing them and folding again leaves nothing to write.
     *
     * @param seat normally the thread's latest, or that of {@link #seat}
     */
    public static List<Draft> words(Primitives primitives, EntryDrafts drafts, ThreadState thread, Bytes voice, Seat seat) {
        List<Draft> anew = new ArrayList<>();
        for (AnswerState answer : thread.answers()) {
            if (stays(answer.entry(), voice, seat) && (!answer.withdrawn() || answer.admitted())) {
                Draft draft = drafts.again(answer.entry(), seat.leaf(), seat.root());
                anew.add(draft);
                if (answer.withdrawn()) {
                    EntryDrafts.By by = new EntryDrafts.By(voice, draft.createdAt(), seat.leaf());
                    anew.add(drafts.withdrawn(by, seat.root(), draft.id(primitives)));
                }
            }
        }
        for (Entry.Admitted admission : thread.admissions()) {
            boolean there = thread.admissions().stream().anyMatch(other -> other.head().leaf().equals(seat.leaf())
                    && other.generation() == admission.generation() && other.voice().equals(admission.voice()));
            if (admission.generation() == thread.generation() && !there && stays(admission, voice, seat)) {
                anew.add(drafts.again(admission, seat.leaf(), seat.root()));
            }
        }
        for (AsideState words : thread.aside()) {
            if (stays(words.entry(), voice, seat) && !words.withdrawn()) {
                anew.add(drafts.again(words.entry(), seat.leaf(), seat.root()));
            }
        }
        return anew;
    }

    private static boolean stays(Entry entry, Bytes voice, Seat seat) {
        return entry.head().voice().equals(voice) && entry.head().leaf().day().compareTo(seat.leaf().day()) < 0;
    }
}
