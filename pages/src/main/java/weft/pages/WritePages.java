package weft.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Writing;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.CircleCard;
import weft.core.view.DraftView;
import weft.core.view.Ref;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.pages.text.Tongues;
import weft.practice.Front;
import weft.practice.Paragraph;
import weft.practice.Paragraphs;
import weft.practice.Practice;
import weft.practice.PracticeFault;
import weft.practice.PracticeReader;
import weft.practice.Writings;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/** Writing a practice: what is typed is kept as a draft in the vault, and shown as it will be read. */
final class WritePages {
    private static final int MOST_WORDS = 50;
    private static final int WORD = 100;

    private WritePages() {}

    static String path(CircleCard circle, DraftView draft) {
        return path(circle, draft.id());
    }

    static String path(CircleCard circle, Bytes draft) {
        return Here.path(circle.address()) + "/write/" + draft.hex();
    }

    static Reply begin(Here here, CircleCard circle) {
        Writing empty = new Writing("", here.language().tag(), List.of(), "");
        return Acts.act(here, new Command.DraftKeep(Bytes.EMPTY, Optional.empty(), empty),
                outcome -> outcome instanceof Outcome.DoneDraft(Bytes id) ? path(circle, id) : ShelfPage.path(circle),
                why -> Acts.refused(here, why, ShelfPage.path(circle)));
    }

    static Reply form(Here here, CircleCard circle, DraftView draft) {
        Practice practice = Writings.practice(draft.writing());
        Front front = practice.front();
        Map<String, List<String>> typed = new LinkedHashMap<>();
        String comma = ", ";
        typed.put("title", List.of(front.title()));
        typed.put("language", List.of(front.language()));
        typed.put("summary", List.of(front.summary()));
        typed.put("kinds", List.of(String.join(comma, front.kinds())));
        typed.put("seasons", List.of(String.join(comma, front.seasons())));
        typed.put("materials", List.of(String.join(comma, front.materials())));
        typed.put("for", List.of(front.serves().map(String::valueOf).orElse("")));
        typed.put("licence", List.of(front.licence()));
        typed.put("text", List.of(practice.text()));
        return new Reply.Page(page(here, 200, circle, draft, Fields.of(typed)));
    }

    private static Response page(Here here, int status, CircleCard circle, DraftView draft, Fields fields) {
        String path = path(circle, draft);
        boolean translation = !draft.writing().field("translation-of").isEmpty();
        Element picture = Element.of(Tag.DIV).cls("field").mark(Attr.HIDDEN).set(Attr.DATA_PICTURE, "f-text").with(
                Element.of(Tag.LABEL).set(Attr.FOR, "write-picture").text(here.say("write.picture")),
                Element.of(Tag.P).cls("hint").id("h-picture").text(here.say("write.picture.hint")),
                Element.of(Tag.INPUT).set(Attr.TYPE, "file").id("write-picture").set(Attr.ACCEPT, "image/*").set(Attr.ARIA_DESCRIBEDBY, "h-picture"));
        Element form = here.form(path).set(Attr.DATA_SAVE, here.say("write.saved")).with(
                fields.line(here, "title", "write.title", "", Bounds.TITLE),
                Element.of(Tag.DIV).cls("pair").with(language(here, fields), fields.line(here, "summary", "write.summary", "", 1_000)),
                fields.area(here, "text", "write.text", "write.text.hint", 18, PracticeReader.CHARACTERS),
                picture,
                Element.of(Tag.DETAILS).with(Element.of(Tag.SUMMARY).text(here.say("write.more")),
                        fields.line(here, "kinds", "write.kinds", "write.words.hint", 2_000),
                        fields.line(here, "seasons", "write.seasons", "write.words.hint", 2_000),
                        fields.line(here, "materials", "write.materials", "write.words.hint", 2_000),
                        fields.line(here, "for", "write.for", "write.for.hint", Element.of(Tag.INPUT).set(Attr.TYPE, "number").set(Attr.MIN, "1")
                                .set(Attr.MAX, "100000").set(Attr.INPUTMODE, "numeric")),
                        fields.line(here, "licence", "write.licence", "write.licence.hint", WORD)),
                Element.of(Tag.P).id("saved").cls("hint").set(Attr.ROLE, "status"),
                Element.of(Tag.P).cls("actions").with(
                        action(here, "post", draft.revises().isPresent() ? "write.replace" : "write.post", false),
                        action(here, "save", "write.save", true), action(here, "drop", "write.drop", true)));
        return Layout.page(here, status, here.say("write.heading"), Optional.of(circle), fields.summary(here), here.heading("write.heading"),
                translation ? Element.of(Tag.P).with(Here.link(path + "/beside", here.say("write.beside")).cls("button plain")) : Html.none(),
                form, preview(here, circle, draft));
    }

    private static Element action(Here here, String value, String key, boolean plain) {
        Element button = Element.of(Tag.BUTTON).set(Attr.TYPE, "submit").set(Attr.NAME, "do").set(Attr.VALUE, value).text(here.say(key));
        return plain ? button.cls("plain") : button;
    }

    /** The draft as it will be read. */
    private static Element preview(Here here, CircleCard circle, DraftView draft) {
        String language = draft.writing().language();
        String title = draft.writing().title();
        return Element.of(Tag.SECTION).id("preview").cls("preview").set(Attr.ARIA_LABEL, here.say("write.preview")).with(
                Element.of(Tag.H2).text(here.say("write.preview")),
                Element.of(Tag.ARTICLE).cls("practice").set(Attr.LANG, language).set(Attr.DIR, Shelved.direction(language)).with(
                        Element.of(Tag.H1).text(title.isEmpty() ? here.say("write.untitled") : title),
                        Shelved.html(here, PracticePage.withoutTitle(Writings.practice(draft.writing())), path(circle, draft) + "/picture-")));
    }

    static Element language(Here here, Fields fields) {
        String chosen = fields.get("language");
        List<Element> options = new ArrayList<>();
        if (chosen.isEmpty()) {
            // A choice that the page itself makes, so that one of the reader's is seen to differ and is not replaced while they look.
            options.add(BoardPage.option("", "", true));
        } else if (!Tongues.tags().contains(chosen)) {
            options.add(BoardPage.option(chosen, chosen, true));
        }
        Tongues.tags().forEach(tag -> options.add(BoardPage.option(tag, Tongues.ownName(tag), tag.equals(chosen)).set(Attr.LANG, tag)));
        return Element.of(Tag.DIV).cls("field").with(Element.of(Tag.LABEL).set(Attr.FOR, "f-language").text(here.say("write.language")),
                fields.fault(here, "language"),
                Element.of(Tag.SELECT).set(Attr.NAME, "language").id("f-language").with(options));
    }

    static Reply act(Here here, CircleCard circle, DraftView draft) {
        return switch (here.request().field("do")) {
            case "post" -> post(here, circle, draft);
            case "drop" -> Acts.act(here, new Command.DraftDrop(draft.id()), ShelfPage.path(circle), path(circle, draft));
            default -> save(here, circle, draft);
        };
    }

    private static Reply save(Here here, CircleCard circle, DraftView draft) {
        return Acts.act(here, new Command.DraftKeep(draft.id(), draft.revises(), Writings.of(typed(here, draft))), ignored -> path(circle, draft),
                why -> refused(here, circle, draft, why));
    }

    private static Response refused(Here here, CircleCard circle, DraftView draft, Outcome.Refusal why) {
        Fields fields = Fields.of(here.request().form());
        fields.fault(why == Outcome.Refusal.NO_TITLE ? "title" : why == Outcome.Refusal.TOO_LONG ? "text" : "",
                why == Outcome.Refusal.TOO_LONG ? "write.tooLong" : Acts.key(why));
        return page(here, 409, circle, draft, fields);
    }

    private static Reply post(Here here, CircleCard circle, DraftView draft) {
        Practice practice = typed(here, draft);
        Fields fields = Fields.of(here.request().form());
        if (PracticeReader.read(practice.write()) instanceof Checked.Bad<Practice>(Fault fault, String detail)) {
            fields.fault(field(fault), ShelfPage.fault(fault));
            return Acts.faulty(here, fields, () -> page(here, 422, circle, draft, fields));
        }
        Writing writing = Writings.of(practice);
        Command command = draft.revises().<Command>map(ref -> new Command.PracticeRevise(ref, writing, draft.id()))
                .orElseGet(() -> new Command.PracticePost(circle.address(), "", writing, draft.id()));
        return Acts.act(here, command, outcome -> outcome instanceof Outcome.DoneThread(Ref ref)
                ? Here.path(ref.circle()) + "/p/" + ref.root().hex() : ShelfPage.path(circle), why -> refused(here, circle, draft, why));
    }

    private static String field(Fault fault) {
        return !(fault instanceof PracticeFault known) ? "" : switch (known) {
            case NO_TITLE -> "title";
            case NO_LANGUAGE, BAD_LANGUAGE -> "language";
            case BAD_FOR -> "for";
            case TOO_LONG, CONTROL_CHARACTER, NO_TEXT -> "text";
            case NO_FRONT_MATTER, BAD_FRONT_MATTER, UNKNOWN_FIELD, FIELD_TWICE, BAD_LINEAGE, BAD_PARAGRAPHS, NOT_AN_ARTICLE, BAD_NADDR -> "";
        };
    }

    /** What was typed, with the origins that the draft has. */
    private static Practice typed(Here here, DraftView draft) {
        Fields fields = Fields.of(here.request().form());
        Front before = Writings.practice(draft.writing()).front();
        String language = fields.get("language");
        Optional<Integer> serves = CirclePages.number(fields.get("for")).filter(n -> n > 0 && n <= 100_000);
        Front front = new Front(clipped(PostPage.oneLine(fields.get("title")), Bounds.TITLE), Tongues.isTag(language) ? language : before.language(),
                clipped(PostPage.oneLine(fields.get("summary")), 1_000), words(fields.get("kinds")), words(fields.get("seasons")), serves,
                words(fields.get("materials")), clipped(PostPage.oneLine(fields.get("licence")), WORD), before.derivedFrom(), before.translationOf(),
                before.sourceParagraphs());
        String text = plain(here.request().form().getOrDefault("text", List.of("")).getFirst());
        List<Paragraph> paragraphs = Paragraphs.split(text);
        boolean fits = paragraphs.size() == front.sourceParagraphs().size();
        return new Practice(fits ? front : front.from(front.derivedFrom(), front.translationOf(), List.of()), text);
    }

    /** Line ends as one character; other control characters than tabs are left out. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        String even = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < even.length(); i++) {
            char c = even.charAt(i);
            if (c == '\n' || c == '\t' || c >= 0x20 && (c < 0x7f || c >= 0xa0) && c != '\u2028' && c != '\u2029') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String clipped(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }

    private static List<String> words(String text) {
        return List.of(text.split("[,،、]")).stream().map(PostPage::oneLine).filter(word -> !word.isEmpty()).map(word -> clipped(word, WORD)).distinct()
                .limit(MOST_WORDS).toList();
    }
}
