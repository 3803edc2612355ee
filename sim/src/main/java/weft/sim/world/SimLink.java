package weft.sim.world;

import java.util.ArrayList;
import java.util.List;
import weft.core.peer.Input;
import weft.relay.step.RelayInput;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/** One connection between a node and a relay. Frames are in order unless the weather is bad; what is on its way when it is cut is lost. */
final class SimLink {
    private final World world;
    private final Dice dice;
    final SimNode node;
    final int number;
    final SimRelay relay;
    final int relayNumber;
    private final int life;
    private boolean dead;
    private long downDue;
    private long upDue;

    SimLink(World world, SimNode node, int number, SimRelay relay, int relayNumber) {
        this.world = world;
        this.dice = node.dice;
        this.node = node;
        this.number = number;
        this.relay = relay;
        this.relayNumber = relayNumber;
        this.life = node.life();
    }

    /** Begins: the relay hears of it at once, the node after the way back; then the weather decides how long it lasts. */
    void open() {
        relay.step(new RelayInput.Opened(relayNumber, relay.host(), "challenge-" + relayNumber));
        down(() -> node.hear(this, new Input.LinkOpened(number)));
        world.time.in(dice.gap(world.weather().linkLife()), () -> cut("broken"));
    }

    private long latency() {
        return 20L + dice.below(480);
    }

    private void down(Runnable work) {
        downDue = Math.max(downDue, world.time.now() + latency());
        world.time.in(downDue - world.time.now(), () -> {
            if (!dead) {
                work.run();
            }
        });
    }

    /** Frames from the relay, sent in one go. */
    void toNode(List<RelayMessage> messages) {
        Weather weather = world.weather();
        List<RelayMessage> inOrder = new ArrayList<>(messages.size());
        for (RelayMessage message : messages) {
            world.traffic().down(message);
            if (dice.chance(weather.lost())) {
                continue;
            }
            if (dice.chance(weather.garbled())) {
                String text = Messages.write(message);
                int at = dice.below(text.length());
                garbled(text.substring(0, at) + (char) (32 + dice.below(90)) + text.substring(at + 1));
                continue;
            }
            if (dice.chance(weather.late())) {
                world.time.in(1_000 + dice.below(20_000), () -> hear(message));
                continue;
            }
            inOrder.add(message);
            if (dice.chance(weather.twice())) {
                inOrder.add(message);
            }
        }
        if (!inOrder.isEmpty()) {
            down(() -> inOrder.forEach(this::hear));
        }
    }

    private void hear(RelayMessage message) {
        if (!dead) {
            node.hear(this, new Input.Heard(number, message));
        }
    }

    /** Text that goes through the parsers at the edge, as every frame does outside. */
    void garbled(String text) {
        down(() -> node.hear(this, Messages.readRelay(text) instanceof Checked.Good<RelayMessage>(RelayMessage message)
                ? new Input.Heard(number, message) : new Input.Garbled(number, "garbled")));
    }

    /** A frame from the node. */
    void toRelay(ClientMessage message) {
        world.traffic().up(message);
        Weather weather = world.weather();
        if (dead || dice.chance(weather.lost())) {
            return;
        }
        upDue = Math.max(upDue, world.time.now() + latency());
        RelayInput input = new RelayInput.Said(relayNumber, message);
        if (dice.chance(weather.garbled())) {
            String text = Messages.write(message);
            int at = dice.below(text.length());
            String changed = text.substring(0, at) + (char) (32 + dice.below(90)) + text.substring(at + 1);
            input = Messages.readClient(changed) instanceof Checked.Good<ClientMessage>(ClientMessage other)
                    ? new RelayInput.Said(relayNumber, other) : new RelayInput.Garbled(relayNumber, "garbled");
        }
        RelayInput said = input;
        int times = dice.chance(weather.twice()) ? 2 : 1;
        world.time.in(upDue - world.time.now(), () -> {
            for (int i = 0; i < times && !dead; i++) {
                relay.hear(said);
            }
        });
    }

    /** Ends for both sides; the node hears of it where it is able to. */
    void cut(String why) {
        if (!dead) {
            dead = true;
            node.forget(this);
            relay.closed(this);
            world.time.in(latency(), () -> node.linkClosed(number, life, why));
        }
    }

    /** Ends because the node wants it, or is no more: it isn't told. */
    void drop() {
        if (!dead) {
            dead = true;
            node.forget(this);
            relay.closed(this);
        }
    }
}
