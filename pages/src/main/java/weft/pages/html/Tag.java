package weft.pages.html;

/** The elements there are. Without {@code iframe}, {@code object}, {@code style} and their like; a script has no text. */
public enum Tag {
    HTML, HEAD, META(true), LINK(true), TITLE, SCRIPT, BODY, HEADER, MAIN, FOOTER, NAV, SECTION, ARTICLE, DIV, SPAN, BDI, P, H1, H2, H3, UL, OL, LI,
    DL, DT, DD, A, BUTTON, FORM, FIELDSET, LEGEND, LABEL, INPUT(true), TEXTAREA, SELECT, OPTION, DATALIST, DETAILS, SUMMARY, STRONG, EM, SMALL,
    TIME, CODE, PRE, OUTPUT, SEARCH, INS, DEL, BLOCKQUOTE, BR(true), HR(true), IMG(true), FIGURE, FIGCAPTION, SVG, G, PATH, TEXT, TABLE,
    CAPTION, THEAD, TBODY, TR, TH, TD, PROGRESS;

    private final String html;
    private final boolean empty;

    Tag() {
        this(false);
    }

    Tag(boolean empty) {
        this.html = name().toLowerCase(java.util.Locale.ROOT);
        this.empty = empty;
    }

    /** The name in HTML. */
    String html() {
        return html;
    }

    /** Whether the element never has content nor an end tag. */
    boolean empty() {
        return empty;
    }
}
