// On every page of the phone's node: keeps the worker awake while a page is open, holds the session key for a worker that
// was stopped, announces updates, reads an invitation from the camera. Holds no other secret and has no other right.
(() => {
    const worker = navigator.serviceWorker;
    if (!worker) {
        return;
    }
    let session = "";
    const say = (message) => worker.controller?.postMessage(message);

    worker.addEventListener("message", (event) => {
        const { weft, ...news } = event.data ?? {};
        if (weft === "session?") {
            event.ports[0]?.postMessage(session);
        } else if (weft === "beat") {
            session = news.session;
            if (news.offered && news.offered !== news.hash) {
                offer(news);
            }
        }
    });

    const beat = () => say({ weft: "beat" });
    beat();
    setInterval(beat, 10_000);
    document.addEventListener("visibilitychange", () => {
        if (!document.hidden) {
            beat();
        }
    });
    addEventListener("online", beat);

    const words = {
        en: ["A new version of Weft is offered. Its hash is", "Take it", "Not now", "Scan a code", "This browser may delete what Weft keeps when space is short. Add Weft to the home screen."],
        fr: ["Une nouvelle version de Weft est proposée. Son empreinte est", "L’accepter", "Pas maintenant", "Scanner un code", "Ce navigateur peut effacer ce que Weft garde si la place manque. Ajoutez Weft à l’écran d’accueil."],
        es: ["Se ofrece una versión nueva de Weft. Su huella es", "Aceptarla", "Ahora no", "Escanear un código", "Este navegador puede borrar lo que Weft guarda si falta espacio. Añada Weft a la pantalla de inicio."],
        ar: ["هناك نسخة جديدة من Weft. بصمتها", "قبولها", "ليس الآن", "مسح رمز", "قد يحذف هذا المتصفح ما يحفظه Weft إذا قلّت المساحة. أضف Weft إلى الشاشة الرئيسية."],
    };
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
        document.getElementById("main")?.prepend(out);
        return out;
    };

    const offer = ({ offered }) => {
        const out = notice("weft-update", text[0] + " " + offered.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ") + ". ",
            button(text[1], () => {
                say({ weft: "agree" });
                out.remove();
            }), " ", button(text[2], () => {
                say({ weft: "decline" });
                out.remove();
            }));
    };

    // Whether the browser promises to keep what is stored.
    navigator.storage?.persisted?.().then(async (kept) => {
        if (!kept && !(await navigator.storage.persist()) && !sessionStorage.getItem("weft-told")) {
            sessionStorage.setItem("weft-told", "1");
            notice("weft-storage", text[4]);
        }
    });

    // An invitation's field gets a button for the camera beside it; typing or pasting goes on working.
    const field = document.querySelector('textarea[name="link"], input[name="link"]');
    if (field && navigator.mediaDevices?.getUserMedia && !field.readOnly) {
        field.insertAdjacentElement("afterend", button(text[3], async () => {
            const { scan } = await import(new URL("../qr.js", document.querySelector('script[src$="weft.js"]').src).href);
            const found = await scan(field.parentElement);
            if (found) {
                field.value = found;
                field.focus();
            }
        }));
    }
})();
