package weft.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Markdown in, safe HTML or plain text out, the same on a computer and on a phone. Raw HTML is shown as text, never passed through; an
 * address that is not of an allowed form is left out; nesting is bounded: what is deeper is text. A computer holds what comes out to a list of
 * allowed elements besides, with a library ({@code weft.press.Clean}).
 */
public final class Markdown {
    /** How many blocks may be open inside each other; a level of a list takes two. */
    static final int OPEN_BLOCKS = 24;
    private static final int INLINE_NESTING = 16;
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:)[^\\s]{1,2000}|#[a-z0-9-]{1,80}");
    private Markdown() {}

    /** Whether an address may stand in a link. */
    public static boolean isLink(String address) {
        return LINK.matcher(address).matches();
    }

    /** Whether an address may be that of a picture. */
    public static boolean isPicture(String src) {
        return src.startsWith("data:image/png;base64,") || src.startsWith("data:image/jpeg;base64,") || src.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,200}");
    }

    /** The tree of a text; deeper nesting than is allowed has become text. */
    static Node parse(String text) {
        Node document = Parser.builder().extensions(EXTENSIONS).includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(OPEN_BLOCKS).maxInlineNesting(INLINE_NESTING).build().parse(text);
        document.accept(new Ticks());
        return document;
    }

    /** HTML without any picture: each is named in brackets instead. */
    public static String html(String text) {
        return html(text, address -> Optional.empty());
    }

    /**
     * HTML that is safe under a strict Content-Security-Policy: no script, style, form or event attribute.
     *
     * @param pictures the address at which a picture is shown: a relative path or a data address; nothing leaves it out
     */
    public static String html(String text, Function<String, Optional<String>> pictures) {
        Node document = parse(text);
        document.accept(new Pictures(pictures));
        HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).sanitizeUrls(false).percentEncodeUrls(true)
                .attributeProviderFactory(context -> new Attributes())
                .nodeRendererFactory(context -> new TickHtml(context.getWriter())).build();
        return renderer.render(document);
    }

    /** Plain text for a chat or a terminal. */
    public static String plain(String text) {
        Node document = parse(text);
        document.accept(new Pictures(address -> Optional.empty()));
        return TextContentRenderer.builder().extensions(EXTENSIONS)
                .lineBreakRendering(org.commonmark.renderer.text.LineBreakRendering.SEPARATE_BLOCKS)
                .nodeRendererFactory(context -> new NodeRenderer() {
                    @Override
                    public Set<Class<? extends Node>> getNodeTypes() {
                        return Set.of(Tick.class);
                    }

                    @Override
                    public void render(Node node) {
                        context.getWriter().write(((Tick) node).done() ? "\u2611 " : "\u2610 ");
                    }
                }).build().render(document).strip() + "\n";
    }

    /** The plain text of the first heading. */
    static Optional<String> firstHeading(String text) {
        for (Node node = parse(text).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading) {
                return Optional.of(line(node)).filter(found -> !found.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The plain text of a node on one line. */
    private static String line(Node node) {
        return TextContentRenderer.builder().build().render(node).replaceAll("\\s+", " ").strip();
    }

    /** The headings of a text in order, as {@link #html} numbers them: {@code s1}, {@code s2}, … */
    public static List<Title> headings(String text) {
        List<Title> out = new java.util.ArrayList<>();
        parse(text).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                out.add(new Title("s" + (out.size() + 1), heading.getLevel(), line(heading)));
            }
        });
        return out;
    }

    /**
     * A heading.
     *
     * @param id its name in the HTML
     * @param level 1..6
     * @param text without any marks
     */
    public record Title(String id, int level, String text) {}

    /** Turns "[ ] " at the beginning of an item into a box. */
    private static final class Ticks extends AbstractVisitor {
        @Override
        public void visit(ListItem item) {
            if (item.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Text words) {
                String text = words.getLiteral();
                boolean open = text.startsWith("[ ] ");
                if (open || text.startsWith("[x] ") || text.startsWith("[X] ")) {
                    words.setLiteral(text.substring(4));
                    first.prependChild(new Tick(!open));
                }
            }
            visitChildren(item);
        }
    }

    /** Replaces the addresses of pictures, or the pictures by their names. */
    private static final class Pictures extends AbstractVisitor {
        private final Function<String, Optional<String>> addresses;

        Pictures(Function<String, Optional<String>> addresses) {
            this.addresses = addresses;
        }

        @Override
        public void visit(Image image) {
            Optional<String> address = addresses.apply(image.getDestination());
            if (address.isPresent()) {
                image.setDestination(address.get());
                return;
            }
            String name = TextContentRenderer.builder().build().render(image).strip();
            image.insertBefore(new Text("[" + name.replaceFirst("^\"", "").replaceFirst("\".*$", "") + "]"));
            image.unlink();
        }
    }

    private static final class Attributes implements org.commonmark.renderer.html.AttributeProvider {
        private int headings;

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading) {
                attributes.put("id", "s" + ++headings);
            } else if (node instanceof ListItem item && item.getFirstChild() instanceof Paragraph first && first.getFirstChild() instanceof Tick) {
                attributes.put("class", "task");
            }
            attributes.remove("title");
            if (node instanceof Link && isLink(attributes.getOrDefault("href", ""))) {
                attributes.put("rel", "noopener noreferrer");
            } else {
                attributes.remove("href");
            }
            if (node instanceof Image && !isPicture(attributes.getOrDefault("src", ""))) {
                attributes.remove("src");
            }
        }
    }

    private record TickHtml(HtmlWriter writer) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Tick.class);
        }

        @Override
        public void render(Node node) {
            boolean done = ((Tick) node).done();
            writer.tag("span", Map.of("class", done ? "tick done" : "tick", "role", "img", "aria-label", done ? "\u2611" : "\u2610"));
            writer.tag("/span");
            writer.text(" ");
        }
    }
}
