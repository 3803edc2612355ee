package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.PASSPHRASE;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;
import weft.node.link.HostileRelay;

/** What others and a full store do to a phone: nothing that was said to be kept is lost, and a sentence says what is wrong. */
class HostileOnPhonesTest extends OnPhones {
    private static final String EVENT = "{\"id\":\"" + "a".repeat(64) + "\",\"pubkey\":\"" + "b".repeat(64)
            + "\",\"created_at\":1700000000,\"kind\":9338,\"tags\":[],\"content\":\"x\",\"sig\":\"" + "c".repeat(128) + "\"}";

    private static void lie(HostileRelay relay, HostileRelay.Wire wire, int connection) {
        for (int i = 0; i < 200; i++) {
            wire.text("[\"EVENT\",\"nobody\"," + EVENT + "]");
            wire.text("[\"OK\",\"" + "d".repeat(64) + "\"," + (i % 2 == 0) + ",\"invalid: no\"]");
            wire.text("[\"NOTICE\",\"<img src=x onerror=alert(1)>\"]");
            wire.text("[".repeat(2_000));
            for (String said : List.copyOf(relay.heard)) {
                if (said.startsWith("[\"REQ\"") && i % 50 == 0) {
                    wire.text("[\"EVENT\",\"" + said.split("\"")[3] + "\"," + EVENT + "]");
                } else if (said.startsWith("[\"EVENT\"") && i % 50 == 0) {
                    wire.text("[\"EVENT\",\"again\"," + said.substring(9));
                }
            }
            wire.text("{}{}{}");
        }
        wire.text("x".repeat(400_000));
        if (connection % 2 == 0) {
            wire.cut();
        }
    }

    @Test
    void aRelayThatLiesHarmsNobodyWhoHasAnother() throws IOException {
        AtomicInteger connections = new AtomicInteger();
        try (HostileRelay relay = new HostileRelay((self, wire) -> lie(self, wire, connections.incrementAndGet()))) {
            Phone amina = phones.begun("amina");
            phones.circle(amina.page(), "Canal Street", relay.address());
            String board = amina.page().url();
            Phone bo = phones.begun("bo");
            Phones.join(bo.page(), Phones.invitation(amina.page()), "Amina");
            awaitText(bo.page(), "Compare these words");
            amina.page().navigate(board);
            for (String title : List.of("Wood for the stove", "Soup for six", "A ladder")) {
                post(amina, title);
                amina.page().navigate(board);
            }
            phones.board(bo.page(), phones.app());
            for (String title : List.of("Wood for the stove", "Soup for six", "A ladder")) {
                awaitText(bo.page(), title);
            }
            assertThat(connections.get()).isPositive();
            // A relay's last words may stand in the log of the tools; a dialog or a script that ran would too.
            assertThat(phones.complaints.stream().filter(line -> !line.contains("WebSocket"))).isEmpty();
        }
    }

    private static Path packed(Path file, String piece, int times) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
        }
        return file;
    }

    @Test
    void aHostileBundleIsReadToItsEndOrStoppedAndTheNodeGoesOn() throws IOException {
        Phone amina = withCircle("amina");
        String board = amina.page().url();
        post(amina, "Wood for the stove");
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        deep.writeBytes(("[".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8));
        List<Path> files = List.of(
                packed(folder.resolve("line-without-end.weft"), "x".repeat(1_000_000), 1_500),
                packed(folder.resolve("many-lines.weft"), EVENT + "\n", 30_000),
                Files.write(folder.resolve("deep.weft"), deep.toByteArray()));
        for (Path file : files) {
            amina.page().navigate(phones.app() + "carry");
            amina.page().setInputFiles("input[name=bundle]", file);
            press(amina.page(), "/bundle");
            awaitText(amina.page(), "What was in the file");
        }
        amina.page().navigate(board);
        awaitText(amina.page(), "Wood for the stove");
    }

    private void unlock(Page page, String where) {
        page.navigate(where);
        page.locator("input[name=passphrase], a[href*='/post?side=need']").first().waitFor();
        if (page.locator("input[name=passphrase]").count() > 0) {
            page.fill("input[name=passphrase]", PASSPHRASE);
            press(page, "/unlock");
            page.navigate(where);
        }
    }

    /** A version of the app that listens to the test: its store can be full. */
    private Phones listening() throws IOException {
        Path app = folder.resolve("app");
        AppCopy.of(Phones.APP, app);
        AppCopy.change(app, """
                { const put = IDBObjectStore.prototype.put; let full = false;
                  IDBObjectStore.prototype.put = function (...all) {
                    if (full) throw new DOMException("no room", "QuotaExceededError");
                    return put.apply(this, all);
                  };
                  self.addEventListener("message", (event) => {
                    if (event.data?.full !== undefined) {
                      full = event.data.full;
                      event.ports[0].postMessage("so it is");
                    }
                  }); }
                """);
        return new Phones(folder.resolve("listening"), app);
    }

    private static void full(Page page, boolean full) {
        page.evaluate("""
                full => new Promise(then => {
                  const { port1, port2 } = new MessageChannel();
                  port1.onmessage = then;
                  navigator.serviceWorker.controller.postMessage({ full }, [port2]);
                }).then(() => {})""", full);
    }

    @Test
    void aFullStoreIsSaidInASentenceAndNothingKeptIsLost() throws IOException {
        try (Phones listening = listening()) {
            Phone amina = listening.begun("amina");
            listening.circle(amina.page(), "Canal Street");
            String board = amina.page().url();
            post(amina, "Kept before");
            amina.page().navigate(board);
            full(amina.page(), true);
            post(amina, "Not kept");
            awaitText(amina.page(), "could not write it down");
            full(amina.page(), false);
            amina.page().navigate(board);
            awaitText(amina.page(), "Kept before");
            assertThat(amina.page().locator("main").innerText()).doesNotContain("Not kept");
            post(amina, "Kept after");
            amina.page().waitForTimeout(1_000);
            amina.page().navigate("about:blank");
            amina.stopWorkers();
            unlock(amina.page(), board);
            awaitText(amina.page(), "Kept before");
            awaitText(amina.page(), "Kept after");
            assertThat(amina.page().locator("main").innerText()).doesNotContain("Not kept");
        }
    }
}
