package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.json.Json;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** Negentropy beside nostr-tools' own, message by message, and nostr-tools as a client of the relay. */
@Tag("slow")
class NegentropyPeersTest {
    @TempDir
    Path folder;

    /** The other implementation, in a process of its own; it can only begin a sync, not answer one. */
    private record Other(Process process, PrintWriter in, BufferedReader out) implements AutoCloseable {
        static Other start() throws Exception {
            Process process = new ProcessBuilder("node", "negentropy.mjs").directory(NostrToolsTest.installed().toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            return new Other(process, new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8),
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        }

        Json.Obj ask(String line) throws IOException {
            in.println(line);
            String answer = out.readLine();
            assertThat(answer).as("the other implementation ended").isNotNull();
            return (Json.Obj) Json.read(answer).orThrow();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private static Set<String> ids(Json.Obj answer, String name) {
        Set<String> ids = new HashSet<>();
        ((Json.Arr) answer.members().get(name)).items().forEach(id -> ids.add(((Json.Text) id).value()));
        return ids;
    }

    private static Set<String> hex(List<Bytes> ids) {
        Set<String> hex = new HashSet<>();
        ids.forEach(id -> hex.add(id.hex()));
        return hex;
    }

    @Test
    void bothSayTheSameMessageByMessage() throws Exception {
        int messages = 0;
        try (Other other = Other.start()) {
            for (int seed = 0; seed < 120; seed++) {
                Random random = new Random(seed);
                SyncIndex mine = new SyncIndex();
                SyncIndex theirs = new SyncIndex();
                TreeMap<String, Long> listed = new TreeMap<>();
                int size = 1 << random.nextInt(13);
                long times = 1L << random.nextInt(31);
                int missing = 2 + random.nextInt(60);
                for (int i = 0; i < size; i++) {
                    byte[] raw = new byte[32];
                    random.nextBytes(raw);
                    // Ids that begin alike need longer bounds.
                    if (random.nextInt(3) == 0) {
                        java.util.Arrays.fill(raw, 0, random.nextInt(4), (byte) 7);
                    }
                    Bytes id = Bytes.wrap(raw);
                    long time = random.nextLong(times);
                    int where = random.nextInt(missing);
                    if (where != 0) {
                        mine.add(time, id);
                        listed.put(id.hex(), time);
                    }
                    if (where != 1) {
                        theirs.add(time, id);
                    }
                }
                int limit = random.nextInt(3) == 0 ? 4_096 + random.nextInt(30_000) : 60_000;
                messages += compare(other, seed, mine, theirs, listed, limit, random.nextBoolean() ? 0 : 4_096 + random.nextInt(60_000));
            }
        }
        assertThat(messages).isGreaterThan(300);
    }

    private static int compare(Other other, int seed, SyncIndex mine, SyncIndex theirs, TreeMap<String, Long> listed, int limit,
            int answerLimit) throws IOException {
        List<String> items = new ArrayList<>();
        listed.forEach((id, time) -> items.add("[" + time + ",\"" + id + "\"]"));
        other.ask("{\"make\":\"i\",\"limit\":" + limit + ",\"items\":[" + String.join(",", items) + "]}");
        Negentropy initiator = new Negentropy(Voice.PRIMITIVES, mine, limit);
        Negentropy responder = new Negentropy(Voice.PRIMITIVES, theirs, answerLimit);
        Optional<Bytes> message = Optional.of(initiator.initiate());
        assertThat(other.ask("{\"initiate\":\"i\"}").text("next").orElseThrow()).isEqualTo(message.get().hex());
        int messages = 1;
        while (message.isPresent()) {
            Bytes answer = responder.reconcile(message.get()).orThrow().next().orElseThrow();
            Negentropy.Step step = initiator.reconcile(answer).orThrow();
            Json.Obj said = other.ask("{\"take\":\"i\",\"initiator\":true,\"message\":\"" + answer.hex() + "\"}");
            assertThat(step.next().map(Bytes::hex).orElse("")).as("seed %d, message %d", seed, messages).isEqualTo(said.text("next").orElseThrow());
            assertThat(hex(step.have())).as("seed %d", seed).isEqualTo(ids(said, "have"));
            assertThat(hex(step.need())).as("seed %d", seed).isEqualTo(ids(said, "need"));
            message = step.next();
            messages++;
        }
        return messages;
    }

    @Test
    void nostrToolsSyncsWithTheRelay() throws Exception {
        long now = System.currentTimeMillis() / 1000;
        Voice circle = new Voice(1);
        List<Event> events = circle.envelopes(now, 1_500);
        Path js = NostrToolsTest.installed();
        try (RelayServer relay = RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0)); Client client = new Client(relay.address())) {
            for (Event event : events.subList(0, 1_200)) {
                client.publish(event);
            }
            List<String> items = events.subList(100, 1_500).stream().map(event -> "[" + event.createdAt() + ",\"" + event.id().hex() + "\"]").toList();
            Path file = Files.writeString(folder.resolve("items.json"), "[" + String.join(",", items) + "]");
            for (String filter : List.of("{\"authors\":[\"" + circle.publicKey.hex() + "\"],\"kinds\":[9338]}", "{\"authors\":[\"" + circle.publicKey.hex()
                    + "\"]}")) {
                String out = NostrToolsTest.run(js, "node", "sync.mjs", relay.address().toString(), filter, file.toString());
                Json.Obj found = (Json.Obj) Json.read(out.strip()).orThrow();
                assertThat(ids(found, "need")).isEqualTo(hex(events.subList(0, 100).stream().map(Event::id).toList()));
                assertThat(ids(found, "have")).isEqualTo(hex(events.subList(1_200, 1_500).stream().map(Event::id).toList()));
            }
        }
    }
}
