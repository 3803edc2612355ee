package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.invite.Acquainted;
import weft.core.invite.HandOver;
import weft.core.invite.HandOverPart;
import weft.core.invite.InvitationFile;
import weft.core.invite.InvitationLink;
import weft.core.invite.Knock;
import weft.core.invite.UsedMark;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.GiftWrap;
import weft.core.key.Leaf;
import weft.core.key.VaultSeal;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;

/** Invitations made and followed; the way is drawn in {@code spec/invitation.md}. */
final class Inviting {
    private final PeerState state;
    private final Primitives p;
    private final Following following;

    Inviting(PeerState state, Forgetting forgetting) {
        this.state = state;
        this.p = state.primitives;
        this.following = new Following(state, this, forgetting);
    }

    /** The other side: invitations followed from here. */
    Following following() {
        return following;
    }

    /** Makes an invitation into a circle. */
    void make(Step step, Membership circle) {
        Secret key = p.freshKey(step.entropy);
        long hours = Math.floorDiv(step.now + PeerLimits.INVITATION_SECONDS + 3599, 3600L);
        InvitationLink link = new InvitationLink(p.publicKey(key), step.entropy.next(InvitationLink.PROOF_BYTES), hours, circle.relays);
        add(step, new Invitation.Made(link, circle.address, key));
    }

    /** Seals an invitation that nobody has used yet into a file; destroys the passphrase. */
    void toFile(Step step, Bytes id, Secret passphrase) {
        try (passphrase) {
            if (!(state.invitations.get(id) instanceof Invitation.Made made) || made.key == null) {
                step.refuse(Outcome.Refusal.NO_SUCH_INVITATION);
            } else if (passphrase.size() == 0) {
                step.refuse(Outcome.Refusal.MALFORMED);
            } else {
                step.outcome(new Outcome.DoneFile(InvitationFile.seal(p, made.link().text(p), passphrase, VaultSeal.Lock.fresh(step.entropy),
                        step.entropy)));
            }
        }
    }

    /** Keeps a new invitation. */
    void add(Step step, Invitation invitation) {
        Bytes id = invitation.link().key();
        if (state.invitations.size() >= PeerLimits.INVITATIONS) {
            Invitation oldest = state.invitations.values().iterator().next();
            state.invitations.remove(oldest.link().key());
            step.whenStored(oldest::destroy);
            step.undo(() -> state.invitations.put(oldest.link().key(), oldest));
        }
        state.invitations.put(id, invitation);
        step.undo(() -> {
            state.invitations.remove(id);
            invitation.destroy();
        });
        step.keep();
        step.arrange();
        step.outcome(new Outcome.DoneInvitation(id));
    }

    /** Adds the circle of two; the secrets become its own. */
    Membership acquaintance(Step step, InvitationLink link, Acquainted acquainted) {
        CircleKeys keys = new CircleKeys(p, acquainted.key(), ForgettingTree.from(p, acquainted.root()));
        return Membership.begin(state, step, keys, "", link.relays(), 1, true);
    }

    /** Whether an invitation still has something to say or to hear on links of its own. */
    boolean listens(Invitation invitation, long now) {
        return switch (invitation) {
            case Invitation.Made made -> now < made.link().validUntil() && (made.key != null || made.mark != null);
            case Invitation.Followed followed -> followed.pending();
        };
    }

    /** A link of an invitation is open. */
    void opened(Step step, int number, Bytes id) {
        switch (state.invitations.get(id)) {
            case Invitation.Made made when made.mark != null -> step.effect(new Effect.Send(number, new ClientMessage.Publish(made.mark)));
            case Invitation.Made made -> step.effect(new Effect.Send(number,
                    new ClientMessage.Subscribe("knocks", List.of(Filter.addressedTo(id, List.of(GiftWrap.WRAP_KIND))))));
            case Invitation.Followed followed when followed.key != null -> {
                step.effect(new Effect.Send(number, new ClientMessage.Subscribe("mark", List.of(Filter.by(List.of(id), List.of(UsedMark.KIND))))));
                step.effect(new Effect.Send(number, new ClientMessage.Publish(knock(step, followed, followed.key))));
            }
            case Invitation.Followed ignored -> { }
            case null -> { }
        }
    }

    /** A relay delivered something on an invitation's link; false where it should have known better. */
    boolean heard(Step step, Bytes id, Event event) {
        return switch (state.invitations.get(id)) {
            case Invitation.Made made -> event.kind() != GiftWrap.WRAP_KIND || knocked(step, made, event);
            case Invitation.Followed followed -> event.kind() == UsedMark.KIND && following.marked(step, followed, event);
            case null -> true;
        };
    }

    /** What a bundle carries of invitations: a knock of each that is followed here still, the mark of each that was used. */
    List<Event> pack(Step step) {
        List<Event> events = new ArrayList<>();
        for (Invitation invitation : state.invitations.values()) {
            switch (invitation) {
                case Invitation.Made made when made.mark != null && listens(made, step.now) -> events.add(made.mark);
                case Invitation.Followed followed when followed.key != null && followed.circle == null -> events.add(knock(step, followed, followed.key));
                case Invitation.Made ignored -> { }
                case Invitation.Followed ignored -> { }
            }
        }
        return events;
    }

    private Event knock(Step step, Invitation.Followed followed, Secret key) {
        return GiftWrap.wrap(p, Knock.draft(followed.invitee, followed.link().proof(), step.now), key, followed.link().key(), step.now, step.entropy);
    }

    /** Takes in what was carried here by hand: a knock is used, a mark is believed where it holds. */
    Outcome.Carried carried(Step step, List<Event> events) {
        int taken = 0;
        int known = 0;
        int foreign = 0;
        List<Event> some = events.subList(0, Math.min(events.size(), PeerLimits.CARRIED_AT_ONCE));
        for (Event event : some) {
            boolean wrap = event.kind() == GiftWrap.WRAP_KIND;
            Optional<Bytes> id = wrap ? event.tag("p").flatMap(tag -> Bytes.parseHex(tag.value())) : Optional.of(event.publicKey());
            Invitation invitation = id.map(state.invitations::get).orElse(null);
            boolean ours = wrap ? invitation instanceof Invitation.Made : invitation instanceof Invitation.Followed;
            if (invitation == null || !ours) {
                // One's own knock, brought back, is no stranger's.
                known += invitation == null ? 0 : 1;
                foreign += invitation == null ? 1 : 0;
                continue;
            }
            InvitationView.Stage before = invitation.stage();
            heard(step, invitation.link().key(), event);
            taken += invitation.stage() == before ? 0 : 1;
            known += invitation.stage() == before ? 1 : 0;
        }
        return new Outcome.Carried(taken, known, foreign, 0, some.size() - taken - known - foreign);
    }

    private boolean knocked(Step step, Invitation.Made made, Event event) {
        if (step.now - made.hour >= 3600 || step.now < made.hour) {
            made.hour = step.now;
            made.knocks = 0;
        }
        made.knocks++;
        if (made.key == null || made.knocks > PeerLimits.KNOCKS_PER_HOUR || step.now >= made.link().validUntil()) {
            return true;
        }
        Checked<Bytes> invitee = GiftWrap.open(p, event, made.key).then(opened -> Knock.read(opened.rumor(), opened.sender(), made.link().proof()));
        if (invitee instanceof Checked.Good<Bytes>(Bytes key)) {
            use(step, made, made.key, key);
        }
        return true;
    }

    /** The first knock that holds: both are acquainted, the circle is handed over, k is destroyed. */
    private void use(Step step, Invitation.Made made, Secret key, Bytes invitee) {
        Membership circle = state.circles.get(made.circle().orElseThrow());
        if (circle == null) {
            made.stage = InvitationView.Stage.GONE;
            step.keep();
            return;
        }
        Optional<Acquainted> acquainted = Acquainted.of(p, key, invitee, made.link().key(), invitee, made.link().proof());
        if (acquainted.isEmpty()) {
            return;
        }
        Membership two = acquaintance(step, made.link(), acquainted.get());
        Leaf leaf = new Leaf(Day.at(step.now).plus(PeerLimits.HAND_OVER_DAYS), Speaking.slot(step.entropy));
        for (String part : parts(step, circle, two.address, leaf, key)) {
            Event envelope = two.keys.seal(part, leaf, step.now, step.entropy);
            step.append(envelope);
            step.whenStored(() -> two.hold(envelope, leaf));
        }
        People.share(step, two, circle.address);
        // From here on only the other side can open what was handed over.
        two.keys.tree().puncture(leaf);
        made.mark = UsedMark.make(p, made.link(), invitee, key, step.now, step.entropy.next(32));
        made.key = null;
        made.stage = InvitationView.Stage.MET;
        made.words = acquainted.get().words();
        made.acquaintance = two.address;
        step.whenStored(key::destroy);
        step.undo(() -> {
            made.mark = null;
            made.key = key;
            made.stage = InvitationView.Stage.WAITING;
            made.words = List.of();
            made.acquaintance = null;
        });
        step.keepDestroying();
        step.arrange();
        step.broadcast(new Purpose.OfInvitation(made.link().key()), new ClientMessage.Publish(made.mark));
        step.show(circle.address);
    }

    private List<String> parts(Step step, Membership circle, Bytes two, Leaf leaf, Secret key) {
        HandOver handOver = new HandOver(circle.keys.copyOfKey(), circle.keys.tree().write(), circle.graceDays, circle.relays);
        try (handOver; Secret content = handOver.write(p)) {
            return HandOverPart.write(p, content, key, two, leaf, step.now, step.entropy).orElse(List.of());
        }
    }

    /** A relay has an envelope of an acquaintance: where it has all, the circle was handed over. */
    void confirmed(Step step, Purpose purpose) {
        for (Invitation invitation : state.invitations.values()) {
            if (invitation instanceof Invitation.Made made && made.stage == InvitationView.Stage.MET && made.acquaintance != null
                    && purpose.equals(new Purpose.OfCircle(made.acquaintance)) && allConfirmed(state.circles.get(made.acquaintance))) {
                made.stage = InvitationView.Stage.DONE;
                step.keep();
                made.circle().ifPresent(step::show);
            }
        }
    }

    /** Somebody spoke in a circle of two of another circle: who was on the way into that one has come in, by whatever way it was carried. */
    void spokenOf(Step step, Bytes acquaintance, Bytes circle) {
        for (Invitation invitation : state.invitations.values()) {
            if (invitation instanceof Invitation.Made made && made.stage == InvitationView.Stage.MET
                    && made.acquaintance != null && made.acquaintance.equals(acquaintance) && made.circle().equals(Optional.of(circle))) {
                made.stage = InvitationView.Stage.DONE;
                step.undo(() -> made.stage = InvitationView.Stage.MET);
                step.keep();
                step.show(circle);
            }
        }
    }

    private static boolean allConfirmed(@Nullable Membership two) {
        return two != null && !two.held.isEmpty() && two.held.values().stream().allMatch(held -> held.confirmed);
    }

    /** What is late goes. */
    void tend(Step step) {
        if (state.jumped || !state.ready) {
            return;
        }
        for (Invitation invitation : new ArrayList<>(state.invitations.values())) {
            boolean late = step.now >= invitation.link().validUntil();
            switch (invitation) {
                case Invitation.Made made when late && made.key != null -> {
                    Secret key = made.key;
                    made.key = null;
                    made.stage = InvitationView.Stage.LATE;
                    step.whenStored(key::destroy);
                    step.undo(() -> {
                        made.key = key;
                        made.stage = InvitationView.Stage.WAITING;
                    });
                    step.keepDestroying();
                    step.arrange();
                }
                case Invitation.Made made when late && made.mark != null -> {
                    made.mark = null;
                    step.arrange();
                }
                case Invitation.Followed followed when followed.pending() && followed.circle == null
                        && step.now >= invitation.link().validUntil() + PeerLimits.HAND_OVER_DAYS * Day.SECONDS ->
                    following.giveUp(step, followed, InvitationView.Stage.LATE);
                case Invitation.Made ignored -> { }
                case Invitation.Followed ignored -> { }
            }
        }
    }

    /** When the next becomes late, Unix seconds. */
    long nextLook() {
        long next = Long.MAX_VALUE;
        for (Invitation invitation : state.invitations.values()) {
            switch (invitation) {
                case Invitation.Made made when made.key != null || made.mark != null -> next = Math.min(next, made.link().validUntil());
                case Invitation.Followed followed when followed.pending() ->
                    next = Math.min(next, followed.link().validUntil() + PeerLimits.HAND_OVER_DAYS * Day.SECONDS);
                case Invitation.Made ignored -> { }
                case Invitation.Followed ignored -> { }
            }
        }
        return next;
    }
}
