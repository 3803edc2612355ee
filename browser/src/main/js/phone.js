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
        main.append(out);
    };

    // Whether the browser promises to keep what is stored.
    navigator.storage?.persisted?.().then(async (kept) => {
        if (!kept && !(await navigator.storage.persist()) && !sessionStorage.getItem("weft-told")) {
            sessionStorage.setItem("weft-told", "1");
            notice("weft-storage", text.storage);
        }
    });

    // An invitation's field gets a button for the camera beside it; typing or pasting goes on working.
    const field = document.querySelector('textarea[name="link"], input[name="link"]');
    if (field && navigator.mediaDevices?.getUserMedia && !field.readOnly) {
        field.insertAdjacentElement("afterend", button(text.scan, async () => {
            const { scan } = await import(new URL("../qr.js", document.querySelector('script[src$="weft.js"]').src).href);
            const found = await scan(field.parentElement);
            if (found) {
                field.value = found;
                field.focus();
            }
        }));
    }
})();
