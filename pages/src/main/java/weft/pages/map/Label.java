package weft.pages.map;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.atlas.Tile;

/**
 * The name of a place on the ground.
 *
 * @param text in the reader's language where the map has it
 * @param right units from the left edge
 * @param below units from the upper edge
 * @param large whether it is of a town, or larger
 * @param place what comes first where names would lie upon each other: less comes before
 */
record Label(String text, double right, double below, boolean large, double place) {
    private static final Set<String> LAYERS = Set.of("place", "places", "place_labels");
    private static final List<String> KINDS = List.of("country", "state", "region", "capital", "state_capital", "city", "locality", "town", "borough",
            "suburb", "village", "quarter", "neighbourhood", "hamlet", "isolated_dwelling");
    private static final Set<String> WORDS = Set.of("class", "kind", "pmap:kind", "kind_detail", "pmap:kind_detail", "name", "population",
            "population_rank", "rank");
    /** Beyond these a kind is small. */
    private static final int LARGE = KINDS.indexOf("town");
    private static final int LONGEST = 40;

    static boolean isNamed(String layer) {
        return LAYERS.contains(layer);
    }

    /** Whether a word of a shape is looked at. */
    static boolean isWord(String word, String language) {
        return WORDS.contains(word) || word.equals("name:" + language) || word.equals("name_" + language);
    }

    /** The name of a shape; nothing where it has none that is shown from so near. */
    static Optional<Label> of(Tile.Shape shape, String language, double right, double below, int zoom) {
        Map<String, String> words = shape.words();
        String kind = words.getOrDefault("class", words.getOrDefault("kind", words.getOrDefault("pmap:kind", "")));
        String detail = words.getOrDefault("kind_detail", words.getOrDefault("pmap:kind_detail", kind));
        int at = KINDS.indexOf(KINDS.contains(detail) ? detail : kind);
        String name = words.getOrDefault("name:" + language, words.getOrDefault("name_" + language, words.getOrDefault("name", "")));
        boolean wide = at <= KINDS.indexOf("region");
        if (at < 0 || name.isBlank() || name.length() > LONGEST || wide && zoom > 7 || !wide && zoom < 4 || at > LARGE && zoom < 10) {
            return Optional.empty();
        }
        // Among the same kind more people come first; schemas say it in several ways.
        double people = Math.max(number(words, "population"), number(words, "population_rank") * 1e6);
        double order = number(words, "rank") - people / 1e9;
        return Optional.of(new Label(name, right, below, at <= LARGE, at * 1000 + order));
    }

    private static double number(Map<String, String> words, String name) {
        String text = words.getOrDefault(name, "");
        if (text.isEmpty() || text.length() > 12) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        return Long.parseLong(text);
    }

    /** Half of how wide it will be, roughly and rather more. */
    double reach() {
        return text.length() * (large ? 5.0 : 4.2) + 6;
    }

    /** The same name that far below. */
    Label lower(int units) {
        return new Label(text, right, below + units, large, place);
    }

    boolean touches(Label that) {
        return Math.abs(right - that.right) < reach() + that.reach() && Math.abs(below - that.below) < 24;
    }
}
