package weft.node.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.peer.Peer;
import weft.core.view.BoardQuery;
import weft.core.view.ThreadCard;
import weft.jdk.JdkEntropy;
import weft.node.home.TestNode;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.FolderDisk;
import weft.store.SqliteEnvelopes;
import weft.store.VaultFile;
import weft.wire.event.Day;
import weft.wire.message.ClientMessage;

/** What a shell owes its peer and its person, with disks that fail. */
class NodeShellTest {
    private static final Primitives P = TestNode.P;

    @TempDir Path folder;
    private BreakingStore store;
    private BreakingDisk disk;

    private static final class NoLinks implements Links {
        @Override
        public void open(int link, String address) {}

        @Override
        public void send(int link, ClientMessage message) {}

        @Override
        public void shut(int link) {}

        @Override
        public void close() {}
    }

    private VaultFile file() {
        disk = new BreakingDisk(new FolderDisk(folder, P));
        return new VaultFile(disk, P);
    }

    private NodeShell begin() {
        VaultKeeper keeper = VaultKeeper.create(P, new JdkEntropy(), file(), TestNode.secret("a"), VaultKeeper.Cost.LEAST);
        Peer peer = Peer.fresh(P);
        keeper.keep(peer.vaultContent(), true);
        return shell(peer, keeper);
    }

    private NodeShell again() {
        VaultKeeper.Opening opening = VaultKeeper.open(P, new JdkEntropy(), file(), TestNode.secret("a"));
        assertThat(opening).isInstanceOf(VaultKeeper.Opening.Opened.class);
        VaultKeeper.Opening.Opened opened = (VaultKeeper.Opening.Opened) opening;
        try (Secret content = opened.content()) {
            return shell(Peer.restore(P, content).orThrow(), opened.keeper());
        }
    }

    private NodeShell shell(Peer peer, VaultKeeper keeper) {
        store = new BreakingStore(SqliteEnvelopes.open(folder.resolve("envelopes.db"), true));
        NodeShell shell = new NodeShell(peer,
                new NodeShell.Parts(new JdkEntropy(), InstantSource.system(), store, keeper, VaultKeeper.Cost.LEAST, ear -> new NoLinks()));
        shell.ready().join();
        return shell;
    }

    private static Bytes circle(NodeShell shell) {
        return ((Outcome.DoneCircle) shell.wish(new Command.CircleNew("Lane", List.of(), 1)).join()).circle();
    }

    private static Command.Post post(NodeShell shell, Bytes circle, String title) {
        Ask ask = new Ask(Side.NEED, title, "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of("en"), false, List.of());
        return new Command.Post(circle, ask, Day.at(shell.now()).plus(5), "3 Mill Lane");
    }

    private static List<String> titles(NodeShell shell, Bytes circle) {
        return shell.look(views -> views.board(BoardQuery.all(circle)).orElseThrow().threads().stream().map(ThreadCard::ask).map(Ask::title).toList()).join();
    }

    @Test
    void whatIsDoneIsThereAfterARestart() {
        Bytes circle;
        try (NodeShell shell = begin()) {
            circle = circle(shell);
            assertThat(shell.wish(post(shell, circle, "A ladder")).join()).isInstanceOf(Outcome.DoneThread.class);
        }
        try (NodeShell shell = again()) {
            assertThat(titles(shell, circle)).containsExactly("A ladder");
        }
    }

    @Test
    void aFullDiskRefusesAndLosesNothing() {
        Bytes circle;
        try (NodeShell shell = begin()) {
            circle = circle(shell);
            shell.wish(post(shell, circle, "Before")).join();
            store.full = true;
            assertThat(shell.wish(post(shell, circle, "While full")).join()).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            assertThat(titles(shell, circle)).containsExactly("Before");
            store.full = false;
            assertThat(shell.wish(post(shell, circle, "After")).join()).isInstanceOf(Outcome.DoneThread.class);
            assertThat(titles(shell, circle)).containsExactlyInAnyOrder("Before", "After");
        }
        try (NodeShell shell = again()) {
            assertThat(titles(shell, circle)).containsExactlyInAnyOrder("Before", "After");
        }
    }

    @Test
    void aVaultThatCantBeWrittenRefusesAndKeepsWhatWas() {
        Bytes circle;
        try (NodeShell shell = begin()) {
            circle = circle(shell);
            shell.wish(post(shell, circle, "Before")).join();
            disk.readOnly = true;
            assertThat(shell.wish(new Command.CircleNew("Other", List.of(), 1)).join()).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            assertThat(shell.wish(post(shell, circle, "Meanwhile")).join()).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            assertThat(shell.look(views -> views.circles().size()).join()).isOne();
            disk.readOnly = false;
            assertThat(shell.wish(post(shell, circle, "After")).join()).isInstanceOf(Outcome.DoneThread.class);
        }
        try (NodeShell shell = again()) {
            assertThat(titles(shell, circle)).containsExactlyInAnyOrder("Before", "After");
        }
    }

    @Test
    void anotherPassphraseOpensFromThenOn() {
        try (NodeShell shell = begin()) {
            circle(shell);
            assertThat(shell.wish(new Command.ChangePassphrase(TestNode.secret("b"))).join()).isInstanceOf(Outcome.Done.class);
        }
        assertThat(VaultKeeper.open(P, new JdkEntropy(), file(), TestNode.secret("a"))).isInstanceOf(VaultKeeper.Opening.Wrong.class);
        assertThat(VaultKeeper.open(P, new JdkEntropy(), file(), TestNode.secret("b"))).isInstanceOf(VaultKeeper.Opening.Opened.class);
    }

    @Test
    void aPassphraseThatCouldNotBeStoredHoldsForNothingWrittenLater() {
        try (NodeShell shell = begin()) {
            Bytes circle = circle(shell);
            disk.readOnly = true;
            assertThat(shell.wish(new Command.ChangePassphrase(TestNode.secret("b"))).join()).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            disk.readOnly = false;
            assertThat(shell.wish(new Command.CircleNew("Other", List.of(), 1)).join()).isInstanceOf(Outcome.DoneCircle.class);
            assertThat(shell.wish(post(shell, circle, "After")).join()).isInstanceOf(Outcome.DoneThread.class);
        }
        assertThat(VaultKeeper.open(P, new JdkEntropy(), file(), TestNode.secret("b"))).isInstanceOf(VaultKeeper.Opening.Wrong.class);
        assertThat(VaultKeeper.open(P, new JdkEntropy(), file(), TestNode.secret("a"))).isInstanceOf(VaultKeeper.Opening.Opened.class);
    }

    @Test
    void aStoppedShellSaysSo() {
        NodeShell shell = begin();
        shell.close();
        assertThatThrownBy(() -> shell.look(views -> views.now()).join()).isInstanceOf(CompletionException.class).hasCauseInstanceOf(ShellClosed.class);
        assertThatThrownBy(() -> shell.wish(new Command.ConfirmDate()).join()).hasCauseInstanceOf(ShellClosed.class);
    }

    @Test
    void aFunctionThatThrowsHarmsNobody() {
        try (NodeShell shell = begin()) {
            assertThatThrownBy(() -> shell.look(views -> {
                throw new IllegalStateException("planted");
            }).join()).hasRootCauseMessage("planted");
            assertThat(shell.look(views -> 7).join()).isEqualTo(7);
        }
    }
}
