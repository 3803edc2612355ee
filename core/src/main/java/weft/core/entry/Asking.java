package weft.core.entry;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody asks for a thing, or says that it is with them (kind 39340): a thread of its own, begun by a voice of its own, that
 * ends soon after the days it speaks of. So who had what is forgotten with those days, and nothing adds up. Who needs it no longer, or
 * has handed it on, closes it.
 *
 * @param thing which
 * @param stage whether it is asked for, or there
 * @param days from when until when; none means whenever it is free
 * @param text what else to say to everybody, or empty
 */
public record Asking(Named thing, Stage stage, Optional<Days> days, String text) implements Words {
    /** How far it is. */
    public enum Stage {
        /** Somebody would like to have it. */
        WANTED,
        /** It is with them. */
        HERE
    }

    /**
     * Some days, both counted.
     *
     * @param from the first
     * @param to the last
     */
    public record Days(LocalDate from, LocalDate to) {
        /** Whether there is a day that both have. */
        public boolean meets(Days that) {
            return !to.isBefore(that.from) && !that.to.isBefore(from);
        }
    }
}
