package weft.node.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.node.web.ServedNode;
import weft.rounds.format.DayTable;

/** Goes through the pages of a day's rounds, for who looks at every page: no link leads to them before a day is planned. */
final class RoundsAccess {
    /** A stop that nobody reaches, so that the plan says why something is left over. */
    private static final String UNREACHED = "Household 3;bring;Kitchen South;52,4900;13,4330;6:00;6:30;5;1;;;\n";

    private RoundsAccess() {}

    /**
     * Plans a day by its pages.
     *
     * @param judge told the name of each page while it is shown
     * @param keyboard told the address of each page that a keyboard has to master
     */
    static void look(Page page, ServedNode served, List<String> languages, Consumer<String> judge, Consumer<String> keyboard) {
        var shell = served.node().shell().orElseThrow();
        String circle = ((Outcome.DoneCircle) shell.wish(new Command.CircleNew("Mill Lane", List.of(), 1)).join()).circle().hex();
        String rounds = served.web().address() + "/c/" + circle + "/rounds";
        page.navigate(rounds);
        submit(page, "choose");
        judge.accept("rounds: places, stops and drivers");
        paste(page, DayTable.exampleStops().replace("52,5310;13,3980", "0;0"));
        judge.accept("rounds: a stop in the sea");
        paste(page, DayTable.exampleStops() + UNREACHED);
        // A page that says how far the planning is looks again by itself.
        Locator first = page.locator(".visits a").first();
        first.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        String stop = String.valueOf(first.evaluate("a => a.href"));
        for (String address : List.of(rounds, stop, rounds + "/sheet/0")) {
            for (String language : languages) {
                page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
                judge.accept("rounds: " + address.substring(rounds.length()) + " in " + language);
            }
            keyboard.accept(address);
        }
        page.navigate(rounds);
        page.locator("li[data-stop]").first().focus();
        page.keyboard().press("Alt+ArrowRight");
        page.locator("#change").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        judge.accept("rounds: a stop handed to the next driver by keyboard");
    }

    private static void paste(Page page, String stops) {
        page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
        page.fill("#f-table-stops", stops);
        page.fill("#f-table-drivers", DayTable.exampleDrivers());
        page.fill("#f-date", LocalDate.now().plusDays(1).toString());
        submit(page, "plan");
    }

    private static void submit(Page page, String action) {
        page.waitForNavigation(() -> page.locator("form[action$='/rounds/" + action + "'] button[type=submit]").last().click());
    }
}
