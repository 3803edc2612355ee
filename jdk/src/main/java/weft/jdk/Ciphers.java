package weft.jdk;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.ChaCha20ParameterSpec;

/**
 * One thread's ChaCha20 and AES from the JDK. After each use a cipher is keyed anew with zeros, which makes the JDK
 * overwrite what it kept of the real key.
 */
final class Ciphers {
    private static final ThreadLocal<Ciphers> MINE = ThreadLocal.withInitial(Ciphers::new);
    private static final byte[] NOTHING = new byte[32];
    private static final AlgorithmParameterSpec IDLE =
            new ChaCha20ParameterSpec(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}, 0);

    private Cipher chacha20 = cipher("ChaCha20");
    private final Cipher aes = cipher("AES/ECB/NoPadding");

    private Ciphers() {}

    /** The calling thread's. */
    static Ciphers mine() {
        return MINE.get();
    }

    private static Cipher cipher(String name) {
        try {
            return Cipher.getInstance(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + name, e);
        }
    }

    byte[] chacha20(byte[] key, byte[] nonce, byte[] data) {
        try {
            start(key, new ChaCha20ParameterSpec(nonce, 0));
            byte[] out = chacha20.doFinal(data);
            start(NOTHING, IDLE);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20 failed", e);
        }
    }

    /** The JDK refuses to begin twice in a row under one key and nonce, which only a key of zeros can meet here. */
    private void start(byte[] key, AlgorithmParameterSpec nonce) throws GeneralSecurityException {
        try {
            chacha20.init(Cipher.ENCRYPT_MODE, new Raw(key, "ChaCha20"), nonce);
        } catch (InvalidKeyException e) {
            chacha20 = cipher("ChaCha20");
            chacha20.init(Cipher.ENCRYPT_MODE, new Raw(key, "ChaCha20"), nonce);
        }
    }

    byte[] aes(byte[] key, byte[] block, boolean encrypt) {
        try {
            aes.init(encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, new Raw(key, "AES"));
            byte[] out = aes.doFinal(block);
            aes.init(Cipher.ENCRYPT_MODE, new Raw(NOTHING, "AES"));
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed", e);
        }
    }

    /** A key that hands out its bytes and keeps no copy; the cipher wipes what it was handed. */
    private static final class Raw implements SecretKey {
        private final transient byte[] bytes;
        private final String algorithm;

        Raw(byte[] bytes, String algorithm) {
            this.bytes = bytes;
            this.algorithm = algorithm;
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }
}
