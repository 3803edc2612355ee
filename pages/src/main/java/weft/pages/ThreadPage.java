package weft.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Photo;
import weft.core.entry.Whereabouts;
import weft.core.view.Stage;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** One need or offer: its words, its answers, its aside, and what the reader can do with it. */
final class ThreadPage {
    private static final List<String> MEDIA = List.of("image/jpeg", "image/webp");

    private ThreadPage() {}

    static Reply reply(Here here, ThreadView thread) {
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Jsons.thread(here, thread)));
        }
        return new Reply.Page(page(here, 200, thread, Fields.of(Map.of())));
    }

    static Response page(Here here, int status, ThreadView thread, Fields fields) {
        ThreadCard card = thread.card();
        Element head = Element.of(Tag.SECTION).id("thread").set(Attr.DATA_LIVE, "").with(
                Element.of(Tag.P).cls("state").with(BoardPage.side(here, card.ask().side()), Marks.stage(here, card.stage())),
                Element.of(Tag.H1).set(Attr.DIR, "auto").text(card.ask().title()),
                Element.of(Tag.P).cls("hint").text(here.say(stageSentence(card))),
                card.ask().text().isEmpty() ? Html.none() : Here.words(card.ask().text()),
                photos(card),
                facts(here, card));
        return Layout.page(here, status, here.say("side." + Jsons.code(card.ask().side())), Optional.of(thread.circle()),
                fields.summary(here),
                head,
                answers(here, thread),
                asideSection(here, thread),
                sayAside(here, thread, fields),
                answerForm(here, thread, fields),
                FitsPage.section(here, thread),
                mine(here, thread));
    }

    private static Html photos(ThreadCard card) {
        List<Photo> photos = card.ask().photos();
        if (photos.isEmpty()) {
            return Html.none();
        }
        Element all = Element.of(Tag.DIV).cls("photos");
        for (int i = 0; i < photos.size(); i++) {
            String caption = photos.get(i).caption();
            Element figure = Element.of(Tag.FIGURE).with(
                    Element.of(Tag.IMG).set(Attr.SRC, Here.path(card.ref()) + "/photo-" + i).set(Attr.ALT, caption));
            all.with(caption.isEmpty() ? figure : figure.with(Element.of(Tag.FIGCAPTION).cls("hint").set(Attr.DIR, "auto").text(caption)));
        }
        return all;
    }

    /** One of the thread's pictures; the entry's reader made sure that it is one. */
    static Reply photo(Here here, ThreadView thread, String number) {
        List<Photo> photos = thread.card().ask().photos();
        return CirclePages.number(number).filter(i -> i < photos.size() && MEDIA.contains(photos.get(i).mediaType())
                        && Picture.isShowable(photos.get(i).mediaType(), photos.get(i).data()))
                .<Reply>map(i -> new Reply.Page(Response.picture(photos.get(i).mediaType(), photos.get(i).data())))
                .orElseGet(() -> Router.trouble(here, Trouble.NOT_FOUND));
    }

    /** "Is it handled yet?", as a sentence for whoever reads. */
    private static String stageSentence(ThreadCard card) {
        boolean waits = card.stage() == Stage.OPEN || card.stage() == Stage.ANSWERED;
        String who = card.mine() ? ".mine" : card.inside() ? ".inside" : "";
        return "stage.sentence." + Jsons.code(card.stage()) + (waits && !card.mine() || card.stage().compareTo(Stage.IN_HAND) > 0 ? "" : who);
    }

    private static Element facts(Here here, ThreadCard card) {
        Ask ask = card.ask();
        Map<String, Html> facts = new LinkedHashMap<>();
        facts.put("fact.when", Html.text(here.when(ask)));
        ask.where().map(Whereabouts::name).filter(name -> !name.isEmpty()).ifPresent(name -> facts.put("fact.where", Html.said(name)));
        ask.where().flatMap(Whereabouts::point).ifPresent(point -> facts.put("fact.point", Html.said(Moments.shown(point))));
        if (!ask.kind().isEmpty()) {
            facts.put("fact.kind", Html.said(BoardPage.kind(here, ask.kind())));
        }
        if (!ask.languages().isEmpty()) {
            facts.put("fact.languages", Html.said(BoardPage.languages(here, ask)));
        }
        facts.put("fact.by", here.named(card.by()));
        if (ask.forSomeoneElse()) {
            facts.put("fact.for", Html.text(here.say("thread.forSomeoneElse")));
        }
        facts.put("fact.written", Html.text(here.written(card.writtenAt())));
        facts.put("fact.lastDay", Html.text(here.lastDay(card.lastDay())));
        Element list = Element.of(Tag.DL).cls("facts");
        facts.forEach((key, value) -> list.with(Element.of(Tag.DIV).with(
                Element.of(Tag.DT).text(here.say(key)), Element.of(Tag.DD).with(value))));
        return list;
    }

    private static Element answers(Here here, ThreadView thread) {
        Element section = Element.of(Tag.SECTION).id("answers").set(Attr.DATA_LIVE, "");
        List<ThreadView.AnswerView> answers = thread.answers();
        boolean mine = thread.card().mine();
        if (answers.isEmpty()) {
            return mine ? section.with(title(here, "answers.title"), Element.of(Tag.P).cls("empty").text(here.say("answers.none"))) : section;
        }
        section.with(title(here, mine ? "answers.title" : "answers.yours"));
        Element list = Element.of(Tag.OL).cls("said");
        for (ThreadView.AnswerView answer : answers) {
            list.with(answer(here, thread, answer));
        }
        return section.with(list);
    }

    private static Element title(Here here, String key) {
        return Element.of(Tag.H2).text(here.say(key));
    }

    private static Element answer(Here here, ThreadView thread, ThreadView.AnswerView answer) {
        Element item = Element.of(Tag.LI).cls(answer.withdrawn() ? "withdrawn" : "").with(
                Element.of(Tag.P).cls("meta").id("by-" + answer.entry().hex())
                        .with(Element.of(Tag.SPAN).with(here.named(answer.by())), Element.of(Tag.SPAN).text(here.written(answer.writtenAt()))),
                Here.words(answer.text()));
        if (answer.withdrawn()) {
            return item.with(Element.of(Tag.P).cls("status").text(here.say("answer.withdrawn")));
        }
        if (answer.admitted()) {
            item.with(Element.of(Tag.P).cls("status").text(here.say(thread.card().mine() ? "answer.inside" : "answer.youAreInside")));
            if (thread.may().revise()) {
                item.with(here.form(Here.path(thread.card().ref()) + "/let-out").with(
                        Here.hidden("voice", answer.voice().hex()),
                        here.button("answer.letOut").cls("plain").set(Attr.ARIA_DESCRIBEDBY, "by-" + answer.entry().hex())),
                        Element.of(Tag.P).cls("hint").text(here.say("answer.letOut.hint")));
            }
        } else if (thread.may().revise()) {
            item.with(here.form(Here.path(thread.card().ref()) + "/admit").with(
                    Here.hidden("voice", answer.voice().hex()),
                    here.button("answer.letIn").set(Attr.ARIA_DESCRIBEDBY, "by-" + answer.entry().hex())),
                    Element.of(Tag.P).cls("hint").text(here.say("answer.letIn.hint")));
        } else if (!thread.card().mine()) {
            item.with(Element.of(Tag.P).cls("status").text(here.say("answer.waiting")));
        }
        boolean own = thread.may().withdraw().filter(answer.entry()::equals).isPresent();
        if (own) {
            item.with(Element.of(Tag.P).with(Here.link(Here.path(thread.card().ref()) + "/withdraw", here.say("answer.cantAfterAll"))));
        }
        return item;
    }

    private static Element asideSection(Here here, ThreadView thread) {
        Element section = Element.of(Tag.SECTION).id("aside").set(Attr.DATA_LIVE, "");
        if (!thread.card().inside() && !thread.card().mine() && thread.aside().isEmpty()) {
            return section;
        }
        section.cls("aside").with(title(here, "aside.title"), Element.of(Tag.P).cls("hint").text(here.say("aside.hint")));
        if (thread.aside().isEmpty()) {
            return section.with(Element.of(Tag.P).cls("empty").text(here.say("aside.none")));
        }
        Element list = Element.of(Tag.OL).cls("said");
        for (ThreadView.AsideView aside : thread.aside()) {
            list.with(Element.of(Tag.LI).with(
                    Element.of(Tag.P).cls("meta").with(Element.of(Tag.SPAN).with(here.named(aside.by())),
                            Element.of(Tag.SPAN).text(here.written(aside.writtenAt()))),
                    Here.words(aside.text())));
        }
        return section.with(list);
    }

    private static Element sayAside(Here here, ThreadView thread, Fields fields) {
        Element section = Element.of(Tag.SECTION).id("say-aside");
        if (!thread.may().speakAside()) {
            return section;
        }
        return section.cls("aside").with(here.form(Here.path(thread.card().ref()) + "/aside").with(
                fields.area(here, "aside", "aside.say", "", 3, Bounds.TEXT),
                Element.of(Tag.P).cls("actions").with(here.button("aside.do"))));
    }

    private static Element answerForm(Here here, ThreadView thread, Fields fields) {
        Element section = Element.of(Tag.SECTION).id("answer");
        if (!thread.may().answer()) {
            return section;
        }
        String side = Jsons.code(thread.card().ask().side());
        return section.with(title(here, "answer.title." + side), here.form(Here.path(thread.card().ref()) + "/answer").with(
                fields.area(here, "answer", "answer.text", "answer.hint", 4, Bounds.TEXT),
                Element.of(Tag.P).cls("actions").with(here.button("answer.do"))));
    }

    private static Element mine(Here here, ThreadView thread) {
        String path = Here.path(thread.card().ref());
        Element section = Element.of(Tag.SECTION).id("do").cls("do");
        if (!thread.may().revise()) {
            boolean mine = thread.card().mine();
            return mine ? section : section.with(Element.of(Tag.P).cls("actions quiet").with(Here.link(path + "/hide", here.say("thread.hide"))));
        }
        return section.with(
                title(here, "mine.title"),
                Element.of(Tag.P).cls("actions").with(
                        Here.link(path + "/close?ending=done", here.say("mine.done")).cls("button"),
                        Here.link(path + "/close?ending=no-longer", here.say("mine.noLonger")).cls("button plain"),
                        Here.link(path + "/revise", here.say("mine.revise")).cls("button plain"),
                        Here.link(path + "/extend", here.say("mine.extend")).cls("button plain")));
    }
}
