package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.node.home.MapSetting;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** Somebody points at a map where soup is wanted, without a script; somebody else finds it on theirs, by keyboard and by dragging. */
class MapStoryTest extends InBrowsers {
    private final List<String> foreign = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        String vector = Files.readString(Path.of(System.getProperty("weft.root", "."), "spec/vectors/pmtiles/accept/town.json"));
        Path map = folder.resolve("town.pmtiles");
        Files.write(map, Bytes.hex(((Json.Obj) Json.read(vector).orThrow()).text("file").orElseThrow()).toArray());
        for (int who : List.of(0, 1)) {
            new MapSetting(here.house(who).served().node().folder()).keep(Optional.of(map));
        }
    }

    private Page page(int who, boolean script) {
        BrowserContext context = context(small().setJavaScriptEnabled(script));
        String address = here.house(who).served().web().address();
        context.onRequest(request -> {
            if (!request.url().startsWith(address)) {
                foreign.add(request.url());
            }
        });
        Page page = context.newPage();
        page.navigate(here.house(who).served().web().startLink());
        return page;
    }

    private static void move(Page page, String where) {
        page.locator("button[name=map-move][value=" + where + "]").click();
    }

    private static String at(Page page, String field) {
        return page.locator("input[name=map-" + field + "]").inputValue();
    }

    @Test
    void soupIsPointedAtAndFound() {
        Page amina = page(0, false);
        amina.navigate(inCircle(0, "/place"));
        amina.fill("#f-title", "The old market hall");
        move(amina, "open");
        // The town's map is where the map begins, since nothing stands on it yet.
        assertThat(amina.locator(".atlas").innerHTML()).contains("g-street", "g-water");
        move(amina, "nearer");
        move(amina, "take");
        assertThat(amina.locator("main").innerText()).contains("A square near 50.8");
        assertThat(amina.locator("#f-title").inputValue()).isEqualTo("The old market hall");
        amina.locator("form[action$='/place'] button[type=submit]").click();

        amina.navigate(inCircle(0, "/post"));
        amina.fill("#f-title", "Soup for two");
        move(amina, "open");
        amina.locator("#f-map-known").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("The old market hall"));
        move(amina, "known");
        move(amina, "south");
        move(amina, "take");
        // The enter key in a field posts; it does not press a button of the map.
        amina.locator("#f-title").press("Enter");
        amina.waitForURL("**/t/*");
        assertThat(amina.locator("main").innerText()).contains("Soup for two", "Near (to about 500 m)");
        amina.navigate(inCircle(0, "/map"));
        assertThat(amina.locator("a.mark").count()).isEqualTo(2);
        amina.locator("a.mark").last().click();
        assertThat(amina.url()).endsWith("#spot-2");
        assertThat(amina.locator("#spot-2").innerText()).contains("Soup for two");
        move(amina, "farther");
        assertThat(amina.url()).contains("/kept/");
        assertThat(amina.locator(".spots").innerText()).contains("Soup for two", "The old market hall");

        Page bruno = page(1, true);
        bruno.navigate(inCircle(1, "/map"));
        for (int i = 0; i < 240 && bruno.locator("a.mark").count() < 2; i++) {
            bruno.waitForTimeout(250);
            bruno.navigate(inCircle(1, "/map"));
        }
        String x = at(bruno, "x");
        bruno.locator(".atlas").focus();
        bruno.keyboard().press("ArrowRight");
        bruno.waitForFunction("x => document.querySelector('input[name=map-x]').value > x", x);
        assertThat(bruno.evaluate("document.activeElement.classList.contains('atlas')")).isEqualTo(true);
        bruno.keyboard().press("ArrowLeft");
        bruno.waitForFunction("x => Math.abs(document.querySelector('input[name=map-x]').value - x) < 5", x);
        Locator map = bruno.locator(".atlas");
        var box = map.boundingBox();
        bruno.mouse().move(box.x + 60, box.y + 20);
        bruno.mouse().down();
        bruno.mouse().move(box.x + 160, box.y + 20, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(4));
        bruno.mouse().up();
        bruno.waitForFunction("x => document.querySelector('input[name=map-x]').value < x", x);
        bruno.locator("#show-need").uncheck();
        bruno.waitForFunction("() => !document.querySelector('.spots').innerText.includes('Soup')");
        assertThat(bruno.url()).as("where one looks stands in no address").isEqualTo(inCircle(1, "/map"));
        assertThat(foreign).isEmpty();
    }

    @Test
    void theFileIsNamedOnTheSettingsPageAndAWrongOneIsTold() {
        Page amina = page(0, false);
        amina.navigate(here.house(0).served().web().address() + "/settings");
        assertThat(amina.locator("#map").innerText()).contains("In use: town.pmtiles");
        amina.fill("#f-path", folder.resolve("nothing.pmtiles").toString());
        amina.locator("form[action='/settings/map'] button[type=submit]").click();
        assertThat(amina.locator("#faults").innerText()).contains("There is no such file");
        amina.fill("#f-path", "");
        amina.locator("form[action='/settings/map'] button[type=submit]").click();
        assertThat(amina.locator("#map").innerText()).doesNotContain("In use");
        amina.navigate(inCircle(0, "/map"));
        assertThat(amina.locator("main").innerText()).contains("how to give Weft one");
    }
}
