package weft.press;

import java.util.Optional;

/**
 * How somebody wants a practice on paper.
 *
 * @param form what is made
 * @param paper the sheet
 * @param grey pictures without colour
 * @param link an address that a poster's QR code holds
 */
public record Wish(Form form, Paper paper, boolean grey, Optional<String> link) {
    /** What is made of a practice. */
    public enum Form {
        /** Two pages on each side of a sheet, in the order in which a stack of them folds into a booklet. */
        BOOKLET,
        /** The booklet's pages one after the other, for a screen. */
        PAGES,
        /** One sheet, folded in three. */
        LEAFLET,
        /** One page for a wall. */
        POSTER
    }

    /** A booklet on A4. */
    public static Wish booklet() {
        return new Wish(Form.BOOKLET, Paper.A4, false, Optional.empty());
    }
}
