package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import weft.browser.Phones.Phone;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** Another version at the same address: announced with its hash, declined for good, or taken with everything still there. */
@Tag("browser")
class UpdateTest {
    private static final String NOW = "want => document.querySelector('#weft-app code')?.textContent.replaceAll(' ', '') === want";

    @TempDir(cleanup = CleanupMode.ALWAYS) Path folder;

    private static String hash(Path app) throws IOException {
        return ((Json.Obj) Json.read(Files.readString(app.resolve("app.json"))).orThrow()).text("hash").orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    /** Changes a word in the worker and takes the hash anew, as docs/phone.md tells how. */
    private static String change(Path app, String mark) throws IOException {
        JdkPrimitives primitives = new JdkPrimitives();
        String before = hash(app);
        String zeros = "0".repeat(64);
        Map<String, Bytes> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(app)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Bytes.wrap(Files.readAllBytes(file)));
            }
        }
        files.remove("app.json");
        String worker = files.get("worker.js").text().replace(before, zeros) + "\n// " + mark + "\n";
        files.put("worker.js", Bytes.utf8(worker));
        StringBuilder list = new StringBuilder();
        files.forEach((name, bytes) -> list.append(name).append(' ').append(bytes.size()).append(' ').append(primitives.sha256(bytes).hex()).append('\n'));
        String hash = primitives.sha256(Bytes.utf8(list.toString())).hex();
        Files.writeString(app.resolve("worker.js"), worker.replace(zeros, hash));
        Files.writeString(app.resolve("app.json"), Files.readString(app.resolve("app.json")).replace(before, hash));
        return hash;
    }

    private static String shown(Page page, Phones phones) {
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
        Path app = folder.resolve("app");
        copy(Phones.APP, app);
        try (Phones phones = new Phones(folder, app)) {
            String first = hash(app);
            Phone amina = phones.begun("amina");
            phones.circle(amina.page(), "Canal Street");
            assertThat(shown(amina.page(), phones)).isEqualTo(first);

            String second = change(app, "second");
            assertThat(second).isNotEqualTo(first);
            amina.page().locator("#weft-app button").click();
            assertThat(amina.page().locator("#weft-update code").innerText().replace(" ", "")).isEqualTo(second);
            amina.page().locator("#weft-update button").nth(1).click();
            assertThat(shown(amina.page(), phones)).isEqualTo(first);
            checked(amina.page());
            assertThat(shown(amina.page(), phones)).isEqualTo(first);
            assertThat(amina.page().locator("#weft-update").count()).isZero();

            // Asked for again, it is offered again; taken, it goes on with the vault open and everything there.
            amina.page().locator("#weft-app button").click();
            amina.page().locator("#weft-update button").first().click();
            amina.page().waitForFunction(NOW, second);
            amina.page().navigate(phones.app());
            awaitText(amina.page(), "Canal Street");

            // A file that is not the one which belongs to the hash: nothing is put in place.
            String third = change(app, "third");
            Files.writeString(app.resolve("index.html"), "<p>something else");
            assertThat(shown(amina.page(), phones)).isEqualTo(second);
            amina.page().locator("#weft-app button").click();
            assertThat(amina.page().locator("#weft-update code").innerText().replace(" ", "")).isEqualTo(third);
            amina.page().locator("#weft-update button").first().click();
            checked(amina.page());
            assertThat(shown(amina.page(), phones)).isEqualTo(second);
        }
    }
}
