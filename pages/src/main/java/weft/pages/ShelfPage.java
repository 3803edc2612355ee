package weft.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.DraftView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;
import weft.practice.Front;
import weft.practice.Practice;
import weft.practice.PracticeFault;
import weft.practice.PracticeReader;
import weft.practice.Shelf;
import weft.practice.Writings;
import weft.practice.carry.Embedded;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.json.Json;

/** The shelf of a circle: what there is to read, what the reader is writing, what Weft brings along, and taking in. */
final class ShelfPage {
    private ShelfPage() {}

    static String path(CircleCard circle) {
        return Here.path(circle.address()) + "/practices";
    }

    static Reply reply(Here here, CircleCard circle) {
        Shelved shelf = Shelved.of(here, circle);
        ShelfFind find = new ShelfFind(here, circle);
        List<Shelved.Item> shown = find.of(shelf);
        if (here.request().wantsJson()) {
            return new Reply.Page(Jsons.response(200, Json.object(
                    "circle", Jsons.circle(circle),
                    "practices", (find.looks() ? shown : shelf.items()).stream().map(PracticeJsons::card).toList(),
                    "drafts", here.views().drafts().stream().map(draft -> PracticeJsons.draft(circle, draft)).toList())));
        }
        Response page = Layout.page(here, 200, here.say("shelf.title"), Optional.of(circle),
                here.heading("shelf.title"),
                Element.of(Tag.P).cls("lead").text(here.say("shelf.lead")),
                Element.of(Tag.DIV).cls("actions").with(
                        here.form(Here.path(circle.address()) + "/write").with(here.button("shelf.write")),
                        Here.link(path(circle) + "/take", here.say("shelf.take")).cls("button plain"),
                        Here.link(path(circle) + "/seeds", here.say("shelf.seeds")).cls("button plain")),
                drafts(here, circle),
                find.form(circle, shelf),
                Element.of(Tag.DIV).id("found").with(
                        Element.of(Tag.P).cls(find.looks() ? "meta" : "unseen").text(shown.isEmpty() ? "" : here.count("find.count", shown.size())),
                        list(here, shelf, find, shown)));
        boolean sent = here.request().method().equals("POST") && here.request().field("live").isEmpty();
        return sent ? new Reply.Kept(page) : new Reply.Page(page);
    }

    private static Html drafts(Here here, CircleCard circle) {
        List<DraftView> drafts = here.views().drafts();
        if (drafts.isEmpty()) {
            return Html.none();
        }
        Element list = Element.of(Tag.UL);
        drafts.forEach(draft -> list.with(Element.of(Tag.LI).with(
                Here.link(WritePages.path(circle, draft), draft.writing().title().isEmpty() ? here.say("write.untitled") : draft.writing().title())
                        .set(Attr.DIR, "auto"),
                Html.text(" "), Element.of(Tag.SPAN).cls("hint").text(Tongues.ownName(draft.writing().language())))));
        return Element.of(Tag.SECTION).cls("notice").with(Element.of(Tag.H2).text(here.say("shelf.drafts")), list);
    }

    private static Element list(Here here, Shelved shelf, ShelfFind find, List<Shelved.Item> shown) {
        Element section = Element.of(Tag.SECTION).id("practices").set(Attr.DATA_LIVE, "").set(Attr.ARIA_LABEL, here.say("shelf.title"));
        if (shown.isEmpty()) {
            return section.with(Element.of(Tag.P).cls("empty").text(here.say(shelf.items().isEmpty() ? "shelf.empty" : "shelf.nothing")));
        }
        Element list = Element.of(Tag.UL).cls("threads");
        shown.forEach(item -> list.with(card(here, shelf, find, item)));
        return section.with(list);
    }

    private static Element card(Here here, Shelved shelf, ShelfFind find, Shelved.Item item) {
        Front front = item.front();
        Element card = Element.of(Tag.LI).cls("card").with(
                Element.of(Tag.H2).with(Here.link(item.path(), front.title()).set(Attr.DIR, "auto").set(Attr.LANG, front.language())));
        if (!front.summary().isEmpty()) {
            card.with(Element.of(Tag.P).set(Attr.DIR, "auto").set(Attr.LANG, front.language()).text(front.summary()));
        }
        Element meta = Element.of(Tag.P).cls("meta");
        for (Shelved.Item other : shelf.languages(item)) {
            String name = Tongues.ownName(other.front().language());
            meta.with(Element.of(Tag.SPAN).with(other.equals(item) ? Element.of(Tag.BDI).text(name)
                    : Here.link(other.path(), name).set(Attr.LANG, other.front().language()).set(Attr.DIR, "auto")));
        }
        front.kinds().forEach(word -> meta.with(Element.of(Tag.SPAN).with(Html.said(BoardPage.kind(here, word)))));
        front.seasons().stream().map(word -> ShelfFind.season(here, word)).forEach(word -> meta.with(Element.of(Tag.SPAN).with(Html.said(word))));
        card.with(meta, find.line(item));
        if (item.card().mine() || item.card().kept()) {
            card.with(Element.of(Tag.P).cls("own").text(here.say(item.card().kept() ? "practice.kept" : "practice.yours")));
        }
        return card;
    }

    static Reply seeds(Here here, CircleCard circle) {
        Shelved shelf = Shelved.of(here, circle);
        Element list = Element.of(Tag.UL).cls("threads");
        for (String name : Shelf.NAMES) {
            Element languages = Element.of(Tag.DIV).cls("actions");
            Practice shown = null;
            for (String language : Shelf.LANGUAGES) {
                Optional<Practice> practice = Shelf.read(name, language);
                boolean there = shelf.items().stream().anyMatch(item -> item.card().name().equals(Shelf.nameIn(here.means().primitives(), name, language)));
                languages.with(there ? Element.of(Tag.SPAN).cls("hint").text(here.say("seeds.there", "language", Tongues.ownName(language)))
                        : here.form(path(circle) + "/seeds").with(Here.hidden("name", name), Here.hidden("language", language),
                                Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").cls("plain")
                                .text(here.say("seeds.put", "language", Tongues.ownName(language)))));
                shown = shown == null || language.equals(here.language().tag()) ? practice.orElse(shown) : shown;
            }
            if (shown != null) {
                list.with(Element.of(Tag.LI).cls("card").set(Attr.LANG, shown.front().language()).set(Attr.DIR, "auto").with(
                        Element.of(Tag.H2).text(shown.front().title()), Element.of(Tag.P).text(shown.front().summary()), languages));
            }
        }
        return new Reply.Page(Layout.page(here, 200, here.say("shelf.seeds"), Optional.of(circle), here.heading("shelf.seeds"),
                Element.of(Tag.P).cls("lead").text(here.say("seeds.lead")), list));
    }

    static Reply takeSeed(Here here, CircleCard circle) {
        String name = here.request().field("name");
        String language = here.request().field("language");
        return Shelf.forCircle(here.means().primitives(), name, language).map(practice -> Acts.act(here,
                new Command.PracticePost(circle.address(), Shelf.nameIn(here.means().primitives(), name, language), Writings.of(practice), Bytes.EMPTY),
                path(circle) + "/seeds", path(circle) + "/seeds")).orElseGet(() -> Router.trouble(here, Trouble.NOT_FOUND));
    }

    static Reply takeForm(Here here, CircleCard circle) {
        return new Reply.Page(takeForm(here, 200, circle, Fields.of(Map.of("language", List.of(here.language().tag())))));
    }

    static Response takeForm(Here here, int status, CircleCard circle, Fields fields) {
        boolean computer = here.means().computer();
        Element pick = Element.of(Tag.INPUT).set(Attr.TYPE, "file").set(Attr.ACCEPT, computer ? ".md,.markdown,.txt,.html,.htm,.xhtml,.epub,text/*"
                : ".md,.markdown,.txt,text/*");
        // A computer takes the file itself, also without a script; on a phone a script puts its text into the field below.
        Element file = computer ? fields.line(here, "file", "take.file", "take.file.hint", pick)
                : Element.of(Tag.DIV).cls("field").mark(Attr.HIDDEN).set(Attr.DATA_FILE, "f-text").with(
                        Element.of(Tag.LABEL).set(Attr.FOR, "take-file").text(here.say("take.file")), pick.id("take-file"));
        Element form = here.form(path(circle) + "/take").setIf(computer, Attr.ENCTYPE, "multipart/form-data").with(file,
                fields.area(here, "text", "take.text", computer ? "take.text.hint" : "take.text.phone", 12, PracticeReader.CHARACTERS),
                WritePages.language(here, fields),
                Element.of(Tag.P).cls("actions").with(here.button("take.do")));
        return Layout.page(here, status, here.say("shelf.take"), Optional.of(circle), fields.summary(here), here.heading("shelf.take"),
                Element.of(Tag.P).cls("lead").text(here.say("take.lead")), form);
    }

    static Reply take(Here here, CircleCard circle) {
        Fields fields = Fields.of(here.request().form());
        String trouble = here.request().field("fileTrouble");
        if (!trouble.isEmpty()) {
            String key = trouble.equals("no-text") ? "take.noText" : "practice.fault." + trouble;
            fields.fault("file", here.language().has(key) ? key : "refusal.malformed");
            return Acts.faulty(here, fields, () -> takeForm(here, 422, circle, fields));
        }
        String given = here.request().field("text");
        String text = given.startsWith("<") ? Embedded.find(given).orElse(given) : given;
        if (text.startsWith("naddr1") || text.startsWith("nostr:naddr1")) {
            // A computer fetches articles before the pages are asked.
            fields.fault("text", here.means().computer() ? "take.notFound" : "take.phone");
            return Acts.faulty(here, fields, () -> takeForm(here, 422, circle, fields));
        }
        String language = Tongues.isTag(fields.get("language")) ? fields.get("language") : "und";
        return switch (PracticeReader.readAny(text, here.say("write.untitled"), language)) {
            case Checked.Good<Practice>(Practice practice) when here.request().field("put").equals("1") -> Acts.act(here,
                    new Command.PracticePost(circle.address(), "", Writings.of(practice), Bytes.EMPTY), path(circle), path(circle) + "/take");
            case Checked.Good<Practice>(Practice practice) -> Acts.act(here, new Command.DraftKeep(Bytes.EMPTY, Optional.empty(), Writings.of(practice)),
                    outcome -> outcome instanceof Outcome.DoneDraft(Bytes id) ? WritePages.path(circle, id) : path(circle),
                    why -> Acts.refused(here, why, path(circle) + "/take"));
            case Checked.Bad<Practice>(Fault fault, String detail) -> {
                fields.fault("text", fault(fault));
                yield Acts.faulty(here, fields, () -> takeForm(here, 422, circle, fields));
            }
        };
    }

    /** The key of the sentence for a fault of a text. */
    static String fault(Fault fault) {
        return fault instanceof PracticeFault known ? "practice.fault." + Jsons.code(known) : "refusal.malformed";
    }
}
