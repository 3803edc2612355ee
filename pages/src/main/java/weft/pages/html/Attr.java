package weft.pages.html;

/** The attributes there are. No event handlers and no {@code style}: the Content-Security-Policy would refuse them anyway. */
public enum Attr {
    ID, CLASS, LANG, DIR, HREF(true), SRC(true), REL, TYPE, NAME, VALUE, CONTENT, CHARSET, METHOD, ACTION(true), FOR, PLACEHOLDER, MAXLENGTH,
    MINLENGTH, ROWS, AUTOCOMPLETE, AUTOCAPITALIZE, SPELLCHECK, INPUTMODE, ENTERKEYHINT, LIST, MIN, MAX, STEP, DATETIME, ALT, WIDTH, HEIGHT,
    ROLE, TABINDEX, HREFLANG, SCOPE, VIEWBOX("viewBox"), D, FILL, X, Y, DRAGGABLE, ARIA_LABEL("aria-label"), ARIA_LABELLEDBY("aria-labelledby"),
    ARIA_DESCRIBEDBY("aria-describedby"), ARIA_INVALID("aria-invalid"), ARIA_HIDDEN("aria-hidden"), ARIA_CURRENT("aria-current"),
    ARIA_LIVE("aria-live"), DATA_LIVE("data-live"), DATA_NEWS("data-news"),
    DATA_TELL("data-tell"), DATA_WAYS("data-ways"), DATA_NEXT("data-next"),
    DATA_COPY("data-copy"), DATA_LABEL("data-label"),
    ENCTYPE, DOWNLOAD, DATA_FIND("data-find"), DATA_MOST("data-most"), DATA_FAULT("data-fault"),
    DATA_MAP("data-map"), TRANSFORM, FORMACTION(true),
    DATA_STOP("data-stop"), DATA_DRIVER("data-driver"),
    DATA_DONE("data-done"), DATA_SAVE("data-save"), DATA_PICTURE("data-picture"), DATA_FILE("data-file"), DATA_PRINT("data-print"), ACCEPT, TARGET, MEDIA,
    /** Attributes without a value. */
    CHECKED, SELECTED, REQUIRED, READONLY, MULTIPLE, AUTOFOCUS, OPEN, DEFER, NOVALIDATE, DISABLED, HIDDEN;

    private final String html;
    private final boolean address;

    Attr() {
        this.html = name().toLowerCase(java.util.Locale.ROOT);
        this.address = false;
    }

    Attr(boolean address) {
        this.html = name().toLowerCase(java.util.Locale.ROOT);
        this.address = address;
    }

    Attr(String html) {
        this.html = html;
        this.address = false;
    }

    /** The name in HTML. */
    String html() {
        return html;
    }

    /** Whether the value is an address, which is then held to this node's own paths. */
    boolean address() {
        return address;
    }
}
