package weft.press.carry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import weft.practice.Markdown;

/**
 * HTML of others as Markdown: jsoup reads it, a tree of CommonMark is made of what text there is, and CommonMark's own renderer writes it, so
 * that no word of a stranger becomes markup by the way. Scripts, styles, forms and frames have no text.
 */
final class HtmlText {
    private static final int DEEPEST = 48;
    private static final int CELLS = 20;
    private static final Set<String> NOTHING = Set.of("script", "style", "head", "template", "svg", "math", "iframe", "object", "embed", "noscript", "form",
            "button", "select", "textarea", "audio", "video", "canvas", "map", "nav", "link", "meta", "title");
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption", "h1", "h2",
            "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "table", "hr", "body", "html", "address", "details", "summary",
            "center", "fieldset", "hgroup");

    /** Elements that are open inside each other, where a parser's time grows with their square. */
    private static final int OPEN = 400;
    private static final int MARKS = 200_000;
    private static final int LONGEST_TAG = 1_000;
    /** Elements that need no end. */
    private static final Set<String> ENDLESS = Set.of("p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot", "colgroup", "html", "head",
            "body", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    private final Function<String, Optional<String>> pictures;
    private final int lower;

    /**
     * @param pictures the address in Markdown of a picture by its address in the HTML; nothing leaves its name alone
     * @param lower by how much headings are set lower
     */
    HtmlText(Function<String, Optional<String>> pictures, int lower) {
        this.pictures = pictures;
        this.lower = lower;
    }

    /** Why a parser should not be asked: elements inside each other deeper than in any text, or more marks than any text has. */
    static Optional<BookFault> tooMuch(String html) {
        int open = 0;
        int marks = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            if (++marks > MARKS) {
                return Optional.of(BookFault.TOO_LARGE);
            }
            boolean end = html.startsWith("/", at + 1);
            int from = at + (end ? 2 : 1);
            int to = from;
            while (to < html.length() && to - from < 20 && Character.isLetterOrDigit(html.charAt(to))) {
                to++;
            }
            if (to > from && !ENDLESS.contains(html.substring(from, to).toLowerCase(java.util.Locale.ROOT))) {
                int close = html.indexOf('>', to, Math.min(html.length(), to + LONGEST_TAG));
                boolean empty = close > 0 && html.charAt(close - 1) == '/';
                open = end ? Math.max(0, open - 1) : empty ? open : open + 1;
                if (open > OPEN) {
                    return Optional.of(BookFault.TOO_DEEP);
                }
            }
        }
        return Optional.empty();
    }

    /** The text below an element. */
    String of(Element root) {
        Document document = new Document();
        blocks(root, document, 0);
        return MarkdownRenderer.builder().extensions(List.of(TablesExtension.create(), StrikethroughExtension.create())).build().render(document)
                .replaceAll("\n{3,}", "\n\n").strip();
    }

    /** What an element holds, as blocks; runs of words between blocks become paragraphs. */
    private void blocks(Element from, Node to, int depth) {
        Paragraph run = new Paragraph();
        for (org.jsoup.nodes.Node node : from.childNodes()) {
            if (node instanceof Element element && (BLOCKS.contains(element.normalName()) || holdsBlock(element))) {
                close(run, to);
                run = new Paragraph();
                block(element, to, depth + 1);
            } else {
                inline(node, run, depth + 1);
            }
        }
        close(run, to);
    }

    private static boolean holdsBlock(Element element) {
        return !NOTHING.contains(element.normalName()) && element.children().stream().anyMatch(child -> BLOCKS.contains(child.normalName()));
    }

    /** A paragraph without blanks at its ends; nothing where it is empty. */
    private static void close(Node run, Node to) {
        while (run.getLastChild() instanceof HardLineBreak || blank(run.getLastChild())) {
            run.getLastChild().unlink();
        }
        while (run.getFirstChild() instanceof HardLineBreak || blank(run.getFirstChild())) {
            run.getFirstChild().unlink();
        }
        if (run.getFirstChild() instanceof Text text) {
            text.setLiteral(text.getLiteral().stripLeading());
        }
        if (run.getLastChild() instanceof Text text) {
            text.setLiteral(text.getLiteral().stripTrailing());
        }
        if (run.getFirstChild() != null) {
            to.appendChild(run);
        }
    }

    private static boolean blank(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof Text text && text.getLiteral().isBlank();
    }

    private void block(Element element, Node to, int depth) {
        if (depth > DEEPEST) {
            words(element, to);
            return;
        }
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                Heading heading = new Heading();
                heading.setLevel(Math.min(6, element.normalName().charAt(1) - '0' + lower));
                heading.appendChild(new Text(element.text()));
                close(heading, to);
            }
            case "ul", "ol" -> list(element, to, depth);
            case "blockquote" -> filled(new BlockQuote(), element, to, depth);
            case "pre" -> {
                FencedCodeBlock code = new FencedCodeBlock();
                code.setLiteral(clean(element.wholeText()).stripTrailing() + "\n");
                to.appendChild(code);
            }
            case "hr" -> to.appendChild(new ThematicBreak());
            case "table" -> table(element, to, depth);
            case "dt" -> {
                StrongEmphasis strong = new StrongEmphasis();
                strong.appendChild(new Text(element.text()));
                Paragraph paragraph = new Paragraph();
                paragraph.appendChild(strong);
                to.appendChild(paragraph);
            }
            default -> blocks(element, to, depth);
        }
    }

    private void filled(Node block, Element element, Node to, int depth) {
        blocks(element, block, depth);
        if (block.getFirstChild() != null) {
            to.appendChild(block);
        }
    }

    private void words(Element element, Node to) {
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(clean(element.text())));
        close(paragraph, to);
    }

    private void list(Element element, Node to, int depth) {
        OrderedList ordered = new OrderedList();
        ordered.setMarkerStartNumber(1);
        ordered.setMarkerDelimiter(".");
        org.commonmark.node.ListBlock list = element.normalName().equals("ol") ? ordered : new BulletList();
        if (list instanceof BulletList bullets) {
            bullets.setMarker("-");
        }
        list.setTight(true);
        for (Element child : element.children()) {
            ListItem item = new ListItem();
            if (child.normalName().equals("li")) {
                blocks(child, item, depth + 1);
            } else if (!NOTHING.contains(child.normalName())) {
                block(child, item, depth + 1);
            }
            if (item.getFirstChild() != null) {
                list.appendChild(item);
            }
        }
        if (list.getFirstChild() != null) {
            to.appendChild(list);
        }
    }

    private void table(Element element, Node to, int depth) {
        List<Element> rows = element.select("tr").stream().filter(row -> element.equals(row.closest("table"))).toList();
        int columns = Math.min(CELLS, rows.stream().mapToInt(row -> row.children().size()).max().orElse(0));
        if (columns < 2) {
            // One column is there for the looks of it.
            rows.forEach(row -> row.children().forEach(cell -> blocks(cell, to, depth + 1)));
            return;
        }
        TableBlock table = new TableBlock();
        TableHead head = new TableHead();
        TableBody body = new TableBody();
        boolean headed = !rows.getFirst().select("> th").isEmpty() || rows.getFirst().closest("thead") != null;
        if (!headed) {
            head.appendChild(row(List.of(), columns, true, depth));
        }
        for (int i = 0; i < rows.size(); i++) {
            boolean top = headed && i == 0;
            (top ? head : body).appendChild(row(rows.get(i).children(), columns, top, depth));
        }
        table.appendChild(head);
        if (body.getFirstChild() != null) {
            table.appendChild(body);
        }
        to.appendChild(table);
    }

    private TableRow row(List<Element> cells, int columns, boolean head, int depth) {
        TableRow row = new TableRow();
        for (int i = 0; i < columns; i++) {
            TableCell cell = new TableCell();
            cell.setHeader(head);
            if (i < cells.size()) {
                flat(cells.get(i), cell, depth + 1);
            }
            row.appendChild(cell);
        }
        return row;
    }

    /** A cell has one line. */
    private void flat(Element element, Node to, int depth) {
        for (org.jsoup.nodes.Node node : element.childNodes()) {
            if (node instanceof Element inner && (BLOCKS.contains(inner.normalName()) || inner.normalName().equals("br"))) {
                to.appendChild(new Text(to.getFirstChild() == null ? clean(inner.text()) : " " + clean(inner.text())));
            } else {
                inline(node, to, depth);
            }
        }
    }

    private void inline(org.jsoup.nodes.Node node, Node to, int depth) {
        if (node instanceof TextNode text) {
            String words = clean(text.getWholeText()).replaceAll("\\s+", " ");
            words = to.getLastChild() instanceof HtmlInline ? words.stripLeading() : words;
            if (!words.isEmpty() && !(words.equals(" ") && to.getFirstChild() == null)) {
                to.appendChild(new Text(words));
            }
        } else if (node instanceof Element element && !NOTHING.contains(element.normalName())) {
            element(element, to, depth);
        }
    }

    private void element(Element element, Node to, int depth) {
        if (depth > DEEPEST) {
            to.appendChild(new Text(clean(element.text())));
            return;
        }
        switch (element.normalName()) {
            case "em", "i", "cite", "dfn", "var" -> around(new Emphasis(), element, to, depth);
            case "strong", "b" -> around(new StrongEmphasis(), element, to, depth);
            case "del", "s", "strike" -> around(new Strikethrough("~~"), element, to, depth);
            case "code", "kbd", "samp", "tt" -> {
                if (!element.text().isBlank()) {
                    to.appendChild(new Code(clean(element.text())));
                }
            }
            case "br" -> to.appendChild(new HardLineBreak());
            case "img" -> picture(element, to);
            case "input" -> {
                if (element.attr("type").equalsIgnoreCase("checkbox") && to.getFirstChild() == null) {
                    // A box at the beginning of an item; as text it would be written with strokes before its brackets.
                    HtmlInline box = new HtmlInline();
                    box.setLiteral(element.hasAttr("checked") ? "[x] " : "[ ] ");
                    to.appendChild(box);
                }
            }
            case "sup" -> {
                // The number of a note, which would else stand at the end of the word before it.
                boolean note = element.text().matches("[0-9]{1,3}|[*†‡]") && (element.closest("a") != null || element.selectFirst("a") != null);
                if (note) {
                    to.appendChild(new Text("[" + element.text() + "]"));
                } else {
                    inlines(element, to, depth);
                }
            }
            case "a" -> {
                String address = element.attr("href");
                if (element.attr("role").equals("doc-noteref") || element.attr("epub:type").contains("noteref")) {
                    to.appendChild(new Text("[" + element.text() + "]"));
                    return;
                }
                if (element.attr("role").equals("doc-backlink") || element.hasClass("footnote-back")) {
                    return;
                }
                if (Markdown.isLink(address) && !address.startsWith("#")) {
                    around(new Link(address, null), element, to, depth);
                } else {
                    inlines(element, to, depth);
                }
            }
            default -> inlines(element, to, depth);
        }
    }

    private void inlines(Element element, Node to, int depth) {
        element.childNodes().forEach(child -> inline(child, to, depth + 1));
    }

    /** Marks around words: blanks at the ends stand outside, for inside they would be no marks. */
    private void around(Node mark, Element element, Node to, int depth) {
        inlines(element, mark, depth);
        String all = element.wholeText();
        List<Node> pieces = new ArrayList<>();
        for (Node child = mark.getFirstChild(); child != null; child = child.getNext()) {
            pieces.add(child);
        }
        if (pieces.isEmpty() || all.isBlank() && pieces.stream().noneMatch(Image.class::isInstance)) {
            pieces.forEach(to::appendChild);
            return;
        }
        boolean before = Character.isWhitespace(all.isEmpty() ? 'x' : all.charAt(0));
        boolean after = Character.isWhitespace(all.isEmpty() ? 'x' : all.charAt(all.length() - 1));
        if (mark.getFirstChild() instanceof Text text) {
            text.setLiteral(text.getLiteral().stripLeading());
        }
        if (mark.getLastChild() instanceof Text text) {
            text.setLiteral(text.getLiteral().stripTrailing());
        }
        if (before) {
            to.appendChild(new Text(" "));
        }
        to.appendChild(mark);
        if (after) {
            to.appendChild(new Text(" "));
        }
    }

    private void picture(Element element, Node to) {
        String name = clean(element.attr("alt")).replaceAll("\\s+", " ").strip();
        Optional<String> address = pictures.apply(element.attr("src"));
        if (address.isPresent()) {
            Image image = new Image(address.get(), null);
            image.appendChild(new Text(name));
            to.appendChild(image);
        } else if (!name.isEmpty()) {
            to.appendChild(new Text("[" + name + "]"));
        }
    }

    /** Without characters that no practice may hold. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> c == '\n' || c == '\t' || c >= 0x20 && (c < 0x7f || c >= 0xa0) && c != 0x2028 && c != 0x2029 && c != 0xad && c != 0xfeff)
                .forEach(c -> out.append((char) c));
        return out.toString();
    }
}
