package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.invite.InvitationLink;
import weft.core.view.InvitationView;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Event;

/** Invitations that go well, and every way in which one does not. */
class InvitationsTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final TinyNode cleo = world.node("cleo");
    private Bytes circle = Bytes.EMPTY;

    @BeforeEach
    void begin() {
        circle = world.circle(amina, "Mill Lane");
    }

    private String invite() {
        assertThat(amina.wish(new Command.CircleInvite(circle))).isInstanceOf(Outcome.DoneInvitation.class);
        return amina.views().invitations().getFirst().link().orElseThrow();
    }

    private static InvitationView.Stage stage(TinyNode node) {
        return node.views().invitations().getFirst().stage();
    }

    private static Secret typed(String passphrase) {
        return TinyNode.P.keep(Bytes.utf8(passphrase).toArray());
    }

    @Test
    void theFilesPassphraseIsDestroyedWithTheStep() {
        Bytes id = ((Outcome.DoneInvitation) amina.wish(new Command.CircleInvite(circle))).id();
        Secret right = typed("nine green herons");
        String file = ((Outcome.DoneFile) amina.wish(new Command.InvitationToFile(id, right))).text();
        Secret wrong = typed("nine grey herons");
        bo.wish(new Command.CircleJoinFile(file, wrong, "them"));
        Secret unused = typed("nine green herons");
        amina.wish(new Command.InvitationToFile(circle, unused));
        assertThat(List.of(right, wrong, unused)).allMatch(Secret::destroyed);
    }

    @Test
    void anInvitationInAFileOpensWithItsPassphraseAloneAndOnce() {
        Bytes id = ((Outcome.DoneInvitation) amina.wish(new Command.CircleInvite(circle))).id();
        String file = ((Outcome.DoneFile) amina.wish(new Command.InvitationToFile(id, typed("nine green herons")))).text();
        String link = amina.views().invitations().getFirst().link().orElseThrow();
        assertThat(file).startsWith("weft-file:").doesNotContain(link.substring(5, 30));
        assertThat(bo.wish(new Command.CircleJoinFile(file, typed("nine grey herons"), "them"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.WRONG_PASSPHRASE));
        assertThat(bo.wish(new Command.CircleJoinFile(file.replaceFirst("A", "B"), typed("nine green herons"), "them")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.INVITATION_ALTERED));
        assertThat(bo.wish(new Command.CircleJoinFile("BEGIN:VCARD", typed("nine green herons"), "them")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_AN_INVITATION));
        assertThat(amina.wish(new Command.CircleJoinFile(file, typed("nine green herons"), "them"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.ALREADY_IN));
        assertThat(bo.wish(new Command.CircleJoinFile(file, typed("nine green herons"), "them"))).isInstanceOf(Outcome.DoneInvitation.class);
        world.pass(30);
        assertThat(bo.views().knows(circle)).isTrue();
        assertThat(amina.wish(new Command.InvitationToFile(id, typed("nine green herons")))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_INVITATION));
        TinyNode dina = world.node("dina");
        assertThat(dina.wish(new Command.CircleJoinFile(file, typed("nine green herons"), "them"))).isInstanceOf(Outcome.DoneInvitation.class);
        world.pass(30);
        assertThat(dina.views().knows(circle)).isFalse();
        assertThat(dina.views().invitations().getFirst().stage()).isEqualTo(InvitationView.Stage.USED);
        world.pass(8 * 86_400L);
        TinyNode late = world.node("late");
        assertThat(late.wish(new Command.CircleJoinFile(file, typed("nine green herons"), "them"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.INVITATION_LATE));
    }

    @Test
    void theOneWhoComesSecondIsToldThatItWasUsed() {
        String link = invite();
        bo.wish(new Command.CircleJoin(link, "them"));
        world.pass(5);
        cleo.wish(new Command.CircleJoin(link, "them"));
        world.pass(5);
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.DONE);
        assertThat(stage(amina)).isEqualTo(InvitationView.Stage.DONE);
        assertThat(stage(cleo)).isEqualTo(InvitationView.Stage.USED);
        assertThat(cleo.views().knows(circle)).isFalse();
        assertThat(cleo.views().invitations().getFirst().checkWords()).isEmpty();
        assertThat(cleo.peer.views(world.now).node().relays()).isEmpty();
    }

    @Test
    void theInviterMayBeAwayUntilLater() {
        String link = invite();
        amina.stop();
        bo.wish(new Command.CircleJoin(link, "them"));
        world.pass(86_400);
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.KNOCKING);
        bo.restart();
        bo.stop();
        amina.start();
        world.pass(60);
        assertThat(stage(amina)).isEqualTo(InvitationView.Stage.DONE);
        amina.stop();
        bo.start();
        world.pass(60);
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.DONE);
        assertThat(bo.views().knows(circle)).isTrue();
    }

    @Test
    void lateIsLateOnBothSides() {
        String link = invite();
        bo.stop();
        world.pass(PeerLimits.INVITATION_SECONDS + 7_200);
        assertThat(stage(amina)).isEqualTo(InvitationView.Stage.LATE);
        assertThat(amina.views().invitations().getFirst().link()).isEmpty();
        assertThat(cleo.wish(new Command.CircleJoin(link, "them"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.INVITATION_LATE));
    }

    @Test
    void aKnockNobodyAnswersBecomesLate() {
        String link = invite();
        amina.stop();
        bo.wish(new Command.CircleJoin(link, "them"));
        world.pass(PeerLimits.INVITATION_SECONDS + 7_200);
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.LATE);
        world.pass(8 * 86_400);
        amina.start();
        world.pass(60);
        assertThat(bo.views().knows(circle)).isFalse();
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.LATE);
    }

    @Test
    void alteredForeignNewerOwnAndNamelessAreToldApart() {
        String link = invite();
        assertThat(bo.wish(new Command.CircleJoin(link.substring(0, 20) + (link.charAt(20) == 'A' ? 'B' : 'A') + link.substring(21), "them")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.INVITATION_ALTERED));
        assertThat(bo.wish(new Command.CircleJoin(link.substring(0, link.length() - 4), "them")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.INVITATION_ALTERED));
        assertThat(bo.wish(new Command.CircleJoin("https://example.org/join", "them")))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_AN_INVITATION));
        assertThat(bo.wish(new Command.CircleJoin(link, " "))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_NAME));
        assertThat(amina.wish(new Command.CircleJoin(link, "them"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.ALREADY_IN));
        assertThat(bo.wish(new Command.CircleJoin("  " + link + "\n", "them"))).isInstanceOf(Outcome.DoneInvitation.class);
        assertThat(bo.wish(new Command.CircleJoin(link, "them"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.ALREADY_IN));
    }

    @Test
    void whatWasForgottenStaysForgottenForTheOneWhoJoins() {
        Ref need = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Soup"), world.today(), "here"))).ref();
        List<Event> old = List.copyOf(world.relay().events.values());
        amina.wish(new Command.Close(need, weft.core.entry.Entry.Ending.DONE));
        world.pass(86_400 + 3 * 3_600);
        assertThat(amina.store.values()).noneMatch(event -> event.publicKey().equals(circle));
        world.join(amina, circle, bo);
        old.forEach(event -> world.relay().fanOut(event));
        world.pass(60);
        assertThat(World.titles(bo, circle)).isEmpty();
        assertThat(bo.store.keySet()).doesNotContainAnyElementsOf(old.stream().map(Event::id).toList());
    }

    /** Whoever gets hold of a vault and of all that relays keep finds no copy of the circle's tree as it was. */
    @Test
    void afterTheHandOverNobodyCanOpenIt() {
        String link = invite();
        bo.wish(new Command.CircleJoin(link, "them"));
        world.pass(5);
        List<Event> all = List.copyOf(world.relay().events.values());
        for (TinyNode node : List.of(amina, bo)) {
            PeerState state = VaultContent.read(TinyNode.P, TinyNode.P.keep(node.vault.toArray())).orThrow();
            assertThat(state.invitations.values()).allSatisfy(invitation -> assertThat(invitation instanceof Invitation.Made made
                    ? made.key : ((Invitation.Followed) invitation).key).isNull());
            for (Event event : all) {
                Membership two = state.circles.get(event.publicKey());
                if (two != null) {
                    assertThat(two.keys.open(weft.wire.event.Envelope.of(event).orThrow())).isInstanceOf(weft.wire.json.Checked.Bad.class);
                }
            }
        }
    }

    @Test
    void aKnockThatDoesNotHoldTheSecretIsNotHeard() {
        String text = invite();
        InvitationLink link = InvitationLink.read(TinyNode.P, text).orThrow();
        InvitationLink wrong = new InvitationLink(link.key(), Bytes.wrap(new byte[16]), link.validHours(), link.relays());
        bo.wish(new Command.CircleJoin(wrong.text(TinyNode.P), "them"));
        world.pass(60);
        assertThat(stage(amina)).isEqualTo(InvitationView.Stage.WAITING);
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.KNOCKING);
        cleo.wish(new Command.CircleJoin(text, "them"));
        world.pass(60);
        assertThat(stage(cleo)).isEqualTo(InvitationView.Stage.DONE);
        assertThat(stage(bo)).isEqualTo(InvitationView.Stage.USED);
    }

    @Test
    void aTreeThatHasForgottenMuchIsHandedOverInParts() {
        for (int i = 0; i < 60; i++) {
            Ref ref = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Soup " + i), world.today().plus(20), ""))).ref();
            amina.wish(new Command.Close(ref, weft.core.entry.Entry.Ending.NO_LONGER));
        }
        world.pass(2 * 86_400);
        world.join(amina, circle, bo);
        amina.wish(new Command.Post(circle, World.ask("Bread"), world.today(), ""));
        assertThat(World.titles(bo, circle)).containsExactly("Bread");
        assertThat(world.relay().events.values().stream().filter(event -> event.content().length() > 30_000)).hasSizeGreaterThan(1);
    }
}
