package weft.rounds.search;

import weft.rounds.model.Job;

/**
 * One search on one thread: a first plan, a smaller fleet where the objective asks for it, then annealing by ruin and recreate.
 *
 * <p>The annealing (Schrimpf and others 2000; strings and blinks after Christiaens and Vanden Berghe 2020) keeps three plans: the one
 * being changed, the one it goes back to when a change is refused, and the best. Where all jobs only load the round at its start or
 * end, and room is scarce, it may overload rounds for a while at a charge that follows how often it does.
 */
final class Search {
    private static final int BATCH = 16;
    /** How many stops, all together, are looked at between two looks at the clock: a step takes the longer, the more stops there are. */
    private static final int GLANCE = 4_000;
    private static final int SEASON = 500;
    /** How much of the steps are small moves rather than ruin and recreate. */
    private static final double SMALL = 0.5;

    /** After how much of the time for it without a smaller fleet none is looked for. */
    private static final double PATIENCE = 0.5;

    /** How many stops a larger step takes out in strings, on average. */
    private static final int LONG = 10;

    private static final int SHORT = 4;
    private static final double BLINK = 0.05;
    private static final double OVERLOAD = 0.1;
    private static final double HOT = 0.012;
    /** On a day, what a round costs is known as it is, and a plan is wanted soon. */
    private static final double WARM = 0.015;
    /** Below this a benchmark's plan only trembles: the time is worth more where rounds still change. */
    private static final double COLD = 6e-4;

    private static final double COOL = 7e-4;
    /** How much of the larger steps put back by regret. */
    private static final double REGRET = 0.35;
    /** From which share of a turn on no plan with too much on board is gone on from. */
    private static final double STRICT = 0.85;
    /** How much of the time rounds should be without an overload. */
    private static final double LIGHT_LEAST = 0.3;

    private static final double LIGHT_MOST = 0.5;
    /** How much colder the last turn starts. */
    private static final double LAST = 0.25;
    /** How much of the larger steps of the last turn put a round of an earlier turn's plan in. */
    private static final double INJECT = 0.25;
    /** How many ejections stir a plan before a turn from another start. */
    private static final int STIR = 200;
    /** Where the last turn begins, which goes on from the best plan; the turns before it start from plans stirred up. */
    private static final double ENCORE = 0.78;
    /** How many steps a turn should have for each stop: a shorter one does not settle. */
    private static final int TURN = 600;
    /** After how many steps the number of turns is chosen. */
    private static final int TRIAL = 8_192;

    private static final int MOST_TURNS = 8;

    final Layout layout;
    /** The best plan so far, always one that can be driven. */
    final Routes best;

    private final Routes now;
    private final Routes base;
    private final Mix mix;
    private final Ruin ruin;
    private final Recreate recreate;
    private final Regret regret;
    private final Moves moves;
    private final Ejection ejection;
    private final Elite elite;
    private double baseCost;
    private double heat;
    private double hot;
    private double toll;
    /** A benchmark takes several turns, because what the fleet's making left it with decides much; the encore is beside these. */
    private final boolean turning;

    private int turns;
    private int turn;
    private long steps;
    private boolean mayOverload;
    private int light;
    private int seen;

    Search(Layout layout, long seed) {
        this.layout = layout;
        mix = new Mix(seed * 0x2545F4914F6CDD1DL + 99);
        now = new Routes(layout);
        best = new Routes(layout);
        base = new Routes(layout);
        turning = layout.benchmark;
        ruin = new Ruin(layout, now, mix);
        Cache cache = new Cache(layout, now, base, new Spots(layout, now, mix));
        recreate = new Recreate(layout, now, mix, cache);
        regret = new Regret(layout, now, mix, cache);
        moves = new Moves(layout, now, mix);
        ejection = new Ejection(layout, now, moves, mix);
        elite = new Elite(layout);
    }

    /** Starts from rounds given, stops by driver, and puts in whatever is not on them, as far as the time goes. */
    void start(int[][] given, Clock clock) {
        now.clear();
        for (int v = 0; v < given.length; v++) {
            int behind = layout.start(v);
            for (int stop : given[v]) {
                now.linkStop(stop, behind);
                behind = stop;
            }
            now.refresh(v);
        }
        for (int r = 0; r < layout.jobs; r++) {
            if (now.on(r)) {
                now.dropAbsentJob(r);
            }
        }
        recreate.all(clock);
        best.copyFrom(now);
    }

    /** Does with ever fewer drivers, until {@code bound} or until the clock's share passes {@code until}. */
    void shrink(Clock clock, double until, int bound) {
        now.copyFrom(best);
        System.arraycopy(layout.capacity, 0, now.room, 0, now.room.length);
        toll(0);
        double from = clock.share();
        while (now.absentCount == 0 && now.used > bound && !clock.over() && clock.share() < until) {
            double patience = Math.min(until, clock.share() + PATIENCE * (until - from));
            if (!ejection.one(clock, patience)) {
                return;
            }
            best.copyFrom(now);
        }
    }

    /** Takes over another search's best plan. */
    void take(Search other) {
        if (other != this) {
            now.copyFrom(other.best);
            now.renew();
            best.copyFrom(now);
        }
    }

    /** Goes on from another search's best plan, if that is another search. */
    void follow(Search other) {
        if (other != this) {
            take(other);
            base.copyFrom(now);
            baseCost = cost(base);
        }
    }

    /** Makes ready to anneal from the best plan. */
    void warm() {
        turn = 0;
        turns = turning ? 0 : 1;
        steps = 0;
        elite.clear();
        now.copyFrom(best);
        ready();
    }

    /** Makes ready for another turn: from the best plan, or from one that was stirred up and has no more drivers. */
    private void warm(Clock clock, boolean stir) {
        now.copyFrom(best);
        now.renew();
        System.arraycopy(layout.capacity, 0, now.room, 0, now.room.length);
        toll(0);
        if (stir && best.absentCount == 0) {
            ejection.stir(clock, clock.share() + (1 - clock.share()) * 0.1, STIR);
            if (now.total() < best.total() - 1e-9) {
                best.copyFrom(now);
            }
        }
        ready();
    }

    private void ready() {
        base.copyFrom(now);
        now.clean();
        double scale = Math.max(1, now.spent);
        hot = scale * (layout.benchmark ? HOT : WARM);
        boolean whole = layout.benchmark && now.absentCount == 0;
        fleet(whole ? now.used : layout.drivers);
        mayOverload = layout.benchmark && now.absentCount == 0
                && layout.problem.jobs().stream().noneMatch(j -> j instanceof Job.Pair)
                && (layout.problem.jobs().stream().allMatch(j -> j instanceof Job.Delivery)
                        || layout.problem.jobs().stream().allMatch(j -> j instanceof Job.PickUp));
        if (mayOverload) {
            double all = 0;
            for (double load : layout.load) {
                all += load;
            }
            mayOverload = all > 0;
            toll(mayOverload ? scale / all : 0);
            for (int i = 0; i < now.room.length && mayOverload; i++) {
                now.room[i] = layout.capacity[i] * (1 + OVERLOAD);
            }
        }
        baseCost = cost(base);
    }

    private void fleet(int most) {
        recreate.fleet(most);
        regret.fleet(most);
    }

    private void toll(double charge) {
        toll = charge;
        recreate.toll(charge);
        regret.toll(charge);
    }

    private double cost(Routes routes) {
        return routes.total() + toll * routes.overload;
    }

    /** Some steps at a heat given by the share of the annealing that is over. */
    void anneal(Clock clock, double share, int slice) {
        if (turns == 0 && steps >= TRIAL) {
            double length = (double) TURN * layout.stops / steps * share;
            turns = Math.clamp((int) (ENCORE / length + 0.4), 1, MOST_TURNS);
        }
        double end = turning ? ENCORE : 1;
        int count = Math.max(1, turns);
        int wanted = turning && share >= ENCORE ? count : Math.min(count - 1, (int) (share / end * count));
        while (turn < wanted) {
            turn++;
            if (base.absentCount == 0 && !base.overloaded()) {
                elite.add(base);
            }
            warm(clock, turn < count);
        }
        boolean encore = turn == count;
        double from = encore ? ENCORE : end * turn / count;
        double within = Math.clamp((share - from) / (encore ? 1 - ENCORE : end / count), 0, 1);
        double first = encore ? hot * LAST : hot;
        double last = layout.benchmark ? hot / HOT * COLD : hot / WARM * COOL;
        heat = first * Math.pow(last / first, within);
        if (within > STRICT && mayOverload) {
            settle();
        }
        int batch = Math.clamp(GLANCE / layout.stops, 1, BATCH);
        for (int i = 0; i < slice && !clock.over(); i += batch) {
            clock.step(batch);
            steps += batch;
            for (int k = 0; k < batch; k++) {
                step();
            }
        }
    }

    /** Goes back to the best plan, and from here on overloads no more. */
    private void settle() {
        now.copyFrom(best);
        now.renew();
        mayOverload = false;
        System.arraycopy(layout.capacity, 0, now.room, 0, now.room.length);
        toll(0);
        fleet(best.used);
        base.copyFrom(now);
        now.clean();
        baseCost = cost(base);
    }

    private void step() {
        if (mix.unit() < SMALL) {
            int kind = mix.below(3);
            boolean done = kind == 0 ? moves.relocate() : kind == 1 ? moves.swap() : moves.tails();
            if (done) {
                judge();
            } else {
                now.follow(base, now);
            }
            return;
        }
        if (turn == turns && !elite.isEmpty() && mix.unit() < INJECT) {
            if (!elite.choose(now, mix)) {
                now.follow(base, now);
                return;
            }
            ruin.replace(elite.driver, elite.round);
        } else {
            ruin();
        }
        if (mix.unit() < REGRET && regret.takes()) {
            regret.run(1, 0.5);
        } else {
            recreate.run(BLINK);
        }
        judge();
        if (mayOverload) {
            season();
        }
    }

    private void ruin() {
        int kind = mix.below(12);
        if (kind < 4) {
            ruin.strings(LONG);
        } else if (kind < 8) {
            ruin.strings(SHORT);
        } else if (kind < 9) {
            ruin.related(4 + mix.below(16));
        } else if (kind < 10) {
            ruin.random(2 + mix.below(8));
        } else if (kind < 11) {
            ruin.round();
        } else {
            ruin.worst(2 + mix.below(10));
        }
    }

    private void judge() {
        double cost = cost(now);
        if (cost >= baseCost - heat * Math.log(mix.unit())) {
            now.follow(base, now);
            return;
        }
        base.follow(now, now);
        baseCost = cost;
        if (now.total() < best.total() - 1e-9 && !now.overloaded()) {
            if (layout.benchmark && now.used < best.used) {
                fleet(now.used);
            }
            best.copyFrom(now);
        }
    }

    /** Lets the toll on overloading follow how much of the time nothing is overloaded. */
    private void season() {
        seen++;
        light += base.overload < 1e-9 ? 1 : 0;
        if (seen == SEASON) {
            if (light < LIGHT_LEAST * SEASON) {
                toll(toll * 1.1);
            } else if (light > LIGHT_MOST * SEASON) {
                toll(toll / 1.1);
            }
            baseCost = cost(base);
            seen = 0;
            light = 0;
        }
    }
}
