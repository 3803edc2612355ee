package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;

/** Another version at the same address: announced with its hash, declined for good, or taken with everything still there. */
class UpdateTest extends OnPhones {
    private static final String NOW = "want => document.querySelector('#weft-app code')?.textContent.replaceAll(' ', '') === want";

    /** A copy that the test changes. */
    @Override
    Path app() throws IOException {
        Path copy = folder.resolve("app");
        if (!Files.exists(copy)) {
            AppCopy.of(Phones.APP, copy);
        }
        return copy;
    }

    private String shown(Page page) {
        page.navigate(phones.app() + "settings");
        return page.locator("#weft-app code").innerText().replace(" ", "");
    }

    /** The browser has looked for another version and has put it in place or not. */
    private static void checked(Page page) {
        page.evaluate("""
                async () => {
                  const registration = await navigator.serviceWorker.getRegistration();
                  await registration.update().catch(() => {});
                  while (registration.installing || registration.waiting) await new Promise(then => setTimeout(then, 100));
                }""");
    }

    @Test
    void anotherVersionIsAnnouncedAndTakenOnlyWhenThePersonSaysSo() throws IOException {
        Path app = app();
        String first = AppCopy.hash(app);
        Phone amina = phones.begun("amina");
        phones.circle(amina.page(), "Canal Street");
        assertThat(shown(amina.page())).isEqualTo(first);

        String second = AppCopy.change(app, "// second");
        assertThat(second).isNotEqualTo(first);
        amina.page().locator("#weft-app button").click();
        assertThat(amina.page().locator("#weft-update code").innerText().replace(" ", "")).isEqualTo(second);
        amina.page().locator("#weft-update button").nth(1).click();
        assertThat(shown(amina.page())).isEqualTo(first);
        checked(amina.page());
        assertThat(shown(amina.page())).isEqualTo(first);
        assertThat(amina.page().locator("#weft-update").count()).isZero();

        // Asked for again, it is offered again; taken, it goes on with the vault open and everything there.
        amina.page().locator("#weft-app button").click();
        amina.page().locator("#weft-update button").first().click();
        amina.page().waitForFunction(NOW, second);
        amina.page().navigate(phones.app());
        awaitText(amina.page(), "Canal Street");

        // A file that is not the one which belongs to the hash: nothing is put in place.
        String third = AppCopy.change(app, "// third");
        Files.writeString(app.resolve("index.html"), "<p>something else");
        assertThat(shown(amina.page())).isEqualTo(second);
        amina.page().locator("#weft-app button").click();
        assertThat(amina.page().locator("#weft-update code").innerText().replace(" ", "")).isEqualTo(third);
        amina.page().locator("#weft-update button").first().click();
        checked(amina.page());
        assertThat(shown(amina.page())).isEqualTo(second);
    }
}
