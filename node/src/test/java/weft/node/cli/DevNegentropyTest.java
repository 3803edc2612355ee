package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weft.wire.json.Json;

/** The harness lines, against the recorded transcripts of the JavaScript reference. */
class DevNegentropyTest {
    private static List<String> speak(List<String> lines, String limit) throws IOException {
        StringWriter out = new StringWriter();
        String in = String.join("\n", lines) + "\n";
        DevCommands.Sync.speak(new ByteArrayInputStream(in.getBytes(StandardCharsets.US_ASCII)), new PrintWriter(out), limit);
        return out.toString().lines().toList();
    }

    private static List<Json> list(Json.Obj transcript, String name) {
        return ((Json.Arr) transcript.members().get(name)).items();
    }

    private static List<String> begin(Json.Obj transcript, String side) {
        List<String> lines = new ArrayList<>();
        for (Json item : list(transcript, side)) {
            List<Json> pair = ((Json.Arr) item).items();
            lines.add("item," + pair.get(0).write() + "," + ((Json.Text) pair.get(1)).value());
        }
        java.util.Collections.shuffle(lines, new Random(3));
        lines.add("seal");
        return lines;
    }

    @Test
    void everyTranscriptIsSpokenLineByLine() throws IOException {
        Json.Obj root = (Json.Obj) Json.read(Files.readString(Path.of(System.getProperty("weft.root"), "spec/vectors/negentropy/transcripts.json"))).orThrow();
        int seen = 0;
        for (Json each : list(root, "transcripts")) {
            Json.Obj transcript = (Json.Obj) each;
            String limit = transcript.whole("frameSizeLimit").orElseThrow().toString();
            List<String> initiator = begin(transcript, "initiator");
            List<String> responder = begin(transcript, "responder");
            List<String> initiators = new ArrayList<>();
            List<String> responders = new ArrayList<>();
            initiator.add("initiate");
            List<Json> messages = list(transcript, "messages");
            for (int i = 0; i < messages.size(); i++) {
                String line = "msg," + ((Json.Text) messages.get(i)).value();
                (i % 2 == 0 ? responder : initiator).add(line);
                (i % 2 == 0 ? initiators : responders).add(line);
            }
            initiators.add("done");
            assertThat(speak(responder, limit)).isEqualTo(responders);
            List<String> said = speak(initiator, limit);
            assertThat(said.stream().filter(line -> line.startsWith("msg,") || line.equals("done")).toList()).isEqualTo(initiators);
            for (String word : List.of("have", "need")) {
                assertThat(said.stream().filter(line -> line.startsWith(word + ",")).toList())
                        .containsExactlyInAnyOrderElementsOf(list(transcript, word).stream().map(id -> word + "," + ((Json.Text) id).value()).toList());
            }
            seen++;
        }
        assertThat(seen).isPositive();
    }

    @Test
    void whatIsNoLineIsNamed() {
        assertThatThrownBy(() -> speak(List.of("initiate"), "0")).isInstanceOf(Stop.class).hasMessageContaining("seal");
        assertThatThrownBy(() -> speak(List.of("item,-1," + "00".repeat(32)), "0")).isInstanceOf(Stop.class).hasMessageContaining("unsigned seconds");
        assertThatThrownBy(() -> speak(List.of("item,18446744073709551615," + "00".repeat(32)), "0")).isInstanceOf(Stop.class);
        assertThatThrownBy(() -> speak(List.of("item,1,00"), "0")).isInstanceOf(Stop.class).hasMessageContaining("64");
        assertThatThrownBy(() -> speak(List.of("seal", "item,1," + "00".repeat(32)), "0")).isInstanceOf(Stop.class).hasMessageContaining("after seal");
        assertThatThrownBy(() -> speak(List.of("seal", "msg,xx"), "0")).isInstanceOf(Stop.class).hasMessageContaining("hex");
        assertThatThrownBy(() -> speak(List.of("seal", "msg,00"), "0")).isInstanceOf(Stop.class).hasMessageContaining("not-negentropy");
        assertThatThrownBy(() -> speak(List.of("hello"), "0")).isInstanceOf(Stop.class).hasMessageContaining("hello");
        assertThatThrownBy(() -> speak(List.of(), "4095")).isInstanceOf(Stop.class).hasMessageContaining("FRAMESIZELIMIT");
    }
}
