package weft.core.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import weft.primitives.Bytes;
import weft.wire.event.Tag;

/** The tags of a practice in their one order, and how its text is cut into the parts that fit into entries. */
final class WritingTags {
    /** The fields in their one order. */
    private static final List<String> ORDER = List.of(
            "summary", "t", "season", "material", "for", "licence", "derived-from", "translation-of", "source-paragraphs");
    private static final Set<String> OFTEN = Set.of("t", "season", "material", "source-paragraphs");
    private static final int NUMBER_DIGITS = 6;
    private static final int PARAGRAPH_HASH = 8;

    private WritingTags() {}

    static List<Tag> write(Writing writing) {
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("title", writing.title()));
        tags.add(Tag.of("l", writing.language()));
        tags.addAll(writing.fields());
        return tags;
    }

    /** Reads all tags that are left; the text is that of the first part. */
    static Writing read(TagCursor tags, String text) {
        String title = tags.text("title", EntryFault.MALFORMED_TITLE);
        if (!AskRules.line(title, 1, EntryLimits.TITLE)) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_TITLE, "one plain line of 1 to " + EntryLimits.TITLE + " characters is wanted");
        }
        String language = tags.text("l", EntryFault.MALFORMED_LANGUAGE);
        if (!AskRules.isLanguage(language)) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_LANGUAGE, "not a language tag");
        }
        List<Tag> fields = new ArrayList<>();
        for (String name : ORDER) {
            int count = 0;
            while (tags.nextNamed(name) && (count == 0 || OFTEN.contains(name))) {
                Tag tag = tags.take();
                if (!fits(tag) || ++count > EntryLimits.FIELD_TIMES) {
                    throw new TagCursor.Wrong(EntryFault.MALFORMED_FIELD, name + " is not as it should be");
                }
                fields.add(tag);
            }
        }
        return new Writing(title, language, fields, chunk(text));
    }

    /** A part of a text: not empty, and with no control characters but line feed and tab. */
    static String chunk(String text) {
        boolean plain = !text.isEmpty();
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c == '\n' || c == '\t' || c >= 0x20 && (c < 0x7f || c >= 0xa0);
        }
        if (!plain) {
            throw new TagCursor.Wrong(EntryFault.MALFORMED_TEXT, "empty, or a control character");
        }
        return text;
    }

    private static boolean fits(Tag tag) {
        List<String> values = tag.values();
        String value = values.size() > 1 ? values.get(1) : "";
        return switch (tag.name()) {
            case "summary" -> values.size() == 2 && AskRules.line(value, 1, EntryLimits.SUMMARY);
            case "t", "season", "material" -> values.size() == 2 && AskRules.line(value, 1, EntryLimits.WORD) && value.indexOf(',') < 0;
            case "for" -> values.size() == 2 && isNumber(value);
            case "licence" -> values.size() == 2 && AskRules.line(value, 1, EntryLimits.WORD);
            case "derived-from", "translation-of" -> values.size() <= 3 && AskRules.line(value, 1, EntryLimits.SUMMARY) && value.indexOf(' ') < 0
                    && (values.size() == 2 || isHash(values.get(2), 32));
            case "source-paragraphs" -> values.size() > 1 && values.size() <= 100
                    && values.stream().skip(1).allMatch(hash -> hash.equals("-") || isHash(hash, PARAGRAPH_HASH));
            default -> false;
        };
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= NUMBER_DIGITS && text.charAt(0) != '0' && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(text) <= EntryLimits.PEOPLE;
    }

    private static boolean isHash(String text, int bytes) {
        return text.length() == 2 * bytes && Bytes.parseHex(text).isPresent();
    }

    /** The text cut into parts, so that each fits into an entry with its tags; the first part shares its entry with all the fields. */
    static List<String> parts(Writing writing) {
        int head = 0;
        for (Tag tag : write(writing)) {
            for (String value : tag.values()) {
                head += Bytes.utf8(value).size() + value.length() / 8 + 4;
            }
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int room = Math.max(1_000, EntryLimits.PART_BYTES - head);
        for (int i = 0; i < writing.text().length(); ) {
            int c = writing.text().codePointAt(i);
            int cost = c < 0x80 ? c < 0x20 || c == '"' || c == '\\' ? 2 : 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (room < cost) {
                parts.add(part.toString());
                part.setLength(0);
                room = EntryLimits.PART_BYTES;
            }
            room -= cost;
            part.appendCodePoint(c);
            i += Character.charCount(c);
        }
        parts.add(part.toString());
        return parts;
    }
}
