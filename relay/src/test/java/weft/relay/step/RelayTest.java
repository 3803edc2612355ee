package weft.relay.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.relay.Voice;
import weft.store.SqliteEnvelopes;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.event.Tag;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/** The machine in a box: effects are performed at once, on one thread, by a clock that the test moves. */
class RelayTest {
    private static final long NOON = Day.at(1_800_000_000L).startsAt() + 43_200;
    private static final int ENVELOPE = 9338;

    @TempDir
    Path folder;

    private SqliteEnvelopes store;
    private Relay relay;
    private long now = NOON;
    private boolean diskFull;
    private final List<RelayMessage> said = new ArrayList<>();
    private final Set<Integer> shut = new HashSet<>();

    @BeforeEach
    void open() {
        store = SqliteEnvelopes.open(folder.resolve("relay.db"), true);
        restart(RelayPolicy.standard());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void restart(RelayPolicy policy) {
        relay = new Relay(policy, store.bytesByKey(), Indexes.of(Voice.PRIMITIVES, store));
        give(new RelayInput.Opened(1, "relay.example", "challenge-1"));
        give(new RelayInput.Opened(2, "relay.example", "challenge-2"));
        said.clear();
    }

    private static RelayPolicy with(RelayPolicy.Bounds bounds) {
        return new RelayPolicy(bounds, Set.of(), 0, false);
    }

    private void give(RelayInput first) {
        Deque<RelayInput> inputs = new ArrayDeque<>(List.of(first));
        Shelf shelf = new Shelf(store);
        while (!inputs.isEmpty()) {
            for (RelayEffect effect : relay.step(inputs.removeFirst(), now * 1_000)) {
                switch (effect) {
                    case RelayEffect.Check(int link, Event event, boolean proof) -> inputs.add(new RelayInput.Judged(List.of(
                            new RelayInput.Judgement(link, event, proof,
                            event.verify(Voice.PRIMITIVES) instanceof Checked.Bad<Event>(EventFault fault, String d)
                                    ? Optional.of(fault) : Optional.empty()))));
                    case RelayEffect.Append(var events) ->
                            inputs.add(diskFull ? new RelayInput.NotShelved(events, "no room") : new RelayInput.Shelved(shelf.put(events)));
                    case RelayEffect.Read(int link, long reading, var filter, var after, int most) ->
                            inputs.add(new RelayInput.Found(link, reading, shelf.read(filter, after, most)));
                    case RelayEffect.Index(int link, long sync, var filter, int most) ->
                            inputs.add(new RelayInput.Indexed(link, sync, shelf.stamps(filter, most)));
                    case RelayEffect.Send(int link, RelayMessage message) -> said.add(message);
                    case RelayEffect.TellWhenDrained(int link) -> inputs.add(new RelayInput.Drained(link));
                    case RelayEffect.Shut(int link, String why) -> shut.add(link);
                    case RelayEffect.Prune(long seconds) -> {
                        List<weft.store.Envelopes.Stamp> gone = store.endedBefore(seconds);
                        store.removeEndedBefore(seconds);
                        inputs.add(new RelayInput.Pruned(store.bytesByKey(), gone));
                    }
                }
            }
        }
    }

    private List<RelayMessage> says(int link, ClientMessage message) {
        said.clear();
        give(new RelayInput.Said(link, message));
        return List.copyOf(said);
    }

    private String publish(int link, Event event) {
        for (RelayMessage message : says(link, new ClientMessage.Publish(event))) {
            if (message instanceof RelayMessage.Ok(var id, boolean accepted, String text) && id.equals(event.id())) {
                return accepted + " " + text;
            }
        }
        throw new AssertionError("no answer: " + said);
    }

    private List<Event> ask(Filter... filters) {
        List<RelayMessage> answer = says(2, new ClientMessage.Subscribe("q", List.of(filters)));
        assertThat(answer.getLast()).isEqualTo(new RelayMessage.EndOfStored("q"));
        give(new RelayInput.Said(2, new ClientMessage.Unsubscribe("q")));
        return answer.stream().filter(RelayMessage.Delivered.class::isInstance).map(m -> ((RelayMessage.Delivered) m).event()).toList();
    }

    private static Filter by(Voice voice) {
        return Filter.by(List.of(voice.publicKey), List.of());
    }

    @Test
    void refusesWithTheRightWord() {
        Voice voice = new Voice(1);
        Event event = voice.envelope(now, 1);
        assertThat(publish(1, new Event(event.id(), event.publicKey(), event.createdAt(), ENVELOPE, event.tags(), event.content() + "A", event.signature())))
                .startsWith("false invalid: malformed-payload");
        assertThat(publish(1, voice.sign(now, 1, "x", Tag.of("expiration", Long.toString(now))))).startsWith("false invalid: its expiration");
        assertThat(publish(1, voice.sign(now + 901, 1, "x"))).startsWith("false invalid: created_at");
        assertThat(publish(1, voice.envelope(now, Day.at(now).plus(401), 1, 1))).startsWith("false invalid: lasts-too-long");
        assertThat(publish(1, voice.sign(now, 62, "", Tag.of("relay", "ALL_RELAYS")))).startsWith("false blocked:");
        assertThat(publish(1, voice.sign(now, 22_242, ""))).startsWith("false invalid:");
        assertThat(store.count()).isZero();
        restart(new RelayPolicy(RelayPolicy.Bounds.standard(), Set.of(ENVELOPE), 0, false));
        assertThat(publish(1, voice.sign(now, 1, "x"))).startsWith("false blocked: this relay does not take kind 1");
        assertThat(publish(1, event)).isEqualTo("true ");
        assertThat(publish(2, event)).startsWith("true duplicate:");
    }

    @Test
    void wantsWork() {
        restart(new RelayPolicy(RelayPolicy.Bounds.standard(), Set.of(), 8, false));
        Voice voice = new Voice(1);
        assertThat(publish(1, mined(voice, "8", 0, 7))).startsWith("false pow: 8 bits");
        assertThat(publish(1, mined(voice, "4", 8, 256))).as("committed to less").startsWith("false pow:");
        assertThat(publish(1, mined(voice, "8", 8, 256))).isEqualTo("true ");
    }

    private Event mined(Voice voice, String target, int least, int most) {
        for (int nonce = 0; ; nonce++) {
            Event event = voice.sign(now, 1, "x", Tag.of("nonce", Integer.toString(nonce), target));
            int zeros = Work.zeros(event.id());
            if (zeros >= least && zeros <= most) {
                return event;
            }
        }
    }

    @Test
    void protectedEventsComeFromTheirAuthorOnly() {
        Voice voice = new Voice(1);
        Voice other = new Voice(2);
        Event mine = voice.sign(now, 1, "x", Tag.of("-"));
        assertThat(publish(1, mine)).startsWith("false auth-required:");
        assertThat(proves(1, other.proof(now, "wss://relay.example/", "challenge-1"))).isEqualTo("true ");
        assertThat(publish(1, mine)).startsWith("false restricted:");
        assertThat(proves(1, voice.proof(now, "wss://relay.example/", "challenge-2"))).as("another connection's challenge").startsWith("false invalid:");
        assertThat(proves(1, voice.proof(now, "wss://evil.example/", "challenge-1"))).as("another relay").startsWith("false invalid:");
        assertThat(proves(1, voice.proof(now - 700, "wss://relay.example/", "challenge-1"))).as("long ago").startsWith("false invalid:");
        assertThat(proves(1, voice.proof(now, "wss://RELAY.example:443", "challenge-1"))).isEqualTo("true ");
        assertThat(publish(1, mine)).isEqualTo("true ");
    }

    private String proves(int link, Event proof) {
        says(link, new ClientMessage.Authenticate(proof));
        RelayMessage.Ok ok = (RelayMessage.Ok) said.getLast();
        return ok.accepted() + " " + ok.text();
    }

    @Test
    void aCircleGoesToItsMembersOnlyWhereThatIsWanted() {
        restart(new RelayPolicy(RelayPolicy.Bounds.standard(), Set.of(), 0, true));
        Voice circle = new Voice(1);
        Event stored = circle.envelope(now, 1);
        assertThat(publish(1, stored)).isEqualTo("true ");
        Filter asked = Filter.by(List.of(circle.publicKey), List.of(ENVELOPE));
        assertThat(says(2, new ClientMessage.Subscribe("a", List.of(asked)))).singleElement()
                .isInstanceOfSatisfying(RelayMessage.Closed.class, closed -> assertThat(closed.text()).startsWith("auth-required:"));
        assertThat(ask(by(circle))).as("asked for without naming the kind").isEmpty();
        says(2, new ClientMessage.Subscribe("all", List.of(by(circle))));
        Event live = circle.envelope(now, 2);
        says(1, new ClientMessage.Publish(live));
        assertThat(said).noneMatch(RelayMessage.Delivered.class::isInstance);
        assertThat(proves(2, circle.proof(now, "wss://relay.example", "challenge-2"))).isEqualTo("true ");
        assertThat(ask(asked)).containsExactlyInAnyOrder(stored, live);
        Filter two = Filter.by(List.of(circle.publicKey, new Voice(2).publicKey), List.of(ENVELOPE));
        assertThat(says(2, new ClientMessage.Subscribe("a", List.of(two)))).singleElement()
                .isInstanceOfSatisfying(RelayMessage.Closed.class, closed -> assertThat(closed.text()).startsWith("restricted:"));
    }

    @Test
    void whatIsOverIsNotGivenAndThenGone() {
        Voice circle = new Voice(1);
        Event short1 = circle.envelope(now, Day.at(now), 1, 1);
        Event longer = circle.envelope(now, Day.at(now).plus(5), 2, 1);
        publish(1, short1);
        publish(1, longer);
        assertThat(ask(by(circle))).hasSize(2);
        now = Day.at(now).endsAt();
        assertThat(ask(by(circle))).containsExactly(longer);
        assertThat(store.count()).isEqualTo(2);
        give(new RelayInput.Tick());
        assertThat(store.count()).isEqualTo(1);
        assertThat(relay.tally().storedBytes()).isEqualTo(longer.json().length());
        assertThat(publish(1, short1)).startsWith("false invalid: its expiration");
    }

    @Test
    void envelopesAreNotDeletedOnRequest() {
        Voice voice = new Voice(1);
        Event envelope = voice.envelope(now, 1);
        Event note = voice.sign(now, 1, "x");
        Event anothers = new Voice(2).sign(now, 1, "y");
        List.of(envelope, note, anothers).forEach(event -> publish(1, event));
        Event deletion = voice.sign(now, 5, "", Tag.of("e", envelope.id().hex()), Tag.of("e", note.id().hex()), Tag.of("e", anothers.id().hex()));
        assertThat(publish(1, deletion)).isEqualTo("true envelopes (kind 9338) are not deleted on request, all else is");
        assertThat(ask(by(voice))).containsExactlyInAnyOrder(envelope, deletion);
        assertThat(ask(by(new Voice(2)))).containsExactly(anothers);
        restart(RelayPolicy.standard());
        assertThat(publish(1, note)).startsWith("false blocked: its author has deleted it");
        assertThat(publish(1, envelope)).startsWith("true duplicate:");
    }

    @Test
    void kindsAreKeptAsNip01Wants() {
        Voice voice = new Voice(1);
        Event first = voice.sign(now, 30_023, "1", Tag.of("d", "soup"));
        Event second = voice.sign(now + 1, 30_023, "2", Tag.of("d", "soup"));
        Event other = voice.sign(now, 30_023, "3", Tag.of("d", "bread"));
        Event profile = voice.sign(now + 2, 0, "{}");
        List.of(second, first, other, profile).forEach(event -> publish(1, event));
        assertThat(publish(1, voice.sign(now + 1, 0, "older"))).startsWith("true duplicate: a newer one");
        assertThat(ask(by(voice))).containsExactlyInAnyOrder(second, other, profile);
        says(2, new ClientMessage.Subscribe("live", List.of(by(voice))));
        Event passing = voice.sign(now, 20_001, "now");
        assertThat(says(1, new ClientMessage.Publish(passing))).contains(new RelayMessage.Delivered("live", passing));
        assertThat(ask(by(voice))).doesNotContain(passing);
    }

    @Test
    void nobodyHearsOfWhatIsNotDurable() {
        Voice circle = new Voice(1);
        says(2, new ClientMessage.Subscribe("live", List.of(by(circle))));
        diskFull = true;
        Event event = circle.envelope(now, 1);
        assertThat(publish(1, event)).isEqualTo("false error: no room");
        assertThat(said).noneMatch(RelayMessage.Delivered.class::isInstance);
        assertThat(relay.tally().storedBytes()).isZero();
        assertThat(relay.tally().waiting()).isZero();
        diskFull = false;
        assertThat(publish(1, event)).isEqualTo("true ");
        assertThat(said).contains(new RelayMessage.Delivered("live", event));
    }

    @Test
    void spaceIsBounded() {
        Voice one = new Voice(1);
        RelayPolicy.Bounds b = RelayPolicy.Bounds.standard();
        int size = one.envelope(now, 1).json().length();
        restart(with(new RelayPolicy.Bounds(b.eventBytes(), 2L * size, 3L * size, 2, 10, b.eventsAMinute(), b.requestsAMinute(), b.faults())));
        assertThat(publish(1, one.envelope(now, 1))).isEqualTo("true ");
        assertThat(publish(1, one.envelope(now, 2))).isEqualTo("true ");
        assertThat(publish(1, one.envelope(now, 3))).startsWith("false blocked: this key's space");
        assertThat(publish(1, new Voice(2).envelope(now, 1))).isEqualTo("true ");
        assertThat(publish(1, new Voice(3).envelope(now, 1))).startsWith("false error: this relay's disk space");
        for (int i = 0; i < 2; i++) {
            says(1, new ClientMessage.Subscribe("s" + i, List.of(by(one))));
        }
        assertThat(says(1, new ClientMessage.Subscribe("s2", List.of(by(one))))).singleElement().isInstanceOf(RelayMessage.Closed.class);
        assertThat(says(1, new ClientMessage.Subscribe("s1", List.of(by(one))))).as("replacing one").hasSize(3);
    }

    @Test
    void paceIsBoundedByTheMinute() {
        RelayPolicy.Bounds b = RelayPolicy.Bounds.standard();
        restart(with(new RelayPolicy.Bounds(b.eventBytes(), b.bytesByKey(), b.bytesInAll(), 10, 10, 2, 2, 3)));
        Voice voice = new Voice(1);
        for (int i = 0; i < 8; i++) {
            assertThat(publish(1, voice.envelope(now, i))).isEqualTo("true ");
        }
        assertThat(publish(1, voice.envelope(now, 9))).startsWith("false rate-limited:");
        assertThat(publish(2, voice.envelope(now, 9))).as("another link").isEqualTo("true ");
        now += 31;
        assertThat(publish(1, voice.envelope(now, 10))).isEqualTo("true ");
        assertThat(publish(1, voice.envelope(now, 11))).startsWith("false rate-limited:");
        for (int i = 0; i < 3; i++) {
            give(new RelayInput.Garbled(1, "not-json"));
        }
        assertThat(shut).containsExactly(1);
        assertThat(relay.tally().refused()).isEqualTo(Map.of("rate-limited", 2L));
    }

    @Test
    void longAnswersComeInPagesAndClosedOnesStop() {
        Voice circle = new Voice(1);
        List<Event> events = circle.envelopes(now, 200);
        store.append(events);
        assertThat(ask(by(circle))).containsExactlyInAnyOrderElementsOf(events);
        assertThat(ask(by(circle).page(Optional.empty(), 100))).hasSize(100);
        assertThat(ask(by(circle).page(Optional.empty(), 0))).isEmpty();
        assertThat(ask(by(circle), by(circle))).as("each once").hasSize(200);
        List<RelayEffect> effects = relay.step(new RelayInput.Said(1, new ClientMessage.Subscribe("a", List.of(by(circle)))), now * 1_000);
        assertThat(effects).singleElement().isInstanceOf(RelayEffect.Read.class);
        assertThat(relay.step(new RelayInput.Said(1, new ClientMessage.Subscribe("b", List.of(by(circle)))), now * 1_000)).as("one at a time").isEmpty();
        assertThat(relay.step(new RelayInput.Said(1, new ClientMessage.Unsubscribe("a")), now * 1_000)).singleElement()
                .isInstanceOfSatisfying(RelayEffect.Read.class, read -> assertThat(read.reading())
                .isEqualTo(((RelayEffect.Read) effects.getFirst()).reading() + 1));
        assertThat(relay.step(new RelayInput.Found(1, ((RelayEffect.Read) effects.getFirst()).reading(), events), now * 1_000)).as("late page").isEmpty();
        relay.step(new RelayInput.Closed(1), now * 1_000);
        assertThat(relay.step(new RelayInput.Drained(1), now * 1_000)).isEmpty();
        assertThat(relay.tally().subscriptions()).isZero();
    }
}
