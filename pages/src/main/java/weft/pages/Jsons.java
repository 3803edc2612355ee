package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Place;
import weft.core.entry.Whereabouts;
import weft.core.find.Fit;
import weft.core.peer.Outcome;
import weft.core.view.BoardView;
import weft.core.view.CircleCard;
import weft.core.view.CircleView;
import weft.core.view.FitView;
import weft.core.view.FoundView;
import weft.core.view.InvitationView;
import weft.core.view.Name;
import weft.core.view.OfferView;
import weft.core.view.Ref;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.core.view.Views;
import weft.pages.text.CheckWords;
import weft.wire.event.Day;
import weft.wire.json.Json;

/** The views as JSON, member by member as {@code spec/pages.md} lists them. */
final class Jsons {
    private Jsons() {}

    static Response response(int status, Json json) {
        return Response.text(status, "application/json", json.write() + "\n");
    }

    /** {@code NO_SUCH_CIRCLE} becomes {@code no-such-circle}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Response refused(int status, String code, String text, Map<String, String> fields) {
        List<Object> members = new ArrayList<>(List.of("ok", false, "error", code, "text", text));
        if (!fields.isEmpty()) {
            List<Object> each = new ArrayList<>();
            fields.forEach((field, sentence) -> each.addAll(List.of(field, sentence)));
            members.addAll(List.of("fields", Json.object(each.toArray())));
        }
        return response(status, Json.object(members.toArray()));
    }

    static Json done(Outcome outcome, String path) {
        List<Object> members = new ArrayList<>(List.of("ok", true, "path", path));
        switch (outcome) {
            case Outcome.DoneThread(Ref ref) -> members.addAll(List.of("circle", ref.circle().hex(), "thread", ref.root().hex()));
            case Outcome.DoneCircle(var circle) -> members.addAll(List.of("circle", circle.hex()));
            case Outcome.Carried(int taken, int known, int foreign, int over, int unreadable) -> members.addAll(List.of(
                    "taken", taken, "known", known, "foreign", foreign, "over", over, "unreadable", unreadable));
            case Outcome.DoneInvitation(var id) -> members.addAll(List.of("invitation", id.hex()));
            case Outcome.DoneFile(String text) -> members.addAll(List.of("file", text));
            case Outcome.Took ignored -> { }
            case Outcome.Packed ignored -> { }
            case Outcome.DoneDraft(var id) -> members.addAll(List.of("draft", id.hex()));
            case Outcome.Done ignored -> { }
            case Outcome.Refused(var why) -> throw new IllegalArgumentException("refused: " + why);
        }
        return Json.object(members.toArray());
    }

    private static Json or(Optional<? extends Object> value) {
        return value.map(v -> Json.object("value", v instanceof Json || v instanceof Number ? v : v.toString()).members().get("value"))
                .orElse(Json.Null.NULL);
    }

    static Json start(Here here) {
        Views views = here.views();
        return Json.object(
                "now", views.now(),
                "circles", views.circles().stream().map(Jsons::circle).toList(),
                "invitations", views.invitations().stream().map(Jsons::invitation).toList(),
                "offers", views.offers().stream().map(Jsons::offer).toList(),
                "node", node(views.node()));
    }

    static Json offer(OfferView offer) {
        return Json.object("id", offer.id().hex(), "by", offer.by(), "from", or(offer.from().map(Jsons::circle)), "asItIs", offer.asItIs());
    }

    static Json people(Here here) {
        return Json.object("acquaintances", here.views().acquaintances().stream().map(one -> Json.object(
                "address", one.address().hex(),
                "name", one.name(),
                "checkWords", Json.texts(one.checkWords().stream().map(CheckWords::word).toList()),
                "shared", Json.texts(one.shared().stream().map(bytes -> bytes.hex()).toList()))).toList());
    }

    static Json circle(Here here, CircleView view) {
        CircleCard card = view.card();
        return Json.object("address", card.address().hex(), "name", card.name(), "reach", code(card.link()), "graceDays", card.graceDays(),
                "tellsNames", view.tellsNames(), "since", date(view.since()), "renewDue", view.renewDue(),
                "hidden", view.hidden().stream().map(thread -> card(here, thread)).toList());
    }

    static Json circle(CircleCard card) {
        return Json.object("address", card.address().hex(), "name", card.name(), "reach", code(card.link()), "graceDays", card.graceDays());
    }

    static Json node(Views.NodeView node) {
        return Json.object(
                "clockJumped", node.clockJumped(),
                "waiting", node.waiting(),
                "relays", node.relays().stream()
                        .map(relay -> Json.object("address", relay.address(), "connected", relay.connected(), "trouble", relay.trouble())).toList());
    }

    static Json invitation(InvitationView invitation) {
        return Json.object(
                "id", invitation.id().hex(),
                "circle", or(invitation.circle().map(bytes -> bytes.hex())),
                "link", or(invitation.link()),
                "stage", code(invitation.stage()),
                "checkWords", Json.texts(invitation.checkWords().stream().map(CheckWords::word).toList()),
                "validUntil", invitation.validUntil());
    }

    static Json board(Here here, BoardView board) {
        return Json.object(
                "circle", circle(board.circle()),
                "kinds", Json.texts(board.kinds()),
                "threads", board.threads().stream().map(card -> card(here, card)).toList());
    }

    static Json found(Here here, FoundView found) {
        return Json.object(
                "all", found.all(),
                "doings", found.doings().stream().map(one -> Json.object("circle", circle(one.circle()), "thread", one.ref().root().hex(),
                        "path", DoingPage.path(one.ref()), "title", one.doing().title())).toList(),
                "things", found.listed().stream().map(one -> Json.object("circle", circle(one.circle()), "thread", one.ref().root().hex(),
                        "path", one.words() instanceof Place ? PlacePage.path(one.ref()) : ThingPage.path(one.ref()),
                        "place", one.words() instanceof Place, "title", one.words().title())).toList(),
                "practices", found.practices().stream().map(one -> Json.object("circle", circle(one.circle()), "practice", one.ref().root().hex(),
                        "path", Here.path(one.ref().circle()) + "/p/" + one.ref().root().hex(), "title", one.title())).toList(),
                "found", found.found().stream().map(one -> Json.object("circle", circle(one.circle()), "card", card(here, one.card()),
                        "inside", one.inside())).toList());
    }

    static Json fits(Here here, List<FitView> fits) {
        return Json.object("fits", fits.stream().map(one -> Json.object("circle", circle(one.circle()), "card", card(here, one.card()),
                "why", fit(one.fit()))).toList());
    }

    private static Json fit(Fit fit) {
        return Json.object("kind", fit.kind(), "means", Json.texts(fit.means()), "words", Json.texts(fit.words()), "time", code(fit.time()),
                "near", code(fit.near()), "samePlace", fit.samePlace(), "languages", Json.texts(fit.languages()));
    }

    static Json card(Here here, ThreadCard card) {
        return Json.object(
                "circle", card.ref().circle().hex(),
                "thread", card.ref().root().hex(),
                "path", Here.path(card.ref()),
                "stage", code(card.stage()),
                "by", name(here, card.by()),
                "mine", card.mine(),
                "inside", card.inside(),
                "writtenAt", card.writtenAt(),
                "lastDay", date(card.lastDay()),
                "ask", ask(card.ask()));
    }

    static Json ask(Ask ask) {
        return Json.object(
                "side", code(ask.side()),
                "title", ask.title(),
                "text", ask.text(),
                "kind", ask.kind(),
                "from", or(ask.from()),
                "until", or(ask.until()),
                "where", or(ask.where().map(Jsons::where)),
                "languages", Json.texts(ask.languages()),
                "forSomeoneElse", ask.forSomeoneElse(),
                "photos", ask.photos().stream()
                        .map(photo -> Json.object("type", photo.mediaType(), "caption", photo.caption(), "data", photo.data().base64())).toList());
    }

    private static Json where(Whereabouts where) {
        return Json.object(
                "name", where.name(),
                "latitudeE6", or(where.point().map(point -> point.latitudeE6())),
                "longitudeE6", or(where.point().map(point -> point.longitudeE6())));
    }

    static String date(Day day) {
        LocalDate date = Here.date(day);
        return date.toString();
    }

    private static Json name(Here here, Name name) {
        String kind = switch (name) {
            case Name.Me ignored -> "me";
            case Name.Known ignored -> "known";
            case Name.Stranger ignored -> "stranger";
        };
        return Json.object("kind", kind, "text", here.name(name));
    }

    static Json thread(Here here, ThreadView thread) {
        return Json.object(
                "circle", circle(thread.circle()),
                "card", card(here, thread.card()),
                "answers", thread.answers().stream().map(answer -> Json.object(
                        "entry", answer.entry().hex(),
                        "voice", answer.voice().hex(),
                        "by", name(here, answer.by()),
                        "text", answer.text(),
                        "writtenAt", answer.writtenAt(),
                        "admitted", answer.admitted(),
                        "withdrawn", answer.withdrawn())).toList(),
                "aside", thread.aside().stream().map(aside -> Json.object(
                        "entry", aside.entry().hex(),
                        "by", name(here, aside.by()),
                        "text", aside.text(),
                        "writtenAt", aside.writtenAt())).toList(),
                "may", Json.object(
                        "revise", thread.may().revise(),
                        "answer", thread.may().answer(),
                        "speakAside", thread.may().speakAside(),
                        "withdraw", or(thread.may().withdraw().map(bytes -> bytes.hex()))));
    }
}
