package weft.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.browser.Phones.awaitText;
import static weft.browser.Phones.press;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weft.browser.Phones.Phone;

/** A phone tells what came by a notification: once, where and when the person wants it, without words of a thread; tapped, it shows the news. */
@Tag("long")
class NewsOnPhonesTest extends OnPhones {
    /** Notes what is shown, and looks away from every page. */
    private static final String NOTED = """
            window.noted = [];
            const show = ServiceWorkerRegistration.prototype.showNotification;
            ServiceWorkerRegistration.prototype.showNotification = function (title, what) {
              noted.push(title + ': ' + JSON.stringify(what));
              return show.call(this, title, what);
            };
            Document.prototype.hasFocus = () => false;
            """;

    /** What a tap does, as the browser tells the worker, in a version of the app that listens to the test. */
    private static final String TAP = """
            self.addEventListener("message", async (event) => {
              if (event.data?.tap) {
                const [shown] = await self.registration.getNotifications();
                self.dispatchEvent(new NotificationEvent("notificationclick", { notification: shown }));
              }
            });
            """;

    @Override
    Path app() throws IOException {
        Path copy = folder.resolve("app");
        AppCopy.of(Phones.APP, copy);
        AppCopy.change(copy, TAP);
        return copy;
    }

    private void answered(Phone from, Phone to, String board, String title) {
        to.page().navigate(board);
        post(to, title);
        phones.board(from.page(), phones.app());
        awaitText(from.page(), title);
        from.page().getByText(title).first().click();
        from.page().fill("[name=answer]", "Six rungs");
        press(from.page(), "/answer");
        awaitText(to.page(), "Six rungs");
    }

    private static void ways(Page page, Runnable change) {
        page.navigate(page.url().replaceFirst("/app/.*", "/app/news"));
        change.run();
        page.waitForNavigation(() -> press(page, "/news/ways"));
    }

    /** What a page has told, and what the page of the news, which asks when it is opened, tells besides. */
    private static List<Object> noted(Page page, String home) {
        List<Object> out = new ArrayList<>();
        if (page.url().startsWith(home)) {
            page.waitForTimeout(500);
            out.addAll((List<?>) page.evaluate("noted"));
        }
        page.waitForResponse(response -> response.url().endsWith("/news/take"), () -> page.navigate(home + "news"));
        page.waitForTimeout(500);
        out.addAll((List<?>) page.evaluate("noted"));
        return out;
    }

    @Test
    void newsAreToldOnceAndATapLeadsToThem() {
        Phone amina = withCircle("amina");
        BrowserContext context = amina.context();
        Page page = amina.page();
        String board = page.url();
        Phone bo = phones.begun("bo");
        Phones.join(bo.page(), Phones.invitation(page), "Amina");
        awaitText(bo.page(), "Compare these words");
        context.grantPermissions(List.of("notifications"));
        context.addInitScript(NOTED);
        page.navigate(phones.app() + "news");
        ways(page, () -> page.locator("#f-desktop-1").check());

        answered(bo, amina, board, "A ladder");
        page.waitForFunction("() => noted.length > 0");
        assertThat((List<?>) page.evaluate("noted")).singleElement().asString().startsWith("Weft: ").contains("Somebody answered").doesNotContain("ladder");
        page.evaluate("navigator.serviceWorker.controller.postMessage({ tap: true })");
        page.waitForURL("**/app/news");
        page.waitForFunction("() => navigator.serviceWorker.ready.then(there => there.getNotifications()).then(left => left.length === 0)");
        awaitText(page, "A ladder");
        Page other = context.newPage();
        assertThat(noted(other, phones.app())).as("told on one page, told on none besides").isEmpty();
        other.close();

        ways(page, () -> page.locator("input[name=circle]").first().uncheck());
        answered(bo, amina, board, "A second ladder");
        assertThat(noted(page, phones.app())).as("of this circle nothing is to be told").isEmpty();

        ways(page, () -> {
            page.locator("input[name=circle]").first().check();
            page.fill("#f-quietFrom", LocalTime.now().minusHours(1).toString().substring(0, 5));
            page.fill("#f-quietUntil", LocalTime.now().plusHours(1).toString().substring(0, 5));
        });
        answered(bo, amina, board, "A third ladder");
        assertThat(noted(page, phones.app())).as("quiet hours").isEmpty();
        ways(page, () -> {
            page.fill("#f-quietFrom", "");
            page.fill("#f-quietUntil", "");
        });
        page.waitForFunction("() => noted.length > 0");
        assertThat((List<?>) page.evaluate("noted")).as("told when they are over").hasSize(1);
        assertThat(phones.complaints).isEmpty();
    }
}
