package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.core.view.BoardQuery;
import weft.core.view.CircleCard;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.message.RelayMessage;

/** Disks that are full, relays that lose, lie and flood, and everything twice. */
class TroubleTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");

    private Ref post(Bytes circle, String title) {
        return ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask(title), world.today().plus(3), "here"))).ref();
    }

    /** For each place where a write can fail: it fails once there, the command is refused, nothing of it stays, and then all works. */
    @Test
    void aFullDiskRefusesAndLeavesNothingHalfKnown() {
        Bytes circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        for (int stored = 0; stored < 2; stored++) {
            int events = world.relay().events.size();
            amina.mayStore = stored;
            assertThat(amina.wish(new Command.Post(circle, World.ask("Soup"), world.today().plus(3), "here")))
                    .isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            amina.mayStore = Integer.MAX_VALUE;
            assertThat(World.titles(amina, circle)).isEmpty();
            world.pass(60);
            assertThat(world.relay().events).hasSize(events);
            amina.wish(new Command.CircleRename(circle, "Mill Lane " + stored));
            PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
            assertThat(state.circles.get(circle).voices).isEmpty();
        }
        Ref need = post(circle, "Soup");
        for (int stored = 0; stored < 2; stored++) {
            bo.mayStore = stored;
            assertThat(bo.wish(new Command.Answer(need, "I do"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_STORED));
            bo.mayStore = Integer.MAX_VALUE;
            assertThat(bo.views().thread(need).orElseThrow().may().answer()).isTrue();
        }
        assertThat(bo.wish(new Command.Answer(need, "I do"))).isEqualTo(new Outcome.Done());
        amina.mayStore = 0;
        amina.wish(new Command.CircleNew("Other", List.of(World.RELAY), 1));
        amina.wish(new Command.CircleInvite(circle));
        amina.wish(new Command.Hide(need));
        amina.mayStore = Integer.MAX_VALUE;
        assertThat(amina.views().circles()).hasSize(1);
        assertThat(amina.views().invitations()).hasSize(1);
        assertThat(World.titles(amina, circle)).containsExactly("Soup");
    }

    /** What could not be stored when it came in is neither shown nor lost. */
    @Test
    void whatComesInWhileTheDiskIsFullComesLater() {
        Bytes circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        bo.mayStore = 0;
        post(circle, "Soup");
        assertThat(World.titles(bo, circle)).isEmpty();
        bo.mayStore = Integer.MAX_VALUE;
        world.pass(120);
        assertThat(World.titles(bo, circle)).containsExactly("Soup");
    }

    @Test
    void anInvitationSurvivesAnyOneWriteThatFails() {
        for (int stored = 0; stored < 6; stored++) {
            World here = new World();
            TinyNode inviter = here.node("inviter" + stored);
            TinyNode invitee = here.node("invitee" + stored);
            Bytes circle = here.circle(inviter, "Mill Lane");
            inviter.wish(new Command.CircleInvite(circle));
            String link = inviter.views().invitations().getFirst().link().orElseThrow();
            invitee.wish(new Command.CircleJoin(link, "them"));
            inviter.mayStore = stored % 3;
            invitee.mayStore = stored / 3 * 2 + stored % 2;
            here.pass(1);
            inviter.mayStore = Integer.MAX_VALUE;
            invitee.mayStore = Integer.MAX_VALUE;
            for (int i = 0; i < 6 && !invitee.views().knows(circle); i++) {
                here.relay().breakAll();
                here.pass(60);
            }
            assertThat(invitee.views().knows(circle)).as("after %d writes", stored).isTrue();
            inviter.restart();
            invitee.restart();
            here.pass(10);
            inviter.wish(new Command.Post(circle, World.ask("Soup"), here.today(), ""));
            assertThat(World.titles(invitee, circle)).containsExactly("Soup");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50})
    void aRelayThatLosesMuchIsOvercomeByConnectingAgain(int lost) {
        Bytes circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        world.relay().lost = lost;
        for (int i = 0; i < 30; i++) {
            post(circle, "Soup " + i);
        }
        for (int i = 0; i < 20; i++) {
            world.pass(120);
            world.relay().breakAll();
        }
        world.relay().lost = 0;
        world.relay().breakAll();
        world.pass(600);
        assertThat(World.titles(bo, circle)).hasSize(30);
        assertThat(amina.views().node().waiting()).isZero();
    }

    @Test
    void ofTwoRelaysEachMayLoseWhatTheOtherHas() {
        String other = "wss://other.test/";
        world.relays.put(other, new TinyRelay());
        Bytes circle = ((Outcome.DoneCircle) amina.wish(new Command.CircleNew("Mill Lane", List.of(World.RELAY, other), 1))).circle();
        world.join(amina, circle, bo);
        world.relay().down = true;
        world.relay().breakAll();
        post(circle, "Soup");
        assertThat(World.titles(bo, circle)).containsExactly("Soup");
        world.relays.get(other).events.clear();
        world.relays.get(other).down = true;
        world.relays.get(other).breakAll();
        world.relay().events.clear();
        world.relay().down = false;
        world.pass(700);
        bo.stop();
        post(circle, "Bread");
        bo.start();
        world.pass(700);
        assertThat(World.titles(bo, circle)).containsExactlyInAnyOrder("Soup", "Bread");
        assertThat(world.relay().events.values().stream().filter(event -> event.publicKey().equals(circle)).count()).isEqualTo(4);
    }

    @Test
    void aRelayIsReadToItsEndPageByPage() {
        world.relay().cap = 60;
        world.relay().negentropy = false;
        Bytes circle = world.circle(amina, "Mill Lane");
        for (int i = 0; i < 400; i++) {
            post(circle, "Soup " + i);
            world.now += 600;
        }
        world.join(amina, circle, bo);
        world.pass(10);
        assertThat(World.titles(bo, circle)).hasSize(400);
        assertThat(bo.views().circles().getFirst().link()).isEqualTo(CircleCard.Reach.IN_STEP);
    }

    @Test
    void garbageOfEveryKindIsDroppedAndTooMuchShutsTheLink() {
        Bytes circle = world.circle(amina, "Mill Lane");
        post(circle, "Soup");
        Event good = world.relay().events.values().iterator().next();
        int link = amina.links.keySet().stream().max(Integer::compare).orElseThrow();
        List<Event> bad = new ArrayList<>();
        bad.add(new Event(good.id(), good.publicKey(), good.createdAt(), 1, good.tags(), good.content(), good.signature()));
        bad.add(new Event(Bytes.wrap(new byte[32]), good.publicKey(), good.createdAt(), good.kind(), good.tags(), good.content(), good.signature()));
        bad.add(new Event(Bytes.wrap(new byte[32]), Bytes.wrap(new byte[32]), good.createdAt(), good.kind(), good.tags(), good.content(), good.signature()));
        bad.add(new Event(Bytes.wrap(new byte[32]), good.publicKey(), good.createdAt(), good.kind(), List.of(Tag.of("x")), "", Bytes.wrap(new byte[64])));
        bad.add(new Event(Bytes.wrap(new byte[32]), good.publicKey(), Long.MAX_VALUE, good.kind(), good.tags(), good.content(), good.signature()));
        int stored = amina.store.size();
        for (Event event : bad) {
            amina.step(new Input.Heard(link, new RelayMessage.Delivered("live", event)));
            amina.step(new Input.Heard(link, new RelayMessage.Delivered("nonsense", event)));
        }
        for (RelayMessage message : List.of(new RelayMessage.Ok(Bytes.EMPTY, false, ""), new RelayMessage.EndOfStored("page-77"), new RelayMessage.Notice("x"),
                new RelayMessage.Challenge("c"), new RelayMessage.SyncMessage("a", Bytes.EMPTY), new RelayMessage.SyncError("a", "b"))) {
            amina.step(new Input.Heard(link, message));
            amina.step(new Input.Heard(9_999, message));
        }
        amina.step(new Input.LinkOpened(9_999));
        amina.step(new Input.LinkClosed(9_999, "x"));
        amina.step(new Input.Garbled(9_999, "x"));
        amina.step(new Input.NotStored(Bytes.EMPTY, "x"));
        assertThat(amina.store).hasSize(stored);
        assertThat(World.titles(amina, circle)).containsExactly("Soup");
        for (int i = 0; i < PeerLimits.GARBAGE_PER_LINK_HOUR; i++) {
            amina.step(new Input.Garbled(link, "not-json"));
        }
        assertThat(amina.log).contains("Shut[link=" + link + "]");
        assertThat(amina.views().node().relays().getFirst().trouble()).isEqualTo("garbage");
        world.pass(1_800);
        assertThat(amina.views().node().relays().getFirst().connected()).isFalse();
        world.pass(3_600);
        assertThat(amina.views().node().relays().getFirst().connected()).isTrue();
    }

    /** Somebody inside seals more than the bounds: the link's hour takes so many, the rest waits, nothing breaks. */
    @Test
    void aFloodStopsAtTheBoundOfTheHour() {
        Bytes circle = world.circle(amina, "Mill Lane");
        PeerState insider = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        CircleKeys keys = insider.circles.get(circle).keys;
        SeededEntropy entropy = new SeededEntropy("insider");
        Leaf leaf = new Leaf(world.today().plus(2), 12345);
        Link link = new Link(new Purpose.OfCircle(circle), World.RELAY, 0);
        link.hour = world.now;
        link.taken = PeerLimits.NEW_PER_LINK_HOUR - 3;
        PeerState state = insider;
        Forgetting forgetting = new Forgetting(state);
        Inviting inviting = new Inviting(state, forgetting);
        Intake intake = new Intake(state, forgetting, inviting, new People(state, inviting), new Regrouping(state, forgetting, new Practices(state)),
                new Attending(state), new Caring(state));
        Links links = new Links(state, intake, inviting);
        int taken = 0;
        for (int i = 0; i < 6; i++) {
            Step step = new Step(state, world.now, entropy);
            assertThat(intake.heard(step, links, link, state.circles.get(circle), keys.seal(good(circle, leaf, entropy), leaf, world.now, entropy))).isTrue();
            taken += step.appends() ? 1 : 0;
        }
        assertThat(taken).isEqualTo(3);
        Step later = new Step(state, world.now + 3_600, entropy);
        intake.heard(later, links, link, state.circles.get(circle), keys.seal(good(circle, leaf, entropy), leaf, world.now, entropy));
        assertThat(later.appends()).isTrue();
    }

    /** A member who knows the keys but not the rules. */
    @Test
    void anInsidersGarbageIsDroppedWithoutBlamingTheRelay() {
        Bytes circle = world.circle(amina, "Mill Lane");
        Ref need = post(circle, "Soup");
        PeerState insider = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        CircleKeys keys = insider.circles.get(circle).keys;
        SeededEntropy entropy = new SeededEntropy("insider");
        Leaf leaf = new Leaf(world.today().plus(2), 12345);
        List<Event> sealed = new ArrayList<>();
        for (String json : List.of("{}", "not json", "[".repeat(500), good(world.circle(amina, "Other"), leaf, entropy))) {
            sealed.add(keys.seal(json, leaf, world.now, entropy));
        }
        Event fine = keys.seal(good(circle, leaf, entropy), leaf, world.now, entropy);
        Event misheaded = Signing.sign(TinyNode.P, new Draft(fine.publicKey(), fine.createdAt(), Envelope.KIND, fine.tags(),
                "A".repeat(22) + fine.content().substring(22)), keys.copyOfKey(), entropy.next(32));
        sealed.add(misheaded);
        int stored = amina.store.size();
        for (int i = 0; i < 30; i++) {
            sealed.forEach(event -> world.relay().fanOut(event));
            world.settle();
        }
        assertThat(amina.store).hasSize(stored);
        assertThat(amina.views().node().relays().getFirst().trouble()).isEmpty();
        world.relay().fanOut(fine);
        world.settle();
        assertThat(World.titles(amina, circle)).containsExactlyInAnyOrder("Soup", "Bread");
        assertThat(amina.views().thread(need)).isPresent();
    }

    private static String good(Bytes circle, Leaf leaf, SeededEntropy entropy) {
        Secret voice = TinyNode.P.freshKey(entropy);
        EntryDrafts.By by = new EntryDrafts.By(TinyNode.P.publicKey(voice), leaf.day().startsAt() - 86_400, leaf);
        return Signing.sign(TinyNode.P, new EntryDrafts(TinyNode.P, circle).posted(by, entropy.next(8), 0, World.ask("Bread")), voice, entropy.next(32)).json();
    }

    /** Somebody begins a thread on another's leaf and closes it, hoping that the leaf goes. */
    @Test
    void closingAThreadOnAnothersLeafForgetsNothing() {
        Bytes circle = world.circle(amina, "Mill Lane");
        Ref need = post(circle, "Soup");
        PeerState insider = VaultContent.read(TinyNode.P, TinyNode.P.keep(amina.vault.toArray())).orThrow();
        CircleKeys keys = insider.circles.get(circle).keys;
        SeededEntropy entropy = new SeededEntropy("insider");
        Event first = amina.store.values().stream().filter(event -> event.publicKey().equals(circle)).findFirst().orElseThrow();
        Leaf leaf = keys.open(Envelope.of(first).orThrow()).orThrow().leaf();
        Secret voice = TinyNode.P.freshKey(entropy);
        EntryDrafts.By by = new EntryDrafts.By(TinyNode.P.publicKey(voice), world.now, leaf);
        EntryDrafts drafts = new EntryDrafts(TinyNode.P, circle);
        Event posted = Signing.sign(TinyNode.P, drafts.posted(by, entropy.next(8), 0, World.ask("Bread")), voice, entropy.next(32));
        Event closed = Signing.sign(TinyNode.P, drafts.closed(by, posted.id(), entropy.next(8), Entry.Ending.DONE), voice, entropy.next(32));
        world.relay().fanOut(keys.seal(posted.json(), leaf, world.now, entropy));
        world.relay().fanOut(keys.seal(closed.json(), leaf, world.now, entropy));
        world.pass(2 * 86_400 + 7_200);
        assertThat(World.titles(amina, circle)).containsExactly("Soup");
        amina.restart();
        assertThat(amina.views().thread(need).orElseThrow().aside()).hasSize(1);
    }

    @Test
    void sameInputsSameEffects() {
        List<List<String>> logs = new ArrayList<>();
        List<List<Bytes>> vaults = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            World here = new World();
            here.relay().doubled = 30;
            here.relay().lost = 5;
            TinyNode one = here.node("one");
            TinyNode two = here.node("two");
            Bytes circle = here.circle(one, "Mill Lane");
            here.relay().lost = 0;
            here.join(one, circle, two);
            here.relay().lost = 5;
            for (int i = 0; i < 5; i++) {
                Ref ref = ((Outcome.DoneThread) one.wish(new Command.Post(circle, World.ask("Soup " + i), here.today().plus(i), "here"))).ref();
                two.wish(new Command.Answer(ref, "I do"));
                here.pass(86_400);
            }
            logs.add(one.log);
            logs.add(two.log);
            vaults.add(one.vaults);
            vaults.add(two.vaults);
        }
        assertThat(logs.get(2)).isEqualTo(logs.get(0));
        assertThat(logs.get(3)).isEqualTo(logs.get(1));
        assertThat(vaults.get(2)).isEqualTo(vaults.get(0));
        assertThat(vaults.get(3)).isEqualTo(vaults.get(1));
    }

    /** Append and Keep come before anything that goes out or is shown, in every turn. */
    @Test
    void durableComesFirst() {
        SeededEntropy entropy = new SeededEntropy("x");
        Peer peer = Peer.fresh(TinyNode.P);
        peer.step(new Input.Ready(), world.now, entropy);
        Turn made = peer.step(new Input.Wish(new Command.CircleNew("Mill Lane", List.of(World.RELAY), 1)), world.now, entropy);
        int link = made.effects().stream().filter(Effect.Open.class::isInstance).map(effect -> ((Effect.Open) effect).link()).findFirst().orElseThrow();
        peer.step(new Input.LinkOpened(link), world.now, entropy);
        Bytes circle = peer.views(world.now).circles().getFirst().address();
        Turn posted = peer.step(new Input.Wish(new Command.Post(circle, World.ask("Soup"), world.today(), "here")), world.now, entropy);
        assertThat(posted.effects()).extracting(effect -> effect.getClass().getSimpleName())
                .containsExactly("Keep", "Append", "Show", "Send", "Send", "WakeAt");
        for (String words : List.of("SOUP", "bread")) {
            BoardQuery query = BoardQuery.of(circle, Optional.of(words), false);
            assertThat(peer.views(world.now).board(query).orElseThrow().threads()).hasSize(words.equals("SOUP") ? 1 : 0);
        }
    }
}
