package weft.bench;

import org.openjdk.jmh.Main;

/** Runs benchmarks: {@code weft bench [name] [JMH's own options]}; without a name, all of them. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Hands the arguments to JMH. */
    public static void main(String[] arguments) throws Exception {
        Main.main(arguments);
    }
}
