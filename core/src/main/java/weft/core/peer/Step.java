package weft.core.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Secret;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/**
 * One step in the making: what it wants done, what becomes known once that is durable, and how to take it back where it
 * could not be stored.
 */
final class Step {
    final PeerState state;
    final long now;
    final Entropy entropy;
    /** Whether the node was called much later than it asked to be: the lid was closed, or the clock leapt. */
    boolean slept;
    /** The link on which was heard what this step is about. */
    Optional<Integer> heardOn = Optional.empty();

    private final List<Broadcast> broadcasts = new ArrayList<>();
    private boolean arranges;
    private boolean keep;
    private boolean destroying;
    private @Nullable Secret relock;
    private final List<Event> appended = new ArrayList<>();
    private final List<Bytes> removed = new ArrayList<>();
    private final Set<Bytes> shown = new LinkedHashSet<>();
    private final List<Effect> after = new ArrayList<>();
    private final List<Runnable> whenStored = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private @Nullable Outcome outcome;

    Step(PeerState state, long now, Entropy entropy) {
        this.state = state;
        this.now = now;
        this.entropy = entropy;
    }

    /** The vault has to be written: a secret or a local fact was added. */
    void keep() {
        keep = true;
    }

    /** The vault has to be written so that the one before becomes unreadable. */
    void keepDestroying() {
        keep = true;
        destroying = true;
    }

    /** The vault shall be sealed under another passphrase. */
    void relock(Secret passphrase) {
        keepDestroying();
        relock = passphrase;
    }

    /** Store an envelope. */
    void append(Event event) {
        appended.add(event);
    }

    /** Delete a stored envelope. */
    void remove(Bytes id) {
        removed.add(id);
    }

    /** A board changed. */
    void show(Bytes circle) {
        shown.add(circle);
    }

    /** Whether the vault has to be written. */
    boolean keeps() {
        return keep;
    }

    /** Something for a link. */
    void effect(Effect effect) {
        after.add(effect);
    }

    /** The links wanted have changed. */
    void arrange() {
        arranges = true;
    }

    /** Whether the links wanted have changed. */
    boolean arranges() {
        return arranges;
    }

    /** Something to say on all open links of a purpose. */
    void broadcast(Purpose purpose, ClientMessage message) {
        broadcasts.add(new Broadcast(purpose, message));
    }

    /** What to say on all open links of a purpose. */
    List<Broadcast> broadcasts() {
        return broadcasts;
    }

    /** Something to say on all open links of a purpose. */
    record Broadcast(Purpose purpose, ClientMessage message) {}

    /** Whether this step stores an envelope. */
    boolean appends() {
        return !appended.isEmpty();
    }

    /** What was to be done after all was stored. */
    List<Effect> after() {
        return after;
    }

    /** Done at the beginning of the next call, when all that this step stores is durable. */
    void whenStored(Runnable change) {
        whenStored.add(change);
    }

    /** Done, last first, where something could not be stored. */
    void undo(Runnable change) {
        undo.push(change);
    }

    /** What became of the command. */
    void outcome(Outcome what) {
        outcome = what;
    }

    /** The command can't be done. */
    void refuse(Outcome.Refusal why) {
        outcome = new Outcome.Refused(why);
    }

    /** What the step wants done: first what must be durable, then the rest. */
    Turn turn() {
        List<Effect> effects = new ArrayList<>();
        if (relock != null) {
            effects.add(new Effect.Relock(relock));
        }
        if (keep) {
            effects.add(new Effect.Keep(VaultContent.write(state), destroying));
        }
        if (!appended.isEmpty()) {
            effects.add(new Effect.Append(appended));
        }
        if (!removed.isEmpty()) {
            effects.add(new Effect.Remove(removed));
        }
        shown.forEach(circle -> effects.add(new Effect.Show(circle)));
        effects.addAll(after);
        return new Turn(effects, Optional.ofNullable(outcome));
    }

    /** All was stored: what was laid aside becomes known. */
    void settle() {
        whenStored.forEach(Runnable::run);
        whenStored.clear();
        undo.clear();
    }

    /** Something was not stored: takes back what hung on it. */
    void takeBack() {
        undo.forEach(Runnable::run);
        undo.clear();
        whenStored.clear();
    }
}
