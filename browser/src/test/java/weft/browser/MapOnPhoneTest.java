package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** A phone is given a map's file: its pages draw streets from it, a spot is chosen on it, and nothing is asked of anybody for that. */
class MapOnPhoneTest extends OnPhones {
    private static byte[] town() throws IOException {
        String vector = Files.readString(Path.of(System.getProperty("weft.root", ".."), "spec/vectors/pmtiles/accept/town.json"));
        return Bytes.hex(((Json.Obj) Json.read(vector).orThrow()).text("file").orElseThrow()).toArray();
    }

    private static void give(Page page, String name, byte[] file) {
        page.setInputFiles("#f-map-file", new FilePayload(name, "application/octet-stream", file));
        awaitText(page, name);
    }

    @Test
    void aPhoneDrawsTheMapThatItWasGiven() throws IOException {
        Phones.Phone phone = phones.begun("amina");
        Page page = phone.page();
        phones.circle(page, "Rue des Tanneurs");
        String board = page.url().replaceAll("(/c/[0-9a-f]{64}).*", "$1");
        List<String> foreign = new ArrayList<>();
        phone.context().onRequest(request -> {
            if (!request.url().startsWith(phones.app())) {
                foreign.add(request.url());
            }
        });
        page.navigate(board + "/map");
        page.locator(".g-land").waitFor();
        assertThat(page.locator(".g-street").count()).isZero();
        page.navigate(phones.app() + "settings");
        give(page, "town.pmtiles", town());
        page.navigate(board + "/map");
        page.locator(".g-street").waitFor();
        assertThat(page.locator(".makers").innerText()).contains("Test street map");

        page.navigate(board + "/post?side=need");
        page.fill("#f-title", "Soup at the bridge");
        page.locator("button[name=map-move][value=open]").click();
        page.locator(".cross").waitFor();
        // The town's streets lie south of the middle of what its file says it covers.
        String before = page.inputValue("input[name=map-y]");
        page.locator("button[name=map-move][value=south]").click();
        page.waitForFunction("before => (document.querySelector('input[name=map-y]')?.value ?? before) !== before", before);
        page.locator("button[name=map-move][value=take]").click();
        awaitText(page, "A square near 50.8");
        press(page, "/post");
        page.waitForURL("**/t/*");
        page.navigate(board + "/map");
        assertThat(page.locator("a.mark").getAttribute("aria-label")).isEqualTo("1: Soup at the bridge");
        page.locator(".g-street").waitFor();
        // The file is still there when the worker begins anew.
        page.navigate("about:blank");
        phone.stopWorkers();
        page.navigate(phones.app());
        page.fill("input[name=passphrase]", Phones.PASSPHRASE);
        press(page, "/unlock");
        awaitText(page, "Rue des Tanneurs");
        page.navigate(board + "/map");
        page.locator(".g-street").waitFor();

        page.navigate(phones.app() + "settings");
        give(page, "no.pmtiles", "this is no map at all ".repeat(20).getBytes(StandardCharsets.UTF_8));
        awaitText(page, "The map file is not a PMTiles archive.");
        page.locator("#map-file-drop").click();
        page.locator("#map-file-drop").waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(foreign).isEmpty();
        assertThat(phones.complaints).isEmpty();
    }
}
