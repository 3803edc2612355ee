package weft.node.boot;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Opens the person's browser, where this machine has a screen. */
final class Browsers {
    private Browsers() {}

    static void open(String address) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
        boolean screen = mac || System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!screen) {
            return;
        }
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            // No such command: the address is printed, that will do.
        }
    }
}
