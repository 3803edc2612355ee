// Argon2id (RFC 9106, one lane, no associated data) with its inner rounds in WebAssembly: four times quicker than JavaScript alone, which
// is what a person waits for at every start. The rounds are those of the package argon2id, whose file the bundler puts in here; where a browser
// does not take it, noble computes the same. What was worked on is overwritten in the end.
import { blake2b } from "@noble/hashes/blake2.js";
import rounds from "argon2id/dist/simd.wasm";

const BLOCK = 1024;
const SLICES = 4;
/** Of the memory, before the blocks: what the rounds work on, the numbers of a segment, their seed, zeros, where to refer to, a new block. */
const [WORK, NUMBERS, SEED, ZEROS, REFER, FRESH, BLOCKS] = [0, 1, 2, 3, 4, 5, 6].map((at) => at * BLOCK);
/** As the package's file wants it: pages of 64 KiB, 65 MiB of which only what is written to is ever taken. */
const PAGES = { initial: 1040, maximum: 65536 };

const le32 = (...numbers) => new Uint8Array(Uint32Array.from(numbers).buffer);

/** The hash of variable length, here of a block: each half of what is hashed again and again, and all of the last. */
function stretched(first, to) {
    let v = blake2b.create({ dkLen: 64 }).update(le32(to.length)).update(first).digest();
    let at = 0;
    for (; to.length - at > 64; at += 32) {
        to.set(v.subarray(0, 32), at);
        const next = to.length - at - 32 > 64 ? 64 : to.length - at - 32;
        const hashed = blake2b(v, { dkLen: next });
        v.fill(0);
        v = hashed;
    }
    to.set(v, at);
    v.fill(0);
}

/** 32 bytes, or null where this can't be computed here. */
export function argonQuickly(passphrase, salt, kibibytes, passes) {
    const blocks = SLICES * Math.floor(kibibytes / SLICES);
    if (BLOCKS + blocks * BLOCK > PAGES.initial * 65536 || blocks < 8) {
        return null;
    }
    let memory = null;
    try {
        memory = new WebAssembly.Memory(PAGES);
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(rounds), { env: { memory } });
        return filled(exports, memory, passphrase, salt, kibibytes, passes, blocks);
    } catch {
        return null;
    } finally {
        memory && new Uint8Array(memory.buffer, 0, BLOCKS + blocks * BLOCK).fill(0);
    }
}

function filled(exports, memory, passphrase, salt, kibibytes, passes, blocks) {
    const bytes = new Uint8Array(memory.buffer);
    const seed = new Uint32Array(memory.buffer, SEED, BLOCK / 4);
    const refer = new Uint32Array(memory.buffer, REFER, 2);
    const block = (at) => BLOCKS + at * BLOCK;
    const first = new Uint8Array(72);
    first.set(blake2b.create({ dkLen: 64 }).update(le32(1, 32, kibibytes, passes, 0x13, 2, passphrase.length)).update(passphrase)
        .update(le32(salt.length)).update(salt).update(le32(0, 0)).digest());
    for (let at = 0; at < 2; at++) {
        first.set(le32(at, 0), 64);
        stretched(first, bytes.subarray(block(at), block(at + 1)));
    }
    first.fill(0);
    const segment = blocks / SLICES;
    for (let pass = 0; pass < passes; pass++) {
        for (let slice = 0; slice < SLICES; slice++) {
            const apart = pass === 0 && slice < 2;
            seed.fill(0);
            [seed[0], seed[4], seed[6], seed[8], seed[10]] = [pass, slice, blocks, passes, 2];
            for (let i = 0; i < segment; i++) {
                const at = slice * segment + i;
                if (apart && i % 128 === 0) {
                    seed[12]++;
                    exports.G2(ZEROS, SEED, NUMBERS, WORK);
                }
                if (pass === 0 && at < 2) {
                    continue;
                }
                const before = block(at === 0 ? blocks - 1 : at - 1);
                exports.getLZ(REFER, apart ? NUMBERS + (i % 128) * 8 : before, 0, 1, pass, slice, i, SLICES, segment);
                const fresh = pass === 0 ? block(at) : FRESH;
                exports.G(before, block(refer[1]), fresh, WORK);
                if (pass > 0) {
                    exports.xor(block(at), FRESH, block(at));
                }
            }
        }
    }
    const out = new Uint8Array(32);
    const last = bytes.subarray(block(blocks - 1), block(blocks));
    out.set(blake2b.create({ dkLen: 32 }).update(le32(32)).update(last).digest());
    return out;
}
