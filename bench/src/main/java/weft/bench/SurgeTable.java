package weft.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import weft.wire.json.Json;

/**
 * A hard week on one node: 450 needs and offers, 300 people who answer and come. A real browser goes through the pages and posts,
 * while more needs come in, and tells by its own clock (Navigation Timing) how long each page took from the first moment to its last
 * byte, redirects included, and how long of that it waited for the node to answer. A bare server's page of three words is gone to between
 * them: what that takes is the browser's and the machine's. Called by {@code ./weft bench surge}.
 */
public final class SurgeTable {
    private static final int NEEDS = 450;
    private static final int PEOPLE = 300;
    private static final int ROUNDS = 4;
    /** How often somebody else posts meanwhile, in milliseconds. */
    private static final long EVERY = 500;
    private static final String TIMES = "(e => [e.responseEnd, e.redirectEnd - e.redirectStart + e.responseStart - e.requestStart])"
            + "(performance.getEntriesByType('navigation')[0])";
    /** What stands beside: a page of a few words from a bare server in this process, by the same browser in the same minute. */
    private static final String NOTHING = "(a bare server's page of three words)";
    private static final String PAINTED = "new Promise(r => setTimeout(() => "
            + "r((performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime || -1), 60))";

    private final Map<String, List<Double>> answers = new TreeMap<>();
    private final Map<String, List<Double>> waits = new TreeMap<>();
    private final Map<String, List<Double>> paints = new TreeMap<>();

    private String nothing = "";

    private SurgeTable() {}

    /** The first argument is how many needs there are (450). */
    public static void main(String[] arguments) throws Exception {
        int needs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : NEEDS;
        try (SurgeTown town = new SurgeTown(needs, PEOPLE); ServedProcess node = new ServedProcess(town.folder); Chromium browser = new Chromium()) {
            System.out.println(needs + " needs and offers, " + PEOPLE + " people, " + town.size() + " envelopes; milliseconds by the browser's clock");
            new SurgeTable().measure(node, browser);
        }
    }

    private void measure(ServedProcess node, Chromium browser) throws Exception {
        browser.go(node.startLink);
        for (int i = 0; i < 600 && links(browser, "a[href^=\"/c/\"]").isEmpty(); i++) {
            Thread.sleep(100);
            browser.go(node.address() + "/");
        }
        String board = links(browser, "main a[href^=\"/c/\"]").getFirst();
        AtomicBoolean on = new AtomicBoolean(true);
        Thread others = Thread.ofPlatform().start(() -> pour(node, board, on));
        HttpServer bare = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bare.createContext("/", exchange -> {
            try (exchange) {
                byte[] page = "<!doctype html><title>Bare</title><p>Hello from nowhere".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        bare.start();
        nothing = "http://127.0.0.1:" + bare.getAddress().getPort() + "/";
        Duration cpu = node.cpu();
        try {
            for (int round = 0; round < ROUNDS + 1; round++) {
                if (round == 1) {
                    // The first round warms the machine up, as the first minutes of a day do.
                    answers.clear();
                    waits.clear();
                    paints.clear();
                    cpu = node.cpu();
                }
                round(node, browser, board, round);
            }
        } finally {
            on.set(false);
            others.join();
            bare.stop(0);
        }
        print();
        long pages = answers.values().stream().mapToLong(List::size).sum() - answers.getOrDefault(NOTHING, List.of()).size();
        System.out.println(String.format(Locale.ROOT, "The node's processor time, all that others posted and all that pages asked for besides included: %.1f ms"
                + " a page",
                node.cpu().minus(cpu).toMillis() / (double) pages));
    }

    private static List<String> links(Chromium browser, String selector) throws InterruptedException {
        List<String> out = new ArrayList<>();
        if (browser.ask("[...document.querySelectorAll('" + selector.replace("'", "\\'") + "')].map(a => a.getAttribute('href'))") instanceof Json.Arr(
                List<Json> items)) {
            items.forEach(item -> {
                if (item instanceof Json.Text(String text)) {
                    out.add(text);
                }
            });
        }
        return out;
    }

    private void round(ServedProcess node, Chromium browser, String board, int round) throws Exception {
        look(node, browser, "first page", "/");
        bare(browser);
        List<String> threads = new ArrayList<>();
        for (int page = 1; page <= 6; page++) {
            look(node, browser, "board", board + "?page=" + page);
            threads.addAll(links(browser, ".threads h2 a"));
        }
        look(node, browser, "board, by place", board + "?by=place");
        for (int i = round * 7; i < threads.size(); i += 12) {
            look(node, browser, "a need", threads.get(i));
            look(node, browser, "what fits", threads.get(i) + "/fits");
            bare(browser);
        }
        for (String view : List.of("month", "week", "list")) {
            look(node, browser, "calendar", board + "/calendar?view=" + view);
            look(node, browser, "calendar of all", "/calendar?view=" + view);
        }
        List<String> doings = links(browser, ".occurrence a");
        for (int i = round; i < doings.size(); i += 6) {
            look(node, browser, "a doing", doings.get(i));
        }
        look(node, browser, "things", board + "/things");
        List<String> things = links(browser, "main li h2 a");
        for (int i = round; i < things.size(); i += 9) {
            look(node, browser, "a thing", things.get(i));
        }
        for (String path : List.of("/news", "/find", "/people", "/settings", board + "/settings", board + "/post", board + "/doing", board + "/practices",
                board + "/map")) {
            look(node, browser, path.startsWith(board) ? "circle's " + path.substring(board.length() + 1) : path.substring(1), path);
        }
        for (String words : List.of("bread", "hospital tuesday", "الى المدرسة", "number 1", "quarter 7")) {
            browser.go(node.address() + "/find");
            act(browser, "search", "document.getElementById('f-words').value = " + new Json.Text(words).write()
                    + "; HTMLFormElement.prototype.submit.call(document.querySelector('form[data-find]'))");
        }
        for (int i = 0; i < 6; i++) {
            browser.go(node.address() + board + "/post?side=need");
            act(browser, "post a need", "document.getElementById('f-title').value = 'My own need " + round + " " + i
                    + "'; document.querySelector('main form[action$=\"/post\"] button[type=submit]').click()");
            browser.go(node.address() + threads.get((round * 53 + i * 29) % threads.size()));
            act(browser, "answer", "(() => { const f = document.querySelector('form[action$=\"/answer\"]'); if (!f) { location.reload(); return; }"
                    + " f.querySelector('textarea').value = 'I can'; f.querySelector('button[type=submit]').click(); })()");
        }
    }

    private void look(ServedProcess node, Chromium browser, String sort, String path) throws InterruptedException {
        browser.go(node.address() + path);
        note(browser, sort);
    }

    private void bare(Chromium browser) throws InterruptedException {
        browser.go(nothing);
        note(browser, NOTHING);
    }

    private void act(Chromium browser, String sort, String script) throws InterruptedException {
        // Nobody sends a form before the page is there to be seen.
        browser.number(PAINTED);
        browser.act(script);
        note(browser, sort);
    }

    private void note(Chromium browser, String sort) throws InterruptedException {
        List<Double> times = browser.numbers(TIMES);
        answers.computeIfAbsent(sort, ignored -> new ArrayList<>()).add(times.get(0));
        waits.computeIfAbsent(sort, ignored -> new ArrayList<>()).add(times.get(1));
        paints.computeIfAbsent(sort, ignored -> new ArrayList<>()).add(browser.number(PAINTED));
    }

    /** Others post meanwhile: what comes in by the command line goes the same way as what a relay brings. */
    private static void pour(ServedProcess node, String board, AtomicBoolean on) {
        HttpClient http = HttpClient.newHttpClient();
        for (int i = 0; on.get(); i++) {
            try {
                http.send(HttpRequest.newBuilder(URI.create(node.address() + board + "/post")).header("Authorization", "Bearer " + node.running.token())
                        .header("Accept", "application/json").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("side=need&title=Meanwhile+" + i + "&kind=food&where=Quarter+" + i % 12)).build(),
                        HttpResponse.BodyHandlers.discarding());
                Thread.sleep(EVERY);
            } catch (IOException e) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void print() {
        System.out.println("| page | times | p50 | p99 | most | of that, waiting for the node: p50 | p99 | first paint p99 |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        List<Double> all = new ArrayList<>();
        List<Double> allWaits = new ArrayList<>();
        List<Double> allPaints = new ArrayList<>();
        answers.forEach((sort, took) -> {
            if (!sort.equals(NOTHING)) {
                allPaints.addAll(paints.getOrDefault(sort, List.of()));
                all.addAll(took);
                allWaits.addAll(waits.getOrDefault(sort, List.of()));
            }
            line(sort, took, waits.getOrDefault(sort, List.of()), paints.getOrDefault(sort, List.of()));
        });
        line("**all but the bare one**", all, allWaits, allPaints);
    }

    private static void line(String sort, List<Double> took, List<Double> waited, List<Double> painted) {
        System.out.println(String.format(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |", sort, took.size(), at(took, 0.5),
                at(took, 0.99), at(took, 1), at(waited, 0.5), at(waited, 0.99), at(painted, 0.99)));
    }

    private static double at(List<Double> values, double part) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.clamp((int) Math.ceil(part * sorted.length) - 1, 0, sorted.length - 1)];
    }
}
