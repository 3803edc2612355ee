package weft.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.view.CircleCard;
import weft.core.view.PracticeView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;
import weft.practice.Ancestor;
import weft.practice.Front;
import weft.practice.Practice;
import weft.practice.Scaling;

/** A practice to read and work by. */
final class PracticePage {
    private static final int MOST_PEOPLE = 100_000;

    private PracticePage() {}

    static Reply reply(Here here, PracticeView view) {
        Shelved.Item item = Shelved.item(view.card());
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, PracticeJsons.view(here, view, item)));
        }
        return new Reply.Page(page(here, 200, view, Fields.of(Map.of())));
    }

    /** For how many, where the reader asked and the text can. */
    static Optional<Integer> people(Here here, Practice practice) {
        return here.request().asked("for").flatMap(CirclePages::number).filter(n -> n >= 1 && n <= MOST_PEOPLE).filter(n -> Scaling.scales(practice));
    }

    static Response page(Here here, int status, PracticeView view, Fields fields) {
        Shelved.Item item = Shelved.item(view.card());
        Shelved shelf = Shelved.of(here, view.circle());
        Optional<Integer> people = people(here, item.practice());
        Practice shown = people.map(n -> Scaling.scale(item.practice(), n)).orElse(item.practice());
        String language = item.front().language();
        return Layout.page(here, status, here.say("practice.title"), Optional.of(view.circle()),
                fields.summary(here),
                Element.of(Tag.DIV).cls("title").with(
                        Element.of(Tag.H1).set(Attr.LANG, language).set(Attr.DIR, Shelved.direction(language)).text(item.front().title()),
                        languages(here, shelf, item)),
                head(here, shelf, item),
                scaling(here, item, people),
                Element.of(Tag.ARTICLE).cls("practice").set(Attr.LANG, language).set(Attr.DIR, Shelved.direction(language))
                        .with(Shelved.html(here, withoutTitle(shown), item.path() + "/picture-")),
                actions(here, view, item),
                accounts(here, view, item, fields),
                more(here, view, item, people));
    }

    /** The text without a first heading that only says the title again. */
    static String withoutTitle(Practice practice) {
        String text = practice.text().stripLeading();
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.startsWith("# ") && first.substring(2).strip().equals(practice.front().title()) ? end < 0 ? "" : text.substring(end + 1) : text;
    }

    private static Html languages(Here here, Shelved shelf, Shelved.Item item) {
        List<Shelved.Item> all = shelf.languages(item).stream().filter(other -> !other.card().ref().equals(item.card().ref())).toList();
        if (all.isEmpty()) {
            return Html.none();
        }
        Element nav = Element.of(Tag.NAV).cls("languages").set(Attr.ARIA_LABEL, here.say("practice.languages"));
        all.forEach(other -> nav.with(Here.link(other.path(), Tongues.ownName(other.front().language())).set(Attr.LANG, other.front().language())
                .set(Attr.DIR, "auto")));
        return nav;
    }

    private static Html head(Here here, Shelved shelf, Shelved.Item item) {
        Front front = item.front();
        Element facts = Element.of(Tag.DL).cls("facts");
        Html summary = Html.none();
        if (!front.summary().isEmpty()) {
            summary = Element.of(Tag.P).cls("lead").set(Attr.DIR, "auto").set(Attr.LANG, front.language()).text(front.summary());
        }
        fact(here, facts, "write.kinds", front.kinds().stream().map(word -> BoardPage.kind(here, word)).toList());
        fact(here, facts, "write.seasons", front.seasons().stream().map(word -> ShelfFind.season(here, word)).toList());
        fact(here, facts, "write.materials", front.materials());
        row(facts, here.say("practice.by"), Html.many(here.named(item.card().by()), Html.text(", "),
                Html.text(here.written(item.card().writtenAt()))));
        if (!front.licence().isEmpty()) {
            row(facts, here.say("write.licence"), Html.said(front.licence()));
        }
        origin(here, shelf, facts, "practice.from", front.derivedFrom());
        origin(here, shelf, facts, "practice.translates", front.translationOf());
        return Html.many(summary, facts);
    }

    private static void row(Element facts, String name, Html value) {
        facts.with(Element.of(Tag.DIV).with(Element.of(Tag.DT).text(name), Element.of(Tag.DD).with(value)));
    }

    private static void fact(Here here, Element facts, String key, List<String> words) {
        if (!words.isEmpty()) {
            row(facts, here.say(key), Html.said(String.join(here.say("list.comma"), words)));
        }
    }

    private static void origin(Here here, Shelved shelf, Element facts, String key, Optional<Ancestor> origin) {
        origin.ifPresent(one -> row(facts, here.say(key), shelf.origin(one)
                .<Html>map(found -> Here.link(found.path(), found.front().title()).set(Attr.DIR, "auto"))
                .orElseGet(() -> Html.text(here.say(one.article() ? "practice.fromNet" : "practice.fromElsewhere")))));
    }

    private static Html scaling(Here here, Shelved.Item item, Optional<Integer> people) {
        if (!Scaling.scales(item.practice())) {
            return Html.none();
        }
        String now = people.or(item.front()::serves).map(String::valueOf).orElse("");
        return Element.of(Tag.FORM).cls("filter").set(Attr.METHOD, "get").set(Attr.ACTION, item.path()).set(Attr.AUTOCOMPLETE, "off").with(
                Element.of(Tag.SPAN).cls("asked").with(Element.of(Tag.LABEL).set(Attr.FOR, "q-for").text(here.say("practice.for")),
                        Element.of(Tag.INPUT).set(Attr.TYPE, "number").set(Attr.NAME, "for").id("q-for").set(Attr.MIN, "1").set(Attr.MAX, "100000")
                                .set(Attr.INPUTMODE, "numeric").set(Attr.VALUE, now)),
                here.button("practice.scale").cls("plain"));
    }

    private static Html actions(Here here, PracticeView view, Shelved.Item item) {
        boolean kept = view.card().kept();
        Element actions = Element.of(Tag.DIV).cls("actions").with(
                here.form(item.path() + "/keep").with(Here.hidden("on", kept ? "0" : "1"),
                        Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").cls("plain").text(here.say(kept ? "practice.unkeep" : "practice.keep"))));
        if (view.card().mine()) {
            actions.with(here.form(item.path() + "/revise").with(here.button("practice.revise").cls("plain")));
        }
        actions.with(here.form(item.path() + "/fork").with(here.button("practice.fork").cls("plain")));
        actions.with(Here.link(item.path() + "/family", here.say("practice.family")).cls("button plain"));
        return Element.of(Tag.SECTION).cls("do").with(
                Element.of(Tag.P).cls("hint").text(here.say(kept ? "practice.keptHint" : "practice.fades", "day", here.lastDay(view.card().lastDay()))),
                actions);
    }

    private static Html accounts(Here here, PracticeView view, Shelved.Item item, Fields fields) {
        Element list = Element.of(Tag.DIV).id("accounts").set(Attr.DATA_LIVE, "");
        for (PracticeView.Account account : view.accounts()) {
            Element one = Element.of(Tag.ARTICLE).cls("said").with(
                    Element.of(Tag.P).cls("who").with(here.named(account.by()), Element.of(Tag.SPAN).cls("hint").text(here.written(account.writtenAt()))),
                    Here.words(account.text()));
            if (account.mine()) {
                one.with(here.form(item.path() + "/untell").with(Here.hidden("account", account.voice().hex()),
                        here.button("account.takeBack").cls("link")));
            }
            list.with(one);
        }
        return Element.of(Tag.SECTION).with(Element.of(Tag.H2).text(here.say("account.title")),
                view.accounts().isEmpty() ? Element.of(Tag.P).cls("empty").text(here.say("account.none")) : Html.none(), list,
                here.form(item.path() + "/tell").with(fields.area(here, "text", "account.words", "account.hint", 3, Bounds.TEXT),
                        Element.of(Tag.P).cls("actions").with(here.button("account.do"))));
    }

    private static Html more(Here here, PracticeView view, Shelved.Item item, Optional<Integer> people) {
        Element all = Element.of(Tag.DIV).cls("do");
        all.with(translate(here, item), print(here, item, people), carry(here, view.circle(), item), give(here, item));
        return all;
    }

    private static Element fold(Here here, String title, Html... content) {
        return Element.of(Tag.DETAILS).with(Element.of(Tag.SUMMARY).text(here.say(title))).with(content);
    }

    private static Html translate(Here here, Shelved.Item item) {
        Fields fields = Fields.of(Map.of("language", List.of(item.front().language().equals(here.language().tag()) ? "" : here.language().tag())));
        return fold(here, "practice.translate", Element.of(Tag.P).text(here.say("translate.lead")),
                here.form(item.path() + "/translate").with(WritePages.language(here, fields),
                        Element.of(Tag.P).cls("actions").with(here.button("translate.do"))));
    }

    private static Html print(Here here, Shelved.Item item, Optional<Integer> people) {
        Element browser = Element.of(Tag.P).cls("actions").with(Element.of(Tag.BUTTON).set(Attr.TYPE, "button").cls("plain").mark(Attr.HIDDEN)
                .set(Attr.DATA_PRINT, "").text(here.say("print.browser")));
        if (!here.means().computer()) {
            return fold(here, "practice.print", Element.of(Tag.P).text(here.say("print.phone")), browser);
        }
        List<Element> forms = List.of("booklet", "leaflet", "poster", "pages").stream()
                .map(form -> BoardPage.option(form, here.say("print." + form), form.equals("booklet"))).toList();
        Element form = Element.of(Tag.FORM).set(Attr.METHOD, "get").set(Attr.ACTION, item.path() + "/print.pdf").set(Attr.AUTOCOMPLETE, "off").with(
                Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "p-form").text(here.say("print.form")),
                        Element.of(Tag.SELECT).set(Attr.NAME, "form").id("p-form").with(forms)),
                Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "p-paper").text(here.say("print.paper")),
                        Element.of(Tag.SELECT).set(Attr.NAME, "paper").id("p-paper").with(BoardPage.option("a4", "A4", true),
                                BoardPage.option("letter", "Letter", false))),
                Element.of(Tag.DIV).cls("field").with(Element.of(Tag.SPAN).cls("choice").with(
                        Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "grey").set(Attr.VALUE, "1").id("p-grey"),
                        Element.of(Tag.LABEL).set(Attr.FOR, "p-grey").text(here.say("print.grey")))),
                Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "p-link").text(here.say("print.link")),
                        Element.of(Tag.P).cls("hint").id("h-link").text(here.say("print.link.hint")),
                        Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.NAME, "link").id("p-link").set(Attr.MAXLENGTH, "600")
                        .set(Attr.ARIA_DESCRIBEDBY, "h-link")),
                Element.of(Tag.P).cls("actions").with(here.button("print.do")));
        people.ifPresent(n -> form.with(Here.hidden("for", Integer.toString(n))));
        return fold(here, "practice.print", form, browser);
    }

    private static Html carry(Here here, CircleCard circle, Shelved.Item item) {
        List<CircleCard> others = here.views().circles().stream().filter(card -> !card.address().equals(circle.address())).toList();
        if (others.isEmpty()) {
            return Html.none();
        }
        return fold(here, "practice.carry", Element.of(Tag.P).text(here.say("practice.carryLead")),
                here.form(item.path() + "/carry").with(
                        Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "c-to").text(here.say("carry.to")),
                                Element.of(Tag.SELECT).set(Attr.NAME, "to").id("c-to")
                                        .with(others.stream().map(card -> BoardPage.option(card.address().hex(), card.name(), false)).toList())),
                        Element.of(Tag.P).cls("actions").with(here.button("practice.carryDo"))));
    }

    private static Html give(Here here, Shelved.Item item) {
        Element links = Element.of(Tag.UL).with(Element.of(Tag.LI).with(Here.link(item.path() + "/practice.md", here.say("give.markdown"))));
        if (here.means().computer()) {
            links.with(Element.of(Tag.LI).with(Here.link(item.path() + "/practice.epub", here.say("give.epub"))),
                    Element.of(Tag.LI).with(Here.link(item.path() + "/practice.html", here.say("give.html"))),
                    Element.of(Tag.LI).with(Here.link(item.path() + "/publish", here.say("give.publish"))));
        }
        return fold(here, "practice.give", links, here.means().computer() ? Html.none() : Element.of(Tag.P).text(here.say("give.phone")));
    }
}
