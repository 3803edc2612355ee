package weft.pages;

import java.util.Optional;
import weft.core.view.CircleCard;
import weft.pages.asset.Assets;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.pages.text.Languages;

/** What stands around every page: head, way back, foot. */
final class Layout {
    private Layout() {}

    /** A page of an open node. */
    static Response page(Here here, int status, String title, Html... content) {
        return page(here, status, title, Optional.empty(), content);
    }

    /** A page within a circle. */
    static Response page(Here here, int status, String title, Optional<CircleCard> circle, Html... content) {
        Element nav = Element.of(Tag.NAV).set(Attr.ARIA_LABEL, here.say("nav.label"))
                .with(Here.link("/", here.say("nav.circles")));
        circle.ifPresent(card -> nav.with(Here.link(Here.path(card.address()), card.name()).set(Attr.DIR, "auto")));
        circle.ifPresent(card -> nav.with(Here.link(Here.path(card.address()) + "/things", here.say("nav.things"))));
        circle.ifPresent(card -> nav.with(Here.link(Here.path(card.address()) + "/practices", here.say("nav.practices"))));
        nav.with(news(here));
        nav.with(Here.link("/find", here.say("nav.find")));
        nav.with(Here.link("/calendar", here.say("nav.calendar")));
        nav.with(Here.link("/people", here.say("nav.people")));
        nav.with(Here.link("/settings", here.say("nav.settings")));
        Element header = Element.of(Tag.HEADER).cls("top").with(Here.link("/", here.say("app.name")).cls("brand"), nav);
        Html notice = clockNotice(here);
        return shell(here.request(), here.language(), status, title, header, notice, true, content);
    }

    /** A page without the node's pages around it. */
    static Response bare(Request request, Language language, int status, String title, Html... content) {
        Element header = Element.of(Tag.HEADER).cls("top").with(Element.of(Tag.SPAN).cls("brand").text(language.say("app.name")));
        return shell(request, language, status, title, header, Html.none(), false, content);
    }

    /** The way to the news, which says whether something came that was not looked at yet, and whether pages may notify. */
    private static Html news(Here here) {
        boolean fresh = NewsPage.fresh(here);
        return Here.link("/news", here.say("news.title")).setIf(fresh, Attr.CLASS, "fresh")
                .setIf(here.views().newsWays().desktop(), Attr.DATA_TELL, here.say("app.name"))
                .with(fresh ? Element.of(Tag.SPAN).cls("unseen").text(" " + here.say("news.mark")) : Html.none());
    }

    private static Html clockNotice(Here here) {
        boolean shown = here.views().node().clockJumped() && !here.request().path().equals("/settings");
        return shown ? Element.of(Tag.P).cls("notice").text(here.say("clock.short")).text(" ").with(Here.link("/settings#clock", here.say("clock.look")))
                : Html.none();
    }

    private static Response shell(Request request, Language language, int status, String title, Html header, Html notice, boolean open,
            Html... content) {
        Element head = Element.of(Tag.HEAD).with(
                Element.of(Tag.META).set(Attr.CHARSET, "utf-8"),
                Element.of(Tag.META).set(Attr.NAME, "viewport").set(Attr.CONTENT, "width=device-width, initial-scale=1"),
                Element.of(Tag.META).set(Attr.NAME, "color-scheme").set(Attr.CONTENT, "light dark"),
                // Browsers write titles into a history on the disk: they are the program's words alone, never a person's.
                Element.of(Tag.TITLE).text(title).text(" · ").text(language.say("app.name")),
                Element.of(Tag.LINK).set(Attr.REL, "stylesheet").set(Attr.HREF, Assets.STYLE),
                Element.of(Tag.LINK).set(Attr.REL, "icon").set(Attr.HREF, "/assets/icon.svg").set(Attr.TYPE, "image/svg+xml"),
                Element.of(Tag.LINK).set(Attr.REL, "manifest").set(Attr.HREF, "/assets/manifest.json"),
                Element.of(Tag.SCRIPT).set(Attr.SRC, "/assets/weft.js").mark(Attr.DEFER));
        Element body = Element.of(Tag.BODY).set(Attr.DATA_NEWS, language.say("live.changed")).with(
                Element.of(Tag.A).set(Attr.HREF, "#main").cls("skip").text(language.say("nav.skip")),
                header,
                Element.of(Tag.MAIN).id("main").set(Attr.TABINDEX, "-1").with(notice).with(content),
                Element.of(Tag.P).id("news").cls("unseen").set(Attr.ROLE, "status"),
                footer(request, language, open));
        Element html = Element.of(Tag.HTML).set(Attr.LANG, language.tag()).set(Attr.DIR, language.direction()).with(head, body);
        StringBuilder out = new StringBuilder("<!doctype html>\n");
        html.write(out);
        Response response = Response.text(status, "text/html; charset=utf-8", out.append('\n').toString());
        return response.with("Content-Language", language.tag()).with("Vary", "Accept, Accept-Language");
    }

    /** The languages: buttons that the shell keeps the choice of, or links that hold for one page while the vault is shut. */
    private static Element footer(Request request, Language language, boolean open) {
        Element foot = Element.of(Tag.FOOTER);
        Element nav = Element.of(Tag.NAV).cls("languages").set(Attr.ARIA_LABEL, language.say("nav.languages"));
        if (open) {
            String back = request.method().equals("POST") ? "/settings" : request.path();
            Element form = Element.of(Tag.FORM).set(Attr.METHOD, "post").set(Attr.ACTION, "/language").cls("languages")
                    .with(Here.hidden("token", request.csrfToken()), Here.hidden("back", back));
            Languages.all().forEach(other -> form.with(tagged(Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").cls("link")
                    .set(Attr.NAME, "language").set(Attr.VALUE, other.tag()), other, language)));
            foot.with(nav.with(form));
        } else if (!request.method().equals("POST")) {
            Languages.all().forEach(other -> nav.with(tagged(Element.of(Tag.A).set(Attr.HREF, "?lang=" + other.tag()).set(Attr.HREFLANG, other.tag()),
                    other, language)));
            foot.with(nav);
        }
        return foot.with(Element.of(Tag.P).text(language.say("app.foot")));
    }

    private static Element tagged(Element choice, Language other, Language chosen) {
        return choice.set(Attr.LANG, other.tag()).set(Attr.DIR, other.direction()).text(other.ownName())
                .setIf(other.tag().equals(chosen.tag()), Attr.ARIA_CURRENT, "true");
    }
}
