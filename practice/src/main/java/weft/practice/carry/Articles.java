package weft.practice.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.practice.Ancestor;
import weft.practice.Front;
import weft.practice.Practice;
import weft.practice.PracticeFault;
import weft.practice.PracticeReader;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.event.Tag;
import weft.wire.json.Checked;

/** Practices as long-form articles (NIP-23), to be signed by the shell under a fresh voice, and articles taken in. */
public final class Articles {
    /** The kind of a long-form article. */
    public static final int KIND = 30_023;
    private static final int HASHES_IN_A_TAG = 99;
    private static final String DERIVED = "derived-from";
    private static final String TRANSLATED = "translation-of";

    private Articles() {}

    /**
     * The event to be signed.
     *
     * @param name the {@code d}, by which later revisions replace this one
     * @param key the voice's public key, 32 bytes
     * @param now Unix seconds
     */
    public static Draft draft(Practice practice, String name, Bytes key, long now) {
        Front front = practice.front();
        List<Tag> tags = new ArrayList<>();
        tags.add(Tag.of("d", name));
        tags.add(Tag.of("title", front.title()));
        if (!front.summary().isEmpty()) {
            tags.add(Tag.of("summary", front.summary()));
        }
        tags.add(Tag.of("published_at", Long.toString(now)));
        tags.add(Tag.of("L", "ISO-639-1"));
        tags.add(Tag.of("l", front.language(), "ISO-639-1"));
        front.kinds().forEach(kind -> tags.add(Tag.of("t", kind)));
        front.seasons().forEach(season -> tags.add(Tag.of("season", season)));
        front.materials().forEach(material -> tags.add(Tag.of("material", material)));
        front.serves().ifPresent(number -> tags.add(Tag.of("for", Integer.toString(number))));
        if (!front.licence().isEmpty()) {
            tags.add(Tag.of("licence", front.licence()));
        }
        front.derivedFrom().ifPresent(origin -> origin(tags, origin, DERIVED));
        front.translationOf().ifPresent(origin -> origin(tags, origin, TRANSLATED));
        List<String> hashes = front.sourceParagraphs().stream().map(hash -> hash.map(Bytes::hex).orElse("-")).toList();
        for (int i = 0; i < hashes.size(); i += HASHES_IN_A_TAG) {
            List<String> values = new ArrayList<>(List.of("source-paragraphs"));
            values.addAll(hashes.subList(i, Math.min(hashes.size(), i + HASHES_IN_A_TAG)));
            tags.add(new Tag(values));
        }
        return new Draft(key, now, KIND, tags, practice.text().strip() + "\n");
    }

    private static void origin(List<Tag> tags, Ancestor origin, String relation) {
        if (!origin.article()) {
            tags.add(Tag.of("from", origin.address(), relation));
            return;
        }
        tags.add(Tag.of("a", origin.address(), "", relation));
        origin.event().ifPresent(id -> tags.add(Tag.of("e", id.hex(), "", relation)));
    }

    /** The address of a draft, for lineage and for {@code naddr}; nothing where it is no article. */
    public static Optional<ArticleAddress> address(Draft draft) {
        return draft.kind() != KIND ? Optional.empty() : value(draft, "d").map(name -> new ArticleAddress(name, draft.publicKey(), List.of()));
    }

    /**
     * Takes an article in. It passes through the reader of files, so that nothing gets in that a file could not hold; what the tags of
     * a stranger say beyond the format is left out.
     */
    public static Checked<Practice> read(Draft article) {
        if (article.kind() != KIND || value(article, "d").isEmpty()) {
            return Checked.bad(PracticeFault.NOT_AN_ARTICLE, "kind " + article.kind());
        }
        if (article.content().length() > PracticeReader.CHARACTERS) {
            return Checked.bad(PracticeFault.TOO_LONG, article.content().length() + " characters");
        }
        String text = article.content().strip();
        if (text.isEmpty()) {
            return Checked.bad(PracticeFault.NO_TEXT, "an empty article");
        }
        Checked<Practice> plain = PracticeReader.readAny(text.startsWith("---") ? "\n" + text : text, "Untitled", "und");
        String heading = plain instanceof Checked.Good<Practice>(Practice found) ? found.front().title() : "Untitled";
        String title = value(article, "title").map(Articles::line).filter(one -> !one.isEmpty()).orElse(heading);
        String language = value(article, "l").filter(tag -> tag.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")).orElse("und");
        Optional<Integer> serves = value(article, "for").filter(number -> number.matches("[1-9][0-9]{0,4}")).map(Integer::valueOf);
        Front front = new Front(cut(title, PracticeReader.TITLE_CHARACTERS), language, cut(value(article, "summary").map(Articles::line).orElse(""),
                1_000), values(article, "t"),
                values(article, "season"), serves, values(article, "material"), cut(value(article, "licence").map(Articles::line).orElse(""), 100),
                origin(article, DERIVED), origin(article, TRANSLATED), List.of());
        Practice practice = new Practice(front, text);
        Practice full = new Practice(front.from(front.derivedFrom(), front.translationOf(), hashes(article, practice)), text);
        return PracticeReader.read(full.write());
    }

    private static List<Optional<Bytes>> hashes(Draft article, Practice practice) {
        List<Optional<Bytes>> out = new ArrayList<>();
        for (Tag tag : article.tags()) {
            if (tag.name().equals("source-paragraphs")) {
                tag.values().stream().skip(1).forEach(word -> out.add(Bytes.parseHex(word).filter(hash -> hash.size() == weft.practice.Paragraph.HASH_BYTES)));
            }
        }
        return out.size() == practice.paragraphs().size() ? out : List.of();
    }

    private static Optional<Ancestor> origin(Draft article, String relation) {
        Optional<String> address = related(article, "a", 3, relation).or(() -> related(article, "from", 2, relation));
        Optional<String> event = related(article, "e", 3, relation);
        return address.flatMap(found -> event.flatMap(id -> Ancestor.read(found + " " + id)).or(() -> Ancestor.read(found)));
    }

    private static Optional<String> related(Draft article, String name, int place, String relation) {
        return article.tags().stream().filter(tag -> tag.name().equals(name) && tag.values().size() > place && tag.values().get(place)
                .equals(relation)).map(Tag::value).findFirst();
    }

    private static Optional<String> value(Draft article, String name) {
        return article.tags().stream().filter(tag -> tag.name().equals(name) && tag.values().size() > 1).map(Tag::value).findFirst();
    }

    private static List<String> values(Draft article, String name) {
        return article.tags().stream().filter(tag -> tag.name().equals(name)).map(tag -> line(tag.value()).replace(",", " ").replaceAll(" +", " ").strip())
                .filter(word -> !word.isEmpty() && word.length() <= 100).distinct().limit(50).toList();
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029 ]+", " ").strip();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).strip() + "…";
    }
}
