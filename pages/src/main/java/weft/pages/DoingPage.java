package weft.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.Occurrence;
import weft.core.calendar.Rule;
import weft.core.calendar.Times;
import weft.core.entry.Doing;
import weft.core.entry.Entry;
import weft.core.entry.Joining;
import weft.core.entry.Whereabouts;
import weft.core.peer.Command;
import weft.core.view.DoingView;
import weft.core.view.Name;
import weft.core.view.PartView;
import weft.core.view.Ref;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;

/** One doing: its words, its next times, and who comes to the one that is shown. On paper it is a sheet to sign up on. */
final class DoingPage {
    /** Blank lines for names on paper, for each shift and for being there. */
    private static final int BLANK_LINES = 4;

    private DoingPage() {}

    static String path(Ref ref) {
        return Here.path(ref.circle()) + "/d/" + ref.root().hex();
    }

    static Reply route(Here here, Bytes circle, List<String> steps, boolean get) {
        Optional<Bytes> root = Router.key(steps.get(3));
        Optional<LocalDate> on = here.request().asked("on").or(() -> Optional.of(here.request().field("on"))).flatMap(Moments::date);
        Optional<DoingView> found = root.flatMap(bytes -> here.views().doing(new Ref(circle, bytes), on));
        if (found.isEmpty()) {
            return Router.trouble(here, Trouble.NO_SUCH_THREAD);
        }
        DoingView doing = found.get();
        if (steps.size() == 4) {
            return get ? reply(here, doing) : Router.trouble(here, Trouble.WRONG_METHOD);
        }
        String act = steps.size() == 5 ? steps.get(4) : "?";
        return switch (act) {
            case "revise" -> get ? DoingForm.reviseForm(here, doing) : DoingForm.revise(here, doing);
            case "call-off" -> get ? callOffForm(here, doing) : callOff(here, doing);
            case "join", "cant", "no-more", "not-then", "move" -> get ? Router.trouble(here, Trouble.WRONG_METHOD) : act(here, doing, act, on);
            default -> Router.trouble(here, Trouble.NOT_FOUND);
        };
    }

    private static Reply act(Here here, DoingView doing, String act, Optional<LocalDate> on) {
        String back = path(doing.ref()) + on.map(date -> "?on=" + date).orElse("");
        Optional<Joining.Part> part = part(here.request().field("part"));
        if (act.equals("not-then")) {
            return on.map(date -> Acts.act(here, new Command.DoingRevise(doing.ref(), DoingForm.without(doing.doing(), date)), path(doing.ref()), back))
                    .orElseGet(() -> Router.trouble(here, Trouble.NOT_UNDERSTOOD));
        }
        if (act.equals("move")) {
            return on.<Reply>map(date -> DoingForm.moved(doing.doing(), date, Fields.of(here.request().form()))
                    .map(moved -> Acts.act(here, new Command.DoingRevise(doing.ref(), moved), back, back))
                    .orElseGet(() -> cantMove(here, back))).orElseGet(() -> Router.trouble(here, Trouble.NOT_UNDERSTOOD));
        }
        if (part.isEmpty() || on.isEmpty() && !act.equals("no-more")) {
            return Router.trouble(here, Trouble.NOT_UNDERSTOOD);
        }
        return Acts.act(here, switch (act) {
            case "join" -> new Command.Join(doing.ref(), on.orElseThrow(), part.get(), !here.request().field("always").isEmpty());
            case "cant" -> new Command.CantCome(doing.ref(), on.orElseThrow(), part.get());
            default -> new Command.JoinNoMore(doing.ref(), part.get());
        }, back, back);
    }

    private static Reply cantMove(Here here, String back) {
        String sentence = here.say("doing.move.cant");
        return new Reply.Page(here.request().wantsJson() ? Jsons.refused(409, "cant-move", sentence, java.util.Map.of())
                : Layout.page(here, 409, here.say("refused.title"), here.heading("refused.title"), Element.of(Tag.P).cls("lead").text(sentence),
                        Element.of(Tag.P).with(Here.link(back, here.say("refused.back")).cls("button"))));
    }

    /** Another time for what is shown, this once. */
    private static Html move(Here here, DoingView view, Occurrence one) {
        var zone = view.doing().times().zone();
        Fields fields = Fields.of(java.util.Map.of("start", List.of(zone.local(one.start()).toString()), "end", List.of(zone.local(one.end()).toString())));
        return Element.of(Tag.DETAILS).with(
                Element.of(Tag.SUMMARY).text(here.say("doing.move")),
                here.form(path(view.ref()) + "/move").with(
                        Element.of(Tag.P).cls("hint").text(here.say("doing.move.hint")),
                        Here.hidden("on", one.date().toString()),
                        Element.of(Tag.DIV).cls("pair").with(
                                fields.line(here, "start", "post.from", "", PostPage.moment()),
                                fields.line(here, "end", "post.until", "", PostPage.moment())),
                        here.button("doing.move.do").cls("plain")));
    }

    static Optional<Joining.Part> part(String code) {
        if (code.equals("coming")) {
            return Optional.of(new Joining.Part.Coming());
        }
        boolean shift = code.startsWith("shift-");
        boolean bring = code.startsWith("bring-");
        return shift || bring ? CirclePages.number(code.substring(6)).map(n -> shift ? new Joining.Part.OfShift(n) : new Joining.Part.Bringing(n))
                : Optional.empty();
    }

    static Reply reply(Here here, DoingView doing) {
        return new Reply.Page(here.request().wantsJson() ? Jsons.response(200, CalendarJsons.doing(here, doing)) : page(here, doing));
    }

    private static Response page(Here here, DoingView view) {
        Doing doing = view.doing();
        Element head = Element.of(Tag.SECTION).id("doing").set(Attr.DATA_LIVE, "").with(
                Element.of(Tag.H1).set(Attr.DIR, "auto").text(doing.title()),
                view.calledOff() ? Element.of(Tag.P).cls("notice").text(here.say("doing.calledOff")) : Html.none(),
                doing.text().isEmpty() ? Html.none() : Here.words(doing.text()),
                facts(here, view));
        return Layout.page(here, 200, here.say("doing.title"), Optional.of(view.circle()),
                head, shown(here, view), next(here, view), mine(here, view));
    }

    private static Element facts(Here here, DoingView view) {
        Doing doing = view.doing();
        Map<String, Html> facts = new LinkedHashMap<>();
        view.shown().ifPresent(one -> facts.put("fact.when",
                Html.text(CalendarPage.span(here, one.start(), one.end(), doing.times().wholeDays()) + elsewhere(here, doing.times(), one))));
        if (doing.times().repeats()) {
            facts.put("doing.repeats", Html.text(repeats(here, doing.times())));
        }
        doing.where().map(Whereabouts::name).filter(name -> !name.isEmpty()).ifPresent(name -> facts.put("fact.where", Html.said(name)));
        if (!doing.kind().isEmpty()) {
            facts.put("fact.kind", Html.said(BoardPage.kind(here, doing.kind())));
        }
        facts.put("doing.by", here.named(view.by()));
        Element list = Element.of(Tag.DL).cls("facts");
        facts.forEach((key, value) -> list.with(Element.of(Tag.DIV).with(Element.of(Tag.DT).text(here.say(key)), Element.of(Tag.DD).with(value))));
        return list;
    }

    /** What clocks show where it takes place, where that is not what the reader's show. */
    private static String elsewhere(Here here, Times times, Occurrence one) {
        var there = times.zone().local(one.start());
        return there.equals(here.at(one.start())) ? "" : " "
                + here.say("doing.there", "time", here.language().time(there.toLocalTime()), "zone", times.zone().name());
    }

    static String repeats(Here here, Times times) {
        if (times.rule().isEmpty()) {
            return here.say("repeat.someDays");
        }
        Rule rule = times.rule().get();
        StringBuilder out = new StringBuilder(here.count("repeat." + Jsons.code(rule.every()), rule.interval()));
        if (!rule.weekdays().isEmpty()) {
            out.append(here.say("list.comma")).append(String.join(here.say("list.comma"), rule.weekdays().stream().map(day -> weekday(here, day)).toList()));
        }
        rule.until().ifPresent(day -> out.append(here.say("list.comma")).append(here.say("when.until", "until", here.language().fullDate(day, true))));
        return out.toString();
    }

    private static String weekday(Here here, Rule.Weekday day) {
        String name = here.language().weekday(day.day());
        return switch (day.nth()) {
            case 0 -> name;
            case -1 -> here.say("repeat.last", "day", name);
            default -> here.say("repeat.nth", "n", day.nth(), "day", name);
        };
    }

    private static Html shown(Here here, DoingView view) {
        if (view.shown().isEmpty()) {
            return Element.of(Tag.P).cls("empty").text(here.say("doing.noneLeft"));
        }
        Occurrence one = view.shown().get();
        if (one.end() <= here.views().now()) {
            return Element.of(Tag.P).cls("empty").text(here.say("doing.over"));
        }
        Element section = Element.of(Tag.SECTION).id("parts").set(Attr.DATA_LIVE, "").with(
                Element.of(Tag.H2).text(here.say("doing.on", "date", here.language().fullDate(one.date(), one.date().getYear() != here.today().getYear()))),
                Element.of(Tag.P).cls("hint screen").text(here.say("doing.untilOver")));
        Element list = Element.of(Tag.UL).cls("parts");
        view.parts().forEach(part -> list.with(part(here, view, one, part)));
        return section.with(list);
    }

    private static Element part(Here here, DoingView view, Occurrence one, PartView part) {
        Element item = Element.of(Tag.LI).cls("card part" + (part.mine() ? " mine" : "")).id(CalendarJsons.code(part.part()));
        switch (part.part()) {
            case Joining.Part.Coming ignored -> item.with(Element.of(Tag.H3).text(here.say("part.coming")));
            case Joining.Part.Bringing ignored ->
                    item.with(Element.of(Tag.H3).with(Html.text(here.say("part.bring") + " "), Element.of(Tag.BDI).text(part.title())));
            case Joining.Part.OfShift ignored -> item.with(Element.of(Tag.H3).set(Attr.DIR, "auto").text(part.title()), Element.of(Tag.P).cls("meta").with(
                    Element.of(Tag.SPAN).text(times(here, part)), Element.of(Tag.SPAN)
                    .text(part.hands() == 0 ? here.say("part.anyHands") : here.count("part.hands", part.hands()))));
        }
        if (!part.coming().isEmpty()) {
            item.with(Element.of(Tag.P).with(Html.text(here.say("part.who") + " "), names(here, part.coming())));
        } else if (!(part.part() instanceof Joining.Part.Coming)) {
            item.with(Element.of(Tag.P).cls("lonely").text(here.say("part.nobody")));
        }
        if (!part.cannot().isEmpty()) {
            item.with(Element.of(Tag.P).cls("cannot").with(Html.text(here.say("part.cannot") + " "), names(here, part.cannot())));
        }
        Element lines = Element.of(Tag.DIV).cls("sign-up").set(Attr.ARIA_HIDDEN, "true");
        int blanks = part.part() instanceof Joining.Part.Bringing ? 1 : Math.clamp(part.hands(), BLANK_LINES, 12);
        for (int i = part.coming().size(); i < blanks; i++) {
            lines.with(Element.of(Tag.SPAN));
        }
        item.with(lines);
        return view.calledOff() ? item : item.with(buttons(here, view, one, part));
    }

    private static String times(Here here, PartView part) {
        return here.say("when.span", "from", here.language().time(here.at(part.start()).toLocalTime()), "until", here.language()
                .time(here.at(part.end()).toLocalTime()));
    }

    private static Html names(Here here, List<Name> names) {
        Element out = Element.of(Tag.SPAN);
        for (int i = 0; i < names.size(); i++) {
            out.with(i == 0 ? Html.none() : Html.text(here.say("list.comma")), here.named(names.get(i)));
        }
        return out;
    }

    private static Element buttons(Here here, DoingView view, Occurrence one, PartView part) {
        String path = path(view.ref());
        Element row = Element.of(Tag.DIV).cls("actions");
        if (part.mine()) {
            row.with(form(here, path + "/cant", one, part).with(here.button("part.cant").cls("plain")));
        } else {
            row.with(form(here, path + "/join", one, part).with(here.button(part.part() instanceof Joining.Part.Bringing ? "part.bringIt" : "part.join")));
        }
        if (part.always()) {
            row.with(form(here, path + "/no-more", one, part).with(here.button("part.noMore").cls("plain")));
        } else if (view.doing().times().repeats() && !(part.part() instanceof Joining.Part.Bringing)) {
            row.with(form(here, path + "/join", one, part).with(Here.hidden("always", "1"), here.button("part.always").cls("plain")));
        }
        return row;
    }

    private static Element form(Here here, String action, Occurrence one, PartView part) {
        return here.form(action).with(Here.hidden("on", one.date().toString()), Here.hidden("part", CalendarJsons.code(part.part())));
    }

    private static Html next(Here here, DoingView view) {
        if (!view.doing().times().repeats() || view.next().isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL).cls("dates");
        for (Occurrence one : view.next()) {
            boolean here_ = view.shown().map(one::equals).orElse(false);
            list.with(Element.of(Tag.LI).with(Here.link(path(view.ref()) + "?on=" + one.date(),
                    here.language().fullDate(one.date(), one.date().getYear() != here.today().getYear())).setIf(here_, Attr.ARIA_CURRENT, "date")));
        }
        return Element.of(Tag.SECTION).cls("screen").with(Element.of(Tag.H2).text(here.say("doing.next")), list);
    }

    private static Html mine(Here here, DoingView view) {
        if (!view.mine() || view.calledOff()) {
            return Html.none();
        }
        String path = path(view.ref());
        Element row = Element.of(Tag.DIV).cls("actions").with(Here.link(path + "/revise", here.say("doing.revise")).cls("button plain"));
        if (view.doing().times().repeats()) {
            view.shown().filter(one -> one.end() > here.views().now()).ifPresent(one -> row.with(here.form(path + "/not-then")
                    .with(Here.hidden("on", one.date().toString()), here.button("doing.notThen").cls("plain"))));
        }
        row.with(Here.link(path + "/call-off", here.say("doing.callOff")).cls("button plain"));
        Html move = view.shown().filter(one -> view.doing().times().repeats() && one.end() > here.views().now()).map(one -> move(here, view, one))
                .orElse(Html.none());
        return Element.of(Tag.SECTION).cls("do").with(Element.of(Tag.H2).text(here.say("doing.yours")), row, move);
    }

    private static Reply callOffForm(Here here, DoingView view) {
        return new Reply.Page(Layout.page(here, 200, here.say("doing.callOff"), Optional.of(view.circle()),
                here.heading("doing.callOff"),
                Element.of(Tag.P).cls("quoted").set(Attr.DIR, "auto").text(view.doing().title()),
                Element.of(Tag.P).text(here.say("doing.callOff.lead")),
                here.form(path(view.ref()) + "/call-off").with(Element.of(Tag.P).cls("actions").with(here.button("doing.callOff")))));
    }

    private static Reply callOff(Here here, DoingView view) {
        return Acts.act(here, new Command.Close(view.ref(), Entry.Ending.NO_LONGER), CalendarPage.path(Optional.of(view.circle())), path(view.ref()));
    }
}
