package weft.jdk;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One thread's SHA-256 and HMAC. HMAC is written out over {@link MessageDigest}, because {@code javax.crypto.Mac} keeps
 * copies of its key that nobody can wipe; the digest clears its buffers whenever it has answered, and the arrays here
 * are cleared after each use. Being long-lived, they are not copied about by the collector either.
 */
final class Hash {
    static final int SIZE = 32;
    private static final int BLOCK = 64;
    private static final ThreadLocal<Hash> MINE = ThreadLocal.withInitial(Hash::new);

    private final MessageDigest sha;
    private final byte[] pad = new byte[BLOCK];
    /** What the second of the two hashes takes: the padded key and the first hash. */
    private final byte[] outer = new byte[BLOCK + SIZE];
    /** The same of the first hash for a step of the tree: the padded key and one byte. */
    private final byte[] step = new byte[BLOCK + 1];

    private Hash() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /** The calling thread's. */
    static Hash mine() {
        return MINE.get();
    }

    /** SHA-256 of bytes. */
    byte[] sha256(byte[] data) {
        return sha.digest(data);
    }

    /** HMAC-SHA256 of two runs of bytes, one after the other, into 32 bytes of a target. */
    void hmac(byte[] key, byte[] first, byte[] second, byte[] target) {
        begin(key);
        sha.update(first);
        sha.update(second);
        end(target);
    }

    /**
     * As often as there are steps: value = HMAC(value, next bit of the path as one byte). Opening an envelope of a thread that was not met
     * lately is some thirty of these, so each hash gets what it takes in one piece, and the second half of a padded key is written once.
     */
    void descend(byte[] value, long path, int steps) {
        Arrays.fill(step, (byte) 0x36);
        Arrays.fill(outer, (byte) 0x5c);
        for (int i = steps - 1; i >= 0; i--) {
            for (int j = 0; j < SIZE; j++) {
                step[j] = (byte) (value[j] ^ 0x36);
                outer[j] = (byte) (value[j] ^ 0x5c);
            }
            step[BLOCK] = (byte) (path >>> i & 1);
            sha.update(step);
            answer(outer, BLOCK);
            sha.update(outer);
            answer(value, 0);
        }
        Arrays.fill(step, (byte) 0);
        Arrays.fill(outer, (byte) 0);
    }

    private void begin(byte[] key) {
        if (key.length > BLOCK) {
            sha.update(key);
            answer(pad, 0);
        } else {
            System.arraycopy(key, 0, pad, 0, key.length);
        }
        for (int i = 0; i < BLOCK; i++) {
            pad[i] ^= 0x36;
        }
        sha.update(pad);
    }

    private void end(byte[] target) {
        answer(outer, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            outer[i] = (byte) (pad[i] ^ 0x36 ^ 0x5c);
        }
        sha.update(outer);
        answer(target, 0);
        Arrays.fill(pad, (byte) 0);
        Arrays.fill(outer, (byte) 0);
    }

    private void answer(byte[] target, int at) {
        try {
            int written = sha.digest(target, at, SIZE);
            assert written == SIZE;
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 did not give 32 bytes", e);
        }
    }
}
