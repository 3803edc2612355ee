package weft.browser;

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
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

/** Phones in real browsers, phone-sized and with touch, and a relay that also serves them the app. */
final class Phones implements AutoCloseable {
    static final Path APP = Path.of(System.getProperty("weft.root", "..")).resolve("browser/target/app").toAbsolutePath().normalize();
    static final String PASSPHRASE = "seven geese in a row";

    /** What any browser complained of. */
    final List<String> complaints = new ArrayList<>();
    private final Path folder;
    private final RelayServer relay;
    private final Playwright playwright;
    private final List<BrowserContext> open = new ArrayList<>();

    /** A relay that serves a folder of the app, and no browser yet. */
    Phones(Path folder, Path app) throws IOException {
        this.folder = folder;
        relay = RelayServer.start(RelaySettings.standard(folder.resolve("relay")).at("127.0.0.1", 0).serving(app));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** A browser of its own, with a profile folder of its own. */
    record Phone(Path profile, BrowserContext context, Page page) {
        /** What a developer's tools would do. */
        CDPSession tools() {
            return context.newCDPSession(page);
        }

        void stopWorkers() {
            CDPSession session = tools();
            session.send("ServiceWorker.enable");
            session.send("ServiceWorker.stopAllWorkers");
            session.detach();
        }
    }

    /** Each browser is awaited to its end: what it still wrote would stand in the way of whoever removes its profile. */
    @Override
    public void close() {
        open.forEach(BrowserContext::close);
        playwright.close();
        relay.close();
    }

    int port() {
        return relay.address().getPort();
    }

    String relayAddress() {
        return "ws://127.0.0.1:" + port() + "/";
    }

    String app() {
        return "http://127.0.0.1:" + port() + "/app/";
    }

    /** Opens a browser. */
    Phone phone(String name, String... more) {
        Path profile = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"));
        arguments.addAll(List.of(more));
        BrowserContext context = playwright.chromium().launchPersistentContext(profile, new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(chromium()).setViewportSize(390, 844).setHasTouch(true).setIsMobile(true).setLocale("en-GB")
                .setAcceptDownloads(true).setTimeout(120_000).setArgs(arguments));
        open.add(context);
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

    /** The browser on the PATH. */
    static Path chromium() {
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

    /** A phone on which a vault was made. */
    Phone begun(String name, String... more) {
        Phone phone = phone(name, more);
        phone.page.navigate(app());
        phone.page.fill("input[name=passphrase]", PASSPHRASE);
        phone.page.fill("input[name=again]", PASSPHRASE);
        press(phone.page, "/begin");
        phone.page.locator("a[href$='/circles/new']").waitFor();
        return phone;
    }

    /** Sends a form, and waits until the page that answers it is there as a whole: whoever goes on before that breaks it off. */
    static void press(Page page, String action) {
        page.waitForNavigation(() -> page.locator("form[action$='" + action + "'] button[type=submit]").first().click());
    }

    /** Follows a link to its page. */
    static void follow(Page page, String end) {
        page.waitForNavigation(() -> page.locator("main a[href" + end + "]").first().click());
    }

    static void awaitText(Page page, String text) {
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    /** Makes a circle with this relay, and others. */
    void circle(Page page, String name, String... others) {
        follow(page, "$='/circles/new'");
        page.fill("input[name=name]", name);
        page.locator("summary").first().click();
        page.fill("textarea[name=relays]", String.join("\n", others) + "\n" + relayAddress());
        press(page, "/circles/new");
        page.locator("a[href*='/post?side=need']").waitFor();
    }

    /** An invitation into the circle on whose board a page is. */
    static String invitation(Page page) {
        follow(page, "$='/invite'");
        press(page, "/invite");
        return page.locator("textarea[readonly], input[readonly]").first().inputValue();
    }

    /** Follows an invitation from the first page. */
    static void join(Page page, String link, String name) {
        follow(page, "$='/join'");
        page.fill("[name=link]", link);
        page.fill("input[name=name]", name);
        press(page, "/join");
    }

    /** Until the page holds the session key for a worker that is stopped: it comes with what says which version this is. */
    void awaitKey(Page page) {
        page.navigate(app() + "settings");
        page.locator("#weft-app").waitFor();
    }

    static List<String> words(Page page) {
        return page.locator("ol.check li").allInnerTexts();
    }

    /** To the first circle's board. */
    void board(Page page, String home) {
        page.navigate(home);
        follow(page, "*='/c/'");
        page.locator("a[href*='/post?side=need']").waitFor();
    }

    /** Files of a profile in which any of these bytes stand, as they are or in two bytes each. */
    static List<String> found(Path profile, List<String> needles) throws IOException {
        List<String> out = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String latin = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String needle : needles) {
                    String utf8 = new String(needle.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                    if (latin.contains(needle) || latin.contains(utf8)
                            || latin.contains(new String(needle.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))) {
                        out.add(needle + " in " + profile.relativize(file));
                    }
                }
                looked++;
            }
        }
        if (looked < 10) {
            throw new IllegalStateException("only " + looked + " files in " + profile);
        }
        return out;
    }
}
