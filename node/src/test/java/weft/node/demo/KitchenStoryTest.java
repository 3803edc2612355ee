package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.node.demo.BrowserStoryTest.awaitText;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weekly kitchen with a drop-out, in two browsers of two nodes, one of them without scripts. */
@Tag("browser")
class KitchenStoryTest {
    @TempDir Path folder;
    private Neighbourhood here;
    private Playwright playwright;
    private Browser browser;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() {
        here = Neighbourhood.start(folder, new MovedClock(Instant.now()), 0);
        here.meet();
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(BrowserStoryTest.chromium()).setArgs(List.of("--no-sandbox", "--disable-gpu",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage")));
    }

    @AfterEach
    void close() {
        playwright.close();
        here.close();
    }

    private Page page(int who, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(who + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(who + ": " + error));
        page.navigate(here.house(who).served().web().startLink());
        return page;
    }

    private String address(int who, String path) {
        return here.house(who).served().web().address() + here.board() + path;
    }

    private static void picture(Page page, String name) {
        String target = System.getProperty("weft.root", ".") + "/node/target/browser/kitchen-" + name + ".png";
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(target)).setFullPage(true));
    }

    @Test
    void aWeeklyKitchenWithADropOut() {
        Page amina = page(0, new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800));
        Page bruno = page(1, new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(390, 844));
        Page chidi = page(2, new Browser.NewContextOptions().setLocale("en-US").setViewportSize(390, 844).setJavaScriptEnabled(false));
        LocalDate day = LocalDate.now(ZoneId.systemDefault()).plusDays(2);

        amina.navigate(address(0, "/calendar"));
        amina.locator("a[href$='/doing']").first().click();
        amina.fill("#f-title", "Kitchen on the corner");
        amina.fill("#f-start", day + "T18:00");
        amina.fill("#f-end", day + "T21:00");
        amina.selectOption("#f-repeat", "weekly");
        amina.fill("#f-where", "The old school");
        amina.fill("#f-shifts", "18:00-20:00 Cooking 3\n20:00-21:00 Washing up");
        amina.fill("#f-things", "A big pot");
        picture(amina, "1-form");
        amina.locator("form[action$='/doing'] button[type=submit]").click();
        awaitText(amina, "every week");
        String doing = amina.url().substring(amina.url().indexOf("/d/"));

        bruno.navigate(address(1, "/calendar?view=list"));
        awaitText(bruno, "Kitchen on the corner");
        picture(bruno, "2-list-fr");
        bruno.getByText("Kitchen on the corner").first().click();
        press(bruno, "shift-1", "/join", 1);
        awaitText(bruno, "Plus à chaque fois");
        awaitText(amina, "Coming:");
        Neighbourhood.await("the page without scripts shows who comes", () -> {
            chidi.navigate(address(2, doing));
            return chidi.content().contains("Coming:");
        });
        press(chidi, "shift-1", "/join", 0);
        assertThat(chidi.content()).contains("Can’t after all");
        amina.locator("#shift-1 .name").nth(1).waitFor();
        picture(amina, "3-two-come");

        press(chidi, "shift-1", "/cant", 0);
        amina.locator("#shift-1 .cannot").waitFor();
        bruno.locator("#shift-1 .cannot").waitFor();
        assertThat(amina.locator("#shift-1 p:not(.cannot) .name").count()).isEqualTo(1);
        picture(bruno, "4-dropped-out-fr");
        amina.navigate(address(0, "/calendar?view=month&on=" + day));
        assertThat(amina.locator(".occurrence").count()).isGreaterThan(1);
        assertThat(complaints).isEmpty();
        pictures(day, doing);
    }

    private static void press(Page page, String part, String action, int which) {
        page.locator("#" + part + " form[action$='" + action + "'] button").nth(which).click();
    }

    private void pictures(LocalDate day, String doing) {
        for (String locale : List.of("en-GB", "ar")) {
            for (int width : new int[] {320, 768, 1280}) {
                boolean dark = width == 768;
                Page page = page(0, new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, 800)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                for (String path : List.of("/calendar?view=month&on=" + day, "/calendar?view=week&on=" + day, doing, "/doing")) {
                    page.navigate(address(0, path));
                    assertThat(wide(page)).as("%s %s at %d runs over the side", locale, path, width).isFalse();
                    picture(page, "look-" + locale + "-" + width + "-" + path.replaceAll("[^a-z]+", "").replaceAll("^d[a-f]+$", "show"));
                }
                page.navigate(here.house(0).served().web().address() + "/calendar");
                assertThat(wide(page)).isFalse();
                picture(page, "look-" + locale + "-" + width + "-all");
                page.close();
            }
        }
        Page paper = page(0, new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(760, 1075));
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path : List.of("/calendar?view=month&on=" + day, doing, "/blank", "")) {
            paper.navigate(address(0, path));
            String name = path.startsWith("/d/") ? "sheet" : path.isEmpty() ? "board" : path.replaceAll("\\?.*|/", "");
            picture(paper, "paper-" + name);
            paper.pdf(new Page.PdfOptions().setFormat("A4")
                    .setPath(Path.of(System.getProperty("weft.root", ".") + "/node/target/browser/kitchen-paper-" + name + ".pdf")));
        }
    }

    private static boolean wide(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
    }
}
