package weft.core.peer;

import java.util.List;
import java.util.Optional;

/**
 * What a step answers.
 *
 * @param effects to perform, in order
 * @param outcome of the command, where the input was one
 */
public record Turn(List<Effect> effects, Optional<Outcome> outcome) {
    /** Keeps an unmodifiable copy. */
    public Turn {
        effects = List.copyOf(effects);
    }
}
