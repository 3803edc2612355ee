package weft.core.peer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.core.people.ThatIsMe;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * "That voice is me": told to acquaintances, and to nobody else. What has been told is known from what is stored, so there
 * is no list to keep: each open thread's voice that an acquaintance was not told yet is told before long, each at a moment of
 * its own, so that a relay which carries both circles sees no two envelopes come as a pair.
 */
final class People {
    private final PeerState state;
    private final Primitives p;
    private final Inviting inviting;
    private final Map<Telling, Long> due = new LinkedHashMap<>();
    private boolean changed = true;

    private record Telling(Bytes acquaintance, Bytes circle, Bytes thread) {}

    People(PeerState state, Inviting inviting) {
        this.state = state;
        this.inviting = inviting;
        this.p = state.primitives;
    }

    /** A voice, a circle or an acquaintance may have been added. */
    void lookSoon() {
        changed = true;
    }

    /** When the next acquaintance is to be told, Unix seconds. */
    long nextLook() {
        return due.isEmpty() ? Long.MAX_VALUE : Collections.min(due.values());
    }

    /** Tells what it is time to tell. */
    void tend(Step step, Links links) {
        if (!state.ready || state.jumped) {
            return;
        }
        if (changed) {
            changed = false;
            plan(step);
        }
        if (due.isEmpty()) {
            return;
        }
        List<Telling> now = due.entrySet().stream().filter(each -> step.now >= each.getValue()).map(Map.Entry::getKey).toList();
        for (Telling telling : now) {
            due.remove(telling);
            tell(step, links, telling);
        }
    }

    private void plan(Step step) {
        for (Membership circle : state.circles.values()) {
            if (circle.acquaintance || !circle.tellsNames) {
                continue;
            }
            for (Voice voice : circle.voices.values()) {
                for (Membership two : state.acquaintances()) {
                    if (wanted(step, circle, voice, two)) {
                        due.putIfAbsent(new Telling(two.address, circle.address, voice.thread()),
                                step.now + PeerLimits.TELL_AFTER_SECONDS + step.entropy.below(PeerLimits.TELL_WITHIN_SECONDS));
                    }
                }
            }
        }
    }

    private boolean wanted(Step step, Membership circle, Voice voice, Membership two) {
        Membership.Told told = two.told.get(voice.publicKey());
        // Only who is known to be in the circle is told: else somebody left out would hear of a fresh one.
        return two.shared.contains(circle.address)
                && voice.lastDay().endsAt() > step.now
                && !two.isOver(voice.lastDay())
                && (told == null || told.lastDay().compareTo(voice.lastDay()) < 0)
                && !circle.condemnedThreads.containsKey(voice.thread())
                && state.invitations.values().stream().noneMatch(one -> one instanceof Invitation.Followed followed
                        && followed.acquaintance.equals(two.address) && followed.stage() == InvitationView.Stage.KNOCKING);
    }

    private void tell(Step step, Links links, Telling telling) {
        Membership circle = state.circles.get(telling.circle());
        Membership two = state.circles.get(telling.acquaintance());
        Voice voice = circle == null || !circle.tellsNames ? null : circle.voices.get(telling.thread());
        if (circle == null || two == null || voice == null || !wanted(step, circle, voice, two)) {
            return;
        }
        Leaf leaf = new Leaf(voice.lastDay(), Speaking.slot(step.entropy));
        if (!two.keys.tree().knows(leaf)) {
            return;
        }
        String json = ThatIsMe.write(p, voice.secret(), circle.address, two.address, leaf, step.now, step.entropy);
        Event envelope = two.keys.seal(json, leaf, step.now, step.entropy);
        Bytes mark = ThatIsMe.mark(p, circle.address);
        step.append(envelope);
        step.whenStored(() -> {
            two.hold(envelope, leaf);
            two.told(voice.publicKey(), mark, leaf);
        });
        step.undo(this::lookSoon);
        links.publish(step, two, envelope);
    }

    /** Something of an acquaintance that is no entry of a thread; whether it was taken as "that is me". */
    boolean heardInside(Step step, Membership two, Envelope envelope, CircleKeys.Opened opened) {
        if (two.told.size() >= PeerLimits.TOLD
                || !(ThatIsMe.read(p, opened.json(), two.address, opened.leaf()) instanceof Checked.Good<ThatIsMe>(ThatIsMe that))) {
            return false;
        }
        step.append(envelope.event());
        step.whenStored(() -> {
            two.hold(envelope.event(), opened.leaf());
            two.confirm(envelope.id());
            two.told(that.voice(), that.circleMark(), opened.leaf());
        });
        for (Membership circle : state.circles.values()) {
            if (!circle.acquaintance && ThatIsMe.mark(p, circle.address).equals(that.circleMark())) {
                share(step, two, circle.address);
                inviting.spokenOf(step, two.address, circle.address);
                step.show(circle.address);
            }
        }
        return true;
    }

    /** Notes that both are in a circle. */
    static void share(Step step, Membership two, Bytes circle) {
        if (two.shared.add(circle)) {
            step.undo(() -> two.shared.remove(circle));
            step.keep();
        }
    }

    /** The same at start; whether it is wanted still. */
    boolean restored(Membership two, CircleKeys.Opened opened) {
        if (ThatIsMe.read(p, opened.json(), two.address, opened.leaf()) instanceof Checked.Good<ThatIsMe>(ThatIsMe that)) {
            two.told(that.voice(), that.circleMark(), opened.leaf());
            return true;
        }
        return false;
    }

    /** What the reader calls who speaks with a voice in a circle, where they know. */
    static Optional<String> known(PeerState state, Membership circle, Bytes voice) {
        for (Membership two : state.circles.values()) {
            Membership.Told told = two.acquaintance && !two.name.isEmpty() ? two.told.get(voice) : null;
            if (told != null && told.circleMark().equals(ThatIsMe.mark(state.primitives, circle.address))) {
                return Optional.of(two.name);
            }
        }
        return Optional.empty();
    }

    /** Whether acquaintances are told of a circle's voices; what was told stays told. */
    void tellNames(Step step, Membership circle, boolean on) {
        boolean before = circle.tellsNames;
        circle.tellsNames = on;
        step.undo(() -> circle.tellsNames = before);
        step.keep();
        step.outcome(new Outcome.Done());
    }
}
