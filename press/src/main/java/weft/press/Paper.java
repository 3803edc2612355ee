package weft.press;

/** The sheets that printers take. */
public enum Paper {
    /** ISO 216, 210 × 297 mm; half of it is A5. */
    A4(595.28f, 841.89f),
    /** 8.5 × 11 inches; half of it is half-letter. */
    LETTER(612f, 792f);

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /** The shorter side in points (1/72 inch). */
    public float width() {
        return width;
    }

    /** The longer side in points. */
    public float height() {
        return height;
    }
}
