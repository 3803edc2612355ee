package weft.browser;

import java.util.Set;
import weft.pages.text.Language;
import weft.primitives.Bytes;

/**
 * What stands in a phone's program for what is not in it: {@code ToJavaScript.java} puts calls of these methods in the place of
 * those that would bring all languages and the pictures of the icon. Both are files of their own beside the worker.
 */
public final class Late {
    private Late() {}

    /** A language whose texts the worker fetches before the first page in it. */
    public static Language language(String tag) {
        return Language.late(tag, () -> Host.late(tag));
    }

    /** The class library's own table of time zones is left out; {@link BrowserZones} stands for it. */
    public static Set<String> noZones() {
        return Set.of();
    }

    /** A picture that the worker serves from its file, so that Java is never asked for it. */
    public static Bytes nothing() {
        return Bytes.EMPTY;
    }
}
