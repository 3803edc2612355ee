package weft.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weft.store.SqliteEnvelopes;
import weft.wire.event.Envelope;
import weft.wire.message.Filter;

/** The same story with its relay in all kinds of trouble, and with none. */
@Tag("slow")
class WaysTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(value = Way.class, names = {"NETWORK", "STICK"})
    void theStoryIsToldWithoutARelay(Way way) {
        StringWriter out = new StringWriter();
        int code = new Story(folder.resolve("story"), new PrintWriter(out), way, Week.rows().subList(0, 15)).play();
        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString()).contains("switched off for good").containsPattern("readable after forgetting: 0 of [1-9][0-9]+\n");
    }

    private static void post(Neighbourhood here, int who, String title) {
        LocalDate last = LocalDate.ofInstant(here.now(), ZoneOffset.UTC).plusDays(2);
        here.house(who).client().post(here.board() + "/post",
                Map.of("side", List.of("need"), "title", List.of(title), "kind", List.of("food"), "where", List.of("Tollgate"),
                "language", List.of("en"), "lastDay", List.of(last.toString())));
    }

    private long atRelay(String data, String circle) {
        try (SqliteEnvelopes store = SqliteEnvelopes.open(folder.resolve("here").resolve(data).resolve("relay.db"), true)) {
            return store.stamps(Filter.by(List.of(weft.primitives.Bytes.hex(circle)), List.of(Envelope.KIND)), 1_000).size();
        }
    }

    @Test
    void theRelayIsKilledRestartedAndReplaced() {
        try (Neighbourhood here = Neighbourhood.start(folder.resolve("here"), new MovedClock(Instant.now()), 0)) {
            here.meet();
            post(here, 0, "Before");
            here.awaitOpen(1);
            here.stopRelay();
            post(here, 0, "While it is gone");
            post(here, 1, "Also while it is gone");
            here.startRelay("relay");
            here.moveTo(here.now().plus(1, ChronoUnit.HOURS));
            here.awaitOpen(3);
            here.stopRelay();
            post(here, 2, "Before the empty one");
            here.startRelay("another");
            here.moveTo(here.now().plus(1, ChronoUnit.HOURS));
            here.awaitOpen(4);
            post(here, 1, "After");
            here.awaitOpen(5);
            here.stopRelay();
            assertThat(atRelay("another", here.board().substring(3))).as("the empty relay was filled").isEqualTo(5);
            here.startRelay("another");
        }
    }

    @Test
    void theRelayIsSwitchedOffForGoodWhileTwoAreOnTheSameNetwork() {
        try (Neighbourhood here = Neighbourhood.start(folder.resolve("here"), new MovedClock(Instant.now()), 0, Way.NETWORK)) {
            here.meet();
            for (int i = 0; i < 9; i++) {
                post(here, i % 3, "Need " + i);
            }
            here.awaitOpen(9);
        }
    }
}
