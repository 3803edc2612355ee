package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import weft.pages.text.Language;
import weft.pages.text.RoundWords;
import weft.rounds.format.DayTable;
import weft.rounds.format.Slip;
import weft.rounds.model.Limit;
import weft.rounds.model.Note;

/** Rounds from the board to the sheet, with forms alone. */
class RoundPagesTest {
    private static final String ROUNDS = Requests.CIRCLE + "/rounds";
    private final SampleViews views = SampleViews.week();
    private Optional<RoundDay> held = Optional.empty();
    private Optional<RoundBusy> busy = Optional.empty();

    private Response send(Request request) {
        return switch (RoundPages.reply(request.withToken("t0ken"), views, Requests.MEANS, held, busy)) {
            case RoundReply.Show(Response response) -> response;
            case RoundReply.Keep keep -> {
                RoundDay day = keep.day();
                held = Optional.of(keep.plan() ? new RoundDay(day.date(), day.day().planned(Limit.steps(2_000), 1), day.before()) : day);
                yield keep.then().apply(held.get());
            }
            case RoundReply.Enough(Response response) -> {
                busy = Optional.empty();
                yield response;
            }
            case RoundReply.Forget(Response response) -> {
                held = Optional.empty();
                yield response;
            }
        };
    }

    private String get(String rest) {
        Response response = send(Request.get(ROUNDS + rest));
        assertThat(response.status()).as(rest).isEqualTo(200);
        return response.body().text();
    }

    private Response post(String rest, String form) {
        return send(Request.post(ROUNDS + rest, form));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private void plan() {
        plan(DayTable.exampleStops());
    }

    private void plan(String stops) {
        Response response = post("/plan", "stops=0&drivers=0&p0-name=Kitchen&table-stops=" + encoded(stops)
                + "&table-drivers=" + encoded(DayTable.exampleDrivers()));
        assertThat(response.status()).isEqualTo(303);
        assertThat(held).isPresent();
    }

    @Test
    void choosesFromTheBoard() {
        String page = get("");
        assertThat(page).contains("Needs", "you know the address", "you have not been let in", "name=\"thread\"");
    }

    @Test
    void takesOverWhatTheBoardKnows() {
        String page = get("");
        String root = page.substring(page.indexOf("name=\"thread\""));
        root = root.substring(root.indexOf("value=\"") + 7, root.indexOf("value=\"") + 71);
        assertThat(root).matches("[0-9a-f]{64}");
        assertThat(post("/choose", "thread=" + root).body().text()).contains("name=\"s0-name\"", "name=\"d0-name\"", "name=\"p0-spot\"");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(post("/plan", "stops=0&drivers=0").body().text()).contains("There is no stop yet");
        Response response = post("/plan", "stops=1&drivers=1&s0-name=Ana&s0-spot=nowhere&d0-name=Kim&s0-from=25h");
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.body().text()).contains("Ana needs a latitude and a longitude", "25h is not a time", "href=\"#f-s0-spot\"");
        assertThat(held).isEmpty();
    }

    @Test
    void theTablesFaultsBearTheRowsName() {
        String stops = DayTable.exampleStops().replace("11:00;13:30", "14:00;13:30");
        assertThat(post("/plan", "stops=0&drivers=0&table-stops=" + encoded(stops) + "&table-drivers=" + encoded(DayTable.exampleDrivers())).body().text())
                .contains("Household 1", "the window ends before it starts");
    }

    @Test
    void showsThePlanWithMapAndTimes() {
        plan();
        String page = get("");
        assertThat(page).contains("class=\"atlas map\"", "class=\"times\"", "Household 1", "Every stop is on a round", "Sheet to print");
        assertThat(page).contains("take for");
    }

    @Test
    void saysWhatAChangeCostsBeforeAndAfter() {
        plan();
        String driver = held.orElseThrow().day().driverOf("Household 1").orElseThrow();
        assertThat(get("/stop?name=Household+1")).contains("Hand it to " + (driver.equals("Kim") ? "Sasha" : "Kim"), "min on the road");
        post("/move", "stop=" + encoded("Household 2") + "&driver=Kim");
        assertThat(held.orElseThrow().day().driverOf("Household 2")).contains("Kim");
        assertThat(get("")).contains("What that changes", "Take it back");
        post("/off", "stop=" + encoded("Household 2"));
        assertThat(get("")).contains("taken off by hand", "One stop more is left over");
        post("/undo", "");
        assertThat(held.orElseThrow().day().driverOf("Household 2")).contains("Kim");
    }

    @Test
    void locksStayWhenItIsPlannedAgain() {
        plan();
        post("/move", "stop=" + encoded("Household 2") + "&driver=Kim");
        post("/lock", "stop=" + encoded("Household 2") + "&on=yes");
        post("/ill", "driver=Sasha");
        post("/again", "");
        assertThat(held.orElseThrow().day().driverOf("Household 2")).contains("Kim");
        assertThat(get("/stop?name=Household+2")).contains("Unlock").doesNotContain("Hand it to");
    }

    @Test
    void aSheetHasItsOwnStopsAlone() {
        plan();
        post("/move", "stop=" + encoded("Household 1") + "&driver=Kim");
        post("/move", "stop=" + encoded("Household 2") + "&driver=Sasha");
        String kim = get("/sheet/0");
        String sasha = get("/sheet/1");
        assertThat(kim).contains("Household 1", "What to take along").doesNotContain("Household 2");
        assertThat(sasha).contains("Household 2").doesNotContain("Household 1", "Bakery");
        Response file = send(Request.get(ROUNDS + "/sheet/0?file=1"));
        assertThat(file.headers().get("Content-Disposition")).startsWith("attachment");
        assertThat(file.body().text()).contains("<style>", "Household 1").doesNotContain("src=", "/assets/", "Household 2", "token");
    }

    @Test
    void aSheetSaysWhichDayItIsForAndWhereThePauseIs() {
        plan(DayTable.exampleStops() + "Household 3;bring;Kitchen South;52,4900;13,4330;15:30;16:00;5;1;;Kim;\n");
        String kim = get("/sheet/0");
        String heading = kim.substring(kim.indexOf("<h1>"), kim.indexOf("</h1>"));
        assertThat(heading).contains("Kim", Integer.toString(held.orElseThrow().date().getYear())).doesNotContain("today", "tomorrow");
        String stops = kim.substring(kim.indexOf("class=\"stops\""));
        assertThat(stops.indexOf("Pause at")).isBetween(0, stops.indexOf("Household 3"));
    }

    @Test
    void aPlaceWithoutASpotIsAskedForIt() {
        Response response = post("/plan", "stops=0&drivers=0&p1-name=Cellar&table-stops=" + encoded(DayTable.exampleStops())
                + "&table-drivers=" + encoded(DayTable.exampleDrivers()));
        assertThat(response.status()).isEqualTo(422);
        assertThat(response.body().text()).contains("Cellar needs a latitude");
    }

    @Test
    void aStopIsAddedOrItsFaultIsSaid() {
        plan();
        assertThat(post("/add", "s0-name=New&s0-spot=x").status()).isEqualTo(422);
        post("/add", "s0-name=New&s0-spot=52.52%2C+13.40&s0-at=" + encoded("Kitchen North"));
        assertThat(get("")).contains("not planned yet");
        post("/again", "");
        assertThat(held.orElseThrow().day().driverOf("New")).isPresent();
    }

    @Test
    void isForgottenWhenAskedAndWhenTheDayIsOver() {
        plan();
        RoundDay today = held.orElseThrow();
        held = Optional.of(new RoundDay(today.date().minusDays(1), today.day(), today.before()));
        assertThat(get("")).contains("name=\"thread\"").doesNotContain("Household 1");
        held = Optional.of(today);
        post("/forget", "");
        assertThat(held).isEmpty();
    }

    @Test
    void strangeRequestsChangeNothing() {
        plan();
        RoundDay before = held.orElseThrow();
        for (String target : new String[] {"/move", "/off", "/lock", "/keep", "/done", "/ill"}) {
            assertThat(post(target, "stop=nobody&driver=nowhere&on=yes").status()).as(target).isEqualTo(303);
        }
        assertThat(held).contains(before);
        assertThat(send(Request.get(ROUNDS + "/sheet/99")).status()).isEqualTo(404);
        assertThat(post("/strange", "").status()).isEqualTo(404);
    }

    @Test
    void phonesSayThatAComputerPlans() {
        assertThat(Requests.get(ROUNDS).body().text()).contains("planned on a computer");
    }

    @Test
    void everyNoteAndEverySlipHasWordsInEveryLanguage() {
        for (Language language : RoundWords.all()) {
            assertThat(Note.codes()).allSatisfy(code -> assertThat(language.has("rounds.why." + code)).as(code + " in " + language.tag()).isTrue());
            assertThat(Slip.codes()).allSatisfy(code -> assertThat(language.has("rounds.slip." + code)).as(code + " in " + language.tag()).isTrue());
        }
    }

    @Test
    void faultsOfTablesAreSaidInTheReadersLanguage() {
        String form = "stops=0&drivers=0&table-stops=" + encoded(DayTable.exampleStops().replace("11:00;13:30", "14:00;13:30")) + "&table-drivers="
                + encoded(DayTable.exampleDrivers());
        assertThat(send(Request.post(ROUNDS + "/plan?lang=fr", form)).body().text()).contains("la plage finit avant de commencer : de 14:00 à 13:30")
                .doesNotContain("window ends");
        assertThat(send(Request.post(ROUNDS + "/plan?lang=ar", form)).body().text()).contains("الوقت ينتهي قبل أن يبدأ");
    }

    @Test
    void whileItPlansThereIsOnePageAndAWayToTakeTheBestSoFar() {
        plan();
        RoundDay before = held.orElseThrow();
        busy = Optional.of(new RoundBusy(0.42, 3, 2));
        Response page = send(Request.get(ROUNDS));
        assertThat(page.body().text()).contains("42 % of the time", "has 3 rounds", "2 stops are left over", "Stop now and take the best so far")
                .doesNotContain("Household 1");
        assertThat(page.headers().get("Refresh")).startsWith("1");
        assertThat(post("/ill", "driver=Kim").status()).isEqualTo(303);
        assertThat(held).contains(before);
        assertThat(post("/enough", "").status()).isEqualTo(303);
        assertThat(get("")).contains("Household 1");
    }

    @Test
    void positionsAreFoundInWords() {
        assertThat(RoundTable.find("Rue X, https://osm.org/#map=18/50.85034/4.35171 ring twice")).map(RoundTable.Spot::text).contains("50.85034, 4.35171");
        assertThat(RoundTable.find("geo:50.85034,4.35171")).map(RoundTable.Spot::text).contains("50.85034, 4.35171");
        assertThat(RoundTable.find("Rue des Tanneurs 12, 2nd floor")).isEmpty();
    }
}
