package weft.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BoardQuery;
import weft.core.view.InvitationView;
import weft.jdk.JdkEntropy;
import weft.node.demo.Neighbourhood;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.node.shell.NodeShell;
import weft.node.shell.VaultKeeper;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** Whole nodes at a relay that nobody here wrote: an invitation, what comes live, what was missed, a relay that lost everything. */
@Tag("slow")
class NostrRelayPeerTest {
    @TempDir Path folder;
    private final List<OwnNode> nodes = new ArrayList<>();

    private NodeShell node(String name) {
        OwnNode node = OwnNode.at(new OwnNode.Setting(folder.resolve(name), TestNode.P, new JdkEntropy(), InstantSource.system(), VaultKeeper.Cost.LEAST,
                ear -> new RelayLinks(ear, RelayLinks.Patience.USUAL, false)));
        OwnNode.Entry entry = node.gate() == OwnNode.Gate.NEW ? node.begin(TestNode.secret("a passphrase")) : node.unlock(TestNode.secret("a passphrase"));
        assertThat(entry).isEqualTo(OwnNode.Entry.IN);
        nodes.add(node);
        NodeShell shell = node.shell().orElseThrow();
        shell.ready().join();
        return shell;
    }

    @AfterEach
    void end() {
        nodes.forEach(OwnNode::close);
    }

    private static void post(NodeShell shell, Bytes circle, String title) {
        Ask ask = new Ask(Side.NEED, title, "", "food", Optional.empty(), Optional.empty(), Optional.empty(), List.of("en"), false, List.of());
        assertThat(shell.wish(new Command.Post(circle, ask, Day.at(shell.now()).plus(2), "")).join()).isInstanceOf(Outcome.DoneThread.class);
    }

    private static int open(NodeShell shell, Bytes circle) {
        return shell.look(views -> views.board(BoardQuery.all(circle)).map(board -> board.threads().size()).orElse(-1)).join();
    }

    private static Bytes join(NodeShell amina, NodeShell bo, String relay) {
        Bytes circle = ((Outcome.DoneCircle) amina.wish(new Command.CircleNew("Lane", List.of(relay), 1)).join()).circle();
        amina.wish(new Command.CircleInvite(circle)).join();
        String link = amina.look(views -> views.invitations().getFirst().link().orElseThrow()).join();
        bo.wish(new Command.CircleJoin(link, "Lane")).join();
        Neighbourhood.await("Bo to have come in", () -> bo.look(views -> views.knows(circle)).join());
        return circle;
    }

    @Test
    void theyInviteSpeakAndCatchUp() throws Exception {
        try (PeerRelay relay = PeerRelay.start()) {
            NodeShell amina = node("amina");
            NodeShell bo = node("bo");
            Bytes circle = join(amina, bo, relay.address().toString());
            assertThat(bo.look(views -> views.invitations().getFirst().stage()).join()).isEqualTo(InvitationView.Stage.DONE);
            for (int i = 0; i < 20; i++) {
                post(amina, circle, "Soup " + i);
                post(bo, circle, "Bread " + i);
            }
            Neighbourhood.await("what comes live", () -> open(amina, circle) == 40 && open(bo, circle) == 40);
            nodes.removeLast().close();
            for (int i = 0; i < 120; i++) {
                post(amina, circle, "Meanwhile " + i);
            }
            NodeShell again = node("bo");
            Neighbourhood.await("what was missed, by pages", () -> open(again, circle) == 160);
        }
    }
}
