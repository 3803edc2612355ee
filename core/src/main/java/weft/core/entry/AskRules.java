package weft.core.entry;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * What the words of a need or an offer must be like, the same for what a person types and for what arrives. The bounds
 * are in {@link EntryLimits}, the reasons in {@code spec/entry.md}.
 */
public final class AskRules {
    private AskRules() {}

    /** The words themselves, or the first rule they break. */
    public static Checked<Ask> check(Ask ask) {
        if (!line(ask.title(), 1, EntryLimits.TITLE)) {
            return Checked.bad(EntryFault.MALFORMED_TITLE, "one plain line of 1 to " + EntryLimits.TITLE + " characters is wanted");
        }
        if (!text(ask.text())) {
            return Checked.bad(EntryFault.MALFORMED_TEXT, "more than " + EntryLimits.TEXT + " characters, or control characters");
        }
        if (!line(ask.kind(), 0, EntryLimits.KIND)) {
            return Checked.bad(EntryFault.MALFORMED_HELP, "one plain line of at most " + EntryLimits.KIND + " characters is wanted");
        }
        if (!minute(ask.from()) || !minute(ask.until())) {
            return Checked.bad(EntryFault.MALFORMED_SPAN, "not a full minute");
        }
        if (ask.from().isPresent() && ask.until().isPresent() && ask.until().get() < ask.from().get()) {
            return Checked.bad(EntryFault.ENDS_BEFORE_IT_BEGINS, "until comes before from");
        }
        return where(ask, ask.where()).then(AskRules::languages).then(good -> photos(good, good.photos()));
    }

    /** The words, or what is wrong with where they say it is. */
    static <W> Checked<W> where(W words, Optional<Whereabouts> said) {
        if (said.isEmpty()) {
            return Checked.good(words);
        }
        Whereabouts where = said.get();
        if (!line(where.name(), where.point().isPresent() ? 0 : 1, EntryLimits.PLACE)) {
            return Checked.bad(EntryFault.MALFORMED_PLACE, "one plain line of at most " + EntryLimits.PLACE + " characters is wanted");
        }
        if (where.point().isPresent() && !where.point().get().onGrid()) {
            return Checked.bad(EntryFault.POINT_TOO_FINE, "not the centre of a cell");
        }
        return Checked.good(words);
    }

    private static Checked<Ask> languages(Ask ask) {
        Set<String> seen = new HashSet<>();
        for (String language : ask.languages()) {
            if (!isLanguage(language) || !seen.add(language)) {
                return Checked.bad(EntryFault.MALFORMED_LANGUAGE, "language " + seen.size());
            }
        }
        return seen.size() > EntryLimits.LANGUAGES ? Checked.bad(EntryFault.MALFORMED_LANGUAGE, "more than " + EntryLimits.LANGUAGES) : Checked.good(ask);
    }

    /** The words, or what is wrong with their pictures. */
    static <W> Checked<W> photos(W words, List<Photo> photos) {
        for (Photo photo : photos) {
            if (!Photos.fits(photo) || !line(photo.caption(), 0, EntryLimits.CAPTION)) {
                return Checked.bad(EntryFault.MALFORMED_PHOTO, "not a small JPEG or WebP with a one-line caption");
            }
        }
        boolean tooMany = photos.size() > EntryLimits.PHOTOS;
        return tooMany ? Checked.bad(EntryFault.MALFORMED_PHOTO, "more than " + EntryLimits.PHOTOS) : Checked.good(words);
    }

    /** One line without control characters and without blanks around it. */
    static boolean line(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < least || length > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (control(c) || c == '\u2028' || c == '\u2029') {
                return false;
            }
        }
        return text.isEmpty() || text.charAt(0) != ' ' && text.charAt(text.length() - 1) != ' ';
    }

    /** Any text up to the bound, whose only control character is the line feed. */
    public static boolean text(String text) {
        if (text.codePointCount(0, text.length()) > EntryLimits.TEXT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\n' && control(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text may be sealed as an answer or as words in the aside. */
    public static boolean sealable(String text) {
        return !text.isEmpty() && text(text) && Bytes.utf8(text).size() <= EntryLimits.SEALED_TEXT_BYTES;
    }

    private static boolean control(char c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0;
    }

    private static boolean minute(Optional<Long> time) {
        return time.isEmpty() || time.get() >= 0 && time.get() % EntryLimits.SPAN_STEP_SECONDS == 0;
    }

    /** Subtags of 1 to 8 ASCII letters and digits, parted by hyphens, the first of 2 to 8 small letters. */
    static boolean isLanguage(String tag) {
        if (tag.length() > EntryLimits.LANGUAGE) {
            return false;
        }
        int subtag = 0;
        boolean first = true;
        for (int i = 0; i <= tag.length(); i++) {
            char c = i < tag.length() ? tag.charAt(i) : '-';
            if (c == '-') {
                if (subtag < (first ? 2 : 1)) {
                    return false;
                }
                first = false;
                subtag = 0;
            } else {
                boolean small = c >= 'a' && c <= 'z';
                boolean other = c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
                subtag++;
                if (subtag > 8 || !small && (first || !other)) {
                    return false;
                }
            }
        }
        return true;
    }
}
