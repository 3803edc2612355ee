package weft.core.peer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.invite.Acquainted;
import weft.core.invite.HandOver;
import weft.core.invite.HandOverPart;
import weft.core.invite.InvitationFault;
import weft.core.invite.InvitationFile;
import weft.core.invite.InvitationLink;
import weft.core.invite.UsedMark;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/** Invitations followed from here, until the circle has come; the way is drawn in {@code spec/invitation.md}. */
final class Following {
    private final PeerState state;
    private final Primitives p;
    private final Inviting inviting;
    private final Forgetting forgetting;

    Following(PeerState state, Inviting inviting, Forgetting forgetting) {
        this.state = state;
        this.p = state.primitives;
        this.inviting = inviting;
        this.forgetting = forgetting;
    }

    /** Opens an invitation's file and destroys the passphrase; nothing where the step was refused. */
    Optional<String> open(Step step, String text, Secret passphrase) {
        try (passphrase) {
            return switch (InvitationFile.open(p, text, passphrase)) {
                case Checked.Good<String>(String link) -> Optional.of(link);
                case Checked.Bad<String>(Fault fault, String detail) -> {
                    step.refuse(refusal(fault));
                    yield Optional.empty();
                }
            };
        }
    }

    /** Follows an invitation's link. */
    void join(Step step, String text, String name) {
        switch (InvitationLink.read(p, text.strip())) {
            case Checked.Good<InvitationLink>(InvitationLink link) -> join(step, link, name);
            case Checked.Bad<InvitationLink>(Fault fault, String detail) -> step.refuse(refusal(fault));
        }
    }

    private static Outcome.Refusal refusal(Fault fault) {
        return fault == InvitationFault.NOT_A_LINK ? Outcome.Refusal.NOT_AN_INVITATION
                : fault == InvitationFault.NEWER_VERSION ? Outcome.Refusal.INVITATION_NEWER
                : fault == InvitationFault.WRONG_PASSPHRASE ? Outcome.Refusal.WRONG_PASSPHRASE
                : Outcome.Refusal.INVITATION_ALTERED;
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
        Membership acquaintance = inviting.acquaintance(step, link, acquainted);
        inviting.add(step, new Invitation.Followed(link, invitee, name, acquaintance.address, acquainted.words(), key));
    }

    /** A used mark came; false where the relay should have known better. */
    boolean marked(Step step, Invitation.Followed followed, Event event) {
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
    void giveUp(Step step, Invitation.Followed followed, InvitationView.Stage why) {
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
            two.hold(envelope.event(), opened.leaf());
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
        CircleKeys keys = new CircleKeys(p, handOver.key(), tree);
        Bytes address = keys.address();
        if (state.circles.containsKey(address)) {
            keys.close();
        } else {
            Membership.begin(state, step, keys, followed.name, handOver.relays(), handOver.graceDays(), false);
        }
        followed.circle = address;
        state.acquaintance(followed.acquaintance).ifPresent(two -> People.share(step, two, address));
        followed.stage = InvitationView.Stage.DONE;
        step.undo(() -> {
            followed.circle = null;
            followed.stage = InvitationView.Stage.MET;
        });
        step.whenStored(() -> sealOff(followed));
        step.keep();
        step.arrange();
        step.show(address);
    }

    private void sealOff(Invitation.Followed followed) {
        Membership two = state.circles.get(followed.acquaintance);
        if (two != null) {
            two.held.values().stream().filter(held -> held.leaf.forThread()).forEach(held -> two.keys.tree().puncture(held.leaf));
        }
        followed.destroy();
        state.undestroyed = true;
        forgetting.lookSoon();
    }
}
