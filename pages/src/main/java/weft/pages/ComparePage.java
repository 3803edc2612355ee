package weft.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import weft.core.view.PracticeView;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.practice.Paragraph;
import weft.practice.Practice;
import weft.practice.lineage.Adapting;
import weft.practice.lineage.Comparison;
import weft.practice.lineage.Pieces;
import weft.practice.lineage.Row;

/** Two relatives side by side, paragraph by paragraph; single paragraphs can be taken over. */
final class ComparePage {
    private static final int MOST_ROWS = 1_000;

    private ComparePage() {}

    static Reply reply(Here here, PracticeView view, Shelved.Item other) {
        Shelved.Item mine = Shelved.item(view.card());
        List<Row> rows = Comparison.of(here.means().primitives(), mine.practice(), other.practice());
        String left = Shelved.direction(mine.front().language());
        String right = Shelved.direction(other.front().language());
        Element table = Element.of(Tag.TABLE).cls("beside").with(Element.of(Tag.THEAD).with(Element.of(Tag.TR).with(
                heading(mine, left), heading(other, right), Element.of(Tag.TH).set(Attr.SCOPE, "col").text(here.say("compare.take")))));
        Element body = Element.of(Tag.TBODY);
        boolean differs = false;
        for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
            differs |= !(rows.get(i) instanceof Row.Same);
            body.with(row(here, rows.get(i), i, left, right));
        }
        return new Reply.Page(Layout.page(here, 200, here.say("compare.title"), Optional.of(view.circle()), here.heading("compare.title"),
                Element.of(Tag.P).cls("lead").text(here.say(differs ? "compare.lead" : "compare.same")),
                here.form(mine.path() + "/compare/" + other.card().ref().root().hex()).with(Element.of(Tag.DIV).cls("wide").with(table.with(body)),
                        differs ? Element.of(Tag.P).cls("actions").with(here.button("compare.do")) : Html.none()),
                Element.of(Tag.P).with(Here.link(mine.path() + "/family", here.say("practice.family")))));
    }

    private static Element heading(Shelved.Item item, String direction) {
        return Element.of(Tag.TH).set(Attr.SCOPE, "col").set(Attr.DIR, direction).with(Here.link(item.path(), item.front().title()));
    }

    private static Element row(Here here, Row row, int index, String left, String right) {
        return switch (row) {
            case Row.Same(Paragraph paragraph) -> line("same", text(paragraph, left), text(paragraph, right), Html.none());
            case Row.Moved(Paragraph paragraph) -> line("moved", Element.of(Tag.TD).cls("hint").text(here.say("compare.moved")), text(paragraph, right),
                    Html.none());
            case Row.Changed(Paragraph before, Paragraph after) -> {
                Element old = Element.of(Tag.TD).cls("words").set(Attr.DIR, left);
                Element now = Element.of(Tag.TD).cls("words").set(Attr.DIR, right);
                for (Pieces.Piece piece : Pieces.of(before.text(), after.text())) {
                    switch (piece.change()) {
                        case KEPT -> {
                            old.text(piece.text());
                            now.text(piece.text());
                        }
                        case OUT -> old.with(Element.of(Tag.DEL).text(piece.text()));
                        case IN -> now.with(Element.of(Tag.INS).text(piece.text()));
                    }
                }
                yield line("changed", old, now, box(here, index, after));
            }
            case Row.Added(Paragraph paragraph) -> line("added", Element.of(Tag.TD).cls("hint").text(here.say("compare.added")),
                    text(paragraph, right), box(here, index, paragraph));
            case Row.Removed(Paragraph paragraph) -> line("removed", text(paragraph, left),
                    Element.of(Tag.TD).cls("hint").text(here.say("compare.removed")), box(here, index, paragraph));
        };
    }

    private static Element text(Paragraph paragraph, String direction) {
        return Element.of(Tag.TD).cls("words").set(Attr.DIR, direction).text(paragraph.text());
    }

    private static Element line(String state, Element left, Element right, Html box) {
        return Element.of(Tag.TR).cls(state).with(left, right, Element.of(Tag.TD).with(box));
    }

    private static Element box(Here here, int index, Paragraph paragraph) {
        String start = paragraph.text().length() > 40 ? paragraph.text().substring(0, paragraph.text().offsetByCodePoints(0, 38)) + "…" : paragraph.text();
        return Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, "take").set(Attr.VALUE, Integer.toString(index))
                .set(Attr.ARIA_LABEL, here.say("compare.takeOne", "words", start));
    }

    /** A draft of one's own text, or of a fork, with what was chosen taken over. */
    static Reply take(Here here, PracticeView view, Shelved.Item other) {
        Shelved.Item mine = Shelved.item(view.card());
        List<Row> rows = Comparison.of(here.means().primitives(), mine.practice(), other.practice());
        Set<Integer> chosen = new TreeSet<>();
        here.request().form().getOrDefault("take", List.of()).forEach(text -> CirclePages.number(text).ifPresent(chosen::add));
        Practice base = view.card().mine() ? mine.practice() : Adapting.fork(mine.practice(), mine.asOrigin());
        Practice taken = Adapting.take(base, rows, chosen);
        return PracticeActs.draft(here, view, view.card().mine() ? Optional.of(view.card().ref()) : Optional.empty(), taken);
    }
}
