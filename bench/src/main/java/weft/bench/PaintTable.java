package weft.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import weft.wire.json.Json;

/**
 * How soon something is seen on a slow network: the pages of a node in a hard week, in a real browser whose network is made slow (3G as
 * WebPageTest has it: 1.6 Mbit/s down, 768 kbit/s up, 300 ms there and back), by the browser's own timings. First with an empty cache,
 * then as somebody sees it who has looked at a page before; with when the page and its style sheet were there, which it waits for.
 * Called by {@code ./weft bench paint}.
 */
public final class PaintTable {
    private static final double DOWN = 1_600_000 / 8.0;
    private static final double UP = 768_000 / 8.0;
    private static final int LATENCY = 300;
    private static final String PAINTED = "new Promise(r => { const look = n => { const p = performance.getEntriesByName('first-contentful-paint')[0];"
            + " p || !n ? r(p ? p.startTime : -1) : setTimeout(look, 50, n - 1); }; look(60); })";
    private static final String BYTES = "performance.getEntriesByType('navigation')[0].decodedBodySize";
    private static final String WIRE = "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
            + ".reduce((n, e) => n + e.transferSize, 0)";

    private static final String THERE = "performance.getEntriesByType('navigation')[0].responseEnd";
    /** The last style sheet that came from the node, or 0. */
    private static final String STYLED = "performance.getEntriesByType('resource').filter(e => /\\.css/.test(e.name))"
            + ".reduce((n, e) => Math.max(n, e.responseEnd), 0)";
    /** Of so many turns the middle one is told. */
    private static final int TURNS = 3;

    private PaintTable() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        try (SurgeTown town = new SurgeTown(450, 300); ServedProcess node = new ServedProcess(town.folder); Chromium browser = new Chromium()) {
            browser.go(node.startLink);
            String board = "";
            for (int i = 0; i < 600 && board.isEmpty(); i++) {
                Thread.sleep(100);
                browser.go(node.address() + "/");
                board = browser.ask("(document.querySelector('main a[href^=\"/c/\"]') || {getAttribute: () => ''}).getAttribute('href')") instanceof Json.Text(
                        String text) ? text : "";
            }
            browser.go(node.address() + board);
            String thread = browser.ask("document.querySelector('.threads h2 a').getAttribute('href')") instanceof Json.Text(String text) ? text : "";
            browser.call("Network.emulateNetworkConditions", Json.object("offline", false, "latency", LATENCY, "downloadThroughput", (long) DOWN,
                    "uploadThroughput", (long) UP));
            System.out.println("3G: 1.6 Mbit/s down, 768 kbit/s up, 300 ms; 450 needs on the board; first contentful paint in ms by the browser");
            System.out.println("| page | page, bytes | on the wire, first visit | page there | style sheet there | first paint, empty cache | on the wire again"
                    + " | first paint again |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            List<String> paths = new ArrayList<>(List.of("/", board, thread, thread + "/fits", board + "/post", board + "/calendar", "/calendar",
                    board + "/things", board + "/practices", board + "/map", board + "/settings", "/news", "/find", "/settings", "/people"));
            for (String path : paths) {
                double[][] first = new double[TURNS][];
                double[][] again = new double[TURNS][];
                for (int turn = 0; turn < TURNS; turn++) {
                    browser.call("Network.clearBrowserCache", Json.object());
                    first[turn] = look(browser, node.address() + path);
                    again[turn] = look(browser, node.address() + path);
                }
                System.out.println(String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |", path.replaceAll("[0-9a-f]{64}", "..."),
                        middle(first, 1), middle(first, 2), middle(first, 3), middle(first, 4), middle(first, 0), middle(again, 2), middle(again, 0)));
            }
        }
    }

    private static double middle(double[][] turns, int what) {
        return Arrays.stream(turns).mapToDouble(turn -> turn[what]).sorted().skip(TURNS / 2).findFirst().orElse(Double.NaN);
    }

    private static double[] look(Chromium browser, String address) throws InterruptedException {
        browser.go("about:blank");
        // The page before gives up its stream of news while its network is slowed, and a next request in that moment waits for it.
        Thread.sleep(1_000);
        browser.go(address);
        double painted = browser.number(PAINTED);
        return new double[] {painted, browser.number(BYTES), browser.number(WIRE), browser.number(THERE), browser.number(STYLED)};
    }
}
