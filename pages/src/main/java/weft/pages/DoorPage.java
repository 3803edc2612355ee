package weft.pages;

import java.util.Map;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;
import weft.wire.json.Json;

/** Choosing a passphrase at first start, and unlocking later. */
final class DoorPage {
    private DoorPage() {}

    static Response page(Request request, Language language, Door door) {
        int status = switch (door) {
            case BEGIN, LOCKED, OPENING, CHANGE, CHANGED -> 200;
            case BEGIN_DIFFERENT, BEGIN_SHORT, LOCKED_WRONG, CHANGE_DIFFERENT, CHANGE_SHORT -> 422;
            case BEGIN_NOT_STORED, LOCKED_DAMAGED, CHANGE_NOT_STORED -> 500;
        };
        String code = Jsons.code(door);
        if (request.wantsJson()) {
            if (door == Door.CHANGED) {
                return Jsons.response(200, Json.object("ok", true, "text", language.say("door.json.changed")));
            }
            boolean fault = status != 200;
            return Jsons.refused(fault ? status : 423, code, language.say(fault ? "door." + code : "door.json." + code), Map.of());
        }
        return switch (door) {
            case BEGIN, BEGIN_DIFFERENT, BEGIN_SHORT, BEGIN_NOT_STORED -> begin(request, language, status, fault(language, door));
            case CHANGE, CHANGE_DIFFERENT, CHANGE_SHORT, CHANGE_NOT_STORED -> change(request, language, status, fault(language, door));
            case CHANGED -> Layout.bare(request, language, status, language.say("door.changed.title"),
                    Element.of(Tag.H1).text(language.say("door.changed.title")),
                    Element.of(Tag.P).cls("lead").text(language.say("door.changed.text")),
                    Element.of(Tag.P).with(Here.link("/settings", language.say("do.back")).cls("button")));
            case LOCKED, LOCKED_WRONG, LOCKED_DAMAGED -> unlock(request, language, status, fault(language, door));
            case OPENING -> Layout.bare(request, language, status, language.say("door.opening.title"),
                    Element.of(Tag.H1).text(language.say("door.opening.title")),
                    Element.of(Tag.P).cls("lead").text(language.say("door.opening.text"))).with("Refresh", "1");
        };
    }

    private static Html fault(Language language, Door door) {
        return switch (door) {
            case BEGIN, LOCKED, OPENING, CHANGE, CHANGED -> Html.none();
            case BEGIN_DIFFERENT, BEGIN_SHORT, BEGIN_NOT_STORED, LOCKED_WRONG, LOCKED_DAMAGED, CHANGE_DIFFERENT, CHANGE_SHORT,
                    CHANGE_NOT_STORED -> Element.of(Tag.P).cls("fault").id("e-passphrase")
                    .set(Attr.ROLE, "alert").text(language.say("door." + Jsons.code(door), "n", Pages.SHORTEST_PASSPHRASE));
        };
    }

    private static Response begin(Request request, Language language, int status, Html fault) {
        return Layout.bare(request, language, status, language.say("door.begin.title"),
                Element.of(Tag.H1).text(language.say("door.begin.title")),
                Element.of(Tag.P).cls("lead").text(language.say("door.begin.text")),
                Element.of(Tag.P).text(language.say("door.begin.lost")),
                form(request, "/begin").with(
                        passphrase(language, "passphrase", "door.begin.choose", "new-password", fault),
                        passphrase(language, "again", "door.begin.again", "new-password", Html.none()),
                        button(language, "door.begin.do")));
    }

    private static Response change(Request request, Language language, int status, Html fault) {
        return Layout.bare(request, language, status, language.say("door.change.title"),
                Element.of(Tag.H1).text(language.say("door.change.title")),
                Element.of(Tag.P).cls("lead").text(language.say("door.change.text")),
                Element.of(Tag.P).text(language.say("door.begin.lost")),
                form(request, "/passphrase").with(
                        passphrase(language, "passphrase", "door.begin.choose", "new-password", fault),
                        passphrase(language, "again", "door.begin.again", "new-password", Html.none()),
                        button(language, "door.change.do")),
                Element.of(Tag.P).with(Here.link("/settings", language.say("do.back"))));
    }

    private static Response unlock(Request request, Language language, int status, Html fault) {
        return Layout.bare(request, language, status, language.say("door.locked.title"),
                Element.of(Tag.H1).text(language.say("door.locked.title")),
                form(request, "/unlock").with(
                        passphrase(language, "passphrase", "door.locked.passphrase", "current-password", fault).with(
                                Element.of(Tag.P).cls("hint").text(language.say("door.locked.hint"))),
                        button(language, "door.locked.do")));
    }

    private static Element form(Request request, String action) {
        return Element.of(Tag.FORM).set(Attr.METHOD, "post").set(Attr.ACTION, action).set(Attr.AUTOCOMPLETE, "off").mark(Attr.NOVALIDATE)
                .with(Here.hidden("token", request.csrfToken()));
    }

    private static Element passphrase(Language language, String name, String label, String autocomplete, Html fault) {
        boolean bad = !fault.equals(Html.none());
        String hint = label.equals("door.begin.choose") ? "h-" + name : "";
        String by = (hint + (bad ? " e-passphrase" : "")).strip();
        Element field = Element.of(Tag.DIV).cls(bad ? "field bad" : "field").with(
                Element.of(Tag.LABEL).set(Attr.FOR, "f-" + name).text(language.say(label)));
        if (!hint.isEmpty()) {
            field.with(Element.of(Tag.P).cls("hint").id(hint).text(language.say("door.begin.hint", "n", Pages.SHORTEST_PASSPHRASE)));
        }
        return field.with(fault, Element.of(Tag.INPUT).set(Attr.TYPE, "password").id("f-" + name).set(Attr.NAME, name)
                .set(Attr.AUTOCOMPLETE, autocomplete).set(Attr.AUTOCAPITALIZE, "off").set(Attr.SPELLCHECK, "false")
                .setIf(!by.isEmpty(), Attr.ARIA_DESCRIBEDBY, by).setIf(bad, Attr.ARIA_INVALID, "true")
                .markIf(name.equals("passphrase"), Attr.AUTOFOCUS));
    }

    private static Element button(Language language, String key) {
        return Element.of(Tag.P).cls("actions").with(Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").text(language.say(key)));
    }
}
