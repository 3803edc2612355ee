package weft.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CircleCard;
import weft.core.view.Ref;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.rounds.day.Workday;

/** Choosing what is brought around and by whom, from the board; then what a planner has to know of each. */
final class RoundForm {
    /** The measure of the form's own amounts; a pasted table can bring others. */
    static final String MEASURE = "crates";

    static final int PLACES = 3;
    static final int MORE_STOPS = 2;
    static final int MORE_DRIVERS = 2;
    private static final List<String> MEANS = List.of("bike", "car", "foot");

    private RoundForm() {}

    static Response choose(Here here, CircleCard circle) {
        List<ThreadCard> open = here.views().board(BoardQuery.all(circle.address())).map(BoardView::threads).orElse(List.of());
        Element form = here.form(RoundPages.path(circle) + "/choose").with(
                list(here, open, Side.NEED, "rounds.needs", "rounds.needs.none"),
                list(here, open, Side.OFFER, "rounds.offers", "rounds.offers.none"),
                Fields.of(Map.of("date", List.of(here.today().toString()))).line(here, "date", "rounds.date", "", date(here)),
                Element.of(Tag.P).cls("actions").with(here.button("rounds.next")));
        return Layout.page(here, 200, here.say("rounds.title"), Optional.of(circle), RoundPlan.dress(), here.heading("rounds.title"),
                Element.of(Tag.P).cls("lead").text(here.say("rounds.lead")), Element.of(Tag.P).cls("hint").text(here.say("rounds.memory")), form);
    }

    private static Element date(Here here) {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "date").set(Attr.MIN, here.today().toString());
    }

    private static Element list(Here here, List<ThreadCard> open, Side side, String title, String none) {
        Element set = Element.of(Tag.FIELDSET).cls("field").with(Element.of(Tag.LEGEND).text(here.say(title)));
        List<ThreadCard> cards = open.stream().filter(card -> card.ask().side() == side).toList();
        if (cards.isEmpty()) {
            return set.with(Element.of(Tag.P).cls("empty").text(here.say(none)));
        }
        for (ThreadCard card : cards) {
            String id = "t-" + card.ref().root().hex();
            boolean knows = card.mine() || card.inside();
            set.with(Element.of(Tag.DIV).cls("pick").with(
                    Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "thread").set(Attr.VALUE, card.ref().root().hex()).id(id)
                            .markIf(knows && side == Side.NEED, Attr.CHECKED).set(Attr.ARIA_DESCRIBEDBY, "h-" + id),
                    Element.of(Tag.DIV).with(
                            Element.of(Tag.LABEL).set(Attr.FOR, id).set(Attr.DIR, "auto").text(card.ask().title()),
                            Element.of(Tag.P).cls("hint").id("h-" + id).with(Html.text(here.when(card.ask()) + " · "),
                                    Html.text(here.say(knows ? "rounds.known" : "rounds.unknown"))))));
        }
        return set;
    }

    /** The second step: one block for each place, stop and driver. */
    static Response details(Here here, CircleCard circle) {
        Map<String, List<String>> start = new LinkedHashMap<>();
        LocalDate date = Moments.date(here.request().field("date")).filter(day -> !day.isBefore(here.today())).orElse(here.today());
        start.put("date", List.of(date.toString()));
        start.put("p0-name", List.of(here.say("rounds.kitchen")));
        int stops = 0;
        int drivers = 0;
        for (String hex : here.request().form().getOrDefault("thread", List.of())) {
            Optional<ThreadView> thread = Router.key(hex)
                    .flatMap(root -> here.views().thread(new Ref(circle.address(), root)));
            if (thread.isPresent() && thread.get().card().ask().side() == Side.NEED) {
                stop(here, thread.get(), date, start, "s" + stops++);
            } else if (thread.isPresent()) {
                driver(here, thread.get(), start, "d" + drivers++);
            }
        }
        start.put("stops", List.of(Integer.toString(stops + MORE_STOPS)));
        start.put("drivers", List.of(Integer.toString(drivers + MORE_DRIVERS)));
        return form(here, 200, circle, Fields.of(start), List.of());
    }

    private static void stop(Here here, ThreadView thread, LocalDate date, Map<String, List<String>> start, String at) {
        Ask ask = thread.card().ask();
        String aside = String.join("\n", thread.aside().stream().map(ThreadView.AsideView::text).toList());
        String known = RoundTable.find(aside).map(RoundTable.Spot::text).orElse("");
        String rough = ask.where().flatMap(Whereabouts::point).map(Moments::point).orElse("");
        start.put(at + "-name", List.of(ask.title()));
        start.put(at + "-spot", List.of(known.isEmpty() ? rough : known));
        start.put(at + "-from", List.of(clock(here, ask.from(), date)));
        start.put(at + "-until", List.of(clock(here, ask.until(), date)));
        start.put(at + "-minutes", List.of("5"));
        start.put(at + "-amount", List.of("1"));
        start.put(at + "-note", List.of(RoundTable.oneLine(aside)));
    }

    private static void driver(Here here, ThreadView thread, Map<String, List<String>> start, String at) {
        start.put(at + "-name", List.of(here.name(thread.card().by())));
        start.put(at + "-offer", List.of(thread.card().ask().title()));
        start.put(at + "-from", List.of("9:00"));
        start.put(at + "-until", List.of("17:00"));
    }

    private static String clock(Here here, Optional<Long> moment, LocalDate date) {
        return moment.map(here::at).filter(at -> at.toLocalDate().equals(date)).map(LocalDateTime::toLocalTime)
                .map(time -> time.getHour() + ":" + (time.getMinute() < 10 ? "0" : "") + time.getMinute()).orElse("");
    }

    static Response form(Here here, int status, CircleCard circle, Fields fields, List<Html> faults) {
        Element form = here.form(RoundPages.path(circle) + "/plan").cls("rounds").with(
                fields.line(here, "date", "rounds.date", "", date(here)),
                Element.of(Tag.H2).text(here.say("rounds.places")), Element.of(Tag.P).cls("hint").text(here.say("rounds.places.hint")));
        for (int i = 0; i < PLACES; i++) {
            form.with(place(here, fields, "p" + i));
        }
        form.with(Element.of(Tag.H2).text(here.say("rounds.stops")), Element.of(Tag.P).cls("hint").text(here.say("rounds.stops.hint")),
                Here.hidden("stops", fields.get("stops")), Here.hidden("drivers", fields.get("drivers")));
        for (int i = 0; i < RoundTable.count(fields, "stops"); i++) {
            form.with(stopBlock(here, fields, "s" + i));
        }
        form.with(Element.of(Tag.H2).text(here.say("rounds.drivers")), Element.of(Tag.P).cls("hint").text(here.say("rounds.drivers.hint")));
        for (int i = 0; i < RoundTable.count(fields, "drivers"); i++) {
            form.with(driverBlock(here, fields, "d" + i));
        }
        form.with(Element.of(Tag.DETAILS).markIf(!fields.get("table-stops").isEmpty() || !fields.get("table-drivers").isEmpty(), Attr.OPEN).with(
                Element.of(Tag.SUMMARY).text(here.say("rounds.paste")),
                Element.of(Tag.P).cls("hint").text(here.say("rounds.paste.hint")),
                fields.area(here, "table-stops", "rounds.stops", "", 4, 200_000),
                fields.area(here, "table-drivers", "rounds.drivers", "", 4, 20_000)));
        form.with(line(here, fields, "late", "rounds.late", ""), Element.of(Tag.P).cls("actions").with(here.button("rounds.plan")));
        Html wrong = faults.isEmpty() ? Html.none() : Element.of(Tag.DIV).cls("faults").id("faults").set(Attr.ROLE, "alert").set(Attr.TABINDEX, "-1")
                .mark(Attr.AUTOFOCUS).with(Element.of(Tag.H2).text(here.count("form.faults", faults.size())), Element.of(Tag.UL).with(faults));
        return Layout.page(here, status, here.say("rounds.title"), Optional.of(circle), RoundPlan.dress(), wrong, here.heading("rounds.title"),
                Element.of(Tag.P).cls("hint").text(here.say("rounds.memory")), form);
    }

    private static Element line(Here here, Fields fields, String name, String label, String list) {
        String id = "f-" + name;
        return Element.of(Tag.DIV).cls("cell").with(Element.of(Tag.LABEL).set(Attr.FOR, id).text(here.say(label)),
                Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.NAME, name).id(id).set(Attr.VALUE, fields.get(name)).set(Attr.DIR, "auto")
                        .set(Attr.AUTOCOMPLETE, "off").set(Attr.MAXLENGTH, "1000").setIf(!list.isEmpty(), Attr.LIST, list));
    }

    private static Element block(Here here, String cls, String title) {
        return Element.of(Tag.FIELDSET).cls(cls).with(Element.of(Tag.LEGEND).set(Attr.DIR, "auto").text(title.isEmpty() ? here.say("rounds.another") : title));
    }

    private static Element place(Here here, Fields fields, String at) {
        return block(here, "row place", fields.get(at + "-name")).with(
                line(here, fields, at + "-name", "rounds.name", ""), line(here, fields, at + "-spot", "rounds.spot", ""),
                line(here, fields, at + "-from", "rounds.from", ""), line(here, fields, at + "-until", "rounds.until", ""),
                line(here, fields, at + "-minutes", "rounds.minutes", ""));
    }

    static Element stopBlock(Here here, Fields fields, String at) {
        boolean left = fields.get(at + "-left").equals("yes");
        return block(here, "row", fields.get(at + "-name")).with(
                line(here, fields, at + "-name", "rounds.name", ""), line(here, fields, at + "-at", "rounds.at", ""),
                line(here, fields, at + "-spot", "rounds.spot", ""),
                line(here, fields, at + "-from", "rounds.from", ""), line(here, fields, at + "-until", "rounds.until", ""),
                line(here, fields, at + "-minutes", "rounds.minutes", ""), line(here, fields, at + "-amount", "rounds.amount", ""),
                line(here, fields, at + "-skills", "rounds.skills", ""), line(here, fields, at + "-note", "rounds.note", ""),
                Element.of(Tag.SPAN).cls("choice").with(Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, at + "-fetch").set(Attr.VALUE, "yes")
                        .id("f-" + at + "-fetch").markIf(fields.get(at + "-fetch").equals("yes"), Attr.CHECKED),
                        Element.of(Tag.LABEL).set(Attr.FOR, "f-" + at + "-fetch").text(here.say("rounds.fetch"))),
                Element.of(Tag.SPAN).cls("choice").with(Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, at + "-left").set(Attr.VALUE, "yes")
                        .id("f-" + at + "-left").markIf(left, Attr.CHECKED),
                        Element.of(Tag.LABEL).set(Attr.FOR, "f-" + at + "-left").text(here.say("rounds.mayBeLeft"))));
    }

    private static Element driverBlock(Here here, Fields fields, String at) {
        List<Element> means = new ArrayList<>();
        MEANS.forEach(one -> means.add(Element.of(Tag.OPTION).set(Attr.VALUE, one).markIf(fields.get(at + "-means").equals(one), Attr.SELECTED)
                .text(here.say("rounds.means." + one))));
        Element block = block(here, "row", fields.get(at + "-name"));
        if (!fields.get(at + "-offer").isEmpty()) {
            block.with(Element.of(Tag.P).cls("hint").set(Attr.DIR, "auto").text(fields.get(at + "-offer")),
                    Here.hidden(at + "-offer", fields.get(at + "-offer")));
        }
        return block.with(line(here, fields, at + "-name", "rounds.name", ""),
                Element.of(Tag.DIV).cls("cell").with(Element.of(Tag.LABEL).set(Attr.FOR, "f-" + at + "-means").text(here.say("rounds.means")),
                        Element.of(Tag.SELECT).set(Attr.NAME, at + "-means").id("f-" + at + "-means").with(means)),
                line(here, fields, at + "-start", "rounds.start", ""), line(here, fields, at + "-end", "rounds.end", ""),
                line(here, fields, at + "-from", "rounds.from", ""), line(here, fields, at + "-until", "rounds.until", ""),
                line(here, fields, at + "-amount", "rounds.room", ""), line(here, fields, at + "-skills", "rounds.can", ""));
    }

    static RoundReply plan(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        RoundTable table = RoundTable.of(here, fields);
        if (table.day().isEmpty()) {
            return RoundPages.show(form(here, 422, circle, fields, table.faults()));
        }
        LocalDate date = Moments.date(fields.get("date")).filter(day -> !day.isBefore(here.today())).orElse(here.today());
        Workday day = table.day().get();
        return new RoundReply.Keep(new RoundDay(date, day, Optional.empty()), true, kept -> Response.redirect(RoundPages.path(circle)),
                slips -> form(here, 422, circle, fields, RoundTable.said(here, slips, day.stops(), day.drivers())));
    }

    /** A stop that comes up while the day runs. */
    static RoundReply add(Here here, CircleCard circle, RoundDay held) {
        Fields fields = Fields.of(here.request().form());
        RoundTable.Added added = RoundTable.added(here, held.day(), fields);
        return added.day().isEmpty() ? RoundPages.show(RoundPlan.page(here, 422, circle, held, fields, added.faults()))
                : RoundReply.Keep.asItIs(held.next(added.day().get()), Response.redirect(RoundPages.path(circle) + "#left"));
    }
}
