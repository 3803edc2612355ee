package weft.sim.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weft.sim.check.Diary;
import weft.sim.check.Thief;
import weft.sim.world.SimNode;
import weft.sim.world.World;

/**
 * What a run came to.
 *
 * @param violations what must never be and was
 * @param numbers events, steps, what happened how often
 * @param trace stands for all that happened; the same for the same plan
 * @param seconds of real time
 */
public record Report(Plan plan, List<World.Violation> violations, Map<String, Long> numbers, String trace, double seconds) {
    /** Keeps unmodifiable copies. */
    public Report {
        violations = List.copyOf(violations);
    }

    static Report of(Plan plan, World world, Diary diary, Thief thief, long wishes, long nanos) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("events", world.time.done());
        numbers.put("steps of nodes", world.nodes().stream().mapToLong(SimNode::steps).sum());
        numbers.put("wishes", wishes);
        numbers.put("threads", (long) diary.size());
        numbers.put("envelopes", (long) world.archive().size());
        numbers.put("envelopes read by the thief", thief.opened());
        numbers.put("signatures verified", world.primitives.verified());
        numbers.put("signatures remembered", world.primitives.remembered());
        numbers.put("frames to relays", world.traffic().up());
        numbers.put("frames to nodes", world.traffic().down());
        numbers.put("bytes over links", world.traffic().bytes());
        numbers.put("links in the end", world.nodes().stream().mapToLong(SimNode::links).sum());
        numbers.put("envelopes at nodes in the end", world.nodes().stream().mapToLong(node -> node.store().count()).sum());
        numbers.put("envelopes at relays in the end", world.relays().stream().mapToLong(relay -> relay.store().count()).sum());
        numbers.putAll(world.counts());
        return new Report(plan, world.violations(), numbers, world.trace().text(), nanos / 1e9);
    }

    /** The reports of all districts as one. */
    static Report together(Plan plan, List<Report> districts, double seconds) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        List<World.Violation> violations = new ArrayList<>();
        StringBuilder trace = new StringBuilder();
        for (Report one : districts) {
            one.numbers.forEach((name, value) -> numbers.merge(name, value, name.startsWith("at most: ") ? Math::max : Long::sum));
            violations.addAll(one.violations);
            trace.append(trace.isEmpty() ? "" : "-").append(one.trace);
        }
        return new Report(plan, violations, numbers, trace.toString(), seconds);
    }

    /** Whether nothing was that must never be. */
    public boolean fine() {
        return violations.isEmpty();
    }

    /** Events handled in a second of real time. */
    public long eventsPerSecond() {
        return Math.round(numbers.getOrDefault("events", 0L) / Math.max(seconds, 1e-3));
    }
}
