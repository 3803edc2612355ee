package weft.core.circle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weft.core.entry.AskRules;
import weft.core.entry.Entry;
import weft.core.key.Labels;
import weft.core.key.Nip44;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * The aside keys of a thread that one voice has, the newest first. The first voice derives them from its own secret;
 * every other voice finds them in its admissions. Close when done: the keys are destroyed.
 */
public final class AsideKeys implements AutoCloseable {
    private static final int KEY_BYTES = 32;

    private final Primitives primitives;
    private final List<Secret> keys;

    private AsideKeys(Primitives primitives, List<Secret> keys) {
        this.primitives = primitives;
        this.keys = keys;
    }

    /** The keys of a voice; none where it was never let in. */
    public static AsideKeys of(Primitives primitives, ThreadState thread, Secret voice) {
        List<Secret> keys = new ArrayList<>();
        Bytes own = primitives.publicKey(voice);
        if (own.equals(thread.voice())) {
            for (int generation = thread.generation(); generation >= 0; generation--) {
                keys.add(made(primitives, voice, generation));
            }
            return new AsideKeys(primitives, keys);
        }
        for (Entry.Admitted admission : thread.admissions().reversed()) {
            if (admission.voice().equals(own)) {
                found(primitives, thread, voice, admission).ifPresent(keys::add);
            }
        }
        return new AsideKeys(primitives, keys);
    }

    /** The aside key of a generation, as the first voice makes it. */
    public static Secret made(Primitives primitives, Secret firstVoice, int generation) {
        return primitives.hkdfExpand(firstVoice, Labels.ASIDE.then(Bytes.ofUnsigned(generation)), KEY_BYTES);
    }

    private static Optional<Secret> found(Primitives primitives, ThreadState thread, Secret voice, Entry.Admitted admission) {
        return Opening.between(primitives, voice, thread.voice(), admission.sealed())
                .filter(hex -> hex.length() == 2 * KEY_BYTES)
                .flatMap(Bytes::parseHex)
                .map(key -> primitives.keep(key.toArray()));
    }

    /**
     * What the first voice writes into an admission: the aside key of a generation, sealed to a voice.
     *
     * @param nonce 32 fresh random bytes
     */
    public static Optional<String> sealTo(Primitives primitives, Secret firstVoice, Bytes voice, int generation, Bytes nonce) {
        return Nip44.conversationKey(primitives, firstVoice, voice).map(conversation -> {
            byte[] plain = new byte[KEY_BYTES];
            try (conversation; Secret key = made(primitives, firstVoice, generation)) {
                key.copyTo(plain, 0);
                return Nip44.encrypt(primitives, conversation, nonce, Bytes.of(plain).hex());
            } finally {
                Arrays.fill(plain, (byte) 0);
            }
        });
    }

    /** Whether the voice was never let in. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The words, where one of the keys opens them and they are as they should be. */
    public Optional<String> open(Entry.Aside words) {
        for (Secret key : keys) {
            Optional<String> text = Opening.under(primitives, key, words.sealed());
            if (text.isPresent()) {
                return text.filter(AskRules::sealable);
            }
        }
        return Optional.empty();
    }

    /**
     * Seals words under the newest key; nothing where the voice was never let in.
     *
     * @param nonce 32 fresh random bytes
     * @param text as {@link AskRules#sealable} wants it
     */
    public Optional<String> seal(Bytes nonce, String text) {
        return keys.isEmpty() ? Optional.empty() : Optional.of(Nip44.encrypt(primitives, keys.getFirst(), nonce, text));
    }

    /** Destroys the keys. */
    @Override
    public void close() {
        keys.forEach(Secret::destroy);
    }
}
