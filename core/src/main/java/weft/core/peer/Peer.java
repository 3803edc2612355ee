package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.key.Leaf;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * A node as a step machine: one input, one moment and some randomness in, effects out. Same inputs, same effects. It is
 * confined to one thread; how a shell drives it is told in the package's description.
 */
public final class Peer implements AutoCloseable {
    private final PeerState state;
    private final Forgetting forgetting;
    private final Inviting inviting;
    private final People people;
    private final Regrouping regrouping;
    private final Practices practices;
    private final Intake intake;
    private final Links links;
    private final Caring caring;
    private final Attending attending;
    private final Neighbours neighbours;
    private final Wishes wishes;
    /** The step before, until the next call tells whether it was stored. */
    private @Nullable Step last;

    private Peer(PeerState state) {
        this.state = state;
        forgetting = new Forgetting(state);
        inviting = new Inviting(state, forgetting);
        people = new People(state, inviting);
        practices = new Practices(state);
        regrouping = new Regrouping(state, forgetting, practices);
        attending = new Attending(state);
        caring = new Caring(state);
        intake = new Intake(state, forgetting, inviting, people, regrouping, attending, caring);
        links = new Links(state, intake, inviting);
        neighbours = new Neighbours(state, links, intake, inviting);
        wishes = new Wishes(state, links, inviting, forgetting, intake, people, regrouping, practices, new Doings(state, links, forgetting, attending),
                new Things(state, links, forgetting, caring));
    }

    /** A node that is in no circle. */
    public static Peer fresh(Primitives primitives) {
        return new Peer(new PeerState(primitives));
    }

    /**
     * A node as its vault remembers it. Stored envelopes are given back next ({@link Input.Restored}), then {@link Input.Ready}.
     *
     * @param vaultContent what {@link Effect.Keep} held; stays the caller's, who destroys it
     * @return bad with a {@link VaultContentFault} where it is not what this version writes
     */
    public static Checked<Peer> restore(Primitives primitives, Secret vaultContent) {
        return VaultContent.read(primitives, vaultContent).then(state -> Checked.good(new Peer(state)));
    }

    /**
     * One step. Nothing that arrives makes it throw.
     *
     * @param now Unix seconds
     * @return effects, to be performed before the next call; an outcome where the input was a command, or could not be stored
     */
    public Turn step(Input input, long now, Entropy entropy) {
        Step step = new Step(state, now, entropy);
        if (input instanceof Input.NotStored) {
            notStored(step);
        } else {
            settle();
        }
        step.slept = state.wakeAsked > 0 && step.now > state.wakeAsked + PeerLimits.SLEPT_SECONDS;
        forgetting.look(step);
        switch (input) {
            case Input.Wish(Command command) -> wishes.wish(step, command);
            case Input.Restored(var event) -> intake.restored(event);
            case Input.Recalled(List<Recall> recalls) -> recalls.forEach(intake::recalled);
            case Input.Ready() -> {
                state.ready = true;
                state.shuffle = entropy.next(8).bigEndianAt(0, 8);
                inviting.following().ready(step);
                regrouping.ready(step);
                step.arrange();
            }
            case Input.LinkOpened(int link) -> links.opened(step, link);
            case Input.LinkClosed(int link, String trouble) -> links.closed(step, link, trouble);
            case Input.Heard(int link, var message) -> {
                step.heardOn = Optional.of(link);
                links.heard(step, link, message);
            }
            case Input.Garbled(int link, String fault) -> links.garbled(step, link);
            case Input.Met(int neighbour, boolean caller, var session) -> neighbours.met(step, neighbour, caller, session);
            case Input.Proved(int neighbour, var tags) -> neighbours.proved(step, neighbour, tags);
            case Input.Parted(int neighbour) -> neighbours.parted(step, neighbour);
            case Input.Asked(int link, var message) -> {
                step.heardOn = Optional.of(link);
                neighbours.asked(step, link, message);
            }
            case Input.Woke() -> { }
            case Input.NotStored ignored -> { }
        }
        if (input instanceof Input.Restored || input instanceof Input.Recalled) {
            return new Turn(List.of(), Optional.empty());
        }
        if (!(input instanceof Input.NotStored)) {
            forgetting.tend(step);
            state.tidings.tend(step);
            inviting.tend(step);
            regrouping.tend(step, links);
            attending.tend(step, links);
            caring.tend(step, links);
            practices.tend(step, links);
            if (step.keeps()) {
                people.lookSoon();
            }
            people.tend(step, links);
        }
        if (state.ready) {
            if (step.arranges()) {
                links.arrange(step);
                neighbours.arrange(step);
            }
            step.broadcasts().forEach(what -> links.broadcast(step, what));
            links.tend(step);
        }
        state.finding.tend();
        state.circles.values().forEach(circle -> circle.board.tend(circle));
        state.wakeAsked = wakeAt(step);
        step.effect(new Effect.WakeAt(state.wakeAsked));
        last = step;
        return step.turn();
    }

    /** What the last step meant to keep is not kept: it is as if that step had not been. */
    private void notStored(Step step) {
        if (last != null) {
            last.takeBack();
            links.lost(step, last.after());
            if (last.appends()) {
                last.heardOn.ifPresent(link -> links.missed(step, link));
            }
        }
        last = null;
        step.refuse(Outcome.Refusal.NOT_STORED);
        step.arrange();
    }

    /**
     * Not before the next second, so that no moment that is past is ever asked for. Who waits for a person's word about the date
     * looks after nothing else until then, however long that has been due.
     */
    private long wakeAt(Step step) {
        long at = Math.min(links.nextLook(), forgetting.nextLook());
        if (!state.jumped) {
            at = Math.min(at, Math.min(inviting.nextLook(), Math.min(people.nextLook(), regrouping.nextLook())));
            at = Math.min(at, Math.min(practices.nextLook(), Math.min(attending.nextLook(), caring.nextLook())));
        }
        return Math.clamp(at, step.now + 1, step.now + 86_400);
    }

    private void settle() {
        if (last != null) {
            last.settle();
            last = null;
        }
    }

    /**
     * Other bounds for floods than those of {@link PeerLimits}, in the circles that there are now: for drills, which could not wait for the real ones.
     *
     * @param perLinkHour new envelopes that one link may bring in an hour
     * @param perCircleDay new envelopes that a circle takes in a day without asking for work
     */
    public void bound(int perLinkHour, int perCircleDay) {
        state.newPerLinkHour = perLinkHour;
        state.circles.values().forEach(circle -> circle.crowd.bound(perCircleDay));
    }

    /**
     * What pages and the command line may see; of no use after the next step. A call tells that the last turn's effects
     * were performed.
     *
     * @param now Unix seconds
     */
    public Views views(long now) {
        settle();
        return new ViewsOf(state, links, now);
    }

    /**
     * What a stored envelope holds, for a shell that wants to give it back sooner at the next start ({@link Input.Recalled});
     * nothing where it is no entry that this node has taken in.
     */
    public Optional<Recall> recall(Event envelope) {
        settle();
        return intake.recall(envelope);
    }

    /**
     * Ids of the stored envelopes that hold what boards show first: given back before all others ({@link Input.Recalled}), they make a
     * first page that can be shown while the rest is still being given back. None where there is so little that it would not pay.
     *
     * @param threads of each circle
     * @param fewest envelopes of a circle for which it pays
     */
    public List<Bytes> foremost(int threads, int fewest, long now) {
        settle();
        List<Bytes> out = new ArrayList<>();
        for (Membership circle : state.circles.values()) {
            if (!circle.acquaintance && circle.held.size() >= fewest) {
                out.addAll(circle.board.foremost(circle, now, threads));
            }
        }
        return out;
    }

    /**
     * Does some of what the first search would have to do, so that it need not wait: for shells that have a moment.
     *
     * @param threads how many to look at, at most
     * @return whether more is left to do
     */
    public boolean prepare(int threads) {
        settle();
        return state.finding.prepare(threads);
    }

    /** Whether something sealed under a leaf of a circle could still be opened, after what the last step destroyed. */
    public boolean knows(Bytes circle, Leaf leaf) {
        Membership membership = state.circles.get(circle);
        return membership != null && membership.keys.tree().knows(leaf);
    }

    /** For the tests in this package. */
    PeerState state() {
        settle();
        return state;
    }

    /** What the vault of this node holds now: for the first vault, before any step. The caller destroys it. */
    public Secret vaultContent() {
        settle();
        return VaultContent.write(state);
    }

    /** Destroys all secrets in memory; the peer is of no use after this. */
    @Override
    public void close() {
        settle();
        state.destroy();
    }
}
