// The first page: puts the worker in place, then goes to the node's own pages.
const status = document.getElementById("status");
const words = {
    en: ["Getting ready…", "This browser can't run Weft here: it has no service worker. Open the page over https, in a current Firefox, Chrome or Safari, and not in a private window.", "Weft could not be put in place. Look whether this device has space left, then load the page again."],
    fr: ["Préparation…", "Ce navigateur ne peut pas faire tourner Weft ici : il n’a pas de service worker. Ouvrez la page en https, dans un Firefox, Chrome ou Safari à jour, et pas en navigation privée.", "Weft n’a pas pu être installé. Vérifiez qu’il reste de la place sur cet appareil, puis rechargez la page."],
    es: ["Preparando…", "Este navegador no puede ejecutar Weft aquí: no tiene service worker. Abra la página por https, en un Firefox, Chrome o Safari actual, y no en una ventana privada.", "No se pudo instalar Weft. Mire si queda espacio en este dispositivo y vuelva a cargar la página."],
    ar: ["جارٍ التحضير…", "لا يستطيع هذا المتصفح تشغيل Weft هنا لأنه بلا service worker. افتح الصفحة عبر https في متصفح حديث وليس في نافذة خاصة.", "تعذّر تثبيت Weft. تحقّق من وجود مساحة كافية على الجهاز ثم أعد تحميل الصفحة."],
};
const language = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => words[tag]) ?? "en";
document.documentElement.lang = language;
document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
const text = words[language];
status.textContent = text[0];

async function begin() {
    if (!navigator.serviceWorker) {
        status.textContent = text[1];
        return;
    }
    try {
        const url = globalThis.trustedTypes
            ? trustedTypes.createPolicy("weft-worker", { createScriptURL: (name) => name }).createScriptURL("worker.js")
            : "worker.js";
        await navigator.serviceWorker.register(url, { scope: "./", updateViaCache: "none" });
        await navigator.serviceWorker.ready;
        if (!navigator.serviceWorker.controller) {
            await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
        }
        // Not waited for: Firefox asks the person, who may be looking elsewhere.
        navigator.storage?.persist?.().catch(() => {});
        // From the folder itself the same address is asked again; now the worker answers.
        location.pathname.endsWith("/") ? location.reload() : location.replace("./" + location.hash);
    } catch {
        status.textContent = text[2];
    }
}

begin();
