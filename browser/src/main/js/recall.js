// What envelopes held, kept so that the next start need not open them one by one: chunks of rows, each chunk under AES-GCM
// with a key that Java makes of the vault's key and a salt. The salt lies beside the vault and is replaced in the same
// transaction as the vault whenever keys are destroyed; then the chunks are written anew without what was forgotten. So
// what is here is readable as long as the vault is, and not longer. A chunk that was changed, or that another version of
// the program wrote, is not read: then its envelopes are opened again.
//
// One chunk more, "first", holds once again what boards show first. It is given back before all else, so that a page can be shown
// while the rest is read. It goes with whatever is written after it, and is written anew once it is quiet: so where it is,
// nothing has come since.
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
let draining = false;

const FIRST = "first";
/** With fewer envelopes all is back so soon that it would not pay. */
const MANY = 1_000;
/** How long the rest waits for the first page to be asked for, in milliseconds. */
const PATIENCE = 600;
/** The rows of that chunk, by envelope, so that few are opened anew when something has come. */
let foremost = new Map();
/** Whether it is stored. */
let kept = false;
/** Envelopes were written so many times. */
let writes = 0;
let taken = null;
let goOn = null;

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
    [key, salt, missing, stored, held, foremost, kept, draining] = [null, null, new Set(), new Set(), [], new Map(), false, false];
    goOn?.();
}

/** The salt as it is stored, or null: found(salt). */
export function recallSalt(found) {
    get("vault", "salt").then((bytes) => found(bytes ?? null), () => found(null));
}

const imported = (raw) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]).finally(() => raw.fill(0));

/** From now on under this key, which was made with this salt. */
export function recallKey(raw, withSalt, then) {
    [salt, missing, stored, held, foremost, kept, draining] = [Uint8Array.from(withSalt), new Set(), new Set(), [], new Map(), false, false];
    imported(raw).then((made) => {
        key = made;
        then();
    });
}

const keysOf = (store) => transact([store], "readonly", "relaxed", (transaction) => {
    const keys = transaction.objectStore(store).getAllKeys();
    return () => keys.result;
});

/** The rows of all chunks but the first, a chunk at a time. */
async function* laidBy() {
    for (const at of await keysOf("recall")) {
        const chunk = at === FIRST ? undefined : await get("recall", at);
        if (chunk !== undefined) {
            yield await open(chunk);
        }
    }
}

const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

const flattened = (rows) => rows.flatMap((row) => [String(row.length), ...row]);

/**
 * Gives back all that is stored: recalled(texts) with rows as RecallRows.java writes them (circle, envelope, time, day, slot, ...), then
 * opened(jsons) with the envelopes that no chunk holds; at last done("") or a code. Before the most of it begin(whether what boards
 * show first is there), and the rest goes on when a page was given or nobody asks for one: attended().
 */
export async function restore(begin, recalled, opened, done) {
    try {
        stored = new Set(await keysOf("envelopes"));
        missing = new Set(stored);
        await first(recalled);
        begin(foremost.size > 0);
        await new Promise((resolve) => {
            goOn = resolve;
            setTimeout(resolve, PATIENCE);
        });
        const alone = new Set(foremost.keys());
        chunks = 0;
        for await (const rows of laidBy()) {
            chunks++;
            recalled(flattened(rows.filter((row) => !alone.delete(row[1]) && missing.delete(row[1]))));
            await breath();
        }
        const rest = [...missing];
        for (let at = 0; at < rest.length; at += PIECE) {
            opened(await envelopes(rest.slice(at, at + PIECE)));
            await breath();
        }
        alone.forEach((id) => missing.add(id));
        done("");
    } catch (error) {
        done(trouble(error));
    }
}

/** A page was given, or one is asked for that needs all. */
export const attended = () => goOn?.();

async function first(recalled) {
    const chunk = await get("recall", FIRST);
    kept = chunk !== undefined;
    const rows = kept ? await open(chunk) : [];
    if (rows.every((row) => stored.has(row[1]))) {
        foremost = new Map(rows.map((row) => [row[1], row]));
        rows.forEach((row) => missing.delete(row[1]));
        recalled(flattened(rows));
    }
}

const envelopes = (ids) => transact(["envelopes"], "readonly", "relaxed", (transaction) => {
    const store = transaction.objectStore("envelopes");
    const requests = ids.map((id) => store.get(id));
    return () => requests.map((request) => request.result).filter((json) => json !== undefined);
});

/** How far restoring has come: of how many, and how many are left. */
export const restoring = () => [stored.size, missing.size];

/** Envelopes are about to be written or removed: whether the first chunk has to go with that. */
export function outdated() {
    writes++;
    const was = kept;
    kept = false;
    return was;
}

/** They were not written after all. */
export function stillGood(was) {
    kept ||= was;
}

/** After a commit. */
export function changed(put, removed) {
    for (const id of put) {
        stored.add(id);
        missing.add(id);
    }
    for (const id of removed) {
        stored.delete(id);
        missing.delete(id);
        foremost.delete(id);
    }
}

/** Calls back once nothing has happened for a while and there is enough that no chunk holds, or the first one is gone. */
export function quiet(then) {
    clearTimeout(timer);
    if (missing.size >= FEWEST || (!kept && stored.size >= MANY)) {
        timer = setTimeout(then, 2_000);
    }
}

/** A few envelopes that no chunk holds: take(jsons), empty where there is no more. Each is asked about once. */
export function uncovered(take) {
    draining ||= missing.size >= FEWEST;
    const some = draining ? [...missing].slice(0, PIECE) : [];
    draining = some.length > 0;
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

/**
 * Writes the first chunk where it is gone or old: of these envelopes. Those of which no row is here are given to take(jsons), which answers by
 * rowsOfFirst(texts), a few at a time.
 */
export async function keepFirst(ids, take) {
    const [at, under] = [writes, key];
    // What was laid by days ago holds too little of what comes first now.
    const old = kept && ids.filter((id) => !foremost.has(id)).length > ids.length / 3;
    const good = () => at === writes && under === key && under !== null && (old || !kept) && ids.length > 0;
    try {
        const wanted = new Set(ids);
        if (!good()) {
            return;
        }
        [...foremost.keys()].filter((id) => !wanted.has(id)).forEach((id) => foremost.delete(id));
        const rest = ids.filter((id) => !foremost.has(id));
        for (let from = 0; from < rest.length && good(); from += PIECE) {
            const jsons = await envelopes(rest.slice(from, from + PIECE));
            await new Promise((resolve) => {
                taken = resolve;
                take(jsons);
            });
            await breath();
        }
        if (good() && ids.every((id) => foremost.has(id))) {
            const chunk = await seal(under, [...foremost.values()]);
            if (good()) {
                kept = true;
                await transact(["vault", "recall"], "readwrite", "relaxed", (transaction) => {
                    transaction.objectStore("vault").put(salt, "salt");
                    transaction.objectStore("recall").put(chunk, FIRST);
                });
            }
        }
    } catch {
        // No room, or locked meanwhile: the next start shows its first page when all is read.
    }
}

/** Rows for the first chunk, each with its size before it. */
export function rowsOfFirst(flat) {
    for (let i = 0; i < flat.length; i += 1 + Number(flat[i])) {
        const row = flat.slice(i + 1, i + 1 + Number(flat[i]));
        foremost.set(row[1], row);
    }
    taken?.();
}

/** Everything in as few chunks as can be, under a key. */
async function rewritten(under, keeps) {
    const out = [];
    let rows = [];
    for await (const some of laidBy()) {
        for (const row of some) {
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
        kept = false;
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
    [...foremost.values()].filter((row) => !knows(row[0], row[3], row[4])).forEach((row) => foremost.delete(row[1]));
    kept = false;
    writes++;
    [key, salt, chunks] = [next, nextSalt, fresh.length];
    ready({ salt: nextSalt, chunks: fresh });
}
