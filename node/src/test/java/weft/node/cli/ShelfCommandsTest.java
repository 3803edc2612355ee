package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weft.node.boot.Weft;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

/** Practices on the command line: out of files onto a shelf, and from a shelf into files, books and the open net. */
class ShelfCommandsTest {
    private static final String TEXT = "---\ntitle: Soup in the yard\nlanguage: en\nfor: 40\nmaterials: big pot\n---\n\n# Soup in the yard\n\n| what | for 40 |\n|---|---|\n"
            + "| lentils | 3 kg |\n";

    @TempDir Path temp;

    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Weft.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = temp.resolve("node").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new Ended(line.execute(all), out.toString(), err.toString());
    }

    private static List<Path> files(Path folder) throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void outOfAFileOntoAShelfAndBackInEachForm() throws Exception {
        Path file = Files.writeString(temp.resolve("soup.md"), TEXT);
        try (ServedNode served = TestNode.open(temp.resolve("node"))) {
            assertThat(run("practices", "shelf").err).contains("circle new");
            run("circle", "new", "Lane");
            Ended put = run("practices", "put", file.toString());
            assertThat(put.code).as(put.err).isZero();
            assertThat(run("practices", "shelf").out).contains("Soup in the yard").contains("kept");
            assertThat(run("practices", "shelf", "--words", "LENTILS yard").out).contains("Soup");
            assertThat(run("practices", "shelf", "--words", "bicycle").out).isEmpty();
            assertThat(run("practices", "read", "Soup in the yard", "--for", "120").out).contains("9 kg").contains("for 120");
            assertThat(run("practices", "tell", "Soup in the yard", "We were seventy.").code).isZero();
            assertThat(run("practices", "read", "soup in the yard").out).contains("We were seventy.");
            assertThat(run("practices", "keep", "Soup in the yard", "--no-more").code).isZero();
            assertThat(run("practices", "shelf").out).doesNotContain("kept");
            assertThat(run("practices", "read", "Cake").err).contains("called so");

            run("circle", "new", "Harbour");
            assertThat(run("practices", "carry", "Soup in the yard", "--to", "Harbour").code).isZero();
            assertThat(run("practices", "shelf", "--circle", "Harbour").out).contains("Soup in the yard");

            for (String form : List.of("markdown", "epub", "html")) {
                Path out = temp.resolve(form);
                assertThat(run("practices", "give", out.toString(), "--circle", "Harbour", "--as", form).code).isZero();
                Path one = files(out).getFirst();
                assertThat(Files.size(one)).isPositive();
                String again = "Again " + form;
                run("circle", "new", again);
                Ended back = run("practices", "put", out.toString(), "--circle", again);
                assertThat(back.code).as(form + " " + back.err).isZero();
                Ended given = run("practices", "give", temp.resolve("again-" + form).toString(), "--circle", again);
                assertThat(given.code).as(given.err).isZero();
                assertThat(Files.readString(files(temp.resolve("again-" + form)).getFirst())).as("%s, there and back", form).isEqualTo(TEXT);
            }
            Path foreign = Files.writeString(temp.resolve("foreign.html"), "<h1>Bread for all</h1><p>Knead.</p>");
            Ended taken = run("practices", "put", foreign.toString(), "--circle", "Lane");
            assertThat(taken.code).as(taken.err).isZero();
            assertThat(run("practices", "shelf", "--circle", "Lane").out).contains("Bread for all").doesNotContain("foreign");
            Path empty = Files.writeString(temp.resolve("empty.html"), "<!doctype html><title>A shop</title><div id=app></div><script>start()</script>");
            for (Ended refused : List.of(run("practices", "put", empty.toString(), "--circle", "Lane"), run("booklet", empty.toString()))) {
                assertThat(refused.code).isEqualTo(Stop.REFUSED);
                assertThat(refused.err).contains("empty.html holds no text").contains("Save it from a browser");
            }
            assertThat(run("practices", "shelf", "--circle", "Lane").out).doesNotContain("shop").doesNotContain("empty");
            assertThat(Files.exists(temp.resolve("empty.pdf"))).isFalse();
            Ended printed = run("booklet", foreign.toString());
            assertThat(printed.code).as(printed.err).isZero();
            assertThat(Files.size(temp.resolve("foreign.pdf"))).isPositive();
            assertThat(served.web().port()).isPositive();
        }
    }

    @Test
    void publishedOnARelayAndTakenInFromThere() throws Exception {
        Path file = Files.writeString(temp.resolve("soup.md"), TEXT);
        try (ServedNode served = TestNode.open(temp.resolve("node"));
                RelayServer relay = RelayServer.start(RelaySettings.standard(Files.createDirectory(temp.resolve("relay"))).at("127.0.0.1", 0))) {
            run("circle", "new", "Lane");
            run("practices", "put", file.toString());
            String url = relay.address().toString();
            assertThat(run("practices", "publish", "Soup in the yard", "--relay", url).err).contains("can't be taken back");
            assertThat(run("practices", "publish", "Soup in the yard", "--relay", "https://example.org", "--for-ever").err).contains("wss://");
            Ended done = run("practices", "publish", "Soup in the yard", "--relay", url, "--for-ever");
            assertThat(done.code).as(done.err).isZero();
            assertThat(done.out).contains("naddr1");
            String address = done.out.strip().replaceFirst("^Published: ", "");
            Ended taken = run("practices", "take", address);
            assertThat(taken.code).as(taken.err).isZero();
            assertThat(taken.out).contains("/write/");
            assertThat(run("practices", "take", "naddr1qqqq").err).isNotEmpty();
            assertThat(served.web().port()).isPositive();
        }
    }
}
