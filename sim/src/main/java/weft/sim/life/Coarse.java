package weft.sim.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weft.sim.world.Dice;

/**
 * The same lives as a {@link Town}'s, without keys, texts, frames and faults: who is in which circle, what is said in it and until when,
 * what that comes to in envelopes, connections and frames. What one of these costs is measured; this says how many there are, for
 * numbers of people that no machine could hold as nodes. How near it comes is shown beside the exact one in {@code docs/scale.md}.
 */
public final class Coarse {
    /** Hours of a day that a machine is open: awake for 18 of 24.5 hours on average, and away for 15 of 105 days. */
    private static final double AWAKE = 18 / 24.5 * 90 / 105;
    /** A connection compares what both have every 30 to 45 minutes. */
    private static final double COMPARISONS_PER_HOUR = 60 / 37.5;
    /** Frames up and down of a comparison that finds nothing, and of a connection that is opened anew: two a day, by lid and weather. */
    private static final double UP_PER_COMPARISON = 2;
    private static final double DOWN_PER_COMPARISON = 1;
    private static final double OPENED_PER_DAY = 2;
    private static final double FRAMES_PER_OPENING = 2;
    /** How many of a circle are reached by who hands a fresh one on, and follow. */
    private static final double REACHED = 0.35;
    /** Bytes of a frame without an envelope: so many, and so many for each envelope that a node holds, up to a bound; and of one with an envelope. */
    private static final double BYTES_PER_FRAME = 245;
    private static final double BYTES_PER_HELD = 2.1;
    private static final double BYTES_PER_FRAME_MOST = 800;
    private static final double BYTES_PER_ENVELOPE = 1_100;
    /** Days after a last day for which nodes keep what was said: longer where only hands carry. */
    private static final int GRACE = 1;
    private static final int GRACE_BY_HAND = 7;
    private static final int HANDED_OVER_DAYS = 7;

    /** What was said, with its copies: in the circle, and in circles of two what acquaintances were told of it. */
    private static final class Talk {
        final int by;
        int last;
        int closed = Integer.MAX_VALUE;
        final List<Integer> answered = new ArrayList<>();
        int admitted;
        int asides = 1;
        int envelopes;
        int told;

        Talk(int by, int last) {
            this.by = by;
            this.last = last;
        }

        boolean open(int day) {
            return closed == Integer.MAX_VALUE && last >= day;
        }
    }

    /** A circle. */
    private static final class Ring {
        final List<Integer> members = new ArrayList<>();
        /** What is not over; and of that the needs and offers that are open. */
        final List<Talk> talks = new ArrayList<>();
        final List<Talk> asks = new ArrayList<>();
        final boolean byHand;
        int things;
        int practices;
        final List<int[]> doings = new ArrayList<>();
        int regroups = Integer.MAX_VALUE;
        /** The circle that it goes on from, and who was asked and has not come yet. */
        @Nullable Ring from;
        final List<Integer> asked = new ArrayList<>();
        final List<Ring> next = new ArrayList<>();

        Ring(boolean byHand) {
            this.byHand = byHand;
        }
    }

    private final Plan plan;
    private final Dice dice;
    private final List<Ring> rings = new ArrayList<>();
    private final List<List<Ring>> ringsOf = new ArrayList<>();
    private final int[] acquainted;
    private long threads;
    private long envelopes;
    private long linkDays;
    private long deliveries;
    private long published;
    private long joined;
    private long young;

    private Coarse(Plan plan) {
        this.plan = plan;
        this.dice = new Dice(plan.seed());
        this.acquainted = new int[plan.people()];
    }

    /** Lives through a plan; its faults and what is planted in it are left out. */
    public static Coarse live(Plan plan) {
        Coarse coarse = new Coarse(plan);
        coarse.settle();
        for (int day = 0; day < plan.days() + 2; day++) {
            coarse.day(day);
        }
        return coarse;
    }

    private void settle() {
        for (int i = 0; i < plan.circles(); i++) {
            boolean byHand = plan.circles() > 1 && isLastOfItsDistrict(i);
            Ring ring = new Ring(byHand);
            if (i % 2 == 0) {
                ring.regroups = plan.days() / 4 + dice.below(Math.max(1, plan.days() / 2));
            }
            rings.add(ring);
        }
        for (int i = 0; i < plan.people(); i++) {
            ringsOf.add(new ArrayList<>());
            join(rings.get(i % plan.circles()), i);
            if (dice.chance(0.1) && plan.circles() > 1) {
                join(rings.get((i + 1) % plan.circles()), i);
            }
        }
    }

    private boolean isLastOfItsDistrict(int circle) {
        int each = Math.max(1, plan.circles() / plan.districts());
        return circle % each == each - 1;
    }

    /** Envelopes at relays that are gone a week after somebody came in: a knock, a mark, the circle handed over. */
    private void handedOver(Ring ring, int day) {
        young += ring.byHand || day + HANDED_OVER_DAYS < plan.days() + 2 ? 0 : 2 * 3;
    }

    private void join(Ring ring, int person) {
        handedOver(ring, 0);
        if (!ring.members.isEmpty()) {
            // A knock, a mark, and the circle handed over in a circle of two.
            acquainted[person]++;
            acquainted[ring.members.get(dice.below(ring.members.size()))]++;
            envelopes += ring.byHand ? 0 : 3;
        }
        ring.members.add(person);
        ringsOf.get(person).add(ring);
        joined++;
    }

    private void day(int day) {
        for (int person = 0; person < plan.people(); person++) {
            List<Ring> mine = ringsOf.get(person);
            long relayed = mine.stream().filter(ring -> !ring.byHand).count();
            linkDays += 2 * (relayed + (relayed > 0 ? acquainted[person] : 0));
            for (long left = day < plan.days() ? acts() : 0; left > 0; left--) {
                act(person, day);
            }
        }
        for (Ring ring : rings) {
            ring.talks.removeIf(talk -> talk.last + (ring.byHand ? GRACE_BY_HAND : GRACE) + 1 < day);
            ring.asks.removeIf(talk -> !talk.open(day));
            for (int[] doing : ring.doings) {
                if (doing[2] > 0 && day + 10 >= doing[0] && (day + 10 - doing[0]) % doing[1] == 0 && day <= doing[3]) {
                    for (int i = 0; i < doing[2]; i++) {
                        voice(ring, ring.members.get(dice.below(ring.members.size())), day + 10, 1);
                    }
                }
            }
        }
    }

    private long acts() {
        double mean = AWAKE * 24 / plan.hours();
        long many = 0;
        for (double at = -Math.log(1 - dice.below(1 << 30) / (double) (1 << 30)); at < mean; many++) {
            at -= Math.log(1 - dice.below(1 << 30) / (double) (1 << 30));
        }
        return many;
    }

    private void act(int person, int day) {
        List<Ring> mine = ringsOf.get(person);
        if (dice.chance(0.5)) {
            wander(person, day);
        }
        if (mine.isEmpty()) {
            return;
        }
        Ring ring = dice.one(mine);
        if (day >= ring.regroups && ring.members.size() > 3 && dice.chance(0.5)) {
            regroup(ring, person, day);
        }
        int what = dice.below(100);
        if (what < 64) {
            ask(ring, person, day);
        } else if (what < 80) {
            gather(ring, person, day);
        } else if (what < 90) {
            thing(ring, person, day);
        } else {
            practice(ring, person, day);
        }
    }

    /** Envelopes of a thread in its circle, where everybody gets each. */
    private void say(Ring ring, Talk thread, int many) {
        thread.envelopes += many;
        published(ring, ring.members.size(), many);
    }

    private void published(Ring ring, int readers, int many) {
        if (!ring.byHand) {
            envelopes += many;
            published += many;
            deliveries += (long) many * Math.max(0, readers - 1);
        }
    }

    /** A thread under a fresh voice; each acquaintance who shares the circle is told whose it is. */
    private Talk voice(Ring ring, int person, int last, int many) {
        Talk thread = new Talk(person, last);
        ring.talks.add(thread);
        say(ring, thread, many);
        told(ring, thread, person);
        return thread;
    }

    private void told(Ring ring, Talk thread, int person) {
        int told = Math.max(1, Math.round((float) acquainted[person] / Math.max(1, ringsOf.get(person).size())));
        thread.told += told;
        published(ring, 2, told);
    }

    private void ask(Ring ring, int person, int day) {
        List<Talk> board = ring.asks.stream().filter(talk -> talk.open(day)).toList();
        List<Talk> mine = board.stream().filter(thread -> thread.by == person).toList();
        List<Talk> others = board.stream().filter(thread -> thread.by != person).toList();
        int what = dice.below(100);
        if (what < 30 || board.isEmpty()) {
            threads++;
            ring.asks.add(voice(ring, person, day + dice.below(8), 2));
        } else if (what < 60 && !others.isEmpty()) {
            Talk one = dice.one(others);
            if (!one.answered.contains(person)) {
                one.answered.add(person);
                say(ring, one, 1);
                told(ring, one, person);
            }
        } else if (what < 90 && !mine.isEmpty()) {
            tend(ring, dice.one(mine), day);
        } else if (!mine.isEmpty()) {
            mine.getFirst().asides++;
            say(ring, mine.getFirst(), 1);
        }
    }

    private void tend(Ring ring, Talk one, int day) {
        if (one.admitted < one.answered.size() && dice.chance(0.6)) {
            one.admitted++;
            say(ring, one, 1);
        } else if (one.admitted > 0 && dice.chance(0.5) || dice.chance(0.05)) {
            one.closed = day;
            say(ring, one, 1);
        } else if (dice.chance(0.15)) {
            // The end announced, and all that lasts said again for the later day.
            one.last += 1 + dice.below(4);
            say(ring, one, 2 + one.answered.size() + one.admitted + one.asides);
        } else {
            one.asides++;
            say(ring, one, 1);
        }
    }

    private void gather(Ring ring, int person, int day) {
        List<int[]> next = ring.doings.stream().filter(doing -> doing[3] >= day).toList();
        if (next.isEmpty() || dice.chance(0.05)) {
            boolean weekly = dice.chance(0.8);
            int first = day + 1 + dice.below(3);
            threads++;
            ring.doings.add(new int[] {first, weekly ? 7 : 1, 0, first + (weekly ? 56 : 8)});
            voice(ring, person, first + (weekly ? 56 : 8), 1);
        } else if (dice.chance(0.85)) {
            voice(ring, person, day + dice.below(10), 1);
            dice.one(next)[2] += dice.chance(0.3) ? 1 : 0;
        }
    }

    private void thing(Ring ring, int person, int day) {
        if (ring.things == 0 || ring.things < 12 && dice.chance(0.1)) {
            threads++;
            ring.things++;
            voice(ring, person, day + 365, 1);
        } else {
            voice(ring, person, day + 2 + dice.below(6), 1).closed = dice.chance(0.3) ? day + 1 : Integer.MAX_VALUE;
        }
    }

    private void practice(Ring ring, int person, int day) {
        if (ring.practices == 0 || ring.practices < 6 && dice.chance(0.1)) {
            threads++;
            ring.practices++;
            voice(ring, person, day + 365, 1);
        } else if (dice.chance(0.5)) {
            voice(ring, person, day + 365, 1);
        }
    }

    /** All but two are asked into a fresh circle, each by somebody they know; what is open goes along with who follows. */
    private void regroup(Ring old, int person, int day) {
        old.regroups = Integer.MAX_VALUE;
        Ring fresh = new Ring(old.byHand);
        fresh.from = old;
        rings.add(fresh);
        old.next.add(fresh);
        old.members.stream().filter(member -> member != person && dice.chance(REACHED)).forEach(fresh.asked::add);
        follow(fresh, person, day);
    }

    private void follow(Ring fresh, int person, int day) {
        fresh.members.add(person);
        ringsOf.get(person).add(fresh);
        joined++;
        handedOver(fresh, day);
        published(fresh, 2, 2);
        Ring old = fresh.from;
        if (old != null) {
            old.asks.stream().filter(talk -> talk.by == person && talk.open(day)).toList()
                    .forEach(talk -> fresh.asks.add(voice(fresh, person, talk.last, 2)));
        }
    }

    /** Follows into a fresh circle one was asked into; leaves an old one some time after. */
    private void wander(int person, int day) {
        for (Ring ring : List.copyOf(ringsOf.get(person))) {
            ring.next.stream().filter(fresh -> fresh.asked.remove(Integer.valueOf(person))).findFirst()
                    .ifPresent(fresh -> follow(fresh, person, day));
            boolean older = ringsOf.get(person).stream().anyMatch(fresh -> fresh.from == ring);
            if (older && ring.members.size() > 3 && dice.chance(0.15)) {
                ring.members.remove(Integer.valueOf(person));
                ringsOf.get(person).remove(ring);
            }
        }
    }

    // --- what it comes to ---------------------------------------------------------------------------------------------------------

    /** The numbers that a {@link Report} has too. */
    public Map<String, Long> numbers() {
        int end = plan.days() + 2;
        long atNodes = 0;
        long atRelays = young;
        for (Ring ring : rings) {
            for (Talk thread : ring.talks) {
                boolean forgotten = thread.closed < end - 2 || thread.last + (ring.byHand ? GRACE_BY_HAND : GRACE) < end;
                atNodes += forgotten ? 0 : (long) thread.envelopes * ring.members.size() + (ring.byHand ? 0 : 2L * thread.told);
                atRelays += ring.byHand || thread.last < end ? 0 : 2L * (thread.envelopes + thread.told);
            }
        }
        double comparisons = linkDays * AWAKE * 24 * COMPARISONS_PER_HOUR;
        double openings = linkDays * AWAKE * OPENED_PER_DAY;
        double up = comparisons * UP_PER_COMPARISON + openings * FRAMES_PER_OPENING + 2.0 * published;
        double down = comparisons * DOWN_PER_COMPARISON + openings * FRAMES_PER_OPENING + 2.0 * published + 2.0 * deliveries;
        double frame = Math.min(BYTES_PER_FRAME_MOST, BYTES_PER_FRAME + BYTES_PER_HELD * atNodes / plan.people());
        double bytes = (up + down - 2.0 * published - 2.0 * deliveries) * frame + (2.0 * published + 2.0 * deliveries) * BYTES_PER_ENVELOPE;
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put("threads", threads);
        numbers.put("envelopes", envelopes);
        numbers.put("joined", joined);
        numbers.put("frames to relays", Math.round(up));
        numbers.put("frames to nodes", Math.round(down));
        numbers.put("bytes over links", Math.round(bytes));
        numbers.put("links in the end", linkDays / (plan.days() + 2));
        numbers.put("envelopes at nodes in the end", atNodes);
        numbers.put("envelopes at relays in the end", atRelays);
        return numbers;
    }

    /** The same for people, or as JSON. */
    public String text(boolean json) {
        StringBuilder out = new StringBuilder(json ? "{" : "");
        numbers().forEach((name, value) -> out.append(json ? (out.length() > 1 ? "," : "") + "\"" + name + "\":" + value : value + " " + name + "\n"));
        return out.append(json ? "}\n" : "Coarse: " + plan.line() + " --coarse\n").toString();
    }
}
