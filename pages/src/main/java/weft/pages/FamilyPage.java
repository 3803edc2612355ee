package weft.pages;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.view.PracticeView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;
import weft.practice.lineage.Family;

/** The family of a practice: what comes from what, as a drawing and as a list; no names of people, no numbers. */
final class FamilyPage {
    private FamilyPage() {}

    static Reply reply(Here here, PracticeView view) {
        Shelved shelf = Shelved.of(here, view.circle());
        Shelved.Item self = Shelved.item(view.card());
        List<Shelved.Item> family = shelf.family(self);
        List<Family.Relative> relatives = family.stream().map(item -> new Family.Relative(key(item), item.front().title(),
                Tongues.ownName(item.front().language()), parents(shelf, item))).toList();
        Element list = Element.of(Tag.UL);
        family.forEach(item -> list.with(line(here, shelf, self, item)));
        return new Reply.Page(Layout.page(here, 200, here.say("practice.family"), Optional.of(view.circle()), here.heading("practice.family"),
                Element.of(Tag.P).cls("quoted").with(Here.link(self.path(), self.front().title()).set(Attr.DIR, "auto")),
                family.size() < 2 ? Element.of(Tag.P).cls("empty").text(here.say("family.alone"))
                        : Element.of(Tag.DIV).cls("drawing").set(Attr.DIR, "ltr").set(Attr.TABINDEX, "0").set(Attr.ROLE, "group")
                                .set(Attr.ARIA_LABEL, here.say("family.drawing")).with(new Html.Rendered(Family.svg(relatives))),
                Element.of(Tag.H2).text(here.say("family.list")), list));
    }

    private static String key(Shelved.Item item) {
        return item.card().ref().root().hex();
    }

    private static Set<String> parents(Shelved shelf, Shelved.Item item) {
        Set<String> parents = new LinkedHashSet<>();
        item.origins().forEach(origin -> shelf.origin(origin).filter(parent -> !parent.card().ref().equals(item.card().ref()))
                .ifPresent(parent -> parents.add(key(parent))));
        return parents;
    }

    private static Element line(Here here, Shelved shelf, Shelved.Item self, Shelved.Item item) {
        Element line = Element.of(Tag.LI).with(Here.link(item.path(), item.front().title()).set(Attr.DIR, "auto").set(Attr.LANG, item.front().language()),
                Html.text(" "), Element.of(Tag.SPAN).cls("hint").with(Html.said(Tongues.ownName(item.front().language()))));
        item.front().derivedFrom().flatMap(shelf::origin).ifPresent(parent -> line.with(Element.of(Tag.BR), Html.text(here.say("practice.from") + ": "),
                Html.said(parent.front().title())));
        item.front().translationOf().flatMap(shelf::origin).ifPresent(parent -> line.with(Element.of(Tag.BR), Html.text(here.say("practice.translates") + ": "),
                Html.said(parent.front().title())));
        if (!item.card().ref().equals(self.card().ref())) {
            line.with(Element.of(Tag.BR), Here.link(self.path() + "/compare/" + key(item), here.say("family.compare")));
        }
        return line;
    }
}
