package weft.sim.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;

/** Who said what, kept beside the run. The grace of all circles is one number of days. */
public final class Diary {
    private final int grace;
    private final Map<String, Said> said = new LinkedHashMap<>();
    private final Map<Integer, List<Said>> byNode = new HashMap<>();
    private final Map<Integer, Map<String, Long>> shown = new HashMap<>();
    private final Map<Integer, Map<String, Gone>> gone = new HashMap<>();
    private final Map<Bytes, Map<Integer, Long>> members = new LinkedHashMap<>();

    /** An empty one. */
    public Diary(int grace) {
        this.grace = grace;
    }

    int grace() {
        return grace;
    }

    /** Somebody is about to say something new. */
    public Said post(Bytes circle, int node, long seconds, long lastDay) {
        Said post = new Said("t" + said.size() + "z", circle, node, seconds, lastDay);
        said.put(post.token, post);
        byNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(post);
        return post;
    }

    /** A node is in a circle for sure. */
    public void joined(Bytes circle, int node, long seconds) {
        members.computeIfAbsent(circle, _ -> new LinkedHashMap<>()).putIfAbsent(node, seconds);
    }

    Collection<Integer> members(Bytes circle) {
        return members.getOrDefault(circle, Map.of()).keySet();
    }

    /** The circles that somebody is in. */
    public Collection<Bytes> circlesKnown() {
        return List.copyOf(members.keySet());
    }

    Collection<Bytes> circles() {
        return members.keySet();
    }

    /** What is known by a word. */
    public Optional<Said> find(String token) {
        return Optional.ofNullable(said.get(token));
    }

    List<Said> by(int node) {
        return byNode.getOrDefault(node, List.of());
    }

    Collection<Said> all() {
        return said.values();
    }

    /** How many threads there were. */
    public int size() {
        return said.size();
    }

    /** What ceased to be shown: the seconds that the node had run by then, and the last day it was shown with (days since 1970). */
    record Gone(long ran, long lastDay) {}

    /** What a node showed at the last look, and with which last day (days since 1970). */
    Map<String, Long> shown(int node) {
        return shown.computeIfAbsent(node, _ -> new LinkedHashMap<>());
    }

    /** What a node showed once and shows no more. */
    Map<String, Gone> gone(int node) {
        return gone.computeIfAbsent(node, _ -> new LinkedHashMap<>());
    }
}
