package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same story in a real browser: three pages of three nodes open at once, and nobody reloads any of them. */
class BrowserStoryTest extends InBrowsers {
    private static final String TITLE = "Someone to carry a cupboard down";
    private static final String ADDRESS = "8 Ferry Steps, under the blue awning";
    private static final String ANSWER = "Two of us can come on Thursday.";

    private final List<Page> pages = new ArrayList<>();

    @Override
    void fill() {
        here.fill(Week.rows().subList(0, 8), here.now(), 5, 4);
    }

    @BeforeEach
    void open() {
        for (int who = 0; who < here.houses().size(); who++) {
            Page page = heardPage(who, small());
            assertThat(page.url()).as("the token is gone from the address").doesNotContain("token");
            page.navigate(inCircle(who, ""));
            pages.add(page);
        }
    }

    @Test
    void oneNeedGoesFromOnePageToAnotherAndFades() {
        Page amina = pages.get(0);
        Page bruno = pages.get(1);
        Page chidi = pages.get(2);
        picture(pages.get(1), "1-board");
        amina.navigate(inCircle(0, "/post"));
        amina.fill("#f-title", TITLE);
        amina.fill("#f-aside", ADDRESS);
        picture(pages.get(0), "2-post");
        long pressed = System.nanoTime();
        press(amina, "/post");
        awaitText(bruno, TITLE);
        long seen = (System.nanoTime() - pressed) / 1_000_000;
        System.out.println("browser story: posted on one page, seen on the other after " + seen + " ms");
        awaitText(chidi, TITLE);
        assertThat(bruno.content()).doesNotContain(ADDRESS);

        bruno.getByText(TITLE).first().click();
        chidi.getByText(TITLE).first().click();
        bruno.fill("#f-answer", ANSWER);
        press(bruno, "/answer");
        awaitText(bruno, ANSWER);
        awaitText(amina, ANSWER);
        picture(pages.get(0), "3-answered");
        assertThat(bruno.content()).doesNotContain(ADDRESS);
        press(amina, "/admit");
        awaitText(bruno, ADDRESS);
        picture(pages.get(1), "4-inside");
        assertThat(chidi.content()).doesNotContain(ADDRESS).doesNotContain(ANSWER);
        chidi.reload();
        assertThat(chidi.content()).contains(TITLE).doesNotContain(ADDRESS).doesNotContain(ANSWER);
        picture(pages.get(2), "5-outside");

        amina.locator("a[href*='/close']").first().click();
        press(amina, "/close");
        for (int i = 1; i < 3; i++) {
            pages.get(i).navigate(here.house(i).served().web().address() + here.board());
            pages.get(i).getByText(TITLE).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(PATIENCE));
        }
        picture(pages.get(1), "6-faded");
        assertThat(complaints).isEmpty();
    }
}
