package weft.pages;

import java.util.List;
import weft.core.view.CircleCard;
import weft.core.view.InvitationView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** The first page: the circles, or how to come to one. */
final class StartPage {
    private StartPage() {}

    static Reply reply(Here here) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.start(here)));
        }
        return new Reply.Page(here.views().circles().isEmpty() ? welcome(here) : circles(here));
    }

    private static Response welcome(Here here) {
        return Layout.page(here, 200, here.say("welcome.title"),
                here.heading("welcome.title"),
                Element.of(Tag.P).cls("lead").text(here.say("welcome.lead")),
                pendingInvitations(here),
                Element.of(Tag.DIV).cls("ways").with(
                        way(here, "/join", "welcome.invited", "welcome.invited.text"),
                        way(here, "/circles/new", "welcome.start", "welcome.start.text")));
    }

    private static Element way(Here here, String path, String title, String text) {
        return Element.of(Tag.SECTION).cls("way").with(
                Element.of(Tag.H2).with(Here.link(path, here.say(title))),
                Element.of(Tag.P).text(here.say(text)));
    }

    private static Response circles(Here here) {
        Element list = Element.of(Tag.UL).cls("circles");
        for (CircleCard card : here.views().circles()) {
            list.with(Element.of(Tag.LI).with(
                    Element.of(Tag.H2).with(Here.link(Here.path(card.address()), card.name()).set(Attr.DIR, "auto")),
                    reach(here, card)));
        }
        return Layout.page(here, 200, here.say("circles.title"),
                here.heading("circles.title"),
                Element.of(Tag.SECTION).id("circles").set(Attr.DATA_LIVE, "").with(PeoplePages.offers(here), pendingInvitations(here),
                        NewsPage.first(here), list),
                Element.of(Tag.P).cls("actions").with(
                        Here.link("/circles/new", here.say("welcome.start")).cls("button plain"),
                        Here.link("/join", here.say("welcome.invited")).cls("button plain")));
    }

    /** How a circle is reached, in words. */
    static Element reach(Here here, CircleCard card) {
        return Element.of(Tag.P).cls("reach " + Jsons.code(card.link())).text(here.say("reach." + Jsons.code(card.link())));
    }

    private static Html pendingInvitations(Here here) {
        List<InvitationView> pending = here.views().invitations().stream()
                .filter(one -> one.stage() == InvitationView.Stage.WAITING || one.stage() == InvitationView.Stage.KNOCKING
                        || one.stage() == InvitationView.Stage.MET)
                .toList();
        if (pending.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL);
        for (InvitationView one : pending) {
            list.with(Element.of(Tag.LI).with(Here.link("/i/" + one.id().hex(), here.say("invitation.stage." + Jsons.code(one.stage())))));
        }
        return Element.of(Tag.SECTION).cls("notice").with(Element.of(Tag.H2).text(here.say("invitations.title")), list);
    }
}
