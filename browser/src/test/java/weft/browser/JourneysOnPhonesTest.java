package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.follow;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;

/** What a person does seldom on a phone: comes in by a file, renews a circle, leaves one, and has a clock that leaps. */
@Tag("long")
class JourneysOnPhonesTest extends OnPhones {
    private static final String PAPER = "three owls on one fence";

    /** A version of the app whose clock the test moves. */
    @Override
    Path app() throws IOException {
        Path copy = folder.resolve("app");
        if (!Files.exists(copy)) {
            AppCopy.of(Phones.APP, copy);
            AppCopy.change(copy, """
                    { const now = Date.now.bind(Date); let shift = 0;
                      Date.now = () => now() + shift;
                      self.addEventListener("message", (event) => { shift = event.data?.shift ?? shift; }); }
                    """);
        }
        return copy;
    }

    private static void leap(Page page, int days) {
        page.evaluate("days => navigator.serviceWorker.controller.postMessage({ shift: days * 86_400_000 })", days);
    }

    private Phone joinedByFile(Phone amina) {
        Phones.invitation(amina.page());
        amina.page().fill("input[name=passphrase]", PAPER);
        Download download = amina.page().waitForDownload(() -> press(amina.page(), "/file"));
        Path file = folder.resolve("invitation.txt");
        download.saveAs(file);
        Phone bo = phones.begun("bo");
        follow(bo.page(), "$='/join'");
        bo.page().setInputFiles("#f-file", file);
        bo.page().waitForFunction("() => document.querySelector('[name=link]').value.startsWith('weft-file:')");
        bo.page().fill("input[name=name]", "Amina");
        bo.page().fill("input[name=passphrase]", "not these words at all");
        press(bo.page(), "/join");
        bo.page().locator("[aria-invalid=true]").first().waitFor();
        bo.page().fill("input[name=passphrase]", PAPER);
        press(bo.page(), "/join");
        awaitText(bo.page(), "Compare these words");
        return bo;
    }

    @Test
    void aFileBringsAPhoneInAndTheCircleIsRenewedAndLeft() {
        Phone amina = withCircle("amina");
        String board = amina.page().url();
        Phone bo = joinedByFile(amina);
        awaitText(amina.page(), "Compare these words");
        assertThat(Phones.words(bo.page())).hasSize(4).isEqualTo(Phones.words(amina.page()));
        amina.page().navigate(board);
        post(amina, "Before it was renewed");
        phones.board(bo.page(), phones.app());
        awaitText(bo.page(), "Before it was renewed");

        // Renewing is regrouping with everyone.
        amina.page().navigate(board + "/regroup?all=1");
        amina.page().fill("input[name=name]", "Canal Street, renewed");
        press(amina.page(), "/regroup");
        awaitText(amina.page(), "Canal Street, renewed");
        bo.page().navigate(phones.app());
        follow(bo.page(), "*='/offers/'");
        bo.page().fill("input[name=name]", "Canal Street, renewed");
        bo.page().locator("main form[action*='/offers/'] button[type=submit]").first().click();
        bo.page().locator("a[href*='/post?side=need']").waitFor();
        String renewed = bo.page().url();
        assertThat(renewed).isNotEqualTo(board);
        post(bo, "After it was renewed");
        amina.page().navigate(phones.app());
        amina.page().getByText("Canal Street, renewed").first().click();
        awaitText(amina.page(), "After it was renewed");

        // Bo leaves the old one; the new one stays.
        bo.page().navigate(board + "/leave");
        press(bo.page(), "/leave");
        bo.page().locator("a[href$='/circles/new']").waitFor();
        assertThat(bo.page().locator("main a[href*='/c/']").allInnerTexts()).containsExactly("Canal Street, renewed");
        bo.page().navigate(board);
        assertThat(bo.page().content()).doesNotContain("Before it was renewed");
        bo.page().navigate(renewed);
        awaitText(bo.page(), "After it was renewed");
    }

    @Test
    void aClockThatLeapsDestroysNothingUntilAPersonSaysThatItIsRight() {
        Phone amina = withCircle("amina");
        Page page = amina.page();
        String board = page.url();
        String clock = "a[href$='/settings#clock']";
        post(amina, "Before the leap");
        awaitText(page, "Before the leap");
        leap(page, 60);
        page.navigate(board);
        post(amina, "Written in a future");
        page.navigate(board);
        page.locator(clock).first().waitFor();
        // Back again: all is there, also for a worker that begins anew, and the question stands.
        leap(page, 0);
        page.navigate(board);
        awaitText(page, "Before the leap");
        amina.stopWorkers();
        page.navigate(board);
        awaitText(page, "Before the leap");
        page.locator(clock).first().click();
        press(page, "/date");
        page.navigate(board);
        awaitText(page, "Before the leap");
        assertThat(page.locator(clock).count()).isZero();
    }
}
