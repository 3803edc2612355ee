// The map's file that a person supplied, in a store of its own: it is no secret, and may be large, so it is never copied into memory whole.

const STORE = "map";
let blob = null;

function open() {
    return new Promise((resolve, reject) => {
        const request = indexedDB.open("weft-map", 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

async function within(mode, work) {
    const db = await open();
    try {
        return await new Promise((resolve, reject) => {
            const transaction = db.transaction([STORE], mode);
            const request = work(transaction.objectStore(STORE));
            transaction.oncomplete = () => resolve(request.result);
            transaction.onabort = () => reject(transaction.error ?? new Error("aborted"));
        });
    } finally {
        db.close();
    }
}

/** Keeps a file in place of the one before; null for none. */
export async function keepMap(file) {
    await within("readwrite", (store) => (file === null ? store.delete("file") : store.put(file, "file")));
    blob = file;
}

/** A piece, unpacked where it is packed: found(bytes, ""), or found(null, code). Never more than the most is unpacked. */
export function readMap(offset, length, gzip, most, found) {
    piece(offset, length, gzip, most).then((bytes) => found(bytes, ""), (error) => found(null, error?.code?.at ? error.code : "UNREADABLE"));
}

const fault = (code) => Object.assign(new Error(code), { code });

async function piece(offset, length, gzip, most) {
    blob ??= await within("readonly", (store) => store.get("file"));
    if (!blob) {
        throw fault("UNREADABLE");
    }
    if (offset + length > blob.size) {
        throw fault(offset === 0 ? "NOT_PMTILES" : "OUT_OF_FILE");
    }
    const part = blob.slice(offset, offset + length);
    return gzip ? unpacked(part, most) : new Uint8Array(await part.arrayBuffer());
}

async function unpacked(part, most) {
    const packed = await part.arrayBuffer();
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    const pieces = [];
    let size = 0;
    for (;;) {
        const next = await reader.read().catch(() => {
            throw fault("NOT_GZIP");
        });
        if (next.done) {
            break;
        }
        size += next.value.length;
        if (size > most) {
            reader.cancel().catch(() => {});
            throw fault("TOO_LONG");
        }
        pieces.push(next.value);
    }
    const out = new Uint8Array(size);
    pieces.reduce((at, one) => (out.set(one, at), at + one.length), 0);
    return out;
}
