package weft.pages;

import weft.core.view.Stage;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Tag;

/** How far a thread is, as a shape and a word: an empty ring, a ring with a dot, a half, a tick, a bar, a dotted ring. */
final class Marks {
    private Marks() {}

    static Element stage(Here here, Stage stage) {
        String ring = "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 2a5 5 0 1 1 0 10A5 5 0 0 1 8 3";
        String shape = switch (stage) {
            case OPEN -> ring;
            case ANSWERED -> ring + "m0 2.500a2.500 2.500 0 1 0 0 5a2.500 2.500 0 0 0 0-5";
            case IN_HAND -> "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1m0 2v10A5 5 0 0 1 8 3";
            case DONE -> "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1M7 11.500 3.500 8 5 6.500l2 2 4-4L12.500 6";
            case NO_LONGER -> ring + "M5 7h6v2H5";
            case FADING -> "M7 1h2v2H7zM7 13h2v2H7zM1 7h2v2H1zM13 7h2v2h-2zM3 3h2v2H3zM11 3h2v2h-2zM3 11h2v2H3zM11 11h2v2h-2z";
        };
        return Element.of(Tag.SPAN).cls("stage " + Jsons.code(stage)).with(
                Element.of(Tag.SVG).set(Attr.VIEWBOX, "0 0 16 16").set(Attr.WIDTH, "16").set(Attr.HEIGHT, "16").set(Attr.ARIA_HIDDEN, "true")
                        .with(Element.of(Tag.PATH).set(Attr.D, shape)),
                Element.of(Tag.SPAN).text(here.say("stage." + Jsons.code(stage))));
    }
}
