package weft.pages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import weft.core.calendar.Repeats;
import weft.core.calendar.Rule;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Doing;
import weft.core.entry.DoingRules;
import weft.core.entry.Point;
import weft.core.entry.Whereabouts;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.DoingView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.wire.json.Checked;

/** Beginning a doing on one screen, and changing it later. */
final class DoingForm {
    private static final List<String> REPEATS = List.of("none", "daily", "weekly", "fortnightly", "monthly-date", "monthly-weekday", "yearly");
    private static final String KEEP = "keep";

    private DoingForm() {}

    static Reply newForm(Here here, CircleCard circle) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.circle(circle)));
        }
        Map<String, List<String>> start = new LinkedHashMap<>();
        LocalDate day = here.request().asked("on").flatMap(Moments::date).orElse(here.today().plusDays(1));
        start.put("start", List.of(day.atTime(18, 0).toString()));
        start.put("end", List.of(day.atTime(20, 0).toString()));
        start.put("repeat", List.of("none"));
        start.put("alert", List.of("24"));
        return new Reply.Page(form(here, 200, circle, Fields.of(start), Optional.empty()));
    }

    static Reply reviseForm(Here here, DoingView view) {
        if (!view.mine()) {
            return new Reply.Page(Acts.refused(here, Outcome.Refusal.NOT_YOURS, DoingPage.path(view.ref())));
        }
        Doing doing = view.doing();
        Times times = doing.times();
        Map<String, List<String>> start = new LinkedHashMap<>();
        start.put("title", List.of(doing.title()));
        start.put("text", List.of(doing.text()));
        start.put("kind", List.of(doing.kind()));
        start.put("where", List.of(doing.where().map(Whereabouts::name).orElse("")));
        start.put("point", List.of(doing.where().flatMap(Whereabouts::point).map(Moments::point).orElse("")));
        start.put("start", List.of(times.localStart().toString()));
        start.put("end", List.of(times.zone().local(times.end()).toString()));
        start.put("repeat", List.of(times.rule().isPresent() ? KEEP : "none"));
        start.put("until", List.of(times.rule().flatMap(Rule::until).map(LocalDate::toString).orElse("")));
        start.put("except", List.of(dates(times.except())));
        start.put("extra", List.of(dates(times.extra())));
        start.put("shifts", List.of(ShiftLines.write(times, doing.shifts())));
        start.put("things", List.of(String.join("\n", doing.things().stream().map(Doing.Thing::title).toList())));
        start.put("alert", List.of(doing.alertHours().map(hours -> Integer.toString(hours)).orElse("")));
        return new Reply.Page(form(here, 200, view.circle(), Fields.of(start), Optional.of(view)));
    }

    private static String dates(List<LocalDate> dates) {
        return String.join(" ", dates.stream().map(LocalDate::toString).toList());
    }

    private static Response form(Here here, int status, CircleCard circle, Fields fields, Optional<DoingView> revised) {
        String path = revised.map(view -> DoingPage.path(view.ref()) + "/revise").orElse(Here.path(circle.address()) + "/doing");
        String title = revised.isPresent() ? "doing.revise" : "doing.new";
        String zone = revised.map(view -> view.doing().times().zone().name()).orElse(here.request().zone().getId());
        boolean more = !fields.get("except").isEmpty() || !fields.get("extra").isEmpty() || fields.faults().containsKey("except") || fields.faults()
                .containsKey("extra");
        Element form = here.form(path).cls("post").with(
                MapPick.enter(here, revised.isPresent() ? "do.save" : "doing.do"),
                fields.line(here, "title", "doing.what", "doing.what.hint", Bounds.TITLE),
                fields.area(here, "text", "post.text", "doing.text.hint", 3, Bounds.TEXT),
                Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "start", "doing.start", "", moment()),
                        fields.line(here, "end", "doing.end", "", moment())),
                Element.of(Tag.P).cls("hint").text(here.say("doing.zone", "zone", zone)),
                Element.of(Tag.DIV).cls("pair").with(
                        repeat(here, fields, revised),
                        fields.line(here, "until", "doing.until", "", Element.of(Tag.INPUT).set(Attr.TYPE, "date"))),
                weekdays(here, fields),
                Element.of(Tag.DETAILS).markIf(more, Attr.OPEN).with(Element.of(Tag.SUMMARY).text(here.say("doing.exceptions")),
                        fields.line(here, "except", "doing.except", "doing.dates.hint", 1_200),
                        fields.line(here, "extra", "doing.extra", "", 1_200)),
                Element.of(Tag.DIV).cls("pair").with(
                        fields.line(here, "where", "doing.where", "", Bounds.PLACE),
                        fields.line(here, "kind", "post.kind", "", Bounds.KIND)),
                MapPick.fields(here, circle, fields),
                fields.area(here, "shifts", "doing.shifts", "doing.shifts.hint", 4, 6_000),
                fields.area(here, "things", "doing.things", "doing.things.hint", 3, 6_000),
                fields.line(here, "alert", "doing.alert", "doing.alert.hint", Element.of(Tag.INPUT).set(Attr.TYPE, "number").set(Attr.MIN, "0")
                .set(Attr.MAX, "168")
                        .set(Attr.INPUTMODE, "numeric")),
                Element.of(Tag.P).cls("actions").with(here.button(revised.isPresent() ? "do.save" : "doing.do")));
        return Layout.page(here, status, here.say(title), Optional.of(circle), fields.summary(here), here.heading(title), form);
    }

    private static Element moment() {
        return Element.of(Tag.INPUT).set(Attr.TYPE, "datetime-local").set(Attr.STEP, "300");
    }

    private static Element repeat(Here here, Fields fields, Optional<DoingView> revised) {
        Element select = Element.of(Tag.SELECT).set(Attr.NAME, "repeat").id("f-repeat");
        Optional<Times> kept = revised.map(view -> view.doing().times()).filter(times -> times.rule().isPresent());
        kept.ifPresent(times -> select.with(BoardPage.option(KEEP, DoingPage.repeats(here, times), fields.get("repeat").equals(KEEP))));
        REPEATS.forEach(one -> select.with(BoardPage.option(one, here.say("doing.repeat." + one), fields.get("repeat").equals(one))));
        return Element.of(Tag.DIV).cls("field")
                .with(Element.of(Tag.LABEL).set(Attr.FOR, "f-repeat").text(here.say("doing.repeat")), fields.fault(here, "repeat"), select);
    }

    private static Html weekdays(Here here, Fields fields) {
        List<Element> choices = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            DayOfWeek day = here.firstDay().plus(i);
            choices.add(fields.choice("weekday", Integer.toString(day.getValue()), here.language().weekday(day), fields.all("weekday")
                    .contains(Integer.toString(day.getValue())), "checkbox"));
        }
        return Element.of(Tag.DETAILS).markIf(!fields.all("weekday").isEmpty(), Attr.OPEN).with(
                Element.of(Tag.SUMMARY).text(here.say("doing.weekdays")), fields.choices(here, "weekday", "doing.weekdays.hint", choices));
    }

    static Reply make(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        if (MapPick.isMove(here.request())) {
            return new Reply.Kept(form(here, 200, circle, fields, Optional.empty()));
        }
        Optional<Doing> doing = doing(here, fields, Optional.empty());
        if (doing.isEmpty()) {
            return Acts.faulty(here, fields, () -> form(here, 422, circle, fields, Optional.empty()));
        }
        return Acts.act(here, new Command.DoingsNew(circle.address(), List.of(doing.get())),
                outcome -> outcome instanceof Outcome.DoneThread(var ref) ? DoingPage.path(ref) : CalendarPage.path(Optional.of(circle)),
                why -> {
                    fields.fault(why == Outcome.Refusal.NO_SUCH_OCCURRENCE ? "start" : Acts.field(why), Acts.key(why));
                    return form(here, 422, circle, fields, Optional.empty());
                });
    }

    static Reply revise(Here here, DoingView view) {
        Fields fields = Fields.of(here.request().form());
        if (MapPick.isMove(here.request())) {
            return new Reply.Kept(form(here, 200, view.circle(), fields, Optional.of(view)));
        }
        Optional<Doing> doing = doing(here, fields, Optional.of(view.doing()));
        if (doing.isEmpty()) {
            return Acts.faulty(here, fields, () -> form(here, 422, view.circle(), fields, Optional.of(view)));
        }
        return Acts.act(here, new Command.DoingRevise(view.ref(), doing.get()), outcome -> DoingPage.path(view.ref()), why -> {
            fields.fault(why == Outcome.Refusal.NO_SUCH_OCCURRENCE ? "start" : Acts.field(why), Acts.key(why));
            return form(here, 422, view.circle(), fields, Optional.of(view));
        });
    }

    /** The same, but not on a date. */
    static Doing without(Doing doing, LocalDate date) {
        return with(doing, doing.times().without(date));
    }

    /** The same, but what takes place on a date takes place from then until then; nothing where that is no time, or too far away. */
    static Optional<Doing> moved(Doing doing, LocalDate date, Fields fields) {
        Optional<LocalDateTime> start = Moments.moment(fields.get("start"), false);
        Optional<LocalDateTime> end = end(fields, start);
        if (start.isEmpty() || end.isEmpty() || !end.get().isAfter(start.get()) || doing.times().on(date).isEmpty()) {
            return Optional.empty();
        }
        ZoneSpan zone = doing.times().zone();
        Doing moved = with(doing, doing.times().moving(date, zone.instant(start.get()), zone.instant(end.get())));
        return DoingRules.check(moved) instanceof Checked.Good<Doing> ? Optional.of(moved) : Optional.empty();
    }

    private static Doing with(Doing doing, Times times) {
        return new Doing(doing.title(), doing.text(), doing.kind(), times, doing.where(), doing.shifts(), doing.things(), doing.alertHours());
    }

    private static Optional<Doing> doing(Here here, Fields fields, Optional<Doing> old) {
        String title = PostPage.oneLine(fields.get("title"));
        if (title.isEmpty() || title.codePointCount(0, title.length()) > Bounds.TITLE) {
            fields.fault("title", title.isEmpty() ? "refusal.no-title" : "fault.tooLong");
        }
        String text = PostPage.manyLines(fields.get("text"));
        String kind = PostPage.oneLine(fields.get("kind"));
        String where = PostPage.oneLine(fields.get("where"));
        PostPage.tooLong(fields, "text", text, Bounds.TEXT);
        PostPage.tooLong(fields, "kind", kind, Bounds.KIND);
        PostPage.tooLong(fields, "where", where, Bounds.PLACE);
        Optional<Integer> alert = fields.get("alert").isEmpty() ? Optional.of(0) : CirclePages.number(fields.get("alert")).filter(hours -> hours <= 168);
        if (alert.isEmpty()) {
            fields.fault("alert", "fault.alert");
        }
        Optional<Times> times = times(here, fields, old.map(Doing::times));
        if (times.isEmpty()) {
            return Optional.empty();
        }
        List<Doing.Shift> shifts = ShiftLines.read(fields, times.get(), old.map(Doing::shifts).orElse(List.of()));
        List<Doing.Thing> things = ShiftLines.things(fields, old.map(Doing::things).orElse(List.of()));
        Optional<Whereabouts> place = place(fields, where, old);
        Doing doing = new Doing(title, text, PostPage.seed(here, kind), times.get(), place, shifts, things, alert.filter(hours -> hours > 0));
        return fields.good() ? Optional.of(doing) : Optional.empty();
    }

    private static Optional<Whereabouts> place(Fields fields, String name, Optional<Doing> old) {
        Optional<Point> point = Moments.point(fields.get("point"));
        if (point.isEmpty() && !fields.get("point").isEmpty()) {
            fields.fault("where", "fault.point");
        }
        if (fields.all("point").isEmpty()) {
            // The command line does not speak of it: then it stays as long as the name does.
            point = old.flatMap(Doing::where).filter(before -> before.name().equals(name)).flatMap(Whereabouts::point);
        }
        return name.isEmpty() && point.isEmpty() ? Optional.empty() : Optional.of(new Whereabouts(name, point));
    }

    private static Optional<Times> times(Here here, Fields fields, Optional<Times> old) {
        Optional<LocalDateTime> start = Moments.moment(fields.get("start"), false);
        Optional<LocalDateTime> end = end(fields, start);
        if (start.isEmpty() || end.isEmpty()) {
            fields.fault(start.isEmpty() ? "start" : "end", "fault.moment");
            return Optional.empty();
        }
        ZoneSpan zone = old.map(Times::zone).orElseGet(() -> ZoneSpan.of(here.request().zone(), here.views().now()));
        LocalDate first = start.get().toLocalDate();
        Optional<Rule> rule = rule(fields, first, old.flatMap(Times::rule));
        rule.filter(one -> !Repeats.dates(one, first, first).contains(first)).ifPresent(one -> fields.fault("start", "fault.notInRule"));
        long from = zone.instant(start.get());
        long until = zone.instant(end.get());
        if (until <= from || until - from > Times.longest()) {
            fields.fault("end", until <= from ? "fault.untilBeforeFrom" : "fault.tooManyDays");
        }
        Times plain = new Times(from, until, zone, rule, dates(fields, "except"), dates(fields, "extra"));
        // What was moved stays so, as long as it is a date of the doing.
        List<Times.Moved> moved = old.map(Times::moved).orElse(List.of()).stream().filter(one -> plain.dates(one.date()).contains(one.date())).toList();
        return Optional.of(new Times(from, until, zone, rule, plain.except(), plain.extra(), moved));
    }

    /** When it ends: as typed, a time of day on the first day, or two hours later; a date alone means its end. */
    private static Optional<LocalDateTime> end(Fields fields, Optional<LocalDateTime> start) {
        String typed = fields.get("end");
        if (typed.length() == 10) {
            return Moments.date(typed).map(day -> day.plusDays(1).atTime(LocalTime.MIDNIGHT));
        }
        if (typed.length() == 5 && start.isPresent()) {
            return Moments.moment(start.get().toLocalDate() + "T" + typed, true);
        }
        return typed.isEmpty() ? start.map(at -> fields.get("start").length() == 10 ? at.plusDays(1) : at.plusHours(2)) : Moments.moment(typed, true);
    }

    private static List<LocalDate> dates(Fields fields, String name) {
        TreeSet<LocalDate> out = new TreeSet<>();
        for (String text : fields.get(name).split("[\\s,;]+")) {
            if (!text.isEmpty()) {
                Moments.date(text).ifPresentOrElse(out::add, () -> fields.fault(name, "fault.date"));
            }
        }
        if (out.size() > 100) {
            fields.fault(name, "fault.tooLong");
        }
        return List.copyOf(out);
    }

    private static Optional<Rule> rule(Fields fields, LocalDate first, Optional<Rule> old) {
        String repeat = fields.get("repeat").isEmpty() ? "none" : fields.get("repeat");
        Optional<LocalDate> until = Moments.date(fields.get("until"));
        if (until.isEmpty() && !fields.get("until").isEmpty() || until.filter(day -> day.isBefore(first)).isPresent()) {
            fields.fault("until", "fault.untilBeforeFrom");
        }
        Optional<Rule> rule = switch (repeat) {
            case "none" -> Optional.empty();
            case KEEP -> old;
            case "daily" -> Optional.of(Rule.simple(Rule.Every.DAILY, 1));
            case "weekly", "fortnightly" -> Optional.of(Rule.simple(Rule.Every.WEEKLY, repeat.equals("weekly") ? 1 : 2).on(weekdays(fields, first)));
            case "monthly-date" -> Optional.of(Rule.simple(Rule.Every.MONTHLY, 1));
            case "monthly-weekday" -> Optional.of(Rule.simple(Rule.Every.MONTHLY, 1).on(List.of(new Rule.Weekday(nth(first), first.getDayOfWeek()))));
            case "yearly" -> Optional.of(Rule.simple(Rule.Every.YEARLY, 1));
            default -> asTyped(fields, repeat);
        };
        return repeat.equals(KEEP) && old.flatMap(Rule::until).equals(until) ? rule : rule.map(one -> until.map(one::until).orElse(one));
    }

    /** A rule as RFC 5545 writes it, for the command line and for those who know it. */
    private static Optional<Rule> asTyped(Fields fields, String text) {
        if (RuleReader.read(text) instanceof Checked.Good<Rule>(Rule rule)) {
            return Optional.of(rule);
        }
        fields.fault("repeat", "fault.rule");
        return Optional.empty();
    }

    /** The fifth of a weekday in a month is not always there: it means the last. */
    private static int nth(LocalDate date) {
        int nth = (date.getDayOfMonth() - 1) / 7 + 1;
        return nth == 5 ? -1 : nth;
    }

    private static List<Rule.Weekday> weekdays(Fields fields, LocalDate first) {
        TreeSet<DayOfWeek> days = new TreeSet<>();
        fields.all("weekday").forEach(text -> CirclePages.number(text).filter(n -> n >= 1 && n <= 7).ifPresent(n -> days.add(DayOfWeek.of(n))));
        if (days.isEmpty()) {
            days.add(first.getDayOfWeek());
        }
        return days.stream().map(day -> new Rule.Weekday(0, day)).toList();
    }
}
