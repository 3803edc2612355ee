package weft.sim.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weft.core.peer.Command;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Event;

/** Some nodes, some relays, one clock; real files in one folder, everything in one order. */
final class SimWorld implements AutoCloseable {
    final String seed;
    final Path folder;
    final List<SimNode> nodes = new ArrayList<>();
    final Map<Bytes, Event> recorded = new LinkedHashMap<>();
    /** Who stored an envelope before anybody else did: its writer. */
    final Map<Bytes, SimNode> writers = new LinkedHashMap<>();
    private final Map<String, SimRelay> relays = new LinkedHashMap<>();
    long now = Day.EPOCH_SECONDS + 2500 * Day.SECONDS + 6 * 3600;

    SimWorld(String seed, int relayCount) {
        this.seed = seed;
        try {
            this.folder = Files.createTempDirectory("weft-drill");
            for (int i = 0; i < relayCount; i++) {
                relays.put("wss://relay-" + i + ".test", new SimRelay(Files.createDirectory(folder.resolve("relay-" + i)), recorded));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> addresses() {
        return List.copyOf(relays.keySet());
    }

    List<SimRelay> relays() {
        return List.copyOf(relays.values());
    }

    SimRelay relay(String address) {
        return Optional.ofNullable(relays.get(address)).orElseThrow();
    }

    SimNode node(String name) {
        try {
            SimNode node = new SimNode(this, name, Files.createDirectory(folder.resolve(name)));
            nodes.add(node);
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Bytes circle(SimNode node, String name) {
        return ((Outcome.DoneCircle) node.wish(new Command.CircleNew(name, addresses(), 1))).circle();
    }

    void join(SimNode inviter, Bytes circle, SimNode invitee) {
        inviter.wish(new Command.CircleInvite(circle));
        String link = inviter.views().invitations().getFirst().link().orElseThrow();
        invitee.wish(new Command.CircleJoin(link, "circle"));
        pass(30);
        if (!invitee.views().knows(circle)) {
            throw new IllegalStateException("the drill's own world does not work: " + invitee.name + " could not join");
        }
    }

    void settle() {
        boolean any = true;
        while (any) {
            any = false;
            for (SimNode node : nodes) {
                Input next = node.inbox.poll();
                if (next != null) {
                    node.step(next);
                    any = true;
                }
            }
        }
    }

    void pass(long seconds) {
        long until = now + seconds;
        settle();
        while (true) {
            Optional<SimNode> next = nodes.stream().filter(node -> node.wakeAt <= until).min(Comparator.comparingLong(node -> node.wakeAt));
            if (next.isEmpty()) {
                break;
            }
            now = Math.max(now, next.get().wakeAt);
            next.get().wakeAt = Long.MAX_VALUE;
            next.get().step(new Input.Woke());
            settle();
        }
        now = until;
        relays.values().forEach(relay -> relay.tidy(now));
    }

    Day today() {
        return Day.at(now);
    }

    @Override
    public void close() {
        nodes.forEach(SimNode::close);
        relays.values().forEach(SimRelay::close);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
