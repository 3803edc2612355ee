package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A weekly kitchen with a drop-out, in two browsers of two nodes, one of them without scripts. */
class KitchenStoryTest extends InBrowsers {
    @Test
    void aWeeklyKitchenWithADropOut() {
        Page amina = heardPage(0, new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800));
        Page bruno = heardPage(1, new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(390, 844));
        Page chidi = heardPage(2, new Browser.NewContextOptions().setLocale("en-US").setViewportSize(390, 844).setJavaScriptEnabled(false));
        LocalDate day = LocalDate.now(ZoneId.systemDefault()).plusDays(2);

        amina.navigate(inCircle(0, "/calendar"));
        amina.locator("a[href$='/doing']").first().click();
        amina.fill("#f-title", "Kitchen on the corner");
        amina.fill("#f-start", day + "T18:00");
        amina.fill("#f-end", day + "T21:00");
        amina.selectOption("#f-repeat", "weekly");
        amina.fill("#f-where", "The old school");
        amina.fill("#f-shifts", "18:00-20:00 Cooking 3\n20:00-21:00 Washing up");
        amina.fill("#f-things", "A big pot");
        picture(amina, "kitchen-1-form");
        amina.locator("form[action$='/doing'] button[type=submit]").click();
        awaitText(amina, "every week");
        String doing = amina.url().substring(amina.url().indexOf("/d/"));

        bruno.navigate(inCircle(1, "/calendar?view=list"));
        awaitText(bruno, "Kitchen on the corner");
        picture(bruno, "kitchen-2-list-fr");
        bruno.getByText("Kitchen on the corner").first().click();
        press(bruno, "shift-1", "/join", 1);
        awaitText(bruno, "Plus à chaque fois");
        awaitText(amina, "Coming:");
        Neighbourhood.await("the page without scripts shows who comes", () -> {
            chidi.navigate(inCircle(2, doing));
            return chidi.content().contains("Coming:");
        });
        press(chidi, "shift-1", "/join", 0);
        assertThat(chidi.content()).contains("Can’t after all");
        amina.locator("#shift-1 .name").nth(1).waitFor();
        picture(amina, "kitchen-3-two-come");

        press(chidi, "shift-1", "/cant", 0);
        amina.locator("#shift-1 .cannot").waitFor();
        bruno.locator("#shift-1 .cannot").waitFor();
        assertThat(amina.locator("#shift-1 p:not(.cannot) .name").count()).isEqualTo(1);
        picture(bruno, "kitchen-4-dropped-out-fr");
        amina.navigate(inCircle(0, "/calendar?view=month&on=" + day));
        assertThat(amina.locator(".occurrence").count()).isGreaterThan(1);
        assertThat(complaints).isEmpty();
        pictures(day, doing);
    }

    private static void press(Page page, String part, String action, int which) {
        page.waitForNavigation(() -> page.locator("#" + part + " form[action$='" + action + "'] button").nth(which).click());
    }

    private void pictures(LocalDate day, String doing) {
        for (String locale : List.of("en-GB", "ar")) {
            for (int width : new int[] {320, 768, 1280}) {
                boolean dark = width == 768;
                Page page = heardPage(0, new Browser.NewContextOptions().setLocale(locale).setViewportSize(width, 800)
                        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
                for (String path : List.of("/calendar?view=month&on=" + day, "/calendar?view=week&on=" + day, doing, "/doing")) {
                    page.navigate(inCircle(0, path));
                    assertThat(wide(page)).as("%s %s at %d runs over the side", locale, path, width).isFalse();
                    picture(page, "kitchen-look-" + locale + "-" + width + "-" + path.replaceAll("[^a-z]+", "").replaceAll("^d[a-f]+$", "show"));
                }
                page.navigate(here.house(0).served().web().address() + "/calendar");
                assertThat(wide(page)).isFalse();
                picture(page, "kitchen-look-" + locale + "-" + width + "-all");
                page.close();
            }
        }
        Page paper = heardPage(0, new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(760, 1075));
        paper.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (String path : List.of("/calendar?view=month&on=" + day, doing, "/blank", "")) {
            paper.navigate(inCircle(0, path));
            String name = path.startsWith("/d/") ? "sheet" : path.isEmpty() ? "board" : path.replaceAll("\\?.*|/", "");
            picture(paper, "kitchen-paper-" + name);
            paper.pdf(new Page.PdfOptions().setFormat("A4")
                    .setPath(Path.of(System.getProperty("weft.root", ".") + "/node/target/browser/kitchen-paper-" + name + ".pdf")));
        }
    }

    private static boolean wide(Page page) {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
    }
}
