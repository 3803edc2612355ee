package weft.press;

import java.util.ArrayList;
import java.util.List;

/**
 * Which page lies where. Pages are counted from 1; 0 is an empty one. Sides of sheets come in the order in which a printer takes them: front, back,
 * front, back; the back is turned over the short edge.
 */
public final class Sheets {
    /** How much further out the paper of each next inner sheet reaches once folded, in points: two thicknesses of 0.1 mm. */
    static final float CREEP = 0.28f;
    /** More sheets than this don't fold well. */
    static final int THICK = 20;

    private Sheets() {}

    /**
     * One side of a sheet.
     *
     * @param pages from left to right
     * @param towardsFold how far the pages are moved towards the fold, in points
     */
    public record Side(List<Integer> pages, float towardsFold) {
        /** Keeps an unmodifiable copy. */
        public Side {
            pages = List.copyOf(pages);
        }
    }

    /**
     * The sides of a saddle-stitched booklet. Empty pages fill up to a multiple of four, before the last page, which is the back cover.
     *
     * @param pages how many, at least 1
     * @param rightToLeft whether the booklet opens to the right
     */
    public static List<Side> booklet(int pages, boolean rightToLeft) {
        int whole = (pages + 3) / 4 * 4;
        List<Side> out = new ArrayList<>();
        for (int sheet = 0; sheet < whole / 4; sheet++) {
            int low = 2 * sheet + 1;
            int high = whole - 2 * sheet;
            float creep = sheet * CREEP / 2;
            out.add(side(real(high, pages, whole), real(low, pages, whole), creep, rightToLeft));
            out.add(side(real(low + 1, pages, whole), real(high - 1, pages, whole), creep, rightToLeft));
        }
        return out;
    }

    private static Side side(int left, int right, float creep, boolean rightToLeft) {
        return new Side(rightToLeft ? List.of(right, left) : List.of(left, right), creep);
    }

    private static int real(int place, int pages, int whole) {
        if (pages > 1 && place == whole) {
            return pages;
        }
        return place < pages || pages == 1 && place == 1 ? place : 0;
    }

    /** The two sides of a sheet that is folded in three: page 1 is the front, page 5 the flap that folds in, page 6 the back. */
    public static List<Side> leaflet(int pages, boolean rightToLeft) {
        List<Integer> outside = List.of(5, 6, 1).stream().map(page -> page <= pages ? page : 0).toList();
        List<Integer> inside = List.of(2, 3, 4).stream().map(page -> page <= pages ? page : 0).toList();
        return List.of(new Side(rightToLeft ? outside.reversed() : outside, 0), new Side(rightToLeft ? inside.reversed() : inside, 0));
    }
}
