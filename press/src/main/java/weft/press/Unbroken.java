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
    private static final int LONG = 2_000;
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
        // The JDK's parser takes at most 100,000 names of signs in a text.
        String plain = text.replace("&gt;", ">").replace("]]>", "]]&gt;").replace("&quot;", "\"").replace("&lt;", "&#60;").replace("&amp;", "&#38;");
        String units = UNIT.matcher(plain).replaceAll(BLANK);
        return cut(french ? AFTER.matcher(BEFORE.matcher(units).replaceAll(BLANK)).replaceAll("«" + BLANK) : units);
    }

    /** The layout engine's time grows with the square of a text between two tags, so what is very long gets tags that do nothing. */
    private static String cut(String text) {
        if (text.length() <= LONG) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (text.length() - from > LONG) {
            int blank = text.indexOf(' ', from + LONG);
            int to = blank < 0 || blank > from + 2 * LONG ? from + LONG : blank + 1;
            to -= Character.isLowSurrogate(text.charAt(Math.min(to, text.length() - 1))) ? 1 : 0;
            out.append(text, from, to).append("<span></span>");
            from = to;
        }
        return out.append(text, from, text.length()).toString();
    }
}
