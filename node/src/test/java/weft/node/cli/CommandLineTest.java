package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weft.node.boot.Weft;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;
import weft.wire.json.Json;

/** Every command against a running node; what it prints and with what code it ends. */
class CommandLineTest {
    @TempDir Path folder;

    private record Ended(int code, String out, String err) {
        String name() {
            return out.strip();
        }

        Json.Obj json() {
            return (Json.Obj) Json.read(out).orThrow();
        }
    }

    private Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Weft.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = folder.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new Ended(line.execute(all), out.toString(), err.toString());
    }

    @Test
    void aPostIsListedShownAndClosed() {
        try (ServedNode served = TestNode.open(folder)) {
            assertThat(run("list").out).isEmpty();
            assertThat(run("post", "need", "A ladder").err).contains("circle new");
            assertThat(run("circle", "new", "Lane").code).isZero();
            Ended post = run("post", "need", "A ladder", "--where", "Mill", "--aside", "3 Mill Lane", "--language", "en");
            assertThat(post.code).as(post.err).isZero();
            assertThat(post.name()).matches("[0-9a-f]{10}");
            assertThat(run("list").out).contains(post.name()).contains("A ladder").contains("(Mill)").contains("yours").doesNotContain("3 Mill Lane");
            assertThat(run("list", "--offers").out).doesNotContain("A ladder");
            assertThat(run("list", "--words", "ladder").out).contains("A ladder");
            assertThat(run("show", post.name()).out).contains("3 Mill Lane");
            assertThat(run("answer", post.name(), "me").code).isEqualTo(Stop.REFUSED);
            assertThat(run("admit", post.name(), "abcd").code).isEqualTo(Stop.REFUSED);
            assertThat(run("close", post.name()).code).isZero();
            assertThat(run("list").out).doesNotContain("A ladder");
            assertThat(run("list", "--ended").out).contains("A ladder").contains("done");
            assertThat(run("circle", "list").out).contains("Lane");
            assertThat(served.node().gate().name()).isEqualTo("OPEN");
        }
    }

    @Test
    void thingsPlacesSearchFitsAndNews() {
        try (ServedNode served = TestNode.open(folder)) {
            assertThat(run("things").err).contains("circle new");
            assertThat(run("news").out).isEqualTo("Nothing lately.\n");
            run("circle", "new", "Lane");
            Ended drill = run("thing", "new", "The big drill", "--kind", "tools");
            Ended shed = run("place", "new", "The shed");
            assertThat(drill.code + shed.code).as(drill.err + shed.err).isZero();
            assertThat(run("things").out).contains(drill.name() + "  The big drill (free)", shed.name() + "  The shed (a place)");
            assertThat(run("things", "--words", "shed").out).doesNotContain("drill");
            java.time.LocalDate today = java.time.LocalDate.now(java.time.ZoneId.systemDefault());
            assertThat(run("thing", "ask", drill.name(), "--from", today.plusDays(2).toString(), "--to", today.plusDays(3).toString()).code).isZero();
            assertThat(run("thing", "show", drill.name()).out).contains("asks: you, " + today.plusDays(2));
            assertThat(run("thing", "have", drill.name(), "--to", today.plusDays(3).toString()).code).isZero();
            assertThat(run("things").out).contains("with ");
            assertThat(run("thing", "show", "nope").code).isEqualTo(Stop.USAGE);
            assertThat(run("thing", "show", "0000").err).contains("./weft things");

            String need = run("post", "need", "A drill for shelves", "--kind", "tools").name();
            String offer = run("post", "offer", "Tools to lend", "--kind", "tools").name();
            run("doing", "new", "Drill evening", "--start", today.plusDays(1) + "T18:00", "--end", "21:00");
            assertThat(run("find", "drill").out).contains(need, drill.name() + "  thing  The big drill [Lane]", "doing  Drill evening [Lane]");
            assertThat(run("find", "drill", "--only", "things").out).contains("The big drill").doesNotContain("shelves", "evening");
            assertThat(run("find", "shed").out).contains("place  The shed");
            assertThat(run("find", "drill", "--only", "persons").code).isEqualTo(Stop.USAGE);
            assertThat(run("find", "drill", "--side", "need").out).contains("shelves").doesNotContain("The big drill");
            assertThat(run("find", "--json", "drill").json().get("things")).isPresent();
            assertThat(run("fits", need).out).contains(offer, "Tools to lend", "kind: tools");
            assertThat(run("news").out).as("what is near").contains("Drill evening").doesNotContain("shelves");
            assertThat(run("news", "--away", "--json").json().get("soon")).isPresent();
            assertThat(served.node().gate().name()).isEqualTo("OPEN");
        }
    }

    @Test
    void aDoingIsPutDownJoinedLeftAndFeedsACalendarProgram() throws Exception {
        try (ServedNode served = TestNode.open(folder)) {
            run("circle", "new", "Lane");
            java.time.LocalDate day = java.time.LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(2);
            Ended made = run("doing", "new", "Kitchen", "--start", day + "T18:00", "--end", "21:00", "--repeat", "weekly", "--shift",
                    "18:00-20:00 Cooking 4", "--bring", "A pot",
                    "--where", "The old school");
            assertThat(made.code).as(made.err).isZero();
            assertThat(run("calendar").out).contains(made.name()).contains(day + " 18:00  Kitchen (The old school)").contains(day.plusDays(7).toString());
            assertThat(run("doing", "join", made.name(), "--shift", "1", "--every-time").out).contains(day.toString());
            assertThat(run("doing", "show", made.name()).out).contains("shift-1").contains("hands welcome: 4").contains("you, every time")
                    .contains("bring-1").contains("nobody yet");
            assertThat(run("calendar").out).contains("you come");
            assertThat(run("doing", "leave", made.name(), "--shift", "1").code).isZero();
            assertThat(run("doing", "show", made.name()).out).contains("can't after all");
            assertThat(run("doing", "join", made.name(), "--on", day.plusDays(1).toString()).code).isEqualTo(Stop.REFUSED);
            assertThat(run("rest", "--until", day.toString()).out).contains(day.toString());
            assertThat(run("rest", "--until", "soon").code).isEqualTo(Stop.USAGE);
            assertThat(run("rest").code).isZero();

            java.nio.file.Path file = java.nio.file.Files.writeString(folder.resolve("other.ics"), "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Jam\r\nDTSTART:"
                    + day.toString().replace("-", "")
                    + "T170000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Hourly\r\nDTSTART:20261205T170000Z\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
            assertThat(run("calendar", "import", file.toString(), "--only-look").out).contains("would come: ").contains("left out (rule): Hourly");
            assertThat(run("calendar").out).doesNotContain("Jam");
            assertThat(run("calendar", "import", file.toString()).out).contains("came: ");
            assertThat(run("calendar").out).contains("Jam");

            weft.core.peer.Outcome outcome = served.node().shell().orElseThrow().wish(new weft.core.peer.Command.CalendarAddress(true)).join();
            assertThat(outcome).isEqualTo(new weft.core.peer.Outcome.Done());
            String secret = served.node().shell().orElseThrow().look(views -> views.ownCalendar().feed().orElseThrow().hex()).join();
            assertThat(fetched(served, "/feed/" + secret + ".ics")).startsWith("200 text/calendar").contains("SUMMARY:Kitchen").contains("SUMMARY:Jam");
            assertThat(fetched(served, "/feed/" + "0".repeat(32) + ".ics")).startsWith("404").doesNotContain("Kitchen");
            served.node().shell().orElseThrow().wish(new weft.core.peer.Command.CalendarAddress(true)).join();
            assertThat(fetched(served, "/feed/" + secret + ".ics")).as("replaced").startsWith("404");
            assertThat(run("doing", "call-off", made.name()).code).isZero();
            assertThat(run("calendar").out).doesNotContain("Kitchen");
        }
    }

    private static String fetched(ServedNode served, String path) throws Exception {
        try (var client = java.net.http.HttpClient.newHttpClient()) {
            var response = client.send(java.net.http.HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + served.web().port() + path)).build(),
                    java.net.http.HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.headers().firstValue("Content-Type").orElse("") + "\n" + response.body();
        }
    }

    @Test
    void whatIsHiddenIsListedAndShownAgainAndNamesAreTurnedOff() {
        try (ServedNode served = TestNode.open(folder)) {
            run("circle", "new", "Lane");
            String soup = run("post", "offer", "Soup").name();
            assertThat(run("unhide").out).contains("Nothing is hidden");
            assertThat(run("hide", soup).code).isZero();
            assertThat(run("list").out).doesNotContain("Soup");
            assertThat(run("unhide", "beef").code).isEqualTo(Stop.REFUSED);
            assertThat(run("unhide").out).contains(soup).contains("Soup");
            assertThat(run("unhide", soup).code).isZero();
            assertThat(run("list").out).contains("Soup");
            assertThat(run("say", soup, "at the back door").code).isZero();
            assertThat(run("show", soup).out).contains("at the back door");
            assertThat(run("let-out", soup, "abcd").err).contains("a voice that you let in");
            assertThat(run("circle", "names").out).contains("are told");
            assertThat(run("circle", "names", "off").out).contains("Nobody is told");
            assertThat(run("circle", "names", "perhaps").code).isEqualTo(Stop.USAGE);
            assertThat(served.web().port()).isPositive();
        }
    }

    @Test
    void anInvitationGoesIntoAFileAndItsOwnNodeCantFollowIt() throws Exception {
        Path file = folder.resolve("out").resolve("invitation.txt");
        Files.createDirectory(file.getParent());
        try (ServedNode served = TestNode.open(folder.resolve("node"))) {
            folder = folder.resolve("node");
            run("circle", "new", "Lane");
            java.io.InputStream typed = System.in;
            try {
                System.setIn(new java.io.ByteArrayInputStream("nine green herons\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                Ended made = run("circle", "invite", "--file", file.toString());
                assertThat(made.code).as(made.err).isZero();
                assertThat(Files.readString(file)).startsWith("weft-file:");
                System.setIn(new java.io.ByteArrayInputStream("nine grey herons\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                assertThat(run("circle", "join", file.toString()).err).contains("does not open the file");
                System.setIn(new java.io.ByteArrayInputStream("nine green herons\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                assertThat(run("circle", "join", file.toString()).err).contains("already");
            } finally {
                System.setIn(typed);
            }
            assertThat(run("circle", "invite", "--file", file.toString()).err).contains("There is a file");
            assertThat(run("circle", "join", "no-such-file").err).contains("neither");
            assertThat(served.web().port()).isPositive();
        }
    }

    @Test
    void jsonComesWhereverItIsAskedFor() {
        try (ServedNode served = TestNode.open(folder)) {
            assertThat(run("--json", "circle", "new", "Lane").json().text("circle").orElseThrow()).hasSize(64);
            assertThat(run("circle", "list", "--json").json().get("circles")).isPresent();
            assertThat(run("post", "offer", "Soup", "--json").json().text("thread").orElseThrow()).hasSize(64);
            assertThat(run("--json", "list").json().get("boards")).isPresent();
            assertThat(run("circle", "invite", "--json").json().text("link").orElseThrow()).startsWith("weft:");
            assertThat(served.web().port()).isPositive();
        }
    }

    @Test
    void withoutANodeEveryCommandSaysSo() {
        for (String[] command : new String[][] {{"list"}, {"show", "abcd"}, {"circle", "list"}, {"post", "need", "x"}}) {
            Ended ended = run(command);
            assertThat(ended.code).isEqualTo(Stop.REFUSED);
            assertThat(ended.err.strip()).startsWith("No Weft is running").doesNotContain("Exception");
        }
    }

    @Test
    void aShutVaultIsSaidToBeShut() {
        try (ServedNode served = ServedNode.start(TestNode.setting(folder), 0)) {
            Ended ended = run("list");
            assertThat(ended.code).isEqualTo(Stop.REFUSED);
            assertThat(ended.err).doesNotContain("Exception").isNotBlank();
            assertThat(served.node().shell()).isEmpty();
        }
    }

    @Test
    void whatIsNotUnderstoodEndsWithTwo() {
        assertThat(run("nonsense").code).isEqualTo(Stop.USAGE);
        assertThat(run("post", "wish", "x").code).isEqualTo(Stop.USAGE);
        assertThat(run("--port", "70000").code).isEqualTo(Stop.USAGE);
    }

    @Test
    void helpIsCompleteAndEachCommandHasItsOwn() {
        String help = run("--help").out;
        for (String word : new String[] {"post", "list", "show", "answer", "admit", "close", "circle", "relay", "demo", "calendar", "doing", "rest",
                "--data", "--port", "--json", "--version"}) {
            assertThat(help).contains(word);
        }
        assertThat(help).doesNotContain("warm");
        for (String word : new String[] {"post", "list", "show", "answer", "admit", "close", "circle", "relay", "demo", "calendar", "doing", "rest"}) {
            assertThat(run(word, "--help").code).as(word).isZero();
        }
        assertThat(run("--version").out).startsWith("weft");
    }

    @Test
    void aTerminalIsNotDrivenByOthersWords() {
        assertThat(Words.line("a\u001b[2Jb\nc\u202ed\u0007")).isEqualTo("a [2Jb c d ");
    }

    @Test
    void aRunFileOfAStoppedNodeIsNoNode() throws Exception {
        Files.writeString(folder.resolve("running.json"), "{\"port\":1,\"token\":\"x\",\"process\":1}");
        assertThat(run("list").err).startsWith("No Weft is running");
        Files.writeString(folder.resolve("running.json"), "{\"port\":");
        assertThat(run("list").err).startsWith("No Weft is running");
    }
}
