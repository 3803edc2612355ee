package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.PASSPHRASE;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.follow;
import static weft.browser.Phones.press;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;

/** Two phones over one relay that also serves them the app. */
class PhonesTest extends OnPhones {
    private static final String TITLE = "Carry a sofa <img src=x onerror=alert(1)> \"🛋️";
    private static final String ADDRESS = "Canal Street 12, third floor";


    private void circleOfTwo(Phone amina, Phone bo) {
        phones.circle(amina.page(), "Canal Street");
        Phones.join(bo.page(), Phones.invitation(amina.page()), "Amina");
        awaitText(bo.page(), "Compare these words");
        awaitText(amina.page(), "Compare these words");
        assertThat(Phones.words(bo.page())).hasSize(4).isEqualTo(Phones.words(amina.page()));
    }

    @Test
    void aNeedGoesFromPhoneToPhoneAndNothingReadableStays() throws IOException {
        Phone amina = phones.begun("amina");
        Phone bo = phones.begun("bo");
        circleOfTwo(amina, bo);
        phones.board(amina.page(), phones.app());
        phones.board(bo.page(), phones.app());
        follow(amina.page(), "*='/post?side=need'");
        amina.page().fill("input[name=title]", TITLE);
        amina.page().fill("[name=aside]", ADDRESS);
        long pressed = System.nanoTime();
        press(amina.page(), "/post");
        awaitText(bo.page(), TITLE);
        System.out.println("phones: posted on one, seen on the other after " + (System.nanoTime() - pressed) / 1_000_000 + " ms");
        bo.page().getByText(TITLE).first().click();
        bo.page().fill("[name=answer]", "I can come at six");
        assertThat(bo.page().content()).doesNotContain(ADDRESS);
        press(bo.page(), "/answer");
        awaitText(amina.page(), "I can come at six");
        press(amina.page(), "/admit");
        awaitText(bo.page(), ADDRESS);

        assertThat(phones.complaints).isEmpty();

        // Offline, with everything that was read still there.
        bo.context().setOffline(true);
        bo.page().navigate(phones.app());
        follow(bo.page(), "*='/c/'");
        awaitText(bo.page(), TITLE);
        assertThat(phones.complaints.stream().filter(line -> !line.contains("ERR_INTERNET_DISCONNECTED"))).isEmpty();

        amina.context().close();
        bo.context().close();
        List<String> secrets = List.of("Carry a sofa", ADDRESS, "I can come at six", PASSPHRASE, PASSPHRASE.replace(' ', '+'));
        assertThat(Phones.found(amina.profile(), secrets)).isEmpty();
        assertThat(Phones.found(bo.profile(), secrets)).isEmpty();
    }

    @Test
    void aStoppedWorkerGoesOnWhereItWasAndIsLockedOnceNoPageIsOpen() {
        Phone amina = phones.begun("amina");
        follow(amina.page(), "$='/circles/new'");
        amina.page().fill("input[name=name]", "Canal Street");
        press(amina.page(), "/circles/new");
        amina.page().locator("a[href*='/post?side=need']").waitFor();
        phones.awaitKey(amina.page());
        amina.stopWorkers();
        amina.page().navigate(phones.app());
        awaitText(amina.page(), "Canal Street");
        assertThat(amina.page().locator("input[name=passphrase]").count()).isZero();

        amina.page().navigate("about:blank");
        amina.stopWorkers();
        amina.page().navigate(phones.app());
        amina.page().fill("input[name=passphrase]", "another passphrase");
        press(amina.page(), "/unlock");
        amina.page().locator("[aria-invalid=true]").first().waitFor();
        amina.page().fill("input[name=passphrase]", PASSPHRASE);
        press(amina.page(), "/unlock");
        awaitText(amina.page(), "Canal Street");
        amina.context().close();
    }

    @Test
    void twoTabsAreOneNode() {
        Phone amina = phones.begun("amina");
        Page other = amina.context().newPage();
        other.navigate(phones.app());
        awaitText(other, "Welcome");
        follow(amina.page(), "$='/circles/new'");
        amina.page().fill("input[name=name]", "Canal Street");
        press(amina.page(), "/circles/new");
        amina.page().locator("a[href*='/post?side=need']").waitFor();
        other.navigate(phones.app());
        awaitText(other, "Canal Street");
        amina.context().close();
    }
}
