package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

class BenchRelayTest {
    @TempDir Path folder;

    /** A relay that goes in the middle is told at once, with what it said, and not as one that is silent for a minute. */
    @Test
    void aRelayThatClosesIsToldAtOnce() throws Exception {
        RelayServer relay = RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0));
        CompletableFuture<?> measured = CompletableFuture.runAsync(() -> new RelayLoad(relay.address()).measure(3_000, 3_000));
        try (relay) {
            long end = System.nanoTime() + 60_000_000_000L;
            while (relay.tally().links() == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
        }
        assertThat(measured).failsWithin(Duration.ofSeconds(120)).withThrowableThat().havingCause().isInstanceOf(Stop.class)
                .withMessageMatching("The relay at ws://.* (closed|broke off) the connection.*");
    }

    @Test
    void aRelayIsMeasured() throws Exception {
        try (RelayServer relay = RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0))) {
            RelayLoad.Measured measured = new RelayLoad(relay.address()).measure(200, 2_000);
            assertThat(measured.way()).isEqualTo("NIP-77");
            assertThat(measured.refused()).isZero();
            assertThat(measured.syncMissing()).isEqualTo(200);
            assertThat(measured.durable()).isPositive();
            assertThat(measured.middleMillis()).isPositive().isLessThanOrEqualTo(measured.lateMillis());
        }
    }
}
