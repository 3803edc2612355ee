package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.invite.Acquainted;
import weft.core.invite.HandOver;
import weft.core.invite.HandOverPart;
import weft.core.invite.InvitationFault;
import weft.core.invite.InvitationLink;
import weft.core.invite.Knock;
import weft.core.invite.UsedMark;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.GiftWrap;
import weft.core.key.Leaf;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;

/** Invitations made and followed; the way is drawn in {@code spec/invitation.md}. */
final class Inviting {
    private final PeerState state;
    private final Primitives p;
    private final Forgetting forgetting;

    Inviting(PeerState state, Forgetting forgetting) {
        this.state = state;
        this.p = state.primitives;
        this.forgetting = forgetting;
    }

    /** Makes an invitation into a circle. */
    void make(Step step, Membership circle) {
        Secret key = p.freshKey(step.entropy);
        long hours = Math.floorDiv(step.now + PeerLimits.INVITATION_SECONDS + 3599, 3600L);
        InvitationLink link = new InvitationLink(p.publicKey(key), step.entropy.next(InvitationLink.PROOF_BYTES), hours, circle.relays);
        add(step, new Invitation.Made(link, circle.address, key));
    }

    private void add(Step step, Invitation invitation) {
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

    /** Follows an invitation's link. */
    void join(Step step, String text, String name) {
        switch (InvitationLink.read(p, text.strip())) {
            case Checked.Good<InvitationLink>(InvitationLink link) -> join(step, link, name);
            case Checked.Bad<InvitationLink>(Fault fault, String detail) -> step.refuse(
                    fault == InvitationFault.NOT_A_LINK ? Outcome.Refusal.NOT_AN_INVITATION
                            : fault == InvitationFault.NEWER_VERSION ? Outcome.Refusal.INVITATION_NEWER
                            : Outcome.Refusal.INVITATION_ALTERED);
        }
    }

    private void join(Step step, InvitationLink link, String name) {
        if (state.invitations.containsKey(link.key())) {
            step.refuse(Outcome.Refusal.ALREADY_IN);
            return;
        }
        if (step.now >= link.validUntil()) {
            step.refuse(Outcome.Refusal.INVITATION_LATE);
            return;
        }
        Secret key = p.freshKey(step.entropy);
        Bytes invitee = p.publicKey(key);
        Acquainted acquainted = Acquainted.of(p, key, link.key(), link.key(), invitee, link.proof()).orElseThrow();
        Membership acquaintance = acquaintance(step, link, acquainted);
        add(step, new Invitation.Followed(link, invitee, name, acquaintance.address, acquainted.words(), key));
    }

    /** Adds the circle of two; the secrets become its own. */
    private Membership acquaintance(Step step, InvitationLink link, Acquainted acquainted) {
        ForgettingTree tree = ForgettingTree.create(p, size -> {
            byte[] root = new byte[size];
            acquainted.root().copyTo(root, 0);
            return Bytes.wrap(root);
        });
        acquainted.root().destroy();
        Day over = Day.at(step.now).plus(-2);
        tree.forgetThrough(over);
        Membership circle = new Membership(p, new CircleKeys(p, acquainted.key(), tree), "", link.relays(), 1, true, over);
        state.circles.put(circle.address, circle);
        step.undo(() -> {
            state.circles.remove(circle.address);
            circle.destroy();
        });
        return circle;
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
                Event wrap = GiftWrap.wrap(p, Knock.draft(followed.invitee, followed.link().proof(), step.now), followed.key, id, step.now, step.entropy);
                step.effect(new Effect.Send(number, new ClientMessage.Publish(wrap)));
            }
            case Invitation.Followed ignored -> { }
            case null -> { }
        }
    }

    /** A relay delivered something on an invitation's link; false where it should have known better. */
    boolean heard(Step step, Bytes id, Event event) {
        return switch (state.invitations.get(id)) {
            case Invitation.Made made -> event.kind() != GiftWrap.WRAP_KIND || knocked(step, made, event);
            case Invitation.Followed followed -> event.kind() == UsedMark.KIND && marked(step, followed, event);
            case null -> true;
        };
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
            step.whenStored(() -> two.hold(envelope.id(), leaf));
        }
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

    private boolean marked(Step step, Invitation.Followed followed, Event event) {
        if (!followed.pending()) {
            return true;
        }
        Checked<Boolean> mine = event.verify(p).then(verified -> UsedMark.read(p, followed.link(), verified, followed.invitee));
        if (!(mine instanceof Checked.Good<Boolean>(Boolean ours))) {
            return false;
        }
        if (ours) {
            met(step, followed);
        } else if (followed.stage == InvitationView.Stage.KNOCKING) {
            giveUp(step, followed, InvitationView.Stage.USED);
        }
        return true;
    }

    private static void met(Step step, Invitation.Followed followed) {
        if (followed.stage == InvitationView.Stage.KNOCKING) {
            followed.stage = InvitationView.Stage.MET;
            step.undo(() -> followed.stage = InvitationView.Stage.KNOCKING);
            step.keep();
            step.show(followed.acquaintance);
        }
    }

    /** The circle will not come any more: what was made for it goes. */
    private void giveUp(Step step, Invitation.Followed followed, InvitationView.Stage why) {
        InvitationView.Stage before = followed.stage;
        Secret key = followed.key;
        Membership two = state.circles.remove(followed.acquaintance);
        followed.stage = why;
        followed.key = null;
        step.undo(() -> {
            followed.stage = before;
            followed.key = key;
            if (two != null) {
                state.circles.put(two.address, two);
            }
        });
        step.whenStored(() -> {
            destroy(key);
            if (two != null) {
                two.held.keySet().forEach(forgetting::removeDead);
                two.destroy();
            }
        });
        step.keepDestroying();
        step.arrange();
        step.show(followed.acquaintance);
    }

    private static void destroy(@Nullable Secret secret) {
        if (secret != null) {
            secret.destroy();
        }
    }

    /** Something of an acquaintance that is no entry of a thread; whether it was taken as a part of a hand-over. */
    boolean heardInside(Step step, Membership two, Envelope envelope, CircleKeys.Opened opened) {
        Optional<Invitation.Followed> followed = followedFor(two);
        if (followed.isEmpty() || !(take(followed.get(), two, opened) instanceof Checked.Good<HandOverPart>(HandOverPart part))) {
            return false;
        }
        step.undo(() -> followed.get().parts.remove(part.index()));
        step.append(envelope.event());
        step.whenStored(() -> {
            two.hold(envelope.id(), opened.leaf());
            two.confirm(envelope.id());
        });
        met(step, followed.get());
        complete(step, followed.get());
        return true;
    }

    /** The same at start; whether it is wanted still. */
    boolean restored(Membership two, CircleKeys.Opened opened) {
        Optional<Invitation.Followed> followed = followedFor(two);
        return followed.isPresent() && take(followed.get(), two, opened) instanceof Checked.Good<HandOverPart>;
    }

    private Optional<Invitation.Followed> followedFor(Membership two) {
        for (Invitation invitation : state.invitations.values()) {
            if (invitation instanceof Invitation.Followed followed && followed.pending() && followed.acquaintance.equals(two.address)) {
                return Optional.of(followed);
            }
        }
        return Optional.empty();
    }

    private Checked<HandOverPart> take(Invitation.Followed followed, Membership two, CircleKeys.Opened opened) {
        return HandOverPart.read(p, opened.json(), two.address, opened.leaf(), followed.link().key()).then(part -> {
            if (followed.partCount != 0 && followed.partCount != part.count()) {
                return Checked.bad(InvitationFault.MALFORMED_PART, "another count");
            }
            followed.partCount = part.count();
            followed.parts.put(part.index(), part.data());
            return Checked.good(part);
        });
    }

    /** All was given back at start: goes on where the node stopped. */
    void ready(Step step) {
        for (Invitation invitation : List.copyOf(state.invitations.values())) {
            if (invitation instanceof Invitation.Followed followed && followed.pending()) {
                if (followed.circle == null) {
                    complete(step, followed);
                } else {
                    sealOff(followed);
                }
            }
        }
    }

    /** Where all parts have come, enters the circle; once that is durable, destroys what could open the hand-over. */
    private void complete(Step step, Invitation.Followed followed) {
        if (followed.partCount == 0 || followed.parts.size() < followed.partCount || followed.circle != null) {
            return;
        }
        Bytes all = Bytes.EMPTY.then(followed.parts.values().toArray(new Bytes[0]));
        try (Secret content = p.keep(all.toArray())) {
            if (HandOver.read(p, content) instanceof Checked.Good<HandOver>(HandOver handOver)) {
                enter(step, followed, handOver);
            }
        }
    }

    private void enter(Step step, Invitation.Followed followed, HandOver handOver) {
        if (!(ForgettingTree.read(p, handOver.tree()) instanceof Checked.Good<ForgettingTree>(ForgettingTree tree))) {
            handOver.close();
            return;
        }
        handOver.tree().destroy();
        Day over = Day.at(step.now).plus(-handOver.graceDays() - 1);
        tree.forgetThrough(over);
        Membership circle = new Membership(p, new CircleKeys(p, handOver.key(), tree), followed.name, handOver.relays(), handOver.graceDays(), false, over);
        if (state.circles.containsKey(circle.address)) {
            circle.destroy();
        } else {
            state.circles.put(circle.address, circle);
            step.undo(() -> {
                state.circles.remove(circle.address);
                circle.destroy();
            });
        }
        followed.circle = circle.address;
        followed.stage = InvitationView.Stage.DONE;
        step.undo(() -> {
            followed.circle = null;
            followed.stage = InvitationView.Stage.MET;
        });
        step.whenStored(() -> sealOff(followed));
        step.keep();
        step.arrange();
        step.show(circle.address);
    }

    private void sealOff(Invitation.Followed followed) {
        Membership two = state.circles.get(followed.acquaintance);
        if (two != null) {
            two.held.values().stream().filter(held -> held.leaf.forThread()).forEach(held -> two.keys.tree().puncture(held.leaf));
        }
        followed.destroy();
        state.owed = true;
        forgetting.lookSoon();
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
                    giveUp(step, followed, InvitationView.Stage.LATE);
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
