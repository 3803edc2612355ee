package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.view.CircleCard;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/** Two nodes on one network, with no relay. */
class NeighboursTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final Bytes circle = world.circle(amina, "Mill Lane");

    @BeforeEach
    void joinThenLoseTheRelay() {
        world.join(amina, circle, bo);
        world.relay().down = true;
        world.relay().breakAll();
        world.settle();
    }

    private void post(TinyNode who, String title) {
        who.wish(new Command.Post(circle, World.ask(title), world.today().plus(3), ""));
    }

    @Test
    void whatBothHaveComesTogetherAndWhatIsNewFollows() {
        for (int i = 0; i < 400; i++) {
            post(i % 2 == 0 ? amina : bo, "Soup " + i);
        }
        assertThat(World.titles(bo, circle)).hasSize(200);
        Street street = Street.between(world, amina, bo);
        world.pass(5);
        assertThat(street.channels()).as("the circle and the acquaintance").isEqualTo(2);
        assertThat(World.titles(bo, circle)).hasSize(400).containsExactlyInAnyOrderElementsOf(World.titles(amina, circle));
        post(amina, "Bread");
        post(bo, "Jam");
        assertThat(World.titles(bo, circle)).contains("Bread", "Jam");
        assertThat(World.titles(amina, circle)).contains("Bread", "Jam");
        assertThat(bo.views().circles().getFirst().link()).isEqualTo(CircleCard.Reach.IN_STEP);
        assertThat(amina.views().node().waiting()).isZero();
    }

    /** The caller's clock jumps while the two are being compared, as a demonstration's does, or a laptop's that was asleep. */
    @Test
    void aClockThatJumpsWhileTheyCompareCostsNothing() {
        post(amina, "Soup");
        post(bo, "Bread");
        Peer peer = bo.peer;
        Bytes session = TinyNode.P.sha256(Bytes.ofUnsigned(9));
        peer.step(new Input.Met(5, true, session), world.now, bo.entropy);
        PeerState keys = VaultContent.read(TinyNode.P, TinyNode.P.keep(bo.vault.toArray())).orThrow();
        Turn met = peer.step(new Input.Proved(5, keys.circles.values().stream().map(one -> one.keys.proof(session, false)).toList()), world.now, bo.entropy);
        assertThat(met.effects()).filteredOn(Effect.Send.class::isInstance)
                .allMatch(send -> ((Effect.Send) send).message() instanceof ClientMessage.SyncOpen).isNotEmpty();
        world.now += 3 * 3_600;
        List<Effect> said = new java.util.ArrayList<>(peer.step(new Input.Woke(), world.now, bo.entropy).effects());
        world.now += 60;
        said.addAll(peer.step(new Input.Woke(), world.now, bo.entropy).effects());
        assertThat(said).as("asks for no pages, which a neighbour has not")
                .noneMatch(effect -> effect instanceof Effect.Send(int link, ClientMessage.Subscribe asked));
        assertThat(said).as("compares again").anyMatch(effect -> effect instanceof Effect.Send(int link, ClientMessage.SyncOpen open));
    }

    /** Who was met in vain is met again once circles have come. */
    @Test
    void aCircleMoreIsAReasonToMeet() {
        Turn turn = amina.peer.step(new Input.Wish(new Command.CircleNew("Other", List.of(), 1)), world.now, amina.entropy);
        assertThat(turn.effects()).contains(new Effect.MeetAgain());
        assertThat(amina.peer.step(new Input.Woke(), world.now, amina.entropy).effects()).doesNotContain(new Effect.MeetAgain());
    }

    @Test
    void whoSharesNothingLearnsNothingButAPaddedNumber() {
        TinyNode stranger = world.node("stranger");
        post(amina, "Soup");
        for (int circles = 1; circles < 10; circles++) {
            Street street = Street.between(world, circles % 2 == 0 ? amina : stranger, circles % 2 == 0 ? stranger : amina);
            assertThat(street.isUp()).isFalse();
            assertThat(street.proofs % 8).isZero();
            assertThat(street.messages).isZero();
            world.circle(stranger, "Other " + circles);
        }
    }

    /** He shows Amina's own proofs back to her. */
    @Test
    void proofsCantBeTurnedRound() {
        Bytes session = TinyNode.P.sha256(Bytes.ofUnsigned(9));
        PeerState keys = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        List<Bytes> hers = keys.circles.values().stream().map(one -> one.keys.proof(session, true)).toList();
        List<Bytes> ofAnotherChannel = keys.circles.values().stream().map(one -> one.keys.proof(TinyNode.P.sha256(session), false)).toList();
        Street street = Street.between(world, world.node("mirror"), world.node("nobody"));
        assertThat(street.isUp()).isFalse();
        for (List<Bytes> tags : List.of(hers, ofAnotherChannel)) {
            amina.log.clear();
            Peer peer = amina.peer;
            Turn met = peer.step(new Input.Met(77, true, session), world.now, amina.entropy);
            assertThat(met.effects()).anyMatch(Effect.Prove.class::isInstance);
            Turn turn = peer.step(new Input.Proved(77, tags), world.now, amina.entropy);
            assertThat(turn.effects()).contains(new Effect.Part(77)).noneMatch(Effect.Channel.class::isInstance);
        }
        // With the right ones it would have opened.
        amina.peer.step(new Input.Met(78, true, session), world.now, amina.entropy);
        Turn turn = amina.peer.step(new Input.Proved(78, keys.circles.values().stream().map(one -> one.keys.proof(session, false)).toList()), world.now,
                amina.entropy);
        assertThat(turn.effects()).filteredOn(Effect.Channel.class::isInstance).hasSize(2);
    }

    @Test
    void onlySharedCirclesPass() {
        Bytes own = world.circle(amina, "Elsewhere");
        amina.wish(new Command.Post(own, World.ask("Secret soup"), world.today(), ""));
        post(amina, "Soup");
        Street.between(world, bo, amina);
        world.pass(5);
        assertThat(World.titles(bo, circle)).containsExactly("Soup");
        assertThat(bo.store.values()).noneMatch(event -> event.publicKey().equals(own));
        // Asked by name on the channel of the shared one, what belongs to another circle is not given.
        Event secret = amina.store.values().stream().filter(event -> event.publicKey().equals(own)).findFirst().orElseThrow();
        int link = amina.links.keySet().stream().max(Integer::compare).orElseThrow();
        amina.log.clear();
        for (int number = 0; number < link + 10; number++) {
            amina.step(new Input.Asked(number, new ClientMessage.Subscribe("x", List.of(weft.wire.message.Filter.withIds(List.of(secret.id()))))));
        }
        assertThat(amina.log).noneMatch(line -> line.startsWith("AnswerStored"));
    }

    @Test
    void whatANeighbourBringsGoesOnToTheRelayAndToOthers() {
        TinyNode cleo = world.node("cleo");
        world.relay().down = false;
        world.pass(600);
        world.join(amina, circle, cleo);
        world.relay().down = true;
        world.relay().breakAll();
        world.settle();
        Street.between(world, amina, bo);
        Street.between(world, bo, cleo);
        world.pass(3);
        post(amina, "Soup");
        world.pass(3);
        assertThat(World.titles(cleo, circle)).containsExactly("Soup");
        amina.stop();
        world.relay().down = false;
        world.pass(900);
        assertThat(world.relay().events.values().stream().filter(event -> event.publicKey().equals(circle))).hasSize(1);
    }

    @Test
    void partingAndMeetingAnewWorks() {
        Street first = Street.between(world, amina, bo);
        world.pass(3);
        first.fail();
        world.settle();
        post(amina, "Soup");
        assertThat(World.titles(bo, circle)).isEmpty();
        assertThat(bo.views().circles().getFirst().link()).isEqualTo(CircleCard.Reach.ALONE);
        Street.between(world, bo, amina);
        world.pass(3);
        assertThat(World.titles(bo, circle)).containsExactly("Soup");
        // A circle made since is not among the proofs given, so they hang up and meet anew.
        world.circle(bo, "New");
        world.settle();
        assertThat(world.streets.get(2).isUp()).isFalse();
    }

    @Test
    void aFullDiskHangsUpAndLosesNothing() {
        for (int i = 0; i < 20; i++) {
            post(amina, "Soup " + i);
        }
        bo.mayStore = 3;
        Street.between(world, amina, bo);
        world.pass(3);
        bo.mayStore = Integer.MAX_VALUE;
        world.pass(120);
        Street.between(world, bo, amina);
        world.pass(3);
        assertThat(World.titles(bo, circle)).hasSize(20);
    }
}
