package weft.sim.life;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.sim.check.Ring;

/** Who knows whom, and which circles went on from which: what people remember of it, and tell the diary. */
final class Regroups {
    private record Pair(Neighbour one, Neighbour other) {}

    private record Begun(Circle from, List<Neighbour> without, List<Bytes> asked) {}

    private final Town town;
    private final Map<Bytes, Pair> pairs = new HashMap<>();
    private final Map<Neighbour, Begun> begun = new HashMap<>();

    Regroups(Town town) {
        this.town = town;
    }

    /** Two became acquainted. */
    void acquainted(Bytes two, Neighbour one, Neighbour other) {
        pairs.putIfAbsent(two, new Pair(one, other));
    }

    boolean knows(Bytes two) {
        return pairs.containsKey(two);
    }

    /** Who is on the other side of a circle of two. */
    Optional<Neighbour> other(Bytes two, Neighbour me) {
        return Optional.ofNullable(pairs.get(two)).map(pair -> pair.one == me ? pair.other : pair.one);
    }

    /** Somebody is about to make a fresh circle. */
    void begins(Neighbour maker, Circle from, List<Neighbour> without, List<Bytes> asked) {
        begun.put(maker, new Begun(from, without, asked));
        town.diary.mayMake(maker.node.number(), true);
    }

    /** It is made: told at once, or seen later where the process ended on the way. */
    void made(Neighbour maker, Bytes address) {
        Begun what = begun.remove(maker);
        if (what == null) {
            return;
        }
        Circle fresh = new Circle(what.from.relays, what.from.grace);
        fresh.address = address;
        fresh.from = Optional.of(what.from);
        fresh.without = what.without;
        town.add(fresh);
        town.diary.circle(address, fresh.grace, fresh.byHand(), Optional.of(what.from.address), maker.node.number());
        town.diary.mayMake(maker.node.number(), false);
        hands(maker, fresh, what.asked);
        entered(fresh, maker);
        town.world().count("circles regrouped");
    }

    /** Somebody hands a fresh circle to some. */
    void hands(Neighbour by, Circle fresh, List<Bytes> asked) {
        Ring ring = town.diary.ring(fresh.address);
        asked.forEach(two -> other(two, by).ifPresent(one -> ring.may(one.node.number())));
    }

    /** Somebody is in a fresh circle. */
    void entered(Circle fresh, Neighbour person) {
        if (!fresh.members.contains(person)) {
            fresh.members.add(person);
            town.diary.joined(fresh.address, person.node.number(), person.node.seconds());
            fresh.from.ifPresent(_ -> town.diary.ring(fresh.address).follows(person.node.number(), person.node.trueSeconds()));
            town.world().count("joined");
        }
    }

    /** Whether somebody has gone on from a circle. */
    boolean isOlder(Circle circle, Neighbour person) {
        return town.circles().stream().anyMatch(other -> other.from.filter(old -> old == circle).isPresent() && other.members.contains(person));
    }
}
