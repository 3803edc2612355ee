package weft.core.find;

import java.util.List;

/**
 * How well an offer fits a need, and why. It compares what is to be done, never who.
 *
 * @param closeness greater where more fits; only its order means anything
 * @param kind the kind of help that both name, or empty: one of the seeded kinds, or the circle's own word folded
 * @param means what both speak of: vehicles, tools, by their seeded English names
 * @param words the words that both have, as they stand in the other
 * @param time whether their times overlap
 * @param near how far apart at most
 * @param samePlace whether both name the same place
 * @param languages languages that both list
 */
public record Fit(int closeness, String kind, List<String> means, List<String> words, Time time, Near near, boolean samePlace, List<String> languages) {
    /** Keeps unmodifiable copies. */
    public Fit {
        means = List.copyOf(means);
        words = List.copyOf(words);
        languages = List.copyOf(languages);
    }

    /** How the times of two fit. */
    public enum Time {
        /** Both say when, and the times overlap. */
        TOGETHER,
        /** At least one of them says nothing about when. */
        OPEN
    }

    /** How far apart two are. */
    public enum Near {
        /** Up to 1 km. */
        NEXT_DOOR,
        /** Up to 3 km. */
        ON_FOOT,
        /** Up to 8 km. */
        BY_BIKE,
        /** Up to 25 km. */
        IN_REACH,
        /** One of them doesn't say where, or only by name. */
        UNKNOWN
    }
}
