package weft.pages.asset;

import java.util.Optional;
import weft.pages.map.MapText;
import weft.primitives.Bytes;

/** Finds a file of the program by its path. */
public final class Assets {
    /** The path of the style sheet, with a sign of what is in it: a browser keeps it as long as it stays the same, and asks nobody. */
    public static final String STYLE = "/assets/weft.css?" + Integer.toHexString(Stylesheet.CSS.hashCode());

    private Assets() {}

    /** Whether what is at a path never changes, because its address does. */
    public static boolean isLasting(String path) {
        return STYLE.startsWith(path + "?");
    }


    /**
     * A file.
     *
     * @param contentType its media type
     * @param body its bytes
     */
    public record Asset(String contentType, Bytes body) {}

    /**
     * A driver's sheet as a file that needs nothing else.
     *
     * @param tag of the language
     * @param direction "ltr" or "rtl"
     * @param title the program's words
     * @param body rendered, so escaped already
     */
    public static String sheet(String tag, String direction, String title, String body) {
        return "<!doctype html>\n<html lang=\"" + tag + "\" dir=\"" + direction + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title><style>:root { color-scheme: light dark; } "
                + "body { margin: 1rem; } " + MapText.ground() + RoundAssets.SHEET + "</style></head><body>" + body + "</body></html>\n";
    }

    /** The file at a path under {@code /assets/}. */
    public static Optional<Asset> find(String path) {
        return switch (path) {
            case "/assets/weft.css" -> text("text/css; charset=utf-8", Stylesheet.CSS);
            case "/assets/weft.js" -> text("text/javascript; charset=utf-8", Script.JS);
            case "/assets/rounds.css" -> text("text/css; charset=utf-8", RoundAssets.SHEET + MapText.roundStyle());
            case "/assets/rounds.js" -> text("text/javascript; charset=utf-8", MapText.roundScript());
            case "/assets/map.css" -> text("text/css; charset=utf-8", MapText.style());
            case "/assets/map.js" -> text("text/javascript; charset=utf-8", MapText.script());
            case "/assets/icon.svg" -> text("image/svg+xml", Pictures.ICON);
            case "/assets/icon-maskable.svg" -> text("image/svg+xml", Pictures.MASKABLE);
            case "/assets/icon-192.png" -> png(PngIcons.small());
            case "/assets/icon-512.png" -> png(PngIcons.large());
            case "/assets/icon-maskable-512.png" -> png(PngIcons.maskable());
            case "/assets/manifest.json" -> text("application/manifest+json", Pictures.MANIFEST);
            default -> Optional.empty();
        };
    }

    private static Optional<Asset> png(Bytes bytes) {
        return Optional.of(new Asset("image/png", bytes));
    }

    private static Optional<Asset> text(String contentType, String text) {
        return Optional.of(new Asset(contentType, Bytes.utf8(text)));
    }
}
