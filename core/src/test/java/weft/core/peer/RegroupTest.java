package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weft.core.view.AcquaintanceCard;
import weft.core.view.OfferView;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Event;

/** Leaving, going on in a fresh circle, renewing. */
class RegroupTest {
    private final World world = new World();
    private final SeededEntropy draws = new SeededEntropy("regroup");

    private static List<Bytes> all(TinyNode node) {
        return node.views().acquaintances().stream().map(AcquaintanceCard::address).toList();
    }

    /** Who follows hands it on to all of theirs but the one left out. */
    private void follow(TinyNode node, String name, Set<Bytes> without) {
        OfferView offer = node.views().offers().getFirst();
        assertThat(node.wish(new Command.RegroupFollow(offer.id(), name, all(node).stream().filter(one -> !without.contains(one)).toList())))
                .isEqualTo(new Outcome.DoneCircle(offer.id()));
    }

    @Test
    void aCircleGoesOnWithThoseChosen() {
        regroup(24);
    }

    @Test
    @Tag("long")
    void aCircleOfTwoHundredGoesOnWithThoseChosen() {
        regroup(200);
    }

    private void regroup(int people) {
        List<TinyNode> nodes = new ArrayList<>();
        nodes.add(world.node("n0"));
        Bytes old = world.circle(nodes.getFirst(), "Mill Lane");
        for (int i = 1; i < people; i++) {
            TinyNode node = world.node("n" + i);
            // The last to come is the one who will be left out: nobody came through them.
            world.join(nodes.get(draws.below(Math.min(i, people - 1))), old, node);
            nodes.add(node);
        }
        TinyNode out = nodes.getLast();
        for (int i = 0; i < people; i++) {
            nodes.get(i).wish(new Command.Post(old, World.ask("need " + i), world.today().plus(8), "door " + i));
        }
        world.pass(600);
        Set<Bytes> without = new HashSet<>(all(out));
        int heardBefore = out.store.size();
        Set<Bytes> seenBefore = new LinkedHashSet<>(out.store.keySet());

        TinyNode first = nodes.getFirst();
        Bytes fresh = ((Outcome.DoneCircle) first.wish(new Command.CircleRegroup(old, "Mill Lane again",
                all(first).stream().filter(one -> !without.contains(one)).toList()))).circle();
        for (boolean any = true; any;) {
            world.pass(5);
            any = false;
            for (TinyNode node : nodes) {
                if (!node.views().offers().isEmpty()) {
                    assertThat(node.views().offers().getFirst().from()).as("says where it goes on from").isPresent();
                    follow(node, "again", without);
                    any = true;
                }
            }
        }
        world.pass(PeerLimits.CARRY_WITHIN_SECONDS + 60);

        for (int i = 0; i < people - 1; i++) {
            assertThat(nodes.get(i).views().knows(fresh)).isTrue();
            assertThat(World.titles(nodes.get(i), fresh)).hasSize(people - 1).doesNotHaveDuplicates().doesNotContain("need " + (people - 1));
            Ref own = nodes.get(i).views().board(weft.core.view.BoardQuery.all(fresh)).orElseThrow().threads().stream()
                    .filter(card -> card.mine()).findFirst().orElseThrow().ref();
            assertThat(World.aside(nodes.get(i).views().thread(own).orElseThrow())).containsExactly("door " + i);
        }
        assertThat(out.views().offers()).isEmpty();
        assertThat(out.views().circles()).hasSize(1);
        assertThat(out.store.size()).as("the one left out hears nothing but silence").isEqualTo(heardBefore);
        assertThat(out.store.keySet().equals(seenBefore)).isTrue();
        assertThat(World.titles(out, old)).hasSize(people);
        long foreign = world.relay().events.values().stream().map(Event::publicKey).filter(key -> key.equals(fresh)).count();
        assertThat(foreign).as("only their own threads went over").isEqualTo(2L * (people - 1));
    }

    @Test
    void anOfferOutlastsAStartAndCanBePutAside() {
        TinyNode amina = world.node("amina");
        TinyNode bo = world.node("bo");
        Bytes old = world.circle(amina, "Mill Lane");
        world.join(amina, old, bo);
        bo.stop();
        Bytes fresh = ((Outcome.DoneCircle) amina.wish(new Command.CircleRegroup(old, "Again", all(amina)))).circle();
        world.pass(60);
        bo.start();
        world.pass(60);
        assertThat(bo.views().offers()).extracting(OfferView::id).containsExactly(fresh);
        bo.restart();
        world.pass(60);
        assertThat(bo.views().offers()).hasSize(1);
        bo.wish(new Command.RegroupIgnore(fresh));
        bo.restart();
        world.pass(60);
        assertThat(bo.views().offers()).isEmpty();
        assertThat(bo.views().knows(fresh)).isFalse();
        assertThat(bo.wish(new Command.RegroupFollow(fresh, "x", List.of()))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_OFFER));
    }

    @Test
    void whatCanNotBeStoredIsTakenBackAndFollowedLater() {
        TinyNode amina = world.node("amina");
        TinyNode bo = world.node("bo");
        Bytes old = world.circle(amina, "Mill Lane");
        world.join(amina, old, bo);
        Bytes fresh = ((Outcome.DoneCircle) amina.wish(new Command.CircleRegroup(old, "Again", all(amina)))).circle();
        world.pass(60);
        bo.mayStore = 0;
        assertThat(bo.wish(new Command.RegroupFollow(fresh, "x", List.of()))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
        assertThat(bo.views().knows(fresh)).isFalse();
        assertThat(bo.views().offers()).hasSize(1);
        bo.mayStore = Integer.MAX_VALUE;
        assertThat(bo.wish(new Command.RegroupFollow(fresh, "x", List.of()))).isEqualTo(new Outcome.DoneCircle(fresh));
        Ref soup = ((Outcome.DoneThread) bo.wish(new Command.Post(fresh, World.ask("Soup"), world.today().plus(2), ""))).ref();
        world.pass(60);
        assertThat(amina.views().thread(soup)).isPresent();
    }

    @Test
    void leavingDestroysTheKeysHereAndNothingElsewhere() {
        TinyNode amina = world.node("amina");
        TinyNode bo = world.node("bo");
        Bytes old = world.circle(amina, "Mill Lane");
        world.join(amina, old, bo);
        Ref soup = ((Outcome.DoneThread) bo.wish(new Command.Post(old, World.ask("Soup"), world.today().plus(2), ""))).ref();
        world.pass(60);
        Bytes key = bo.vault;
        assertThat(bo.wish(new Command.CircleLeave(old))).isEqualTo(new Outcome.Done());
        world.pass(120);
        assertThat(bo.views().knows(old)).isFalse();
        assertThat(bo.store.values().stream().filter(event -> event.publicKey().equals(old)).count()).isZero();
        PeerState left = VaultContent.read(TinyNode.P, TinyNode.P.keep(bo.vault.toArray())).orThrow();
        assertThat(left.circles.keySet()).doesNotContain(old);
        assertThat(bo.vault).isNotEqualTo(key);
        bo.restart();
        world.pass(60);
        assertThat(bo.views().knows(old)).isFalse();
        assertThat(amina.views().thread(soup)).isPresent();
        assertThat(bo.wish(new Command.CircleLeave(old))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_CIRCLE));
    }

    @Test
    void leavingRightAfterRegroupingTakesOnesThreadsAlong() {
        TinyNode amina = world.node("amina");
        TinyNode bo = world.node("bo");
        Bytes old = world.circle(amina, "Mill Lane");
        world.join(amina, old, bo);
        amina.wish(new Command.Post(old, World.ask("Soup"), world.today().plus(2), "here"));
        Bytes fresh = ((Outcome.DoneCircle) amina.wish(new Command.CircleRegroup(old, "Again", all(amina)))).circle();
        assertThat(World.titles(amina, fresh)).isEmpty();
        amina.wish(new Command.CircleLeave(old));
        assertThat(World.titles(amina, fresh)).containsExactly("Soup");
    }

    @Test
    void aRenewalIsOfferedAfterNinetyDays() {
        TinyNode amina = world.node("amina");
        Bytes old = world.circle(amina, "Mill Lane");
        for (int day = 0; day < PeerLimits.RENEW_DAYS - 1; day++) {
            world.pass(86_400);
        }
        assertThat(amina.views().circle(old).orElseThrow().renewDue()).isFalse();
        world.pass(86_400);
        assertThat(amina.views().circle(old).orElseThrow().renewDue()).isTrue();
    }

    @Test
    void anotherDeviceOfTheSamePersonGetsEveryCircle() {
        TinyNode computer = world.node("computer");
        TinyNode phone = world.node("phone");
        Bytes mill = world.circle(computer, "Mill Lane");
        Bytes canal = world.circle(computer, "Canal Street");
        world.join(computer, mill, phone);
        computer.wish(new Command.Post(canal, World.ask("Wood for the stove"), world.today().plus(8), ""));
        world.pass(60);
        Bytes other = all(computer).getFirst();
        assertThat(computer.wish(new Command.CirclesHand(canal))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_ACQUAINTANCE));
        assertThat(computer.wish(new Command.CirclesHand(other))).isEqualTo(new Outcome.Done());
        world.pass(60);

        // Only the one that it was not in is asked about.
        assertThat(phone.views().offers()).singleElement().satisfies(offer -> {
            assertThat(offer.id()).isEqualTo(canal);
            assertThat(offer.asItIs()).isTrue();
            assertThat(offer.from()).isEmpty();
        });
        assertThat(phone.wish(new Command.RegroupFollow(canal, "Canal", List.of()))).isEqualTo(new Outcome.DoneCircle(canal));
        world.pass(60);
        assertThat(phone.views().board(weft.core.view.BoardQuery.all(canal)).orElseThrow().threads())
                .singleElement().satisfies(card -> assertThat(card.ask().title()).isEqualTo("Wood for the stove"));

        // Handed once more there is nothing left to ask about.
        computer.wish(new Command.CirclesHand(other));
        world.pass(60);
        assertThat(phone.views().offers()).isEmpty();
    }
}
