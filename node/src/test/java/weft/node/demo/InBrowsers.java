package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What the stories in a real browser share: three neighbours who have met, Chromium, and pages in which one of them is at home. */
@Tag("browser")
abstract class InBrowsers {
    /** Milliseconds after which something that is waited for does not come any more. */
    static final double PATIENCE = 60_000;

    @TempDir Path folder;
    Neighbourhood here;
    Browser browser;
    /** Errors and warnings in the consoles of pages that are listened to. */
    final List<String> complaints = new ArrayList<>();
    private Playwright playwright;

    @BeforeEach
    final void begin() {
        here = Neighbourhood.start(folder.resolve("nodes"), new MovedClock(Instant.now()), 0);
        here.meet();
        fill();
        here.moveToNow();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setTimeout(2 * PATIENCE).setExecutablePath(chromium())
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--no-first-run", "--disable-dev-shm-usage")));
    }

    @AfterEach
    final void end() {
        playwright.close();
        here.close();
    }

    /** What is in the circle before the clock is moved to now. */
    void fill() {}

    private static Path chromium() {
        for (String folder : System.getenv("PATH").split(":")) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("This test needs Chromium on the PATH. On Debian and Ubuntu: apt-get install chromium");
    }

    /** A small page that speaks British English, as most stories want it. */
    static Browser.NewContextOptions small() {
        return new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(390, 844);
    }

    /** Cookies and pages of their own; a slow machine gets its time. */
    BrowserContext context(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    /** A page of one of the neighbours, in a browser of its own. */
    Page page(int who, Browser.NewContextOptions options) {
        Page page = context(options).newPage();
        page.navigate(here.house(who).served().web().startLink());
        return page;
    }

    /** The same; what its console complains of is kept. */
    Page heardPage(int who, Browser.NewContextOptions options) {
        Page page = context(options).newPage();
        String name = here.house(who).name();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(name + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(name + ": " + error));
        page.navigate(here.house(who).served().web().startLink());
        return page;
    }

    /** The address of a path at one of the neighbours. */
    String at(int who, String path) {
        return here.house(who).served().web().address() + path;
    }

    /** The address of a path in the circle at one of the neighbours. */
    String inCircle(int who, String path) {
        return at(who, here.board() + path);
    }

    /** Sends a form, and waits until the page that answers it is there as a whole. */
    static void press(Page page, String action) {
        page.waitForNavigation(() -> page.locator("form[action$='" + action + "'] button[type=submit]").first().click());
    }

    static void awaitText(Page page, String text) {
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    /** Loads a page that has no script again until a text is there, or is gone. */
    static void lookFor(Page page, String text, boolean there) {
        for (int i = 0; i < 240 && page.locator("main").innerText().contains(text) != there; i++) {
            page.waitForTimeout(250);
            page.navigate(page.url());
        }
        assertThat(page.locator("main").innerText().contains(text)).as(text).isEqualTo(there);
    }

    /** A picture of the whole page, to be looked at by a person. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(pictures("").resolve(name + ".png")).setFullPage(true));
    }

    /** The folder of pictures, or one in it. */
    static Path pictures(String name) {
        try {
            return Files.createDirectories(Path.of(System.getProperty("weft.root", "."), "node/target/browser", name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
