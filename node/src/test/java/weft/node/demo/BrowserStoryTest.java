package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same story in a real browser: three pages of three nodes open at once, and nobody reloads any of them. */
@Tag("browser")
class BrowserStoryTest {
    private static final String TITLE = "Someone to carry a cupboard down";
    private static final String ADDRESS = "8 Ferry Steps, under the blue awning";
    private static final String ANSWER = "Two of us can come on Thursday.";

    @TempDir Path folder;
    private Neighbourhood here;
    private Playwright playwright;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() {
        here = Neighbourhood.start(folder, new MovedClock(Instant.now()), 0);
        here.meet();
        here.fill(Week.rows().subList(0, 8), here.now(), 5, 4);
        here.moveToNow();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(List.of("--no-sandbox", "--disable-gpu",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage")));
        for (Neighbourhood.House house : here.houses()) {
            BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(390, 844));
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add(house.name() + ": " + message.text());
                }
            });
            page.onPageError(error -> complaints.add(house.name() + ": " + error));
            page.navigate(house.served().web().startLink());
            assertThat(page.url()).as("the token is gone from the address").doesNotContain("token");
            page.navigate(house.served().web().address() + here.board());
            pages.add(page);
        }
    }

    @AfterEach
    void close() {
        playwright.close();
        here.close();
    }

    static Path chromium() {
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

    static void awaitText(Page page, String text) {
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
    }

    private static void press(Page page, String action) {
        page.locator("form[action$='" + action + "'] button[type=submit]").first().click();
    }

    private void picture(int who, String name) {
        String target = System.getProperty("weft.root", ".") + "/node/target/browser/" + name + ".png";
        pages.get(who).screenshot(new Page.ScreenshotOptions().setPath(Path.of(target)).setFullPage(true));
    }

    @Test
    void oneNeedGoesFromOnePageToAnotherAndFades() {
        Page amina = pages.get(0);
        Page bruno = pages.get(1);
        Page chidi = pages.get(2);
        picture(1, "1-board");
        amina.navigate(here.house(0).served().web().address() + here.board() + "/post");
        amina.fill("#f-title", TITLE);
        amina.fill("#f-aside", ADDRESS);
        picture(0, "2-post");
        long pressed = System.nanoTime();
        press(amina, "/post");
        awaitText(bruno, TITLE);
        long seen = (System.nanoTime() - pressed) / 1_000_000;
        System.out.println("browser story: posted on one page, seen on the other after " + seen + " ms");
        assertThat(seen).as("milliseconds until the other page shows it; a second on a quiet machine").isLessThan(10_000);
        awaitText(chidi, TITLE);
        assertThat(bruno.content()).doesNotContain(ADDRESS);

        bruno.getByText(TITLE).first().click();
        chidi.getByText(TITLE).first().click();
        bruno.fill("#f-answer", ANSWER);
        press(bruno, "/answer");
        awaitText(bruno, ANSWER);
        awaitText(amina, ANSWER);
        picture(0, "3-answered");
        assertThat(bruno.content()).doesNotContain(ADDRESS);
        press(amina, "/admit");
        awaitText(bruno, ADDRESS);
        picture(1, "4-inside");
        assertThat(chidi.content()).doesNotContain(ADDRESS).doesNotContain(ANSWER);
        chidi.reload();
        assertThat(chidi.content()).contains(TITLE).doesNotContain(ADDRESS).doesNotContain(ANSWER);
        picture(2, "5-outside");

        amina.locator("a[href*='/close']").first().click();
        press(amina, "/close");
        for (int i = 1; i < 3; i++) {
            pages.get(i).navigate(here.house(i).served().web().address() + here.board());
            pages.get(i).getByText(TITLE).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(30_000));
        }
        picture(1, "6-faded");
        assertThat(complaints).isEmpty();
    }
}
