package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.AcquaintanceCard;
import weft.core.view.CircleCard;
import weft.core.view.CircleView;
import weft.core.view.OfferView;
import weft.core.view.Ref;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.CheckWords;
import weft.primitives.Bytes;

/** Acquaintances and their names; leaving a circle, going on in a fresh one, following into one. */
final class PeoplePages {
    private PeoplePages() {}

    static Reply people(Here here) {
        return here.request().wantsJson() ? new Reply.Page(Jsons.response(200, Jsons.people(here))) : new Reply.Page(people(here, 200, Fields.of(Map.of())));
    }

    private static Response people(Here here, int status, Fields faults) {
        Element list = Element.of(Tag.UL).cls("circles");
        for (AcquaintanceCard card : here.views().acquaintances()) {
            String path = "/people/" + card.address().hex();
            Fields fields = Fields.of(Map.of("name-" + card.address().hex(), List.of(card.name())));
            list.with(Element.of(Tag.LI).with(
                    Element.of(Tag.H2).set(Attr.DIR, "auto").text(called(here, card)),
                    met(here, card),
                    here.form(path).with(
                            fields.line(here, "name-" + card.address().hex(), "people.name", "", CirclePages.NAME),
                            Element.of(Tag.P).cls("actions").with(here.button("do.save").cls("plain")))));
        }
        boolean none = here.views().acquaintances().isEmpty();
        return Layout.page(here, status, here.say("people.title"),
                faults.summary(here),
                here.heading("people.title"),
                Element.of(Tag.P).cls("lead").text(here.say("people.lead")),
                Element.of(Tag.P).text(here.say("people.told")),
                none ? Element.of(Tag.P).cls("empty").text(here.say("people.none")) : list);
    }

    private static String called(Here here, AcquaintanceCard card) {
        return card.name().isEmpty() ? here.say("people.nameless") : card.name();
    }

    /** What the reader calls an acquaintance, and the words when they met. */
    static String calledWithWords(Here here, AcquaintanceCard card) {
        String words = String.join(" ", card.checkWords().stream().map(CheckWords::word).toList());
        return called(here, card) + (words.isEmpty() ? "" : " (" + words + ")");
    }

    private static Html met(Here here, AcquaintanceCard card) {
        List<String> circles = here.views().circles().stream().filter(circle -> card.shared().contains(circle.address())).map(CircleCard::name).toList();
        String words = String.join(" ", card.checkWords().stream().map(CheckWords::word).toList());
        return Html.many(
                circles.isEmpty() ? Html.none() : Element.of(Tag.P).cls("hint").text(here.say("people.shared", "circles", String.join(", ", circles))),
                words.isEmpty() ? Html.none() : Element.of(Tag.P).cls("hint").text(here.say("people.words", "words", words)));
    }

    static Reply name(Here here, String hex) {
        Optional<Bytes> address = Router.key(hex);
        String typed = here.request().field("name-" + hex);
        String name = PostPage.oneLine(typed.isEmpty() ? here.request().field("name") : typed);
        if (address.isEmpty()) {
            return Router.trouble(here, Trouble.NOT_FOUND);
        }
        return Acts.act(here, new Command.AcquaintanceName(address.get(), name), "/people", "/people");
    }

    /** What stands under a circle's settings: names, hidden threads, renewing, leaving. */
    static Html settings(Here here, CircleCard circle) {
        Optional<CircleView> view = here.views().circle(circle.address());
        if (view.isEmpty()) {
            return Html.none();
        }
        String path = Here.path(circle.address());
        boolean tells = view.get().tellsNames();
        Element names = Element.of(Tag.SECTION).id("names").with(
                Element.of(Tag.H2).text(here.say("names.title")),
                Element.of(Tag.P).text(here.say(tells ? "names.on" : "names.off")),
                here.form(path + "/names").with(Here.hidden("on", tells ? "0" : "1"),
                        Element.of(Tag.P).cls("actions").with(here.button(tells ? "names.turnOff" : "names.turnOn").cls("plain"))));
        Element renew = Element.of(Tag.SECTION).id("renew").cls(view.get().renewDue() ? "notice" : "").with(
                Element.of(Tag.H2).text(here.say("regroup.title")),
                Element.of(Tag.P).text(here.say(view.get().renewDue() ? "renew.due" : "regroup.short")),
                Element.of(Tag.P).cls("actions").with(
                        Here.link(path + "/regroup", here.say("regroup.title")).cls("button plain"),
                        Here.link(path + "/regroup?all=1", here.say("renew.title")).cls("button plain"),
                        Here.link(path + "/leave", here.say("leave.title")).cls("button plain")));
        return Html.many(names, hidden(here, circle, view.get().hidden()), renew);
    }

    private static Html hidden(Here here, CircleCard circle, List<ThreadCard> threads) {
        if (threads.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL);
        for (ThreadCard thread : threads) {
            list.with(Element.of(Tag.LI).with(
                    Element.of(Tag.P).set(Attr.DIR, "auto").text(thread.ask().title()),
                    here.form(Here.path(circle.address()) + "/unhide").with(
                            Here.hidden("thread", thread.ref().root().hex()), here.button("hidden.show").cls("plain"))));
        }
        return Element.of(Tag.SECTION).id("hidden").with(Element.of(Tag.H2).text(here.say("hidden.title")), list);
    }

    static Reply tellNames(Here here, CircleCard circle) {
        String path = Here.path(circle.address()) + "/settings";
        return Acts.act(here, new Command.TellNames(circle.address(), here.request().field("on").equals("1")), path, path);
    }

    static Reply unhide(Here here, CircleCard circle) {
        String path = Here.path(circle.address()) + "/settings";
        Bytes root = Bytes.parseHex(here.request().field("thread")).orElse(Bytes.EMPTY);
        return Acts.act(here, new Command.Unhide(new Ref(circle.address(), root)), path, path);
    }

    static Reply leaveForm(Here here, CircleCard circle) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.circle(circle)));
        }
        String path = Here.path(circle.address());
        return new Reply.Page(Layout.page(here, 200, here.say("leave.title"), Optional.of(circle),
                here.heading("leave.title"),
                Element.of(Tag.P).cls("lead").text(here.say("leave.lead")),
                Element.of(Tag.UL).with(
                        Element.of(Tag.LI).text(here.say("leave.gone")),
                        Element.of(Tag.LI).text(here.say("leave.stays")),
                        Element.of(Tag.LI).text(here.say("leave.copies")),
                        Element.of(Tag.LI).text(here.say("leave.could"))),
                here.form(path + "/leave").with(Here.hidden("sure", "1"), Element.of(Tag.P).cls("actions").with(
                        here.button("leave.do"), Here.link(path, here.say("do.back")).cls("button plain")))));
    }

    static Reply leave(Here here, CircleCard circle) {
        if (!here.request().field("sure").equals("1")) {
            return Router.trouble(here, Trouble.NOT_UNDERSTOOD);
        }
        return Acts.act(here, new Command.CircleLeave(circle.address()), "/", Here.path(circle.address()));
    }

    static Reply regroupForm(Here here, CircleCard circle) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.people(here)));
        }
        boolean all = here.request().asked("all").isPresent();
        return new Reply.Page(regroupForm(here, 200, circle, Fields.of(Map.of("name", List.of(circle.name()))), all));
    }

    private static Response regroupForm(Here here, int status, CircleCard circle, Fields fields, boolean all) {
        String path = Here.path(circle.address());
        String title = all ? "renew.title" : "regroup.title";
        return Layout.page(here, status, here.say(title), Optional.of(circle),
                fields.summary(here),
                here.heading(title),
                Element.of(Tag.P).cls("lead").text(here.say(all ? "renew.lead" : "regroup.lead")),
                Element.of(Tag.UL).with(
                        Element.of(Tag.LI).text(here.say("regroup.hands")),
                        Element.of(Tag.LI).text(here.say("regroup.threads")),
                        Element.of(Tag.LI).text(here.say("regroup.silence")),
                        Element.of(Tag.LI).text(here.say("regroup.cant"))),
                here.form(path + "/regroup").with(
                        fields.line(here, "name", "circle.name", "circle.name.hint", CirclePages.NAME),
                        choices(here, fields, circle, all),
                        Element.of(Tag.P).cls("actions").with(here.button("regroup.do"), Here.link(path, here.say("do.back")).cls("button plain"))));
    }

    private static Element choices(Here here, Fields fields, CircleCard circle, boolean all) {
        List<Element> choices = new ArrayList<>();
        for (AcquaintanceCard card : here.views().acquaintances()) {
            boolean chosen = fields.all("with").contains(card.address().hex()) || all && card.shared().contains(circle.address());
            choices.add(fields.choice("with", card.address().hex(), card.name().isEmpty() ? calledWithWords(here, card) : card.name(), chosen, "checkbox"));
        }
        return choices.isEmpty() ? Element.of(Tag.P).cls("empty").text(here.say("people.none")) : fields.choices(here, "with", "regroup.with", choices);
    }

    private static List<Bytes> chosen(Fields fields) {
        return fields.all("with").stream().map(hex -> Bytes.parseHex(hex).orElse(Bytes.EMPTY)).distinct().toList();
    }

    static Reply regroup(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        return Acts.act(here, new Command.CircleRegroup(circle.address(), PostPage.oneLine(fields.get("name")), chosen(fields)), PeoplePages::toCircle, why -> {
            fields.fault(Acts.field(why), Acts.key(why));
            return regroupForm(here, 422, circle, fields, false);
        });
    }

    private static String toCircle(Outcome outcome) {
        return outcome instanceof Outcome.DoneCircle(Bytes address) ? Here.path(address) : "/";
    }

    static Reply offer(Here here, OfferView offer) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.offer(offer)));
        }
        String name = offer.from().map(CircleCard::name).orElse("");
        return new Reply.Page(offer(here, 200, offer, Fields.of(Map.of("name", List.of(name)))));
    }

    /** Nobody is chosen before the person chooses: whoever was left out must not be handed the circle by somebody who did not look. */
    private static Response offer(Here here, int status, OfferView offer, Fields fields) {
        String path = "/offers/" + offer.id().hex();
        String who = offer.by().isEmpty() ? here.say("people.nameless") : offer.by();
        Html from = offer.from().map(circle -> (Html) Element.of(Tag.P).text(here.say("offer.from", "circle", circle.name()))).orElse(Html.none());
        Element with = offer.from().map(circle -> choices(here, fields, circle, false)).orElseGet(() -> Element.of(Tag.P));
        String title = offer.asItIs() ? "offer.handed.title" : "offer.title";
        Html handOn = offer.asItIs() ? Html.none() : Html.many(Element.of(Tag.P).text(here.say("offer.with", "who", who)), with);
        return Layout.page(here, status, here.say(title),
                fields.summary(here),
                here.heading(title),
                Element.of(Tag.P).cls("lead").text(here.say(lead(offer), "who", who)),
                from,
                Element.of(Tag.P).text(here.say(offer.asItIs() ? "offer.handed.text" : "regroup.threads")),
                here.form(path).with(
                        fields.line(here, "name", "circle.name", "circle.name.hint", CirclePages.NAME),
                        handOn,
                        Element.of(Tag.P).cls("actions").with(here.button(offer.asItIs() ? "offer.handed.do" : "offer.do"))),
                here.form(path + "/ignore").with(Element.of(Tag.P).cls("actions").with(here.button("offer.ignore").cls("plain"))));
    }

    private static String lead(OfferView offer) {
        return offer.asItIs() ? "offer.handed.lead" : "offer.lead";
    }

    static Reply follow(Here here, OfferView offer) {
        Fields fields = Fields.of(here.request().form());
        return Acts.act(here, new Command.RegroupFollow(offer.id(), PostPage.oneLine(fields.get("name")), chosen(fields)), PeoplePages::toCircle, why -> {
            fields.fault(Acts.field(why), Acts.key(why));
            return offer(here, 422, offer, fields);
        });
    }

    static Reply ignore(Here here, OfferView offer) {
        return Acts.act(here, new Command.RegroupIgnore(offer.id()), "/", "/");
    }

    /** Offers, for the first page. */
    static Html offers(Here here) {
        List<OfferView> offers = here.views().offers();
        if (offers.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL);
        for (OfferView offer : offers) {
            String who = offer.by().isEmpty() ? here.say("people.nameless") : offer.by();
            list.with(Element.of(Tag.LI).with(Here.link("/offers/" + offer.id().hex(), here.say(lead(offer), "who", who))));
        }
        return Element.of(Tag.SECTION).cls("notice").with(Element.of(Tag.H2).text(here.say("offer.title")), list);
    }

    static Reply letOut(Here here, ThreadView thread) {
        Bytes voice = Bytes.parseHex(here.request().field("voice")).orElse(Bytes.EMPTY);
        String path = Here.path(thread.card().ref());
        return Acts.act(here, new Command.LetOut(thread.card().ref(), voice), path, path);
    }
}
