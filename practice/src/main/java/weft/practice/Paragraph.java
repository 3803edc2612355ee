package weft.practice;

import java.util.Arrays;
import java.util.stream.Collectors;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/**
 * One block at the top of a text; each item of a list counts by itself.
 *
 * @param kind what it is
 * @param text its Markdown, without blanks at line ends
 */
public record Paragraph(Kind kind, String text) {
    /** What a paragraph is. */
    public enum Kind {
        /** A heading. */
        HEADING,
        /** Running text, or a link's definition. */
        TEXT,
        /** An item of a list, with all that is inside it. */
        ITEM,
        /** A table. */
        TABLE,
        /** A quotation. */
        QUOTE,
        /** Code, fenced or indented. */
        CODE,
        /** A line across. */
        RULE,
        /** Raw HTML, which is shown as text. */
        HTML
    }

    /** Bytes of a paragraph's hash. */
    public static final int HASH_BYTES = 8;

    /** The beginning of SHA-256 over the text, in which runs of blanks inside a line count as one; 8 bytes. */
    public Bytes hash(Primitives primitives) {
        String even = Arrays.stream(text.split("\n", -1)).map(line -> line.replaceAll("[ \\t]+", " ").strip()).collect(Collectors.joining("\n"));
        return primitives.sha256(Bytes.utf8(even)).slice(0, HASH_BYTES);
    }
}
