package weft.core.circle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.AskRules;
import weft.core.entry.Entry;
import weft.core.key.Nip44;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * What one of this node's voices can read of a thread: the answers where it is the first voice, its own answer where it
 * is not, and the aside where it was let in.
 *
 * @param answers texts by the ids of the entries in force
 * @param aside texts by the ids of the entries in force
 */
public record Opening(Map<Bytes, String> answers, Map<Bytes, String> aside) {
    /** Keeps unmodifiable copies. */
    public Opening {
        answers = Map.copyOf(answers);
        aside = Map.copyOf(aside);
    }

    /** Opens all of a thread that a voice can open. What does not open, or is no proper text, is left out. */
    public static Opening of(Primitives primitives, ThreadState thread, Secret voice) {
        Map<Bytes, String> answers = new HashMap<>();
        for (ThreadState.AnswerState answer : thread.answers()) {
            answer(primitives, thread, answer.entry(), voice).ifPresent(text -> answers.put(answer.entry().head().id(), text));
        }
        Map<Bytes, String> aside = new HashMap<>();
        try (AsideKeys keys = AsideKeys.of(primitives, thread, voice)) {
            for (ThreadState.AsideState words : thread.aside()) {
                keys.open(words.entry()).ifPresent(text -> aside.put(words.entry().head().id(), text));
            }
        }
        return new Opening(answers, aside);
    }

    /** The text of an answer, for the first voice and for the voice that wrote it. */
    public static Optional<String> answer(Primitives primitives, ThreadState thread, Entry.Answered answer, Secret voice) {
        Bytes own = primitives.publicKey(voice);
        Bytes writer = answer.head().voice();
        if (!own.equals(thread.voice()) && !own.equals(writer)) {
            return Optional.empty();
        }
        return between(primitives, voice, own.equals(writer) ? thread.voice() : writer, answer.sealed()).filter(AskRules::sealable);
    }

    /**
     * Seals an answer to a thread's first voice; nothing where that is no point of the curve.
     *
     * @param nonce 32 fresh random bytes
     * @param text as {@link AskRules#sealable} wants it
     */
    public static Optional<String> sealAnswer(Primitives primitives, Secret voice, Bytes firstVoice, Bytes nonce, String text) {
        return Nip44.conversationKey(primitives, voice, firstVoice).map(conversation -> {
            try (conversation) {
                return Nip44.encrypt(primitives, conversation, nonce, text);
            }
        });
    }

    static Optional<String> between(Primitives primitives, Secret mine, Bytes theirs, String sealed) {
        return Nip44.conversationKey(primitives, mine, theirs).flatMap(conversation -> {
            try (conversation) {
                return under(primitives, conversation, sealed);
            }
        });
    }

    static Optional<String> under(Primitives primitives, Secret key, String sealed) {
        return switch (Nip44.decrypt(primitives, key, sealed)) {
            case Checked.Good<String>(String text) -> Optional.of(text);
            case Checked.Bad<String> bad -> Optional.empty();
        };
    }
}
