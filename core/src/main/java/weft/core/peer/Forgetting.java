package weft.core.peer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.circle.ThreadState;
import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * Forgetting, in two steps (protocol, section 3). What is over is first condemned: shown no more, its keys still there.
 * It is destroyed once the node has run for an hour since, or was started again on a later day. While the clock has
 * moved by more than three days between two looks, neither happens until a person confirms the date.
 *
 * <pre>
 * day D            over with grace: condemned when D + grace + 1 has begun
 * closed thread    condemned when this node has run for a day since it saw its closing, or a day after the day of closing ended,
 *                  whichever is first. It counts what it ran, not what the clock shows: a clock that was behind and is set right
 *                  leaps over hours in which nobody could see that it is closed
 * destroying       seeds dropped, voices destroyed, vault written anew (Keep, destroying), then envelopes removed
 * </pre>
 */
final class Forgetting {
    private final PeerState state;
    /** Envelopes whose keys are gone from memory, until the vault without them and their removal are durable. */
    private final List<Bytes> toRemove = new ArrayList<>();
    private long nextLook;

    Forgetting(PeerState state) {
        this.state = state;
    }

    /** Looks at the clock; every step begins with this. */
    void look(Step step) {
        long before = state.lastLook;
        state.lastLook = step.now;
        if (state.startedOn.isEmpty()) {
            state.startedOn = Optional.of(Day.at(step.now));
        }
        if (before == 0) {
            return;
        }
        long moved = step.now - before;
        if (Math.abs(moved) > PeerLimits.CLOCK_JUMP_SECONDS) {
            if (!state.circles.isEmpty()) {
                state.jumped = true;
            }
            step.keep();
        } else if (!state.jumped && moved > 0) {
            ran(Math.clamp(moved, 0, PeerLimits.LOOK_SECONDS));
            long shown = Math.clamp(moved, 0, PeerLimits.CLOSED_LOOK_SECONDS);
            state.circles.values().forEach(circle -> circle.closingSeen.entrySet().forEach(seen -> seen.setValue(seen.getValue() + shown)));
        }
        if (!Day.at(before).equals(Day.at(step.now))) {
            // Once a day the vault learns when the node last looked, so that a start soon after is no jump.
            step.keep();
            nextLook = 0;
        }
    }

    private void ran(long seconds) {
        for (Membership circle : state.circles.values()) {
            circle.condemnedDays.values().forEach(sentence -> sentence.ran += seconds);
            circle.condemnedThreads.values().forEach(sentence -> sentence.ran += seconds);
        }
    }

    /** A person says that the date is right. */
    void confirm(Step step) {
        state.jumped = false;
        state.startedOn = Optional.of(Day.at(step.now));
        nextLook = 0;
        step.keep();
    }

    /** Something was closed or came in: look again before long. */
    void lookSoon() {
        nextLook = 0;
    }

    /** When to look again, Unix seconds. */
    long nextLook() {
        return nextLook;
    }

    /** Condemns and destroys what it is time for. */
    void tend(Step step) {
        if (!state.ready || step.now < nextLook) {
            return;
        }
        if (state.jumped) {
            nextLook = Day.at(step.now).endsAt();
            return;
        }
        long next = Day.at(step.now).endsAt();
        for (Membership circle : state.circles.values()) {
            next = Math.min(next, condemn(step, circle));
            destroy(step, circle);
            if (!circle.condemnedDays.isEmpty() || !circle.condemnedThreads.isEmpty()) {
                next = Math.min(next, step.now + PeerLimits.LOOK_AGAIN_SECONDS);
            }
        }
        if (state.undestroyed) {
            step.keepDestroying();
            toRemove.forEach(step::remove);
            step.whenStored(() -> {
                state.undestroyed = false;
                toRemove.clear();
            });
            next = Math.min(next, step.now + PeerLimits.AGAIN_SECONDS);
        }
        nextLook = next;
    }

    /** Condemns what is over; answers when the next closed thread will be. */
    private long condemn(Step step, Membership circle) {
        Day over = circle.overThrough(step.now);
        if (over.number() > 0 && !circle.isOver(over)) {
            circle.condemnedDays.put(over, new Sentence(Day.at(step.now), false));
            step.keep();
            step.show(circle.address);
        }
        long next = Long.MAX_VALUE;
        for (Bytes root : List.copyOf(circle.closed.keySet())) {
            Optional<ThreadState> thread = circle.living(root);
            if (thread.isEmpty() || thread.get().closing().isEmpty()) {
                continue;
            }
            Bytes closing = thread.get().closing().get().head().id();
            long left = PeerLimits.CLOSED_SHOWN_SECONDS - circle.closingSeen.computeIfAbsent(closing, _ -> 0L);
            if (left <= 0 || step.now >= shownUntil(thread.get())) {
                circle.condemnedThreads.put(thread.get().voice(), new Sentence(Day.at(step.now), false));
                step.keep();
                step.show(circle.address);
            } else {
                next = Math.min(next, Math.min(shownUntil(thread.get()), step.now + Math.min(left, PeerLimits.CLOSED_LOOK_SECONDS)));
            }
        }
        condemnComings(step, circle);
        return next;
    }

    /** Who comes to a doing that is condemned is condemned with it, and who asks for a thing with the thing. */
    private static void condemnComings(Step step, Membership circle) {
        List<Bytes> gone = circle.condemnedThreads.keySet().stream()
                .filter(voice -> circle.state.threadOf(voice).filter(thread -> thread.doing().isPresent() || thread.listed().isPresent()).isPresent()).toList();
        if (gone.isEmpty()) {
            return;
        }
        for (ThreadState thread : circle.state.threads()) {
            boolean goes = thread.joining().filter(joining -> gone.contains(joining.doing())).isPresent()
                    || thread.asking().filter(asking -> gone.contains(asking.thing().voice())).isPresent();
            if (goes && !circle.condemnedThreads.containsKey(thread.voice())) {
                circle.condemnedThreads.put(thread.voice(), new Sentence(Day.at(step.now), false));
                step.keep();
            }
        }
    }

    /**
     * A closing bears the day of its writing alone, so where nothing else is known it is shown for a day from that day's end;
     * where this node has run for a day since it had it, no longer than that.
     */
    private static long shownUntil(ThreadState thread) {
        long closed = thread.closing().map(closing -> closing.head().writtenAt() + Day.SECONDS).orElse(Long.MAX_VALUE / 2);
        return closed + PeerLimits.CLOSED_SHOWN_SECONDS;
    }

    private void destroy(Step step, Membership circle) {
        Day startedOn = state.startedOn.orElse(Day.at(step.now));
        Optional<Day> through = Optional.empty();
        for (Map.Entry<Day, Sentence> day : circle.condemnedDays.entrySet()) {
            if (day.getValue().ripe(startedOn)) {
                through = Optional.of(day.getKey());
            }
        }
        through.ifPresent(day -> destroyThrough(circle, day));
        Iterator<Map.Entry<Bytes, Sentence>> threads = circle.condemnedThreads.entrySet().iterator();
        while (threads.hasNext()) {
            Map.Entry<Bytes, Sentence> sentence = threads.next();
            if (sentence.getValue().ripe(startedOn) && destroyThread(circle, sentence.getKey())) {
                threads.remove();
                step.show(circle.address);
            }
        }
    }

    private void destroyThrough(Membership circle, Day day) {
        circle.keys.tree().forgetThrough(day);
        circle.state.forgetThrough(day);
        circle.shelf.forgetThrough(day);
        circle.forgottenThrough = day;
        circle.condemnedDays.keySet().removeIf(through -> through.compareTo(day) <= 0);
        circle.forgotten.values().removeIf(last -> last.compareTo(day) <= 0);
        circle.hidden.values().removeIf(last -> last.compareTo(day) <= 0);
        circle.told.values().removeIf(told -> told.lastDay().compareTo(day) <= 0);
        circle.closed.values().removeIf(last -> last.compareTo(day) <= 0);
        circle.closingSeen.keySet().retainAll(circle.closed.keySet().stream().flatMap(root -> circle.state.thread(root).stream())
                .flatMap(thread -> thread.closing().stream()).map(closing -> closing.head().id()).toList());
        for (Voice voice : List.copyOf(circle.voices.values())) {
            if (voice.lastDay().compareTo(day) <= 0) {
                destroyVoice(circle, voice.thread());
            }
        }
        circle.condemnedThreads.keySet().removeIf(thread -> circle.state.threadOf(thread).isEmpty());
        drop(circle, circle.held.entrySet().stream().filter(held -> held.getValue().leaf.day().compareTo(day) <= 0).map(Map.Entry::getKey).toList());
        state.undestroyed = true;
    }

    /** Forgets a closed thread before its day; false where it shares a leaf with one that goes on, so that it waits for its day. */
    private boolean destroyThread(Membership circle, Bytes firstVoice) {
        Optional<ThreadState> thread = circle.state.threadOf(firstVoice);
        if (thread.isEmpty()) {
            return true;
        }
        Set<Leaf> leaves = new HashSet<>(circle.state.leavesToForget(thread.get().root()));
        circle.shelf.practices().forEach(practice -> practice.leaves().forEach(leaves::remove));
        if (!leaves.containsAll(thread.get().leaves())) {
            return false;
        }
        for (Leaf leaf : leaves) {
            circle.keys.tree().puncture(leaf);
            circle.state.forget(leaf);
            circle.shelf.forget(leaf);
        }
        circle.hidden.remove(firstVoice);
        thread.get().closing().ifPresent(closing -> circle.closingSeen.remove(closing.head().id()));
        untell(thread.get());
        destroyVoice(circle, firstVoice);
        List<Bytes> dead = new ArrayList<>();
        circle.held.forEach((id, held) -> {
            if (leaves.contains(held.leaf)) {
                dead.add(id);
                circle.forgotten.put(id, held.leaf.day());
            }
        });
        drop(circle, dead);
        state.undestroyed = true;
        return true;
    }

    /** What acquaintances were told of the thread's voices goes with it. */
    private void untell(ThreadState thread) {
        Set<Bytes> voices = new HashSet<>(thread.inside());
        voices.add(thread.voice());
        thread.answers().forEach(answer -> voices.add(answer.entry().head().voice()));
        for (Membership two : state.acquaintances()) {
            for (Bytes voice : voices) {
                Membership.Told told = two.told.remove(voice);
                if (told != null) {
                    told.leaves().forEach(leaf -> forgetLeaf(two, leaf));
                }
            }
        }
    }

    private void forgetLeaf(Membership circle, Leaf leaf) {
        circle.keys.tree().puncture(leaf);
        List<Bytes> dead = circle.held.entrySet().stream().filter(held -> held.getValue().leaf.equals(leaf)).map(Map.Entry::getKey).toList();
        dead.forEach(id -> circle.forgotten.put(id, leaf.day()));
        drop(circle, dead);
    }

    private static void destroyVoice(Membership circle, Bytes thread) {
        Voice voice = circle.voices.remove(thread);
        if (voice != null) {
            voice.secret().destroy();
        }
    }

    private void drop(Membership circle, List<Bytes> ids) {
        ids.forEach(circle::letGo);
        toRemove.addAll(ids);
    }

    /** An envelope whose keys are gone was found in the store: it goes with the next removal. */
    void removeDead(Bytes id) {
        toRemove.add(id);
        state.undestroyed = true;
    }
}
