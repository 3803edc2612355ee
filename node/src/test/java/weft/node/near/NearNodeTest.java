package weft.node.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BoardQuery;
import weft.jdk.JdkEntropy;
import weft.jdk.ThrowAwayTls;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;
import weft.node.link.RelayLinks;
import weft.node.shell.NodeShell;
import weft.node.shell.VaultKeeper;
import weft.primitives.Bytes;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;
import weft.wire.event.Day;

/** Two whole nodes over TLS on loopback; only the finding is the test's own. */
@Tag("slow")
class NearNodeTest {
    @TempDir Path folder;
    private final Street street = new Street();
    private final List<OwnNode> nodes = new ArrayList<>();
    private final AtomicLong later = new AtomicLong();
    private RelayServer relay;
    private Bytes circle;

    /** Everybody on this street finds everybody else. */
    static final class Street {
        private final Map<String, InetSocketAddress> here = new LinkedHashMap<>();
        private final Map<String, Discovery.Finder> finders = new LinkedHashMap<>();

        Discovery discovery() {
            return new Discovery() {
                private String mine = "";

                @Override
                public void announce(String name, int port, Finder finder) {
                    synchronized (Street.this) {
                        close();
                        mine = name;
                        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
                        finders.values().forEach(other -> other.found(name, address));
                        here.forEach(finder::found);
                        here.put(name, address);
                        finders.put(name, finder);
                    }
                }

                @Override
                public void close() {
                    synchronized (Street.this) {
                        here.remove(mine);
                        finders.remove(mine);
                    }
                }
            };
        }

        synchronized List<InetSocketAddress> addresses() {
            return List.copyOf(here.values());
        }
    }

    private final Map<OwnNode, AtomicReference<NearNode>> near = new LinkedHashMap<>();

    private OwnNode node(String name) {
        AtomicReference<NearNode> made = new AtomicReference<>();
        OwnNode node = OwnNode.at(new OwnNode.Setting(folder.resolve(name), TestNode.P, new JdkEntropy(), InstantSource.system(), VaultKeeper.Cost.LEAST,
                ear -> {
            made.set(new NearNode(ear, TestNode.P, new JdkEntropy(), street.discovery(), InetAddress.getLoopbackAddress(),
                    () -> System.nanoTime() / 1_000_000_000L + later.get()));
            return new AllLinks(new RelayLinks(ear, RelayLinks.Patience.USUAL, false), made.get());
        }));
        OwnNode.Entry entry = node.gate() == OwnNode.Gate.NEW ? node.begin(TestNode.secret("a passphrase")) : node.unlock(TestNode.secret("a passphrase"));
        assertThat(entry).isEqualTo(OwnNode.Entry.IN);
        shell(node).ready().join();
        nodes.add(node);
        near.put(node, made);
        return node;
    }

    private static NodeShell shell(OwnNode node) {
        return node.shell().orElseThrow();
    }

    private static void await(String what, BooleanSupplier truth) {
        for (int i = 0; i < 1_200; i++) {
            if (truth.getAsBoolean()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("waited a minute for " + what);
    }

    private void post(OwnNode node, String title) {
        Ask ask = new Ask(Side.NEED, title, "", "food", Optional.empty(), Optional.empty(), Optional.empty(), List.of("en"), false, List.of());
        shell(node).wish(new Command.Post(circle, ask, Day.at(shell(node).now()).plus(2), "")).join();
    }

    private List<String> titles(OwnNode node) {
        return shell(node).look(views -> views.board(BoardQuery.all(circle)).map(board -> board.threads().stream().map(card -> card.ask().title()).toList())
                .orElse(List.of())).join();
    }

    @BeforeEach
    void begin() throws IOException {
        relay = RelayServer.start(RelaySettings.standard(folder.resolve("relay")).at("127.0.0.1", 0));
    }

    private void join(OwnNode amina, OwnNode bo) {
        circle = ((Outcome.DoneCircle) shell(amina).wish(new Command.CircleNew("Lane", List.of(relay.address().toString()), 1)).join()).circle();
        shell(amina).wish(new Command.CircleInvite(circle)).join();
        String link = shell(amina).look(views -> views.invitations().getFirst().link().orElseThrow()).join();
        shell(bo).wish(new Command.CircleJoin(link, "Lane")).join();
        await("joining", () -> shell(bo).look(views -> views.knows(circle)).join());
    }

    @AfterEach
    void end() {
        nodes.forEach(OwnNode::close);
        relay.close();
    }

    @Test
    void withTheRelayGoneTheyGoOnAmongThemselves() {
        OwnNode amina = node("amina");
        OwnNode bo = node("bo");
        join(amina, bo);
        relay.close();
        for (int i = 0; i < 30; i++) {
            post(amina, "Soup " + i);
            post(bo, "Bread " + i);
        }
        await("what both wrote", () -> titles(amina).size() == 60 && titles(bo).size() == 60);
        assertThat(near.get(amina).get().sharing()).isEqualTo(1);
        bo.close();
        nodes.remove(bo);
        post(amina, "While Bo was out");
        OwnNode again = node("bo");
        await("what was written meanwhile", () -> titles(again).contains("While Bo was out"));
    }

    /** They had nothing to share for so long that they call each other every two minutes at most; whoever comes is met at once all the same. */
    @Test
    void whoJoinsLateIsMetAtOnceByThoseWhoHadCalledInVain() throws InterruptedException {
        OwnNode amina = node("amina");
        OwnNode bo = node("bo");
        OwnNode chidi = node("chidi");
        for (int i = 0; i < 8; i++) {
            later.addAndGet(1_000);
            Thread.sleep(1_050);
        }
        join(amina, bo);
        await("meeting", () -> near.get(bo).get().sharing() == 1);
        shell(amina).wish(new Command.CircleInvite(circle)).join();
        String link = shell(amina).look(views -> views.invitations().stream().flatMap(one -> one.link().stream()).findFirst().orElseThrow()).join();
        shell(chidi).wish(new Command.CircleJoin(link, "Lane")).join();
        await("Bo and Chidi meeting", () -> near.get(bo).get().sharing() == 2 && near.get(chidi).get().sharing() == 2);
    }

    @Test
    void aStrangerOnTheNetworkIsToldNothing() throws Exception {
        OwnNode amina = node("amina");
        OwnNode bo = node("bo");
        join(amina, bo);
        await("meeting", () -> near.get(amina).get().sharing() == 1);
        for (InetSocketAddress address : street.addresses()) {
            try (SSLSocket stranger = (SSLSocket) ThrowAwayTls.context().getSocketFactory().createSocket(address.getAddress(), address.getPort())) {
                stranger.startHandshake();
                DataOutputStream out = new DataOutputStream(stranger.getOutputStream());
                DataInputStream in = new DataInputStream(stranger.getInputStream());
                out.writeInt(33);
                out.write(new byte[33]);
                assertThat(in.readInt()).isEqualTo(33);
                in.readFully(new byte[33]);
                int length = in.readInt();
                assertThat((length - 1) % (32 * 8)).as("padded to a multiple of 8").isZero();
                byte[] proofs = new byte[length];
                in.readFully(proofs);
                assertThat(proofs[0]).isEqualTo((byte) 1);
                // Their own proofs, sent back.
                out.writeInt(length);
                out.write(proofs);
                assertThat(in.read()).as("hangs up").isEqualTo(-1);
            }
        }
        post(amina, "Soup");
        await("the others going on", () -> titles(bo).contains("Soup"));
    }

    @Test
    void garbageOfEveryKindEndsTheChannelAlone() throws Exception {
        OwnNode amina = node("amina");
        OwnNode bo = node("bo");
        join(amina, bo);
        InetSocketAddress address = street.addresses().getFirst();
        byte[][] hostile = {{0, 0, 0, 0}, {127, -1, -1, -1, 0}, {0, 0, 0, 1, 9}, {0, 0, 0, 1, 0}, {0, 0, 0, 33, 2, 0, 0}, "GET / HTTP/1.1\r\n\r\n".getBytes()};
        for (byte[] bytes : hostile) {
            try (SSLSocket stranger = (SSLSocket) ThrowAwayTls.context().getSocketFactory().createSocket(address.getAddress(), address.getPort())) {
                stranger.getOutputStream().write(bytes);
                stranger.shutdownOutput();
                stranger.getInputStream().readAllBytes();
            } catch (IOException e) {
                // However it ends, it ends.
            }
        }
        post(amina, "Soup");
        await("the others going on", () -> titles(bo).contains("Soup"));
    }
}
