package weft.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.wire.json.Checked;

/** The heads that other programs write above Markdown (simple YAML), as far as they say what a practice says; the rest of them is left behind. */
final class OtherHeads {
    /** Our field by the names that others give it. */
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("title", "title"), Map.entry("language", "language"),
            Map.entry("lang", "language"),
            Map.entry("locale", "language"), Map.entry("summary", "summary"), Map.entry("description", "summary"), Map.entry("subtitle", "summary"),
            Map.entry("abstract", "summary"), Map.entry("excerpt", "summary"), Map.entry("kinds", "kinds"), Map.entry("tags", "kinds"),
            Map.entry("keywords", "kinds"), Map.entry("categories", "kinds"), Map.entry("seasons", "seasons"), Map.entry("materials", "materials"),
            Map.entry("for", "for"), Map.entry("licence", "licence"), Map.entry("license", "licence"), Map.entry("rights", "licence"));
    private static final int LINE = 1_000;
    private static final int LICENCE = 100;

    private OtherHeads() {}

    /** A text with a head of another kind, read as well as can be; nothing where it has none. */
    static Optional<Checked<Practice>> read(String text, String name, String language) {
        int end = text.indexOf("\n---\n", 3);
        int dots = text.indexOf("\n...\n", 3);
        int close = end < 0 ? dots : dots < 0 ? end : Math.min(end, dots);
        if (!text.startsWith("---\n") || close < 0) {
            return Optional.empty();
        }
        Map<String, String> fields = fields(Lines.of(text.substring(4, Math.max(4, close))));
        String body = text.substring(close + 5).strip();
        String title = fields.getOrDefault("title", Markdown.firstHeading(body).orElse(name)).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String said = fields.getOrDefault("language", language).replace('_', '-');
        int dash = said.indexOf('-');
        String tag = dash < 0 ? said.toLowerCase(java.util.Locale.ROOT) : said.substring(0, dash).toLowerCase(java.util.Locale.ROOT) + said.substring(dash);
        StringBuilder head = new StringBuilder("---\n");
        line(head, "title", title.length() <= PracticeReader.TITLE_CHARACTERS ? title : title.substring(0, PracticeReader.TITLE_CHARACTERS).strip());
        line(head, "language", tag);
        for (String field : List.of("summary", "kinds", "seasons", "for", "materials", "licence")) {
            String value = fields.getOrDefault(field, "");
            boolean number = value.matches("[1-9][0-9]{0,4}|100000");
            boolean taken = field.equals("for") ? number : value.length() <= (field.equals("licence") ? LICENCE : LINE);
            line(head, field, taken ? value : "");
        }
        return Optional.of(PracticeReader.read(head.append("---\n\n").append(body).append('\n').toString()));
    }

    private static void line(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(name).append(": ").append(value).append('\n');
        }
    }

    private static Map<String, String> fields(List<String> lines) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        String at = "";
        for (String line : lines) {
            int colon = line.indexOf(':');
            boolean inside = line.startsWith(" ") || line.startsWith("- ") || line.startsWith("\t");
            if (!inside && colon > 0 && !line.startsWith("#")) {
                at = NAMES.getOrDefault(line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT), "");
                value(all, at, line.substring(colon + 1));
            } else if (inside) {
                value(all, at, line.strip().startsWith("- ") ? line.strip().substring(2) : line);
            }
        }
        Map<String, String> out = new LinkedHashMap<>();
        all.forEach((name, values) -> out.put(name, String.join(List.of("kinds", "seasons", "materials").contains(name) ? ", " : " ", values)));
        return out;
    }

    /** A value without its quotes or brackets; the signs before a text of several lines are none. */
    private static void value(Map<String, List<String>> all, String name, String given) {
        String value = given.strip();
        if (value.startsWith("[") && value.endsWith("]")) {
            for (String one : value.substring(1, value.length() - 1).split(",")) {
                value(all, name, one);
            }
            return;
        }
        boolean quoted = value.length() > 1 && (value.startsWith("\"") && value.endsWith("\"") || value.startsWith("'") && value.endsWith("'"));
        String bare = quoted ? value.substring(1, value.length() - 1).replace("\\\"", "\"") : value;
        if (!name.isEmpty() && !bare.isBlank() && !bare.matches("[|>][+-]?") && !bare.equals("null")) {
            all.computeIfAbsent(name, ignored -> new ArrayList<>()).add(bare.strip());
        }
    }
}
