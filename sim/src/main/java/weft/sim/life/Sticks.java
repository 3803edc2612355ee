package weft.sim.life;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.peer.PeerLimits;
import weft.primitives.Bytes;
import weft.sim.world.Dice;
import weft.sim.world.SimNode;
import weft.sim.world.World;
import weft.wire.bundle.BundleReader;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * Bundles, carried from one node to another. Lines are written and read as they are outside; of envelopes that the receiver has
 * already, a few are put onto the stick, not all, since nothing but time would come of the rest.
 */
final class Sticks {
    private static final int KNOWN = 3;
    private static final long GRACE_SECONDS = 28 * 86_400L;

    private final World world;
    private final Dice dice;

    Sticks(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    /** Two meet, and each gives the other what they have. */
    void meet(Neighbour one, Neighbour other) {
        carry(one, other);
        carry(other, one);
    }

    private void carry(Neighbour from, Neighbour to) {
        if (from == to || !from.node.usable() || !to.node.usable()) {
            return;
        }
        world.count("bundles carried");
        List<Event> lines = new ArrayList<>();
        List<Event> known = new ArrayList<>();
        from.node.store().each(event -> (to.node.store().find(event.id()).isPresent() ? known : lines).add(event));
        for (int i = 0; i < KNOWN && !known.isEmpty(); i++) {
            lines.add(dice.one(known));
        }
        if (from.wish(new Command.PackInvitations()) instanceof Outcome.Packed(List<Event> events)) {
            lines.addAll(events);
        }
        read(to, damaged(lines));
    }

    private Bytes damaged(List<Event> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(event -> text.append(BundleReader.line(event).text()));
        if (!text.isEmpty() && dice.chance(world.weather().garbled() * 50)) {
            world.count("bundles damaged");
            for (int i = 0; i < 5; i++) {
                text.setCharAt(dice.below(text.length()), (char) (32 + dice.below(90)));
            }
            text.setLength(dice.below(text.length()) + 1);
        }
        return Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void read(Neighbour to, Bytes text) {
        SimNode node = to.node;
        BundleReader reader = new BundleReader(world.primitives, node.seconds(), GRACE_SECONDS);
        List<Envelope> envelopes = new ArrayList<>();
        List<Checked<Envelope>> answers = new ArrayList<>(reader.feed(text));
        answers.addAll(reader.end());
        for (Checked<Envelope> answer : answers) {
            if (answer instanceof Checked.Good<Envelope>(Envelope envelope)) {
                envelopes.add(envelope);
            }
        }
        for (int i = 0; i < envelopes.size(); i += PeerLimits.CARRIED_AT_ONCE) {
            to.wish(new Command.Carry(envelopes.subList(i, Math.min(envelopes.size(), i + PeerLimits.CARRIED_AT_ONCE))));
        }
        List<Event> invitations = reader.invitations();
        if (!invitations.isEmpty()) {
            to.wish(new Command.CarryInvitations(invitations));
        }
    }
}
