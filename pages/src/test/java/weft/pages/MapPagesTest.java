package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import weft.core.atlas.AtlasFault;
import weft.core.atlas.Source;
import weft.core.entry.Point;
import weft.core.peer.Command;
import weft.pages.text.Language;
import weft.pages.text.Languages;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The map of a circle, with and without a map's file, and choosing a spot on it. */
class MapPagesTest {
    private static final String MAP = Requests.CIRCLE + "/map";

    /** A piece of a file, for tests and for the preview. */
    static Checked<Bytes> piece(Path file, Source.Want want) {
        try {
            return piece(Bytes.wrap(Files.readAllBytes(file)), want);
        } catch (IOException e) {
            return Checked.bad(AtlasFault.UNREADABLE, "file");
        }
    }

    private static Checked<Bytes> piece(Bytes file, Source.Want want) {
        if (want.offset() > file.size() || want.length() > file.size() - want.offset()) {
            return Checked.bad(want.offset() == 0 ? AtlasFault.NOT_PMTILES : AtlasFault.OUT_OF_FILE, "file");
        }
        Bytes piece = file.slice((int) want.offset(), (int) want.offset() + want.length());
        try (GZIPInputStream in = want.gzip() ? new GZIPInputStream(new ByteArrayInputStream(piece.toArray())) : null) {
            return Checked.good(in == null ? piece : Bytes.wrap(in.readNBytes(want.most())));
        } catch (IOException e) {
            return Checked.bad(AtlasFault.NOT_GZIP, "gzip");
        }
    }

    /** The town of the vectors, in which the sample's needs are. */
    static Bytes town() throws IOException {
        String json = Files.readString(Path.of(System.getProperty("weft.root", ".."), "spec/vectors/pmtiles/accept/town.json"));
        return Bytes.hex(((Json.Obj) Json.read(json).orThrow()).text("file").orElseThrow());
    }

    static Means with(Source source) {
        return new Means(Requests.MEANS.primitives(), Requests.MEANS.clean(), true, () -> Optional.of(new MapFile("town.pmtiles", source)));
    }

    private static Response page(Request request, Means means) {
        return page(request, SampleViews.week(), means);
    }

    private static Response page(Request request, SampleViews views, Means means) {
        return switch (Pages.reply(request.withToken("t0ken"), views, means)) {
            case Reply.Page(Response response) -> response;
            case Reply.Kept(Response response) -> response;
            case Reply.Act act -> throw new AssertionError("acts: " + act.command());
            case Reply.KeepLanguage keep -> throw new AssertionError("keeps a language");
        };
    }

    private static String field(String html, String name) {
        Matcher matcher = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    /** The form of a page as it stands, with one of its buttons pressed. */
    private static String form(String html, String more) {
        String look = "map-x=" + field(html, "map-x") + "&map-y=" + field(html, "map-y") + "&map-z=" + field(html, "map-z");
        return look + "&show=need&show=offer&show=place&" + more;
    }

    @Test
    void everyMarkLeadsToItsPartOfAListThatSaysTheSame() {
        String html = page(Request.get(MAP), Requests.MEANS).body().text();
        Matcher marks = Pattern.compile("<a class=\"mark is-[a-z]+\" href=\"#spot-(\\d+)\" aria-label=\"(\\d+): ([^\"]+)\"").matcher(html);
        List<String> titles = new ArrayList<>();
        while (marks.find()) {
            assertThat(marks.group(1)).isEqualTo(marks.group(2));
            assertThat(html).containsOnlyOnce("id=\"spot-" + marks.group(1) + "\"");
            titles.add(marks.group(3));
        }
        assertThat(titles).contains("Soup for two days", "A lift to the hospital on Tuesday morning").hasSizeGreaterThan(2);
        assertThat(html.substring(html.indexOf("What is where"))).contains("Soup for two days").contains("Kitchen on Tuesdays").contains("By name alone");
        assertThat(html).contains("class=\"square\"").contains("1 km").contains("Natural Earth");
        String json = page(Request.get(MAP).asJson(), Requests.MEANS).body().text();
        assertThat(json).contains("\"sort\":\"need\"").contains("\"title\":\"Soup for two days\"").contains("\"point\":\"");
    }

    @Test
    void theLandOfTheEarthIsInTheProgram() {
        String html = page(Request.get(MAP), Requests.MEANS).body().text();
        String world = html;
        for (int i = 0; i < 15; i++) {
            world = page(Request.post(MAP, form(world, "map-move=farther")), Requests.MEANS).body().text();
        }
        assertThat(field(world, "map-z")).isEqualTo("0");
        assertThat(world).containsPattern("value=\"farther\"[^>]* disabled").doesNotContainPattern("value=\"nearer\"[^>]* disabled");
        Matcher land = Pattern.compile("class=\"g-land\" d=\"([^\"]+)\"").matcher(world);
        assertThat(land.find()).isTrue();
        assertThat(land.group(1).split("z")).as("continents and islands").hasSizeBetween(40, 400);
        assertThat(world.length()).isLessThan(60_000);
    }

    @Test
    void whereOneLooksStandsInNoAddress() {
        String html = page(Request.get(MAP), Requests.MEANS).body().text();
        assertThat(html).doesNotContain("href=\"?").doesNotContain("method=\"get\"");
        Request moved = Request.post(MAP, form(html, "map-move=west"));
        assertThat(Pages.reply(moved, SampleViews.week(), Requests.MEANS)).isInstanceOf(Reply.Kept.class);
        assertThat(Pages.reply(Request.post(MAP, form(html, "map-move=west&live=1")), SampleViews.week(), Requests.MEANS)).isInstanceOf(Reply.Page.class);
        String west = page(moved, Requests.MEANS).body().text();
        assertThat(Integer.parseInt(field(west, "map-x"))).isLessThan(Integer.parseInt(field(html, "map-x")));
        assertThat(field(west, "map-y")).isEqualTo(field(html, "map-y"));
        String all = page(Request.post(MAP, form(west, "map-move=all")), Requests.MEANS).body().text();
        assertThat(field(all, "map-x")).isEqualTo(field(html, "map-x"));
        String pulled = page(Request.post(MAP, form(html, "map-right=-256&map-below=0")), Requests.MEANS).body().text();
        assertThat(pulled).isEqualTo(west);
        String offers = page(Request.post(MAP, form(html, "map-move=").replace("show=need&", "")), Requests.MEANS).body().text();
        assertThat(offers).doesNotContain("Soup for two days");
    }

    @Test
    void aSuppliedMapIsDrawnInTheReadersLanguage() throws IOException {
        Bytes town = town();
        Means means = with(want -> piece(town, want));
        String html = page(Request.get(MAP), means).body().text();
        assertThat(html).contains("class=\"g-water\"").contains("class=\"g-road\"").contains("class=\"g-street\"").contains("class=\"g-rail\"")
                .contains("class=\"g-building\"").contains("class=\"g-green\"").contains(">Tannersbridge</text>").contains("\u00a9 Test street map")
                .doesNotContain("not read").doesNotContain("<a href='");
        assertThat(page(Request.get(MAP).withLanguage("ar"), means).body().text()).contains("جسر الدباغين");
        assertThat(html.length()).isLessThan(100_000);
    }

    /** A phone's browser reads pieces only between one try and the next: the page asks for all it needs, and is the same in the end. */
    @Test
    void aMapThatIsReadALittleLaterIsDrawnInAFewTries() throws IOException {
        Bytes town = town();
        List<Source.Want> there = new ArrayList<>();
        List<Source.Want> wanted = new ArrayList<>();
        Means later = with(want -> {
            if (there.contains(want)) {
                return piece(town, want);
            }
            wanted.add(want);
            return Checked.bad(AtlasFault.AWAITED, "later");
        });
        int tries = 0;
        String html;
        do {
            wanted.clear();
            html = page(Request.get(MAP), later).body().text();
            there.addAll(wanted);
            tries++;
        } while (!wanted.isEmpty() && tries < 10);
        assertThat(tries).isLessThanOrEqualTo(5);
        assertThat(html).isEqualTo(page(Request.get(MAP), with(want -> piece(town, want))).body().text());
    }

    @Test
    void aFileThatIsNoMapIsToldInOneSentenceAndTheLandIsShown() throws IOException {
        Bytes town = town();
        for (Language language : Languages.all()) {
            for (AtlasFault fault : AtlasFault.values()) {
                String html = page(Request.get(MAP).withLanguage(language.tag()), with(want -> Checked.bad(fault, "test"))).body().text();
                assertThat(html).contains("class=\"fault\">").contains("g-land").doesNotContain("map.fault");
                // And where it begins well but goes on badly.
                html = page(Request.get(MAP), with(want -> want.offset() == 0 ? piece(town, want) : Checked.bad(fault, "test"))).body().text();
                assertThat(html).contains("class=\"fault\">").contains("g-land");
            }
        }
    }

    @Test
    void aSurgeStaysASmallPage() throws IOException {
        Bytes town = town();
        SampleViews surge = SampleViews.surge(450);
        String html = page(Request.get(MAP), surge, with(want -> piece(town, want))).body().text();
        assertThat(html.length()).isLessThan(100_000);
        assertThat(html).contains("Look closer");
    }

    @Test
    void aSpotIsChosenWithoutAScriptAndWhatWasTypedStays() {
        String post = Requests.CIRCLE + "/post";
        String typed = "side=need&title=Soup&text=two+days&where=here&lastDay=2026-11-30&forWhom=other&language=ar&point=";
        String opened = page(Request.post(post, typed + "&map-move=open"), Requests.MEANS).body().text();
        assertThat(opened).contains("value=\"Soup\"").contains("two days").contains("class=\"cross\"").contains("formaction=\"" + post + "#f-point\"");
        String moved = page(Request.post(post, typed + "&" + form(opened, "map-move=east")), Requests.MEANS).body().text();
        String taken = page(Request.post(post, typed + "&" + form(moved, "map-move=take")), Requests.MEANS).body().text();
        String point = field(taken, "point");
        assertThat(Moments.point(point).map(Point::onGrid)).contains(true);
        assertThat(taken).contains("A square near ").contains("value=\"Soup\"");
        Command command = Requests.command(post, typed + BoardPage.encoded(point));
        assertThat(((Command.Post) command).ask().where().orElseThrow().point().map(Moments::point)).contains(point);
        String dropped = page(Request.post(post, typed + BoardPage.encoded(point) + "&map-move=drop"), Requests.MEANS).body().text();
        assertThat(dropped).doesNotContain("A square near ");
        // The enter key in a field must not press one of the map's buttons.
        assertThat(taken.indexOf("<button class=\"unseen\"")).isBetween(0, taken.indexOf("name=\"map-move\""));
    }

    @Test
    void doingsAndPlacesTakeASpotToo() {
        for (String path : List.of("/doing", "/place", "/thing")) {
            String opened = page(Request.post(Requests.CIRCLE + path, "title=Kitchen&start=2026-11-30T10:00&map-move=open"), Requests.MEANS).body().text();
            assertThat(opened).as(path).contains("value=\"Kitchen\"").contains("class=\"cross\"");
        }
        Command command = Requests.command(Requests.CIRCLE + "/doing", "title=Kitchen&start=2026-11-30T10:00&point=50.8525,4.35");
        assertThat(((Command.DoingsNew) command).doings().getFirst().where().orElseThrow().point()).isPresent();
    }
}
