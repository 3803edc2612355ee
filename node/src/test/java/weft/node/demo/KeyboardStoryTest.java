package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A need for someone else, answered, taken back, answered again and handled: in a real browser with JavaScript off, on three nodes, and
 * with the keyboard alone. No pointer is used in this test.
 */
class KeyboardStoryTest extends InBrowsers {
    private static final String TITLE = "Soup for my neighbour, who has a fever";
    private static final String WHERE = "14 Long Lane, second bell";

    private final List<Page> pages = new ArrayList<>();

    @BeforeEach
    void open() {
        for (int who = 0; who < here.houses().size(); who++) {
            Page page = page(who, small().setJavaScriptEnabled(false));
            page.navigate(inCircle(who, ""));
            pages.add(page);
        }
    }

    /** Goes on with Tab until something has the focus, and sees that the focus shows. */
    static void tabTo(Page page, String selector) {
        for (int i = 0; i < 250; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
                assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")).as("the focus on " + selector).isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + selector + " on " + page.url() + "\n" + page.locator("main").innerText());
    }

    private static void enter(Page page, String selector) {
        tabTo(page, selector);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    private static void type(Page page, String selector, String text) {
        tabTo(page, selector);
        page.keyboard().type(text);
    }

    private void board(int who) {
        enter(pages.get(who), ".top nav a[href='" + here.board() + "']");
    }

    private void answer(int who, String text) {
        Page page = pages.get(who);
        lookFor(pages.get(who), TITLE, true);
        enter(page, ".threads h2 a");
        type(page, "#f-answer", text);
        enter(page, "form[action$='/answer'] button");
        assertThat(page.locator("main").innerText()).contains(text).doesNotContain(WHERE);
    }

    private void letIn(String answer) {
        Page amina = pages.get(0);
        lookFor(pages.get(0), answer, true);
        enter(amina, "form[action$='/admit'] button");
    }

    @Test
    void aNeedForSomeoneElseIsAnsweredAndHandled() {
        Page amina = pages.get(0);
        enter(amina, "main a[href$='/post?side=need']");
        type(amina, "#f-title", TITLE);
        tabTo(amina, "[name=forWhom]");
        amina.keyboard().press("ArrowDown");
        type(amina, "#f-aside", WHERE);
        enter(amina, "form[action$='/post'] button");
        assertThat(amina.locator("main").innerText()).contains(TITLE, WHERE, "for someone else");

        answer(1, "I cook for four anyway");
        letIn("I cook for four anyway");
        lookFor(pages.get(1), WHERE, true);
        board(2);
        lookFor(pages.get(2), "Being seen to", true);

        enter(pages.get(1), "main a[href$='/withdraw']");
        enter(pages.get(1), "form[action$='/withdraw'] button");
        amina.navigate(here.house(0).served().web().address() + "/");
        lookFor(pages.get(0), "Somebody can't after all:", true);
        enter(amina, "#came form[action='/news/seen'] button");
        assertThat(amina.url()).as("news lead to the need").contains("/t/");

        answer(2, "I bring some at seven");
        letIn("I bring some at seven");
        lookFor(pages.get(2), WHERE, true);
        enter(amina, "main a[href*='/close']");
        enter(amina, "form[action*='/close'] button");
        assertThat(amina.locator("main").innerText()).as("handled, and off the board").doesNotContain(TITLE);
        board(1);
        lookFor(pages.get(1), TITLE, false);
    }

    @Test
    void whoAnswersThePhoneWritesDownOneCallAfterTheOther() {
        Page page = pages.get(0);
        enter(page, "main a[href$='/intake']");
        for (String title : List.of("Bread, two loaves", "A lift to the hospital")) {
            assertThat(page.evaluate("() => document.activeElement.id")).as("ready for the next").isEqualTo("f-title");
            page.keyboard().type(title);
            type(page, "#f-where", "Mill Lane");
            type(page, "#f-tongues", "fr, العرب");
            type(page, "#f-phone", "555 0123");
            enter(page, "form[action$='/intake'] button");
            assertThat(page.locator("main").innerText()).contains("Written down:", title);
        }
        enter(page, "p.notice a");
        assertThat(page.locator("main").innerText()).contains("A lift to the hospital", "555 0123", "for someone else", "Français", "العربية");
        board(1);
        lookFor(pages.get(1), "Bread, two loaves", true);
        assertThat(pages.get(1).content()).doesNotContain("555 0123");
    }
}
