package weft.browser;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSBodyImport;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;

/** The functions of {@code src/main/js/primitives.js}, by their names there. */
final class Noble {
    private static final String NOBLE = "weft-primitives";

    private Noble() {}

    @JSBody(params = "bytes", script = "return noble.own(bytes);", imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array own(Int8Array bytes);

    @JSBody(params = "bytes", script = "return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);")
    static native Int8Array signed(Uint8Array bytes);

    @JSBody(params = "bytes", script = "bytes.fill(0);")
    static native void wipe(Uint8Array bytes);

    @JSBody(params = "bytes", script = "return Uint8Array.from(bytes);")
    static native Uint8Array copy(Uint8Array bytes);

    @JSBody(params = "data", script = "return noble.sha256(data);", imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array sha256(Int8Array data);

    @JSBody(params = {"key", "message"}, script = "return noble.hmac(key, message);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array hmac(Uint8Array key, Int8Array message);

    @JSBody(params = {"seed", "high", "low", "steps"}, script = "return noble.descend(seed, high, low, steps);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array descend(Uint8Array seed, int high, int low, int steps);

    @JSBody(params = {"salt", "input"}, script = "return noble.hkdfExtract(salt, input);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array hkdfExtract(Int8Array salt, Uint8Array input);

    @JSBody(params = {"key", "info", "size"}, script = "return noble.hkdfExpand(key, info, size);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array hkdfExpand(Uint8Array key, Int8Array info, int size);

    @JSBody(params = {"key", "nonce", "data"}, script = "return noble.chacha20(key, nonce, data);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array chacha20(Uint8Array key, Int8Array nonce, Int8Array data);

    @JSBody(params = {"key", "block"}, script = "return noble.aesEncryptBlock(key, block);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array aesEncryptBlock(Uint8Array key, Int8Array block);

    @JSBody(params = {"key", "block"}, script = "return noble.aesDecryptBlock(key, block);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array aesDecryptBlock(Uint8Array key, Int8Array block);

    @JSBody(params = "key", script = "return noble.isKey(key);", imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native boolean isKey(Uint8Array key);

    @JSBody(params = "xOnly", script = "return noble.isPublicKey(xOnly);", imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native boolean isPublicKey(Int8Array xOnly);

    @JSBody(params = "key", script = "return noble.publicKey(key);", imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array publicKey(Uint8Array key);

    @JSBody(params = {"key", "message", "auxiliary"}, script = "return noble.sign(key, message, auxiliary);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array sign(Uint8Array key, Int8Array message, Int8Array auxiliary);

    @JSBody(params = {"publicKey", "message", "signature"}, script = "return noble.verify(publicKey, message, signature);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native boolean verify(Int8Array publicKey, Int8Array message, Int8Array signature);

    @JSBody(params = {"key", "publicKey"}, script = "return noble.agree(key, publicKey);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native @Nullable Uint8Array agree(Uint8Array key, Int8Array publicKey);

    @JSBody(params = {"passphrase", "salt", "memory", "passes", "lanes"}, script = "return noble.argon2id(passphrase, salt, memory, passes, lanes);",
            imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array argon2id(Uint8Array passphrase, Int8Array salt, int memory, int passes, int lanes);

    @JSBody(params = "size", script = "return noble.entropy(size);", imports = @JSBodyImport(alias = "noble", fromModule = NOBLE))
    static native Uint8Array entropy(int size);
}
