// Judges signatures as a phone does where thousands come at once: node verify.mjs WASM. The library is used once it is loaded; what it says is
// what noble says, for signatures that hold and for every way of spoiling one.
import { readFileSync } from "node:fs";
import { schnorr } from "@noble/curves/secp256k1.js";
import { bringsLibrary, verifyQuickly } from "../../main/js/verify.js";

let loaded = false;
bringsLibrary(async () => {
    loaded = true;
    return readFileSync(process.argv[2]);
});
const sure = ([key, message, signature]) => {
    try {
        return schnorr.verify(signature, message, key);
    } catch {
        return false;
    }
};
const spoiled = (bytes, at) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
const cases = [];
for (let i = 0; i < 12; i++) {
    const secret = new Uint8Array(32).fill(i + 1);
    const message = new Uint8Array(32).fill(7 * i);
    const [key, signature] = [schnorr.getPublicKey(secret), schnorr.sign(message, secret, new Uint8Array(32))];
    cases.push([key, message, signature], [spoiled(key, i), message, signature], [key, spoiled(message, i), signature], [key, message, spoiled(signature, i)],
        [key, message, spoiled(signature, 32 + i)], [new Uint8Array(32), message, signature], [new Uint8Array(32).fill(255), message, signature],
        [key, message, new Uint8Array(64).fill(255)]);
}
let asked = 0;
let wrong = 0;
for (let round = 0; round < 40; round++) {
    for (const one of cases) {
        const before = sure(one);
        wrong += verifyQuickly(...one, () => (asked++, before)) === before ? 0 : 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
}
console.log(JSON.stringify({ loaded, wrong, of: 40 * cases.length, asked, hold: 40 * 12 }));
