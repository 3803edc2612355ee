package weft.sim.world;

import java.util.ArrayList;
import java.util.List;
import weft.wire.event.Event;

/** What happens to disks from outside. */
public final class Mishaps {
    private Mishaps() {}

    /** A bit turns, in the vault's files or in an envelope that others have too. */
    public static void flip(SimNode node) {
        node.world.count("bits flipped");
        List<Event> events = new ArrayList<>(node.store().copy());
        events.removeIf(event -> !node.world.elsewhere(node, event.id()));
        if (events.isEmpty() || node.dice.chance(0.1)) {
            node.disk().flip();
        } else {
            node.envelopeTurns();
            node.store().flip(node.dice.one(events), node.dice);
        }
    }

    /** A copy of a disk, and a way to put it back. */
    public static Runnable backup(SimNode node) {
        List<Event> events = node.store().copy();
        Runnable files = node.disk().backup();
        return () -> {
            node.died();
            node.store().replace(events);
            files.run();
        };
    }
}
