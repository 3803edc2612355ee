package weft.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.view.Views;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.pages.text.Languages;
import weft.wire.json.Json;

/** The node as a whole: date, language, relays. */
final class NodePage {
    private NodePage() {}

    static Reply reply(Here here) {
        Views.NodeView node = here.views().node();
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.node(node)));
        }
        return new Reply.Page(page(here, 200, Fields.of(Map.of())));
    }

    /** After a map's file was named. */
    static Response mapNamed(Here here, String path, Optional<String> trouble) {
        Optional<String> sentence = trouble.map(code -> code.equals("missing") ? "map.file.missing" : "map.fault." + MapDrawing.sentence(code));
        if (here.request().wantsJson()) {
            return sentence.map(key -> Jsons.refused(422, trouble.orElse(""), here.say(key), Map.of("path", here.say(key))))
                    .orElseGet(() -> Jsons.response(200, Json.object("map", path)));
        }
        Fields fields = Fields.of(Map.of("path", List.of(path)));
        sentence.ifPresent(key -> fields.fault("path", key));
        return fields.good() ? Response.redirect("/settings#map") : page(here, 422, fields);
    }

    private static Response page(Here here, int status, Fields fields) {
        Views.NodeView node = here.views().node();
        return Layout.page(here, status, here.say("settings.title"),
                fields.summary(here),
                here.heading("settings.title"),
                clock(here, node),
                languageForm(here),
                map(here, fields),
                relays(here, node),
                Element.of(Tag.SECTION).with(
                        Element.of(Tag.H2).text(here.say("carry.title")),
                        Element.of(Tag.P).text(here.say("carry.lead")),
                        Element.of(Tag.P).with(Here.link("/carry", here.say("carry.title")).cls("button plain"))),
                Element.of(Tag.SECTION).with(
                        Element.of(Tag.H2).text(here.say("device.title")),
                        Element.of(Tag.P).text(here.say("device.lead")),
                        Element.of(Tag.P).with(Here.link("/device", here.say("device.title")).cls("button plain"))),
                Element.of(Tag.SECTION).with(
                        Element.of(Tag.H2).text(here.say("passphrase.title")),
                        Element.of(Tag.P).text(here.say("passphrase.text")),
                        Element.of(Tag.P).with(Here.link("/passphrase", here.say("door.change.title")))));
    }

    /** On a computer the file stays where it is and its path is typed; on a phone a script copies it to where the worker can read it. */
    private static Element map(Here here, Fields fields) {
        Element section = Element.of(Tag.SECTION).id("map").with(Element.of(Tag.H2).text(here.say("map.file.title")),
                Element.of(Tag.P).cls("hint").text(here.say("map.file.text")));
        Optional<MapFile> now = here.means().map().get();
        now.ifPresent(file -> section.with(Element.of(Tag.P).cls("status").with(here.rich("map.file.now", "name", Html.said(file.name())))));
        MapDrawing.Opened.of(here).trouble().ifPresent(fault ->
                section.with(Element.of(Tag.P).cls("fault").text(here.say("map.fault." + MapDrawing.sentence(fault.code())))));
        if (here.means().computer()) {
            return section.with(here.form("/settings/map").with(fields.line(here, "path", "map.file.path", "map.file.path.hint", 1_000),
                    Element.of(Tag.P).cls("actions").with(here.button("do.save").cls("plain"))));
        }
        return section.with(Element.of(Tag.DIV).cls("field").with(
                Element.of(Tag.LABEL).set(Attr.FOR, "f-map-file").text(here.say("map.file.choose")),
                Element.of(Tag.INPUT).set(Attr.TYPE, "file").id("f-map-file").set(Attr.ACCEPT, ".pmtiles").set(Attr.DATA_LABEL, here.say("map.file.wait"))
                        .set(Attr.DATA_FAULT, here.say("map.file.full")),
                Element.of(Tag.P).cls("status").id("map-file-says").set(Attr.ROLE, "status"),
                now.isEmpty() ? Html.none()
                        : Element.of(Tag.BUTTON).set(Attr.TYPE, "button").cls("plain").id("map-file-drop").text(here.say("map.file.drop"))));
    }

    private static Html clock(Here here, Views.NodeView node) {
        if (!node.clockJumped()) {
            return Html.none();
        }
        return Element.of(Tag.SECTION).id("clock").cls("notice").with(
                Element.of(Tag.H2).text(here.say("clock.title")),
                Element.of(Tag.P).text(here.say("clock.text", "date", here.language().fullDate(here.today(), true))),
                here.form("/date").with(Element.of(Tag.P).cls("actions").with(here.button("clock.do"))));
    }

    private static Element languageForm(Here here) {
        Element select = Element.of(Tag.SELECT).set(Attr.NAME, "language").id("f-language");
        for (Language language : Languages.all()) {
            select.with(BoardPage.option(language.tag(), language.ownName(), language.tag().equals(here.language().tag())).set(Attr.LANG, language.tag()));
        }
        return Element.of(Tag.SECTION).with(here.form("/language").cls("filter").with(
                Element.of(Tag.SPAN).cls("asked").with(Element.of(Tag.LABEL).set(Attr.FOR, "f-language").text(here.say("nav.languages")), select),
                here.button("do.save").cls("plain")));
    }

    private static Element relays(Here here, Views.NodeView node) {
        Element section = Element.of(Tag.SECTION).id("relays").set(Attr.DATA_LIVE, "").with(
                Element.of(Tag.H2).text(here.say("relays.title")),
                Element.of(Tag.P).cls("hint").text(here.say("relays.hint")));
        if (node.relays().isEmpty()) {
            return section.with(Element.of(Tag.P).cls("empty").text(here.say("relays.none")));
        }
        Element list = Element.of(Tag.UL).cls("relays");
        for (Views.RelayView relay : node.relays()) {
            String trouble = "relay.trouble." + relay.trouble();
            String sentence = relay.connected() ? here.say("relay.connected")
                    : relay.trouble().isEmpty() ? here.say("relay.connecting")
                    : here.language().has(trouble) ? here.say(trouble) : here.say("relay.trouble");
            list.with(Element.of(Tag.LI).cls(relay.connected() ? "connected" : "").with(
                    Element.of(Tag.CODE).set(Attr.DIR, "ltr").text(relay.address()), Element.of(Tag.SPAN).text(sentence)));
        }
        section.with(list);
        return node.waiting() == 0 ? section : section.with(Element.of(Tag.P).text(here.count("relays.waiting", node.waiting())));
    }

    static Reply language(Here here) {
        Optional<Language> chosen = Languages.find(here.request().field("language"));
        if (chosen.isEmpty()) {
            return Router.trouble(here, Trouble.NOT_UNDERSTOOD);
        }
        Response response = here.request().wantsJson()
                ? Jsons.response(200, weft.wire.json.Json.object("ok", true, "language", chosen.get().tag()))
                : Response.redirect(back(here.request().field("back")));
        return new Reply.KeepLanguage(chosen.get().tag(), response);
    }

    static Reply date(Here here) {
        return Acts.act(here, new Command.ConfirmDate(), "/", "/settings");
    }

    /** The page from which the language was chosen, where it is one of this node's. */
    private static String back(String path) {
        boolean own = path.startsWith("/") && !path.startsWith("//") && path.length() <= 300
                && path.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '/' || c == '-' || c == '.');
        return own ? path : "/settings";
    }
}
