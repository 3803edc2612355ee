package weft.press;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import weft.primitives.Bytes;

/**
 * The fonts that a text needs. Noto Sans (Latin, Greek, Cyrillic, Devanagari) and its Arabic and Hebrew are in the program, under the
 * SIL Open Font License; for any other script a file such as {@code NotoSansEthiopic-Regular.ttf} is asked of the caller.
 */
public final class Fonts {
    /** The family that all text is set in. */
    static final String FAMILY = "Noto Sans";
    /** What Debian has for Chinese, Japanese and Korean with outlines of TrueType; its Noto fonts for them have others. */
    private static final String DROID = "DroidSansFallbackFull";
    private static final List<String> SYMBOLS = List.of("NotoSansSymbols", "NotoSansSymbols2", "NotoSansMath", "DejaVuSans");
    private static final Map<Character.UnicodeScript, List<String>> OTHER_NAMES = Map.of(
            Character.UnicodeScript.HAN, List.of("NotoSansSC", "NotoSansTC", "NotoSansJP", DROID),
            Character.UnicodeScript.HIRAGANA, List.of("NotoSansJP", DROID), Character.UnicodeScript.KATAKANA, List.of("NotoSansJP", DROID),
            Character.UnicodeScript.HANGUL, List.of("NotoSansKR", DROID));

    private final Function<String, Optional<Bytes>> others;

    /**
     * @param others the content of a font's file by its name, without a folder, where the machine has it
     */
    public Fonts(Function<String, Optional<Bytes>> others) {
        this.others = others;
    }

    /** Whether a language is written from right to left. */
    public static boolean rightToLeft(String language) {
        return Labels.rightToLeft(language);
    }

    /** Only those in the program. */
    public static Fonts bundled() {
        return new Fonts(name -> Optional.empty());
    }

    /**
     * A font file for one family, weight and slope.
     *
     * @param family as CSS calls it
     * @param file TrueType
     * @param weight 400 or 700
     * @param italic whether it slopes
     */
    record Face(String family, Bytes file, int weight, boolean italic) {
        InputStream open() {
            return new ByteArrayInputStream(file.toArray());
        }
    }

    /**
     * What a text is set in.
     *
     * @param faces all files
     * @param families the families in the order in which they are tried for a character
     * @param text the text, with a box for each symbol that no font has
     * @param lost symbols that no font has
     */
    record Choice(List<Face> faces, List<String> families, String text, List<String> lost) {}

    /** Chooses fonts for a text; letters that no font has are a reason to stop, symbols are replaced. */
    Choice choose(String text) throws PrintStop {
        Map<String, CmapLookup> known = new LinkedHashMap<>();
        List<Face> faces = new ArrayList<>();
        add(known, faces, "NotoSans");
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<Integer> symbols = new TreeSet<>();
        for (int point : text.codePoints().filter(c -> c > 32).distinct().toArray()) {
            if (Character.getType(point) == Character.FORMAT || Character.isWhitespace(point) || has(known, point)) {
                continue;
            }
            for (String name : candidates(point)) {
                if (!known.containsKey(name)) {
                    add(known, faces, name);
                }
                if (has(known, point)) {
                    break;
                }
            }
            if (!has(known, point)) {
                if (Character.isLetter(point)) {
                    missing.add(candidates(point).getFirst());
                } else {
                    symbols.add(point);
                }
            }
        }
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing.stream().map(name -> name + "-Regular.ttf").toList());
            throw new PrintStop(PrintStop.Reason.FONT, names, "No font here has all letters of this text: " + names + " is missing. Install it"
                    + " (on Debian and Ubuntu: apt-get install fonts-noto-core fonts-droid-fallback), or put it into a folder and name that with "
                    + "--fonts, then try again.");
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(symbols.contains(c) ? '?' : c));
        List<String> families = faces.stream().map(Face::family).distinct().toList();
        return new Choice(faces, families, symbols.isEmpty() ? text : shown.toString(), symbols.stream().map(Character::toString).toList());
    }

    private static List<String> candidates(int point) {
        Character.UnicodeScript script = Character.UnicodeScript.of(point);
        if (OTHER_NAMES.containsKey(script)) {
            return OTHER_NAMES.getOrDefault(script, List.of());
        }
        if (Character.UnicodeBlock.ARABIC.equals(Character.UnicodeBlock.of(point))) {
            return List.of("NotoSansArabic");
        }
        if (script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED) {
            return SYMBOLS;
        }
        StringBuilder name = new StringBuilder();
        for (String part : script.name().split("_")) {
            name.append(part.charAt(0)).append(part.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        // Of a few scripts there is one with serifs only.
        return List.of("NotoSans" + name, "NotoSerif" + name);
    }

    private static boolean has(Map<String, CmapLookup> known, int point) {
        return known.values().stream().anyMatch(map -> map.getGlyphId(point) != 0);
    }

    private void add(Map<String, CmapLookup> known, List<Face> faces, String name) {
        Optional<Bytes> regular = file(name + "-Regular.ttf").or(() -> file(name + ".ttf"));
        if (regular.isEmpty()) {
            return;
        }
        // A font that can't be read is as good as none.
        try {
            known.put(name, new TTFParser().parse(new RandomAccessReadBuffer(regular.get().toArray())).getUnicodeCmapLookup());
        } catch (IOException | RuntimeException e) {
            return;
        }
        String family = name.equals("NotoSans") ? FAMILY : name;
        faces.add(new Face(family, regular.get(), 400, false));
        file(name + "-Bold.ttf").ifPresent(file -> faces.add(new Face(family, file, 700, false)));
        file(name + "-Italic.ttf").ifPresent(file -> faces.add(new Face(family, file, 400, true)));
    }

    private Optional<Bytes> file(String name) {
        try (InputStream in = Fonts.class.getResourceAsStream("/weft/press/fonts/" + name)) {
            if (in != null) {
                return Optional.of(Bytes.wrap(in.readAllBytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return others.apply(name);
    }
}
