package weft.press;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import weft.primitives.Bytes;

/**
 * Scripts whose letters join, stack or change places. What lays pages out sets one letter after the other, so each word of such a script is
 * shaped beforehand by HarfBuzz, as the JDK has it, and becomes one glyph of a font made for this text ({@link WordFont}); in the text a letter that is
 * not used otherwise stands in for it. In the PDF the stand-in means the word again ({@link Meanings}), so that it can be searched and read aloud.
 */
final class Joined {
    /** Written with blanks between words. */
    private static final Set<UnicodeScript> SPACED = Set.of(UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI, UnicodeScript.GURMUKHI, UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA, UnicodeScript.TAMIL, UnicodeScript.TELUGU, UnicodeScript.KANNADA, UnicodeScript.MALAYALAM, UnicodeScript.SINHALA,
            UnicodeScript.TIBETAN, UnicodeScript.BALINESE, UnicodeScript.CHAM, UnicodeScript.LEPCHA, UnicodeScript.LIMBU,
            UnicodeScript.MEETEI_MAYEK, UnicodeScript.CHAKMA);
    /** Written without: where a line may end is looked up in a dictionary. */
    private static final Map<UnicodeScript, String> PACKED = Map.of(UnicodeScript.THAI, "th", UnicodeScript.LAO, "lo", UnicodeScript.KHMER, "km",
            UnicodeScript.MYANMAR, "my");
    /** From the right, or from above: not set by this way. */
    private static final Set<UnicodeScript> OTHERS = Set.of(UnicodeScript.SYRIAC, UnicodeScript.NKO, UnicodeScript.MANDAIC, UnicodeScript.MONGOLIAN,
            UnicodeScript.PHAGS_PA, UnicodeScript.ADLAM, UnicodeScript.HANIFI_ROHINGYA);
    /** From the right: what lays pages out joins the letters itself, but sets vowel signs beside them instead of above and below. */
    private static final Set<UnicodeScript> VOWELLED = Set.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW);
    private static final Pattern SIGNS = Pattern.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
            + "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]");
    /** A stand-in is a letter from the left; between these it is none. */
    private static final char TURN = '\u202e';
    private static final char TURN_BACK = '\u202c';
    private static final char MARK = '\u200f';
    private static final WordFont.Word NOTHING = new WordFont.Word(List.of(), List.of(), List.of(), 0);
    private static final Pattern WORDS = Pattern.compile(">([^<]+)<");
    private static final int FIRST = 0x4e00;
    private static final int LAST = 0xd7a3;

    private final Fonts.Choice choice;
    private final Set<Integer> used;
    private final Map<String, Integer> standIns = new LinkedHashMap<>();
    private int next = FIRST;

    private Joined(Fonts.Choice choice, String text) {
        this.choice = choice;
        this.used = text.codePoints().boxed().collect(java.util.stream.Collectors.toSet());
    }

    /**
     * A text with its words replaced.
     *
     * @param xhtml with stand-ins
     * @param faces the fonts, with the words in them
     * @param meanings the word of each stand-in
     */
    record Replaced(String xhtml, List<Fonts.Face> faces, Map<Integer, String> meanings) {}

    /** Whether a text holds letters that have to be joined. */
    static boolean needed(String text) {
        return SIGNS.matcher(text).find() || text.codePoints().anyMatch(Joined::joins);
    }

    /** Whether a text holds letters of a script that can't be set. */
    static boolean impossible(String text) {
        return text.codePoints().anyMatch(point -> point >= 0x700 && OTHERS.contains(UnicodeScript.of(point)));
    }

    private static boolean joins(int point) {
        if (point < 0x900) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(point);
        return SPACED.contains(script) || PACKED.containsKey(script);
    }

    /** Sets the words of a page's body; nothing where this machine can't. */
    static Optional<Replaced> in(String xhtml, Fonts.Choice choice) {
        Joined joined = new Joined(choice, xhtml);
        int body = xhtml.indexOf("<body");
        String shown = WORDS.matcher(xhtml.substring(body)).replaceAll(run -> Matcher.quoteReplacement(">" + joined.replaced(run.group(1)) + "<"));
        try {
            return joined.next > LAST ? Optional.empty() : Optional.of(new Replaced(xhtml.substring(0, body) + shown, joined.faces(), joined.meanings()));
        } catch (IOException | FontFormatException | LinkageError e) {
            return Optional.empty();
        }
    }

    private String replaced(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (point >= 0x590 && point < 0x900 && VOWELLED.contains(UnicodeScript.of(point))) {
                int end = end(text, at);
                vowelled(text.substring(at, end), out);
                at = end;
                continue;
            }
            if (!joins(point)) {
                out.appendCodePoint(point);
                at += Character.charCount(point);
                continue;
            }
            int end = end(text, at);
            String run = text.substring(at, end);
            String language = PACKED.get(UnicodeScript.of(point));
            for (String word : language == null ? List.of(run) : parted(run, language)) {
                out.appendCodePoint(standIn(word));
            }
            at = end;
        }
        return out.toString();
    }

    private void vowelled(String word, StringBuilder out) {
        if (SIGNS.matcher(word).find()) {
            out.append(TURN).appendCodePoint(standIn(word)).append(TURN_BACK);
        } else {
            out.append(word);
        }
    }

    /** Where a run of one script ends; marks and joiners of no script are part of it. */
    private static int end(String text, int from) {
        UnicodeScript script = UnicodeScript.of(text.codePointAt(from));
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean mark = UnicodeScript.of(point) == UnicodeScript.INHERITED || point == 0x200c || point == 0x200d;
            if (!mark && UnicodeScript.of(point) != script) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static List<String> parted(String run, String language) {
        BreakIterator breaks = BreakIterator.getLineInstance(new ULocale(language));
        breaks.setText(run);
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            out.add(run.substring(from, to));
            from = to;
        }
        return out;
    }

    private int standIn(String word) {
        return standIns.computeIfAbsent(word, ignored -> {
            while (used.contains(next)) {
                next++;
            }
            return Math.min(next++, LAST);
        });
    }

    private Map<Integer, String> meanings() {
        Map<Integer, String> out = new HashMap<>();
        // Readers of PDFs turn a meaning round where all its letters come from the right, so vowel signs, which have no direction, are left out.
        standIns.forEach((word, point) -> out.put(point, isVowelled(word) ? SIGNS.matcher(word).replaceAll("") : word));
        if (turns()) {
            out.put((int) TURN, String.valueOf(MARK));
            out.put((int) TURN_BACK, String.valueOf(MARK));
        }
        return out;
    }

    private static boolean isVowelled(String word) {
        return VOWELLED.contains(UnicodeScript.of(word.codePointAt(0)));
    }

    private boolean turns() {
        return standIns.keySet().stream().anyMatch(Joined::isVowelled);
    }

    private List<Fonts.Face> faces() throws IOException, FontFormatException {
        Map<String, Map<Integer, String>> byFamily = new HashMap<>();
        Map<String, CmapLookup> maps = new LinkedHashMap<>();
        for (Fonts.Face face : choice.faces()) {
            if (!maps.containsKey(face.family())) {
                maps.put(face.family(), parsed(face).getUnicodeCmapLookup());
            }
        }
        standIns.forEach((word, point) -> maps.entrySet().stream().filter(map -> covers(map.getValue(), word)).findFirst()
                .ifPresent(map -> byFamily.computeIfAbsent(map.getKey(), ignored -> new HashMap<>()).put(point, word)));
        List<Fonts.Face> out = new ArrayList<>();
        for (Fonts.Face face : choice.faces()) {
            Map<Integer, String> words = byFamily.getOrDefault(face.family(), Map.of());
            out.add(words.isEmpty() && !turns() ? face : new Fonts.Face(face.family(), shaped(face, words, turns()), face.weight(), face.italic()));
        }
        return out;
    }

    private static TrueTypeFont parsed(Fonts.Face face) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(face.file().toArray()));
    }

    private static boolean covers(CmapLookup map, String word) {
        return word.codePoints().allMatch(point -> Character.getType(point) == Character.FORMAT || map.getGlyphId(point) != 0);
    }

    private static Bytes shaped(Fonts.Face face, Map<Integer, String> words, boolean turns) throws IOException, FontFormatException {
        WordFont font = new WordFont(face.file());
        if (!font.holds(words.size() + 2)) {
            throw new IOException("too many words for one font");
        }
        TrueTypeFont parsed = parsed(face);
        CmapLookup map = parsed.getUnicodeCmapLookup();
        Map<Integer, Integer> letters = new TreeMap<>();
        for (int glyph = 0; glyph < font.glyphs(); glyph++) {
            List<Integer> codes = map.getCharCodes(glyph);
            if (codes != null) {
                for (int code : codes) {
                    letters.put(code, glyph);
                }
            }
        }
        Font shaper = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.file().toArray())).deriveFont((float) parsed.getUnitsPerEm());
        FontRenderContext exact = new FontRenderContext(null, false, true);
        SortedMap<Integer, WordFont.Word> set = new TreeMap<>();
        words.forEach((point, word) -> set.put(point, word(shaper, exact, word, font.glyphs())));
        if (turns) {
            set.put((int) TURN, NOTHING);
            set.put((int) TURN_BACK, NOTHING);
        }
        return font.with(letters, set);
    }

    private static WordFont.Word word(Font font, FontRenderContext exact, String word, int glyphs) {
        char[] letters = word.toCharArray();
        GlyphVector vector = font.layoutGlyphVector(exact, letters, 0, letters.length,
                isVowelled(word) ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        List<Integer> numbers = new ArrayList<>();
        List<Integer> x = new ArrayList<>();
        List<Integer> y = new ArrayList<>();
        for (int i = 0; i < vector.getNumGlyphs(); i++) {
            int glyph = vector.getGlyphCode(i);
            if (glyph < glyphs) {
                numbers.add(glyph);
                x.add((int) Math.round(vector.getGlyphPosition(i).getX()));
                y.add((int) Math.round(-vector.getGlyphPosition(i).getY()));
            }
        }
        return new WordFont.Word(numbers, x, y, (int) Math.round(vector.getGlyphPosition(vector.getNumGlyphs()).getX()));
    }
}
