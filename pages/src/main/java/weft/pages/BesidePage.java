package weft.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.view.CircleCard;
import weft.core.view.DraftView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;
import weft.practice.Front;
import weft.practice.Paragraph;
import weft.practice.Practice;
import weft.practice.Writings;
import weft.practice.lineage.Renderings;
import weft.practice.lineage.TranslationMemory;
import weft.practice.lineage.Translations;

/** Translating side by side: each paragraph of the original with a field for its rendering, and what was translated before. */
final class BesidePage {
    /** How many paragraphs one page holds, so that a form stays small. */
    static final int PER_PAGE = 40;

    private BesidePage() {}

    private static Optional<Shelved.Item> source(Here here, CircleCard circle, DraftView draft) {
        return Writings.practice(draft.writing()).front().translationOf().flatMap(Shelved.of(here, circle)::origin);
    }

    private static String path(CircleCard circle, DraftView draft) {
        return WritePages.path(circle, draft) + "/beside";
    }

    static Reply reply(Here here, CircleCard circle, DraftView draft) {
        return source(here, circle, draft).<Reply>map(source -> new Reply.Page(page(here, circle, draft, source)))
                .orElseGet(() -> new Reply.Page(Layout.page(here, 200, here.say("beside.title"), Optional.of(circle), here.heading("beside.title"),
                        Element.of(Tag.P).cls("lead").text(here.say("beside.gone")),
                        Element.of(Tag.P).with(Here.link(WritePages.path(circle, draft), here.say("beside.edit")).cls("button")))));
    }

    private static int from(Here here, int all) {
        int page = here.request().asked("page").flatMap(CirclePages::number).orElse(1);
        return Math.clamp((page - 1L) * PER_PAGE, 0, Math.max(0, (all - 1) / PER_PAGE * PER_PAGE));
    }

    private static Response page(Here here, CircleCard circle, DraftView draft, Shelved.Item source) {
        Practice translation = Writings.practice(draft.writing());
        List<Renderings.Line> lines = Renderings.lines(here.means().primitives(), source.practice(), translation);
        TranslationMemory memory = memory(here, circle);
        int from = from(here, lines.size());
        int to = Math.min(lines.size(), from + PER_PAGE);
        String language = translation.front().language();
        Fields fields = Fields.of(java.util.Map.of("title", List.of(translation.front().title()), "summary", List.of(translation.front().summary())));
        String page = from == 0 ? "" : "?page=" + (from / PER_PAGE + 1);
        Element form = here.form(path(circle, draft) + page).set(Attr.DATA_SAVE, here.say("write.saved")).with(
                Element.of(Tag.DIV).cls("pair").with(
                        Element.of(Tag.DIV).with(fields.line(here, "title", "write.title", "", Bounds.TITLE),
                                Element.of(Tag.P).cls("hint").with(Html.said(source.front().title()))),
                        Element.of(Tag.DIV).with(fields.line(here, "summary", "write.summary", "", 1_000),
                                Element.of(Tag.P).cls("hint").with(Html.said(source.front().summary())))));
        for (int i = from; i < to; i++) {
            form.with(line(here, source, language, lines.get(i), i, memory));
        }
        form.with(Element.of(Tag.P).id("saved").cls("hint").set(Attr.ROLE, "status"), Element.of(Tag.P).cls("actions").with(
                here.button("write.save"), Here.link(WritePages.path(circle, draft), here.say("beside.edit")).cls("button plain")));
        return Layout.page(here, 200, here.say("beside.title"), Optional.of(circle), here.heading("beside.title"),
                Element.of(Tag.P).cls("lead")
                .text(here.say("beside.lead", "from", Tongues.ownName(source.front().language()), "into", Tongues.ownName(language))),
                turn(here, circle, draft, from, lines.size()), form, extras(here, source, translation));
    }

    private static Html turn(Here here, CircleCard circle, DraftView draft, int from, int all) {
        if (all <= PER_PAGE) {
            return Html.none();
        }
        Element nav = Element.of(Tag.NAV).cls("turn").set(Attr.ARIA_LABEL, here.say("board.pages"));
        int pages = (all + PER_PAGE - 1) / PER_PAGE;
        int page = from / PER_PAGE + 1;
        if (page > 1) {
            nav.with(Here.link(path(circle, draft) + "?page=" + (page - 1), here.say("board.earlier")));
        }
        nav.with(Element.of(Tag.SPAN).text(here.say("board.page", "page", page, "pages", pages)));
        if (page < pages) {
            nav.with(Here.link(path(circle, draft) + "?page=" + (page + 1), here.say("board.later")));
        }
        return nav;
    }

    private static Element line(Here here, Shelved.Item source, String language, Renderings.Line line, int index, TranslationMemory memory) {
        String name = "r" + index;
        String id = "f-" + name;
        Element left = Element.of(Tag.DIV).cls("practice").set(Attr.LANG, source.front().language()).set(Attr.DIR, Shelved.direction(source.front().language()))
                .with(Shelved.html(here, line.source().text(), source.path() + "/picture-"));
        Element right = Element.of(Tag.DIV).with(
                Element.of(Tag.LABEL).set(Attr.FOR, id).cls("hint").text(here.say("beside.state." + Jsons.code(line.state()))),
                Element.of(Tag.TEXTAREA).set(Attr.NAME, name).id(id).set(Attr.LANG, language).set(Attr.DIR, Shelved.direction(language))
                        .set(Attr.ROWS, Integer.toString(Math.clamp(line.source().text().length() / 45L + 1, 2, 12)))
                        .text(line.rendering().map(Renderings::bare).orElse("")));
        if (line.state() == Translations.State.STALE) {
            right.with(Element.of(Tag.SPAN).cls("choice").with(
                    Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "ok" + index).set(Attr.VALUE, "1").id("f-ok" + index),
                    Element.of(Tag.LABEL).set(Attr.FOR, "f-ok" + index).text(here.say("beside.fits"))));
        }
        if (line.state() != Translations.State.VALID) {
            List<TranslationMemory.Offer> offers = memory.offer(line.source(), language);
            for (int k = 0; k < offers.size(); k++) {
                right.with(Element.of(Tag.DIV).cls("offer").with(
                        Element.of(Tag.P).cls("hint").text(here.say(offers.get(k).exact() ? "beside.before" : "beside.alike")),
                        Element.of(Tag.P).cls("words").set(Attr.LANG, language).set(Attr.DIR, "auto").text(Renderings.bare(offers.get(k).rendering())),
                        Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").cls("plain").set(Attr.NAME, "use").set(Attr.VALUE, index + "-" + k)
                                .text(here.say("beside.use"))));
            }
        }
        return Element.of(Tag.DIV).cls("pair side-by-side " + Jsons.code(line.state())).with(left, right);
    }

    private static Html extras(Here here, Shelved.Item source, Practice translation) {
        List<Translations.Pair> extra = Translations.beside(here.means().primitives(), source.practice(), translation).stream()
                .filter(pair -> pair.state() == Translations.State.EXTRA).toList();
        if (extra.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.DIV);
        extra.forEach(pair -> list.with(Element.of(Tag.P).cls("words").set(Attr.DIR, "auto").text(pair.translation().map(Paragraph::text).orElse(""))));
        return Element.of(Tag.SECTION)
                .with(Element.of(Tag.H2).text(here.say("beside.extra")), Element.of(Tag.P).cls("hint").text(here.say("beside.extra.hint")), list);
    }

    /** All that was translated before, in any circle of the reader's. */
    private static TranslationMemory memory(Here here, CircleCard circle) {
        TranslationMemory memory = new TranslationMemory(here.means().primitives());
        List<CircleCard> circles = new ArrayList<>(List.of(circle));
        here.views().circles().stream().filter(card -> !card.address().equals(circle.address())).forEach(circles::add);
        for (CircleCard one : circles) {
            Shelved shelf = Shelved.of(here, one);
            shelf.items().forEach(item -> item.front().translationOf().flatMap(shelf::origin)
                    .ifPresent(from -> memory.learn(from.practice(), item.practice())));
        }
        return memory;
    }

    static Reply save(Here here, CircleCard circle, DraftView draft) {
        Optional<Shelved.Item> source = source(here, circle, draft);
        if (source.isEmpty()) {
            return reply(here, circle, draft);
        }
        Practice before = Writings.practice(draft.writing());
        List<Renderings.Line> lines = Renderings.lines(here.means().primitives(), source.get().practice(), before);
        List<Renderings.Line> after = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            after.add(typed(here, circle, lines.get(i), i, before.front().language()));
        }
        Front head = before.front();
        Front front = new Front(PostPage.oneLine(here.request().field("title")), head.language(), PostPage.oneLine(here.request().field("summary")),
                head.kinds(),
                head.seasons(), source.get().front().serves(), head.materials(), head.licence(), head.derivedFrom(),
                Optional.of(source.get().asOrigin()), List.of());
        Practice practice = Renderings.write(front, after);
        String page = here.request().asked("page").flatMap(CirclePages::number).map(n -> "?page=" + n).orElse("");
        return Acts.act(here, new Command.DraftKeep(draft.id(), draft.revises(), Writings.of(practice)), path(circle, draft) + page,
                WritePages.path(circle, draft));
    }

    private static Renderings.Line typed(Here here, CircleCard circle, Renderings.Line line, int index, String language) {
        String use = here.request().field("use");
        String name = "r" + index;
        if (use.startsWith(index + "-")) {
            List<TranslationMemory.Offer> offers = memory(here, circle).offer(line.source(), language);
            Optional<Integer> k = CirclePages.number(use.substring(use.indexOf('-') + 1)).filter(n -> n < offers.size());
            if (k.isPresent()) {
                return line.with(here.means().primitives(), Renderings.bare(offers.get(k.get()).rendering()), offers.get(k.get()).exact());
            }
        }
        if (!here.request().form().containsKey(name)) {
            return line;
        }
        return line.with(here.means().primitives(), WritePages.plain(here.request().field(name)), !here.request().field("ok" + index).isEmpty());
    }
}
