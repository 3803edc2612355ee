package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.press;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;

/** What goes wrong on a phone: storage taken away, a lock, a circle that is left. */
class TroubleOnPhonesTest extends OnPhones {
    private static final String KEY = """
            async () => {
              const db = await new Promise(then => { const ask = indexedDB.open('weft'); ask.onsuccess = () => then(ask.result); });
              const store = db.transaction('vault').objectStore('vault');
              const key = await new Promise(then => { const ask = store.get('key'); ask.onsuccess = () => then(ask.result); });
              db.close();
              return [...key].map(b => String.fromCharCode(b)).join('');
            }""";


    private static JsonObject object(String name, String value) {
        JsonObject out = new JsonObject();
        out.addProperty(name, value);
        return out;
    }

    /** Whether the browser still has an old file key is said in docs/phone.md; words it must not have. */
    @Test
    void afterLeavingACircleNothingOfItIsReadableInTheProfile() throws IOException {
        Phone amina = withCircle("amina");
        String board = amina.page().url();
        post(amina, "Wood for the stove");
        String before = (String) amina.page().evaluate(KEY);
        amina.page().navigate(board + "/leave");
        press(amina.page(), "/leave");
        amina.page().locator("a[href$='/circles/new']").waitFor();
        assertThat((String) amina.page().evaluate(KEY)).hasSize(32).isNotEqualTo(before);
        amina.context().close();
        assertThat(Phones.found(amina.profile(), List.of("Wood for the stove", "Canal Street"))).isEmpty();
    }

    @Test
    void storageThatTheBrowserTakesAwayLeavesANodeThatGoesOnOrBeginsAnew() {
        Phone amina = withCircle("amina");
        String board = amina.page().url();
        post(amina, "Only in memory now");
        CDPSession tools = amina.tools();
        JsonObject all = object("origin", phones.app().replace("/app/", ""));
        all.addProperty("storageTypes", "indexeddb");
        tools.send("Storage.clearDataForOrigin", all);
        // What is in memory is written whole with the next word, the vault as well.
        amina.page().navigate(board);
        awaitText(amina.page(), "Only in memory now");
        post(amina, "Written after that");
        awaitText(amina.page(), "Written after that");
        amina.page().waitForTimeout(500);
        amina.stopWorkers();
        amina.page().navigate(board);
        amina.page().locator("input[name=passphrase], a[href*='/post?side=need']").first().waitFor();
        if (amina.page().locator("input[name=passphrase]").count() > 0) {
            amina.page().fill("input[name=passphrase]", Phones.PASSPHRASE);
            press(amina.page(), "/unlock");
            amina.page().navigate(board);
        }
        awaitText(amina.page(), "Written after that");
    }

    @Test
    void lockingAndAnotherPassphrase() {
        Phone amina = withCircle("amina");
        amina.page().navigate(phones.app() + "settings");
        Page page = amina.page();
        page.navigate(phones.app() + "passphrase");
        page.fill("input[name=passphrase]", "another one here");
        page.fill("input[name=again]", "another one here");
        press(page, "/passphrase");
        page.navigate(phones.app() + "settings");
        page.locator("#weft-safety").waitFor();
        press(page, "/lock");
        page.fill("input[name=passphrase]", Phones.PASSPHRASE);
        press(page, "/unlock");
        page.locator("[aria-invalid=true]").first().waitFor();
        page.fill("input[name=passphrase]", "another one here");
        press(page, "/unlock");
        awaitText(page, "Canal Street");
    }

    /** The platform's authenticator as Chromium plays it: it opens the vault; the passphrase goes on working. */
    @Test
    void thisDevicesOwnLockOpensTheVault() {
        Phone amina = phones.phone("amina");
        Page page = amina.page();
        CDPSession tools = amina.tools();
        tools.send("WebAuthn.enable");
        JsonObject options = object("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        for (String yes : List.of("hasResidentKey", "hasUserVerification", "hasPrf", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(yes, true);
        }
        JsonObject add = new JsonObject();
        add.add("options", options);
        tools.send("WebAuthn.addVirtualAuthenticator", add);
        String app = phones.app().replace("127.0.0.1", "localhost");
        page.navigate(app);
        page.fill("input[name=passphrase]", Phones.PASSPHRASE);
        page.fill("input[name=again]", Phones.PASSPHRASE);
        press(page, "/begin");
        page.locator("a[href$='/circles/new']").waitFor();
        page.navigate(app + "settings");
        page.getByText("Open by this device's lock").click();
        awaitText(page, "From now on this device's lock opens Weft.");
        press(page, "/lock");
        page.locator("#weft-platform").click();
        page.locator("a[href$='/circles/new']").waitFor();
        page.navigate(app + "settings");
        press(page, "/lock");
        page.fill("input[name=passphrase]", Phones.PASSPHRASE);
        press(page, "/unlock");
        page.locator("a[href$='/circles/new']").waitFor();
    }
}
