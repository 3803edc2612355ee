package weft.rounds.search;

/** One search on one thread: a first plan, a smaller fleet where the objective asks for it, then annealing by ruin and recreate. */
final class Search {
    final Layout layout;
    final Routes now;
    final Routes best;
    private final Routes base;
    private final Mix mix;
    private final Ruin ruin;
    private final Recreate recreate;
    private final Ejection ejection;
    double hot = 0.02;
    double cold = 0.0001;

    Search(Layout layout, long seed) {
        this.layout = layout;
        mix = new Mix(seed * 0x2545F4914F6CDD1DL + 99);
        now = new Routes(layout);
        best = new Routes(layout);
        base = new Routes(layout);
        ruin = new Ruin(layout, now, mix);
        recreate = new Recreate(layout, now, mix);
        ejection = new Ejection(layout, now, mix);
    }

    void start() {
        recreate.run(0);
        best.copyFrom(now);
    }

    void shrink(Clock clock, double until, int bound) {
        while (now.absentCount == 0 && now.used > bound && !clock.over() && clock.share() < until) {
            if (ejection.one(clock, until)) {
                best.copyFrom(now);
                log.accept("fleet " + now.used + " at " + clock.share());
            }
        }
    }
    java.util.function.Consumer<String> log = x -> {};

    void anneal(Clock clock) {
        now.copyFrom(best);
        base.copyFrom(now);
        double from = clock.share();
        double scale = now.spent;
        if (layout.benchmark) {
            recreate.fleet(now.absentCount == 0 ? now.used : layout.drivers);
        }
        double heat = hot;
        while (!clock.over()) {
            clock.step(16);
            double share = (clock.share() - from) / (1 - from);
            heat = scale * hot * Math.pow(cold / hot, share);
            for (int i = 0; i < 16; i++) {
                ruin.strings();
                recreate.run(0.01);
                if (now.total() < base.total() - heat * Math.log(mix.unit())) {
                    base.copyFrom(now);
                    if (now.total() < best.total() - 1e-9) {
                        best.copyFrom(now);
                    }
                } else {
                    now.copyFrom(base);
                }
            }
        }
    }
}
