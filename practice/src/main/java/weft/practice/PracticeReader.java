package weft.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/** Reads a practice from a file's text, as {@code spec/practice.md} lays it down. Nothing that is given throws. */
public final class PracticeReader {
    /** How many characters a practice may have, front matter included: about 300 printed pages. */
    public static final int CHARACTERS = 1_000_000;
    /** How many characters a title may have. */
    public static final int TITLE_CHARACTERS = 200;

    private static final Set<String> FIELDS = Set.of("title", "language", "summary", "kinds", "seasons", "for", "materials", "licence",
            "derived-from", "translation-of", "source-paragraphs");
    /** What is wrong with a head that may be another program's. */
    private static final Set<Fault> OTHERS = Set.of(PracticeFault.UNKNOWN_FIELD, PracticeFault.BAD_FRONT_MATTER, PracticeFault.NO_LANGUAGE,
            PracticeFault.BAD_LANGUAGE, PracticeFault.NO_TITLE, PracticeFault.BAD_FOR, PracticeFault.FIELD_TWICE);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,4}|100000");

    private PracticeReader() {}

    /** Reads a file with front matter. */
    public static Checked<Practice> read(String given) {
        if (given.length() > CHARACTERS) {
            return Checked.bad(PracticeFault.TOO_LONG, given.length() + " characters");
        }
        String text = even(given);
        if (hasControl(text)) {
            return Checked.bad(PracticeFault.CONTROL_CHARACTER, "a control character");
        }
        if (!text.startsWith("---\n")) {
            return Checked.bad(PracticeFault.NO_FRONT_MATTER, "the first line is not ---");
        }
        int end = text.indexOf("\n---\n", 3);
        if (end < 0) {
            return Checked.bad(PracticeFault.BAD_FRONT_MATTER, "no second line of ---");
        }
        String body = text.substring(end + 5).strip();
        return fields(text.substring(4, Math.max(4, end + 1))).then(PracticeReader::front).then(front -> whole(front, body));
    }

    /**
     * Reads any Markdown: with front matter as {@link #read} does, or where that is another program's, what of it a practice says; without,
     * the first heading (or else the name given) is the title.
     *
     * @param name what to call a text that has no heading
     * @param language the language where the text does not say
     */
    public static Checked<Practice> readAny(String given, String name, String language) {
        if (given.length() > CHARACTERS || even(given).startsWith("---\n")) {
            Checked<Practice> ours = read(given);
            boolean other = ours instanceof Checked.Bad<Practice>(Fault fault, String detail) && OTHERS.contains(fault);
            return other ? OtherHeads.read(even(given), name, language).filter(Checked.Good.class::isInstance).orElse(ours) : ours;
        }
        String text = even(given).strip();
        if (hasControl(text)) {
            return Checked.bad(PracticeFault.CONTROL_CHARACTER, "a control character");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            return Checked.bad(PracticeFault.BAD_LANGUAGE, "not a language tag");
        }
        String title = Markdown.firstHeading(text).filter(heading -> heading.length() <= TITLE_CHARACTERS).orElse(name)
                .replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (title.isEmpty() || title.length() > TITLE_CHARACTERS) {
            return Checked.bad(PracticeFault.NO_TITLE, "neither a heading nor a name that would do as title");
        }
        return whole(Front.of(title, language), text);
    }

    private static Checked<Practice> whole(Front front, String body) {
        if (body.isEmpty()) {
            return Checked.bad(PracticeFault.NO_TEXT, "nothing after the front matter");
        }
        if (!front.sourceParagraphs().isEmpty() && Paragraphs.split(body).size() != front.sourceParagraphs().size()) {
            return Checked.bad(PracticeFault.BAD_PARAGRAPHS, "not as many hashes as paragraphs");
        }
        return Checked.good(new Practice(front, body + "\n"));
    }

    /** Line ends as one character, no byte order mark. */
    private static String even(String given) {
        String text = given.startsWith("\ufeff") ? given.substring(1) : given;
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0 || c == 0x2028 || c == 0x2029);
    }

    private static Checked<Map<String, String>> fields(String head) {
        Map<String, String> out = new LinkedHashMap<>();
        for (String line : Lines.of(head)) {
            int colon = line.indexOf(": ");
            if (colon < 1) {
                return Checked.bad(PracticeFault.BAD_FRONT_MATTER, "a line that is not 'name: value'");
            }
            String name = line.substring(0, colon);
            if (!FIELDS.contains(name)) {
                return Checked.bad(PracticeFault.UNKNOWN_FIELD, name.length() > 40 ? "a long name" : name);
            }
            if (out.put(name, line.substring(colon + 2).strip()) != null) {
                return Checked.bad(PracticeFault.FIELD_TWICE, name);
            }
        }
        return Checked.good(out);
    }

    private static Checked<Front> front(Map<String, String> fields) {
        String title = fields.getOrDefault("title", "");
        String language = fields.getOrDefault("language", "");
        if (title.isEmpty() || title.length() > TITLE_CHARACTERS) {
            return Checked.bad(PracticeFault.NO_TITLE, title.length() + " characters");
        }
        if (language.isEmpty()) {
            return Checked.bad(PracticeFault.NO_LANGUAGE, "no language");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            return Checked.bad(PracticeFault.BAD_LANGUAGE, "not a language tag");
        }
        String serves = fields.getOrDefault("for", "");
        if (!serves.isEmpty() && !WHOLE.matcher(serves).matches()) {
            return Checked.bad(PracticeFault.BAD_FOR, "not a whole number from 1 to 100000");
        }
        Optional<Ancestor> derived = Ancestor.read(fields.getOrDefault("derived-from", ""));
        Optional<Ancestor> translated = Ancestor.read(fields.getOrDefault("translation-of", ""));
        if (fields.containsKey("derived-from") && derived.isEmpty() || fields.containsKey("translation-of") && translated.isEmpty()) {
            return Checked.bad(PracticeFault.BAD_LINEAGE, "neither a name nor an article's address");
        }
        Optional<List<Optional<Bytes>>> hashes = hashes(fields.getOrDefault("source-paragraphs", ""));
        if (hashes.isEmpty()) {
            return Checked.bad(PracticeFault.BAD_PARAGRAPHS, "a word that is neither a hash nor a hyphen");
        }
        return Checked.good(new Front(title, language, fields.getOrDefault("summary", ""), list(fields, "kinds"), list(fields, "seasons"),
                serves.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(serves)), list(fields, "materials"),
                fields.getOrDefault("licence", ""), derived, translated, hashes.get()));
    }

    private static List<String> list(Map<String, String> fields, String name) {
        return List.of(fields.getOrDefault(name, "").split(",")).stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /** Reads hashes of 16 hex digits, or hyphens, with one blank between. */
    static Optional<List<Optional<Bytes>>> hashes(String line) {
        List<Optional<Bytes>> out = new ArrayList<>();
        for (String word : line.isEmpty() ? new String[0] : line.split(" ")) {
            Optional<Bytes> hash = Bytes.parseHex(word).filter(bytes -> bytes.size() == Paragraph.HASH_BYTES);
            if (hash.isEmpty() && !word.equals("-")) {
                return Optional.empty();
            }
            out.add(hash);
        }
        return Optional.of(out);
    }
}
