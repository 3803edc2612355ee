package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.view.AcquaintanceCard;
import weft.core.view.CircleCard;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;

/** Another device of the same person: an acquaintance that gets every circle. */
final class DevicePage {
    private DevicePage() {}

    static Reply reply(Here here) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.people(here)));
        }
        boolean handed = here.request().asked("handed").isPresent();
        return new Reply.Page(page(here, 200, Fields.of(Map.of()), handed));
    }

    private static Response page(Here here, int status, Fields fields, boolean handed) {
        Html done = handed ? Element.of(Tag.SECTION).cls("notice").with(
                Element.of(Tag.H2).text(here.say("device.done.title")), Element.of(Tag.P).text(here.say("device.done"))) : Html.none();
        return Layout.page(here, status, here.say("device.title"),
                fields.summary(here),
                here.heading("device.title"),
                done,
                Element.of(Tag.P).cls("lead").text(here.say("device.lead")),
                meeting(here),
                handing(here, fields));
    }

    private static Html meeting(Here here) {
        Element section = Element.of(Tag.SECTION).id("meet").with(Element.of(Tag.P).text(here.say("device.first")));
        List<CircleCard> circles = here.views().circles();
        if (circles.isEmpty()) {
            return section.with(Element.of(Tag.P).cls("empty").text(here.say("device.none")));
        }
        for (CircleCard circle : circles) {
            section.with(here.form(Here.path(circle.address()) + "/invite").with(Element.of(Tag.P).cls("actions").with(
                    Element.of(Tag.BUTTON).set(weft.pages.html.Attr.TYPE, "submit").cls("plain").text(here.say("device.invite", "circle", circle.name())))));
        }
        return section;
    }

    private static Html handing(Here here, Fields fields) {
        List<AcquaintanceCard> known = here.views().acquaintances();
        if (known.isEmpty() || here.views().circles().isEmpty()) {
            return Html.none();
        }
        List<Element> choices = new ArrayList<>();
        for (AcquaintanceCard card : known) {
            choices.add(fields.choice("with", card.address().hex(), PeoplePages.calledWithWords(here, card), false, "radio"));
        }
        return Element.of(Tag.SECTION).id("hand").with(
                Element.of(Tag.P).text(here.say("device.then")),
                here.form("/device").with(
                        fields.choices(here, "with", "device.with", choices),
                        Element.of(Tag.P).cls("actions").with(here.button("device.do"))),
                Element.of(Tag.P).cls("hint").text(here.say("device.again")),
                Element.of(Tag.P).cls("hint").text(here.say("device.voices")));
    }

    static Reply hand(Here here) {
        Optional<Bytes> chosen = Bytes.parseHex(here.request().field("with")).filter(bytes -> bytes.size() == 32);
        return Acts.act(here, new Command.CirclesHand(chosen.orElse(Bytes.EMPTY)), "/device?handed=1", "/device");
    }
}
