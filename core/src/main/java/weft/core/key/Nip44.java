package weft.core.key;

import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * Encrypted payloads as NIP-44 version 2 defines them.
 *
 * <pre>
 * payload   base64( 2 ‖ nonce (32) ‖ cipher text ‖ tag (32) )
 * keys      HKDF-Expand(conversation key, nonce, 76) = ChaCha20 key (32) ‖ ChaCha20 nonce (12) ‖ HMAC key (32)
 * padded    length (2, big endian) ‖ UTF-8 ‖ zeros up to the padded length
 * tag       HMAC-SHA256(HMAC key, nonce ‖ cipher text)
 * </pre>
 */
public final class Nip44 {
    /** The most bytes of UTF-8 that a plain text may have; the fewest are 1. */
    public static final int PLAIN_BYTES = 65_535;

    private static final int VERSION = 2;
    private static final int NONCE = 32;
    private static final int TAG = 32;
    private static final int LENGTH = 2;
    private static final int SMALLEST = 1 + NONCE + LENGTH + 32 + TAG;
    private static final int LARGEST = 1 + NONCE + LENGTH + 65_536 + TAG;
    private static final int FEWEST_CHARACTERS = 132;
    private static final int MOST_CHARACTERS = 87_472;

    private Nip44() {}

    /** The key that two people share, 32 bytes; nothing where a key is not one of secp256k1. */
    public static Optional<Secret> conversationKey(Primitives p, Secret mine, Bytes theirPublicKey) {
        if (!p.isKey(mine)) {
            return Optional.empty();
        }
        return p.agree(mine, theirPublicKey).map(shared -> {
            try (shared) {
                return p.hkdfExtract(Labels.CONVERSATION, shared);
            }
        });
    }

    /**
     * Encrypts a text.
     *
     * @param nonce 32 fresh random bytes, never used twice under one key
     * @throws IllegalArgumentException where the text has no bytes or more than {@link #PLAIN_BYTES}, or half of a surrogate pair
     */
    public static String encrypt(Primitives p, Secret conversationKey, Bytes nonce, String plain) {
        if (nonce.size() != NONCE) {
            throw new IllegalArgumentException("a nonce has 32 bytes");
        }
        Bytes text = Bytes.utf8(plain);
        if (text.size() < 1 || text.size() > PLAIN_BYTES) {
            throw new IllegalArgumentException("a plain text has 1 to " + PLAIN_BYTES + " bytes, not " + text.size());
        }
        if (!text.text().equals(plain)) {
            throw new IllegalArgumentException("the text holds half of a surrogate pair");
        }
        byte[] padded = new byte[LENGTH + paddedLength(text.size())];
        padded[0] = (byte) (text.size() >> 8);
        padded[1] = (byte) text.size();
        text.copyTo(padded, LENGTH);
        try (StreamKeys keys = StreamKeys.expand(p, conversationKey, nonce)) {
            Bytes hidden = p.chacha20(keys.stream(), keys.nonce(), Bytes.wrap(padded));
            Bytes tag = p.tag(keys.tag(), nonce.then(hidden));
            return Bytes.ofUnsigned(VERSION).then(nonce, hidden, tag).base64();
        }
    }

    /** Decrypts a payload. */
    public static Checked<String> decrypt(Primitives p, Secret conversationKey, String payload) {
        return decode(payload).then(bytes -> {
            Bytes nonce = bytes.slice(1, 1 + NONCE);
            Bytes hidden = bytes.slice(1 + NONCE, bytes.size() - TAG);
            Bytes tag = bytes.slice(bytes.size() - TAG, bytes.size());
            try (StreamKeys keys = StreamKeys.expand(p, conversationKey, nonce)) {
                if (!p.tag(keys.tag(), nonce.then(hidden)).equals(tag)) {
                    return Checked.bad(Nip44Fault.WRONG_MAC, "the authentication tag does not fit");
                }
                return unpad(p.chacha20(keys.stream(), keys.nonce(), hidden));
            }
        });
    }

    private static Checked<Bytes> decode(String payload) {
        if (payload.startsWith("#")) {
            return Checked.bad(Nip44Fault.UNKNOWN_VERSION, "a version that is not base64");
        }
        if (payload.length() < FEWEST_CHARACTERS || payload.length() > MOST_CHARACTERS) {
            return Checked.bad(Nip44Fault.WRONG_LENGTH, payload.length() + " characters");
        }
        Optional<Bytes> bytes = Bytes.parseBase64(payload);
        if (bytes.isEmpty()) {
            return Checked.bad(Nip44Fault.NOT_BASE64, "not canonical base64");
        }
        int size = bytes.get().size();
        if (size < SMALLEST || size > LARGEST) {
            return Checked.bad(Nip44Fault.WRONG_LENGTH, size + " bytes");
        }
        if (bytes.get().at(0) != VERSION) {
            return Checked.bad(Nip44Fault.UNKNOWN_VERSION, "version " + bytes.get().at(0));
        }
        return Checked.good(bytes.get());
    }

    private static Checked<String> unpad(Bytes padded) {
        int size = padded.at(0) << 8 | padded.at(1);
        if (size == 0 || padded.size() != LENGTH + paddedLength(size)) {
            return Checked.bad(Nip44Fault.WRONG_PADDING, size + " bytes in " + padded.size());
        }
        for (int i = LENGTH + size; i < padded.size(); i++) {
            if (padded.at(i) != 0) {
                return Checked.bad(Nip44Fault.WRONG_PADDING, "the padding is not zeros");
            }
        }
        Bytes plain = padded.slice(LENGTH, LENGTH + size);
        String text = plain.text();
        // Decoding puts U+FFFD where bytes were ill-formed; only texts that hold one need the second look.
        if (text.indexOf('\ufffd') >= 0 && !Bytes.utf8(text).equals(plain)) {
            return Checked.bad(Nip44Fault.NOT_UTF8, "ill-formed UTF-8");
        }
        return Checked.good(text);
    }

    /** The length to which so many bytes (1..65,535) are padded: steps of 32 up to 256, then of an eighth of the next power of two. */
    static int paddedLength(int size) {
        if (size <= 32) {
            return 32;
        }
        int nextPower = Integer.highestOneBit(size - 1) << 1;
        int chunk = nextPower <= 256 ? 32 : nextPower / 8;
        return chunk * ((size - 1) / chunk + 1);
    }
}
