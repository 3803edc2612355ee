package weft.pages.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The languages there are. A new one is a file beside English and a line here; a test says so where the line is missing. */
public final class Languages {
    private static final List<Language> ALL = List.of(English.language(), French.language(), Spanish.language(), Arabic.language());

    private Languages() {}

    /** All, the one that every text falls back to first. */
    public static List<Language> all() {
        return ALL;
    }

    /** The language of a BCP 47 tag, by its first part. */
    public static Optional<Language> find(String tag) {
        return Language.find(ALL, tag);
    }

    /** The first of the tags given for which there is a language, then by an {@code Accept-Language} header (RFC 9110, 12.5.4), then English. */
    public static Language choose(Optional<String> asked, Optional<String> kept, String acceptLanguage) {
        Language wanted = wanted(asked, kept, acceptLanguage);
        return wanted.ready() ? wanted : ALL.stream().filter(Language::ready).findFirst().orElse(wanted);
    }

    /** What {@link #choose} chooses once the texts are here. */
    public static Language wanted(Optional<String> asked, Optional<String> kept, String acceptLanguage) {
        return asked.flatMap(Languages::find)
                .or(() -> kept.flatMap(Languages::find))
                .or(() -> accepted(acceptLanguage))
                .orElse(ALL.getFirst());
    }

    private record Wanted(String tag, double weight) {}

    private static Optional<Language> accepted(String header) {
        List<Wanted> wanted = new ArrayList<>();
        for (String part : header.split(",")) {
            int semicolon = part.indexOf(';');
            String tag = semicolon < 0 ? part : part.substring(0, semicolon);
            double weight = semicolon < 0 ? 1 : weight(part.substring(semicolon + 1).strip());
            if (weight > 0 && wanted.size() < 50) {
                wanted.add(new Wanted(tag, weight));
            }
        }
        wanted.sort(Comparator.comparingDouble(Wanted::weight).reversed());
        return wanted.stream().flatMap(one -> find(one.tag()).stream()).findFirst();
    }

    private static double weight(String parameter) {
        try {
            return parameter.startsWith("q=") ? Math.clamp(Double.parseDouble(parameter.substring(2)), 0.0, 1.0) : 1;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
