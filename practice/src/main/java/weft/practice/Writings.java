package weft.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Writing;
import weft.primitives.Bytes;
import weft.wire.event.Tag;

/** Practices as entries carry them ({@code spec/entry.md}), and back. */
public final class Writings {
    private static final int HASHES_IN_A_TAG = 99;
    private static final String DERIVED = "derived-from";
    private static final String TRANSLATED = "translation-of";
    private static final String PARAGRAPHS = "source-paragraphs";

    private Writings() {}

    /** A practice as an entry carries it. */
    public static Writing of(Practice practice) {
        Front front = practice.front();
        List<Tag> fields = new ArrayList<>();
        one(fields, "summary", front.summary());
        front.kinds().forEach(word -> fields.add(Tag.of("t", word)));
        front.seasons().forEach(word -> fields.add(Tag.of("season", word)));
        front.materials().forEach(word -> fields.add(Tag.of("material", word)));
        one(fields, "for", front.serves().map(String::valueOf).orElse(""));
        one(fields, "licence", front.licence());
        front.derivedFrom().ifPresent(origin -> fields.add(origin(DERIVED, origin)));
        front.translationOf().ifPresent(origin -> fields.add(origin(TRANSLATED, origin)));
        List<String> hashes = front.sourceParagraphs().stream().map(hash -> hash.map(Bytes::hex).orElse("-")).toList();
        for (int i = 0; i < hashes.size(); i += HASHES_IN_A_TAG) {
            List<String> values = new ArrayList<>(List.of(PARAGRAPHS));
            values.addAll(hashes.subList(i, Math.min(hashes.size(), i + HASHES_IN_A_TAG)));
            fields.add(new Tag(values));
        }
        return new Writing(front.title(), front.language(), fields, practice.text().strip() + "\n");
    }

    private static void one(List<Tag> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(Tag.of(name, value));
        }
    }

    private static Tag origin(String name, Ancestor origin) {
        return origin.event().map(version -> Tag.of(name, origin.address(), version.hex())).orElse(Tag.of(name, origin.address()));
    }

    /** What an entry carries as a practice; what its fields say beyond the format is left out. */
    public static Practice practice(Writing writing) {
        String number = writing.field("for");
        Optional<Integer> serves = number.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(number));
        Front front = new Front(writing.title(), writing.language(), writing.field("summary"), writing.words("t"), writing.words("season"), serves,
                writing.words("material"), writing.field("licence"), origin(writing, DERIVED), origin(writing, TRANSLATED), List.of());
        Practice practice = new Practice(front, writing.text());
        List<Optional<Bytes>> hashes = hashes(writing);
        boolean fits = !hashes.isEmpty() && hashes.size() == practice.paragraphs().size();
        return fits ? new Practice(front.from(front.derivedFrom(), front.translationOf(), hashes), writing.text()) : practice;
    }

    private static Optional<Ancestor> origin(Writing writing, String name) {
        String address = writing.field(name);
        return Ancestor.read(address).filter(origin -> origin.event().isEmpty()).map(origin -> new Ancestor(origin.address(), writing.version(name)));
    }

    private static List<Optional<Bytes>> hashes(Writing writing) {
        List<Optional<Bytes>> out = new ArrayList<>();
        for (Tag tag : writing.fields()) {
            if (tag.name().equals(PARAGRAPHS)) {
                tag.values().stream().skip(1).forEach(word -> out.add(Bytes.parseHex(word)));
            }
        }
        return out;
    }
}
