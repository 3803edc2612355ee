import { words } from "./words.js";

// On every page of the phone's node: keeps the worker awake while a page is open, holds the session key for a worker that
// was stopped, announces updates, reads an invitation from the camera. Holds no other secret and has no other right.
(() => {
    const worker = navigator.serviceWorker;
    if (!worker) {
        return;
    }
    let session = "";
    let running = "";
    const root = new URL("../", document.querySelector('script[src$="weft.js"]').src).href;
    const say = (message) => worker.controller?.postMessage(message);

    worker.addEventListener("message", (event) => {
        const { weft, ...news } = event.data ?? {};
        if (weft === "session?") {
            event.ports[0]?.postMessage(session);
        } else if (weft === "beat") {
            session = news.session;
            if (running && running !== news.hash) {
                // Another version has taken over, and goes on with what this page held for it.
                location.reload();
            }
            running = news.hash;
            about(news);
            doorway(news);
            if (news.offered && news.offered !== news.hash) {
                offer(news);
            }
        }
    });
    worker.addEventListener("controllerchange", () => running && beat());

    const beat = () => say({ weft: "beat" });
    beat();
    setInterval(beat, 10_000);
    document.addEventListener("visibilitychange", () => {
        if (!document.hidden) {
            beat();
        }
    });
    addEventListener("online", beat);

    const text = words[document.documentElement.lang.slice(0, 2)] ?? words.en;

    const element = (name, content, kind) => {
        const out = document.createElement(name);
        out.textContent = content;
        if (kind) {
            out.className = kind;
        }
        return out;
    };

    const button = (content, action) => {
        const out = element("button", content, "plain");
        out.type = "button";
        out.addEventListener("click", action);
        return out;
    };

    const notice = (id, ...parts) => {
        if (document.getElementById(id)) {
            return null;
        }
        const out = element("p", "", "notice");
        out.id = id;
        out.setAttribute("role", "status");
        out.append(...parts);
        document.getElementById("main")?.before(out);
        return out;
    };

    /** In groups of four, to be read aloud and compared. */
    const grouped = (hash) => {
        const out = element("code", hash.replace(/(.{4})(?=.)/g, "$1 "), "hash");
        out.dir = "ltr";
        return out;
    };

    const offer = ({ offered }) => {
        const answer = (what) => () => {
            say({ weft: what, hash: offered });
            out.remove();
        };
        const out = notice("weft-update", text.offered + " ", grouped(offered), " " + text.compare + " ",
            button(text.take, answer("agree")), " ", button(text.decline, answer("decline")));
    };

    /** On the settings page: which version this is, and how to look for another. */
    const about = ({ hash }) => {
        const main = document.getElementById("main");
        if (!location.pathname.endsWith("/settings") || !main || document.getElementById("weft-app")) {
            return;
        }
        const out = element("section", "");
        out.id = "weft-app";
        out.append(element("h2", text.about), element("p", text.hash), grouped(hash), element("p", text.compare, "hint"),
            button(text.look, () => {
                say({ weft: "look" });
                [1_000, 3_000].forEach((wait) => setTimeout(beat, wait));
            }));
        main.append(safety(), out);
    };

    const form = (action, ...parts) => {
        const out = element("form", "");
        Object.assign(out, { method: "post", action: new URL(action, root).href });
        const token = element("input", "");
        Object.assign(token, { type: "hidden", name: "token", value: document.querySelector('input[name="token"]').value });
        out.append(token, ...parts);
        return out;
    };

    const submit = (content) => {
        const out = element("button", content, "plain");
        out.type = "submit";
        return out;
    };

    /** On the settings page: locking, this device's own lock. */
    const safety = () => {
        const out = element("section", "");
        out.id = "weft-safety";
        const lines = (...parts) => parts.map((part) => {
            const line = element("p", "");
            line.append(part);
            return line;
        });
        out.append(element("h2", text.safety), form("lock", ...lines(submit(text.lock))));
        if (globalThis.PublicKeyCredential) {
            out.append(element("p", text.platform, "hint"), button(text.usePlatform, async (event) => {
                event.target.disabled = true;
                const made = await platformKey(null).catch(() => null);
                const done = made && await ask({ weft: "keep-under", ...made });
                out.append(element("p", done ? text.platformKept : text.platformNot, "notice"));
            }));
        }
        return out;
    };

    /** Asks the worker and waits for its answer. */
    const ask = (message) => new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = (event) => resolve(event.data);
        worker.controller.postMessage(message, [channel.port2]);
    });

    const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

    /**
     * 32 bytes that the platform's authenticator makes again and again for this page (WebAuthn level 3, extension prf), and
     * with which credential: one that is known, or a new one.
     */
    const platformKey = async (credential) => {
        const prf = { eval: { first: new TextEncoder().encode("weft/1 platform key") } };
        const random = crypto.getRandomValues(new Uint8Array(32));
        if (credential === null) {
            const made = await navigator.credentials.create({ publicKey: {
                challenge: random, rp: { name: "Weft" }, user: { id: random.slice(0, 16), name: "Weft", displayName: "Weft" },
                pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
                authenticatorSelection: { userVerification: "required", residentKey: "discouraged" }, extensions: { prf },
            } });
            credential = base64(made.rawId);
        }
        const got = await navigator.credentials.get({ publicKey: {
            challenge: random, userVerification: "required", allowCredentials: [{ type: "public-key", id: bytes(credential) }], extensions: { prf },
        } });
        const first = got.getClientExtensionResults().prf?.results?.first;
        return first ? { key: base64(first), credential } : null;
    };

    /** Before the vault is open: how far restoring is, and the platform's authenticator where one was made use of. */
    const doorway = ({ gate, restoring: [of, left], credential }) => {
        const main = document.getElementById("main");
        if (gate === "OPENING" && of > 0) {
            const bar = document.getElementById("weft-restoring") ?? element("progress", "");
            Object.assign(bar, { id: "weft-restoring", max: of, value: of - left });
            bar.setAttribute("aria-label", text.restoring);
            main?.append(bar);
            setTimeout(beat, 300);
        } else if (gate === "LOCKED" && credential && !document.getElementById("weft-platform") && document.querySelector('input[name="passphrase"]')) {
            const open = button(text.openPlatform, async () => {
                const made = await platformKey(credential).catch(() => null);
                if (made && await ask({ weft: "open-under", key: made.key })) {
                    location.reload();
                } else {
                    notice("weft-platform-not", text.platformNot);
                }
            });
            open.id = "weft-platform";
            main?.append(open);
        }
    };

    const fetched = async (link) => new File([await (await fetch(link.href)).blob()], "envelopes.weft", { type: "application/octet-stream" });

    // Saved from the page, since a browser's own download may pass the worker by.
    document.querySelectorAll('a[download][href*="/bundle"]').forEach((link) => link.addEventListener("click", async (event) => {
        event.preventDefault();
        const save = element("a", "");
        Object.assign(save, { href: URL.createObjectURL(await fetched(link)), download: "envelopes.weft" });
        save.click();
        setTimeout(() => URL.revokeObjectURL(save.href), 60_000);
    }));

    // A bundle goes to another program where the phone can share files; the link beside it saves it.
    const share = () => document.querySelectorAll('a[download][href*="/bundle"]').forEach((link) => {
        const probe = new File(["x"], "envelopes.weft", { type: "application/octet-stream" });
        if (link.dataset.shares || !navigator.canShare?.({ files: [probe] })) {
            return;
        }
        link.dataset.shares = "1";
        link.after(" ", button(text.share, async () => {
            await navigator.share({ files: [await fetched(link)] }).catch(() => {});
        }));
    });
    share();

    // Whether the browser promises to keep what is stored.
    navigator.storage?.persisted?.().then(async (kept) => {
        if (!kept && !(await navigator.storage.persist()) && !sessionStorage.getItem("weft-told")) {
            sessionStorage.setItem("weft-told", "1");
            notice("weft-storage", text.storage);
        }
    });

    // An invitation's field gets a button for the camera beside it; typing or pasting goes on working.
    const link = document.querySelector('textarea[name="link"], input[name="link"]');
    if (link && navigator.mediaDevices?.getUserMedia && !link.readOnly) {
        link.insertAdjacentElement("afterend", button(text.scan, async () => {
            const { scan } = await import(new URL("qr.js", root).href);
            const found = await scan(link.parentElement);
            if (found) {
                link.value = found;
                link.focus();
            }
        }));
    }

    /** On the settings page: a map's file, which the worker puts by where it can read it. */
    const keepMap = async (file, label, fault) => {
        const says = document.getElementById("map-file-says");
        says.textContent = label;
        if (await ask({ weft: "map", file })) {
            location.reload();
        } else {
            says.textContent = fault;
        }
    };
    document.addEventListener("change", ({ target }) => {
        if (target.id === "f-map-file" && target.files[0]) {
            keepMap(target.files[0], target.dataset.label, target.dataset.fault);
        }
    });
    document.addEventListener("click", ({ target }) => {
        if (target.id === "map-file-drop") {
            keepMap(null, "", "");
        }
    });
})();
