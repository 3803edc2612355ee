// The primitives' port over the noble libraries (https://paulmillr.com/noble/), as plain functions from bytes to bytes.
// Java's byte arrays arrive as Int8Array; results go back as Uint8Array. Nothing here throws on data from outside.
import { secp256k1, schnorr } from "@noble/curves/secp256k1.js";
import { sha256 as sha } from "@noble/hashes/sha2.js";
import { hmac as mac } from "@noble/hashes/hmac.js";
import { extract, expand } from "@noble/hashes/hkdf.js";
import { argon2id as argon } from "@noble/hashes/argon2.js";
import { chacha20 as stream } from "@noble/ciphers/chacha.js";
import { ecb } from "@noble/ciphers/aes.js";
import { argonQuickly } from "./argon.js";
import { verifyQuickly } from "./verify.js";

const view = (bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);

const copy = (bytes) => Uint8Array.from(view(bytes));

export const own = (bytes) => {
    const out = copy(bytes);
    bytes.fill(0);
    return out;
};

export const sha256 = (data) => sha(view(data));

export const hmac = (key, message) => mac(sha, key, view(message));

const BITS = [Uint8Array.of(0), Uint8Array.of(1)];

/** `path` as two 32-bit halves, so that no BigInt is needed on the way. */
export const descend = (seed, high, low, steps) => {
    let value = copy(seed);
    for (let i = steps - 1; i >= 0; i--) {
        const bit = i >= 32 ? (high >>> (i - 32)) & 1 : (low >>> i) & 1;
        const next = mac(sha, value, BITS[bit]);
        value.fill(0);
        value = next;
    }
    return value;
};

export const hkdfExtract = (salt, input) => extract(sha, input, view(salt));

export const hkdfExpand = (key, info, size) => expand(sha, key, view(info), size);

export const chacha20 = (key, nonce, data) => (data.length === 0 ? new Uint8Array(0) : stream(key, view(nonce), view(data)));

export const aesEncryptBlock = (key, block) => ecb(key, { disablePadding: true }).encrypt(view(block));

export const aesDecryptBlock = (key, block) => ecb(key, { disablePadding: true }).decrypt(view(block));

export const isKey = (key) => secp256k1.utils.isValidSecretKey(key);

const compressed = (xOnly) => {
    const out = new Uint8Array(33);
    out[0] = 2;
    out.set(view(xOnly), 1);
    return out;
};

export const isPublicKey = (xOnly) => xOnly.length === 32 && secp256k1.utils.isValidPublicKey(compressed(xOnly), true);

export const publicKey = (key) => schnorr.getPublicKey(key);

export const sign = (key, message, auxiliary) => schnorr.sign(view(message), key, view(auxiliary));

const verifySurely = (publicKey, message, signature) => {
    try {
        return schnorr.verify(signature, message, publicKey);
    } catch {
        return false;
    }
};

export const verify = (publicKey, message, signature) => {
    if (publicKey.length !== 32 || message.length !== 32 || signature.length !== 64) {
        return publicKey.length === 32 && signature.length === 64 && verifySurely(view(publicKey), view(message), view(signature));
    }
    const [key, digest, signed] = [view(publicKey), view(message), view(signature)];
    return verifyQuickly(key, digest, signed, () => verifySurely(key, digest, signed));
};

/** The shared x coordinate, or null where the key is no point. */
export const agree = (key, publicKey) => {
    if (!isPublicKey(publicKey)) {
        return null;
    }
    const shared = secp256k1.getSharedSecret(key, compressed(publicKey), true);
    const x = shared.slice(1);
    shared.fill(0);
    return x;
};

export const argon2id = (passphrase, salt, memoryKibibytes, passes, lanes) =>
    (lanes === 1 && argonQuickly(passphrase, view(salt), memoryKibibytes, passes))
    || argon(passphrase, view(salt), { m: memoryKibibytes, t: passes, p: lanes, dkLen: 32, version: 0x13 });

export const entropy = (size) => {
    const out = new Uint8Array(size);
    for (let at = 0; at < size; at += 65536) {
        globalThis.crypto.getRandomValues(out.subarray(at, Math.min(size, at + 65536)));
    }
    return out;
};
