package weft.core.find;

import java.util.List;

/** Counts what two have in common, and makes one whole number of it; the same for a pair and inside the index. */
final class Common {
    /** Two that are farther apart don't fit. */
    static final double FARTHEST_METRES = 25_000;

    private static final double[] NEAR = {Globe.halfChordSquare(1_000), Globe.halfChordSquare(3_000), Globe.halfChordSquare(8_000),
        Globe.halfChordSquare(FARTHEST_METRES)};
    /** What {@link #near} answers where one of two has no point. */
    static final int UNKNOWN = NEAR.length;
    /** What {@link #near} answers for farther than any. */
    static final int TOO_FAR = NEAR.length + 1;
    private static final List<Fit.Near> CALLED = List.of(Fit.Near.NEXT_DOOR, Fit.Near.ON_FOOT, Fit.Near.BY_BIKE, Fit.Near.IN_REACH, Fit.Near.UNKNOWN);
    private static final int[] NEAR_WEIGHT = {4, 3, 2, 1, 0};

    private int kinds;
    private int means;
    private int strong;
    private int weak;
    private int places;
    private int languages;
    private int mineSpeaks;
    private int theirsSpeaks;

    void clear() {
        kinds = means = strong = weak = places = languages = mineSpeaks = theirsSpeaks = 0;
    }

    /** How many languages the one whose fits are wanted lists. */
    void mine(int spoken) {
        mineSpeaks = spoken;
    }

    /** A term of the other, with its flags in the one (0 where it isn't there) and in the other. */
    void term(int mine, int theirs) {
        if (theirs == Profile.LANGUAGE) {
            theirsSpeaks++;
        }
        if (mine == 0) {
            return;
        }
        switch (mine) {
            case Profile.KIND -> kinds++;
            case Profile.MEANS -> means++;
            case Profile.LANGUAGE -> languages++;
            default -> word(mine, theirs);
        }
    }

    private void word(int mine, int theirs) {
        if (isStrong(mine, theirs)) {
            strong++;
        } else if (isWord(mine) && isWord(theirs)) {
            weak++;
        }
        places += (mine & theirs & Profile.PLACE) != 0 ? 1 : 0;
    }

    static boolean isStrong(int mine, int theirs) {
        return (mine & theirs & Profile.TITLE) != 0;
    }

    static boolean isWord(int flags) {
        return (flags & (Profile.TITLE | Profile.TEXT)) != 0;
    }

    boolean anything() {
        return kinds > 0 || means > 0 || strong > 0 || weak > 1;
    }

    boolean samePlace() {
        return places > 0;
    }

    /** What a number that {@link #near} answers is called. */
    static Fit.Near called(int near) {
        return CALLED.get(near);
    }

    /** The first of the distances that it is within, {@link #UNKNOWN}, or {@link #TOO_FAR}. */
    static int near(int latitude, int longitude, int otherLatitude, int otherLongitude) {
        if (latitude == Profile.NOWHERE || otherLatitude == Profile.NOWHERE) {
            return UNKNOWN;
        }
        double measure = Globe.halfChordSquare(latitude, longitude, otherLatitude, otherLongitude);
        for (int i = 0; i < NEAR.length; i++) {
            if (measure <= NEAR[i]) {
                return i;
            }
        }
        return TOO_FAR;
    }

    /** Whether two spans of minutes touch. */
    static boolean overlap(int from, int until, int otherFrom, int otherUntil) {
        return from <= otherUntil && otherFrom <= until;
    }

    /** Whether a span says something about when. */
    static boolean says(int from, int until) {
        return from != Profile.ALWAYS_FROM || until != Profile.ALWAYS_UNTIL;
    }

    /** One number: kind 4, means 2, title words 2 each up to 4, other words 1 each up to 2, time 3, near 1 to 4 or the same place 2, languages 2 or -2. */
    int closeness(boolean together, int near) {
        int sum = (kinds > 0 ? 4 : 0) + (means > 0 ? 2 : 0) + Math.min(4, 2 * strong) + Math.min(2, weak) + (together ? 3 : 0);
        sum += near == UNKNOWN && places > 0 ? 2 : NEAR_WEIGHT[near];
        return sum + (languages > 0 ? 2 : mineSpeaks > 0 && theirsSpeaks > 0 ? -2 : 0);
    }
}
