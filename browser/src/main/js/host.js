// What the worker's Java asks of the browser: IndexedDB, WebSockets, a timer, open pages. Java calls these functions and is
// called back; nothing here knows what an envelope or a key is. Sealed bytes and cipher text are all that is ever stored.

import { changed, outdated, stillGood } from "./recall.js";

const NAME = "weft";
const VERSION = 2;
let database = null;

function open() {
    database ??= new Promise((resolve, reject) => {
        const request = indexedDB.open(NAME, VERSION);
        request.onupgradeneeded = () => {
            for (const store of ["envelopes", "vault", "settings", "recall"]) {
                if (!request.result.objectStoreNames.contains(store)) {
                    request.result.createObjectStore(store);
                }
            }
        };
        request.onsuccess = () => {
            // Another version of the program wants to change the stores: let go, so that it is not held up.
            request.result.onversionchange = () => {
                request.result.close();
                database = null;
            };
            request.result.onclose = () => {
                database = null;
            };
            resolve(request.result);
        };
        request.onerror = () => {
            database = null;
            reject(request.error);
        };
    });
    return database;
}

/** A stable code for what went wrong in the store. */
export function trouble(error) {
    const name = error?.name ?? "";
    if (name === "QuotaExceededError") {
        return "disk-full";
    }
    return name === "ReadOnlyError" ? "read-only" : "damaged";
}

/** Runs one transaction; resolves once it is on the disk. */
export async function transact(stores, mode, durability, work) {
    const db = await open();
    return new Promise((resolve, reject) => {
        const transaction = db.transaction(stores, mode, { durability });
        let result;
        transaction.oncomplete = () => resolve(result?.());
        transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
        try {
            result = work(transaction);
        } catch (error) {
            transaction.abort();
            reject(error);
        }
    });
}

export const get = (store, key) => transact([store], "readonly", "relaxed", (transaction) => {
    const request = transaction.objectStore(store).get(key);
    return () => request.result;
});

/**
 * One turn's writes in one transaction: all of it is there afterwards or none. `vault` is null or the file key and the
 * sealed vault; the old ones are gone with the same commit. `recalled` is null, or what recall.js wants written with it.
 */
export function commit(putIds, putJsons, removeIds, fileKey, sealed, strict, recalled, done) {
    const goes = putIds.length + removeIds.length > 0 && outdated();
    const stores = ["envelopes", ...(sealed !== null || recalled ? ["vault"] : []), ...(goes || recalled ? ["recall"] : [])];
    transact(stores, "readwrite", strict ? "strict" : "relaxed", (transaction) => {
        const envelopes = transaction.objectStore("envelopes");
        putIds.forEach((id, i) => envelopes.put(putJsons[i], id));
        removeIds.forEach((id) => envelopes.delete(id));
        if (sealed !== null) {
            const vault = transaction.objectStore("vault");
            vault.put(Uint8Array.from(fileKey), "key");
            vault.put(Uint8Array.from(sealed), "sealed");
            fileKey.fill(0);
        }
        if (goes) {
            transaction.objectStore("recall").delete("first");
        }
        if (recalled) {
            transaction.objectStore("vault").put(recalled.salt, "salt");
            const store = transaction.objectStore("recall");
            store.clear();
            recalled.chunks.forEach((chunk, i) => store.put(chunk, i));
        }
    }).then(() => {
        changed(putIds, removeIds);
        done("");
    }, (error) => {
        stillGood(goes);
        done(trouble(error));
    });
}

/** The vault as it was last written: found(fileKey, sealed, ""), found(null, null, "") where there is none, or a code. */
export function readVault(found) {
    Promise.all([get("vault", "key"), get("vault", "sealed")]).then(
        ([key, sealed]) => (key && sealed ? found(key, sealed, "") : found(null, null, "")),
        (error) => found(null, null, trouble(error)),
    );
}

export { keepMap, readMap } from "./map.js";
export {
    attended, dropRecall, keepFirst, keepRecalled, quiet, recallKey, recallSalt, recallVersion, reseal, restore, restoring, rowsOfFirst, uncovered,
} from "./recall.js";

/** One stored envelope, or an empty text. */
export function readEnvelope(id, found) {
    get("envelopes", id).then((json) => found(json ?? ""), () => found(""));
}

/** The envelopes whose day is not over, of one circle or of all, what lasts first. */
export async function alive(circle) {
    const all = await transact(["envelopes"], "readonly", "relaxed", (transaction) => {
        const values = transaction.objectStore("envelopes").getAll();
        return () => values.result;
    });
    const ends = (event) => Number(event.tags.find((tag) => tag[0] === "expiration")?.[1] ?? 0);
    return all.map((json) => [json, JSON.parse(json)])
        .filter(([, event]) => ends(event) > now() && (circle === null || event.pubkey === circle))
        .sort(([, a], [, b]) => ends(b) - ends(a) || (a.id < b.id ? -1 : 1)).map(([json]) => json);
}

let settings = new Map();

export async function loadSettings() {
    const found = await transact(["settings"], "readonly", "relaxed", (transaction) => {
        const keys = transaction.objectStore("settings").getAllKeys();
        const values = transaction.objectStore("settings").getAll();
        return () => keys.result.map((key, i) => [key, values.result[i]]);
    });
    settings = new Map(found);
}

export const setting = (name) => settings.get(name) ?? "";

/** The setting as it is stored now: an installing worker beside this one may have written it. */
export const storedSetting = async (name) => (await get("settings", name).catch(() => "")) ?? "";

export function keepSetting(name, value) {
    if (value === "") {
        settings.delete(name);
    } else {
        settings.set(name, value);
    }
    return transact(["settings"], "readwrite", "relaxed", (transaction) => {
        const store = transaction.objectStore("settings");
        value === "" ? store.delete(name) : store.put(value, name);
    }).catch(() => {});
}

const links = new Map();
let ears = null;

/** Whom links and the timer tell: linkOpened(link), linkClosed(link, trouble), linkSaid(link, text), woke(). */
export function listen(java) {
    ears = java;
}

const LARGEST = 300_000;

export function openLink(link, address) {
    let socket;
    try {
        socket = new WebSocket(address);
    } catch {
        // Refused before it was tried, such as plain ws: from a page that came over TLS.
        setTimeout(() => ears.linkClosed(link, "not-allowed"), 0);
        return;
    }
    links.set(link, socket);
    let opened = false;
    const end = (trouble) => {
        if (links.delete(link)) {
            socket.close();
            ears.linkClosed(link, trouble);
        }
    };
    socket.onopen = () => {
        opened = true;
        if (links.has(link)) {
            ears.linkOpened(link);
        }
    };
    socket.onmessage = (event) => {
        if (links.has(link)) {
            const fits = typeof event.data === "string" && event.data.length <= LARGEST;
            ears.linkSaid(link, fits ? event.data : "");
        }
    };
    socket.onerror = () => end(opened ? "broken" : "unreachable");
    socket.onclose = () => end(opened ? "closed" : "unreachable");
}

export function shutLink(link) {
    const socket = links.get(link);
    links.delete(link);
    socket?.close();
}

export function shutAllLinks() {
    for (const link of [...links.keys()]) {
        shutLink(link);
    }
}

export function send(link, text) {
    const socket = links.get(link);
    if (socket?.readyState === 1) {
        socket.send(text);
    }
}

let timer = null;

export function wakeAt(unixSeconds) {
    clearTimeout(timer);
    const wait = Math.max(0, unixSeconds * 1000 - Date.now());
    // A timer holds at most 31 bits of milliseconds; woken early, the peer asks again.
    timer = setTimeout(() => ears.woke(), Math.min(wait, 2_000_000_000));
}

export const now = () => Math.floor(Date.now() / 1000);

export { zone, zones, zoneChanges } from "./zones.js";

const streams = new Set();
/** When a page was given that holds the first of a board alone: whoever listens looks again when the rest is there. */
let early = 0;

export function servedEarly() {
    early = Date.now();
}

/** A response body of server-sent events that lives as long as the page listens. */
export function liveStream() {
    let mine;
    return new ReadableStream({
        start(controller) {
            mine = controller;
            streams.add(controller);
            // A page that begins to listen asks whether there is something to tell that came while none did.
            const show = Date.now() - early < 60_000 ? "event: show\ndata: all\n\n" : "";
            controller.enqueue(new TextEncoder().encode("retry: 1000\nevent: hello\ndata: hello\n\n" + show));
        },
        cancel() {
            streams.delete(mine);
        },
    });
}

/** Ends all streams, so that another version of the worker need not wait for them. */
export function endStreams() {
    for (const stream of streams) {
        try {
            stream.close();
        } catch {
            // Its page is gone already.
        }
    }
    streams.clear();
}

/** Tells every open page. */
export function tell(event, data) {
    const text = new TextEncoder().encode(`event: ${event}\ndata: ${data}\n\n`);
    for (const stream of streams) {
        try {
            stream.enqueue(text);
        } catch {
            streams.delete(stream);
        }
    }
}

let session = null;

/**
 * The key under which the opened vault's passphrase key is wrapped while the node is open. Java hands it over; it stays in
 * this worker's and the open pages' memory, never on a disk. Null once locked.
 */
export function holdSession(key) {
    session = key === "" ? null : key;
}

export const heldSession = () => session;
