package weft.sim.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import weft.primitives.Bytes;

/** Who said what, kept beside the run: by circle and by the word by which a thing is known. */
public final class Diary {
    private record Key(Bytes circle, String token) {}

    private final Map<Bytes, Ring> rings = new LinkedHashMap<>();
    private final Map<Key, Said> said = new LinkedHashMap<>();
    private final Map<Key, Gathering> gatherings = new LinkedHashMap<>();
    private final Map<Key, Lent> lent = new LinkedHashMap<>();
    private final Map<Key, Howto> howtos = new LinkedHashMap<>();
    private final Map<Integer, List<Said>> byNode = new HashMap<>();
    private final Map<Integer, Map<String, Shown>> shown = new HashMap<>();
    private final Map<Integer, Map<String, Gone>> gone = new HashMap<>();
    private final Map<Bytes, Link> links = new LinkedHashMap<>();
    private final Set<Integer> making = new HashSet<>();
    private int words;

    // --- circles ------------------------------------------------------------------------------------------------------------

    /** A circle was made: by hand where it has no relays, out of another where somebody regrouped. */
    public Ring circle(Bytes address, int grace, boolean byHand, Optional<Bytes> from, int founder) {
        Ring ring = new Ring(address, grace, byHand, from.map(rings::get));
        ring.may(founder);
        rings.put(address, ring);
        return ring;
    }

    /** A circle. */
    public Ring ring(Bytes circle) {
        return Objects.requireNonNull(rings.get(circle));
    }

    /** A circle, where it is one. */
    public Optional<Ring> findRing(Bytes circle) {
        return Optional.ofNullable(rings.get(circle));
    }

    Collection<Ring> rings() {
        return rings.values();
    }

    int grace(Bytes circle) {
        return ring(circle).grace;
    }

    /** A node is in a circle for sure. */
    public void joined(Bytes circle, int node, long seconds) {
        ring(circle).members.putIfAbsent(node, seconds);
    }

    /** Whether a node is or was in a circle. */
    public boolean isSomewhere(int node) {
        return rings.values().stream().anyMatch(ring -> ring.members.containsKey(node) || ring.leaving.contains(node));
    }

    Collection<Integer> members(Bytes circle) {
        return ring(circle).members.keySet();
    }

    /** The circles that somebody is or was in. */
    public Collection<Bytes> circlesKnown() {
        return List.copyOf(rings.keySet());
    }

    /** Somebody is about to make a fresh circle, whose address nobody knows yet; or the diary knows it now. */
    public void mayMake(int node, boolean is) {
        if (is) {
            making.add(node);
        } else {
            making.remove(node);
        }
    }

    boolean someMake() {
        return !making.isEmpty();
    }

    // --- invitations ----------------------------------------------------------------------------------------------------------

    /** An invitation as people handed it on: who made it when on their clock, and who followed it when on theirs (Unix seconds). */
    record Link(int by, long made, Map<Integer, Long> followed) {}

    /** Somebody made an invitation. */
    public void invites(Bytes id, int by, long seconds) {
        links.put(id, new Link(by, seconds, new LinkedHashMap<>()));
    }

    /** Somebody follows it. */
    public void follows(Bytes id, int node, long seconds) {
        Link link = links.get(id);
        if (link != null) {
            link.followed.put(node, seconds);
        }
    }

    /** Whether two may be in something together: in a circle, or the one asked the other in once. */
    public boolean mayShare(int one, int other) {
        return rings.values().stream().anyMatch(ring -> ring.may.contains(one) && ring.may.contains(other))
                || links.values().stream().anyMatch(link -> link.by == one && link.followed.containsKey(other)
                || link.by == other && link.followed.containsKey(one));
    }

    Map<Bytes, Link> links() {
        return links;
    }

    // --- what was said --------------------------------------------------------------------------------------------------------

    private String word(String kind) {
        return kind + words++ + "z";
    }

    /** Somebody is about to say something new. */
    public Said post(Bytes circle, int node, long seconds, long lastDay) {
        Said post = new Said(word("t"), circle, node, seconds, lastDay);
        said.put(new Key(circle, post.token), post);
        byNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(post);
        return post;
    }

    /** Somebody is about to begin a doing. */
    public Gathering gathering(Bytes circle, int node, long seconds, long firstDate, int everyDays, long lastDate) {
        Gathering one = new Gathering(word("k"), circle, node, seconds, firstDate, everyDays, lastDate);
        gatherings.put(new Key(circle, one.token), one);
        return one;
    }

    /** Somebody is about to write a thing into a catalogue. */
    public Lent thing(Bytes circle, int node, long seconds) {
        Lent one = new Lent(word("h"), circle, node, seconds);
        lent.put(new Key(circle, one.token), one);
        return one;
    }

    /** Somebody is about to put a practice onto a shelf. */
    public Howto practice(Bytes circle, int node, long seconds) {
        Howto one = new Howto(word("p"), circle, node, seconds);
        howtos.put(new Key(circle, one.token), one);
        return one;
    }

    /** What is known by a word in a circle, be it that it was said there or that it was carried over from an older circle. */
    public Optional<Said> find(Bytes circle, String token) {
        return find(said, circle, token, old -> {
            Said carried = new Said(token, circle, old.by, old.written, old.firstLast);
            carried.greatestLast = old.greatestLast;
            carried.over = old;
            return carried;
        });
    }

    /** A doing. */
    public Optional<Gathering> findGathering(Bytes circle, String token) {
        return find(gatherings, circle, token, old -> new Gathering(token, circle, old.by, old.written, old.firstDate, old.everyDays, old.lastDate));
    }

    /** A thing. */
    public Optional<Lent> findThing(Bytes circle, String token) {
        return find(lent, circle, token, old -> new Lent(token, circle, old.by, old.written));
    }

    /** A practice. */
    public Optional<Howto> findPractice(Bytes circle, String token) {
        return find(howtos, circle, token, old -> new Howto(token, circle, old.by, old.written));
    }

    private <T> Optional<T> find(Map<Key, T> all, Bytes circle, String token, UnaryOperator<T> carried) {
        T here = all.get(new Key(circle, token));
        if (here != null) {
            return Optional.of(here);
        }
        Optional<Ring> older = findRing(circle).flatMap(ring -> ring.from);
        Optional<T> there = older.flatMap(ring -> find(all, ring.address, token, carried));
        there.ifPresent(one -> all.put(new Key(circle, token), carried.apply(one)));
        return there.map(_ -> Objects.requireNonNull(all.get(new Key(circle, token))));
    }

    List<Said> by(int node) {
        return byNode.getOrDefault(node, List.of());
    }

    Collection<Said> all() {
        return List.copyOf(said.values());
    }

    Collection<Gathering> gatherings() {
        return List.copyOf(gatherings.values());
    }

    Collection<Lent> things() {
        return List.copyOf(lent.values());
    }

    Collection<Howto> practices() {
        return List.copyOf(howtos.values());
    }

    /** How many threads there were. */
    public int size() {
        return said.size() + gatherings.size() + lent.size() + howtos.size();
    }

    // --- what was shown -------------------------------------------------------------------------------------------------------

    /** What ceased to be shown: the seconds that the node had run by then, and the last day it was shown with (days since 1970). */
    record Gone(long ran, long lastDay) {}

    /** What is shown: of which circle, and with which last day (days since 1970). */
    record Shown(Bytes circle, String token, long lastDay) {}

    /** What a node showed at the last look. */
    Map<String, Shown> shown(int node) {
        return shown.computeIfAbsent(node, _ -> new LinkedHashMap<>());
    }

    /** What a node showed once and shows no more. */
    Map<String, Gone> gone(int node) {
        return gone.computeIfAbsent(node, _ -> new LinkedHashMap<>());
    }
}
