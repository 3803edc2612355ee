package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weft.core.circle.Opening;
import weft.core.circle.ThreadState;
import weft.core.invite.HandOver;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.people.Regrouped;
import weft.core.people.ThatIsMe;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * Leaving a circle, and going on in a fresh one ({@code spec/regroup.md}).
 *
 * <pre>
 * any member    makes a circle, hands it to acquaintances of their choice   Regrouped, in each circle of two
 * who gets it   is asked; follows, and hands it on to theirs; or not
 * own threads   said again in the fresh circle under fresh voices, each at a moment of its own
 * nobody        is told who was asked; the old circle goes on for who stays in it
 * </pre>
 */
final class Regrouping {
    private final PeerState state;
    private final Primitives p;
    private final Forgetting forgetting;
    private final Practices practices;

    Regrouping(PeerState state, Forgetting forgetting, Practices practices) {
        this.practices = practices;
        this.state = state;
        this.p = state.primitives;
        this.forgetting = forgetting;
    }

    /** Makes a fresh circle and hands it on. */
    void make(Step step, Links links, Membership old, String name, List<Bytes> acquaintances) {
        if (!known(step, acquaintances)) {
            return;
        }
        ForgettingTree tree = ForgettingTree.create(p, step.entropy);
        Membership fresh = enter(step, new CircleKeys(p, p.freshKey(step.entropy), tree), name, old.relays, old.graceDays);
        fresh.tellsNames = old.tellsNames;
        hand(step, links, fresh, ThatIsMe.mark(p, old.address), acquaintances);
        carryOver(step, old, fresh);
        step.outcome(new Outcome.DoneCircle(fresh.address));
    }

    private boolean known(Step step, List<Bytes> acquaintances) {
        boolean all = acquaintances.stream().allMatch(one -> state.acquaintance(one).isPresent());
        if (!all || state.circles.size() >= PeerLimits.CIRCLES) {
            step.refuse(all ? Outcome.Refusal.MALFORMED : Outcome.Refusal.NO_SUCH_ACQUAINTANCE);
            return false;
        }
        return true;
    }

    private Membership enter(Step step, CircleKeys keys, String name, List<String> relays, int graceDays) {
        Membership circle = Membership.begin(state, step, keys, name, relays, graceDays, false);
        step.keep();
        step.arrange();
        step.show(circle.address);
        return circle;
    }

    /**
     * Hands every circle over as it is: the old circle that the message names is the circle itself. The other device asks before
     * it goes in; those that it is in already it only takes note of.
     */
    void handAll(Step step, Links links, Bytes acquaintance) {
        if (!known(step, List.of(acquaintance))) {
            return;
        }
        for (Membership circle : List.copyOf(state.circles.values())) {
            if (!circle.acquaintance) {
                hand(step, links, circle, ThatIsMe.mark(p, circle.address), List.of(acquaintance));
            }
        }
        step.outcome(new Outcome.Done());
    }

    private void hand(Step step, Links links, Membership fresh, Bytes oldMark, List<Bytes> acquaintances) {
        for (Bytes one : acquaintances) {
            Membership two = state.circles.get(one);
            if (two == null) {
                continue;
            }
            Leaf leaf = new Leaf(Day.at(step.now).plus(PeerLimits.HAND_OVER_DAYS), Speaking.slot(step.entropy));
            HandOver handOver = new HandOver(fresh.keys.copyOfKey(), fresh.keys.tree().write(), fresh.graceDays, fresh.relays);
            try (Regrouped what = new Regrouped(oldMark, handOver)) {
                for (String part : what.write(p, two.address, leaf, step.now, step.entropy).orElse(List.of())) {
                    Event envelope = two.keys.seal(part, leaf, step.now, step.entropy);
                    step.append(envelope);
                    step.whenStored(() -> two.hold(envelope, leaf));
                    links.publish(step, two, envelope);
                }
            }
            // From here on only the other side can open what was handed over.
            two.keys.tree().puncture(leaf);
            People.share(step, two, fresh.address);
            step.keepDestroying();
        }
    }

    private void carryOver(Step step, Membership old, Membership fresh) {
        for (Voice voice : old.voices.values()) {
            if (voice.isFirst() && open(step, old, voice.publicKey()).isPresent()) {
                carryLater(step, old, fresh, voice.publicKey());
            }
        }
        old.kept.forEach(practice -> carryLater(step, old, fresh, practice));
    }

    private void carryLater(Step step, Membership old, Membership fresh, Bytes voice) {
        PeerState.Carry carry = new PeerState.Carry(old.address, voice, fresh.address,
                step.now + 1 + step.entropy.below(PeerLimits.CARRY_WITHIN_SECONDS));
        state.carries.add(carry);
        step.undo(() -> state.carries.remove(carry));
        step.keep();
    }

    private static Optional<ThreadState> open(Step step, Membership old, Bytes voice) {
        return old.state.threadOf(voice).flatMap(thread -> old.living(thread.root()))
                .filter(thread -> thread.joining().isEmpty() && thread.asking().isEmpty() && thread.closing().isEmpty() && thread.lastDay()
                        .endsAt() > step.now);
    }

    /** When the next own thread goes over, Unix seconds. */
    long nextLook() {
        return state.carries.isEmpty() ? Long.MAX_VALUE : state.carries.stream().mapToLong(PeerState.Carry::due).min().orElse(Long.MAX_VALUE);
    }

    /** Carries over what it is time for. */
    void tend(Step step, Links links) {
        if (state.ready && !state.jumped && !state.carries.isEmpty()) {
            List.copyOf(state.carries).stream().filter(carry -> step.now >= carry.due()).forEach(carry -> carry(step, links, carry));
        }
    }

    private void carry(Step step, Links links, PeerState.Carry carry) {
        state.carries.remove(carry);
        step.undo(() -> state.carries.add(carry));
        step.keep();
        Membership old = state.circles.get(carry.from());
        Membership fresh = state.circles.get(carry.to());
        if (old != null && fresh != null) {
            practices.carryOver(step, links, old, fresh, carry.thread());
        }
        Optional<ThreadState> thread = old == null || fresh == null ? Optional.empty() : open(step, old, carry.thread());
        if (thread.isEmpty() || old == null || fresh == null) {
            return;
        }
        Voice voice = old.voices.get(carry.thread());
        if (voice != null && !fresh.isOver(thread.get().lastDay())) {
            Map<Bytes, String> words = Opening.of(p, thread.get(), voice.secret()).aside();
            List<String> asides = thread.get().aside().stream()
                    .filter(one -> !one.withdrawn() && one.entry().head().voice().equals(voice.publicKey()))
                    .map(one -> words.get(one.entry().head().id())).filter(text -> text != null).toList();
            Posting.post(step, links, fresh, thread.get().words(), thread.get().lastDay(), asides);
        }
    }

    /** Something of an acquaintance that is no entry of a thread; whether it was taken as a part of a fresh circle. */
    boolean heardInside(Step step, Membership two, Envelope envelope, CircleKeys.Opened opened) {
        Optional<Bytes> message = take(two, opened);
        message.ifPresent(key -> {
            step.append(envelope.event());
            step.whenStored(() -> {
                two.hold(envelope.event(), opened.leaf());
                two.confirm(envelope.id());
            });
            complete(step, two, key, opened.leaf());
        });
        return message.isPresent();
    }

    /** The same at start; whether it is wanted still. */
    boolean restored(Membership two, CircleKeys.Opened opened) {
        return take(two, opened).isPresent();
    }

    /** All was given back at start: what was complete is asked about, or sealed off. */
    void ready(Step step) {
        for (Membership two : state.acquaintances()) {
            for (Bytes key : List.copyOf(two.regroupParts.keySet())) {
                two.held.values().stream().map(held -> held.leaf).filter(leaf -> key.slice(32, 40).equals(path(leaf))).findFirst()
                        .ifPresent(leaf -> complete(step, two, key, leaf));
            }
        }
    }

    private static Bytes path(Leaf leaf) {
        return Bytes.bigEndian(leaf.path(), 8);
    }

    private Optional<Bytes> take(Membership two, CircleKeys.Opened opened) {
        if (two.regroupParts.size() >= PeerLimits.OFFERS
                || !(Regrouped.readPart(p, opened.json(), two.address, opened.leaf()) instanceof Checked.Good<Regrouped.Part>(Regrouped.Part part))) {
            return Optional.empty();
        }
        Bytes key = part.key().then(path(opened.leaf()), Bytes.ofUnsigned(part.count()));
        two.regroupParts.computeIfAbsent(key, ignored -> new TreeMap<>()).put(part.index(), part.data());
        return Optional.of(key);
    }

    private void complete(Step step, Membership two, Bytes key, Leaf leaf) {
        Map<Integer, Bytes> parts = two.regroupParts.getOrDefault(key, Map.of());
        if (parts.size() < key.at(40)) {
            return;
        }
        Bytes all = Bytes.EMPTY.then(parts.values().toArray(new Bytes[0]));
        try (Secret content = p.keep(all.toArray())) {
            if (Regrouped.read(p, content) instanceof Checked.Good<Regrouped>(Regrouped what)) {
                offer(step, two, what);
            }
        }
        step.whenStored(() -> {
            two.regroupParts.remove(key);
            two.keys.tree().puncture(leaf);
            state.undestroyed = true;
            forgetting.lookSoon();
        });
    }

    private void offer(Step step, Membership two, Regrouped what) {
        Bytes address = p.publicKey(what.circle().key());
        if (state.circles.containsKey(address)) {
            People.share(step, two, address);
            what.close();
        } else if (state.offers.containsKey(address) || state.offers.size() >= PeerLimits.OFFERS) {
            what.close();
        } else {
            state.offers.put(address, new PeerState.Offer(two.address, what));
            step.undo(() -> state.offers.remove(address));
            step.keep();
            step.show(two.address);
        }
    }

    /** Follows into a fresh circle, and hands it on. */
    void follow(Step step, Links links, Bytes id, String name, List<Bytes> acquaintances) {
        PeerState.Offer offer = state.offers.get(id);
        if (offer == null) {
            step.refuse(Outcome.Refusal.NO_SUCH_OFFER);
            return;
        }
        if (!known(step, acquaintances)) {
            return;
        }
        HandOver copy;
        try (Secret written = offer.what().circle().write(p)) {
            copy = HandOver.read(p, written).orThrow();
        }
        Checked<ForgettingTree> tree = ForgettingTree.read(p, copy.tree());
        copy.tree().destroy();
        if (!(tree instanceof Checked.Good<ForgettingTree>(ForgettingTree good))) {
            copy.close();
            step.refuse(Outcome.Refusal.MALFORMED);
            return;
        }
        putAside(step, id, offer);
        Membership fresh = enter(step, new CircleKeys(p, copy.key(), good), name, copy.relays(), copy.graceDays());
        state.acquaintance(offer.by()).ifPresent(two -> People.share(step, two, fresh.address));
        hand(step, links, fresh, offer.what().oldMark(), acquaintances.stream().filter(one -> !one.equals(offer.by())).toList());
        from(state, offer).ifPresent(old -> {
            fresh.tellsNames = old.tellsNames;
            carryOver(step, old, fresh);
        });
        step.outcome(new Outcome.DoneCircle(fresh.address));
    }

    /** The circle that an offer goes on from, where this node is in it. */
    static Optional<Membership> from(PeerState state, PeerState.Offer offer) {
        return state.circles.values().stream()
                .filter(circle -> !circle.acquaintance && ThatIsMe.mark(state.primitives, circle.address).equals(offer.what().oldMark())).findFirst();
    }

    /** Puts an offer aside. */
    void ignore(Step step, Bytes id) {
        PeerState.Offer offer = state.offers.get(id);
        if (offer == null) {
            step.refuse(Outcome.Refusal.NO_SUCH_OFFER);
            return;
        }
        putAside(step, id, offer);
        step.outcome(new Outcome.Done());
    }

    private void putAside(Step step, Bytes id, PeerState.Offer offer) {
        state.offers.remove(id);
        step.undo(() -> state.offers.put(id, offer));
        step.whenStored(() -> offer.what().close());
        step.keepDestroying();
    }

    /** Leaves a circle, or an acquaintance: its keys go from this node. What was to be carried out of it is carried first. */
    void leave(Step step, Links links, Bytes address) {
        Membership circle = state.circles.get(address);
        if (circle == null) {
            step.refuse(Outcome.Refusal.NO_SUCH_CIRCLE);
            return;
        }
        for (PeerState.Carry carry : List.copyOf(state.carries)) {
            if (carry.from().equals(address)) {
                carry(step, links, carry);
            }
        }
        state.circles.remove(address);
        step.undo(() -> state.circles.put(address, circle));
        List<Invitation> gone = new ArrayList<>();
        for (Invitation invitation : state.invitations.values()) {
            if (invitation instanceof Invitation.Made made && made.circle().equals(Optional.of(address)) && made.key != null) {
                gone.add(made);
                InvitationView.Stage before = made.stage;
                made.stage = InvitationView.Stage.GONE;
                step.undo(() -> made.stage = before);
            }
        }
        step.whenStored(() -> {
            gone.forEach(Invitation::destroy);
            circle.destroy();
        });
        step.keepDestroying();
        circle.held.keySet().forEach(step::remove);
        step.arrange();
        step.show(address);
        step.outcome(new Outcome.Done());
    }
}
