package weft.node.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.view.InvitationView;
import weft.jdk.JdkEntropy;
import weft.node.cli.NodeClient;
import weft.node.demo.MovedClock;
import weft.node.demo.Neighbourhood;
import weft.node.demo.Street;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.node.link.RelayLinks;
import weft.node.shell.Links;
import weft.node.shell.NodeShell;
import weft.node.shell.VaultKeeper;
import weft.node.web.ServedNode;
import weft.wire.json.Json;

/** Whole nodes that never had a relay: somebody joins over the network the two are on, or by a stick that goes there and back. */
@Tag("slow")
class JoiningTest {
    @TempDir Path folder;
    private final Street street = new Street();
    private final List<ServedNode> nodes = new ArrayList<>();
    private final MovedClock clock = new MovedClock(Instant.now());

    private NodeClient node(String name, boolean network) {
        Links.Maker links = ear -> {
            Links relays = new RelayLinks(ear, RelayLinks.Patience.USUAL, false);
            return network ? new AllLinks(relays, new NearNode(ear, TestNode.P, new JdkEntropy(), street.discovery(), InetAddress.getLoopbackAddress()))
                    : relays;
        };
        ServedNode served = ServedNode.start(new OwnNode.Setting(folder.resolve(name), TestNode.P, new JdkEntropy(), clock,
                VaultKeeper.Cost.LEAST, links), 0);
        nodes.add(served);
        assertThat(served.node().begin(TestNode.secret("a passphrase"))).isEqualTo(OwnNode.Entry.IN);
        shell(nodes.size() - 1).ready().join();
        return new NodeClient(folder.resolve(name));
    }

    private NodeShell shell(int index) {
        return nodes.get(index).node().shell().orElseThrow();
    }

    @AfterEach
    void end() {
        nodes.forEach(ServedNode::close);
    }

    private static String member(Json.Obj object, String name) {
        return object.text(name).orElse("");
    }

    /** Makes a circle without a relay at the first, posts into it, and lets the second follow a link of it. */
    private String begin(NodeClient amina, NodeClient bo) {
        String circle = member(amina.post("/circles/new", Map.of("name", List.of("Mill Lane"), "relays", List.of(""), "grace", List.of("1"))), "circle");
        for (int i = 0; i < 30; i++) {
            amina.post("/c/" + circle + "/post",
                    Map.of("side", List.of("need"), "title", List.of("Soup " + i), "kind", List.of("food"), "language", List.of("en"),
                    "lastDay", List.of(java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20).toString())));
        }
        String made = member(amina.post("/c/" + circle + "/invite", Map.of()), "invitation");
        bo.post("/join", Map.of("link", List.of(member(amina.get("/i/" + made), "link")), "name", List.of("The lane")));
        return circle;
    }

    private int open(int index, String circle) {
        return shell(index).look(views -> views.board(weft.core.view.BoardQuery.all(weft.primitives.Bytes.hex(circle))).map(board -> board.threads().size())
                .orElse(-1)).join();
    }

    private List<Integer> words(int index) {
        return shell(index).look(views -> views.invitations().getFirst().checkWords()).join();
    }

    @Test
    void overTheNetworkAlone() {
        NodeClient amina = node("amina", true);
        NodeClient bo = node("bo", true);
        String circle = begin(amina, bo);
        Neighbourhood.await("Bo to have come in", () -> open(1, circle) == 30);
        assertThat(words(1)).hasSize(4).isEqualTo(words(0));
        Neighbourhood.await("Amina to know that it is done", () -> shell(0).look(views -> views.invitations().getFirst().stage())
                .join() == InvitationView.Stage.DONE);
    }

    @Test
    void byAStickThereAndBackAlone() {
        NodeClient amina = node("amina", false);
        NodeClient bo = node("bo", false);
        String circle = begin(amina, bo);
        Path stick = folder.resolve("stick.weft");
        bo.download("/bundle", stick);
        Json.Obj there = amina.upload("/bundle", stick, bytes -> { });
        assertThat(there.whole("invitations")).isEqualTo(Optional.of(1L));
        amina.download("/bundle", stick);
        Json.Obj back = bo.upload("/bundle", stick, bytes -> { });
        assertThat(back.whole("invitations")).isEqualTo(Optional.of(1L));
        assertThat(back.whole("foreign")).as("one reading is enough: %s", back.write()).isEqualTo(Optional.of(0L));
        assertThat(open(1, circle)).isEqualTo(30);
        assertThat(words(1)).hasSize(4).isEqualTo(words(0));
        assertThat(stage(0)).as("nothing has come back yet").isEqualTo(InvitationView.Stage.MET);
        // Bo speaks; an acquaintance hears within some minutes whose words these are, and the next stick brings it.
        bo.post("/c/" + circle + "/post", Map.of("side", List.of("offer"), "title", List.of("Bread"), "kind", List.of("food"), "language", List.of("en"),
                "lastDay", List.of(java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(20).toString())));
        clock.set(clock.instant().plusSeconds(1_000));
        nodes.forEach(node -> node.node().shell().orElseThrow().clockMoved().join());
        Neighbourhood.await("the stick to bring what Bo wrote, and Amina to know that it is done", () -> {
            bo.download("/bundle", stick);
            amina.upload("/bundle", stick, bytes -> { });
            return stage(0) == InvitationView.Stage.DONE;
        });
        assertThat(open(0, circle)).isEqualTo(31);
    }

    private InvitationView.Stage stage(int index) {
        return shell(index).look(views -> views.invitations().getFirst().stage()).join();
    }
}
