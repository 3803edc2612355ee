package weft.practice;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;

/**
 * What a practice says about itself (see {@code spec/practice.md}).
 *
 * @param title one line
 * @param language a BCP 47 tag such as {@code en} or {@code pt-BR}
 * @param summary one line, or empty
 * @param kinds words for what it is about
 * @param seasons when it is of use
 * @param serves for how many the tables are written, where they scale
 * @param materials what is needed
 * @param licence an SPDX name, or empty
 * @param derivedFrom what this was adapted from
 * @param translationOf what this was translated from
 * @param sourceParagraphs for a translation: for each of its paragraphs the hash of the paragraph it renders, 8 bytes, if any; else empty
 */
public record Front(String title, String language, String summary, List<String> kinds, List<String> seasons, Optional<Integer> serves,
        List<String> materials, String licence, Optional<Ancestor> derivedFrom, Optional<Ancestor> translationOf,
        List<Optional<Bytes>> sourceParagraphs) {
    /** Keeps unmodifiable copies. */
    public Front {
        kinds = List.copyOf(kinds);
        seasons = List.copyOf(seasons);
        materials = List.copyOf(materials);
        sourceParagraphs = List.copyOf(sourceParagraphs);
    }

    /** A front with a title and a language and nothing else. */
    public static Front of(String title, String language) {
        return new Front(title, language, "", List.of(), List.of(), Optional.empty(), List.of(), "", Optional.empty(), Optional.empty(), List.of());
    }

    /** The same with another number of people. */
    public Front serving(Optional<Integer> other) {
        return new Front(title, language, summary, kinds, seasons, other, materials, licence, derivedFrom, translationOf, sourceParagraphs);
    }

    /** The same with another origin and no claim about source paragraphs. */
    public Front from(Optional<Ancestor> derived, Optional<Ancestor> translated, List<Optional<Bytes>> hashes) {
        return new Front(title, language, summary, kinds, seasons, serves, materials, licence, derived, translated, hashes);
    }

    /** The front matter as text, fields in the order of the specification, with the lines of hyphens. */
    public String write() {
        StringBuilder out = new StringBuilder("---\n");
        line(out, "title", title);
        line(out, "language", language);
        line(out, "summary", summary);
        line(out, "kinds", String.join(", ", kinds));
        line(out, "seasons", String.join(", ", seasons));
        line(out, "for", serves.map(String::valueOf).orElse(""));
        line(out, "materials", String.join(", ", materials));
        line(out, "licence", licence);
        line(out, "derived-from", derivedFrom.map(Ancestor::write).orElse(""));
        line(out, "translation-of", translationOf.map(Ancestor::write).orElse(""));
        line(out, "source-paragraphs", String.join(" ", sourceParagraphs.stream().map(hash -> hash.map(Bytes::hex).orElse("-")).toList()));
        return out.append("---\n").toString();
    }

    private static void line(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append(name).append(": ").append(value).append('\n');
        }
    }
}
