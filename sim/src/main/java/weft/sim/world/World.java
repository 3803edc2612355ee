package weft.sim.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import weft.primitives.Bytes;

/** Nodes, relays and what lies between them, under one virtual time and one seed. */
public final class World {
    /** The morning on which every world begins: 2026-11-06, 06:00 UTC. */
    public static final long BEGIN = 1_793_944_800_000L;

    /** Virtual time. */
    public final Timeline time = new Timeline(BEGIN);
    /** The primitives that all nodes and relays use. */
    public final FastPrimitives primitives = new FastPrimitives();

    private final Dice dice;
    private final Trace trace = new Trace();
    private final Archive archive = new Archive(trace);
    private final List<SimNode> nodes = new ArrayList<>();
    private final Map<String, SimRelay> relays = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private final Traffic traffic = new Traffic();
    private Weather weather;
    private BiPredicate<SimNode, SimNode> mayMeet = (_, _) -> true;

    /** An empty world. */
    public World(long seed, Weather weather) {
        this.dice = new Dice(seed);
        this.weather = weather;
    }

    /** Something that must never be. */
    public record Violation(String rule, String detail, String at) {}

    /** The dice of the world itself. */
    public Dice dice() {
        return dice;
    }

    /** How bad it is now. */
    public Weather weather() {
        return weather;
    }

    /** What went over the links. */
    public Traffic traffic() {
        return traffic;
    }

    /** All cipher text that ever passed. */
    public Archive archive() {
        return archive;
    }

    /** What stands for all that happened so far. */
    public Trace trace() {
        return trace;
    }

    /** All nodes. */
    public List<SimNode> nodes() {
        return nodes;
    }

    /** All relays. */
    public List<SimRelay> relays() {
        return List.copyOf(relays.values());
    }

    /** Another node, which has not been started. */
    public SimNode addNode(Set<Planted> planted) {
        SimNode node = new SimNode(this, nodes.size(), dice.split(), planted);
        nodes.add(node);
        return node;
    }

    /** Another relay. */
    public SimRelay addRelay(Set<Planted> planted) {
        SimRelay relay = new SimRelay(this, "ws://relay-" + relays.size() + ".test:7000", dice.split(), planted);
        relays.put(relay.address(), relay);
        return relay;
    }

    /** Something happened that is worth a number in the report. */
    public void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** A number of which the report tells the greatest. */
    public void most(String what, long value) {
        counts.merge("at most: " + what, value, Math::max);
    }

    /** What happened how often. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** Something happened that must never be. */
    public void violation(String rule, String detail) {
        if (violations.size() < 1_000) {
            violations.add(new Violation(rule, detail, java.time.Instant.ofEpochMilli(time.now()).toString()));
        }
    }

    /** What must never be and was. */
    public List<Violation> violations() {
        return violations;
    }

    void connect(SimNode node, int link, String address) {
        SimRelay relay = relays.get(address);
        int life = node.life();
        time.in(50 + node.dice.below(1_000), () -> {
            if (node.wants(link, life) && relay != null && relay.isUp()) {
                node.connected(relay.link(node, link));
            } else {
                node.linkClosed(link, life, "unreachable");
            }
        });
    }

    /** Two nodes are on one network from now on, for so long. */
    public void street(SimNode one, SimNode other, long millis) {
        SimStreet street = new SimStreet(this, dice.split(), one, other, time.now() + millis);
        one.nearby().on(street);
        other.nearby().on(street);
        street.meet();
    }

    /** Who may have something in common, so that their nodes talk where they are on one network. */
    public void whoMayMeet(BiPredicate<SimNode, SimNode> may) {
        mayMeet = may;
    }

    boolean mayMeet(SimNode one, SimNode other) {
        return mayMeet.test(one, other);
    }

    boolean elsewhere(SimNode except, Bytes id) {
        return nodes.stream().anyMatch(node -> node != except && !node.lost() && node.store().find(id).isPresent());
    }

    /** All trouble ends: good weather, honest relays, fresh connections. */
    public void calm() {
        weather = Weather.none();
        relays.values().forEach(SimRelay::calm);
    }
}
