package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Asking;
import weft.core.entry.Entry;
import weft.core.entry.Photo;
import weft.core.entry.Thing;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.AskingView;
import weft.core.view.CircleCard;
import weft.core.view.Ref;
import weft.core.view.ThingView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;

/** One thing: where it is, who asks for it, and the days that are taken. Who had it before is nowhere. */
final class ThingPage {
    private static final int MOST_TEXT = 2_000;
    private static final int USUAL_DAYS = 7;

    private ThingPage() {}

    static String path(Ref ref) {
        return Here.path(ref.circle()) + "/thing/" + ref.root().hex();
    }

    static Reply route(Here here, CircleCard circle, List<String> steps, boolean get) {
        if (steps.size() == 3) {
            return get ? ThingForm.newThing(here, circle) : ThingForm.makeThing(here, circle);
        }
        Optional<ThingView> found = Router.key(steps.get(3))
                .flatMap(root -> here.views().thing(new Ref(circle.address(), root)));
        if (found.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_THREAD);
        }
        ThingView view = found.get();
        String act = steps.size() == 4 ? "" : steps.size() == 5 ? steps.get(4) : "?";
        if (get && act.startsWith("photo-")) {
            return photo(here, view.card().thing().photos(), act.substring(6));
        }
        return switch (act) {
            case "" -> get ? reply(here, view) : Router.trouble(here, Trouble.WRONG_METHOD);
            case "revise" -> get ? ThingForm.reviseThing(here, view) : ThingForm.saveThing(here, view);
            case "gone" -> get ? ListedPage.goneForm(here, view.circle(), path(view.card().ref()))
                    : ListedPage.takeOut(here, circle, view.card().ref(), path(view.card().ref()));
            case "ask", "have", "tell", "end" -> get ? Router.trouble(here, Trouble.WRONG_METHOD) : act(here, view, act);
            default -> Router.trouble(here, Trouble.NOT_FOUND);
        };
    }

    static Reply photo(Here here, List<Photo> photos, String number) {
        return CirclePages.number(number).filter(i -> i < photos.size() && Picture.isShowable(photos.get(i).mediaType(), photos.get(i).data()))
                .<Reply>map(i -> new Reply.Page(Response.picture(photos.get(i).mediaType(), photos.get(i).data())))
                .orElseGet(() -> Router.trouble(here, Trouble.NOT_FOUND));
    }

    static Html photos(List<Photo> photos, String path) {
        if (photos.isEmpty()) {
            return Html.none();
        }
        Element all = Element.of(Tag.DIV).cls("photos");
        for (int i = 0; i < photos.size(); i++) {
            all.with(Element.of(Tag.FIGURE).with(Element.of(Tag.IMG).set(Attr.SRC, path + "/photo-" + i).set(Attr.ALT, photos.get(i).caption())));
        }
        return all;
    }

    private static Reply act(Here here, ThingView view, String act) {
        Ref thing = view.card().ref();
        String back = path(thing);
        Fields fields = Fields.of(here.request().form());
        if (act.equals("ask") || act.equals("have")) {
            return days(here, view, act, fields, back);
        }
        Optional<Bytes> root = Router.key(fields.get("asking"));
        Optional<AskingView> asking = root.flatMap(bytes -> all(view).stream().filter(one -> one.ref().root().equals(bytes)).findFirst());
        if (asking.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_THREAD);
        }
        Ref ref = asking.get().ref();
        return act.equals("tell") ? Acts.act(here, new Command.Answer(ref, PostPage.manyLines(fields.get("text"))), back, back)
                : Acts.act(here, new Command.Close(ref, asking.get().asking()
                        .stage() == Asking.Stage.HERE ? Entry.Ending.DONE : Entry.Ending.NO_LONGER), back, back);
    }

    private static Reply days(Here here, ThingView view, String act, Fields fields, String back) {
        Optional<LocalDate> from = Moments.date(fields.get("from"));
        Optional<LocalDate> to = Moments.date(fields.get("to")).or(() -> from);
        boolean said = !fields.get("from").isEmpty() || !fields.get("to").isEmpty();
        if (said && (from.isEmpty() || to.isEmpty() || !fields.get("to").isEmpty() && Moments.date(fields.get("to")).isEmpty())) {
            fields.fault("from", "fault.thingDays");
        } else if (said && (to.orElseThrow().isBefore(from.orElseThrow()) || from.get().plusDays(60).isBefore(to.get()))) {
            fields.fault("to", "fault.thingSpan");
        }
        if (act.equals("have") && !said) {
            fields.fault("to", "fault.thingDays");
        }
        String text = PostPage.manyLines(fields.get("text"));
        PostPage.tooLong(fields, "text", text, MOST_TEXT);
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> page(here, 422, view, fields));
        }
        Optional<Asking.Days> days = from.map(first -> new Asking.Days(first, to.orElseThrow()));
        Command command = act.equals("ask") ? new Command.AskFor(view.card().ref(), days, text) : new Command.HaveIt(view.card().ref(), days.orElseThrow());
        return Acts.act(here, command, outcome -> back, why -> {
            fields.fault(why == Outcome.Refusal.CLASH || why == Outcome.Refusal.BAD_DAY ? "from" : "", Acts.key(why));
            return page(here, 422, view, fields);
        });
    }

    private static List<AskingView> all(ThingView view) {
        List<AskingView> all = new ArrayList<>(view.here());
        all.addAll(view.asked());
        all.addAll(view.line());
        return all;
    }

    static Reply reply(Here here, ThingView view) {
        return new Reply.Page(here.request().wantsJson() ? Jsons.response(200, ThingJsons.thing(here, view)) : page(here, 200, view, Fields.of(Map.of())));
    }

    private static Response page(Here here, int status, ThingView view, Fields fields) {
        Thing thing = view.card().thing();
        Element head = Element.of(Tag.SECTION).id("thing").with(
                Element.of(Tag.H1).set(Attr.DIR, "auto").text(thing.title()),
                view.gone() ? Element.of(Tag.P).cls("notice").text(here.say("thing.gone")) : Html.none(),
                photos(thing.photos(), path(view.card().ref())),
                thing.text().isEmpty() ? Html.none() : Here.words(thing.text()),
                facts(here, view));
        Element now = Element.of(Tag.SECTION).id("now").set(Attr.DATA_LIVE, "").with(
                list(here, view, "thing.here", view.here()), list(here, view, "thing.asked", view.asked()), list(here, view, "thing.line", view.line()),
                ThingMonth.of(here, view));
        return Layout.page(here, status, here.say("thing.title"), Optional.of(view.circle()), fields.summary(here), head, now,
                view.gone() ? Html.none() : forms(here, view, fields),
                ListedPage.foot(here, view.circle(), path(view.card().ref()), view.name(), view.mine() && !view.gone()));
    }

    private static Element facts(Here here, ThingView view) {
        Thing thing = view.card().thing();
        Map<String, Html> facts = new LinkedHashMap<>();
        facts.put("thing.now", CataloguePage.whereNow(here, view.card()));
        view.card().place().ifPresent(place -> facts.put("thing.place", Here.link(PlacePage.path(place.ref()), place.place().title()).set(Attr.DIR, "auto")));
        if (!thing.kind().isEmpty()) {
            facts.put("fact.kind", Html.said(BoardPage.kind(here, thing.kind())));
        }
        if (!thing.with().isEmpty()) {
            facts.put("thing.comesWith", lines(thing.with()));
        }
        if (!thing.care().isEmpty()) {
            facts.put("thing.care", Here.words(thing.care()));
        }
        facts.put("thing.by", here.named(view.by()));
        return facts(here, facts);
    }

    static Element facts(Here here, Map<String, Html> facts) {
        Element list = Element.of(Tag.DL).cls("facts");
        facts.forEach((key, value) -> list.with(Element.of(Tag.DIV).with(Element.of(Tag.DT).text(here.say(key)), Element.of(Tag.DD).with(value))));
        return list;
    }

    static Element lines(List<String> lines) {
        return Element.of(Tag.UL).with(lines.stream().map(line -> Element.of(Tag.LI).with(Html.said(line))).toList());
    }

    private static Html list(Here here, ThingView view, String title, List<AskingView> askings) {
        if (askings.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL).cls("parts").with(askings.stream().map(one -> asking(here, view, one)).toList());
        return Element.of(Tag.SECTION).with(Element.of(Tag.H2).text(here.say(title)), list);
    }

    private static Element asking(Here here, ThingView view, AskingView one) {
        Element item = Element.of(Tag.LI).cls("card" + (one.mine() ? " mine" : "")).id("a" + one.ref().root().hex().substring(0, 10))
                .with(Element.of(Tag.H3).with(here.named(one.by())));
        one.asking().days().ifPresent(days -> item.with(Element.of(Tag.P).text(CataloguePage.span(here, days))));
        if (one.clash()) {
            item.with(Element.of(Tag.P).cls("notice").text(here.say("thing.clash")));
        }
        if (!one.asking().text().isEmpty()) {
            item.with(Here.words(one.asking().text()));
        }
        one.answers().forEach(answer -> item.with(Element.of(Tag.DIV).cls("aside").with(
                Element.of(Tag.P).with(here.named(answer.by()), Html.text(" " + here.say("thing.told"))), Here.words(answer.text()))));
        boolean has = one.asking().stage() == Asking.Stage.HERE;
        String path = path(view.card().ref());
        if (one.mine()) {
            return item.with(here.form(path + "/end").with(Here.hidden("asking", one.ref().root().hex()),
                    here.button(has ? "thing.handedOn" : "thing.notNeeded").cls("plain")));
        }
        if (!has && one.mayAnswer()) {
            String id = "f-tell-" + one.ref().root().hex().substring(0, 10);
            item.with(Element.of(Tag.DETAILS).cls("screen").with(Element.of(Tag.SUMMARY).text(here.say("thing.tell")), here.form(path + "/tell").with(
                    Here.hidden("asking", one.ref().root().hex()),
                    Element.of(Tag.LABEL).set(Attr.FOR, id).text(here.say("thing.tell.text")),
                    Element.of(Tag.TEXTAREA).id(id).set(Attr.NAME, "text").set(Attr.ROWS, "2").set(Attr.MAXLENGTH, Integer.toString(MOST_TEXT))
                            .set(Attr.DIR, "auto"),
                    here.button("thing.tell.do"))));
        }
        return item;
    }

    private static Html forms(Here here, ThingView view, Fields typed) {
        String path = path(view.card().ref());
        Element ask = Element.of(Tag.SECTION).id("ask").cls("screen").with(Element.of(Tag.H2).text(here.say("thing.ask")), here.form(path + "/ask").with(
                Element.of(Tag.P).cls("hint").text(here.say("thing.ask.hint")),
                Element.of(Tag.DIV).cls("pair").with(
                        typed.line(here, "from", "thing.from", "", date()),
                        typed.line(here, "to", "thing.to", "", date())),
                typed.area(here, "text", "thing.ask.text", "", 2, MOST_TEXT),
                here.button("thing.ask.do")));
        boolean mine = view.card().mineNow();
        LocalDate until = view.here().stream().filter(AskingView::mine).findFirst().flatMap(one -> one.asking().days()).map(days -> days.to()
                .plusDays(USUAL_DAYS))
                .filter(date -> !date.isBefore(here.today())).orElse(here.today().plusDays(USUAL_DAYS));
        Element have = Element.of(Tag.SECTION).id("have").cls("screen").with(Element.of(Tag.H2).text(here.say(mine ? "thing.longer" : "thing.have")),
                here.form(path + "/have").with(
                        Element.of(Tag.P).cls("hint").text(here.say("thing.have.hint")),
                        Here.hidden("from", here.today().toString()),
                        Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "f-until").text(here.say("thing.until")),
                                date().id("f-until").set(Attr.NAME, "to").set(Attr.VALUE, until.toString())),
                        here.button("thing.have.do")));
        return mine ? have : Html.many(ask, have);
    }

    private static Element date() {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "date");
    }
}
