package weft.pages.html;

import java.util.List;

/** A piece of a page. Text is escaped when it is written, so that no text can ever become markup. */
public sealed interface Html permits Html.Text, Html.Many, Html.Rendered, Element {
    /** Words. */
    record Text(String text) implements Html {}

    /**
     * HTML that a renderer wrote which lets no markup of anybody's through: a practice's text, a drawing of a family. The only way for markup
     * that is not built here into a page.
     */
    record Rendered(String html) implements Html {}

    /** Pieces one after the other. */
    record Many(List<Html> pieces) implements Html {
        /** Keeps an unmodifiable copy. */
        public Many {
            pieces = List.copyOf(pieces);
        }
    }

    /** Words. */
    static Html text(String text) {
        return new Text(text);
    }

    /** Nothing. */
    static Html none() {
        return new Many(List.of());
    }

    /** Pieces one after the other. */
    static Html many(Html... pieces) {
        return new Many(List.of(pieces));
    }

    /** Pieces one after the other. */
    static Html many(List<? extends Html> pieces) {
        return new Many(List.copyOf(pieces));
    }

    /** Somebody's words within a line, kept from turning the direction of what stands around them. */
    static Html said(String text) {
        return Element.of(Tag.BDI).text(text);
    }

    /** The HTML. */
    default String render() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    /** Appends the HTML. */
    default void write(StringBuilder out) {
        switch (this) {
            case Text(String text) -> Escape.text(text, out);
            case Many(List<Html> pieces) -> pieces.forEach(piece -> piece.write(out));
            case Rendered(String html) -> out.append(html);
            case Element element -> element.writeElement(out);
        }
    }
}
