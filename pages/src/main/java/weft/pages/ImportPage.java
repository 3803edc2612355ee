package weft.pages;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.IcsReader;
import weft.core.entry.Doing;
import weft.core.entry.DoingRules;
import weft.core.entry.Whereabouts;
import weft.core.peer.Command;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Bringing a calendar file in: first a report of what would come and what would not, then the doing of it. */
final class ImportPage {
    private static final int MOST = 200_000;

    private ImportPage() {}

    static Reply form(Here here, CircleCard circle) {
        return new Reply.Page(form(here, 200, circle, Fields.of(Map.of())));
    }

    private static Response form(Here here, int status, CircleCard circle, Fields fields) {
        return Layout.page(here, status, here.say("import.title"), Optional.of(circle),
                fields.summary(here),
                here.heading("import.title"),
                Element.of(Tag.P).cls("lead").text(here.say("import.lead")),
                here.form(path(circle)).with(
                        Element.of(Tag.DIV).cls("field").mark(Attr.HIDDEN).set(Attr.DATA_FILE, "f-ics").with(
                                Element.of(Tag.LABEL).set(Attr.FOR, "file").text(here.say("import.file")),
                                Element.of(Tag.INPUT).set(Attr.TYPE, "file").id("file")),
                        fields.area(here, "ics", "import.ics", "import.ics.hint", 8, MOST),
                        Element.of(Tag.P).cls("actions").with(here.button("import.look"))));
    }

    private static String path(CircleCard circle) {
        return Here.path(circle.address()) + "/import";
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Reply take(Here here, CircleCard circle) {
        String text = here.request().form().getOrDefault("ics", List.of("")).getFirst();
        IcsReader.Read read = IcsReader.read(text, ImportPage::zone, here.request().zone(), here.views().now());
        if (!read.isCalendar() || text.length() > MOST) {
            Fields fields = Fields.of(Map.of());
            fields.fault("ics", text.length() > MOST ? "fault.tooLong" : "fault.noCalendar");
            return Acts.faulty(here, fields, () -> form(here, 422, circle, fields));
        }
        List<Doing> doings = new ArrayList<>();
        for (IcsReader.Event event : read.taken()) {
            Doing doing = doing(here, event);
            if (DoingRules.check(doing) instanceof Checked.Good<Doing>) {
                doings.add(doing);
            }
        }
        if (!here.request().field("confirm").isEmpty() && !doings.isEmpty()) {
            return Acts.act(here, new Command.DoingsNew(circle.address(), doings), CalendarPage.path(Optional.of(circle)), path(circle));
        }
        return new Reply.Page(here.request().wantsJson() ? Jsons.response(200, json(doings, read)) : report(here, circle, text, doings, read));
    }

    private static Doing doing(Here here, IcsReader.Event event) {
        String title = cut(PostPage.oneLine(event.title()), Bounds.TITLE);
        String where = cut(PostPage.oneLine(event.where()), Bounds.PLACE);
        return new Doing(title.isEmpty() ? here.say("import.untitled") : title, cut(PostPage.manyLines(event.text()), Bounds.TEXT), "", event.times(),
                where.isEmpty() ? Optional.empty() : Optional.of(Whereabouts.named(where)), List.of(), List.of(), Optional.empty());
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }

    private static Json json(List<Doing> doings, IcsReader.Read read) {
        return Json.object("doings", doings.stream().map(doing -> Json.object("title", doing.title(), "start", doing.times().start(),
                        "rule", doing.times().rule().map(rule -> rule.text()).orElse(""))).toList(),
                "skipped", read.skipped().stream().map(one -> Json.object("title", PostPage.oneLine(one.title()), "why", Jsons.code(one.why()))).toList());
    }

    private static Response report(Here here, CircleCard circle, String text, List<Doing> doings, IcsReader.Read read) {
        Element coming = Element.of(Tag.UL);
        doings.forEach(doing -> {
            Element item = Element.of(Tag.LI).with(Element.of(Tag.STRONG).with(Element.of(Tag.BDI).text(doing.title())), Html.text(" "),
                    Html.text(CalendarPage.span(here, doing.times().start(), doing.times().end(), doing.times().wholeDays())));
            coming.with(doing.times().repeats() ? item.text(here.say("list.comma")).text(DoingPage.repeats(here, doing.times())) : item);
        });
        Element left = Element.of(Tag.UL);
        read.skipped().forEach(one -> left.with(Element.of(Tag.LI).with(Element.of(Tag.BDI).text(PostPage.oneLine(one.title())), Html.text(" "),
                Element.of(Tag.SPAN).cls("hint").text(here.say("import.why." + Jsons.code(one.why()))))));
        boolean guessed = read.taken().stream().anyMatch(IcsReader.Event::zoneGuessed);
        Element page = Element.of(Tag.SECTION).with(Element.of(Tag.H2).text(here.count("import.coming", doings.size())), coming,
                guessed ? Element.of(Tag.P).cls("hint").text(here.say("import.guessed")) : Html.none());
        if (!read.skipped().isEmpty()) {
            page.with(Element.of(Tag.H2).text(here.count("import.left", read.skipped().size())), left);
        }
        if (!doings.isEmpty()) {
            page.with(here.form(path(circle))
                    .with(Here.hidden("ics", text), Here.hidden("confirm", "1"), Element.of(Tag.P).cls("actions").with(here.button("import.do"))));
        }
        return Layout.page(here, 200, here.say("import.title"), Optional.of(circle), here.heading("import.title"), page,
                Element.of(Tag.P).with(Here.link(path(circle), here.say("import.again"))));
    }
}
