package weft.house.planted;

/** Looks at the clock, which a pure module must not. */
final class Impure {
    private Impure() {}

    static long now() {
        return System.currentTimeMillis();
    }

    static double any() {
        return Math.random();
    }
}
