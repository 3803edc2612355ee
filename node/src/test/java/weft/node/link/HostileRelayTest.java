package weft.node.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.cli.NodeClient;
import weft.node.demo.Neighbourhood;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;
import weft.wire.json.Json;

/** A whole node whose only relay lies, repeats itself, sends what nobody asked for, and hangs up: it goes on serving its person. */
class HostileRelayTest {
    private static final String EVENT = "{\"id\":\"" + "a".repeat(64) + "\",\"pubkey\":\"" + "b".repeat(64)
            + "\",\"created_at\":1700000000,\"kind\":9338,\"tags\":[],\"content\":\"x\",\"sig\":\"" + "c".repeat(128) + "\"}";

    @TempDir Path folder;

    private static void lie(HostileRelay relay, HostileRelay.Wire wire, int connection) {
        relay.awaitAWord();
        for (int i = 0; i < 300; i++) {
            wire.text("[\"EVENT\",\"nobody\"," + EVENT + "]");
            wire.text("[\"OK\",\"" + "d".repeat(64) + "\"," + (i % 2 == 0) + ",\"invalid: no\"]");
            wire.text("[\"EOSE\",\"nobody\"]");
            wire.text("[\"AUTH\",\"" + "x".repeat(i) + "\"]");
            for (String said : List.copyOf(relay.heard)) {
                if (said.startsWith("[\"REQ\"") && i % 50 == 0) {
                    String name = said.split("\"")[3];
                    wire.text("[\"EVENT\",\"" + name + "\"," + EVENT + "]");
                    wire.text("[\"CLOSED\",\"" + name + "\",\"error: go away\"]");
                } else if (said.startsWith("[\"EVENT\"") && i % 50 == 0) {
                    wire.text("[\"EVENT\",\"again\"," + said.substring(9));
                }
            }
            wire.text("{}{}{}");
        }
        if (connection % 2 == 0) {
            wire.cut();
        }
    }

    @Test
    void theNodeServesItsPersonAllTheSame() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (HostileRelay relay = new HostileRelay((self, wire) -> lie(self, wire, connections.incrementAndGet()));
                ServedNode served = TestNode.open(folder)) {
            NodeClient client = new NodeClient(folder);
            Json.Obj made = client.post("/circles/new", Map.of("name", List.of("Lane"), "relays", List.of(relay.address())));
            String board = "/c/" + made.text("circle").orElseThrow();
            Neighbourhood.await("the relay to be met", () -> connections.get() >= 1);
            for (int i = 0; i < 20; i++) {
                client.post(board + "/post", Map.of("side", List.of("need"), "title", List.of("Need " + i), "language", List.of("en")));
            }
            Neighbourhood.await("the relay to have lied", () -> !relay.heard.isEmpty());
            assertThat(client.get(board).get("threads").orElseThrow()).isInstanceOfSatisfying(Json.Arr.class, all -> assertThat(all.items()).hasSize(20));
            assertThat(served.node().gate().name()).isEqualTo("OPEN");
        }
        try (ServedNode again = TestNode.open(folder)) {
            assertThat(again.node().gate().name()).isEqualTo("OPEN");
        }
    }
}
