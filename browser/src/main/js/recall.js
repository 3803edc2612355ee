// What envelopes held, kept so that the next start need not open them one by one: chunks of rows, each chunk under AES-GCM
// with a key that Java makes of the vault's key and a salt. The salt lies beside the vault and is replaced in the same
// transaction as the vault whenever keys are destroyed; then the chunks are written anew without what was forgotten. So
// what is here is readable as long as the vault is, and not longer. A chunk that was changed, or that another version of
// the program wrote, is not read: then its envelopes are opened again.
import { get, transact, trouble } from "./host.js";

const ROWS = 500;
const PIECE = 40;
const FEWEST = 50;
const MOST_CHUNKS = 60;

let key = null;
let salt = null;
/** Ids of stored envelopes that no chunk holds. */
let missing = new Set();
let stored = new Set();
let held = [];
let chunks = 0;
let timer = null;

const label = () => new TextEncoder().encode("weft/1 recall " + version);

let version = "";

/** Chunks are read by the version of the program that wrote them, and by no other. */
export function recallVersion(hash) {
    version = hash;
}

async function seal(under, rows) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(rows));
    const hidden = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: label() }, under, plain);
    plain.fill(0);
    const out = new Uint8Array(12 + hidden.byteLength);
    out.set(iv);
    out.set(new Uint8Array(hidden), 12);
    return out;
}

async function open(chunk) {
    try {
        const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: chunk.subarray(0, 12), additionalData: label() }, key, chunk.subarray(12));
        return JSON.parse(new TextDecoder().decode(plain));
    } catch {
        return [];
    }
}

/** Locked: nothing of it stays in memory. */
export function dropRecall() {
    clearTimeout(timer);
    [key, salt, missing, stored, held] = [null, null, new Set(), new Set(), []];
}

/** The salt as it is stored, or null: found(salt). */
export function recallSalt(found) {
    get("vault", "salt").then((bytes) => found(bytes ?? null), () => found(null));
}

const imported = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]).finally(() => raw.fill(0));

/** From now on under this key, which was made with this salt. */
export function recallKey(raw, withSalt, then) {
    [salt, missing, stored, held] = [Uint8Array.from(withSalt), new Set(), new Set(), []];
    imported(raw).then((made) => {
        key = made;
        then();
    });
}

const all = (store) => transact([store], "readonly", "relaxed", (transaction) => {
    const values = transaction.objectStore(store).getAll();
    return () => values.result;
});

const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Gives back all that is stored: recalled(texts) with rows as RecallRows.java writes them (circle, envelope, time, day, slot, ...), then
 * opened(jsons) with the envelopes that no chunk holds; at last done("") or a code.
 */
export async function restore(recalled, opened, done) {
    try {
        const ids = await transact(["envelopes"], "readonly", "relaxed", (transaction) => {
            const keys = transaction.objectStore("envelopes").getAllKeys();
            return () => keys.result;
        });
        stored = new Set(ids);
        missing = new Set(ids);
        const sealed = await all("recall");
        chunks = sealed.length;
        for (const chunk of sealed) {
            const flat = [];
            for (const row of await open(chunk)) {
                if (missing.delete(row[1])) {
                    flat.push(String(row.length), ...row);
                }
            }
            recalled(flat);
            await breath();
        }
        const rest = [...missing];
        for (let at = 0; at < rest.length; at += PIECE) {
            opened(await envelopes(rest.slice(at, at + PIECE)));
            await breath();
        }
        done("");
    } catch (error) {
        done(trouble(error));
    }
}

const envelopes = (ids) => transact(["envelopes"], "readonly", "relaxed", (transaction) => {
    const store = transaction.objectStore("envelopes");
    const requests = ids.map((id) => store.get(id));
    return () => requests.map((request) => request.result).filter((json) => json !== undefined);
});

/** How far restoring has come: of how many, and how many are left. */
export const restoring = () => [stored.size, missing.size];

/** After a commit. */
export function changed(put, removed) {
    for (const id of put) {
        stored.add(id);
        missing.add(id);
    }
    for (const id of removed) {
        stored.delete(id);
        missing.delete(id);
    }
}

/** Calls back once nothing has happened for a while and there is enough that no chunk holds. */
export function quiet(then) {
    clearTimeout(timer);
    if (missing.size >= FEWEST) {
        timer = setTimeout(then, 2_000);
    }
}

/** A few envelopes that no chunk holds: take(jsons), empty where there is no more. Each is asked about once. */
export function uncovered(take) {
    const some = [...missing].slice(0, PIECE);
    some.forEach((id) => missing.delete(id));
    envelopes(some).then(take, () => take([]));
}

/** Keeps what some envelopes held; with none, writes what has been gathered. */
export async function keepRecalled(flat, then) {
    for (let i = 0; i < flat.length; i += 1 + Number(flat[i])) {
        held.push(flat.slice(i + 1, i + 1 + Number(flat[i])));
    }
    if (held.length >= ROWS || (flat.length === 0 && held.length > 0)) {
        const [rows, under] = [held, key];
        held = [];
        try {
            if (chunks >= MOST_CHUNKS) {
                await compact();
            }
            const chunk = await seal(under, rows);
            if (under === key) {
                const at = chunks++;
                await transact(["vault", "recall"], "readwrite", "relaxed", (transaction) => {
                    transaction.objectStore("vault").put(salt, "salt");
                    transaction.objectStore("recall").put(chunk, at);
                });
            } else {
                rows.forEach((row) => stored.has(row[1]) && missing.add(row[1]));
            }
        } catch {
            // No room, or locked meanwhile: the next start opens these envelopes again.
        }
    }
    then();
}

/** Everything in as few chunks as can be, under a key. */
async function rewritten(under, keeps) {
    const out = [];
    let rows = [];
    for (const chunk of await all("recall")) {
        for (const row of await open(chunk)) {
            if (keeps(row)) {
                rows.push(row);
            }
        }
        if (rows.length >= ROWS) {
            out.push(await seal(under, rows));
            rows = [];
        }
    }
    if (rows.length > 0) {
        out.push(await seal(under, rows));
    }
    return out;
}

async function compact() {
    const fresh = await rewritten(key, (row) => stored.has(row[1]));
    await transact(["recall"], "readwrite", "relaxed", (transaction) => {
        const store = transaction.objectStore("recall");
        store.clear();
        fresh.forEach((chunk, i) => store.put(chunk, i));
    });
    chunks = fresh.length;
}

/**
 * Keys are being destroyed: prepares all chunks under another key and without what knows(circle, day, slot) no longer
 * knows; ready(recalled) gets what commit() writes with the vault. The old key is of no use once that is on the disk.
 */
export async function reseal(raw, withSalt, knows, ready) {
    const nextSalt = Uint8Array.from(withSalt);
    const next = await imported(raw);
    let fresh = [];
    try {
        fresh = key === null ? [] : await rewritten(next, (row) => stored.has(row[1]) && knows(row[0], row[3], row[4]));
    } catch {
        fresh = [];
    }
    if (fresh.length === 0) {
        missing = new Set(stored);
    }
    held.forEach((row) => stored.has(row[1]) && missing.add(row[1]));
    held = [];
    [key, salt, chunks] = [next, nextSalt, fresh.length];
    ready({ salt: nextSalt, chunks: fresh });
}
