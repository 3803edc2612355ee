package weft.pages.text;

/** What the pages about doings and the calendar say, in each language; each stands at the end of its language's own texts. */
final class CalendarTexts {
    static final String EN = """
            refusal.no-such-occurrence = It does not take place then, or that is over. Look at the page again.
            """;

    static final String FR = """
            refusal.no-such-occurrence = Cela n’a pas lieu à ce moment, ou c’est passé. Regardez la page à nouveau.
            """;

    static final String ES = """
            refusal.no-such-occurrence = No se hace entonces, o ya pasó. Mira la página otra vez.
            """;

    static final String AR = """
            refusal.no-such-occurrence = لا يُقام ذلك في ذلك الوقت، أو أنه انتهى. انظر إلى الصفحة من جديد.
            """;

    private CalendarTexts() {}
}
