package weft.core.invite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * What both sides of an invitation derive from their two fresh keys, alone:
 *
 * <pre>
 * prk   = HKDF-Extract("weft/1 acquaintance", ECDH(K, F))
 * bound = K ‖ F ‖ s
 * c     = HKDF-Expand(prk, "weft/1 acquaintance key" ‖ n ‖ bound, 32), n = 0, 1, ... the first that is a secret key
 * root  = HKDF-Expand(prk, "weft/1 acquaintance tree" ‖ bound, 32), the seed of a tree that has forgotten nothing
 * words = HKDF-Expand(prk, "weft/1 acquaintance words" ‖ bound, 6), the first 44 bits as four numbers of 11 bits
 * </pre>
 *
 * @param key c, to be destroyed by who holds this
 * @param root the tree's root seed, likewise
 * @param words four numbers 0..2047 that the two people compare aloud
 */
public record Acquainted(Secret key, Secret root, List<Integer> words) implements AutoCloseable {
    /** Keeps an unmodifiable copy. */
    public Acquainted {
        words = List.copyOf(words);
    }

    /**
     * What a node's own fresh key makes with the other's; nothing where that is no point.
     *
     * @param mine k or f
     * @param theirs F or K
     * @param inviter K
     * @param invitee F
     * @param proof s
     */
    public static Optional<Acquainted> of(Primitives p, Secret mine, Bytes theirs, Bytes inviter, Bytes invitee, Bytes proof) {
        Optional<Secret> shared = p.agree(mine, theirs);
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        Bytes bound = inviter.then(invitee, proof);
        try (Secret agreed = shared.get(); Secret prk = p.hkdfExtract(Bytes.utf8("weft/1 acquaintance"), agreed)) {
            Secret root = p.hkdfExpand(prk, Bytes.utf8("weft/1 acquaintance tree").then(bound), 32);
            return Optional.of(new Acquainted(key(p, prk, bound), root, words(p, prk, bound)));
        }
    }

    private static Secret key(Primitives p, Secret prk, Bytes bound) {
        int n = 0;
        while (true) {
            Secret key = p.hkdfExpand(prk, Bytes.utf8("weft/1 acquaintance key").then(Bytes.ofUnsigned(n), bound), 32);
            if (p.isKey(key)) {
                return key;
            }
            key.destroy();
            n++;
        }
    }

    private static List<Integer> words(Primitives p, Secret prk, Bytes bound) {
        byte[] bytes = new byte[6];
        try (Secret secret = p.hkdfExpand(prk, Bytes.utf8("weft/1 acquaintance words").then(bound), 6)) {
            secret.copyTo(bytes, 0);
        }
        long bits = Bytes.wrap(bytes).bigEndianAt(0, 6) >>> 4;
        List<Integer> words = new ArrayList<>();
        for (int i = 3; i >= 0; i--) {
            words.add((int) (bits >>> (11 * i) & 2047));
        }
        return words;
    }

    /** Destroys the secrets. */
    @Override
    public void close() {
        key.destroy();
        root.destroy();
    }
}
