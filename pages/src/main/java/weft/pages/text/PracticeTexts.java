package weft.pages.text;

/** What the pages about practices say, in each language; each stands at the end of its language's own texts. */
final class PracticeTexts {
    static final String EN = """
            refusal.no-such-practice = This practice has faded, or was never on this shelf.
            refusal.no-such-draft = This draft is gone: it was put on a shelf or thrown away.
            """;

    static final String FR = """
            refusal.no-such-practice = Ce savoir-faire s’est effacé, ou n’a jamais été sur cette étagère.
            refusal.no-such-draft = Ce brouillon n’est plus là : il a été posé sur une étagère ou jeté.
            """;

    static final String ES = """
            refusal.no-such-practice = Este saber se ha borrado, o nunca estuvo en este estante.
            refusal.no-such-draft = Este borrador ya no está: se puso en un estante o se tiró.
            """;

    static final String AR = """
            refusal.no-such-practice = هذه الخبرة تلاشت، أو لم تكن على هذا الرف قط.
            refusal.no-such-draft = لم تعد هذه المسودة هنا: وُضعت على رف أو أُلقيت.
            """;

    private PracticeTexts() {}
}
