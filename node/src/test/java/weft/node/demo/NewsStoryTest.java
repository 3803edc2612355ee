package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came is told once among all pages of a node, where and when the person wants it, and nowhere in numbers. */
class NewsStoryTest extends InBrowsers {
    /** Keeps what the browser is told to show, as a machine's notifications are seen nowhere without a screen. */
    private static final String NOTED = "window.noted = []; window.Notification = class { static permission = 'granted'; static asked = 0;"
            + " static requestPermission() { this.asked++; return Promise.resolve('granted'); } constructor(title, what) { noted.push(title + ': ' + what.body); } };"
            + " Document.prototype.hasFocus = () => false;";

    private final List<Page> tabs = new ArrayList<>();

    @BeforeEach
    void open() {
        BrowserContext context = context(small().setViewportSize(1000, 800));
        context.addInitScript(NOTED);
        for (int i = 0; i < 2; i++) {
            Page page = context.newPage();
            page.navigate(i == 0 ? here.house(0).served().web().startLink() : inCircle(0, ""));
            tabs.add(page);
        }
    }

    private void post(int who, String path, String... fields) {
        java.util.LinkedHashMap<String, List<String>> form = new java.util.LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], List.of(fields[i + 1]));
        }
        here.house(who).client().post(path, form);
    }

    /** Amina posts, Bruno answers. */
    private void answered(String title) {
        post(0, here.board() + "/post", "side", "need", "title", title);
        int before = here.open(here.house(1)).size();
        Neighbourhood.await(title, () -> here.open(here.house(1)).stream().anyMatch(one -> Story.text(one, "ask", "title").equals(title)));
        String path = here.open(here.house(1)).stream().filter(one -> Story.text(one, "ask", "title").equals(title)).map(one -> Story.text(one, "path"))
                .findFirst().orElseThrow();
        assertThat(before).isLessThan(100);
        post(1, path + "/answer", "answer", "I can");
        Neighbourhood.await("the answer", () -> Story.list(here.house(0).client().get("/news"), "news").stream().anyMatch(one -> Story.text(one, "title")
                .equals(title)));
    }

    private List<String> noted() {
        List<String> out = new ArrayList<>();
        tabs.forEach(tab -> ((List<?>) tab.evaluate("() => noted")).forEach(one -> out.add(one.toString())));
        return out;
    }

    /** What was shown once so much was shown, and after a moment in which there could be more. */
    private List<String> noted(int wanted) {
        for (int i = 0; i < 240 && noted().size() < wanted; i++) {
            tabs.getFirst().waitForTimeout(250);
        }
        tabs.getFirst().waitForTimeout(1_200);
        return noted();
    }

    private void ways(Runnable change) {
        Page page = tabs.getFirst();
        page.navigate(at(0, "/news"));
        change.run();
        page.waitForNavigation(() -> page.locator("form[action='/news/ways'] button[type=submit]").click());
    }

    @Test
    void newsAreToldOnceWhereAndWhenThePersonWantsThem() {
        Page page = tabs.getFirst();
        answered("A ladder");
        assertThat(noted(0)).as("nobody turned notifications on").isEmpty();
        page.getByText("Somebody answered:").first().waitFor();
        assertThat(page.locator(".top nav a.fresh").count()).as("the page says it calmly").isEqualTo(1);
        assertThat(page.locator(".top nav").innerText()).doesNotContainPattern("\\d");
        assertThat(page.evaluate("() => Notification.asked")).isEqualTo(0);

        ways(() -> page.locator("#f-desktop-1").check());
        assertThat(noted(1)).as("what came before, once").containsExactly("Weft: Somebody answered");
        page.navigate(at(0, "/"));
        tabs.get(1).navigate(inCircle(0, ""));
        assertThat(noted(0)).as("not again on a fresh page").isEmpty();
        answered("A second ladder");
        assertThat(noted(1)).as("by one of two pages").containsExactly("Weft: Somebody answered");

        post(0, "/c/" + here.board().substring(3) + "/settings", "name", "Mill Lane");
        String from = LocalTime.now().minusHours(1).toString().substring(0, 5);
        String until = LocalTime.now().plusHours(1).toString().substring(0, 5);
        ways(() -> {
            page.fill("#f-quietFrom", from);
            page.fill("#f-quietUntil", until);
        });
        page.navigate(at(0, "/"));
        tabs.get(1).navigate(inCircle(0, ""));
        answered("A third ladder");
        assertThat(noted(0)).as("quiet hours").isEmpty();
        ways(() -> {
            page.fill("#f-quietFrom", "");
            page.fill("#f-quietUntil", "");
        });
        assertThat(noted(1)).as("told when they are over").containsExactly("Weft: Somebody answered");

        ways(() -> page.locator("#f-kind-answered").uncheck());
        answeredInVain("A fourth ladder");
        picture("news");
        page.waitForNavigation(() -> page.locator("form[action='/news/all'] button").click());
        assertThat(page.locator(".top nav a.fresh").count()).isZero();
        assertThat(page.locator("#came").innerText()).contains("A third ladder").doesNotContain("A fourth ladder");
        page.locator("#came a").first().click();
        assertThat(page.url()).contains("/t/");
    }

    private void answeredInVain(String title) {
        post(0, here.board() + "/post", "side", "need", "title", title);
        Neighbourhood.await(title, () -> here.open(here.house(1)).stream().anyMatch(one -> Story.text(one, "ask", "title").equals(title)));
        String path = here.open(here.house(1)).stream().filter(one -> Story.text(one, "ask", "title").equals(title)).map(one -> Story.text(one, "path"))
                .findFirst().orElseThrow();
        post(1, path + "/answer", "answer", "I can");
        Neighbourhood.await("the answer", () -> !Story.list(here.house(0).client().get(path), "answers").isEmpty());
        tabs.getFirst().navigate(at(0, "/news"));
        assertThat(tabs.getFirst().locator("#came").innerText()).doesNotContain(title);
    }

    private void picture(String name) {
        Page page = tabs.getFirst();
        for (int width : new int[] {320, 768, 1280}) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("weft.root", ".") + "/node/target/browser/" + name + "-" + width
                    + ".png")).setFullPage(true));
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue()).as(name + " at " + width).isLessThanOrEqualTo(width);
        }
    }
}
