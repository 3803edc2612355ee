package weft.wire.vectors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Limits;
import weft.wire.event.Tag;

/** The vectors of spec/event.md. */
final class EventVectors {
    private static final Event PLAIN = Writing.signed(Writing.NOW, 1, List.of(Tag.of("t", "soup")), "hello");
    private static final String JSON = PLAIN.json();

    private final Writing out;

    EventVectors(Writing out) {
        this.out = out;
    }

    void write() {
        accepts();
        notJson();
        shapes();
        tags();
        canonical();
        signatures();
    }

    private void accept(String name, String what, long time, int kind, List<Tag> tags, String content) {
        out.accept(name, what, Writing.signed(time, kind, tags, content).json());
    }

    private void accepts() {
        out.accept("plain", "A short text and one tag.", JSON);
        accept("empty", "No tags and no content.", Writing.NOW, 1, List.of(), "");
        accept("escapes", "The seven escapes of NIP-01, in content and tag.", Writing.NOW, 1, List.of(Tag.of("x", "\"\\\n\r\t\b\f")),
                "a\"b\\c\nd\re\tf\bg\fh/i");
        accept("unicode", "Scripts, an emoji, the line and paragraph separators, DEL, a byte order mark, a non-character, all verbatim.",
                Writing.NOW, 1, List.of(Tag.of("t", "Straße")), "Grüße 日本語 العربية 🌻 \u2028 \u2029 \u007f \ufeff \uffff e\u0301");
        String escaped = Writing.signed(Writing.NOW, 1, List.of(), "é🌻/<").json().replace("é", "\\u00E9").replace("🌻", "\\ud83c\\uDF3B").replace("/", "\\/")
                .replace("<", "\\u003c");
        out.accept("escaped-otherwise", "Escapes that the canonical form does not use stand for the same text; the id is that of the canonical form.", escaped);
        out.accept("members-in-another-order", "An object has no order; blanks between members mean nothing.",
                " { \"sig\" : \"" + PLAIN.signature().hex() + "\",\n\"content\":\"hello\",\t\"tags\":[ [ \"t\" , \"soup\" ] ],\"kind\":1,\r\"created_at\":"
                        + Writing.NOW + ",\"pubkey\":\"" + PLAIN.publicKey().hex() + "\",\"id\":\"" + PLAIN.id().hex() + "\" } ");
        accept("first-second", "created_at 0, kind 0.", 0, 0, List.of(), "x");
        accept("largest-numbers", "created_at 2^53-1, kind 65535.", Limits.LARGEST_WHOLE, 65_535, List.of(), "x");
        accept("empty-texts-in-a-tag", "A tag may hold empty texts, even as its name.", Writing.NOW, 1, List.of(Tag.of("", ""), Tag.of("e")), "x");
        accept("most-tags", "A thousand tags; one with a hundred texts.", Writing.NOW, 1, manyTags(Limits.TAGS, Limits.TAG_VALUES), "x");
        accept("largest", "Exactly 65,536 bytes.", Writing.NOW, 1, List.of(), "x".repeat(room()));
    }

    /** Characters of content that fill an event without tags to its bound. */
    private static int room() {
        return Limits.EVENT_BYTES - Writing.signed(Writing.NOW, 1, List.of(), "").json().length();
    }

    private static List<Tag> manyTags(int count, int values) {
        List<Tag> tags = new ArrayList<>(Collections.nCopies(count - 1, Tag.of("t", "v")));
        tags.add(new Tag(Collections.nCopies(values, "v")));
        return tags;
    }

    private void reject(String reason, String name, String what, String from, String to) {
        if (!JSON.contains(from)) {
            throw new IllegalStateException(name + " changes nothing");
        }
        out.reject(reason, name, what, JSON.replace(from, to));
    }

    private void notJson() {
        reject("not-json", "duplicate-name", "One member twice: readers differ in which one counts.", "\"kind\":1", "\"kind\":1,\"kind\":1");
        reject("not-json", "lone-surrogate", "Half of a surrogate pair has no UTF-8 form.", "hello", "hel\\ud83clo");
        reject("not-json", "low-surrogate-first", "The halves of a pair the wrong way round.", "hello", "\\udf3b\\ud83c");
        reject("not-json", "trailing-comma", "A comma before the end.", "\"kind\":1", "\"kind\":1,,");
        reject("not-json", "leading-zero", "A number does not begin with a zero.", "\"kind\":1", "\"kind\":01");
        reject("not-json", "plus-sign", "A number bears no plus.", "\"kind\":1", "\"kind\":+1");
        reject("not-json", "not-a-number", "NaN is no JSON.", "\"kind\":1", "\"kind\":NaN");
        reject("not-json", "bare-line-feed", "Control characters are escaped in JSON.", "hello", "hel\nlo");
        reject("not-json", "unknown-escape", "There is no such escape.", "hello", "hel\\xlo");
        reject("not-json", "short-unicode-escape", "Four hex digits are wanted.", "hello", "hel\\u12");
        reject("not-json", "unquoted-name", "Names are quoted.", "\"kind\"", "kind");
        reject("not-json", "byte-order-mark", "Nothing stands before the value.", "{\"id\"", "\ufeff{\"id\"");
        out.reject("not-json", "text-after", "Nothing stands behind the value.", JSON + "x");
        out.reject("not-json", "cut-short", "The end is missing.", JSON.substring(0, JSON.length() - 1));
        out.reject("not-json", "nothing", "No text at all.", "");
        reject("not-json", "too-deep", "Nested deeper than 32.", "[\"t\",\"soup\"]", "[".repeat(40) + "]".repeat(40));
    }

    private void shapes() {
        out.reject("too-large", "too-large", "One byte more than 65,536.", Writing.signed(Writing.NOW, 1, List.of(), "x".repeat(room() + 1)).json());
        out.reject("too-large", "too-large-in-bytes", "Fewer characters than the bound, more bytes.",
                Writing.signed(Writing.NOW, 1, List.of(), "é".repeat(room() / 2 + 1)).json());
        reject("wrong-members", "extra-member", "Nothing but the seven members.", "{\"id\"", "{\"seen\":1,\"id\"");
        reject("wrong-members", "missing-member", "All of the seven members.", "\"kind\":1,", "");
        out.reject("wrong-members", "not-an-object", "A list is no event.", "[" + JSON + "]");
        reject("malformed-id", "id-upper-case", "Hex is lower case.", PLAIN.id().hex(), PLAIN.id().hex().toUpperCase(java.util.Locale.ROOT));
        reject("malformed-id", "id-short", "32 bytes are wanted.", PLAIN.id().hex(), PLAIN.id().hex().substring(2));
        reject("malformed-id", "id-number", "A text is wanted.", "\"" + PLAIN.id().hex() + "\"", "7");
        reject("malformed-key", "key-long", "32 bytes are wanted, not the 33 of a compressed point.", PLAIN.publicKey().hex(), "02" + PLAIN.publicKey().hex());
        reject("malformed-key", "key-not-hex", "g is no hex digit.", PLAIN.publicKey().hex(), "g".repeat(64));
        reject("malformed-time", "time-negative", "Not before 1970.", "" + Writing.NOW, "-1");
        reject("malformed-time", "time-minus-zero", "-0 is no whole number that anybody writes.", "" + Writing.NOW, "-0");
        reject("malformed-time", "time-fraction", "A whole number is wanted, also where the fraction is nought.", "" + Writing.NOW, Writing.NOW + ".0");
        reject("malformed-time", "time-exponent", "Whole numbers are written out.", "" + Writing.NOW, "18e8");
        reject("malformed-time", "time-too-large", "2^53 is not carried exactly everywhere.", "" + Writing.NOW, "9007199254740992");
        reject("malformed-time", "time-huge", "A number of forty digits.", "" + Writing.NOW, "1".repeat(40));
        reject("malformed-time", "time-text", "A number is wanted.", "" + Writing.NOW, "\"" + Writing.NOW + "\"");
        reject("malformed-kind", "kind-too-large", "At most 65535.", "\"kind\":1", "\"kind\":65536");
        reject("malformed-kind", "kind-negative", "At least 0.", "\"kind\":1", "\"kind\":-1");
        reject("malformed-kind", "kind-fraction", "A whole number is wanted.", "\"kind\":1", "\"kind\":1.5");
        reject("malformed-kind", "kind-true", "A number is wanted.", "\"kind\":1", "\"kind\":true");
        reject("malformed-content", "content-null", "A text is wanted.", "\"hello\"", "null");
        reject("malformed-content", "content-object", "A text is wanted.", "\"hello\"", "{}");
        reject("malformed-signature", "signature-short", "64 bytes are wanted.", PLAIN.signature().hex(), PLAIN.signature().hex().substring(2));
        reject("malformed-signature", "signature-upper-case", "Hex is lower case.", PLAIN.signature().hex(), PLAIN.signature().hex()
                .toUpperCase(java.util.Locale.ROOT));
    }

    private void tags() {
        String tags = "[[\"t\",\"soup\"]]";
        reject("malformed-tags", "tags-object", "A list is wanted.", tags, "{}");
        reject("malformed-tags", "tag-text", "A tag is a list.", tags, "[\"t\"]");
        reject("malformed-tags", "tag-empty", "A tag has a name.", tags, "[[]]");
        reject("malformed-tags", "tag-number", "A tag holds texts.", tags, "[[\"t\",1]]");
        reject("malformed-tags", "tag-null", "A tag holds texts.", tags, "[[\"t\",null]]");
        reject("malformed-tags", "tag-nested", "A tag holds texts.", tags, "[[\"t\",[\"u\"]]]");
        out.reject("malformed-tags", "too-many-tags", "More than a thousand.", Writing.signed(Writing.NOW, 1, manyTags(Limits.TAGS + 1, 1), "x").json());
        out.reject("malformed-tags", "too-many-texts-in-a-tag", "More than a hundred.",
                Writing.signed(Writing.NOW, 1, manyTags(1, Limits.TAG_VALUES + 1), "x").json());
    }

    private void canonical() {
        for (int c : new int[] {0, 1, 0x0b, 0x0e, 0x1f}) {
            out.reject("control-character", "control-" + Bytes.ofUnsigned(c).hex(), "Writers differ in how they escape it, so one event would have two ids.",
                    Writing.signed(Writing.NOW, 1, List.of(), "a" + (char) c + "b").json());
        }
        out.reject("control-character", "control-in-a-tag", "The same in a tag.", Writing.signed(Writing.NOW, 1, List.of(Tag.of("t", "\u001b")), "x").json());
    }

    private void signatures() {
        reject("wrong-id", "content-changed", "Signed was another text.", "hello", "hallo");
        reject("wrong-id", "time-changed", "Signed was another second.", "" + Writing.NOW, "" + (Writing.NOW + 1));
        reject("wrong-id", "tag-changed", "Signed was another tag.", "soup", "soap");
        Event composed = Writing.signed(Writing.NOW, 1, List.of(), "caf\u00e9");
        out.reject("wrong-id", "normalised", "The same word to the eye; texts are never normalised.", composed.json().replace("\u00e9", "e\u0301"));
        Draft draft = PLAIN.draft();
        String escapedSlash = "[0,\"" + draft.publicKey().hex() + "\"," + Writing.NOW + ",1,[],\"a\\/b\"]";
        out.reject("wrong-id", "id-of-escaped-slash", "The id was made over an escape that the canonical form does not use.",
                resigned(new Draft(draft.publicKey(), Writing.NOW, 1, List.of(), "a/b"), Writing.P.sha256(Bytes.utf8(escapedSlash))));
        String escapedLetter = "[0,\"" + draft.publicKey().hex() + "\"," + Writing.NOW + ",1,[],\"\\u00e9\"]";
        out.reject("wrong-id", "id-of-escaped-letter", "The id was made over ASCII-only JSON.",
                resigned(new Draft(draft.publicKey(), Writing.NOW, 1, List.of(), "é"), Writing.P.sha256(Bytes.utf8(escapedLetter))));
        String blanks = "[0, \"" + draft.publicKey().hex() + "\", " + Writing.NOW + ", 1, [], \"x\"]";
        out.reject("wrong-id", "id-with-blanks", "The id was made over JSON with blanks.",
                resigned(new Draft(draft.publicKey(), Writing.NOW, 1, List.of(), "x"), Writing.P.sha256(Bytes.utf8(blanks))));
        String sig = PLAIN.signature().hex();
        reject("wrong-signature", "bit-flipped", "One bit of the signature is another.", sig, (sig.charAt(0) == '0' ? '1' : '0') + sig.substring(1));
        reject("wrong-signature", "signature-zero", "All zero.", sig, "0".repeat(128));
        reject("wrong-signature", "signature-of-another", "The signature belongs to another event.", sig, Writing.signed(Writing.NOW, 1, List.of(), "y")
                .signature().hex());
        out.reject("wrong-signature", "key-not-on-the-curve", "No point has this x coordinate.",
                new Draft(Bytes.wrap(new byte[32]), Writing.NOW, 1, List.of(), "x")
                .signed(new Draft(Bytes.wrap(new byte[32]), Writing.NOW, 1, List.of(), "x").id(Writing.P), PLAIN.signature()).json());
        Draft others = new Draft(Writing.P.publicKey(Writing.key("another")), Writing.NOW, 1, List.of(), "x");
        out.reject("wrong-signature", "signed-by-another", "Signed with another key.",
                others.signed(others.id(Writing.P), Writing.P.sign(Writing.key("author"), others.id(Writing.P), Bytes.wrap(new byte[32]))).json());
    }

    private static String resigned(Draft draft, Bytes id) {
        return draft.signed(id, Writing.P.sign(Writing.key("author"), id, Bytes.wrap(new byte[32]))).json();
    }
}
