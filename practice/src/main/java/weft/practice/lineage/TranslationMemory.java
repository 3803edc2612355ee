package weft.practice.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.practice.Paragraph;
import weft.practice.Practice;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** Paragraphs that were translated before, to be offered again. Lives in memory; what is forgotten is not kept here. */
public final class TranslationMemory {
    private static final int MOST = 20_000;
    private static final double ALIKE = 0.6;

    private record Known(String language, Paragraph source, Paragraph rendering) {}

    /**
     * A rendering that may fit.
     *
     * @param source what it rendered
     * @param rendering in the language asked for
     * @param exact whether the source is the very paragraph
     */
    public record Offer(Paragraph source, Paragraph rendering, boolean exact) {}

    private final Primitives primitives;
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** An empty one. */
    public TranslationMemory(Primitives primitives) {
        this.primitives = primitives;
    }

    /** Learns all valid paragraphs of a translation. */
    public void learn(Practice source, Practice translation) {
        for (Translations.Pair pair : Translations.beside(primitives, source, translation)) {
            if (pair.state() == Translations.State.VALID && known.size() < MOST) {
                Paragraph from = pair.source().orElseThrow();
                String language = translation.front().language();
                known.put(key(from.hash(primitives), language), new Known(language, from, pair.translation().orElseThrow()));
            }
        }
    }

    /** What may fit a paragraph, the very one first, then up to four that are alike. */
    public List<Offer> offer(Paragraph wanted, String language) {
        List<Offer> out = new ArrayList<>();
        Optional<Known> exact = Optional.ofNullable(known.get(key(wanted.hash(primitives), language)));
        exact.ifPresent(found -> out.add(new Offer(found.source(), found.rendering(), true)));
        known.values().stream()
                .filter(each -> each.language().equals(language) && each.source().kind() == wanted.kind() && exact.filter(found -> found.equals(each))
                .isEmpty())
                .filter(each -> Comparison.alike(each.source().text(), wanted.text()) >= ALIKE)
                .sorted(Comparator.comparingDouble((Known each) -> -Comparison.alike(each.source().text(), wanted.text())))
                .limit(4)
                .forEach(each -> out.add(new Offer(each.source(), each.rendering(), false)));
        return out;
    }

    private static String key(Bytes hash, String language) {
        return hash.hex() + language;
    }
}
