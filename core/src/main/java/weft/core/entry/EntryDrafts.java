package weft.core.entry;

import java.util.ArrayList;
import java.util.List;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Tag;

/**
 * Writes entries of one circle: the drafts that a voice then signs. Tags stand in the one order that {@code spec/entry.md}
 * gives, so that an entry tells nothing of the program that made it. Nothing is checked here: what a person typed goes
 * through {@link AskRules#check} first, and {@link EntryReader} holds for all.
 */
public final class EntryDrafts {
    private final String circleLabel;

    /** Drafts for a circle. */
    public EntryDrafts(Primitives primitives, Bytes circle) {
        circleLabel = circleLabel(primitives, circle);
    }

    /** What ties the circle's entries to it. */
    public String label() {
        return circleLabel;
    }

    /** What ties an entry to its circle: hex SHA-256 of a label and the circle's address. */
    static String circleLabel(Primitives primitives, Bytes circle) {
        return primitives.sha256(Bytes.utf8("weft/1 circle").then(circle)).hex();
    }

    /**
     * Who writes, when, and under which leaf it will be sealed.
     *
     * @param voice the public key, 32 bytes
     * @param at Unix seconds; only the day is written down
     * @param leaf of the thread
     */
    public record By(Bytes voice, long at, Leaf leaf) {}

    /** The first words of a thread (a need, an offer, a doing…), or a revision of them. The name is 8 bytes, drawn once. */
    public Draft posted(By by, Bytes name, int revision, Words words) {
        return posted(by, name.hex(), revision, words);
    }

    private Draft posted(By by, String name, int revision, Words words) {
        List<Tag> tags = tags(by.leaf());
        tags.add(Tag.of("d", name));
        tags.add(Tag.of("rev", Integer.toString(revision)));
        tags.addAll(switch (words) {
            case Ask ask -> AskTags.write(ask);
            case Doing doing -> DoingTags.write(doing);
            case Joining joining -> DoingTags.write(joining);
            case Listed listed -> ThingTags.write(listed);
            case Asking asking -> ThingTags.write(asking);
        });
        return draft(by, words.eventKind(), tags, words.text());
    }

    /**
     * A practice, or a revision of it: one draft for each part of its text, the first bears the fields.
     *
     * @param name 8 bytes in hex, drawn once for each practice
     */
    public List<Draft> practised(By by, String name, int revision, Writing writing) {
        List<String> parts = WritingTags.parts(writing);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Tag> tags = tags(by.leaf());
            tags.add(Tag.of("d", name));
            tags.add(Tag.of("rev", Integer.toString(revision)));
            tags.add(Tag.of(i == 0 ? "parts" : "part", Integer.toString(i == 0 ? parts.size() - 1 : i - 1)));
            if (i == 0) {
                tags.addAll(WritingTags.write(writing));
            }
            drafts.add(draft(by, i == 0 ? EntryKinds.PRACTISED : EntryKinds.PART, tags, parts.get(i)));
        }
        return drafts;
    }

    /** An account of how a practice went; an empty text takes it back. */
    public Draft told(By by, String practice, int revision, String text) {
        List<Tag> tags = tags(by.leaf());
        tags.add(Tag.of("K", Integer.toString(EntryKinds.PRACTISED)));
        tags.add(Tag.of("practice", practice));
        tags.add(Tag.of("rev", Integer.toString(revision)));
        return draft(by, EntryKinds.TOLD, tags, text);
    }

    /** An answer; {@code sealed} is a NIP-44 payload from the writer's voice to the first voice. */
    public Draft answered(By by, Bytes root, int revision, String sealed) {
        List<Tag> tags = reply(by.leaf(), root);
        tags.add(Tag.of("rev", Integer.toString(revision)));
        return draft(by, EntryKinds.ANSWERED, tags, sealed);
    }

    /** An admission; {@code sealed} is a NIP-44 payload from the first voice to the voice let in, holding the aside key of a generation. */
    public Draft admitted(By by, Bytes root, Bytes voice, int generation, String sealed) {
        List<Tag> tags = reply(by.leaf(), root);
        tags.add(Tag.of("p", voice.hex()));
        tags.add(Tag.of("generation", Integer.toString(generation)));
        return draft(by, EntryKinds.ADMITTED, tags, sealed);
    }

    /** Words in the aside; {@code sealed} is a NIP-44 payload under the aside key. The name is 8 bytes, drawn once. */
    public Draft aside(By by, Bytes root, Bytes name, int revision, int step, String sealed) {
        return aside(by, root, name.hex(), revision, step, sealed);
    }

    private Draft aside(By by, Bytes root, String name, int revision, int step, String sealed) {
        List<Tag> tags = reply(by.leaf(), root);
        tags.add(Tag.of("d", name));
        tags.add(Tag.of("rev", Integer.toString(revision)));
        tags.add(Tag.of("step", Integer.toString(step)));
        return draft(by, EntryKinds.ASIDE, tags, sealed);
    }

    /** A voice takes back an entry of its own. */
    public Draft withdrawn(By by, Bytes root, Bytes entry) {
        List<Tag> tags = reply(by.leaf(), root);
        tags.add(Tag.of("e", entry.hex(), "", "reply"));
        return draft(by, EntryKinds.WITHDRAWN, tags, "");
    }

    /**
     * The thread is over.
     *
     * @param name 8 bytes, drawn for each closing: one that was taken back is taken back for good, so a second needs an id of its own
     */
    public Draft closed(By by, Bytes root, Bytes name, Entry.Ending ending) {
        return closed(by, root, name.hex(), ending);
    }

    private Draft closed(By by, Bytes root, String name, Entry.Ending ending) {
        List<Tag> tags = reply(by.leaf(), root);
        tags.add(Tag.of("d", name));
        tags.add(Tag.of("ending", word(ending)));
        return draft(by, EntryKinds.CLOSED, tags, "");
    }

    /** The thread moves to a later last day. */
    public Draft extended(By by, Bytes root, Day lastDay) {
        List<Tag> tags = reply(by.leaf(), root);
        tags.add(Tag.of("until", Integer.toString(lastDay.number())));
        return draft(by, EntryKinds.EXTENDED, tags, "");
    }

    /**
     * The same words for a thread that has moved: sealed under another leaf, one revision later where there are
     * revisions, written when they were written. The voice must sign again, so only it can make its words last longer.
     *
     * @param root what replies name as the root under the new leaf; not looked at for a {@link Entry.Posted}
     */
    public Draft again(Entry entry, Leaf leaf, Bytes root) {
        By by = new By(entry.head().voice(), entry.head().writtenAt(), leaf);
        return switch (entry) {
            case Entry.Posted e -> posted(by, e.name(), e.revision() + 1, e.words());
            case Entry.Answered e -> answered(by, root, e.revision() + 1, e.sealed());
            case Entry.Admitted e -> admitted(by, root, e.voice(), e.generation(), e.sealed());
            case Entry.Aside e -> aside(by, root, e.name(), e.revision() + 1, e.step(), e.sealed());
            case Entry.Withdrawn e -> withdrawn(by, root, e.entry());
            case Entry.Closed e -> closed(by, root, e.name(), e.ending());
            case Entry.Extended e -> extended(by, root, e.lastDay());
            case Entry.Practised ignored -> throw new IllegalArgumentException("a practice is kept, not moved");
            case Entry.Part ignored -> throw new IllegalArgumentException("a practice is kept, not moved");
            case Entry.Told e -> told(by, e.practice(), e.revision() + 1, e.text());
        };
    }

    static String word(Entry.Ending ending) {
        return switch (ending) {
            case DONE -> "done";
            case NO_LONGER -> "no-longer";
        };
    }

    private List<Tag> tags(Leaf leaf) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("weft", circleLabel));
        tags.add(Tag.of("slot", Bytes.bigEndian(leaf.slot(), 4).hex(), Integer.toString(leaf.day().number())));
        return tags;
    }

    private List<Tag> reply(Leaf leaf, Bytes root) {
        List<Tag> tags = tags(leaf);
        tags.add(Tag.of("e", root.hex(), "", "root"));
        return tags;
    }

    private static Draft draft(By by, int kind, List<Tag> tags, String content) {
        return new Draft(by.voice(), by.at() - Math.floorMod(by.at(), EntryLimits.TIME_STEP_SECONDS), kind, tags, content);
    }
}
