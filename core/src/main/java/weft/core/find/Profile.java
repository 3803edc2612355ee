package weft.core.find;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Point;
import weft.core.entry.Side;

/**
 * What of a text is compared and looked up: its terms with where they stand, and when and where as whole numbers.
 * Kinds, means and languages are terms that begin with a sign which no text can hold.
 */
final class Profile {
    static final int TITLE = 1;
    static final int TEXT = 2;
    static final int PLACE = 4;
    /** Not a word but a sign: with {@link #TITLE} a kind of help, with {@link #TEXT} one of means, with {@link #PLACE} a language. */
    static final int SIGN = 8;
    static final int KIND = SIGN | TITLE;
    static final int MEANS = SIGN | TEXT;
    static final int LANGUAGE = SIGN | PLACE;
    /** How many bits the flags take. */
    static final int FLAGS = 4;

    private static final char[] FIRST = {'\u0001', '\u0002', '\u0003'};

    /** What stands for no latitude. */
    static final int NOWHERE = Integer.MAX_VALUE;
    /** From ever, or until ever. */
    static final int ALWAYS_FROM = Integer.MIN_VALUE;
    static final int ALWAYS_UNTIL = Integer.MAX_VALUE;

    static final int NO_SIDE = 0;

    final Map<String, Integer> terms = new LinkedHashMap<>();
    final int side;
    final int latitudeE6;
    final int longitudeE6;
    /** Minutes since 1970. */
    final int from;
    final int until;

    private Profile(Findable what) {
        side = side(what.side());
        latitudeE6 = what.point().map(Point::latitudeE6).orElse(NOWHERE);
        longitudeE6 = what.point().map(Point::longitudeE6).orElse(0);
        from = what.from().map(Profile::minutes).orElse(ALWAYS_FROM);
        until = what.until().map(Profile::minutes).orElse(ALWAYS_UNTIL);
    }

    static Profile of(Findable what) {
        Profile out = new Profile(what);
        out.words(what.title(), TITLE);
        out.words(what.text(), TEXT);
        out.words(what.kind(), 0);
        out.words(what.place(), PLACE);
        if (!what.kind().isEmpty()) {
            out.add(sign(KIND, Vocabulary.kind(what.kind())), KIND);
        }
        for (String term : Tokens.of(what.title())) {
            Vocabulary.kindOf(term).ifPresent(kind -> out.add(sign(KIND, kind), KIND));
        }
        for (String term : Tokens.of(what.title() + " " + what.text())) {
            Vocabulary.meansOf(term).ifPresent(means -> out.add(sign(MEANS, means), MEANS));
        }
        for (String language : what.languages()) {
            int dash = language.indexOf('-');
            out.add(sign(LANGUAGE, (dash < 0 ? language : language.substring(0, dash)).toLowerCase(Locale.ROOT)), LANGUAGE);
        }
        return out;
    }

    private static String sign(int what, String name) {
        return FIRST[what == KIND ? 0 : what == MEANS ? 1 : 2] + name;
    }

    private void words(String text, int flag) {
        Tokens.of(text).forEach(term -> add(term, flag));
    }

    private void add(String term, int flag) {
        terms.merge(term, flag, (one, other) -> one | other);
    }

    static int side(Optional<Side> side) {
        return side.map(which -> which == Side.NEED ? 1 : 2).orElse(NO_SIDE);
    }

    static int minutes(long unixSeconds) {
        return (int) Math.clamp(Math.floorDiv(unixSeconds, 60L), ALWAYS_FROM + 1L, ALWAYS_UNTIL - 1L);
    }

    boolean somewhere() {
        return latitudeE6 != NOWHERE;
    }
}
