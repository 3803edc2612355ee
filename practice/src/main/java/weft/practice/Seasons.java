package weft.practice;

import java.util.List;
import java.util.Optional;
import weft.core.find.Likeness;

/** The seasons, as people write them in four languages; what is good all year is good in each. */
public final class Seasons {
    /** What stands for all of them. */
    public static final String ALL = "all";
    /** The seasons by the names that files of the shelf bear. */
    public static final List<String> NAMES = List.of("spring", "summer", "autumn", "winter");

    private static final List<List<String>> WORDS = List.of(
            List.of("spring", "printemps", "primavera", "الربيع"),
            List.of("summer", "été", "verano", "الصيف"),
            List.of("autumn", "fall", "automne", "otoño", "الخريف"),
            List.of("winter", "hiver", "invierno", "الشتاء"),
            List.of(ALL, "all year", "always", "toutes", "toute l’année", "todas", "todo el año", "كل السنة"));

    private Seasons() {}

    /** The name of a season however it is written; {@link #ALL} for all year, nothing for other words such as "harvest". */
    public static Optional<String> name(String word) {
        for (int i = 0; i < WORDS.size(); i++) {
            if (WORDS.get(i).stream().anyMatch(one -> one.equalsIgnoreCase(word.strip()) || Likeness.holds(one, word))) {
                return Optional.of(i < NAMES.size() ? NAMES.get(i) : ALL);
            }
        }
        return Optional.empty();
    }

    /** Whether what says these seasons of itself is for a season; what says none is for each. */
    public static boolean fits(List<String> said, String season) {
        String wanted = name(season).orElse(season);
        return said.isEmpty() || said.stream().map(word -> name(word).orElse(word))
                .anyMatch(word -> word.equals(ALL) || wanted.equals(ALL) || word.equalsIgnoreCase(wanted));
    }
}
