package weft.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.InvitationView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.CheckWords;
import weft.primitives.Secret;

/** Inviting, following an invitation, and comparing the four words. */
final class InvitePages {
    /** Characters of the longest link, or file that is pasted, that is looked at. */
    static final int LINK = 8000;
    /** Characters of the longest passphrase. */
    private static final int PASSPHRASE = 200;

    private InvitePages() {}

    static Reply inviteForm(Here here, CircleCard circle) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.circle(circle)));
        }
        String path = Here.path(circle.address());
        return new Reply.Page(Layout.page(here, 200, here.say("invite.title"), Optional.of(circle),
                here.heading("invite.title"),
                Element.of(Tag.P).cls("lead").with(here.rich("invite.lead", "circle", Html.said(circle.name()))),
                Element.of(Tag.UL).with(
                        Element.of(Tag.LI).text(here.say("invite.once")),
                        Element.of(Tag.LI).text(here.say("invite.past")),
                        Element.of(Tag.LI).text(here.say("invite.all"))),
                here.form(path + "/invite").with(Element.of(Tag.P).cls("actions").with(
                        here.button("invite.do"), Here.link(path, here.say("do.back")).cls("button plain")))));
    }

    static Reply invite(Here here, CircleCard circle) {
        return Acts.act(here, new Command.CircleInvite(circle.address()),
                outcome -> outcome instanceof Outcome.DoneInvitation(var id) ? "/i/" + id.hex() : Here.path(circle.address()),
                why -> Acts.refused(here, why, Here.path(circle.address())));
    }

    static Reply show(Here here, InvitationView one) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.invitation(one)));
        }
        boolean inviter = one.link().isPresent() || one.circle().isPresent() && one.stage() != InvitationView.Stage.DONE;
        Optional<CircleCard> circle = one.circle().flatMap(address -> here.views().circles().stream()
                .filter(card -> card.address().equals(address)).findFirst());
        String title = inviter ? "invitation.title.mine" : "invitation.title.theirs";
        Element section = Element.of(Tag.SECTION).id("invitation").set(Attr.DATA_LIVE, "").with(
                here.heading(title),
                Element.of(Tag.P).cls("lead").text(here.say("invitation.stage." + Jsons.code(one.stage()))),
                inviter && one.stage() == InvitationView.Stage.MET ? Element.of(Tag.P).text(here.say("invitation.met.theirs")) : Html.none(),
                words(here, one),
                link(here, one));
        circle.ifPresent(card -> section.with(Element.of(Tag.P).cls("actions").with(
                Here.link(Here.path(card.address()), here.say("invitation.toBoard")).cls("button plain"))));
        return new Reply.Page(Layout.page(here, 200, here.say(title), circle, section, fileForm(here, one, Fields.of(Map.of()))));
    }

    /** An invitation into a file under a passphrase: outside of what is replaced while somebody types. */
    private static Html fileForm(Here here, InvitationView one, Fields fields) {
        if (one.link().isEmpty() || one.stage() != InvitationView.Stage.WAITING) {
            return Html.none();
        }
        return Element.of(Tag.SECTION).id("as-file").with(
                Element.of(Tag.H2).text(here.say("invitation.file.title")),
                Element.of(Tag.P).text(here.say("invitation.file.lead")),
                here.form("/i/" + one.id().hex() + "/file").with(
                        fields.line(here, "passphrase", "invitation.file.passphrase", "invitation.file.hint", passphrase()),
                        Element.of(Tag.P).cls("actions").with(here.button("invitation.file.do"))));
    }

    private static Element passphrase() {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.AUTOCOMPLETE, "off").set(Attr.MAXLENGTH, Integer.toString(PASSPHRASE))
                .set(Attr.DIR, "auto");
    }

    static Reply file(Here here, InvitationView one) {
        Fields fields = Fields.of(here.request().form());
        Optional<Secret> passphrase = here.request().passphrase();
        int size = passphrase.map(InvitePages::characters).orElse(0);
        if (passphrase.isEmpty() || size < Pages.SHORTEST_PASSPHRASE || size > PASSPHRASE) {
            fields.fault("passphrase", size > PASSPHRASE ? "fault.tooLong" : "fault.passphraseShort");
            return Acts.faulty(here, fields,
                    () -> Layout.page(here, 422, here.say("invitation.file.title"), fields.summary(here), fileForm(here, one, fields)));
        }
        return new Reply.Act(new Command.InvitationToFile(one.id(), passphrase.get().copy()), outcome -> switch (outcome) {
            case Outcome.DoneFile(String text) when !here.request().wantsJson() -> Response.file("weft-invitation.txt", text);
            case Outcome.Refused(Outcome.Refusal why) when !here.request().wantsJson() -> Acts.refused(here, why, "/i/" + one.id().hex());
            case Outcome.Refused(Outcome.Refusal why) -> Jsons.refused(409, Jsons.code(why), Acts.sentence(here, why), Map.of());
            case Outcome told -> Jsons.response(200, Jsons.done(told, "/i/" + one.id().hex()));
        });
    }

    /** Code points of a UTF-8 text, counted without making it a String. */
    private static int characters(Secret secret) {
        byte[] copy = new byte[secret.size()];
        secret.copyTo(copy, 0);
        int count = 0;
        for (int i = 0; i < copy.length; i++) {
            count += (copy[i] & 0xc0) == 0x80 ? 0 : 1;
            copy[i] = 0;
        }
        return count;
    }

    private static Html words(Here here, InvitationView one) {
        if (one.checkWords().isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.OL).cls("check").set(Attr.LANG, "en").set(Attr.DIR, "ltr");
        one.checkWords().forEach(index -> list.with(Element.of(Tag.LI).text(CheckWords.word(index))));
        return Element.of(Tag.DIV).cls("compare").with(
                Element.of(Tag.H2).text(here.say("check.title")),
                Element.of(Tag.P).text(here.say("check.text")),
                list,
                Element.of(Tag.P).cls("hint").text(here.say("check.differ")));
    }

    private static Html link(Here here, InvitationView one) {
        if (one.link().isEmpty() || one.stage() != InvitationView.Stage.WAITING) {
            return Html.none();
        }
        String link = one.link().get();
        Element field = Element.of(Tag.INPUT).id("f-link").set(Attr.TYPE, "text").mark(Attr.READONLY).set(Attr.DIR, "ltr").set(Attr.VALUE, link)
                .set(Attr.ARIA_DESCRIBEDBY, "h-link");
        Element copy = Element.of(Tag.BUTTON).set(Attr.TYPE, "button").cls("plain").mark(Attr.HIDDEN).set(Attr.DATA_COPY, "f-link")
                .set(Attr.DATA_DONE, here.say("invitation.copied")).text(here.say("invitation.copy"));
        return Html.many(
                Element.of(Tag.P).text(here.say("invitation.valid", "date", here.day(one.validUntil()))),
                QrPicture.of(link, here.say("invitation.qr")),
                Element.of(Tag.DIV).cls("field").with(
                        Element.of(Tag.LABEL).set(Attr.FOR, "f-link").text(here.say("invitation.link")),
                        Element.of(Tag.P).cls("hint").id("h-link").text(here.say("invitation.link.hint")),
                        field, copy));
    }

    static Reply joinForm(Here here) {
        String link = here.request().asked("link").filter(text -> text.length() <= LINK).orElse("");
        return new Reply.Page(joinForm(here, 200, Fields.of(Map.of("link", List.of(link)))));
    }

    private static Response joinForm(Here here, int status, Fields fields) {
        return Layout.page(here, status, here.say("join.title"),
                fields.summary(here),
                here.heading("join.title"),
                Element.of(Tag.P).cls("lead").text(here.say("join.lead")),
                here.form("/join").with(
                        fields.area(here, "link", "join.link", "join.link.hint", 4, LINK),
                        Element.of(Tag.P).mark(Attr.HIDDEN).set(Attr.DATA_FILE, "f-link").with(
                                Element.of(Tag.LABEL).set(Attr.FOR, "f-file").text(here.say("join.file")),
                                Element.of(Tag.INPUT).set(Attr.TYPE, "file").id("f-file")),
                        fields.line(here, "passphrase", "join.passphrase", "join.passphrase.hint", passphrase()),
                        fields.line(here, "name", "join.name", "join.name.hint", CirclePages.NAME),
                        Element.of(Tag.P).cls("actions").with(here.button("join.do"))));
    }

    static Reply join(Here here) {
        Fields fields = Fields.of(here.request().form());
        String link = fields.get("link").replace("\r", "").replace("\n", "").replace(" ", "");
        String name = PostPage.oneLine(fields.get("name"));
        boolean file = link.startsWith("weft-file:");
        Optional<Secret> passphrase = here.request().passphrase();
        if (link.isEmpty() || link.length() > LINK || !link.startsWith("weft:") && !file) {
            fields.fault("link", link.isEmpty() ? "fault.noLink" : "refusal.not-an-invitation");
        }
        if (name.isEmpty() || name.length() > CirclePages.NAME) {
            fields.fault("name", name.isEmpty() ? "refusal.no-name" : "fault.tooLong");
        }
        if (file && passphrase.filter(typed -> typed.size() > 0).isEmpty()) {
            fields.fault("passphrase", "refusal.wrong-passphrase");
        }
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> joinForm(here, 422, fields));
        }
        Command command = file ? new Command.CircleJoinFile(link, passphrase.orElseThrow().copy(), name) : new Command.CircleJoin(link, name);
        return Acts.act(here, command,
                outcome -> outcome instanceof Outcome.DoneInvitation(var id) ? "/i/" + id.hex() : "/",
                why -> {
                    fields.fault(Acts.field(why), Acts.key(why));
                    return joinForm(here, 422, fields);
                });
    }
}
