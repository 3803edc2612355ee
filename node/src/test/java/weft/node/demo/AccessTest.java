package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weft.node.cli.NodeClient;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;

/**
 * Every page that links lead to, in every language, in a real browser: axe-core finds nothing (WCAG 2.2 A and AA, and its best
 * practices), the page is below 100 kB, and on a small screen nothing hangs over its edge.
 */
class AccessTest extends InBrowsers {
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar");
    private static final String RULES = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";
    private static final String RUN = "() => axe.run(document, {runOnly: " + RULES + "}).then(r => r.violations.map(v => v.id + ': '"
            + " + v.nodes.slice(0, 2).map(n => n.html).join(' ')))";
    private static final String LINKS = "() => [...document.querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => a.href)";

    private static String axe() throws IOException {
        try (InputStream in = com.deque.html.axecore.playwright.AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(java.util.Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** An address without what tells one thread from another: one page of each sort is looked at. */
    private static String sort(String path) {
        return path.replaceAll("[0-9a-f]{16,}", "ID").replaceAll("\\d{4}-\\d{2}(-\\d{2})?", "DATE").replaceAll("=[^&]*", "=").replaceAll("#.*", "");
    }

    @Override
    void fill() {
        here.fill(Week.rows().subList(0, 8), here.now(), 5, 4);
    }

    /** Narrow, and open to the script that judges. */
    private static Browser.NewContextOptions narrow() {
        return new Browser.NewContextOptions().setViewportSize(320, 720).setBypassCSP(true);
    }

    @Test
    void everyPageCanBeReadByEverybody() throws IOException {
        String axe = axe();
        List<String> found = new ArrayList<>();
        shelve(here);
        furnish(here);
        String address = at(0, "");
        Page page = page(0, narrow());
        pointAtAMap(page, address + here.board());
        page.evaluate(axe);
        page.evaluate("() => document.documentElement.removeAttribute('lang')");
        assertThat((List<?>) page.evaluate(RUN)).as("axe sees a page without a language").isNotEmpty();
        Map<String, String> pages = crawl(page, address);
        assertThat(pages.size()).as("pages found: " + pages.keySet()).isGreaterThan(15);
        assertThat(pages.keySet().toString()).as("pages of things, places, doings, news and the phone").contains("/thing/ID", "/place/ID", "/d/ID",
                "/news", "/intake", "/labels");
        afterPosts(page, address, here.board(), axe, found);
        // A page that renews itself would put other elements in the place of those that are waited for.
        page.route("**/live", com.microsoft.playwright.Route::abort);
        pages.values().forEach(path -> byKeyboard(page, address + path, found));
        page.unroute("**/live");
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

    /** Things, places, doings and news, so that their pages are among those looked at. */
    private static void furnish(Neighbourhood here) {
        var client = here.house(0).client();
        client.post(here.board() + "/place", Map.of("title", List.of("The shed"), "hours", List.of("Mo-Fr 09:00-18:00"), "there", List.of("A workbench")));
        client.post(here.board() + "/thing", Map.of("title", List.of("The big drill"), "with", List.of("A box of bits"), "care", List.of("Let it cool.")));
        String start = java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1) + "T18:00";
        client.post(here.board() + "/doing", Map.of("title", List.of("Kitchen"), "start", List.of(start), "repeat", List.of("weekly")));
        String need = Story.text(here.open(here.house(0)).stream().filter(one -> Story.text(one, "by", "kind").equals("me")).findFirst().orElseThrow(), "path");
        here.house(1).client().post(need + "/answer", Map.of("answer", List.of("I can")));
        Neighbourhood.await("news", () -> !Story.list(client.get("/news"), "news").isEmpty());
    }

    /** Forms that come back with what is wrong. */
    private static void afterPosts(Page page, String address, String board, String axe, List<String> found) {
        for (String path : List.of("/circles/new", "/join", board + "/post", board + "/thing", board + "/place", board + "/doing", board + "/intake",
                board + "/import")) {
            page.navigate(address + path);
            Response response = page.waitForNavigation(() -> page.evaluate(
                    "() => HTMLFormElement.prototype.submit.call(document.querySelector('main form[method=post]'))"));
            if (response.status() < 400 && page.locator("#faults").count() == 0) {
                found.add(path + ": an empty form was taken");
            }
            page.evaluate(axe);
            ((List<?>) page.evaluate(RUN)).forEach(one -> found.add("after a POST to " + path + ": " + one));
        }
    }

    /** Everything that can be pressed, followed or filled in is reached with Tab, and shows that it has the focus. */
    private static void byKeyboard(Page page, String address, List<String> found) {
        page.navigate(address);
        // What is folded away is opened, as Enter does.
        Object all = page.evaluate("() => { document.querySelectorAll('details').forEach(d => { d.open = true; });"
                + " const seen = e => e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden';"
                + " window.left = new Set([...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]"
                + ".filter(e => e.tabIndex >= 0)"
                + ".filter(e => seen(e) && !e.disabled).map(e => e.type === 'radio' ? [...document.getElementsByName(e.name)].find(o => o.checked) || e : e));"
                + " window.dull = []; document.addEventListener('focusin', e => { left.delete(e.target);"
                + " if (e.target.type === 'radio') [...left].filter(o => o.name === e.target.name).forEach(o => left.delete(o));"
                + " if (getComputedStyle(e.target).outlineStyle === 'none' && !e.target.matches('main,.faults'))"
                + " dull.push(e.target.outerHTML.slice(0, 90)); });"
                + " document.activeElement.blur(); return left.size; }");
        int most = ((Number) all).intValue() * 5 + 20;
        for (int i = 0; i < most && i % 10 != 9 || i < most && !Boolean.TRUE.equals(page.evaluate("() => left.size === 0")); i++) {
            page.keyboard().press("Tab");
        }
        ((List<?>) page.evaluate("() => [...left].map(e => 'no Tab reaches ' + e.outerHTML.slice(0, 120))"
                + ".concat(dull.map(e => 'no focus is seen on ' + e))"))
                .forEach(one -> found.add(address + ": " + one));
    }

    @Test
    void theDoorsCanBeReadByEverybody() throws IOException {
        String axe = axe();
        List<String> found = new ArrayList<>();
        Page page = context(narrow()).newPage();
        try (ServedNode served = ServedNode.start(TestNode.setting(folder.resolve("alone")), 0)) {
            page.navigate(served.web().startLink());
            door(page, served.web().address() + "/", "the first start", axe, found);
            page.fill("input[name=passphrase]", "short");
            page.fill("input[name=again]", "other");
            page.waitForNavigation(() -> page.locator("main button[type=submit]").first().click());
            axe(page, "a passphrase that is too short", axe, found);
            served.node().begin(TestNode.secret(TestNode.PASSPHRASE));
            served.node().shell().orElseThrow().ready().join();
            door(page, served.web().address() + "/", "no circle yet", axe, found);
            door(page, served.web().address() + "/passphrase", "another passphrase", axe, found);
            RoundsAccess.look(page, served, LANGUAGES, name -> judge(page, name, axe, found), address -> byKeyboard(page, address, found));
        }
        try (ServedNode served = ServedNode.start(TestNode.setting(folder.resolve("alone")), 0)) {
            page.navigate(served.web().address() + "/");
            axe(page, "without the token", axe, found);
            page.navigate(served.web().startLink());
            door(page, served.web().address() + "/", "locked", axe, found);
            page.fill("input[name=passphrase]", "not this one");
            page.waitForNavigation(() -> page.locator("main button[type=submit]").first().click());
            axe(page, "a wrong passphrase", axe, found);
        }
        assertThat(found).isEmpty();
    }

    private static void door(Page page, String address, String name, String axe, List<String> found) {
        for (String language : LANGUAGES) {
            page.navigate(address + "?lang=" + language);
            axe(page, name + " in " + language, axe, found);
        }
        byKeyboard(page, address, found);
    }

    private static void axe(Page page, String name, String axe, List<String> found) {
        page.evaluate(axe);
        ((List<?>) page.evaluate(RUN)).forEach(one -> found.add(name + ": " + one));
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
        page.waitForNavigation(() -> page.locator("button[name=map-move][value=open]").click());
        // From here on a script asks, and puts other elements in the place of these.
        page.evaluate("() => { document.getElementById('map-view').firstElementChild.id = 'before'; }");
        page.locator("button[name=map-move][value=nearer]").click();
        page.waitForFunction("() => !document.getElementById('before')");
        page.locator("button[name=map-move][value=take]").click();
        awaitText(page, "A square near");
        press(page, "/post");
        assertThat(page.url()).contains("/t/");
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
