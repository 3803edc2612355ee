package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.message.RelayMessage;

/** What both have is the same again, whatever the relay does; and what goes over the wire for it. */
class SyncTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final Bytes circle = world.circle(amina, "Mill Lane");

    private void post(TinyNode who, int from, int to) {
        for (int i = from; i < to; i++) {
            who.wish(new Command.Post(circle, World.ask("Soup " + i), world.today().plus(3), ""));
        }
    }

    private List<Event> atRelay() {
        return world.relay().events.values().stream().filter(event -> event.publicKey().equals(circle)).toList();
    }

    /** More in one hour than a page holds, which pages alone can't fetch. */
    @Test
    void anHourWithMoreThanAPageGoesThroughByFingerprints() {
        world.relay().cap = 100;
        post(amina, 0, 700);
        world.join(amina, circle, bo);
        world.pass(20);
        assertThat(World.titles(bo, circle)).hasSize(700);
        assertThat(world.relay().asked).doesNotContainKey("page").containsKey("fetch");
    }

    @Test
    void nothingNewCostsOneMessage() {
        post(amina, 0, 300);
        world.pass(10);
        world.relay().asked.clear();
        world.relay().breakAll();
        world.pass(60);
        assertThat(world.relay().asked).containsEntry("messages", 1).doesNotContainKeys("fetch", "page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "restarted", "half"})
    void aRelayThatLostThingsGetsThemBack(String how) {
        world.join(amina, circle, bo);
        post(amina, 0, 150);
        post(bo, 150, 300);
        world.pass(20);
        int all = atRelay().size();
        assertThat(all).isEqualTo(300);
        switch (how) {
            case "empty" -> world.relays.put(World.RELAY, replaced());
            case "restarted" -> {
                world.relay().down = true;
                world.relay().breakAll();
                post(amina, 300, 310);
                world.pass(600);
                assertThat(World.titles(bo, circle)).hasSize(300);
                world.relay().down = false;
            }
            default -> {
                SeededEntropy entropy = new SeededEntropy("half");
                world.relay().events.keySet().removeIf(id -> entropy.below(2) == 0);
                world.relay().breakAll();
            }
        }
        world.pass(900);
        assertThat(atRelay()).hasSize(how.equals("restarted") ? 310 : 300);
        assertThat(World.titles(amina, circle)).hasSameSizeAs(atRelay()).containsExactlyInAnyOrderElementsOf(World.titles(bo, circle));
    }

    private TinyRelay replaced() {
        world.relay().breakAll();
        return new TinyRelay();
    }

    /** The connection stays, the relay loses: the next comparison finds out. */
    @Test
    void aLinkThatStaysOpenIsComparedAgain() {
        world.join(amina, circle, bo);
        post(amina, 0, 40);
        world.pass(10);
        world.relay().events.clear();
        world.pass(2 * PeerLimits.COMPARE_AGAIN_SECONDS);
        assertThat(atRelay()).hasSize(40);
    }

    @Test
    void plainListsAreComparedOnceADay() {
        post(amina, 0, 1_300);
        world.relay().events.keySet().removeIf(id -> id.at(0) < 20);
        world.pass(7_200);
        assertThat(atRelay()).hasSize(1_300);
        world.relay().asked.clear();
        world.pass(86_400);
        // 1,300 ids are three lists, within a day of comparisons that need one message each.
        assertThat(world.relay().asked.get("messages")).isEqualTo(world.relay().asked.get("sync")).isGreaterThan(20);
    }

    /** Somebody inside has made fingerprints collide, so that one envelope is never missed; the lists of ids show it within a day and a half. */
    @Test
    void whatCollidingFingerprintsHideIsFoundByPlainLists() {
        world.join(amina, circle, bo);
        bo.stop();
        post(amina, 0, 100);
        atRelay().stream().limit(60).skip(50).forEach(event -> world.relay().hidden.add(event.id()));
        bo.start();
        world.pass(3_600);
        assertThat(World.titles(bo, circle)).hasSizeBetween(90, 99);
        world.pass(36 * 3_600);
        assertThat(World.titles(bo, circle)).hasSize(100);
    }

    static Stream<Function<String, RelayMessage>> refusals() {
        return Stream.of(name -> new RelayMessage.SyncError(name, "unsupported: no"), name -> new RelayMessage.Notice("unknown message"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRelayWithoutItIsReadByPagesAndNotAskedAgainThatDay(Function<String, RelayMessage> refusal) {
        world.relay().negentropy = false;
        world.relay().refusesBy = refusal;
        world.relay().breakAll();
        post(amina, 0, 120);
        world.pass(60);
        world.join(amina, circle, bo);
        world.pass(60);
        assertThat(World.titles(bo, circle)).hasSize(120);
        assertThat(atRelay()).hasSize(120);
        world.relay().asked.clear();
        world.relay().breakAll();
        world.pass(60);
        assertThat(world.relay().asked).doesNotContainKey("sync").containsKey("page");
    }

    @Test
    void aRelayThatAnswersAFilterItKnowsAsBeforeHidesNothing() {
        world.relay().negentropy = false;
        world.relay().answered = Optional.of(new HashMap<>());
        post(amina, 0, 60);
        world.relay().breakAll();
        world.pass(60);
        post(amina, 60, 120);
        world.join(amina, circle, bo);
        world.pass(60);
        assertThat(World.titles(bo, circle)).hasSize(120);
    }

    @Test
    void aRelayThatIsSilentAboutItIsReadByPages() {
        world.relay().negentropy = false;
        world.relay().refusesBy = name -> new RelayMessage.Challenge("of no meaning here");
        world.relay().breakAll();
        post(amina, 0, 120);
        world.pass(PeerLimits.COMPARE_SECONDS + 10);
        assertThat(world.relay().asked).containsKey("page");
        world.join(amina, circle, bo);
        world.pass(30);
        assertThat(World.titles(bo, circle)).hasSize(120);
    }

    @Test
    void aRelayThatClosesAtTheWordIsReadByPages() {
        TinyRelay relay = world.relay();
        relay.negentropy = false;
        relay.refusesBy = name -> {
            relay.breakAll();
            return new RelayMessage.Notice("bye");
        };
        post(amina, 0, 10);
        world.pass(400);
        assertThat(amina.views().node().relays().getFirst().connected()).isTrue();
        world.join(amina, circle, bo);
        world.pass(400);
        assertThat(World.titles(bo, circle)).hasSize(10);
    }

    /**
     * The lid was closed: connections are dead before the node hears of it, and nothing answers what it asks on them. Found by counting frames
     * in the box, where after each sleep everything was read by pages for a day.
     */
    @Test
    void connectionsThatDiedAsleepSayNothingAgainstTheRelay() {
        post(amina, 0, 40);
        world.join(amina, circle, bo);
        world.pass(10);
        for (int i = 0; i < 3; i++) {
            world.relay().asked.clear();
            world.relay().subscriptions.clear();
            world.now += 8 * 3_600;
            amina.step(new Input.Woke());
            bo.step(new Input.Woke());
            List.copyOf(amina.links.keySet()).forEach(link -> amina.inbox.add(new Input.LinkClosed(link, "asleep")));
            List.copyOf(bo.links.keySet()).forEach(link -> bo.inbox.add(new Input.LinkClosed(link, "asleep")));
            world.pass(600);
            assertThat(amina.views().node().relays().getFirst().connected()).isTrue();
            assertThat(world.relay().asked).containsKey("messages").doesNotContainKey("page");
        }
    }

    /** It names ids that it never sends, for ever. */
    @Test
    void aRelayThatMakesUpIdsIsLetTalk() {
        post(amina, 0, 10);
        world.relay().breakAll();
        TinyRelay relay = world.relay();
        relay.negentropy = false;
        int[] told = new int[1];
        relay.refusesBy = name -> new RelayMessage.SyncMessage(name,
                Bytes.hex("6100000201").then(TinyNode.P.sha256(Bytes.bigEndian(told[0]++, 4))));
        world.pass(120);
        assertThat(amina.views().circles().getFirst().link()).isEqualTo(weft.core.view.CircleCard.Reach.IN_STEP);
        assertThat(told[0]).isPositive();
    }

    /** What comes by one relay is passed on to the other, where nobody else does. */
    @Test
    void whatComesByOneRelayGoesToTheOther() {
        String other = "wss://other.test/";
        world.relays.put(other, new TinyRelay());
        Bytes both = ((Outcome.DoneCircle) amina.wish(new Command.CircleNew("Two", List.of(World.RELAY, other), 1))).circle();
        world.join(amina, both, bo);
        world.relays.get(other).down = true;
        world.relays.get(other).breakAll();
        // Bo reaches one relay alone; the other learns it from Amina, whose link there comes back first.
        world.pass(1);
        bo.wish(new Command.Post(both, World.ask("Bread"), world.today().plus(2), ""));
        world.relays.get(other).down = false;
        world.pass(700);
        assertThat(world.relays.get(other).events.values().stream().filter(event -> event.publicKey().equals(both))).hasSize(1);
    }

    @Test
    void theIndexHoldsWhatIsHeld() {
        world.join(amina, circle, bo);
        post(amina, 0, 20);
        bo.restart();
        world.pass(6 * 86_400);
        for (TinyNode node : List.of(amina, bo)) {
            assertThat(node.store.values().stream().filter(event -> event.publicKey().equals(circle))).isEmpty();
        }
        post(bo, 20, 25);
        world.pass(10);
        assertThat(World.titles(amina, circle)).hasSize(5);
    }

    @Test
    void carriedEnvelopesAreTakenOnceAndTheRestIsCounted() {
        world.join(amina, circle, bo);
        world.relay().down = true;
        world.relay().breakAll();
        post(amina, 0, 5);
        Bytes foreign = world.circle(amina, "Elsewhere");
        amina.wish(new Command.Post(foreign, World.ask("No"), world.today().plus(1), ""));
        List<Envelope> stick = amina.store.values().stream().filter(event -> event.publicKey().equals(circle) || event.publicKey().equals(foreign))
                .map(event -> Envelope.of(event).orThrow()).toList();
        assertThat(bo.wish(new Command.Carry(stick))).isEqualTo(new Outcome.Carried(5, 0, 1, 0, 0));
        assertThat(World.titles(bo, circle)).hasSize(5);
        assertThat(bo.wish(new Command.Carry(stick))).isEqualTo(new Outcome.Carried(0, 5, 1, 0, 0));
        world.pass(8 * 86_400);
        assertThat(((Outcome.Carried) bo.wish(new Command.Carry(stick))).over()).isEqualTo(5);
        world.relay().down = false;
    }

    @Test
    void whatWasCarriedGoesToTheRelaysToo() {
        world.join(amina, circle, bo);
        world.relay().lost = 100;
        post(amina, 0, 5);
        world.relay().lost = 0;
        List<Envelope> stick = amina.store.values().stream().filter(event -> event.publicKey().equals(circle)).map(event -> Envelope.of(event).orThrow())
                .toList();
        amina.stop();
        bo.wish(new Command.Carry(stick));
        world.pass(15);
        assertThat(atRelay()).hasSize(5);
    }
}
