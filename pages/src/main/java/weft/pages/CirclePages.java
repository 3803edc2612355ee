package weft.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.Views;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Tag;

/** Starting a circle, and what a circle is called on this node. */
final class CirclePages {
    private static final int MOST_RELAYS = 8;
    private static final int MOST_GRACE = 28;
    static final int NAME = 80;

    private CirclePages() {}

    static Reply newForm(Here here) {
        return new Reply.Page(newForm(here, 200, Fields.of(java.util.Map.of(
                "grace", List.of("1"),
                "relays", List.of(String.join("\n", here.views().node().relays().stream().map(Views.RelayView::address).toList()))))));
    }

    private static Response newForm(Here here, int status, Fields fields) {
        Element grace = Element.of(Tag.INPUT).set(Attr.TYPE, "number").set(Attr.MIN, "1").set(Attr.MAX, Integer.toString(MOST_GRACE))
                .set(Attr.INPUTMODE, "numeric");
        return Layout.page(here, status, here.say("circle.new.title"),
                fields.summary(here),
                here.heading("circle.new.title"),
                Element.of(Tag.P).cls("lead").text(here.say("circle.new.lead")),
                here.form("/circles/new").with(
                        fields.line(here, "name", "circle.name", "circle.name.hint", NAME),
                        Element.of(Tag.DETAILS).markIf(!fields.good(), Attr.OPEN).with(
                                Element.of(Tag.SUMMARY).text(here.say("circle.new.more")),
                                fields.area(here, "relays", "circle.relays", "circle.relays.hint", 3, 2000),
                                fields.line(here, "grace", "circle.grace", "circle.grace.hint", grace)),
                        Element.of(Tag.P).cls("actions").with(here.button("circle.new.do"))));
    }

    static Reply make(Here here) {
        Fields fields = Fields.of(here.request().form());
        String name = PostPage.oneLine(fields.get("name"));
        if (name.isEmpty()) {
            fields.fault("name", "refusal.no-name");
        } else if (name.length() > NAME) {
            fields.fault("name", "fault.tooLong");
        }
        List<String> relays = Arrays.stream(fields.get("relays").split("[\\s,]+")).filter(line -> !line.isEmpty()).distinct().toList();
        if (relays.size() > MOST_RELAYS || relays.stream().anyMatch(relay -> !relay.startsWith("wss://") && !relay.startsWith("ws://"))) {
            fields.fault("relays", "refusal.bad-relay");
        }
        Optional<Integer> grace = fields.get("grace").isEmpty() ? Optional.of(1) : number(fields.get("grace"));
        if (grace.isEmpty() || grace.get() < 1 || grace.get() > MOST_GRACE) {
            fields.fault("grace", "fault.grace");
        }
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> newForm(here, 422, fields));
        }
        return Acts.act(here, new Command.CircleNew(name, relays, grace.orElse(1)),
                outcome -> outcome instanceof Outcome.DoneCircle(var address) ? Here.path(address) : "/",
                why -> {
                    fields.fault(Acts.field(why), Acts.key(why));
                    return newForm(here, 422, fields);
                });
    }

    static Optional<Integer> number(String text) {
        if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }

    static Reply settings(Here here, CircleCard circle) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, here.views().circle(circle.address())
                    .map(view -> Jsons.circle(here, view)).orElseGet(() -> Jsons.circle(circle))));
        }
        return new Reply.Page(settings(here, 200, circle, Fields.of(java.util.Map.of("name", List.of(circle.name())))));
    }

    private static Response settings(Here here, int status, CircleCard circle, Fields fields) {
        return Layout.page(here, status, here.say("circle.settings.title"), Optional.of(circle),
                fields.summary(here),
                here.heading("circle.settings.title"),
                here.form(Here.path(circle.address()) + "/settings").with(
                        fields.line(here, "name", "circle.name", "circle.name.hint", NAME),
                        Element.of(Tag.P).cls("actions").with(here.button("do.save"))),
                Element.of(Tag.SECTION).with(
                        Element.of(Tag.H2).text(here.say("circle.forget.title")),
                        Element.of(Tag.P).text(here.count("circle.forget.text", circle.graceDays())),
                        StartPage.reach(here, circle)),
                PeoplePages.settings(here, circle));
    }

    static Reply rename(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        String name = PostPage.oneLine(fields.get("name"));
        if (name.isEmpty() || name.length() > NAME) {
            fields.fault("name", name.isEmpty() ? "refusal.no-name" : "fault.tooLong");
            return Acts.faulty(here, fields, () -> settings(here, 422, circle, fields));
        }
        return Acts.act(here, new Command.CircleRename(circle.address(), name), Here.path(circle.address()), Here.path(circle.address()));
    }
}
