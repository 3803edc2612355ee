package weft.practice;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/** Cuts a text into paragraphs and joins them again. */
public final class Paragraphs {
    private Paragraphs() {}

    /** The paragraphs in order. */
    public static List<Paragraph> split(String text) {
        List<String> lines = Lines.of(text);
        List<Paragraph> out = new ArrayList<>();
        for (Node node = Markdown.parse(text).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListBlock) {
                for (Node item = node.getFirstChild(); item != null; item = item.getNext()) {
                    add(out, lines, item);
                }
            } else {
                add(out, lines, node);
            }
        }
        return out;
    }

    private static void add(List<Paragraph> out, List<String> lines, Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        int first = spans.getFirst().getLineIndex();
        int last = spans.getLast().getLineIndex();
        StringBuilder source = new StringBuilder();
        for (int i = first; i <= last && i < lines.size(); i++) {
            source.append(lines.get(i).stripTrailing()).append('\n');
        }
        String text = source.toString().stripTrailing();
        if (!text.isEmpty()) {
            out.add(new Paragraph(kind(node), text));
        }
    }

    private static Paragraph.Kind kind(Node node) {
        if (node instanceof Heading) {
            return Paragraph.Kind.HEADING;
        } else if (node instanceof ListItem) {
            return Paragraph.Kind.ITEM;
        } else if (node instanceof TableBlock) {
            return Paragraph.Kind.TABLE;
        } else if (node instanceof BlockQuote) {
            return Paragraph.Kind.QUOTE;
        } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            return Paragraph.Kind.CODE;
        } else if (node instanceof ThematicBreak) {
            return Paragraph.Kind.RULE;
        }
        return node instanceof HtmlBlock ? Paragraph.Kind.HTML : Paragraph.Kind.TEXT;
    }

    /** The text that these paragraphs make: an empty line between any two, none between the items of a list. */
    public static String join(List<Paragraph> paragraphs) {
        StringBuilder out = new StringBuilder();
        Paragraph before = null;
        for (Paragraph paragraph : paragraphs) {
            if (before != null) {
                boolean list = before.kind() == Paragraph.Kind.ITEM && paragraph.kind() == Paragraph.Kind.ITEM;
                out.append(list ? "\n" : "\n\n");
            }
            out.append(paragraph.text());
            before = paragraph;
        }
        return out.append('\n').toString();
    }
}
