package weft.pages;

/** Why a request is answered with a page that only says what is wrong and what to do. The shell uses these too. */
public enum Trouble {
    /** 404: nothing is at that path. */
    NOT_FOUND(404),
    /** 404: no such circle on this node. */
    NO_SUCH_CIRCLE(404),
    /** 404: no such thread, or it is forgotten. */
    NO_SUCH_THREAD(404),
    /** 404: no such invitation on this node. */
    NO_SUCH_INVITATION(404),
    /** 404: no such practice, or it has faded. */
    NO_SUCH_PRACTICE(404),
    /** 404: no such draft. */
    NO_SUCH_DRAFT(404),
    /** 405: the path knows another method. */
    WRONG_METHOD(405),
    /** 403: the browser has no cookie of this node: use the link that the program printed. */
    NO_START_TOKEN(403),
    /** 403: the form is from elsewhere or from before a restart. */
    STALE_FORM(403),
    /** 413: more was sent than a form may hold. */
    TOO_MUCH(413),
    /** 400: the request can't be understood. */
    NOT_UNDERSTOOD(400),
    /** 503: the node is stopping. */
    STOPPING(503),
    /** 500: something broke in the program; nothing was lost. */
    BROKEN(500);

    private final int status;

    Trouble(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }
}
