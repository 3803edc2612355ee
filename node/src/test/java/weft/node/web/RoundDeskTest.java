package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.rounds.format.DayTable;

/** A day of rounds over HTTP, as a browser without scripts does it: planned, changed by hand, planned again while it runs, forgotten. */
class RoundDeskTest {
    @TempDir Path folder;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private ServedNode served;
    private String cookie;
    private String rounds;
    private volatile Duration ahead = Duration.ZERO;

    @BeforeEach
    void open() throws Exception {
        OwnNode.Setting usual = TestNode.setting(folder.resolve("data"));
        served = ServedNode.start(new OwnNode.Setting(usual.folder(), usual.primitives(), usual.entropy(), () -> Instant.now().plus(ahead), usual.cost(),
                usual.links()), 0);
        served.node().begin(TestNode.secret(TestNode.PASSPHRASE));
        served.node().shell().orElseThrow().ready().join();
        HttpClient still = HttpClient.newHttpClient();
        cookie = still.send(HttpRequest.newBuilder(URI.create(served.web().startLink())).build(), HttpResponse.BodyHandlers.discarding())
                .headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var shell = served.node().shell().orElseThrow();
        rounds = "/c/" + ((Outcome.DoneCircle) shell.wish(new Command.CircleNew("Mill Lane", List.of(), 1)).join()).circle().hex() + "/rounds";
    }

    @AfterEach
    void close() {
        served.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(served.web().address() + path));
    }

    private String get(String rest) throws Exception {
        HttpResponse<String> answer = send(to(rounds + rest));
        assertThat(answer.statusCode()).as(rest).isEqualTo(200);
        return answer.body();
    }

    private String json() throws Exception {
        return send(to(rounds).header("Accept", "application/json")).body();
    }

    private HttpResponse<String> post(String rest, Map<String, String> fields) throws Exception {
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(get(""));
        assertThat(token.find()).isTrue();
        String form = fields.entrySet().stream().map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&", ""));
        return send(to(rounds + rest).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> plan(String stops, String drivers, LocalDate date) throws Exception {
        HttpResponse<String> answer = post("/plan",
                Map.of("stops", "0", "drivers", "0", "date", date.toString(), "table-stops", stops, "table-drivers", drivers));
        return whenPlanned(answer);
    }

    /** A page says after a while how far the planning is; this is the one that says what came of it. */
    private HttpResponse<String> whenPlanned(HttpResponse<String> answer) throws Exception {
        HttpResponse<String> last = answer;
        while (last.body().contains("/rounds/enough")) {
            last = send(to(rounds));
        }
        return last;
    }

    private static LocalDate tomorrow() {
        return LocalDate.now(ZoneId.systemDefault()).plusDays(1);
    }

    /** Who has a stop, by the JSON of the plan. */
    private String driverOf(String stop) throws Exception {
        Matcher found = Pattern.compile("\"driver\":\"([^\"]*)\"[^\\[]*\\[[^\\]]*\"stop\":\"" + stop + "\"").matcher(json());
        return found.find() ? found.group(1) : "nobody";
    }

    @Test
    void aDayIsPlannedChangedByHandAndPlannedAgain() throws Exception {
        assertThat(plan(DayTable.exampleStops(), DayTable.exampleDrivers(), tomorrow()).body()).contains("Every stop is on a round", "Household 1");
        assertThat(driverOf("Household 1")).as("stairs").isEqualTo(driverOf("Bakery")).isEqualTo("Kim");

        post("/move", Map.of("stop", "Household 2", "driver", "Kim"));
        assertThat(driverOf("Household 2")).isEqualTo("Kim");
        assertThat(get("")).contains("What that changes", "min on the road", "Take it back");
        post("/undo", Map.of());
        post("/move", Map.of("stop", "Household 2", "driver", "Sasha"));
        assertThat(driverOf("Household 2")).as("handed over").isEqualTo("Sasha");
        post("/lock", Map.of("stop", "Household 2", "on", "yes"));
        whenPlanned(post("/again", Map.of()));
        assertThat(driverOf("Household 2")).as("locked").isEqualTo("Sasha");

        post("/add", Map.of("s0-name", "Household 3", "s0-spot", "52.5, 13.43", "s0-at", "Kitchen South", "s0-minutes", "5", "s0-amount", "1"));
        assertThat(get("")).contains("not planned yet");
        post("/ill", Map.of("driver", "Sasha"));
        assertThat(driverOf("Household 2")).isEqualTo("nobody");
        assertThat(get("")).contains("left over");
        whenPlanned(post("/again", Map.of()));
        assertThat(List.of(driverOf("Household 2"), driverOf("Household 3"))).as("what the one who is ill had").containsOnly("Kim");

        assertThat(get("/sheet/0")).contains("Household 3", "What to take along").doesNotContain("Sasha");
        HttpResponse<String> file = send(to(rounds + "/sheet/0?file=1"));
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        post("/forget", Map.of());
        assertThat(get("")).doesNotContain("Household").contains("name=\"date\"");
        assertThat(send(to(rounds + "/sheet/0")).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidWithTheRowAndNothingIsHeld() throws Exception {
        HttpResponse<String> answer = plan(DayTable.exampleStops().replace("52,5310;13,3980", "0;0").replace(";Kim;", ";Robin;"), DayTable.exampleDrivers(),
                tomorrow());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Household 1", "is in the sea off Africa", "it is locked to \"Robin\"");
        assertThat(get("")).contains("name=\"date\"");
    }

    @Test
    void aLongPlanningTellsHowFarItIsAndStopsWhenToldTo() throws Exception {
        // So many that it would plan for 9 seconds: a slow machine asks its questions in that time too.
        String stops = "name;kind;at;latitude;longitude;from;until;minutes;amount crates\nKitchen;place;;52,50;13,40;;;;\n"
                + IntStream.range(0, 800).mapToObj(i -> "H" + i + ";bring;Kitchen;52," + (4600 + 7 * i % 900) + ";13," + (3000 + 13 * i % 1900) + ";;;3;1")
                        .collect(Collectors.joining("\n"));
        String drivers = "name;start;end;from;until;means;amount crates\n"
                + IntStream.range(0, 12).mapToObj(i -> "D" + i + ";Kitchen;Kitchen;6;22;car;120").collect(Collectors.joining("\n"));
        HttpResponse<String> answer = post("/plan", Map.of("stops", "0", "drivers", "0", "date", tomorrow().toString(), "table-stops", stops,
                "table-drivers", drivers));
        assertThat(answer.body()).contains("of the time is over", "Stop now and take the best so far");
        assertThat(json()).startsWith("{\"planning\":");
        assertThat(post("/ill", Map.of("driver", "D1")).body()).as("nothing else while it plans").contains("Stop now");
        HttpResponse<String> stopped = whenPlanned(post("/enough", Map.of()));
        assertThat(stopped.body()).contains("H799", "D11");
        assertThat(json()).contains("\"left\":[]").contains("\"rounds\":[{");
    }

    @Test
    void aDayThatIsOverIsForgotten() throws Exception {
        plan(DayTable.exampleStops(), DayTable.exampleDrivers(), tomorrow());
        assertThat(get("")).contains("Household 1");
        ahead = Duration.ofDays(2);
        assertThat(get("")).doesNotContain("Household 1").contains("name=\"date\"");
    }
}
