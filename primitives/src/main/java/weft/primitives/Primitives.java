package weft.primitives;

import java.util.Optional;

/**
 * All the cryptographic primitives that Weft stands on. Two implementations are held to the same vectors:
 * {@code weft.jdk.JdkPrimitives} and the browser's over the noble libraries. Everything here is deterministic; fresh
 * secrets are made from an {@link Entropy} that the caller gives. Sizes are in bytes. A wrong size is a mistake of the
 * calling code and throws {@link IllegalArgumentException}; bad data from outside never throws but returns nothing or
 * false.
 */
public interface Primitives {
    /** Takes bytes in as a secret and wipes the array given. */
    Secret keep(byte[] bytes);

    /** A fresh secret of a size. */
    default Secret fresh(Entropy entropy, int size) {
        byte[] raw = new byte[size];
        entropy.fill(raw);
        return keep(raw);
    }

    /** A fresh secp256k1 secret key (32 bytes, 1..n-1). */
    default Secret freshKey(Entropy entropy) {
        while (true) {
            Secret key = fresh(entropy, 32);
            if (isKey(key)) {
                return key;
            }
            key.destroy();
        }
    }

    /** SHA-256 (FIPS 180-4), 32 bytes. */
    Bytes sha256(Bytes data);

    /** HMAC-SHA256 (RFC 2104) whose result is itself secret, 32 bytes. */
    Secret hmac(Secret key, Bytes message);

    /** HMAC-SHA256 (RFC 2104) whose result is public: an authentication tag, 32 bytes. */
    Bytes tag(Secret key, Bytes message);

    /**
     * A walk down a GGM tree (Goldreich, Goldwasser, Micali 1986): starting from {@code seed}, for each of the lowest
     * {@code steps} bits of {@code path}, highest first, replaces the value by HMAC-SHA256(value, bit as one byte).
     * Everything between is wiped.
     *
     * @param steps 0..63; 0 gives a copy of the seed
     */
    Secret descend(Secret seed, long path, int steps);

    /** HKDF-Extract with SHA-256 (RFC 5869), 32 bytes. */
    Secret hkdfExtract(Bytes salt, Secret input);

    /** HKDF-Expand with SHA-256 (RFC 5869); {@code size} 1..8160. */
    Secret hkdfExpand(Secret key, Bytes info, int size);

    /** ChaCha20 (RFC 8439) from counter 0 with a 12-byte nonce; its own inverse. */
    Bytes chacha20(Secret key, Bytes nonce, Bytes data);

    /** ChaCha20 over a secret text, giving cipher text. */
    Bytes chacha20Hide(Secret key, Bytes nonce, Secret data);

    /** ChaCha20 over cipher text, giving a secret text. */
    Secret chacha20Reveal(Secret key, Bytes nonce, Bytes data);

    /** One AES-256 block (FIPS 197) under a 32-byte key, 16 bytes in and out. */
    Bytes aesEncryptBlock(Secret key, Bytes block);

    /** The inverse of {@link #aesEncryptBlock}. */
    Bytes aesDecryptBlock(Secret key, Bytes block);

    /** Whether 32 secret bytes are a secp256k1 secret key, that is 1..n-1. */
    boolean isKey(Secret secret);

    /** Whether 32 bytes are the x coordinate of a point of secp256k1. */
    boolean isPublicKey(Bytes xOnly);

    /** The x-only public key (BIP-340) of a secret key, 32 bytes. */
    Bytes publicKey(Secret key);

    /** A Schnorr signature (BIP-340) of a message of any size with 32 bytes of auxiliary randomness, 64 bytes. */
    Bytes sign(Secret key, Bytes message, Bytes auxiliary);

    /** Whether a Schnorr signature (BIP-340) holds. Never throws, whatever it is given. */
    boolean verify(Bytes publicKey, Bytes message, Bytes signature);

    /** The x coordinate of the shared point (unhashed, as NIP-44 uses it), or nothing where the key is no point. */
    Optional<Secret> agree(Secret key, Bytes publicKey);

    /** Argon2id version 1.3 (RFC 9106), 32 bytes. */
    Secret argon2id(Secret passphrase, Bytes salt, int memoryKibibytes, int passes, int lanes);
}
