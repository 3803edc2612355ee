// Reads a QR code from the camera: with the browser's own detector where there is one, else with jsQR. The pictures stay
// in this page and are dropped at once.
import jsQR from "jsqr";

async function detector() {
    if ("BarcodeDetector" in globalThis && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
        const native = new BarcodeDetector({ formats: ["qr_code"] });
        return async (video) => (await native.detect(video))[0]?.rawValue;
    }
    const canvas = document.createElement("canvas");
    const paint = canvas.getContext("2d", { willReadFrequently: true });
    return async (video) => {
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        paint.drawImage(video, 0, 0);
        const picture = paint.getImageData(0, 0, canvas.width, canvas.height);
        return jsQR(picture.data, picture.width, picture.height)?.data;
    };
}

/** The text of the first code seen, or nothing where the person stops or there is no camera. */
export async function scan(place) {
    let stream;
    try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
        return null;
    }
    const video = document.createElement("video");
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    const stop = document.createElement("button");
    stop.type = "button";
    stop.className = "plain";
    stop.textContent = "×";
    stop.setAttribute("aria-label", "×");
    let stopped = false;
    stop.addEventListener("click", () => {
        stopped = true;
    });
    place.append(video, stop);
    try {
        await video.play();
        const detect = await detector();
        while (!stopped) {
            const text = video.readyState >= 2 ? await detect(video) : null;
            if (text) {
                return text;
            }
            await new Promise((resolve) => setTimeout(resolve, 150));
        }
        return null;
    } finally {
        stream.getTracks().forEach((track) => track.stop());
        video.remove();
        stop.remove();
    }
}
