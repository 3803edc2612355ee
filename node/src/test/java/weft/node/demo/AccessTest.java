package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.cli.NodeClient;

/**
 * Every page that links lead to, in every language, in a real browser: axe-core finds nothing (WCAG 2.2 A and AA, and its best
 * practices), the page is below 100 kB, and on a small screen nothing hangs over its edge.
 */
@Tag("browser")
class AccessTest {
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar");
    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
    private static final String RUN = "() => axe.run(document, {runOnly: " + RULES + "}).then(r => r.violations.map(v => v.id + ': '"
            + " + v.nodes.slice(0, 2).map(n => n.html).join(' ')))";
    private static final String LINKS = "() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => a.href)";

    @TempDir Path folder;

    private static String axe() throws IOException {
        try (InputStream in = com.deque.html.axecore.playwright.AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An address without what tells one thread from another: one page of each sort is looked at. */
    private static String sort(String path) {
        return path.replaceAll("[0-9a-f]{16,}", "ID").replaceAll("\\d{4}-\\d{2}(-\\d{2})?", "DATE").replaceAll("=[^&]*", "=").replaceAll("#.*", "");
    }

    @Test
    void everyPageCanBeReadByEverybody() throws IOException {
        String axe = axe();
        List<String> found = new ArrayList<>();
        try (Neighbourhood here = Neighbourhood.start(folder, new MovedClock(Instant.now()), 0);
                Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            here.meet();
            here.fill(Week.rows().subList(0, 8), here.now(), 5, 4);
            here.moveToNow();
            shelve(here);
            Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(BrowserStoryTest.chromium())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
            String address = here.house(0).served().web().address();
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(320, 720).setBypassCSP(true));
            Page page = context.newPage();
            page.navigate(here.house(0).served().web().startLink());
            pointAtAMap(page, address + here.board());
            page.evaluate(axe);
            page.evaluate("() => document.documentElement.removeAttribute('lang')");
            assertThat((List<?>) page.evaluate(RUN)).as("axe sees a page without a language").isNotEmpty();
            Map<String, String> pages = crawl(page, address);
            assertThat(pages.size()).as("pages found: " + pages.keySet()).isGreaterThan(15);
            for (String language : LANGUAGES) {
                for (String path : pages.values()) {
                    look(page, address + path + (path.contains("?") ? "&" : "?") + "lang=" + language, axe, found);
                }
                page.navigate(address + here.board() + "/post?lang=" + language);
                page.locator("button[name=map-move][value=open]").click();
                page.locator(".cross").waitFor();
                judge(page, "choosing a spot in " + language, axe, found);
            }
            System.out.println("access: " + pages.size() + " pages in " + LANGUAGES.size() + " languages: " + pages.keySet());
        }
        assertThat(found).isEmpty();
    }

    private static String path(weft.wire.json.Json.Obj shelf) {
        return shelf.get("practices").map(all -> ((weft.wire.json.Json.Obj) ((weft.wire.json.Json.Arr) all).items().getFirst()).text("path").orElseThrow())
                .orElseThrow();
    }

    /** A practice in two languages with an account, one adapted from it, and drafts of all sorts, so that links lead to every page about practices. */
    private static void shelve(Neighbourhood here) {
        NodeClient client = here.house(0).client();
        String shelf = here.board() + "/practices";
        for (String language : List.of("en", "fr")) {
            client.post(shelf + "/seeds", Map.of("name", List.of("kitchen-for-50"), "language", List.of(language)));
        }
        String path = path(client.get(shelf));
        client.post(path + "/tell", Map.of("text", List.of("We were seventy.")));
        client.post(path + "/fork", Map.of());
        client.post(path + "/translate", Map.of("language", List.of("es")));
        client.post(shelf + "/take", Map.of("text", List.of("# Soup\n\n- [ ] light the fire\n"), "language", List.of("en"), "put", List.of("1")));
    }

    private static Map<String, String> crawl(Page page, String address) {
        Map<String, String> pages = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>(List.of("/"));
        while (!ahead.isEmpty() && pages.size() < 80) {
            String path = ahead.remove();
            Response response = page.navigate(address + path);
            if (response == null || !response.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                continue;
            }
            assertThat(response.status()).as(path).isEqualTo(200);
            pages.put(sort(path), path);
            for (Object link : (List<?>) page.evaluate(LINKS)) {
                String target = link.toString();
                String next = target.startsWith(address) ? target.substring(address.length()).replaceAll("#.*", "") : "";
                boolean leads = next.startsWith("/") && !next.matches(".*(\\.txt|\\.ics|\\.csv|\\.pdf|\\.epub|\\.md|\\.html|\\.json|/bundle.*|lang=.*)$");
                if (leads && !pages.containsKey(sort(next)) && ahead.stream().noneMatch(one -> sort(one).equals(sort(next)))) {
                    ahead.add(next);
                }
            }
        }
        return pages;
    }

    private static void look(Page page, String address, String axe, List<String> found) {
        Response response = page.navigate(address);
        int size = response.body().length;
        if (size >= 100_000) {
            found.add(address + ": " + size + " bytes");
        }
        judge(page, address, axe, found);
    }

    /** A need with a spot, so that something stands on the map. */
    private static void pointAtAMap(Page page, String board) {
        page.navigate(board + "/post");
        page.fill("#f-title", "Soup at the bridge");
        for (String move : List.of("open", "nearer", "take")) {
            page.locator("button[name=map-move][value=" + move + "]").click();
            page.waitForTimeout(300);
        }
        page.locator("form[action$='/post'] button[type=submit]").click();
        page.waitForURL("**/t/*");
    }

    private static void judge(Page page, String address, String axe, List<String> found) {
        if (Boolean.TRUE.equals(page.evaluate("() => document.documentElement.scrollWidth > innerWidth"))) {
            found.add(address + ": wider than the screen");
        }
        page.evaluate(axe);
        Object violations = page.evaluate(RUN);
        ((List<?>) violations).forEach(one -> found.add(address + ": " + one));
    }
}
