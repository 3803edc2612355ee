package weft.core.entry;

/**
 * Every bound of {@code spec/entry.md}, in one place. Characters are Unicode code points. The bound on a whole entry,
 * {@link weft.wire.event.Limits#ENTRY_BYTES}, holds besides.
 */
public final class EntryLimits {
    /** How many days after its date something that was moved may end. */
    public static final int MOVED_DAYS = 13;
    /** Entries bear the day of their writing and no finer: at which hour somebody writes would tie their threads together. */
    public static final long TIME_STEP_SECONDS = 86_400;
    /** When something begins or ends is told to the minute. */
    public static final long SPAN_STEP_SECONDS = 60;
    /** Characters of a title. */
    public static final int TITLE = 200;
    /** Characters of a text, in the open or sealed. */
    public static final int TEXT = 10_000;
    /** Characters of a kind of help. */
    public static final int KIND = 60;
    /** Characters of the name of a place. */
    public static final int PLACE = 200;
    /** How many languages one need or offer may list. */
    public static final int LANGUAGES = 10;
    /** Characters of one language's tag (BCP 47). */
    public static final int LANGUAGE = 35;
    /** How many photos one entry may bear. */
    public static final int PHOTOS = 4;
    /** Bytes of one photo. */
    public static final int PHOTO_BYTES = 27_000;
    /** Characters of a photo's caption. */
    public static final int CAPTION = 300;
    /** Bytes of a name that tells one revisable thing of a voice from another, in hex on the wire. */
    public static final int NAME_BYTES = 8;
    /** The greatest revision, so that each thing can be revised so often. */
    public static final int REVISION = 9_999;
    /** The greatest generation of an aside key. */
    public static final int GENERATION = 99;
    /** The greatest step of a conversation. */
    public static final int STEP = 99_999;
    /** UTF-8 bytes of a sealed text: the largest padded size of NIP-44 whose payload still fits into an entry. */
    public static final int SEALED_TEXT_BYTES = 28_672;
    /** How many days further one extension may move a last day. */
    public static final int DAYS_FURTHER = 400;

    /** The longest that a doing, or a shift of it, may take, in minutes: two weeks. */
    public static final int DOING_MINUTES = 14 * 24 * 60;
    /** How many shifts a doing may have. */
    public static final int SHIFTS = 40;
    /** The greatest number by which a shift or a thing to bring is called. */
    public static final int NUMBER = 99;
    /** Characters of the title of a shift, and of a thing to bring. */
    public static final int PART = 100;
    /** The most hands that a shift may ask for. */
    public static final int HANDS = 99;
    /** How many hours ahead of a shift that nobody has joined the circle may be told: a week. */
    public static final int ALERT_HOURS = 168;
    /** Characters of the name of a time zone. */
    public static final int ZONE = 40;
    /** The farthest that clocks may be from UTC, in minutes. */
    public static final int OFFSET_MINUTES = 18 * 60;
    /** How many dates may be left out of a rule, and how many added. */
    public static final int DATES = 100;
    /** Characters of a thing's care notes, and of what is said with an asking. */
    public static final int CARE = 2_000;
    /** How many lines say what comes with a thing, or what is at a place. */
    public static final int LINES = 40;
    /** How many days a thing may be asked for at once. */
    public static final int ASKED_DAYS = 60;
    /** How many days after the last one asked for an asking may last. */
    public static final int DAYS_AFTER = 2;
    /** How many days somebody waits for a thing without naming days. */
    public static final int WAITING_DAYS = 60;
    /** Characters of a practice's summary, and of what it names as its origin. */
    public static final int SUMMARY = 1_000;
    /** Characters of a word about a practice: a kind, a season, a material, a licence. */
    public static final int WORD = 100;
    /** How often a field of a practice may be there. */
    public static final int FIELD_TIMES = 50;
    /** The greatest number that a practice's tables may be written for. */
    public static final int PEOPLE = 100_000;
    /** Into how many entries the text of one practice may be cut. */
    public static final int PARTS = 16;
    /** Bytes of JSON that one part of a text may take, so that its entry keeps the bound. */
    public static final int PART_BYTES = 36_000;

    private EntryLimits() {}
}
