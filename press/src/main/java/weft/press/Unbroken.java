package weft.press;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks at which no line may end: between a number and its unit, and where French sets a blank beside a sign. */
final class Unbroken {
    /** What stands between tags; what is code stays as it was typed. */
    private static final Pattern WORDS = Pattern.compile("(?s)<(pre|code|style)\\b.*?</\\1>|<[^>]*>|[^<]+");
    private static final Pattern UNIT = Pattern.compile("(?<=[0-9]) (?=(°C|%|€|kg|km|cm|mm|ml|cl|dl|l|g|m|h|min)(?![\\p{L}\\p{N}]))");
    private static final Pattern BEFORE = Pattern.compile(" (?=[;:!?»])");
    private static final Pattern AFTER = Pattern.compile("« ");
    private static final String BLANK = "\u00a0";

    private Unbroken() {}

    /** XHTML with such blanks bound. */
    static String of(String html, String language) {
        boolean french = isFrench(language);
        return WORDS.matcher(html).replaceAll(found -> Matcher.quoteReplacement(piece(found, french)));
    }

    static boolean isFrench(String language) {
        return language.split("-", 2)[0].equals("fr");
    }

    private static String piece(MatchResult found, boolean french) {
        String text = found.group();
        if (text.startsWith("<")) {
            return text;
        }
        String units = UNIT.matcher(text).replaceAll(BLANK);
        return french ? AFTER.matcher(BEFORE.matcher(units).replaceAll(BLANK)).replaceAll("«" + BLANK) : units;
    }
}
