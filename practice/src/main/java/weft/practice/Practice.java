package weft.practice;

import java.util.List;

/**
 * Know-how in writing.
 *
 * @param front what it says about itself
 * @param text Markdown (CommonMark 0.31 with tables, tick boxes and strike-through), without the front matter
 */
public record Practice(Front front, String text) {
    /** The paragraphs, by which versions and translations are compared. */
    public List<Paragraph> paragraphs() {
        return Paragraphs.split(text);
    }

    /** The whole file: front matter, an empty line, text. */
    public String write() {
        return front.write() + "\n" + text.strip() + "\n";
    }

    /** The same about itself with other text; hashes of source paragraphs are dropped unless there are as many paragraphs. */
    public Practice with(List<Paragraph> paragraphs) {
        boolean fits = front.sourceParagraphs().size() == paragraphs.size();
        Front kept = fits ? front : front.from(front.derivedFrom(), front.translationOf(), List.of());
        return new Practice(kept, Paragraphs.join(paragraphs));
    }
}
