// The service worker: takes requests and messages from pages, and hands them to the node that TeaVM made out of Java.
// Everything that this file's bundle needs is in it; nothing is ever fetched at run time but what is listed in app.json.
import * as java from "weft-java";
import * as host from "weft-host";
import { bringsLibrary } from "./verify.js";

const BASE = new URL(self.registration.scope).pathname.replace(/\/$/, "");
// Put in by the build: the static files beside this one with their hashes, and the hash over all of them and this one.
const FILES = self.WEFT_FILES;
const HASH = self.WEFT_HASH;
const CACHE = "weft-" + HASH;
/** Beside the worker itself; all other files are fetched when they are first asked for. */
const FIRST = ["index.html"];
/** What a page may ask for without a network: fetched once a page has been open for a while, so that it does not weigh on the first visit. */
const LATER = ["qr.js", "texts.json", "land.json"];
const WHILE = 60_000;

let readiness = null;
let leaving = false;

/** Begins with the first request, so that a version which is being put in place does not run beside the one it replaces. */
const ready = () => (readiness ??= begin());

async function begin() {
    await alone();
    await host.loadSettings();
    host.recallVersion(HASH);
    host.listen(java);
    await look();
}

const look = () => new Promise((resolve) => java.begin(BASE, resolve));

/** One node at a time: whoever comes later takes over, and the one before stops at once. */
function alone() {
    return new Promise((resolve) => {
        navigator.locks.request("weft-node", { steal: true }, () => {
            // A write that the one before had begun is on the disk before anything is read here.
            setTimeout(resolve, 50);
            return new Promise(() => {});
        }).catch(() => {
            java.stop();
            readiness = null;
        });
    });
}

self.addEventListener("install", (event) => {
    event.waitUntil(install());
});

async function install() {
    await host.loadSettings();
    const pinned = host.setting("pinned");
    if (pinned !== "" && pinned !== HASH && host.setting("agreed") !== HASH) {
        // Another version: what is installed goes on until the person agrees to this one.
        if (host.setting("declined") !== HASH) {
            await host.keepSetting("offered", HASH);
        }
        throw new Error("waiting for the person to agree to " + HASH);
    }
    const cache = await caches.open(CACHE);
    for (const name of FIRST) {
        await fetched(cache, name);
    }
    await host.keepSetting("pinned", HASH);
    await host.keepSetting("agreed", "");
    await host.keepSetting("offered", "");
    await host.keepSetting("declined", "");
    await self.skipWaiting();
}

/** Fetches one of the files, and puts it by where it is the one that belongs to the hash. */
async function fetched(cache, name) {
    const response = await fetch(new Request(BASE + "/" + name, { cache: "reload" }));
    if (!response.ok || (await hashOf(await response.clone().arrayBuffer())) !== FILES[name]) {
        throw new Error(name + " is not the file that belongs to " + HASH);
    }
    await cache.put(BASE + "/" + name, response);
}

async function hashOf(bytes) {
    return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((b) => b.toString(16).padStart(2, "0")).join("");
}

self.addEventListener("activate", (event) => {
    event.waitUntil((async () => {
        for (const name of await caches.keys()) {
            if (name.startsWith("weft-") && name !== CACHE) {
                await caches.delete(name);
            }
        }
        await self.clients.claim();
    })());
});

self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (url.origin === self.location.origin && (url.pathname === BASE || url.pathname.startsWith(BASE + "/"))) {
        event.respondWith(answer(event.request, url).catch((error) => new Response(
            "Weft could not answer this. Load the page again; if that does not help, close all its pages and open it anew. (" + error?.name + ")",
            { status: 500, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } })));
    }
});

let since = 0;

/** A page is open: after a while fetches what it may want without a network. */
function fetchLater() {
    since ||= Date.now();
    if (Date.now() - since > WHILE) {
        since = Infinity;
        LATER.forEach((name) => file(name).catch(() => {
            since = 0;
        }));
    }
}

async function file(name) {
    const cache = await caches.open(CACHE);
    if (!(await cache.match(BASE + "/" + name))) {
        await fetched(cache, name).catch(() => {});
    }
    return (await cache.match(BASE + "/" + name)) ?? Response.error();
}

bringsLibrary(async () => {
    const response = await file("verify.wasm");
    if (!response.ok) {
        throw new Error("no library");
    }
    return response.arrayBuffer();
});

self.WEFT_LATE = {};

/** The texts of a language, each a file of its own; where they can't be had, those of another that can. */
async function loadWords(wanted) {
    for (const language of new Set([wanted, "en", ...Object.keys(FILES).flatMap((name) => /^words-(.*)\.txt$/.exec(name)?.[1] ?? [])])) {
        if (!(language in self.WEFT_LATE)) {
            const response = await file(`words-${language}.txt`);
            if (response.ok) {
                self.WEFT_LATE[language] = await response.text();
            }
        }
        if (language in self.WEFT_LATE) {
            return;
        }
    }
}

self.WEFT_TEXTS = {};
const texts = new Map();

/** Long texts that only some pages show, by the name of their file. */
function loadTexts(name) {
    if (!texts.has(name)) {
        texts.set(name, file(name).then((response) => response.json()).then((all) => Object.assign(self.WEFT_TEXTS, all)).catch(() => texts.delete(name)));
    }
    return texts.get(name);
}

/** Before a page of a circle: the land that maps are drawn on, what the shelf of practices begins with, the characters that Markdown knows by name. */
async function loadFor(path) {
    if (path.startsWith("/assets/map.")) {
        await loadTexts("land.json");
    }
    const [, part] = /^\/c\/[^/]+\/([^/]+)/.exec(path) ?? [];
    if (part !== undefined && java.gate() === "OPEN") {
        await loadTexts("land.json");
        if (["practices", "p", "write"].includes(part)) {
            await loadTexts("texts.json");
        }
    }
}

async function answer(request, url) {
    const path = url.pathname.slice(BASE.length) || "/";
    const name = path.replace("/assets/", "/").slice(1);
    if (Object.hasOwn(FILES, name)) {
        return file(name);
    }
    await ready();
    await loadWords(java.language(url.search.slice(1), self.navigator.languages.join(",")));
    await goOn();
    await loadFor(path);
    if (path === "/live" && leaving) {
        return new Response(null, { status: 204 });
    }
    if (path === "/live" && ["OPEN", "OPENING"].includes(java.gate())) {
        return new Response(host.liveStream(), {
            headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
        });
    }
    if (path === "/bundle" && java.gate() === "OPEN") {
        return request.method === "POST" ? takeBundle(request) : giveBundle(url.searchParams.get("circle"));
    }
    const body = new Int8Array(request.method === "POST" ? await request.arrayBuffer() : 0);
    return new Promise((resolve) => java.answer(
        request.method, path, url.search.slice(1), request.headers.get("Accept") ?? "",
        self.navigator.languages.join(","), body,
        (status, headers, bytes) => resolve(response(request, status, headers, bytes)),
    )).finally(() => body.fill(0));
}

/** What is stored and alive, of one circle or of all, in a file: spec/bundle.md. */
async function giveBundle(circle) {
    const aside = circle === null ? await new Promise((resolve) => java.pack(resolve)) : [];
    const lines = [...aside, ...await host.alive(circle)].map((line) => line + "\n");
    const stream = new Blob(lines).stream().pipeThrough(new CompressionStream("gzip"));
    return new Response(stream, {
        headers: {
            "Content-Type": "application/gzip", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            "Content-Disposition": 'attachment; filename="envelopes.weft"',
        },
    });
}

/** Bytes of a bundle, unpacked, after which reading stops: many times what so many lines may have that are read. */
const MOST_BUNDLE = 400_000_000;

async function takeBundle(request) {
    const form = await request.formData().catch(() => null);
    const file = form?.get("bundle");
    let damaged = false;
    if (file && typeof file !== "string" && java.bundle(String(form.get("token")))) {
        const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
        const packed = head[0] === 0x1f && head[1] === 0x8b;
        const reader = (packed ? file.stream().pipeThrough(new DecompressionStream("gzip")) : file.stream()).getReader();
        try {
            let bytes = 0;
            for (let piece = await reader.read(), on = true; !piece.done && on; piece = await reader.read()) {
                bytes += piece.value.length;
                if (bytes > MOST_BUNDLE) {
                    damaged = true;
                    break;
                }
                on = await new Promise((resolve) => java.bundlePiece(new Int8Array(piece.value), resolve));
            }
        } catch {
            damaged = true;
        }
        reader.cancel().catch(() => {});
    }
    return new Promise((resolve) => java.bundleEnd(damaged, request.headers.get("Accept") ?? "", self.navigator.languages.join(","),
        (status, headers, bytes) => resolve(response(request, status, headers, bytes))));
}

function response(request, status, list, bytes) {
    const headers = new Headers();
    for (let i = 0; i < list.length; i += 2) {
        headers.append(list[i], list[i + 1]);
    }
    const location = headers.get("Location");
    if (location !== null) {
        return Response.redirect(new URL(location, request.url), status);
    }
    const type = headers.get("Content-Type") ?? "";
    if (type.startsWith("text/javascript")) {
        // The pages' own script, moved under the base, and after it what a phone does besides.
        const text = new TextDecoder().decode(bytes).replaceAll("'/live'", `'${BASE}/live'`) + self.WEFT_PHONE;
        return new Response(text, { status, headers });
    }
    if (type.startsWith("application/manifest+json")) {
        return new Response(new TextDecoder().decode(bytes).replaceAll('"/', `"${BASE}/`), { status, headers });
    }
    return new Response(bytes.length === 0 || request.method === "HEAD" ? null : bytes, { status, headers });
}

/** A worker that the browser had stopped asks the open pages for the session key and goes on where it was. */
let asking = null;

function goOn() {
    if (java.gate() !== "LOCKED" || host.setting("session") === "") {
        return null;
    }
    asking ??= askPages().then(async (key) => {
        asking = null;
        if (key !== null && java.gate() === "LOCKED") {
            java.resume(key);
        }
    });
    return asking;
}

async function askPages() {
    const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
    if (pages.length === 0) {
        return null;
    }
    return new Promise((resolve) => {
        // A slow phone's page takes a while to answer; one that sleeps does not answer at all.
        setTimeout(() => resolve(null), 2_500);
        let silent = pages.length;
        for (const page of pages) {
            const channel = new MessageChannel();
            channel.port1.onmessage = (event) => {
                silent -= 1;
                if (typeof event.data === "string" && event.data !== "") {
                    resolve(event.data);
                } else if (silent === 0) {
                    resolve(null);
                }
            };
            page.postMessage({ weft: "session?" }, [channel.port2]);
        }
    });
}

self.addEventListener("message", (event) => {
    const ask = event.data?.weft;
    if (ask === "beat") {
        // Being spoken to keeps the worker alive while a page is open. The page learns the session key with the answer.
        event.waitUntil((async () => {
            await ready();
            await goOn();
            fetchLater();
            event.source?.postMessage({
                weft: "beat", session: host.heldSession() ?? "", gate: java.gate(), hash: HASH, offered: await host.storedSetting("offered"),
                restoring: host.restoring(), credential: host.setting("platform") === "" ? "" : host.setting("credential"),
            });
        })());
    } else if (ask === "keep-under" || ask === "open-under") {
        event.waitUntil((async () => {
            await ready();
            await goOn();
            const done = ask === "keep-under" ? java.keepUnder(event.data.key) : java.openUnder(event.data.key);
            if (done && event.data.credential) {
                await host.keepSetting("credential", event.data.credential);
            }
            event.ports[0]?.postMessage(done);
        })());
    } else if (ask === "agree") {
        event.waitUntil((async () => {
            // Only to what the person saw: another that was put there meanwhile is another offer.
            await host.keepSetting("agreed", event.data.hash);
            // A stream that is open would keep this version at work. If the other one is not put in place, pages get theirs again.
            leaving = true;
            host.endStreams();
            setTimeout(() => {
                leaving = false;
            }, 30_000);
            await self.registration.update();
        })());
    } else if (ask === "map") {
        event.waitUntil((async () => {
            const file = event.data.file ?? null;
            const kept = await host.keepMap(file).then(() => true, () => false);
            if (kept) {
                await host.keepSetting("map", file ? Date.now() + " " + file.name : "");
            }
            event.ports[0]?.postMessage(kept);
        })());
    } else if (ask === "decline") {
        event.waitUntil((async () => {
            await host.keepSetting("declined", event.data.hash);
            await host.keepSetting("offered", "");
        })());
    } else if (ask === "look") {
        // The person asks whether there is another version: one that was declined is offered again.
        event.waitUntil((async () => {
            await host.keepSetting("declined", "");
            await self.registration.update().catch(() => {});
        })());
    }
});

// A notification names no thread, since what a browser notifies it may write to its disk: it leads to the page of the news.
self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    event.waitUntil(toNews());
});

/** In a page that shows the news already, else in one of its own, so that nothing which is being typed is lost. */
async function toNews() {
    const news = new URL(BASE + "/news", self.location).href;
    const pages = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
    const there = pages.find((page) => page.url.split(/[?#]/)[0] === news);
    if (there) {
        await there.focus().catch(() => {});
    } else if (!(await self.clients.openWindow(news).catch(() => null))) {
        await pages[0]?.navigate(news).catch(() => {});
    }
}
