package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

/** Two phones over one relay that also serves them the app: real browsers, phone-sized, with touch. */
@Tag("browser")
class PhonesTest {
    private static final Path APP = Path.of(System.getProperty("weft.root", "..")).resolve("browser/target/app");
    private static final String PASSPHRASE = "seven geese in a row";
    private static final String TITLE = "Carry a sofa <img src=x onerror=alert(1)> \"🛋️";
    private static final String ADDRESS = "Canal Street 12, third floor";

    @TempDir(cleanup = CleanupMode.ALWAYS) Path folder;
    private RelayServer relay;
    private Playwright playwright;
    private final List<String> complaints = new ArrayList<>();

    /** A browser of its own, with a profile folder of its own. */
    private record Phone(Path profile, BrowserContext context, Page page) {}

    @BeforeEach
    void open() throws IOException {
        relay = RelayServer.start(RelaySettings.standard(folder.resolve("relay")).at("127.0.0.1", 0).serving(APP));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    @AfterEach
    void close() {
        playwright.close();
        relay.close();
    }

    private String app() {
        return "http://127.0.0.1:" + relay.address().getPort() + "/app/";
    }

    private Phone phone(String name) {
        Path profile = folder.resolve(name);
        BrowserContext context = playwright.chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(chromium()).setViewportSize(390, 844).setHasTouch(true).setIsMobile(true).setLocale("en-GB")
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage")));
        context.setDefaultTimeout(60_000);
        Page page = context.pages().getFirst();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(name + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(name + ": " + error));
        page.onDialog(dialog -> complaints.add(name + ": a dialog, " + dialog.message()));
        return new Phone(profile, context, page);
    }

    private static Path chromium() {
        for (String folder : System.getenv("PATH").split(":")) {
            for (String name : List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("This test needs Chromium on the PATH. On Debian and Ubuntu: apt-get install chromium");
    }

    private Phone begun(String name) {
        Phone phone = phone(name);
        phone.page.navigate(app());
        phone.page.fill("input[name=passphrase]", PASSPHRASE);
        phone.page.fill("input[name=again]", PASSPHRASE);
        press(phone.page, "/begin");
        phone.page.locator("a[href$='/circles/new']").waitFor();
        return phone;
    }

    private static void press(Page page, String action) {
        page.locator("form[action$='" + action + "'] button[type=submit]").first().click();
    }

    private static void follow(Page page, String end) {
        page.locator("main a[href" + end + "]").first().click();
    }

    private static void awaitText(Page page, String text) {
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    private void circleOfTwo(Phone amina, Phone bo) {
        follow(amina.page, "$='/circles/new'");
        amina.page.fill("input[name=name]", "Canal Street");
        amina.page.locator("summary").first().click();
        amina.page.fill("textarea[name=relays]", "ws://127.0.0.1:" + relay.address().getPort() + "/");
        press(amina.page, "/circles/new");
        follow(amina.page, "$='/invite'");
        press(amina.page, "/invite");
        String link = amina.page.locator("textarea[readonly], input[readonly]").first().inputValue();
        follow(bo.page, "$='/join'");
        bo.page.fill("[name=link]", link);
        bo.page.fill("input[name=name]", "Amina");
        press(bo.page, "/join");
        awaitText(bo.page, "Compare these words");
        awaitText(amina.page, "Compare these words");
        assertThat(words(bo.page)).hasSize(4).isEqualTo(words(amina.page));
    }

    private static List<String> words(Page page) {
        return page.locator("ol.check li").allInnerTexts();
    }

    private void board(Phone phone) {
        phone.page.navigate(app());
        follow(phone.page, "*='/c/'");
        phone.page.locator("a[href*='/post?side=need']").waitFor();
    }

    @Test
    void aNeedGoesFromPhoneToPhoneAndNothingReadableStays() throws IOException {
        Phone amina = begun("amina");
        Phone bo = begun("bo");
        circleOfTwo(amina, bo);
        board(amina);
        board(bo);
        follow(amina.page, "*='/post?side=need'");
        amina.page.fill("input[name=title]", TITLE);
        amina.page.fill("[name=aside]", ADDRESS);
        long pressed = System.nanoTime();
        press(amina.page, "/post");
        awaitText(bo.page, TITLE);
        System.out.println("phones: posted on one, seen on the other after " + (System.nanoTime() - pressed) / 1_000_000 + " ms");
        bo.page.getByText(TITLE).first().click();
        bo.page.fill("[name=answer]", "I can come at six");
        assertThat(bo.page.content()).doesNotContain(ADDRESS);
        press(bo.page, "/answer");
        awaitText(amina.page, "I can come at six");
        press(amina.page, "/admit");
        awaitText(bo.page, ADDRESS);

        // Offline, with everything that was read still there.
        bo.context.setOffline(true);
        bo.page.navigate(app());
        follow(bo.page, "*='/c/'");
        awaitText(bo.page, TITLE);
        assertThat(complaints).isEmpty();

        amina.context.close();
        bo.context.close();
        assertNothingReadable(amina.profile);
        assertNothingReadable(bo.profile);
    }

    /** Neither words nor the passphrase lie anywhere in the browser's folder, however the browser encodes them. */
    private static void assertNothingReadable(Path profile) throws IOException {
        int looked = 0;
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String latin = new String(bytes, StandardCharsets.ISO_8859_1);
                for (String secret : List.of("Carry a sofa", ADDRESS, "I can come at six", PASSPHRASE, PASSPHRASE.replace(' ', '+'))) {
                    assertThat(latin.contains(secret)).as(secret + " in " + file).isFalse();
                    assertThat(latin.contains(new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)))
                            .as(secret + " in two bytes each in " + file).isFalse();
                }
                looked++;
            }
        }
        assertThat(looked).isGreaterThan(10);
    }

    @Test
    void aStoppedWorkerGoesOnWhereItWasAndIsLockedOnceNoPageIsOpen() {
        Phone amina = begun("amina");
        follow(amina.page, "$='/circles/new'");
        amina.page.fill("input[name=name]", "Canal Street");
        press(amina.page, "/circles/new");
        amina.page.locator("a[href*='/post?side=need']").waitFor();
        // The page has the session key with the worker's first answer.
        amina.page.waitForTimeout(1_000);
        stopWorkers(amina);
        amina.page.navigate(app());
        awaitText(amina.page, "Canal Street");
        assertThat(amina.page.locator("input[name=passphrase]").count()).isZero();

        amina.page.navigate("about:blank");
        stopWorkers(amina);
        amina.page.navigate(app());
        amina.page.fill("input[name=passphrase]", "another passphrase");
        press(amina.page, "/unlock");
        amina.page.locator("[aria-invalid=true]").first().waitFor();
        amina.page.fill("input[name=passphrase]", PASSPHRASE);
        press(amina.page, "/unlock");
        awaitText(amina.page, "Canal Street");
        amina.context.close();
    }

    private static void stopWorkers(Phone phone) {
        CDPSession session = phone.context.newCDPSession(phone.page);
        session.send("ServiceWorker.enable");
        session.send("ServiceWorker.stopAllWorkers");
        session.detach();
    }

    @Test
    void twoTabsAreOneNode() {
        Phone amina = begun("amina");
        Page other = amina.context.newPage();
        other.navigate(app());
        awaitText(other, "Welcome");
        follow(amina.page, "$='/circles/new'");
        amina.page.fill("input[name=name]", "Canal Street");
        press(amina.page, "/circles/new");
        amina.page.locator("a[href*='/post?side=need']").waitFor();
        other.navigate(app());
        awaitText(other, "Canal Street");
        amina.context.close();
    }
}
