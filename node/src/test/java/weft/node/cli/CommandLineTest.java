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
        for (String word : new String[] {"post", "list", "show", "answer", "admit", "close", "circle", "relay", "demo", "--data", "--port", "--json", "--version"}) {
            assertThat(help).contains(word);
        }
        assertThat(help).doesNotContain("warm");
        for (String word : new String[] {"post", "list", "show", "answer", "admit", "close", "circle", "relay", "demo"}) {
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
