package weft.core.view;

import java.util.List;
import weft.core.entry.Asking;

/**
 * Somebody asks for a thing, or has it.
 *
 * @param ref the thread in which they say so
 * @param asking their words
 * @param by who
 * @param mine whether it is the reader
 * @param clash whether somebody else names a day that they name too, or says too that it is with them
 * @param answers what they were told, as far as the reader may read it
 * @param mayAnswer whether the reader can tell them something that only they can read
 */
public record AskingView(Ref ref, Asking asking, Name by, boolean mine, boolean clash, List<ThreadView.AnswerView> answers, boolean mayAnswer) {
    /** Keeps an unmodifiable copy. */
    public AskingView {
        answers = List.copyOf(answers);
    }
}
