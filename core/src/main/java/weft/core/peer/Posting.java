package weft.core.peer;

import java.util.List;
import weft.core.circle.AsideKeys;
import weft.core.circle.ThreadState;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryLimits;
import weft.core.entry.Words;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;

/** Beginning a thread: a fresh voice, its words, and what it says in the aside. */
final class Posting {
    private Posting() {}

    /** Posts; gives the root, or no bytes where the step was refused. */
    static Bytes post(Step step, Links links, Membership circle, Words words, Day lastDay, List<String> asides) {
        Primitives p = step.state.primitives;
        Voice voice = Voice.first(p, p.freshKey(step.entropy), lastDay);
        Leaf leaf = new Leaf(lastDay, Speaking.slot(step.entropy));
        EntryDrafts.By by = new EntryDrafts.By(voice.publicKey(), step.now, leaf);
        Speaking speaking = new Speaking(step, circle);
        Bytes root = speaking.say(circle.drafts.posted(by, step.entropy.next(EntryLimits.NAME_BYTES), 0, words), voice.secret(), leaf);
        for (int i = 0; i < asides.size() && root.size() > 0; i++) {
            Secret key = AsideKeys.made(p, voice.secret(), 0);
            sayInAside(step, circle, speaking, by, voice, root, key, i, asides.get(i));
        }
        if (refused(step, speaking)) {
            voice.secret().destroy();
            return Bytes.EMPTY;
        }
        speakFirst(step, circle, voice);
        speaking.finish(links);
        return root;
    }

    /** Destroys the key given. */
    static void sayInAside(
            Step step, Membership circle, Speaking speaking, EntryDrafts.By by, Voice voice, Bytes root, Secret asideKey, int stepNumber, String text) {
        try (asideKey) {
            speaking.sealAside(asideKey, text).ifPresent(sealed -> speaking.say(
                    circle.drafts.aside(by, root, step.entropy.next(EntryLimits.NAME_BYTES), 0, stepNumber, sealed), voice.secret(), by.leaf()));
        }
    }

    /** A fresh voice is kept before anything it says goes out. */
    static void speakFirst(Step step, Membership circle, Voice voice) {
        circle.voices.put(voice.thread(), voice);
        step.undo(() -> {
            circle.voices.remove(voice.thread());
            voice.secret().destroy();
        });
        step.keep();
    }

    static boolean refused(Step step, Speaking speaking) {
        speaking.trouble().ifPresent(step::refuse);
        return speaking.trouble().isPresent();
    }

    static EntryDrafts.By by(Step step, Voice voice, ThreadState thread) {
        return new EntryDrafts.By(voice.publicKey(), step.now, thread.seat().leaf());
    }
}
