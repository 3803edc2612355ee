package weft.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import weft.core.entry.Entry;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.primitives.Bytes;

/** What can be done with a thread. What can't be undone is asked for on a page of its own first. */
final class ThreadActs {
    private ThreadActs() {}

    static Reply answer(Here here, ThreadView thread) {
        return words(here, thread, "answer", "fault.noWords", text -> new Command.Answer(thread.card().ref(), text));
    }

    static Reply aside(Here here, ThreadView thread) {
        return words(here, thread, "aside", "fault.noWords", text -> new Command.SayAside(thread.card().ref(), text));
    }

    private static Reply words(Here here, ThreadView thread, String field, String empty, Function<String, Command> command) {
        Fields fields = Fields.of(here.request().form());
        String text = PostPage.manyLines(fields.get(field));
        if (text.isEmpty()) {
            fields.fault(field, empty);
        } else if (text.codePointCount(0, text.length()) > Bounds.TEXT) {
            fields.fault(field, "fault.tooLong");
        }
        if (!fields.good()) {
            return Acts.faulty(here, fields, () -> ThreadPage.page(here, 422, thread, fields));
        }
        return Acts.act(here, command.apply(text), ignored -> Here.path(thread.card().ref()), why -> {
            // What was typed must not be lost, so the words come back in their field wherever there still is one.
            fields.fault("", Acts.key(why));
            return ThreadPage.page(here, 409, thread, fields);
        });
    }

    static Reply admit(Here here, ThreadView thread) {
        Optional<Bytes> voice = Router.key(here.request().field("voice"));
        String path = Here.path(thread.card().ref());
        return voice.map(bytes -> Acts.act(here, new Command.Admit(thread.card().ref(), bytes), path, path))
                .orElseGet(() -> noSuchEntry(here, path));
    }

    private static Reply noSuchEntry(Here here, String back) {
        Outcome.Refusal why = Outcome.Refusal.NO_SUCH_ENTRY;
        return new Reply.Page(here.request().wantsJson()
                ? Jsons.refused(409, Jsons.code(why), Acts.sentence(here, why), Map.of())
                : Acts.refused(here, why, back));
    }

    static Reply hide(Here here, ThreadView thread) {
        return Acts.act(here, new Command.Hide(thread.card().ref()), Here.path(thread.circle().address()), Here.path(thread.card().ref()));
    }

    static Reply hideForm(Here here, ThreadView thread) {
        return confirm(here, thread, "hide", "hide.title", "hide.text", Html.none(), "hide.do");
    }

    static Reply withdrawForm(Here here, ThreadView thread) {
        return confirm(here, thread, "withdraw", "withdraw.title", "withdraw.text", Html.none(), "withdraw.do");
    }

    /** Takes back the entry named, or the reader's answer. */
    static Reply withdraw(Here here, ThreadView thread) {
        String named = here.request().field("entry");
        Optional<Bytes> entry = named.isEmpty() ? thread.may().withdraw() : Router.key(named);
        String path = Here.path(thread.card().ref());
        return entry.map(id -> Acts.act(here, new Command.Withdraw(thread.card().ref(), id), path, path)).orElseGet(() -> noSuchEntry(here, path));
    }

    static Reply closeForm(Here here, ThreadView thread) {
        boolean done = !here.request().asked("ending").equals(Optional.of("no-longer"));
        String which = done ? "done" : "noLonger";
        return confirm(here, thread, "close", "close." + which + ".title", "close.text", Here.hidden("ending", done ? "done" : "no-longer"),
                "close." + which + ".do");
    }

    static Reply close(Here here, ThreadView thread) {
        Entry.Ending ending;
        switch (here.request().field("ending")) {
            case "done" -> ending = Entry.Ending.DONE;
            case "no-longer" -> ending = Entry.Ending.NO_LONGER;
            default -> {
                return Router.trouble(here, Trouble.NOT_UNDERSTOOD);
            }
        }
        return Acts.act(here, new Command.Close(thread.card().ref(), ending), Here.path(thread.circle().address()), Here.path(thread.card().ref()));
    }

    private static Reply confirm(Here here, ThreadView thread, String act, String title, String text, Html field, String button) {
        String path = Here.path(thread.card().ref());
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.thread(here, thread)));
        }
        return new Reply.Page(Layout.page(here, 200, here.say(title), Optional.of(thread.circle()),
                here.heading(title),
                Element.of(Tag.P).cls("quoted").set(Attr.DIR, "auto").text(thread.card().ask().title()),
                Element.of(Tag.P).cls("lead").text(here.say(text)),
                here.form(path + "/" + act).with(field, Element.of(Tag.P).cls("actions").with(
                        here.button(button),
                        Here.link(path, here.say("do.back")).cls("button plain")))));
    }

    static Reply extendForm(Here here, ThreadView thread) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.thread(here, thread)));
        }
        LocalDate last = Here.date(thread.card().lastDay());
        LocalDate further = (last.isBefore(here.today()) ? here.today() : last).plusDays(PostPage.USUAL_DAYS);
        return new Reply.Page(extendForm(here, 200, thread, Fields.of(Map.of("lastDay", List.of(further.toString())))));
    }

    private static Response extendForm(Here here, int status, ThreadView thread, Fields fields) {
        String path = Here.path(thread.card().ref());
        Element date = Element.of(Tag.INPUT).set(Attr.TYPE, "date").set(Attr.MIN, Here.date(thread.card().lastDay().plus(1)).toString())
                .set(Attr.MAX, here.today().plusDays(399).toString());
        return Layout.page(here, status, here.say("extend.title"), Optional.of(thread.circle()),
                fields.summary(here),
                here.heading("extend.title"),
                Element.of(Tag.P).cls("quoted").set(Attr.DIR, "auto").text(thread.card().ask().title()),
                Element.of(Tag.P).text(here.say("extend.text", "date", here.lastDay(thread.card().lastDay()))),
                here.form(path + "/extend").with(
                        fields.line(here, "lastDay", "post.lastDay", "post.lastDay.hint", date),
                        Element.of(Tag.P).cls("actions").with(here.button("extend.do"), Here.link(path, here.say("do.back")).cls("button plain"))));
    }

    static Reply extend(Here here, ThreadView thread) {
        Fields fields = Fields.of(here.request().form());
        Optional<LocalDate> day = Moments.date(fields.get("lastDay"));
        if (day.isEmpty() || day.get().isAfter(here.today().plusDays(399))) {
            fields.fault("lastDay", "refusal.bad-day");
        } else if (!day.get().isAfter(Here.date(thread.card().lastDay()))) {
            fields.fault("lastDay", "fault.notFurther");
        }
        if (!fields.good() || day.isEmpty()) {
            return Acts.faulty(here, fields, () -> extendForm(here, 422, thread, fields));
        }
        return Acts.act(here, new Command.Extend(thread.card().ref(), Moments.day(day.get())), ignored -> Here.path(thread.card().ref()), why -> {
            fields.fault(Acts.field(why), Acts.key(why));
            return extendForm(here, 422, thread, fields);
        });
    }
}
