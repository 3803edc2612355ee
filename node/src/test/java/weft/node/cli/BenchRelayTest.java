package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;

class BenchRelayTest {
    @TempDir Path folder;

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
