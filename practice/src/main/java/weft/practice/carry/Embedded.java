package weft.practice.carry;

import java.util.Optional;
import weft.practice.Practice;
import weft.primitives.Bytes;

/** The source of a practice inside a page of HTML made of it, so that such a page can be taken in again without loss. */
public final class Embedded {
    private static final String START = "<!--weft-practice:";
    private static final String END = "-->";

    private Embedded() {}

    /** A comment that holds the practice; it can hold no markup. */
    public static String comment(Practice practice) {
        return START + Bytes.utf8(practice.write()).base64Url() + END;
    }

    /** The file that a page holds; nothing where it holds none. */
    public static Optional<String> find(String html) {
        int from = html.indexOf(START);
        int to = from < 0 ? -1 : html.indexOf(END, from);
        return to < 0 ? Optional.empty() : Bytes.parseBase64Url(html.substring(from + START.length(), to)).map(Bytes::text);
    }
}
