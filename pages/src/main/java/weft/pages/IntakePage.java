package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.entry.Ask;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BoardQuery;
import weft.core.view.CircleCard;
import weft.core.view.Ref;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;

/**
 * Whoever answers the phone, or types in what was written on paper: one screen, in the order in which one asks, with the keyboard
 * alone. Enter goes to the next field and saves at the last; the same screen comes back empty for the next caller. Who calls, and
 * where they live, goes into the aside.
 */
final class IntakePage {
    private static final int NAME = 100;
    private static final List<String> PERSON = List.of("person", "phone", "address");

    private IntakePage() {}

    static Reply form(Here here, CircleCard circle) {
        Map<String, List<String>> start = new LinkedHashMap<>();
        start.put("side", List.of(here.request().asked("side").filter("offer"::equals).orElse("need")));
        return new Reply.Page(form(here, 200, circle, Fields.of(start)));
    }

    private static Response form(Here here, int status, CircleCard circle, Fields fields) {
        Element sides = Element.of(Tag.SELECT).with(
                BoardPage.option("need", here.say("post.side.need"), !fields.get("side").equals("offer")),
                BoardPage.option("offer", here.say("post.side.offer"), fields.get("side").equals("offer")));
        Element what = PostPage.text(Bounds.TITLE).markIf(fields.good(), Attr.AUTOFOCUS);
        Element form = here.form(Here.path(circle.address()) + "/intake").mark(Attr.DATA_NEXT).with(
                fields.line(here, "title", "post.what", "", what),
                fields.choosing(here, "side", "post.side", "", sides),
                fields.line(here, "text", "post.text", "", Bounds.TEXT),
                Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "kind", "post.kind", "", PostPage.text(Bounds.KIND).set(Attr.LIST, "kinds")),
                        fields.line(here, "where", "post.where", "", PostPage.text(Bounds.PLACE).set(Attr.LIST, "places"))),
                PostPage.kinds(here, circle), places(here, circle),
                Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "from", "post.from", "", PostPage.moment()),
                        fields.line(here, "until", "post.until", "", PostPage.moment())),
                fields.line(here, "tongues", "blank.languages", "intake.tongues.hint", PostPage.text(NAME)),
                Element.of(Tag.FIELDSET).cls("aside field").with(
                        Element.of(Tag.LEGEND).text(here.say("post.aside")),
                        Element.of(Tag.DIV).cls("pair").with(
                                fields.line(here, "person", "intake.person", "", NAME), fields.line(here, "phone", "intake.phone", "", NAME)),
                        fields.line(here, "address", "blank.address", "", 300)),
                Element.of(Tag.P).cls("actions").with(here.button("intake.save"),
                        Here.link(Here.path(circle.address()) + "/blank", here.say("blank.title")).cls("button plain")));
        return Layout.page(here, status, here.say("intake.title"), Optional.of(circle), here.heading("intake.title"),
                written(here, circle), fields.summary(here), Element.of(Tag.P).cls("hint").text(here.say("intake.lead")), form);
    }

    /** What was written down just before. */
    private static Html written(Here here, CircleCard circle) {
        Optional<ThreadView> before = here.request().asked("after").flatMap(Router::key)
                .flatMap(root -> here.views().thread(new Ref(circle.address(), root)));
        return before.<Html>map(thread -> Element.of(Tag.P).cls("notice").set(Attr.ROLE, "status").text(here.say("intake.done")).text(" ")
                .with(Here.link(Here.path(thread.card().ref()), thread.card().ask().title()).set(Attr.DIR, "auto"))).orElse(Html.none());
    }

    private static Element places(Here here, CircleCard circle) {
        Element list = Element.of(Tag.DATALIST).id("places");
        here.views().board(BoardQuery.all(circle.address())).ifPresent(board -> board.places().forEach(place ->
                list.with(Element.of(Tag.OPTION).set(Attr.VALUE, place))));
        return list;
    }

    /** The tags of languages that were typed by their tags, or by how their own name begins. */
    static Optional<List<String>> tongues(String typed) {
        Set<String> out = new LinkedHashSet<>();
        for (String word : typed.split("[,;\u060c\\s]+")) {
            String wanted = word.toLowerCase(Locale.ROOT);
            Optional<String> found = Tongues.tags().stream().filter(wanted::equals).findFirst().or(() -> Tongues.tags().stream()
                    .filter(tag -> wanted.length() >= 2 && Tongues.ownName(tag).toLowerCase(Locale.ROOT).startsWith(wanted)).findFirst());
            if (found.isEmpty() && !word.isEmpty()) {
                return Optional.empty();
            }
            found.ifPresent(out::add);
        }
        return Optional.of(List.copyOf(out));
    }

    static Reply take(Here here, CircleCard circle) {
        Map<String, List<String>> typed = new LinkedHashMap<>(here.request().form());
        Optional<List<String>> tongues = tongues(Fields.of(typed).get("tongues"));
        typed.put("language", tongues.orElse(List.of()));
        typed.put("forWhom", List.of("other"));
        Fields fields = Fields.of(typed);
        if (tongues.isEmpty()) {
            fields.fault("tongues", "intake.tongues.fault");
        }
        Ask ask = PostPage.ask(here, fields, List.of());
        List<String> aside = new ArrayList<>();
        PERSON.stream().map(name -> PostPage.oneLine(fields.get(name))).filter(line -> !line.isEmpty()).forEach(aside::add);
        PostPage.tooLong(fields, "address", String.join("\n", aside), Bounds.TEXT);
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> form(here, 422, circle, fields));
        }
        LocalDate usual = here.today().plusDays(PostPage.USUAL_DAYS);
        LocalDate last = ask.until().map(at -> here.at(at).toLocalDate()).filter(day -> day.isAfter(usual)).orElse(usual);
        String path = Here.path(circle.address()) + "/intake";
        return Acts.act(here, new Command.Post(circle.address(), ask, Moments.day(last), String.join("\n", aside)),
                outcome -> outcome instanceof Outcome.DoneThread(Ref ref) ? path + "?after=" + ref.root().hex() : path,
                why -> {
                    fields.fault(Acts.field(why), Acts.key(why));
                    return form(here, 422, circle, fields);
                });
    }
}
