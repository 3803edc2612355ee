package weft.pages;

import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Language;

/** The door for devices on the home network. */
final class PairingPage {
    private PairingPage() {}

    static Response page(Request request, Language language, Pairing pairing) {
        int status = switch (pairing.stage()) {
            case ASK -> 401;
            case WRONG -> 422;
            case SHUT -> 423;
        };
        if (request.wantsJson()) {
            boolean shut = pairing.stage() == Pairing.Stage.SHUT;
            return Jsons.refused(status, shut ? "shut" : "pair", language.say(shut ? "pair.shut" : "pair.lead"), java.util.Map.of());
        }
        if (pairing.stage() == Pairing.Stage.SHUT) {
            return Layout.bare(request, language, status, language.say("pair.shut.title"),
                    Element.of(Tag.H1).text(language.say("pair.shut.title")),
                    Element.of(Tag.P).cls("lead").text(language.say("pair.shut")));
        }
        return Layout.bare(request, language, status, language.say("pair.title"),
                Element.of(Tag.H1).text(language.say("pair.title")),
                Element.of(Tag.P).cls("lead").text(language.say("pair.lead")),
                form(language, pairing),
                Element.of(Tag.P).cls(pairing.encrypted() ? "" : "notice").text(language.say(pairing.encrypted() ? "pair.tls" : "pair.plain")),
                ways(language, pairing));
    }

    private static Element form(Language language, Pairing pairing) {
        boolean wrong = pairing.stage() == Pairing.Stage.WRONG;
        Element input = Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.NAME, "code").id("f-code").set(Attr.AUTOCOMPLETE, "off")
                .set(Attr.INPUTMODE, "numeric").set(Attr.MAXLENGTH, "20").set(Attr.DIR, "ltr").mark(Attr.REQUIRED);
        if (wrong) {
            input.set(Attr.ARIA_INVALID, "true").set(Attr.ARIA_DESCRIBEDBY, "e-code");
        }
        Html fault = wrong ? Element.of(Tag.P).cls("fault").id("e-code").set(Attr.ROLE, "alert").text(language.say("pair.wrong")) : Html.none();
        return Element.of(Tag.FORM).set(Attr.METHOD, "post").set(Attr.ACTION, "/pair").set(Attr.AUTOCOMPLETE, "off").mark(Attr.NOVALIDATE).with(
                Element.of(Tag.DIV).cls("field").with(
                        Element.of(Tag.LABEL).set(Attr.FOR, "f-code").text(language.say("pair.code")), input, fault),
                Element.of(Tag.P).cls("actions").with(Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").text(language.say("pair.do"))));
    }

    private static Html ways(Language language, Pairing pairing) {
        if (pairing.encrypted()) {
            return Element.of(Tag.P).cls("actions").with(Here.link("/app/", language.say("pair.app")).cls("button plain"));
        }
        return pairing.secureAddress().map(address -> (Html) Element.of(Tag.P).with(
                Here.link("/home.crt", language.say("pair.certificate"))).text(" ").with(
                        Element.of(Tag.CODE).set(Attr.DIR, "ltr").text(address))).orElse(Html.none());
    }
}
