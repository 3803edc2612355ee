package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.view.CatalogueView;
import weft.core.view.CircleCard;
import weft.core.view.PlaceCard;
import weft.core.view.Ref;
import weft.core.view.ThingCard;
import weft.core.view.ThingView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/**
 * Labels to print: the thing, its code, and the code as a picture to scan. A label names nothing but a random name that circle members
 * can look up ({@code /label/…}); it tells nobody else what it stands on, nor where Weft runs.
 */
final class LabelPage {
    private LabelPage() {}

    private record Label(String title, String name, List<String> with) {}

    static Reply sheet(Here here, CircleCard circle) {
        Optional<String> only = here.request().asked("only").filter(text -> !text.isEmpty());
        List<Label> labels = new ArrayList<>();
        CatalogueView all = here.views().catalogue(circle.address(), Optional.empty(), Optional.empty()).orElse(new CatalogueView(circle, List.of(),
                List.of(), List.of()));
        for (ThingCard card : all.things()) {
            here.views().thing(card.ref()).ifPresent(view -> labels.add(new Label(card.thing().title(), view.name(), card.thing().with())));
        }
        for (PlaceCard card : all.places()) {
            here.views().place(card.ref()).ifPresent(view -> labels.add(new Label(card.place().title(), view.name(), List.of())));
        }
        labels.removeIf(label -> only.isPresent() && !only.get().equals(label.name()));
        Element sheet = Element.of(Tag.UL).cls("labels").with(labels.stream().map(label -> label(here, label)).toList());
        return new Reply.Page(Layout.page(here, 200, here.say("labels.title"), Optional.of(circle), here.heading("labels.title"),
                Element.of(Tag.P).cls("lead screen").text(here.say("labels.lead")),
                find(here),
                labels.isEmpty() ? Element.of(Tag.P).cls("empty").text(here.say("things.none")) : sheet));
    }

    private static Element label(Here here, Label label) {
        Element words = Element.of(Tag.DIV).with(
                Element.of(Tag.P).cls("label-title").set(Attr.DIR, "auto").text(label.title()),
                Element.of(Tag.P).cls("label-code").with(Element.of(Tag.BDI).text(spaced(label.name()))));
        if (!label.with().isEmpty()) {
            words.with(Element.of(Tag.P).cls("hint").set(Attr.DIR, "auto").text(String.join(here.say("list.comma"), label.with())));
        }
        return Element.of(Tag.LI).cls("label").with(QrPicture.of("weft:label/" + label.name(), here.say("labels.code", "code", spaced(label.name()))), words);
    }

    static String spaced(String name) {
        return name.substring(0, 4) + " " + name.substring(4, 8) + " " + name.substring(8, 12) + " " + name.substring(12);
    }

    private static Html find(Here here) {
        return Element.of(Tag.FORM).cls("filter screen").set(Attr.METHOD, "get").set(Attr.ACTION, "/label").set(Attr.AUTOCOMPLETE, "off").with(
                Element.of(Tag.LABEL).set(Attr.FOR, "q-label").text(here.say("labels.find")),
                Element.of(Tag.INPUT).set(Attr.TYPE, "text").id("q-label").set(Attr.NAME, "code").set(Attr.MAXLENGTH, "60").set(Attr.DIR, "ltr"),
                here.button("labels.look").cls("plain"));
    }

    /** Where a scanned or typed label leads. */
    static Reply look(Here here) {
        String code = here.request().asked("code").orElse("").toLowerCase(java.util.Locale.ROOT).replace("weft:label/", "").replace(" ", "");
        Optional<Ref> found = code.length() == 16 ? here.views().labelled(code) : Optional.empty();
        Optional<String> path = found.map(ref -> here.views().thing(ref).map(ThingView::card).map(card -> ThingPage.path(card.ref()))
                .orElseGet(() -> PlacePage.path(ref)));
        return path.<Reply>map(to -> new Reply.Page(Response.redirect(to))).orElseGet(() -> Router.trouble(here, Trouble.NO_SUCH_THREAD));
    }
}
