package weft.pages.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An element under construction; each method changes it and returns it. */
public final class Element implements Html {
    private final Tag tag;
    /** In the order of the attributes; not an EnumMap, which a phone's browser fills with room for all of them at each element. */
    private final Map<Attr, String> attributes = new TreeMap<>();
    private final List<Html> children = new ArrayList<>();

    private Element(Tag tag) {
        this.tag = tag;
    }

    /** An element without attributes, holding the pieces given. */
    public static Element of(Tag tag, Html... pieces) {
        return new Element(tag).with(pieces);
    }

    /**
     * Sets an attribute.
     *
     * @throws IllegalArgumentException for an address that is neither a path of this node, nor a fragment, nor a {@code weft:} link
     */
    public Element set(Attr name, String value) {
        if (name.address() && !ownAddress(value)) {
            throw new IllegalArgumentException("not an address of this node, in " + name);
        }
        attributes.put(name, value);
        return this;
    }

    /** Sets an attribute where a condition holds. */
    public Element setIf(boolean condition, Attr name, String value) {
        return condition ? set(name, value) : this;
    }

    /** Sets an attribute that has no value. */
    public Element mark(Attr name) {
        return set(name, "");
    }

    /** Sets an attribute that has no value where a condition holds. */
    public Element markIf(boolean condition, Attr name) {
        return condition ? mark(name) : this;
    }

    /** Sets the classes. */
    public Element cls(String classes) {
        return set(Attr.CLASS, classes);
    }

    /** Sets the id. */
    public Element id(String id) {
        return set(Attr.ID, id);
    }

    /** Adds words. */
    public Element text(String text) {
        children.add(new Text(text));
        return this;
    }

    /** Adds pieces. */
    public Element with(Html... pieces) {
        children.addAll(List.of(pieces));
        return this;
    }

    /** Adds pieces. */
    public Element with(List<? extends Html> pieces) {
        children.addAll(pieces);
        return this;
    }

    private static boolean ownAddress(String value) {
        boolean path = value.startsWith("/") && !value.startsWith("//") && !value.startsWith("/\\");
        return path || value.startsWith("#") || value.startsWith("?") || value.startsWith("weft:");
    }

    void writeElement(StringBuilder out) {
        out.append('<').append(tag.html());
        attributes.forEach((name, value) -> {
            out.append(' ').append(name.html());
            if (!value.isEmpty() || name == Attr.VALUE || name == Attr.ALT || name == Attr.CONTENT) {
                out.append("=\"");
                Escape.attribute(value, out);
                out.append('"');
            }
        });
        out.append('>');
        if (tag.empty()) {
            return;
        }
        if (tag == Tag.TEXTAREA || tag == Tag.PRE) {
            // A parser drops a line break that comes first in these; one of ours keeps the writer's.
            out.append('\n');
        }
        if (tag != Tag.SCRIPT) {
            children.forEach(child -> child.write(out));
        }
        out.append("</").append(tag.html()).append('>');
    }
}
