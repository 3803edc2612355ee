package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/** An invitation without any relay: over the network that two are on, or by a stick that goes there and back. */
class JoiningWithoutRelayTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final Bytes circle = ((Outcome.DoneCircle) amina.wish(new Command.CircleNew("Mill Lane", List.of(), 1))).circle();

    private String invite() {
        amina.wish(new Command.CircleInvite(circle));
        return amina.views().invitations().getFirst().link().orElseThrow();
    }

    private static InvitationView invitation(TinyNode node) {
        return node.views().invitations().getFirst();
    }

    /** The shells meet again as often as the peers ask for it. */
    private void meet(TinyNode caller, TinyNode called) {
        for (int i = 0; i < 6; i++) {
            Street street = Street.between(world, caller, called);
            world.pass(3);
            if (street.isUp()) {
                street.fail();
                world.settle();
            }
        }
    }

    @Test
    void overTheNetworkWhicheverOfTheTwoCalls() {
        for (boolean inviterCalls : List.of(true, false)) {
            TinyNode guest = world.node("guest " + inviterCalls);
            post("Soup " + inviterCalls);
            String link = invite();
            guest.wish(new Command.CircleJoin(link, "Lane"));
            meet(inviterCalls ? amina : guest, inviterCalls ? guest : amina);
            assertThat(guest.views().knows(circle)).isTrue();
            assertThat(World.titles(guest, circle)).contains("Soup " + inviterCalls);
            assertThat(invitation(guest).stage()).isEqualTo(InvitationView.Stage.DONE);
            assertThat(invitation(guest).checkWords()).hasSize(4).isEqualTo(amina.views().invitations().getFirst().checkWords());
            assertThat(amina.views().invitations()).allMatch(one -> one.stage() == InvitationView.Stage.DONE);
        }
    }

    private void post(String title) {
        amina.wish(new Command.Post(circle, World.ask(title), world.today().plus(3), ""));
    }

    private static List<Event> packed(TinyNode node) {
        return ((Outcome.Packed) node.wish(new Command.PackInvitations())).events();
    }

    private static List<Envelope> stored(TinyNode node) {
        return node.store.values().stream().map(event -> Envelope.of(event).orThrow()).toList();
    }

    @Test
    void byAStickThereAndBack() {
        post("Soup");
        String link = invite();
        bo.wish(new Command.CircleJoin(link, "Lane"));
        List<Event> there = packed(bo);
        assertThat(there).singleElement().satisfies(knock -> assertThat(knock.kind()).isEqualTo(1059));
        assertThat(amina.wish(new Command.CarryInvitations(there))).isEqualTo(new Outcome.Carried(1, 0, 0, 0, 0));
        assertThat(amina.wish(new Command.CarryInvitations(there))).isEqualTo(new Outcome.Carried(0, 1, 0, 0, 0));
        List<Event> marks = packed(amina);
        assertThat(marks).singleElement().satisfies(mark -> assertThat(mark.kind()).isEqualTo(9392));
        bo.restart();
        assertThat(bo.wish(new Command.CarryInvitations(marks))).isEqualTo(new Outcome.Carried(1, 0, 0, 0, 0));
        assertThat(invitation(bo).stage()).isEqualTo(InvitationView.Stage.MET);
        assertThat(invitation(bo).checkWords()).isEqualTo(invitation(amina).checkWords());
        // The circle's own envelopes stand before the hand-over in this bundle: what came too early is read again from it.
        Outcome.Carried first = (Outcome.Carried) bo.wish(new Command.Carry(stored(amina)));
        assertThat(bo.views().knows(circle)).isTrue();
        if (first.foreign() > 0) {
            bo.wish(new Command.Carry(stored(amina)));
        }
        assertThat(World.titles(bo, circle)).containsExactly("Soup");
        assertThat(packed(bo)).as("nothing to knock for any more").isEmpty();
    }

    @Test
    void aKnockOfAStrangerAndAMarkForAnotherAreToldApart() {
        String link = invite();
        TinyNode thief = world.node("thief");
        thief.wish(new Command.CircleJoin(link, "Lane"));
        bo.wish(new Command.CircleJoin(link, "Lane"));
        amina.wish(new Command.CarryInvitations(packed(thief)));
        assertThat(amina.wish(new Command.CarryInvitations(packed(bo)))).as("used already").isEqualTo(new Outcome.Carried(0, 1, 0, 0, 0));
        bo.wish(new Command.CarryInvitations(packed(amina)));
        assertThat(invitation(bo).stage()).isEqualTo(InvitationView.Stage.USED);
        assertThat(world.node("nobody").wish(new Command.CarryInvitations(packed(amina)))).isEqualTo(new Outcome.Carried(0, 0, 1, 0, 0));
        assertThat(bo.views().knows(circle)).isFalse();
    }

    @Test
    void whoHoldsNoLinkLearnsNothingAndOpensNothing() {
        invite();
        Street street = Street.between(world, amina, bo);
        assertThat(street.isUp()).isFalse();
        assertThat(street.messages).isZero();
        assertThat(street.proofs).as("one circle and one invitation, padded").isEqualTo(8);
    }

    /** What is said on an invitation's channel may be anything. */
    @Test
    void garbageOnAnInvitationsChannelEndsItAlone() {
        String link = invite();
        bo.wish(new Command.CircleJoin(link, "Lane"));
        Bytes session = TinyNode.P.sha256(Bytes.ofUnsigned(9));
        Peer peer = amina.peer;
        peer.step(new Input.Met(77, false, session), world.now, amina.entropy);
        PeerState his = VaultContent.read(TinyNode.P, TinyNode.P.keep(bo.vault.toArray())).orThrow();
        List<Bytes> proofs = his.invitations.values().stream().map(one -> one.link().nearProof(TinyNode.P, session, true)).toList();
        Turn met = peer.step(new Input.Proved(77, proofs), world.now, amina.entropy);
        int channel = met.effects().stream().filter(Effect.Channel.class::isInstance).map(effect -> ((Effect.Channel) effect).link()).findFirst().orElseThrow();
        Event foreign = stored(amina).isEmpty() ? packed(bo).getFirst() : stored(amina).getFirst().event();
        for (ClientMessage message
                : List.of(new ClientMessage.SyncOpen("a", weft.wire.message.Filter.withIds(List.of()), Bytes.EMPTY), new ClientMessage.Unsubscribe("a"),
                new ClientMessage.Subscribe("a", List.of()), new ClientMessage.SyncMessage("a", Bytes.EMPTY), new ClientMessage.Publish(foreign))) {
            peer.step(new Input.Asked(channel, message), world.now, amina.entropy);
        }
        assertThat(bo.views().knows(circle)).isFalse();
    }
}
