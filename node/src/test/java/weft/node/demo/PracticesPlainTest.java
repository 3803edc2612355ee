package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

/** Practices in a real browser that runs no script: what is there for all works for all. The open net is a relay of ours on loopback. */
class PracticesPlainTest extends InBrowsers {
    private static final String TEXT = """
            # Soup in the yard

            Begin at noon.

            | what | for 40 |
            |---|---|
            | lentils | 3 kg |

            - [ ] light the fire
            """;

    private Page page;

    @BeforeEach
    void open() {
        page = page(0, small().setViewportSize(768, 900).setJavaScriptEnabled(false));
    }

    private String at(String path) {
        return here.house(0).served().web().address() + path;
    }

    private void press(String action) {
        press(page, action);
    }

    /** Follows a link, or sends a form, and waits until the page that answers is there as a whole. */
    private void go(String selector) {
        page.waitForNavigation(() -> page.click(selector));
    }

    private void look(String name) throws IOException {
        Path target = Files.createDirectories(Path.of(System.getProperty("weft.root", "."), "node/target/browser/practices-plain"));
        for (int width : List.of(320, 768, 1280)) {
            page.setViewportSize(width, 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT));
            page.screenshot(new Page.ScreenshotOptions().setPath(target.resolve(name + "-" + width + ".png")).setFullPage(true));
        }
        page.setViewportSize(768, 900);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A book as other programs make them. */
    private static byte[] book() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", text("application/epub+zip"));
        files.put("META-INF/container.xml", text("<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='b.opf'/>"
                + "</rootfiles></container>"));
        files.put("b.opf", text("<package xmlns:dc='x'><metadata><dc:title>Bread of others</dc:title><dc:language>en</dc:language></metadata><manifest>"
                + "<item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>"));
        files.put("a.xhtml", text("<html><body><h1>Bread</h1><p>Knead <em>slowly</em>.<script>alert(1)</script></p></body></html>"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private String written() {
        page.navigate(at(here.board() + "/practices"));
        press("/write");
        page.fill("#f-title", "Soup in the yard");
        page.fill("#f-text", TEXT);
        page.click("summary:has-text('Kinds, seasons')");
        page.fill("#f-for", "40");
        page.fill("#f-materials", "gas burner, two large pots");
        page.fill("#f-kinds", "cooking");
        page.fill("#f-seasons", "winter");
        go("button[value=save]");
        assertThat(page.locator("#preview table").count()).as("shown as it will be read once it is saved").isEqualTo(1);
        go("button[value=post]");
        assertThat(page.url()).contains("/p/");
        return page.url().substring(page.url().indexOf("/c/"));
    }

    private void find(String name, String words) {
        page.navigate(at(here.board() + "/practices"));
        page.click("summary:has-text('Find')");
        page.fill("#q-" + name, words);
        press("/practices/find");
    }

    @Test
    void everythingWorksWithoutAScript() throws Exception {
        String practice = written();
        look("1-practice");

        // Found by words, kind, season and what is at hand; the words stand in no address.
        find("q", "LENTIL");
        assertThat(page.locator("#practices").textContent()).contains("Soup in the yard");
        assertThat(page.url()).doesNotContain("LENTIL");
        find("q", "nothing of the sort");
        assertThat(page.locator("#practices .card").count()).isZero();
        page.navigate(at(here.board() + "/practices"));
        page.click("summary:has-text('Find')");
        page.selectOption("#q-season", "summer");
        press("/practices/find");
        assertThat(page.locator("#practices .card").count()).as("it is for winter").isZero();
        page.navigate(at(here.board() + "/thing"));
        page.fill("#f-title", "Large pots");
        page.waitForNavigation(() -> page.locator("main form button[type=submit]").last().click());
        page.navigate(at(here.board() + "/practices"));
        page.click("summary:has-text('Find')");
        page.check("#q-here");
        page.fill("#q-hand", "Gas Burners");
        press("/practices/find");
        assertThat(page.locator("#practices .card").textContent()).contains("At hand: ", "gas burner", "two large pots", "Large pots").doesNotContain(
                "Still needed");
        look("2-found");

        // For more people, told of, adapted, translated.
        page.navigate(at(practice));
        page.fill("#q-for", "120");
        go("form:has(#q-for) button");
        assertThat(page.locator("article.practice").textContent()).contains("9 kg");
        page.navigate(at(practice));
        page.fill("#f-text", "We were seventy.");
        press("/tell");
        assertThat(page.locator("#accounts").textContent()).contains("We were seventy.");
        press("/fork");
        page.fill("#f-title", "Soup in the park");
        page.fill("#f-text", TEXT.replace("noon", "eleven"));
        go("button[value=post]");
        page.navigate(at(practice + "/family"));
        assertThat(page.locator(".drawing svg title").allTextContents()).containsExactlyInAnyOrder("Soup in the yard", "Soup in the park");
        go("a[href*='/compare/']");
        look("3-compare");
        page.locator("tr.changed input[name=take]").first().check();
        press(page.url().substring(page.url().indexOf("/compare/")));
        assertThat(page.inputValue("#f-text")).contains("eleven");
        go("button[value=drop]");
        page.navigate(at(practice));
        page.click("summary:has-text('Translate')");
        page.selectOption("form[action$='/translate'] select", "fr");
        press("/translate");
        page.fill("#f-title", "Soupe dans la cour");
        page.fill("#f-r1", "Commencer à midi.");
        press("/beside");
        go("a:has-text('Look at the whole text')");
        go("button[value=post]");
        assertThat(page.locator("article.practice").textContent()).contains("Commencer à midi.");

        takenIn();
        printed(practice);
        published(practice);
    }

    private void takenIn() throws IOException {
        page.navigate(at(here.board() + "/practices/take"));
        look("4-take");
        page.setInputFiles("#f-file", new FilePayload("bread.epub", "application/epub+zip", book()));
        press("/practices/take");
        assertThat(page.inputValue("#f-title")).isEqualTo("Bread of others");
        assertThat(page.inputValue("#f-text")).contains("# Bread", "Knead *slowly*.").doesNotContain("alert");
        go("button[value=drop]");
        page.navigate(at(here.board() + "/practices/take"));
        page.setInputFiles("#f-file", new FilePayload("x.epub", "application/epub+zip", new byte[] {'P', 'K', 3, 4, 1, 2, 3}));
        press("/practices/take");
        assertThat(page.locator("#faults").textContent()).contains("damaged");
        page.setInputFiles("#f-file", new FilePayload("y.pdf", "application/pdf", new byte[] {'%', 'P', 'D', 'F', (byte) 0xff, (byte) 0xfe}));
        press("/practices/take");
        assertThat(page.locator("#faults").textContent()).contains("neither an EPUB");
    }

    /** A text that takes a while says how far it has come, and then gives the PDF by itself. */
    private void printed(String practice) throws IOException {
        byte[] quick = page.request().get(at(practice + "/print.pdf?form=booklet&wait=1"), RequestOptions.create().setTimeout(120_000)).body();
        assertThat(new String(quick, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        page.navigate(at(here.board() + "/practices/take"));
        page.fill("#f-text", "# Long\n\n" + ("## Part\n\n" + "Many words about many pots. ".repeat(40) + "\n\n").repeat(400));
        press("/practices/take");
        go("button[value=post]");
        assertThat(page.url()).contains("/p/");
        String path = page.url().substring(page.url().indexOf("/c/"));
        // This page loads itself again, so it gets a tab of its own: there it crosses the way of no other.
        Page reading = page;
        page = reading.context().newPage();
        Response answer = page.navigate(at(path + "/print.pdf?form=pages"));
        if (answer.headers().get("content-type").startsWith("text/html")) {
            look("5-making");
            assertThat(page.locator("h1").textContent()).isEqualTo("Your PDF is being made");
            String again = answer.headers().get("refresh").replaceFirst(".*url=", "");
            assertThat(again).contains("?job=");
            byte[] pdf = page.request().get(at(again + "&wait=1"), RequestOptions.create().setTimeout(120_000)).body();
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        assertThat(answer.status()).isEqualTo(200);
        page.close();
        page = reading;
        page.navigate(at(path + "/print.pdf?form=leaflet&wait=1"));
        assertThat(page.locator("main").textContent()).contains("too long for one sheet");
    }

    private void published(String practice) throws Exception {
        try (RelayServer open = RelayServer.start(RelaySettings.standard(folder.resolve("open")).at("127.0.0.1", 0))) {
            String relay = open.address().toString();
            page.navigate(at(practice + "/publish"));
            assertThat(page.locator(".notice").textContent()).contains("can’t be taken back");
            look("6-publish");
            page.fill("#f-relays", relay + "\nws://127.0.0.1:1");
            press("/publish");
            assertThat(page.locator("main").textContent()).as("nothing is sent before somebody says that they are sure").doesNotContain("naddr1");
            page.navigate(at(practice + "/publish"));
            page.fill("#f-relays", relay + "\nws://127.0.0.1:1");
            page.check("input[name=sure]");
            press("/publish");
            look("7-published");
            String address = page.locator("main code").textContent();
            assertThat(address).startsWith("naddr1");
            assertThat(page.locator("main li").allTextContents()).hasSize(2);

            // And taken in again by its address, as by anybody in the world.
            page.navigate(at(here.board() + "/practices/take"));
            page.fill("#f-text", address);
            press("/practices/take");
            assertThat(page.inputValue("#f-title")).isEqualTo("Soup in the yard");
            assertThat(page.inputValue("#f-text")).contains("lentils");
        }
        page.navigate(at(here.board() + "/practices/take"));
        page.fill("#f-text", "naddr1qqqqqqqqqq");
        press("/practices/take");
        assertThat(page.locator("#faults").textContent()).contains("No relay");
    }
}
