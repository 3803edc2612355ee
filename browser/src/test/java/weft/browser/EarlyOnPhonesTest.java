package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.follow;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;
import weft.core.peer.Filled;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;

/** A node with much in it shows the first page of a board before it has read the rest, and that page is the right one. */
@Tag("long")
class EarlyOnPhonesTest extends OnPhones {
    private static final int COUNT = 1_300;

    /** Until everything is laid by, and what boards show first once more. */
    private static final String LAID_BY = """
            async () => {
              const db = await new Promise(then => { const ask = indexedDB.open('weft'); ask.onsuccess = () => then(ask.result); });
              for (let keys = []; !(keys.includes('first') && keys.length > 3); ) {
                await new Promise(then => setTimeout(then, 200));
                const all = db.transaction('recall').objectStore('recall').getAllKeys();
                keys = await new Promise(then => { all.onsuccess = () => then(all.result); });
              }
              db.close();
            }""";

    /** A version of the app that reads the second chunk only when it is told to. */
    @Override
    Path app() throws IOException {
        Path copy = folder.resolve("app");
        if (!Files.exists(copy)) {
            AppCopy.of(Phones.APP, copy);
            AppCopy.change(copy, """
                    { const open = SubtleCrypto.prototype.decrypt; let chunks = 0; let release;
                      const released = new Promise((resolve) => { release = resolve; });
                      SubtleCrypto.prototype.decrypt = async function (...all) {
                        if (chunks++ > 0) await released;
                        return open.apply(this, all);
                      };
                      self.addEventListener("message", (event) => event.data?.release && release()); }
                    """);
        }
        return copy;
    }

    private static void unlock(Phone phone, String app) {
        phone.page().navigate(app);
        phone.page().fill("input[name=passphrase]", Phones.PASSPHRASE);
        press(phone.page(), "/unlock");
        follow(phone.page(), "*='/c/'");
        phone.page().locator("#threads li.card").first().waitFor();
    }

    @Test
    void theFirstPageOfABoardIsShownBeforeTheRestIsRead() throws IOException {
        Filled filled = Filled.of(new JdkPrimitives(), new JdkEntropy(), COUNT, System.currentTimeMillis() / 1000, List.of());
        Phone phone = phones.phone("phone");
        Page page = phone.page();
        PhoneFigures.fill(page, phones.app(), filled);
        unlock(phone, phones.app());
        page.evaluate(LAID_BY);
        page.reload();
        List<String> whole = page.locator("#threads li.card h2").allInnerTexts();
        assertThat(whole).hasSize(50);
        assertThat(page.locator("nav.turn").innerText()).contains("1 of 13");

        page.navigate("about:blank");
        phone.stopWorkers();
        unlock(phone, phones.app());
        assertThat(page.locator("#threads li.card h2").allInnerTexts()).isEqualTo(whole);
        assertThat(page.locator("nav.turn").innerText()).contains("1 of 2");
        assertThat(page.locator("#reach p").first().getAttribute("class")).contains("catching-up");
        page.evaluate("() => navigator.serviceWorker.controller.postMessage({ release: true })");
        page.waitForFunction("() => document.querySelector('nav.turn').innerText.includes('1 of 13')");
        assertThat(page.locator("#threads li.card h2").allInnerTexts()).isEqualTo(whole);
        assertThat(phones.complaints).isEmpty();
    }
}
