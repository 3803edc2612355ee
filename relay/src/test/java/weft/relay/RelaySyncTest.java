package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.primitives.Bytes;
import weft.store.SqliteEnvelopes;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** NIP-77 over a real socket. */
class RelaySyncTest {
    private final long now = System.currentTimeMillis() / 1000;
    private final Voice circle = new Voice(1);
    private final Filter all = Filter.by(List.of(circle.publicKey), List.of(Envelope.KIND));

    @TempDir
    Path folder;

    private RelayServer start() throws Exception {
        return RelayServer.start(RelaySettings.standard(folder).at("127.0.0.1", 0));
    }

    private void store(Collection<Event> events) {
        try (SqliteEnvelopes store = SqliteEnvelopes.open(folder.resolve("relay.db"), true)) {
            store.append(List.copyOf(events));
        }
    }

    private static SyncIndex index(Collection<Event> events) {
        SyncIndex index = new SyncIndex();
        events.forEach(event -> index.add(event.createdAt(), event.id()));
        return index;
    }

    private record Found(Set<Bytes> have, Set<Bytes> need, int rounds) {}

    private static Found sync(Client client, String name, Filter filter, SyncIndex index) {
        Negentropy negentropy = new Negentropy(Voice.PRIMITIVES, index, 0);
        client.say(new ClientMessage.SyncOpen(name, filter, negentropy.initiate()));
        Found found = new Found(new HashSet<>(), new HashSet<>(), 0);
        for (int rounds = 1; ; rounds++) {
            Negentropy.Step step = negentropy.reconcile(client.await(RelayMessage.SyncMessage.class, m -> m.subscription().equals(name)).message()).orThrow();
            found.have.addAll(step.have());
            found.need.addAll(step.need());
            if (step.next().isEmpty()) {
                client.say(new ClientMessage.SyncClose(name));
                return new Found(found.have, found.need, rounds);
            }
            client.say(new ClientMessage.SyncMessage(name, step.next().get()));
        }
    }

    private static String refusal(Client client, ClientMessage message) {
        client.say(message);
        return client.await(RelayMessage.SyncError.class, m -> true).text();
    }

    private static Set<Bytes> ids(Collection<Event> events) {
        Set<Bytes> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }

    @Test
    void aCirclesIndexIsThereAtStartAndFollowsWhatComes() throws Exception {
        List<Event> events = circle.envelopes(now, 3_000);
        store(events.subList(0, 2_500));
        try (RelayServer relay = start(); Client client = new Client(relay.address())) {
            for (Event event : events.subList(2_500, 2_600)) {
                assertThat(client.publish(event).accepted()).isTrue();
            }
            Found found = sync(client, "a", all, index(events.subList(1_000, 3_000)));
            assertThat(found.need).isEqualTo(ids(events.subList(0, 1_000)));
            assertThat(found.have).isEqualTo(ids(events.subList(2_600, 3_000)));
            assertThat(sync(client, "b", all, index(events.subList(0, 2_600))).rounds).as("nothing differs").isEqualTo(1);
            assertThat(sync(client, "c", Filter.by(List.of(new Voice(2).publicKey), List.of(Envelope.KIND)), index(events.subList(0, 5))).have).hasSize(5);
        }
    }

    @Test
    void whatIsOverLeavesTheIndex() throws Exception {
        long ago = now - 5 * 86_400;
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            events.add(circle.envelope(ago, Day.at(now).plus(i % 2 == 0 ? -1 : 2), i, 1));
        }
        store(events);
        List<Event> alive = events.stream().filter(event -> event.expiration().orElseThrow() > now).toList();
        assertThat(alive).hasSize(100);
        try (RelayServer relay = start(); Client client = new Client(relay.address())) {
            // The first tick prunes; a publication after it is answered after that.
            Set<Bytes> need = Set.of();
            for (int i = 0; i < 1_200 && need.size() != 100; i++) {
                need = sync(client, "a", all, new SyncIndex()).need;
                Thread.sleep(50);
            }
            assertThat(need).isEqualTo(ids(alive));
        }
    }

    @Test
    void anyOtherFilterIsComparedByAnIndexMadeForIt() throws Exception {
        List<Event> notes = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            notes.add(circle.sign(now - i, 1, "note " + i));
        }
        store(notes);
        try (RelayServer relay = start(); Client client = new Client(relay.address())) {
            Filter some = new Filter(List.of(), List.of(circle.publicKey), List.of(1), Map.of(), Optional.of(now - 299), Optional.empty(), Optional.empty());
            Found found = sync(client, "a", some, index(notes.subList(100, 300)));
            assertThat(found.need).isEqualTo(ids(notes.subList(0, 100)));
            assertThat(found.have).isEmpty();
        }
    }

    @Test
    void bigAnswersKeepToTheFrame() throws Exception {
        List<Event> events = circle.envelopes(now, 6_000);
        store(events);
        try (RelayServer relay = start(); Client client = new Client(relay.address())) {
            // An id list for everything, against an empty one: more than one frame's ids.
            client.say(new ClientMessage.SyncOpen("a", all, Bytes.hex("6100000200")));
            Bytes answer = client.await(RelayMessage.SyncMessage.class, m -> true).message();
            assertThat(answer.size()).isBetween(50_000, 60_000);
            assertThat(sync(client, "b", all, new SyncIndex()).need).isEqualTo(ids(events));
        }
    }

    @Test
    void whatBreaksTheRulesIsAnsweredWithAReason() throws Exception {
        try (RelayServer relay = start(); Client client = new Client(relay.address())) {
            assertThat(refusal(client, new ClientMessage.SyncMessage("none", Bytes.hex("61")))).startsWith("closed: no such sync");
            assertThat(refusal(client, new ClientMessage.SyncOpen("a", all, Bytes.hex("00")))).isEqualTo("closed: not-negentropy");
            assertThat(refusal(client, new ClientMessage.SyncOpen("a", all, Bytes.hex("61000002ff")))).startsWith("closed: ");
            assertThat(refusal(client, new ClientMessage.SyncMessage("a", Bytes.hex("61")))).as("a failed sync is closed").startsWith("closed: no such sync");
            for (int i = 0; i < 20; i++) {
                client.say(new ClientMessage.SyncOpen("s" + i, all, Bytes.hex("61")));
                client.await(RelayMessage.SyncMessage.class, m -> true);
            }
            assertThat(refusal(client, new ClientMessage.SyncOpen("one more", all, Bytes.hex("61")))).startsWith("blocked: more than 20");
            client.say(new ClientMessage.SyncClose("s0"));
            client.say(new ClientMessage.SyncOpen("one more", all, Bytes.hex("61")));
            client.await(RelayMessage.SyncMessage.class, m -> m.subscription().equals("one more"));
        }
    }

    @Test
    void anIndexThatWouldBeTooBigIsRefused() throws Exception {
        List<Event> notes = new ArrayList<>();
        Event one = circle.sign(now, 1, "note");
        for (int i = 0; i < 50_001; i++) {
            Bytes id = Bytes.bigEndian(i, 4).then(one.id().slice(4, 32));
            notes.add(new Event(id, one.publicKey(), one.createdAt(), 1, one.tags(), one.content(), one.signature()));
        }
        store(notes);
        try (RelayServer relay = start(); Client client = new Client(relay.address())) {
            Filter filter = Filter.by(List.of(circle.publicKey), List.of(1));
            assertThat(refusal(client, new ClientMessage.SyncOpen("a", filter, Bytes.hex("61")))).isEqualTo("blocked: this query is too big");
        }
    }
}
