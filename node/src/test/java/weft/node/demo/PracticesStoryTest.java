package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A practice in a real browser: written on one node, adapted, translated, told of and printed on another. */
class PracticesStoryTest extends InBrowsers {
    private static final String TITLE = "Soup in the yard";
    private static final String TEXT = """
            # Soup in the yard

            Begin at noon; it takes three hours.

            ## What you need

            | what | for 40 |
            |---|---|
            | lentils | 3 kg |
            | onions | 20 |

            - [ ] light the fire
            - [ ] wash the pots

            <script>alert(1)</script> stays text.
            """;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    @BeforeEach
    void open() {
        for (int who : List.of(0, 1)) {
            Page page = heardPage(who, small().setViewportSize(768, 900));
            contexts.add(page.context());
            pages.add(page);
        }
    }

    /** Follows a link, or sends a form, and waits until the page that answers is there as a whole. */
    private static void go(Page page, String selector) {
        page.waitForNavigation(() -> page.click(selector));
    }

    private static void unfold(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).click();
    }

    /** Each page as it looks at three widths, by day and night, from the left and from the right. */
    private void look(int who, String name) throws Exception {
        Page page = pages.get(who);
        Path target = Files.createDirectories(Path.of(System.getProperty("weft.root", "."), "node/target/browser/practices"));
        String bare = page.url();
        for (String language : List.of("en", "ar")) {
            page.navigate(bare + (bare.contains("?") ? "&" : "?") + "lang=" + language);
            for (int width : List.of(320, 768, 1280)) {
                page.setViewportSize(width, 900);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT));
                int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                assertThat(wide).as("%s in %s at %d goes over the edge", name, language, width).isLessThanOrEqualTo(width);
                page.screenshot(new Page.ScreenshotOptions().setPath(target.resolve(name + "-" + language + "-" + width + ".png")).setFullPage(true));
            }
        }
        page.setViewportSize(768, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.navigate(bare);
    }

    @Test
    void aPracticeIsWrittenAdaptedTranslatedToldOfAndPrinted() throws Exception {
        Page amina = pages.get(0);
        Page bruno = pages.get(1);

        // Written, and seen as it will be read while it is typed; it is there again after the page is loaded anew.
        amina.navigate(at(0, here.board() + "/practices"));
        press(amina, "/write");
        amina.fill("#f-title", TITLE);
        amina.fill("#f-text", TEXT);
        unfold(amina, "Kinds, seasons");
        amina.fill("#f-for", "40");
        amina.waitForResponse(saved -> String.valueOf(saved.request().postData()).contains("gas+burner"),
                () -> amina.fill("#f-materials", "gas burner, big pot"));
        amina.locator("#preview table").waitFor();
        amina.locator("#saved", new Page.LocatorOptions().setHasText("Saved")).waitFor();
        assertThat(amina.locator("#preview").textContent()).contains("<script>alert(1)</script> stays text.");
        assertThat(amina.locator("#preview script").count()).isZero();
        amina.reload();
        assertThat(amina.inputValue("#f-text")).isEqualTo(TEXT.strip());
        look(0, "1-write");
        go(amina, "button[value=post]");
        amina.waitForURL(url -> url.contains("/p/"));
        String practice = amina.url().substring(amina.url().indexOf("/c/"));

        // Read on another node, for more people, with boxes that can be ticked.
        bruno.navigate(at(1, here.board() + "/practices"));
        bruno.locator("#practices a", new Page.LocatorOptions().setHasText(TITLE)).first().click();
        bruno.fill("#q-for", "120");
        go(bruno, "form:has(#q-for) button");
        assertThat(bruno.locator("article.practice").textContent()).contains("9 kg").contains("60").contains("for 120");
        bruno.locator(".tick").first().click();
        assertThat(bruno.locator(".tick").first().getAttribute("aria-checked")).isEqualTo("true");
        here.house(0).client().post(practice + "/tell", Map.of("text", List.of("The fire was lit at ten.")));
        bruno.locator("#accounts", new Page.LocatorOptions().setHasText("lit at ten")).waitFor();
        assertThat(bruno.locator(".tick").first().getAttribute("aria-checked")).as("also when something comes from somebody else").isEqualTo("true");
        look(1, "2-read");

        // Kept and told of.
        bruno.navigate(at(1, practice));
        press(bruno, "/keep");
        bruno.fill("#f-text", "We were seventy; one pot more next time.");
        press(bruno, "/tell");
        amina.locator("#accounts", new Page.LocatorOptions().setHasText("one pot more")).waitFor();

        // Adapted: the difference stands side by side, and one paragraph is taken over by the other.
        press(bruno, "/fork");
        bruno.waitForURL(url -> url.contains("/write/"));
        bruno.fill("#f-title", "Soup in the park");
        bruno.fill("#f-text", TEXT.replace("three hours", "three hours and a half, because of the wind")
                .replace("- [ ] wash the pots", "- [ ] wash the pots\n- [ ] ask for the key"));
        go(bruno, "button[value=post]");
        bruno.waitForURL(url -> url.contains("/p/"));
        go(bruno, "a[href$='/family']");
        assertThat(bruno.locator(".drawing svg title").allTextContents()).containsExactlyInAnyOrder(TITLE, "Soup in the park");
        look(1, "3-family");
        amina.navigate(at(0, practice));
        amina.locator("a[href$='/family']").first().click();
        go(amina, "a[href*='/compare/']");
        look(0, "4-compare");
        amina.locator("tr.changed input[name=take]").first().check();
        press(amina, amina.url().substring(amina.url().indexOf("/compare/")));
        amina.waitForURL(url -> url.contains("/write/"));
        assertThat(amina.inputValue("#f-text")).contains("because of the wind").doesNotContain("ask for the key");
        go(amina, "button[value=post]");
        amina.waitForURL(url -> url.contains("/p/"));

        // Translated paragraph by paragraph; then the original changes, and only that paragraph is marked.
        bruno.navigate(at(1, practice));
        unfold(bruno, "Translate");
        bruno.selectOption("form[action$='/translate'] select", "fr");
        press(bruno, "/translate");
        bruno.waitForURL(url -> url.endsWith("/beside"));
        bruno.fill("#f-title", "Soupe dans la cour");
        bruno.fill("#f-r0", "Soupe dans la cour");
        bruno.fill("#f-r1", "Commencer à midi ; il faut trois heures et demie, à cause du vent.");
        bruno.fill("#f-r2", "Ce qu’il faut");
        bruno.fill("#f-r4", "allumer le feu");
        press(bruno, "/beside");
        look(1, "5-beside");
        go(bruno, "a:has-text('Look at the whole text')");
        assertThat(bruno.inputValue("#f-text")).contains("# Soupe dans la cour").contains("- [ ] allumer le feu");
        go(bruno, "button[value=post]");
        bruno.waitForURL(url -> url.contains("/p/"));
        amina.navigate(at(0, practice));
        amina.locator("nav.languages a[lang=fr]").waitFor();
        press(amina, "/revise");
        amina.waitForURL(url -> url.contains("/write/"));
        amina.fill("#f-text", amina.inputValue("#f-text").replace("light the fire", "light the fire, and keep water beside it"));
        go(amina, "button[value=post]");
        amina.waitForURL(url -> url.contains("/p/"));
        bruno.navigate(at(1, practice));
        assertThat(bruno.locator("article.practice").textContent()).contains("keep water beside it");
        unfold(bruno, "Translate");
        bruno.selectOption("form[action$='/translate'] select", "fr");
        press(bruno, "/translate");
        bruno.waitForURL(url -> url.endsWith("/beside"));
        assertThat(bruno.locator(".side-by-side.stale").count()).isEqualTo(1);
        assertThat(bruno.locator(".side-by-side.stale textarea").inputValue()).isEqualTo("allumer le feu");

        // A reader of French gets the French text first.
        bruno.navigate(at(1, here.board() + "/practices?lang=fr"));
        assertThat(bruno.locator("#practices").textContent()).contains("Soupe dans la cour");

        // Printed, and taken out as a book.
        for (String form : List.of("booklet", "leaflet", "poster", "pages")) {
            var pdf = bruno.request().get(at(1, practice + "/print.pdf?wait=1&form=" + form + "&paper=a4&for=120&link=https%3A%2F%2Fexample.org%2Fsoup"),
                    RequestOptions.create().setTimeout(120_000));
            assertThat(pdf.status()).as(form).isEqualTo(200);
            assertThat(new String(pdf.body(), 0, 5)).isEqualTo("%PDF-");
            Files.write(Path.of(System.getProperty("weft.root", "."), "node/target/browser/practices", form + ".pdf"), pdf.body());
        }
        assertThat(bruno.request().get(at(1, practice + "/practice.epub"), RequestOptions.create().setTimeout(120_000)).body()).startsWith('P', 'K');
        assertThat(bruno.request().get(at(1, practice + "/practice.html"), RequestOptions.create().setTimeout(120_000)).text()).contains("<title>" + TITLE);
        assertThat(bruno.request().get(at(1, practice + "/practice.md"), RequestOptions.create().setTimeout(120_000)).text()).contains("title: " + TITLE);

        // The shelf, with what the project brings along; and carried into a circle of one's own.
        bruno.navigate(at(1, here.board() + "/practices/seeds"));
        bruno.locator("form:has(input[value=phone-tree]) button").first().click();
        bruno.navigate(at(1, "/circles/new"));
        bruno.fill("#f-name", "Harbour");
        press(bruno, "/circles/new");
        bruno.waitForURL(url -> url.contains("/c/"));
        bruno.navigate(at(1, practice));
        unfold(bruno, "Carry into another circle");
        press(bruno, "/carry");
        bruno.waitForURL(url -> url.contains("/p/") && !url.contains(practice));
        assertThat(bruno.locator("article.practice").textContent()).contains("keep water beside it");
        bruno.navigate(at(1, here.board() + "/practices"));
        look(1, "6-shelf");
        bruno.navigate(at(1, here.board() + "/practices/seeds"));
        look(1, "7-seeds");
        bruno.navigate(at(1, practice + "/publish"));
        look(1, "8-publish");
        assertThat(complaints).isEmpty();
    }
}
