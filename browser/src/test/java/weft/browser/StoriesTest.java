package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.follow;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Page;
import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.home.OwnNode;
import weft.node.link.RelayLinks;
import weft.node.shell.VaultKeeper;
import weft.node.web.ServedNode;

/** Phones and a computer over one relay, the same pages on both; bundles from phone to phone; an invitation read by a camera. */
class StoriesTest extends OnPhones {
    /** A camera that looks at a code: grey pictures, as YUV4MPEG2 has them. */
    private static Path camera(Path file, String text) throws IOException {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        int width = 640;
        int height = 480;
        int scale = Math.min(width, height) / (code.size + 8);
        byte[] luma = new byte[width * height];
        Arrays.fill(luma, (byte) 235);
        for (int y = 0; y < code.size * scale; y++) {
            for (int x = 0; x < code.size * scale; x++) {
                if (code.getModule(x / scale, y / scale)) {
                    luma[(y + 4 * scale) * width + x + 4 * scale] = 16;
                }
            }
        }
        byte[] chroma = new byte[width * height / 2];
        Arrays.fill(chroma, (byte) 128);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 5; i++) {
            out.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(luma);
            out.writeBytes(chroma);
        }
        return Files.write(file, out.toByteArray());
    }

    private ServedNode computer() {
        JdkPrimitives p = new JdkPrimitives();
        ServedNode served = ServedNode.start(new OwnNode.Setting(folder.resolve("computer"), p, new JdkEntropy(), InstantSource.system(),
                VaultKeeper.Cost.LEAST, ear -> new RelayLinks(ear, RelayLinks.Patience.USUAL, false)), 0);
        assertThat(served.node().begin(p.keep(Phones.PASSPHRASE.getBytes(StandardCharsets.UTF_8)))).isEqualTo(OwnNode.Entry.IN);
        return served;
    }

    /** Posts a need on one page and waits until it stands on the others; says after how many milliseconds. */
    private static void need(String title, Page from, Page... others) {
        follow(from, "*='/post?side=need'");
        from.fill("input[name=title]", title);
        from.fill("[name=aside]", "Canal Street 12");
        long pressed = System.nanoTime();
        press(from, "/post");
        for (Page other : others) {
            awaitText(other, title);
            System.out.println("stories: \"" + title + "\" seen elsewhere after " + (System.nanoTime() - pressed) / 1_000_000 + " ms");
        }
    }

    @Test
    void twoPhonesAndAComputerAreOneCircleAndSomeRegroup() throws IOException {
        Phone amina = phones.begun("amina");
        phones.circle(amina.page(), "Canal Street");
        String board = amina.page().url();
        try (ServedNode served = computer()) {
            Phone screen = phones.phone("computer-browser");
            screen.page().navigate(served.web().startLink());
            Phones.join(screen.page(), Phones.invitation(amina.page()), "Amina");
            awaitText(screen.page(), "Compare these words");
            awaitText(amina.page(), "Compare these words");
            assertThat(Phones.words(screen.page())).hasSize(4).isEqualTo(Phones.words(amina.page()));
            amina.page().navigate(board + "/regroup");
            String computer = amina.page().locator("input[name=with]").first().inputValue();

            // The second phone reads the code with its camera.
            amina.page().navigate(board);
            Path film = camera(folder.resolve("camera.y4m"), Phones.invitation(amina.page()));
            Phone bo = phones.begun("bo", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--use-file-for-fake-video-capture=" + film);
            follow(bo.page(), "$='/join'");
            bo.page().getByText("Scan a code").click();
            bo.page().waitForFunction("() => document.querySelector('[name=link]').value.startsWith('weft:')");
            bo.page().fill("input[name=name]", "Amina");
            press(bo.page(), "/join");
            awaitText(bo.page(), "Compare these words");

            amina.page().navigate(board);
            phones.board(bo.page(), phones.app());
            phones.board(screen.page(), served.web().address() + "/");
            need("Soup for six", screen.page(), amina.page(), bo.page());
            phones.board(screen.page(), served.web().address() + "/");
            need("A ladder until Friday", bo.page(), amina.page(), screen.page());

            // What is closed leaves every board.
            amina.page().getByText("Soup for six").first().click();
            amina.page().fill("[name=answer]", "I bring bread as well");
            press(amina.page(), "/answer");
            screen.page().getByText("Soup for six").first().click();
            awaitText(screen.page(), "I bring bread as well");

            // Amina goes on with the computer alone; the second phone learns nothing of it.
            amina.page().navigate(board + "/regroup");
            amina.page().fill("input[name=name]", "Canal Street again");
            amina.page().locator("input[name=with][value='" + computer + "']").check();
            press(amina.page(), "/regroup");
            awaitText(amina.page(), "Canal Street again");
            screen.page().navigate(served.web().address() + "/");
            screen.page().locator("main a[href*='/offers/']").first().click();
            screen.page().fill("input[name=name]", "Canal Street again");
            screen.page().locator("main form[action*='/offers/'] button[type=submit]").first().click();
            screen.page().locator("a[href*='/post?side=need']").waitFor();
            need("Only for those who went on", screen.page(), amina.page());
            bo.page().navigate(phones.app());
            bo.page().locator("main a[href*='/c/']").first().waitFor();
            assertThat(bo.page().content()).doesNotContain("Canal Street again").doesNotContain("/offers/");
            assertThat(phones.complaints).isEmpty();
        }
    }

    @Test
    void aBundleGoesFromPhoneToPhoneWithNoRelayBetweenThem() throws IOException {
        Phone amina = phones.begun("amina");
        phones.circle(amina.page(), "Canal Street");
        String board = amina.page().url();
        Phone bo = phones.begun("bo");
        Phones.join(bo.page(), Phones.invitation(amina.page()), "Amina");
        awaitText(bo.page(), "Compare these words");
        phones.board(bo.page(), phones.app());
        phones.awaitKey(bo.page());
        bo.context().setOffline(true);
        bo.stopWorkers();
        bo.page().navigate(phones.app());
        amina.page().navigate(board);
        need("Wood for the stove", amina.page());

        amina.page().addInitScript("""
                navigator.canShare = () => true;
                navigator.share = async data => { globalThis.shared = data.files.map(file => file.name + ' ' + file.size); };""");
        amina.page().navigate(phones.app() + "carry");
        amina.page().getByText("Share").first().click();
        amina.page().waitForFunction("() => /^envelopes.weft [1-9]/.test(globalThis.shared)");
        Path file = folder.resolve("carried.weft");
        amina.page().waitForDownload(() -> amina.page().locator("a[download]").first().click()).saveAs(file);

        bo.page().navigate(phones.app() + "carry");
        bo.page().setInputFiles("input[name=bundle]", file);
        press(bo.page(), "/bundle");
        awaitText(bo.page(), "What was in the file");
        bo.page().navigate(phones.app());
        follow(bo.page(), "*='/c/'");
        awaitText(bo.page(), "Wood for the stove");

        // Broken in the middle, and no bundle at all: said in a sentence, nothing lost.
        byte[] bytes = Files.readAllBytes(file);
        for (byte[] wrong : List.of(Arrays.copyOf(bytes, bytes.length / 2), "{\"id\":1}\n[]\nnonsense\n".repeat(2_000).getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            Path broken = Files.write(folder.resolve("broken.weft"), wrong);
            bo.page().navigate(phones.app() + "carry");
            bo.page().setInputFiles("input[name=bundle]", broken);
            press(bo.page(), "/bundle");
            bo.page().locator("a[href$='/carry']").first().waitFor();
        }
        phones.board(bo.page(), phones.app());
        awaitText(bo.page(), "Wood for the stove");
        assertThat(phones.complaints.stream().filter(line -> !line.contains("ERR_INTERNET_DISCONNECTED"))).isEmpty();
    }

    /** A second device of the same person: it meets by one circle's code, and is then handed every circle. */
    @Test
    void aPhoneTakesOverTheCirclesOfItsOwnersComputer() {
        try (ServedNode served = computer()) {
            Phone screen = phones.phone("computer-browser");
            String home = served.web().address() + "/";
            screen.page().navigate(served.web().startLink());
            for (String name : List.of("Canal Street", "Mill Lane")) {
                screen.page().navigate(home);
                phones.circle(screen.page(), name);
            }
            need("Soup for six", screen.page());
            screen.page().navigate(home + "settings");
            follow(screen.page(), "$='/device'");
            screen.page().locator("main form[action*='/invite'] button").first().click();
            String link = screen.page().locator("textarea[readonly], input[readonly]").first().inputValue();
            Phone mine = phones.begun("mine");
            Phones.join(mine.page(), link, "My computer");
            awaitText(mine.page(), "Compare these words");
            awaitText(screen.page(), "Compare these words");

            screen.page().navigate(home + "device");
            screen.page().locator("input[name=with]").first().check();
            press(screen.page(), "/device");
            awaitText(screen.page(), "Every circle is on its way");
            mine.page().navigate(phones.app());
            follow(mine.page(), "*='/offers/'");
            awaitText(mine.page(), "A circle is handed to you");
            mine.page().fill("input[name=name]", "The other one");
            mine.page().locator("main form[action*='/offers/'] button[type=submit]").first().click();
            mine.page().locator("a[href*='/post?side=need']").waitFor();
            // "Canal Street" was joined by its code; what stands on "Mill Lane" is there too, whichever of the two was handed over.
            boolean seen = false;
            for (int i = 0; i < 80 && !seen; i++) {
                mine.page().navigate(phones.app());
                mine.page().locator("main a[href*='/c/']").nth(i % 2).click();
                mine.page().locator("a[href*='/post?side=need']").waitFor();
                mine.page().waitForTimeout(750);
                seen = mine.page().locator("main").innerText().contains("Soup for six");
            }
            assertThat(seen).isTrue();
            assertThat(phones.complaints).isEmpty();
        }
    }
}
