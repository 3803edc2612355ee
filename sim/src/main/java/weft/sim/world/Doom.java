package weft.sim.world;

/** Ends a process at a chosen one of its next steps: before the step, or right after it. */
final class Doom {
    /** Thrown where the process ends; nothing of it runs after this. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    private final Dice dice;
    private int left = Integer.MAX_VALUE;

    Doom(Dice dice) {
        this.dice = dice;
    }

    void after(int steps) {
        left = steps;
    }

    void lift() {
        left = Integer.MAX_VALUE;
    }

    boolean waits() {
        return left != Integer.MAX_VALUE;
    }

    void step(Runnable work) {
        if (left != Integer.MAX_VALUE && left-- <= 0) {
            lift();
            if (dice.chance(0.5)) {
                work.run();
            }
            throw new Killed();
        }
        work.run();
    }
}
