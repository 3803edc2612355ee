package weft.core.peer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weft.core.circle.ThreadState;
import weft.core.entry.Entry;
import weft.core.key.Nip44;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * The keys of asides. The first voice's node derives one for each generation from the voice itself, so that there is nothing
 * more to keep and it goes with the voice: {@code HKDF-Expand(voice, "weft/1 aside" ‖ generation (1), 32)}. An admission holds
 * it as hex, sealed to the voice let in, whose node opens the admission whenever it needs the key.
 */
final class AsideKeys {
    private AsideKeys() {}

    /** The key of a generation, on the first voice's node. */
    static Secret own(Primitives p, Voice first, int generation) {
        return p.hkdfExpand(first.secret(), Bytes.utf8("weft/1 aside").then(Bytes.ofUnsigned(generation)), 32);
    }

    /** The text that an admission seals. */
    static String text(Secret key) {
        byte[] bytes = new byte[32];
        key.copyTo(bytes, 0);
        return Bytes.wrap(bytes).hex();
    }

    /** The key of one generation as a voice of this node holds it; nothing where it was not let in then. */
    static Optional<Secret> of(Primitives p, ThreadState thread, Voice mine, int generation) {
        if (mine.isFirst()) {
            return Optional.of(own(p, mine, generation));
        }
        List<Entry.Admitted> admissions = thread.admissions().stream()
                .filter(entry -> entry.generation() == generation && entry.voice().equals(mine.publicKey()))
                .sorted(Comparator.comparing(entry -> entry.head().id())).toList();
        for (Entry.Admitted admission : admissions) {
            Optional<Secret> key = opened(p, thread, mine, admission);
            if (key.isPresent()) {
                return key;
            }
        }
        return Optional.empty();
    }

    private static Optional<Secret> opened(Primitives p, ThreadState thread, Voice mine, Entry.Admitted admission) {
        Optional<Bytes> bytes = open(p, mine.secret(), thread.voice(), admission.sealed()).flatMap(Bytes::parseHex).filter(key -> key.size() == 32);
        return bytes.map(key -> p.keep(key.toArray()));
    }

    /** The text that one voice sealed to another. */
    static Optional<String> open(Primitives p, Secret mine, Bytes theirs, String sealed) {
        Optional<Secret> shared = Nip44.conversationKey(p, mine, theirs);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        try (Secret key = shared.get()) {
            return Nip44.decrypt(p, key, sealed) instanceof Checked.Good<String>(String text) ? Optional.of(text) : Optional.empty();
        }
    }
}
