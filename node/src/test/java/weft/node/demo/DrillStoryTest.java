package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill handed from hand to hand, in a real browser with JavaScript off: pages of several nodes, and none is told who had it before. */
class DrillStoryTest extends InBrowsers {
    private static final String WHERE = "Ferry Steps 8, ring at the blue awning";

    private final List<Page> pages = new ArrayList<>();

    @BeforeEach
    void open() {
        for (int who = 0; who < here.houses().size(); who++) {
            pages.add(page(who, small().setJavaScriptEnabled(false)));
        }
    }

    private String things(int who) {
        return inCircle(who, "/things");
    }

    private void picture(int who, String name) {
        String target = pictures("").resolve(name).toString();
        Page page = pages.get(who);
        for (int width : new int[] {320, 768, 1280}) {
            page.setViewportSize(width, 800);
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(target + "-" + width + ".png")).setFullPage(true));
            int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            assertThat(wide).as(name + " at " + width).isLessThanOrEqualTo(width);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(target + "-dark.png")).setFullPage(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(390, 844);
    }

    private void openDrill(int who) {
        pages.get(who).navigate(things(who));
        lookFor(pages.get(who), "The big drill", true);
        pages.get(who).locator("a", new Page.LocatorOptions().setHasText("The big drill")).first().click();
    }

    @Test
    void aDrillIsHandedFromHandToHand() {
        Page amina = pages.get(0);
        Page bruno = pages.get(1);
        Page chidi = pages.get(2);
        amina.navigate(things(0).replace("/things", "/place"));
        amina.fill("#f-title", "The shed");
        amina.fill("#f-hours", "mo-fr 9:00 – 18:00; sa closed");
        amina.fill("#f-there", "A workbench");
        press(amina, "/place");
        assertThat(amina.locator("main").innerText()).contains("Mo-Fr 09:00-18:00; Sa off", "A workbench");
        picture(0, "things-place");
        amina.navigate(things(0).replace("/things", "/thing"));
        amina.fill("#f-title", "The big drill");
        amina.fill("#f-with", "A box of bits\nThe long cable");
        amina.fill("#f-care", "Let it cool down.");
        amina.locator("#f-at").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("The shed"));
        picture(0, "things-form");
        press(amina, "/thing");
        assertThat(amina.locator("main").innerText()).contains("Free, kept at The shed", "The long cable");

        openDrill(1);
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        bruno.fill("#f-from", today.toString());
        bruno.fill("#f-to", today.plusDays(3).toString());
        press(bruno, "/ask");
        openDrill(2);
        lookFor(pages.get(2), "Asked for", true);
        chidi.fill("#f-from", today.plusDays(2).toString());
        chidi.fill("#f-to", today.plusDays(4).toString());
        press(chidi, "/ask");
        assertThat(chidi.locator("#faults").innerText()).contains("Somebody else has asked for one of these days");
        chidi.fill("#f-from", "");
        chidi.fill("#f-to", "");
        press(chidi, "/ask");
        assertThat(chidi.locator("main").innerText()).contains("Waiting until it is free");

        openDrill(0);
        lookFor(pages.get(0), "Asked for", true);
        amina.locator("summary", new Page.LocatorOptions().setHasText("Tell them where")).first().click();
        amina.locator("form[action$='/tell'] textarea").first().fill(WHERE);
        press(amina, "/tell");
        lookFor(pages.get(1), WHERE, true);
        picture(1, "things-told");
        lookFor(pages.get(2), WHERE, false);

        press(bruno, "/have");
        assertThat(bruno.locator("main").innerText()).contains("With you").doesNotContain("Asked for");
        lookFor(pages.get(2), "With whom it is", true);
        picture(2, "things-with");
        press(bruno, "/end");
        lookFor(pages.get(2), "With whom it is", false);
        press(chidi, "/have");
        assertThat(chidi.locator("main").innerText()).doesNotContain("Waiting until it is free");
        chidi.navigate(things(2));
        assertThat(chidi.locator("#with-you").innerText()).contains("The big drill");
        picture(2, "things-catalogue");
        lookFor(pages.get(0), "With whom it is", true);
        assertThat(amina.locator("#now").locator("li.card").count()).as("one hand has it").isEqualTo(1);

        chidi.navigate(things(2).replace("/things", "/labels"));
        picture(2, "things-labels");
        String code = chidi.locator(".label-code").first().innerText();
        chidi.fill("#q-label", code);
        chidi.locator("form[action$='/label'] button").click();
        assertThat(chidi.url()).containsPattern("/(thing|place)/[0-9a-f]{64}$");
        Locator arabic = chidi.locator("button[lang=ar]");
        openDrill(2);
        arabic.click();
        openDrill(2);
        assertThat(chidi.locator("html").getAttribute("dir")).isEqualTo("rtl");
        picture(2, "things-ar");
    }
}
