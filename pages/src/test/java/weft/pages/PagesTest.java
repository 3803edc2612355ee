package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weft.core.entry.Entry;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.peer.Command;
import weft.primitives.Bytes;
import weft.core.peer.Outcome;
import weft.core.view.Ref;
import weft.pages.text.Language;
import weft.pages.text.Languages;
import weft.wire.event.Day;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Every path, every form, every refusal. */
class PagesTest {
    static List<String> targets() {
        String c = Requests.CIRCLE;
        List<String> out = new ArrayList<>(List.of("/", "/circles/new", "/join", "/join?link=weft:1/abc", "/settings", c, c
                + "?side=need&kind=food&q=soup&ended=1",
                c + "?page=2", c + "/post", c + "/post?side=offer", c + "/invite", c + "/settings", c + "/leave", c + "/regroup", c + "/regroup?all=1",
                "/people",
                "/offers/" + SampleViews.key(80).hex()));
        out.addAll(List.of("/calendar", "/calendar?view=week", c + "/calendar", c + "/calendar?view=day&on=2026-11-24", c + "/calendar?view=list", c
                + "/doing", c + "/import",
                c + "/blank", c + "/d/" + SampleViews.key(600).hex(), c + "/d/" + SampleViews.key(600).hex() + "?on=2026-12-08", c + "/d/"
                + SampleViews.key(600).hex() + "/revise",
                c + "/d/" + SampleViews.key(600).hex() + "/call-off", c + "/d/" + SampleViews.key(601).hex()));
        for (int thread = 10; thread <= 17; thread++) {
            out.add(Requests.thread(thread));
        }
        out.addAll(List.of("/find", "/find?circle=" + SampleViews.CIRCLE.hex(), Requests.thread(10) + "/fits"));
        for (String act : List.of("revise", "close", "close?ending=no-longer", "extend", "withdraw", "hide")) {
            out.add(Requests.thread(13) + "/" + act);
        }
        SampleViews.week().invitations().forEach(one -> out.add("/i/" + one.id().hex()));
        return out;
    }

    @Test
    void wordsThatAreLookedForStandInNoAddress() {
        String board = Requests.page(Request.get(Requests.CIRCLE), SampleViews.week()).body().text();
        assertThat(board).contains("action=\"/find\"").doesNotContain("name=\"q\"");
        assertThat(Requests.page(Request.get(Requests.CIRCLE + "?q=xyzzy"), SampleViews.week()).body().text()).contains("Soup for two days");
        Response found = Requests.page(Request.post("/find", "words=sou&typing=1"), SampleViews.week());
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().text()).contains("Soup for two days").contains("One found").doesNotContain("?words");
        assertThat(Requests.page(Request.post("/find", "words=zzz"), SampleViews.week()).body().text()).contains("Nothing was found");
        assertThat(Requests.page(Request.post("/find", "words=soup").asJson(), SampleViews.week()).body().text()).contains("\"all\":1")
                .contains("\"inside\":false");
        assertThat(Requests.page(Request.post("/find", "words=soup&from=tomorrow").asJson(), SampleViews.week()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyPageAnswersInEveryLanguageAndStaysSmall(String target) {
        for (Language language : Languages.all()) {
            Response response = Requests.page(Request.get(target).withLanguage(language.tag()), SampleViews.week());
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().size()).isLessThan(100_000);
            String html = response.body().text();
            assertThat(html).contains("<html lang=\"" + language.tag() + "\" dir=\"" + language.direction() + "\">");
            assertThat(html).containsOnlyOnce("<main ").containsOnlyOnce("<h1");
            assertThat(html).doesNotContainPattern("\\{[a-z]+}");
            assertThat(html).doesNotContain("style=").doesNotContainPattern("<[^>]+ on[a-z]+=");
            if (html.contains("method=\"post\"")) {
                assertThat(html.split("method=\"post\"", -1)).hasSameSizeAs(html.split("name=\"token\" value=\"t0ken\"", -1));
            }
        }
    }

    @Test
    void aSurgeOf450NeedsStaysUnder100kBAPage() {
        for (String page : List.of("", "?page=9", "?page=10", "?page=99999", "?page=x", "?page=-1")) {
            Response response = Requests.page(Request.get(Requests.CIRCLE + page).withLanguage("ar"), SampleViews.surge(450));
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body().size()).isLessThan(100_000);
        }
        assertThat(Requests.page(Request.get(Requests.CIRCLE + "?page=2"), SampleViews.surge(450)).body().text()).contains("2 of 10").contains("page=3");
        assertThat(Requests.page(Request.get(Requests.CIRCLE + "?page=99"), SampleViews.surge(450)).body().text()).contains("10 of 10")
                .doesNotContain("page=11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "//", "/nothing", "/c", "/c/", "/settings/", "/circles", "/i", "/i/zz", "/i/", "/%2e%2e/", "/join/x", "/c/00",
            "/c/zz/post"})
    void whatIsNoPathIsNotFound(String path) {
        assertThat(Requests.get(path).status()).isEqualTo(404);
        assertThat(Requests.page(Request.get(path).asJson(), SampleViews.week()).contentType()).isEqualTo("application/json");
    }

    @Test
    void deeperPathsAreStrict() {
        for (String tail : List.of("/nothing", "/post/", "/t", "/t/", "/t/00", "/list.txt/x")) {
            assertThat(Requests.get(Requests.CIRCLE + tail).status()).as(tail).isEqualTo(404);
        }
        for (String tail : List.of("/nothing", "/", "/close/x")) {
            assertThat(Requests.get(Requests.thread(13) + tail).status()).as(tail).isEqualTo(404);
        }
    }

    @Test
    void theWrongMethodIsSaidToBeWrong() {
        for (String get : List.of("/language", "/date", Requests.thread(13) + "/admit", Requests.thread(13) + "/answer", Requests.thread(13) + "/aside")) {
            assertThat(Requests.get(get).status()).as(get).isEqualTo(405);
        }
        for (String post : List.of("/", "/settings", Requests.CIRCLE, Requests.CIRCLE + "/list.txt", Requests.thread(13), "/i/" + SampleViews.key(90).hex())) {
            assertThat(Requests.page(Request.post(post, ""), SampleViews.week()).status()).as(post).isEqualTo(405);
        }
        Request delete = new Request("DELETE", "/", Map.of(), Map.of(), "", Optional.empty(), ZoneId.of("UTC"), false, "", Optional.empty());
        assertThat(Requests.page(delete, SampleViews.week()).status()).isEqualTo(405);
    }

    @Test
    void aNeedIsPosted() {
        String form = "side=need&title=Soup+for%20two&text=a%0D%0Ab&kind=FOOD&where=Market&point=50.85123,4.35123&from=2026-11-24T10%3A00&until=2026-11-24T12:00"
                + "&language=fr&language=ti&forWhom=other&lastDay=2026-11-30&aside=14+Long+Lane";
        Command.Post post = (Command.Post) Requests.command(Requests.CIRCLE + "/post", form);
        assertThat(post.ask().side()).isEqualTo(Side.NEED);
        assertThat(post.ask().title()).isEqualTo("Soup for two");
        assertThat(post.ask().text()).isEqualTo("a\nb");
        assertThat(post.ask().kind()).isEqualTo("food");
        assertThat(post.ask().where().orElseThrow().point()).contains(Point.blurred(50.85123, 4.35123));
        assertThat(post.ask().from()).contains(1_795_514_400L);
        assertThat(post.ask().until()).contains(1_795_521_600L);
        assertThat(post.ask().languages()).containsExactly("fr", "ti");
        assertThat(post.ask().forSomeoneElse()).isTrue();
        assertThat(post.lastDay()).isEqualTo(Day.at(SampleViews.NOW).plus(7));
        assertThat(post.aside()).isEqualTo("14 Long Lane");
    }

    @Test
    void timesAreThoseOfTheReadersZone() {
        Request request = Request.post(Requests.CIRCLE + "/post", "side=offer&title=x&from=2026-11-24T10:00");
        Request paris = new Request("POST", request.path(), Map.of(), request.form(), "", Optional.empty(), ZoneId.of("Europe/Paris"), false, "", Optional.empty());
        Command.Post post = (Command.Post) Requests.act(paris, SampleViews.week()).command();
        assertThat(post.ask().from()).contains(1_795_514_400L - 3600);
        assertThat(post.lastDay()).isEqualTo(Day.at(SampleViews.NOW).plus(14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title=|title", "side=|side", "side=both|side", "from=yesterday|from", "until=2026-11-24T25:00|until",
            "from=2026-11-24T12:00&until=2026-11-24T11:00|until",
        "lastDay=2026-11-22|lastDay", "lastDay=2029-01-01|lastDay", "lastDay=2026-02-30|lastDay", "until=2026-12-24&lastDay=2026-12-01|lastDay",
        "language=%3Cb%3E|language",
        "point=north|where", "point=91,0|where"})
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(String wrong) {
        String[] parts = wrong.split("\\|");
        String form = "side=need&title=Kept+title&text=Kept+%3Ctext%3E&aside=Kept+aside&" + parts[0];
        Request request = Request.post(Requests.CIRCLE + "/post", lastWins(form));
        Response html = Requests.page(request, SampleViews.week());
        assertThat(html.status()).isEqualTo(422);
        String page = html.body().text();
        assertThat(page).contains("id=\"faults\"", "href=\"#f-" + parts[1] + "\"", "id=\"e-" + parts[1] + "\"").contains("Kept &lt;text&gt;", "Kept aside");
        Json.Obj json = object(Requests.page(request.asJson(), SampleViews.week()));
        assertThat(json.get("ok")).contains(Json.of(false));
        assertThat(((Json.Obj) json.get("fields").orElseThrow()).members()).containsKey(parts[1]);
    }

    private static String lastWins(String form) {
        Map<String, List<String>> fields = Request.fields(form);
        StringBuilder out = new StringBuilder();
        fields.forEach((name, values) -> out.append(name).append('=').append(values.getLast().replace(" ", "+").replace("<", "%3C").replace(">", "%3E"))
                .append('&'));
        return out.toString();
    }

    @Test
    void everyOtherFormBecomesItsCommand() {
        Ref ref = new Ref(SampleViews.CIRCLE, SampleViews.key(13));
        assertThat(Requests.command(Requests.thread(13) + "/admit", "voice=" + SampleViews.key(314).hex()))
                .isEqualTo(new Command.Admit(ref, SampleViews.key(314)));
        assertThat(Requests.command(Requests.thread(13) + "/aside", "aside=hello")).isEqualTo(new Command.SayAside(ref, "hello"));
        assertThat(Requests.command(Requests.thread(13) + "/answer", "answer=+I+can+")).isEqualTo(new Command.Answer(ref, "I can"));
        assertThat(Requests.command(Requests.thread(13) + "/close", "ending=done")).isEqualTo(new Command.Close(ref, Entry.Ending.DONE));
        assertThat(Requests.command(Requests.thread(13) + "/close", "ending=no-longer")).isEqualTo(new Command.Close(ref, Entry.Ending.NO_LONGER));
        assertThat(Requests.command(Requests.thread(13) + "/extend", "lastDay=2027-01-31")).isInstanceOf(Command.Extend.class);
        assertThat(Requests.command(Requests.thread(13) + "/hide", "")).isEqualTo(new Command.Hide(ref));
        assertThat(Requests.command(Requests.thread(14) + "/withdraw", ""))
                .isEqualTo(new Command.Withdraw(new Ref(SampleViews.CIRCLE, SampleViews.key(14)), SampleViews.key(314)));
        assertThat(Requests.command(Requests.thread(13) + "/revise", "side=need&title=New")).isInstanceOf(Command.Revise.class);
        assertThat(Requests.command(Requests.CIRCLE + "/invite", "")).isEqualTo(new Command.CircleInvite(SampleViews.CIRCLE));
        Bytes amina = SampleViews.key(70);
        assertThat(Requests.command("/people/" + amina.hex(), "name=Amina")).isEqualTo(new Command.AcquaintanceName(amina, "Amina"));
        assertThat(Requests.command(Requests.CIRCLE + "/names", "on=0")).isEqualTo(new Command.TellNames(SampleViews.CIRCLE, false));
        assertThat(Requests.command(Requests.CIRCLE + "/leave", "sure=1")).isEqualTo(new Command.CircleLeave(SampleViews.CIRCLE));
        assertThat(Requests.command(Requests.CIRCLE + "/regroup", "name=Again&with=" + amina.hex()))
                .isEqualTo(new Command.CircleRegroup(SampleViews.CIRCLE, "Again", List.of(amina)));
        String offer = "/offers/" + SampleViews.key(80).hex();
        assertThat(Requests.command(offer, "name=Again&with=" + amina.hex()))
                .isEqualTo(new Command.RegroupFollow(SampleViews.key(80), "Again", List.of(amina)));
        assertThat(Requests.command(offer + "/ignore", "")).isEqualTo(new Command.RegroupIgnore(SampleViews.key(80)));
        assertThat(Requests.command(Requests.thread(13) + "/let-out", "voice=" + amina.hex()))
                .isEqualTo(new Command.LetOut(new weft.core.view.Ref(SampleViews.CIRCLE, SampleViews.key(13)), amina));
        assertThat(Requests.command(Requests.CIRCLE + "/unhide", "thread=" + SampleViews.key(10).hex()))
                .isEqualTo(new Command.Unhide(new weft.core.view.Ref(SampleViews.CIRCLE, SampleViews.key(10))));
        assertThat(Requests.command(Requests.CIRCLE + "/settings", "name=Ours")).isEqualTo(new Command.CircleRename(SampleViews.CIRCLE, "Ours"));
        assertThat(Requests.command("/circles/new", "name=Street&relays=wss://a.example%0D%0Aws://b.example&grace=3"))
                .isEqualTo(new Command.CircleNew("Street", List.of("wss://a.example", "ws://b.example"), 3));
        assertThat(Requests.command("/circles/new", "name=Street")).isEqualTo(new Command.CircleNew("Street", List.of(), 1));
        assertThat(Requests.command("/join", "link=weft:1/abc&name=Theirs")).isEqualTo(new Command.CircleJoin("weft:1/abc", "Theirs"));
        assertThat(Requests.command("/date", "")).isEqualTo(new Command.ConfirmDate());
    }

    @Test
    void faultyFormsAreNotActedOn() {
        for (String[] one : new String[][] {{"/circles/new", "name="}, {"/circles/new", "name=x&relays=http://a"}, {"/circles/new", "name=x&grace=29"},
            {"/join", "link=&name=x"}, {"/join", "link=http://x&name=x"}, {"/join", "link=weft:x&name="}, {Requests.CIRCLE + "/settings", "name="},
            {Requests.thread(10) + "/answer", "answer=+"}, {Requests.thread(13) + "/aside", "aside="}, {Requests.thread(13) + "/extend", "lastDay="},
            {Requests.thread(13) + "/extend", "lastDay=2026-12-07"}, {Requests.thread(10) + "/answer", "answer=" + "x".repeat(10_001)}}) {
            assertThat(Requests.page(Request.post(one[0], one[1]), SampleViews.week()).status()).as(one[0] + " " + one[1]).isEqualTo(422);
        }
        assertThat(Requests.page(Request.post(Requests.thread(13) + "/close", "ending=perhaps"), SampleViews.week()).status()).isEqualTo(400);
        assertThat(Requests.page(Request.post(Requests.thread(13) + "/admit", "voice=zz"), SampleViews.week()).status()).isEqualTo(409);
        assertThat(Requests.page(Request.post("/language", "language=tlh"), SampleViews.week()).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(Outcome.Refusal.class)
    void everyRefusalHasOneSentenceInEveryLanguage(Outcome.Refusal why) {
        for (Language language : Languages.all()) {
            assertThat(language.has(Acts.key(why))).as(why + " in " + language.tag()).isTrue();
        }
        String sentence = Languages.all().getFirst().say(Acts.key(why)).replace("'", "&#39;");
        for (String[] one : new String[][] {{Requests.CIRCLE + "/post", "side=need&title=Kept"}, {Requests.thread(13) + "/answer", "answer=Kept"},
            {Requests.thread(13) + "/aside", "aside=Kept"}, {"/join", "link=weft:Kept&name=x"}, {"/circles/new", "name=Kept"},
            {Requests.thread(13) + "/extend", "lastDay=2027-01-31"}, {Requests.thread(13) + "/admit", "voice=" + SampleViews.key(3).hex()}}) {
            Response html = Requests.refused(one[0], one[1], why, false);
            assertThat(html.status()).as(one[0]).isBetween(400, 499);
            assertThat(html.body().text().replace("'", "&#39;")).as(one[0]).contains(sentence);
            Json.Obj json = object(Requests.refused(one[0], one[1], why, true));
            assertThat(json.text("error")).contains(Jsons.code(why));
            assertThat(json.text("text")).contains(Languages.all().getFirst().say(Acts.key(why)));
        }
    }

    @Test
    void outcomesLeadOnwards() {
        Ref ref = new Ref(SampleViews.CIRCLE, SampleViews.key(77));
        Reply.Act post = Requests.act(Request.post(Requests.CIRCLE + "/post", "side=need&title=x"), SampleViews.week());
        Response on = post.then().apply(new Outcome.DoneThread(ref));
        assertThat(on.status()).isEqualTo(303);
        assertThat(on.headers()).containsEntry("Location", Requests.thread(77));
        Reply.Act json = Requests.act(Request.post(Requests.CIRCLE + "/post", "side=need&title=x").asJson(), SampleViews.week());
        Json.Obj done = object(json.then().apply(new Outcome.DoneThread(ref)));
        assertThat(done.get("ok")).contains(Json.of(true));
        assertThat(done.text("thread")).contains(SampleViews.key(77).hex());
        assertThat(done.text("circle")).contains(SampleViews.CIRCLE.hex());
    }

    @Test
    void viewsAreJsonToo() {
        Json.Obj board = object(Requests.page(Request.get(Requests.CIRCLE).asJson(), SampleViews.week()));
        assertThat(((Json.Arr) board.get("threads").orElseThrow()).items()).hasSize(5);
        Json.Obj thread = object(Requests.page(Request.get(Requests.thread(14)).asJson(), SampleViews.week()));
        assertThat(thread.get("aside").orElseThrow().write()).contains("14 Long Lane");
        Json.Obj start = object(Requests.page(Request.get("/").asJson(), SampleViews.week()));
        assertThat(start.members()).containsOnlyKeys("now", "circles", "invitations", "offers", "node");
        Json.Obj met = object(Requests.page(Request.get("/i/" + SampleViews.key(91).hex()).asJson(), SampleViews.week()));
        assertThat(((Json.Arr) met.get("checkWords").orElseThrow()).items()).hasSize(4);
    }

    /** Ten pixels by ten, as its head says. */
    private static weft.primitives.Bytes webp() {
        return weft.primitives.Bytes.utf8("RIFF0000WEBPVP8X").then(weft.primitives.Bytes.ofUnsigned(10, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 9, 0, 0, 0, 0));
    }

    @Test
    void picturesAreServedFromTheirThread() {
        SampleViews views = SampleViews.week();
        weft.core.entry.Ask plain = SampleViews.ask(Side.OFFER, "A chair", "", "", "");
        List<weft.core.entry.Photo> photos = List.of(new weft.core.entry.Photo("image/webp", webp(), "It \"creaks\""),
                new weft.core.entry.Photo("image/svg+xml", weft.primitives.Bytes.of(new byte[] {3}), ""));
        views.add(50, new weft.core.entry.Ask(plain.side(), plain.title(), "", "", plain.from(), plain.until(), plain.where(), plain.languages(), false,
                photos),
                weft.core.view.Stage.OPEN, new weft.core.view.Name.Me(), true, true);
        assertThat(Requests.page(Request.get(Requests.thread(50)), views).body().text()).contains("/photo-0\" alt=\"It &quot;creaks&quot;\"");
        Response photo = Requests.page(Request.get(Requests.thread(50) + "/photo-0"), views);
        assertThat(photo.contentType()).isEqualTo("image/webp");
        assertThat(photo.headers()).containsEntry("Cache-Control", "no-store");
        for (String other : List.of("/photo-1", "/photo-2", "/photo-", "/photo-x", "/photo--1")) {
            assertThat(Requests.page(Request.get(Requests.thread(50) + other), views).status()).as(other).isEqualTo(404);
        }
    }

    @Test
    void languageIsKeptByTheShell() {
        assertThat(Pages.reply(Request.post("/language", "language=ar"), SampleViews.week(), Requests.MEANS)).isInstanceOf(Reply.KeepLanguage.class)
                .satisfies(reply -> assertThat(((Reply.KeepLanguage) reply).language()).isEqualTo("ar"));
        assertThat(backFrom(Requests.CIRCLE)).isEqualTo(Requests.CIRCLE);
        for (String elsewhere : List.of("", "//evil.example", "https://evil.example", "/%0D%0ASet-Cookie:x", "/\\evil.example", "javascript:x")) {
            assertThat(backFrom(elsewhere)).as(elsewhere).isEqualTo("/settings");
        }
    }

    private static String backFrom(String path) {
        Reply reply = Pages.reply(Request.post("/language", "language=ar&back=" + path), SampleViews.week(), Requests.MEANS);
        return ((Reply.KeepLanguage) reply).response().headers().getOrDefault("Location", "");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void everyDoorHasAPage(Door door) {
        for (Language language : Languages.all()) {
            Response response = Pages.door(Request.get("/").withLanguage(language.tag()), door);
            assertThat(response.body().text()).contains("<h1>").doesNotContain("{n}");
            Json.Obj told = object(Pages.door(Request.get("/").asJson(), door));
            if (door == Door.CHANGED) {
                assertThat(told.write()).contains("\"ok\":true");
            } else {
                assertThat(told.text("error")).contains(Jsons.code(door));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void everyTroubleHasAPage(Trouble trouble) {
        for (Language language : Languages.all()) {
            assertThat(Pages.trouble(Request.get("/").withLanguage(language.tag()), trouble).status()).isEqualTo(trouble.status());
        }
    }

    @Test
    void thePlainListLeadsToNobody() {
        SampleViews views = SampleViews.week();
        views.add(30, SampleViews.ask(Side.NEED, "Call\n0470 12 34 56 or +32470123456 or me@example.org, see https://x.example/a", "14 Long Lane", "food",
                "Market"),
                weft.core.view.Stage.OPEN, new weft.core.view.Name.Known("Amina"), false, true);
        String list = Requests.page(Request.get(Requests.CIRCLE + "/list.txt"), views).body().text();
        assertThat(list).contains("• Soup for two days (food, tomorrow, 10:00 to 12:00, Near the old market)");
        assertThat(list).doesNotContain("Amina", "Long Lane", "@", "://", "123456", "32470", "Rue des Tanneurs");
    }

    @Test
    void assetsAreThereAndNothingElse() {
        for (String path : List.of("/assets/weft.css", "/assets/weft.js", "/assets/icon.svg", "/assets/icon-maskable.svg", "/assets/manifest.json")) {
            assertThat(Pages.asset(path)).as(path).isPresent();
        }
        assertThat(Pages.asset("/assets/../weft.css")).isEmpty();
        assertThat(Json.read(Pages.asset("/assets/manifest.json").orElseThrow().body().text().strip())).isInstanceOf(Checked.Good.class);
    }

    private static Json.Obj object(Response response) {
        assertThat(response.contentType()).isEqualTo("application/json");
        return (Json.Obj) Json.read(response.body().text().strip()).orThrow();
    }
}
