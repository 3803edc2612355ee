package weft.node.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.jdk.JdkEntropy;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.node.link.RelayLinks;
import weft.node.shell.NodeShell;
import weft.node.shell.VaultKeeper;
import weft.primitives.Bytes;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

/** Two programs in two networks that are joined by one cable and have no route out; they find each other by mDNS. */
@Tag("long")
class NetworkNamespacesTest {
    private static final String ONE = "weft-test-" + ProcessHandle.current().pid() + "-a";
    private static final String TWO = "weft-test-" + ProcessHandle.current().pid() + "-b";

    @TempDir Path folder;
    private final List<Process> programs = new ArrayList<>();

    private record Ended(int code, String out) {}

    private static Ended run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out);
        } catch (IOException e) {
            return new Ended(127, e.getMessage());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Ended ip(String words) {
        return run(List.of(("ip " + words).split(" ")));
    }

    private static void must(String words) {
        Ended ended = ip(words);
        assertThat(ended.code).as("ip " + words + ": " + ended.out).isZero();
    }

    private static List<String> weft(String network, Path data, String... words) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", network, ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "weft.node.boot.Weft", "--data",
                data.toString()));
        command.addAll(List.of(words));
        return command;
    }

    private void start(String network, Path data) throws IOException {
        Process program = new ProcessBuilder(weft(network, data, "--no-open", "--port", "0", "--passphrase-stdin"))
                .redirectOutput(new File(data + ".log")).redirectErrorStream(true).start();
        program.getOutputStream().write((TestNode.PASSPHRASE + "\n").getBytes(StandardCharsets.UTF_8));
        program.getOutputStream().flush();
        programs.add(program);
    }

    private static OwnNode open(Path data) {
        OwnNode node = OwnNode.at(new OwnNode.Setting(data, TestNode.P, new JdkEntropy(), InstantSource.system(), VaultKeeper.Cost.LEAST,
                ear -> new RelayLinks(ear, RelayLinks.Patience.USUAL, false)));
        assertThat(node.begin(TestNode.secret(TestNode.PASSPHRASE))).isEqualTo(OwnNode.Entry.IN);
        return node;
    }

    /** They met once, through a relay that is gone. */
    private void meet(Path one, Path two) throws Exception {
        try (RelayServer relay = RelayServer.start(RelaySettings.standard(folder.resolve("relay")).at("127.0.0.1", 0)); OwnNode amina = open(one);
                OwnNode bo = open(two)) {
            NodeShell first = amina.shell().orElseThrow();
            Bytes circle = ((Outcome.DoneCircle) first.wish(new Command.CircleNew("Lane", List.of(relay.address().toString()), 1)).join()).circle();
            first.wish(new Command.CircleInvite(circle)).join();
            String link = first.look(views -> views.invitations().getFirst().link().orElseThrow()).join();
            bo.shell().orElseThrow().wish(new Command.CircleJoin(link, "Lane")).join();
            for (int i = 0; i < 600 && !bo.shell().orElseThrow().look(views -> views.knows(circle)).join(); i++) {
                Thread.sleep(50);
            }
        }
    }

    private static void await(String what, List<String> command, String text) throws InterruptedException {
        Ended ended = new Ended(0, "");
        for (int i = 0; i < 60; i++) {
            ended = run(command);
            if (ended.out.contains(text)) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("waited in vain for " + what + "; the last answer: " + ended.out);
    }

    @AfterEach
    void takeDown() {
        programs.forEach(Process::destroy);
        ip("netns del " + ONE);
        ip("netns del " + TWO);
    }

    @Test
    void twoProgramsWithNoRouteOutFindEachOther() throws Exception {
        assumeTrue(ip("netns add " + ONE).code == 0, "SKIPPED: network namespaces can't be made here (it takes Linux, iproute2 and the right to)");
        must("netns add " + TWO);
        must("link add weft0 netns " + ONE + " type veth peer name weft0 netns " + TWO);
        for (int i = 0; i < 2; i++) {
            String network = i == 0 ? ONE : TWO;
            must("-n " + network + " addr add 10.73.38." + (i + 1) + "/24 dev weft0");
            must("-n " + network + " link set weft0 up");
            must("-n " + network + " link set lo up");
        }
        assertThat(ip("-n " + ONE + " route").out).doesNotContain("default");
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        meet(one, two);
        start(ONE, one);
        start(TWO, two);
        await("the first program", weft(ONE, one, "circle", "list"), "Lane");
        assertThat(run(weft(ONE, one, "post", "need", "A ladder")).code).isZero();
        await("what was posted at the other end of the cable", weft(TWO, two, "list"), "A ladder");
        assertThat(run(weft(TWO, two, "post", "offer", "Soup")).code).isZero();
        await("the way back", weft(ONE, one, "list"), "Soup");
    }
}
