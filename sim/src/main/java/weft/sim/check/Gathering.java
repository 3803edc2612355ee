package weft.sim.check;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import weft.primitives.Bytes;

/** A doing as the diary knows it: on which days it is, and who wanted to come to what. */
public final class Gathering extends Told {
    /** Somebody, a date (days since 1970) and a part: 0 for being there, 1 for the shift, 2 for the thing to bring. */
    record Coming(int node, long date, int part) {}

    /** What somebody wanted of a coming, and whether their node said it is done. */
    static final class Fate {
        boolean sure;
        boolean offWanted;
        /** Unix seconds on the writer's clock. */
        long written;
    }

    final long firstDate;
    final int everyDays;
    final long lastDate;
    boolean offWanted;
    final Map<Coming, Fate> comings = new LinkedHashMap<>();
    /** Who wants to be put down each time; a coming with the date -1. */
    final Set<Coming> always = new LinkedHashSet<>();

    Gathering(String token, Bytes circle, int by, long written, long firstDate, int everyDays, long lastDate) {
        super(token, circle, by, written);
        this.firstDate = firstDate;
        this.everyDays = everyDays;
        this.lastDate = lastDate;
    }

    /** It is about to be called off. */
    public void calledOff() {
        offWanted = true;
    }

    boolean isOn(long date) {
        return date >= firstDate && date <= lastDate && (date - firstDate) % everyDays == 0;
    }

    /** Somebody is about to come; each time where {@code every}. */
    public void wants(int node, long date, int part, boolean every, long seconds) {
        comings.computeIfAbsent(new Coming(node, date, part), _ -> new Fate()).written = seconds;
        if (every) {
            always.add(new Coming(node, -1, part));
        }
    }

    /** Their node said that it is done. */
    public void comes(int node, long date, int part) {
        comings.computeIfAbsent(new Coming(node, date, part), _ -> new Fate()).sure = true;
    }

    /** Somebody is about to say that they can't after all. */
    public void cant(int node, long date, int part) {
        comings.computeIfAbsent(new Coming(node, date, part), _ -> new Fate()).offWanted = true;
    }

    /** Whether it was called off, or somebody took back that they come on a date. */
    boolean taken(long date) {
        return offWanted || comings.entrySet().stream().anyMatch(one -> one.getKey().date == date && one.getValue().offWanted);
    }

    /** Who may be down for a part, at most. */
    Set<Integer> most(long date, int part) {
        Set<Integer> out = new LinkedHashSet<>();
        comings.keySet().stream().filter(one -> one.date == date && one.part == part).forEach(one -> out.add(one.node));
        always.stream().filter(one -> one.part == part).forEach(one -> out.add(one.node));
        return out;
    }

    /** Who is down for a part for sure, as far as it was said before a Unix second. */
    Set<Integer> least(long date, int part, long before) {
        Set<Integer> out = new LinkedHashSet<>();
        comings.forEach((one, fate) -> {
            if (one.date == date && one.part == part && fate.sure && !fate.offWanted && fate.written <= before) {
                out.add(one.node);
            }
        });
        return out;
    }
}
