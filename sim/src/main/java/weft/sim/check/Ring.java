package weft.sim.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;

/** A circle as the diary knows it: who may be in it, who is for sure, who left, and which one it goes on from. */
public final class Ring {
    final Bytes address;
    final int grace;
    final Optional<Ring> from;
    /** Whether envelopes go by hand alone. */
    final boolean byHand;
    /** In it for sure, with the Unix second on their clocks at which they were seen to be. */
    final Map<Integer, Long> members = new LinkedHashMap<>();
    /** Founders, invited, or handed to: nobody else may ever be in it. */
    final Set<Integer> may = new LinkedHashSet<>();
    /** Wanted to leave; whether they did is sure only where they are in the next. */
    final Set<Integer> leaving = new LinkedHashSet<>();
    final Set<Integer> left = new LinkedHashSet<>();
    /** Since when members who came from the older circle should have brought their threads, in the world's seconds. */
    final Map<Integer, Long> follows = new LinkedHashMap<>();

    Ring(Bytes address, int grace, boolean byHand, Optional<Ring> from) {
        this.address = address;
        this.grace = grace;
        this.byHand = byHand;
        this.from = from;
    }

    /** Somebody was invited, or handed it. */
    public void may(int node) {
        may.add(node);
    }

    /** Somebody came over from the older circle, at a second of the world's time. */
    public void follows(int node, long worldSeconds) {
        follows.put(node, worldSeconds);
    }

    /** Somebody is about to leave. */
    public void leaves(int node) {
        leaving.add(node);
        members.remove(node);
    }

    /** Whether somebody wanted to leave. */
    public boolean isLeaving(int node) {
        return leaving.contains(node);
    }

    /** Their node said that they have left. */
    public void left(int node) {
        left.add(node);
    }
}
