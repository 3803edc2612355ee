package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.follow;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages about practices on a phone that is a node itself: written, found, worked out, adapted, compared, translated, told of, taken in. */
class PracticesOnPhoneTest extends OnPhones {
    private static void look(Page page, String name) throws IOException {
        Path target = Files.createDirectories(Path.of(System.getProperty("weft.root", ".."), "browser/target/practices"));
        page.setViewportSize(360, 740);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            assertThat(wide).as(name).isLessThanOrEqualTo(360);
            page.screenshot(new Page.ScreenshotOptions().setPath(target.resolve(name + "-" + scheme + ".png")));
        }
    }

    private static void unfold(Page page, String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary)).first().click();
    }

    private static void landed(Page page, String part) {
        page.waitForURL(url -> url.contains(part));
        page.locator("footer").waitFor();
    }

    @Test
    void aPhoneWritesFindsAndTranslatesPractices() throws IOException {
        Page page = withCircle("amina").page();
        String shelf = page.url().replaceFirst("\\?.*", "") + "/practices";
        page.navigate(shelf + "/seeds");
        for (String language : List.of("en", "fr")) {
            page.waitForNavigation(() -> page.locator("form:has(input[value='kitchen-for-50']):has(input[value=" + language + "]) button").first().click());
        }
        page.navigate(shelf);
        awaitText(page, "A kitchen for fifty");
        page.getByText("A kitchen for fifty").first().click();
        landed(page, "/p/");
        String practice = page.url();
        page.fill("#q-for", "100");
        page.click("form:has(#q-for) button");
        awaitText(page, "10 kg");
        look(page, "1-practice");
        page.navigate(practice);
        page.fill("#f-text", "We were seventy.");
        press(page, "/tell");
        awaitText(page, "We were seventy.");

        press(page, "/fork");
        landed(page, "/write/");
        page.fill("#f-title", "A kitchen in the yard");
        page.waitForResponse(saved -> String.valueOf(saved.request().postData()).contains("sugar"),
                () -> page.fill("#f-text", page.inputValue("#f-text").replace("Label the salt.", "Label the salt, and the sugar.")));
        page.locator("#preview article").waitFor();
        page.locator("#saved", new Page.LocatorOptions().setHasText("Saved")).waitFor();
        page.reload();
        assertThat(page.inputValue("#f-text")).contains("and the sugar");
        page.click("button[value=post]");
        landed(page, "/p/");
        follow(page, "$='/family'");
        assertThat(page.locator(".drawing svg title").count()).isEqualTo(3);
        look(page, "2-family");
        page.locator("main li", new Page.LocatorOptions().setHas(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("A kitchen for fifty"))))
                .locator("a[href*='/compare/']").click();
        landed(page, "/compare/");
        look(page, "3-compare");
        assertThat(page.locator("tr.changed del").allInnerTexts()).as("what the fork says otherwise").anyMatch(text -> text.contains("sugar"));

        page.navigate(practice);
        unfold(page, "Translate");
        page.selectOption("form[action$='/translate'] select", "es");
        press(page, "/translate");
        landed(page, "/beside");
        page.fill("#f-title", "Una cocina para cincuenta");
        page.fill("#f-r0", "Una cocina para cincuenta");
        press(page, "/beside");
        look(page, "4-beside");

        page.navigate(shelf);
        unfold(page, "Find");
        page.fill("#q-q", "OIGNONS cumin");
        page.locator("#found .card", new Page.LocatorOptions().setHasText("Une cuisine pour cinquante")).waitFor();
        assertThat(page.locator("#found .card").count()).as("as one types, and only what holds both").isEqualTo(1);
        page.fill("#q-q", "");
        page.fill("#q-hand", "big pot, buckets");
        page.locator("#found", new Page.LocatorOptions().setHasText("At hand:")).waitFor();
        look(page, "5-found");

        page.navigate(shelf + "/take");
        page.fill("#f-text", "# Bread\n\nKnead.");
        page.selectOption("#f-language", "en");
        press(page, "/take");
        landed(page, "/write/");
        assertThat(page.inputValue("#f-title")).isEqualTo("Bread");
    }
}
