package weft.pages;

import java.util.List;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** A blank form to print: somebody writes down by hand what is needed or offered, and types it in later. */
final class BlankForm {
    private static final List<String> LINES = List.of("blank.what", "post.text", "blank.kind", "blank.when", "blank.where", "blank.languages");
    private static final int ON_A_PAGE = 2;

    private BlankForm() {}

    static Reply reply(Here here, CircleCard circle) {
        Element forms = Element.of(Tag.DIV).cls("blank-forms");
        for (int i = 0; i < ON_A_PAGE; i++) {
            forms.with(form(here));
        }
        return new Reply.Page(Layout.page(here, 200, here.say("blank.title"), Optional.of(circle),
                here.heading("blank.title"),
                Element.of(Tag.P).cls("lead screen").text(here.say("blank.lead")),
                forms));
    }

    private static Html form(Here here) {
        Element form = Element.of(Tag.SECTION).cls("blank-form").with(Element.of(Tag.P).cls("boxes").with(
                box(here, "side.need"), box(here, "side.offer"), box(here, "post.forWhom.me"), box(here, "post.forWhom.other")));
        for (String line : LINES) {
            form.with(Element.of(Tag.P).cls(line.equals("post.text") ? "blank tall" : "blank").text(here.say(line)));
        }
        return form.with(
                Element.of(Tag.P).cls("hint").text(here.say("blank.apart")),
                Element.of(Tag.P).cls("blank").text(here.say("blank.person")),
                Element.of(Tag.P).cls("blank").text(here.say("blank.address")),
                Element.of(Tag.P).cls("hint").text(here.say("blank.burn")));
    }

    private static Html box(Here here, String key) {
        return Element.of(Tag.SPAN).cls("box").text(here.say(key));
    }
}
