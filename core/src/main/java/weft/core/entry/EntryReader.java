package weft.core.entry;

import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.event.Limits;
import weft.wire.json.Checked;

/** Reads what an envelope held, strictly: an entry, or the first rule of {@code spec/entry.md} that it breaks. Never throws. */
public final class EntryReader {
    private EntryReader() {}

    /**
     * Reads an entry.
     *
     * @param json the plain text of the envelope
     * @param circle the address of the circle whose envelope it was, 32 bytes
     * @param sealedUnder the leaf that opened the envelope
     */
    public static Checked<Entry> read(Primitives primitives, String json, Bytes circle, Leaf sealedUnder) {
        // A char is at most three bytes of UTF-8, so the exact count is only needed near the bound.
        if (json.length() > Limits.ENTRY_BYTES || json.length() * 3L > Limits.ENTRY_BYTES && Bytes.utf8(json).size() > Limits.ENTRY_BYTES) {
            return Checked.bad(EntryFault.TOO_LARGE, "more than " + Limits.ENTRY_BYTES + " bytes");
        }
        return switch (Event.read(json)) {
            case Checked.Bad<Event>(var fault, String detail) -> Checked.bad(EntryFault.NOT_AN_EVENT, fault.code() + ": " + detail);
            case Checked.Good<Event>(Event event) when !event.json().equals(json) -> Checked.bad(EntryFault.NOT_CANONICAL, "not as NIP-01 serialises it");
            case Checked.Good<Event>(Event event) -> read(primitives, event, circle, sealedUnder);
        };
    }

    /**
     * Reads an entry that this node has read before and that nobody can have changed since: its id, its signature, the form of
     * its text and what costs much to look at were checked then and are not checked again.
     *
     * @param label of the circle, as {@link EntryDrafts#label} gives it
     */
    public static Checked<Entry> recall(Primitives primitives, Event event, String label, Leaf sealedUnder) {
        try {
            return Checked.good(entry(primitives, event, label, sealedUnder, true));
        } catch (TagCursor.Wrong e) {
            return Checked.bad(e.fault(), e.detail());
        }
    }

    /** The rules are checked before the signature, which costs most; so a fault of the form is named before a fault of the key. */
    private static Checked<Entry> read(Primitives primitives, Event event, Bytes circle, Leaf sealedUnder) {
        Entry entry;
        try {
            if (event.publicKey().equals(circle)) {
                throw new TagCursor.Wrong(EntryFault.NO_VOICE, "signed with the circle's key");
            }
            entry = entry(primitives, event, EntryDrafts.circleLabel(primitives, circle), sealedUnder, false);
        } catch (TagCursor.Wrong e) {
            return Checked.bad(e.fault(), e.detail());
        }
        return switch (event.verify(primitives)) {
            case Checked.Good<Event> good -> Checked.good(entry);
            case Checked.Bad<Event>(var fault, String detail) ->
                Checked.bad(fault == EventFault.WRONG_ID ? EntryFault.WRONG_ID : EntryFault.WRONG_SIGNATURE, detail);
        };
    }

    private static Entry entry(Primitives primitives, Event event, String label, Leaf sealedUnder, boolean known) {
        TagCursor tags = new TagCursor(event.tags());
        if (!tags.want("weft", 2).value().equals(label)) {
            throw new TagCursor.Wrong(EntryFault.WRONG_CIRCLE, "made for another circle");
        }
        Leaf leaf = tags.leaf();
        if (!leaf.equals(sealedUnder)) {
            throw new TagCursor.Wrong(EntryFault.WRONG_LEAF, "sealed under another leaf");
        }
        if (!leaf.forThread()) {
            throw new TagCursor.Wrong(EntryFault.RESERVED_SLOT, "slot " + leaf.slot());
        }
        if (event.createdAt() % EntryLimits.TIME_STEP_SECONDS != 0) {
            throw new TagCursor.Wrong(EntryFault.TIME_TOO_FINE, "created_at is not the beginning of a day");
        }
        if (event.createdAt() < Day.EPOCH_SECONDS || event.createdAt() >= leaf.day().endsAt()) {
            throw new TagCursor.Wrong(EntryFault.TIME_OUT_OF_RANGE, "created_at lies before 2020 or after the last day");
        }
        Entry entry = ofKind(primitives, event, new Head(event.id(), event.publicKey(), event.createdAt(), leaf), tags, known);
        tags.end();
        return entry;
    }

    private static Entry ofKind(Primitives primitives, Event event, Head head, TagCursor tags, boolean known) {
        return switch (event.kind()) {
            case EntryKinds.POSTED, EntryKinds.DOING, EntryKinds.JOINING, EntryKinds.THING, EntryKinds.PLACE, EntryKinds.ASKING -> posted(event, head, tags);
            case EntryKinds.ANSWERED -> new Entry.Answered(head, tags.reference("root"), revision(tags), sealed(event, known));
            case EntryKinds.ADMITTED -> admitted(primitives, event, head, tags, known);
            case EntryKinds.ASIDE -> new Entry.Aside(head, tags.reference("root"), tags.name(), revision(tags),
                    tags.number("step", EntryLimits.STEP, EntryFault.MALFORMED_STEP), sealed(event, known));
            case EntryKinds.WITHDRAWN -> silent(event, new Entry.Withdrawn(head, tags.reference("root"), tags.reference("reply")));
            case EntryKinds.CLOSED -> silent(event, new Entry.Closed(head, tags.reference("root"), tags.name(), ending(tags)));
            case EntryKinds.EXTENDED -> silent(event, extended(head, tags));
            case EntryKinds.PRACTISED -> new Entry.Practised(head, tags.name(), revision(tags),
                    1 + tags.number("parts", EntryLimits.PARTS - 1, EntryFault.MALFORMED_PART), WritingTags.read(tags, event.content()));
            case EntryKinds.PART -> new Entry.Part(head, tags.name(), revision(tags),
                    1 + tags.number("part", EntryLimits.PARTS - 2, EntryFault.MALFORMED_PART), WritingTags.chunk(event.content()));
            case EntryKinds.TOLD -> new Entry.Told(head, told(tags), revision(tags), words(event));
            default -> throw new TagCursor.Wrong(EntryFault.UNKNOWN_KIND, "kind " + event.kind());
        };
    }

    private static Entry posted(Event event, Head head, TagCursor tags) {
        if (event.tag("price").isPresent()) {
            throw new TagCursor.Wrong(EntryFault.PRICED, "nothing has a price here");
        }
        String name = tags.name();
        int revision = revision(tags);
        Words words = switch (event.kind()) {
            case EntryKinds.DOING -> DoingTags.read(tags, event.content());
            case EntryKinds.JOINING -> DoingTags.readJoining(tags);
            case EntryKinds.THING -> ThingTags.readThing(tags, event.content());
            case EntryKinds.PLACE -> ThingTags.readPlace(tags, event.content());
            case EntryKinds.ASKING -> ThingTags.readAsking(tags, event.content());
            default -> AskTags.read(tags, event.content());
        };
        tags.end();
        Checked<? extends Words> checked = switch (words) {
            case Ask ask -> AskRules.check(ask);
            case Doing doing -> DoingRules.check(doing);
            case Joining joining -> DoingRules.check(joining, head.leaf().day());
            case Listed listed -> ThingRules.check(listed);
            case Asking asking -> ThingRules.check(asking, head.writtenAt(), head.leaf().day());
        };
        if (checked instanceof Checked.Bad<? extends Words>(var fault, String detail)) {
            throw new TagCursor.Wrong(fault instanceof EntryFault known ? known : EntryFault.WRONG_TAGS, detail);
        }
        Entry entry = new Entry.Posted(head, name, revision, words);
        return words instanceof Joining ? silent(event, entry) : entry;
    }

    private static Entry admitted(Primitives primitives, Event event, Head head, TagCursor tags, boolean known) {
        Bytes root = tags.reference("root");
        Bytes voice = TagCursor.hex(tags.want("p", 2).value(), 32, EntryFault.MALFORMED_VOICE);
        if (!known && !primitives.isPublicKey(voice)) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_VOICE, "no point of the curve");
        }
        return new Entry.Admitted(head, root, voice, tags.number("generation", EntryLimits.GENERATION, EntryFault.MALFORMED_GENERATION), sealed(event, known));
    }

    private static Entry.Ending ending(TagCursor tags) {
        return switch (tags.want("ending", 2).value()) {
            case "done" -> Entry.Ending.DONE;
            case "no-longer" -> Entry.Ending.NO_LONGER;
            default -> throw new TagCursor.Wrong(EntryFault.MALFORMED_ENDING, "neither done nor no-longer");
        };
    }

    private static Entry extended(Head head, TagCursor tags) {
        Bytes root = tags.reference("root");
        Day later = tags.day(tags.want("until", 2).value(), EntryFault.MALFORMED_DAY);
        int further = later.number() - head.leaf().day().number();
        if (further < 1 || further > EntryLimits.DAYS_FURTHER) {
            throw new TagCursor.Wrong(EntryFault.NOT_LATER, further + " days further");
        }
        return new Entry.Extended(head, root, later);
    }

    /** NIP-22 names the kind that is commented on. */
    private static String told(TagCursor tags) {
        if (!tags.want("K", 2).value().equals(Integer.toString(EntryKinds.PRACTISED))) {
            throw new TagCursor.Wrong(EntryFault.WRONG_TAGS, "an account of something that is no practice");
        }
        return TagCursor.hex(tags.want("practice", 2).value(), EntryLimits.NAME_BYTES, EntryFault.MALFORMED_NAME).hex();
    }

    private static String words(Event event) {
        if (!AskRules.text(event.content())) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_TEXT, "more than " + EntryLimits.TEXT + " characters, or control characters");
        }
        return event.content();
    }

    private static int revision(TagCursor tags) {
        return tags.number("rev", EntryLimits.REVISION, EntryFault.MALFORMED_REVISION);
    }

    private static Entry silent(Event event, Entry entry) {
        if (!event.content().isEmpty()) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_TEXT, "content should be empty");
        }
        return entry;
    }

    /** The shape only, where it is not known yet: version 2 and canonical base64 of a possible size. Whether a key opens it is for who has the key. */
    private static String sealed(Event event, boolean known) {
        String payload = event.content();
        boolean versioned = payload.length() >= 132 && payload.charAt(0) == 'A' && "ghijklmnopqrstuv".indexOf(payload.charAt(1)) >= 0;
        if (!versioned || !known && Bytes.parseBase64(payload).isEmpty()) {
            throw new TagCursor.Wrong(EntryFault.NOT_SEALED, "not a NIP-44 version 2 payload");
        }
        return payload;
    }
}
