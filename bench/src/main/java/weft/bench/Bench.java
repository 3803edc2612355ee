package weft.bench;

import java.util.Arrays;
import weft.node.cli.BenchCommands;

/** The command {@code ./weft bench}: one table a name. */
public final class Bench {
    private static final String HELP = """
            ./weft bench NAME [...]: measures, each beside its peer in the same run; docs/benchmarks.md has the tables.

              keys            opening envelopes beside bare verifications, the tree, destroying
              sync [ITEMS]    whole reconciliations over a million items, beside nostr-tools
              start [ITEMS]   from ./weft to its first page and to the whole board, and the memory that takes
              relay ADDRESS   durable events a second, live latency, a sync, of any relay (--help)
              surge [NEEDS]   450 needs, 300 people, one node: how long every page takes, by a real browser's clock
              paint           first paint and sizes of pages on 3G, by a real browser's clock
              find [ENTRIES]  words, 25 km and a span of time among a million entries, beside Lucene; memory; forgetting
              rounds [...]    plans of the public instances (--files, --seconds, --peers)
              jmh [...]       the same as keys by the clock, with JMH's own options; for a machine that does nothing else

            Other load on the machine changes every figure. Processor time is given where it can be.""";

    private Bench() {}

    /** Runs one. */
    public static void main(String[] arguments) throws Exception {
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments.length == 0 ? "--help" : arguments[0]) {
            case "keys" -> KeyTable.main(rest);
            case "sync" -> SyncBench.main(rest);
            case "start" -> StartTable.main(rest);
            case "relay" -> System.exit(new picocli.CommandLine(new BenchCommands()).execute(arguments));
            case "surge" -> SurgeTable.main(rest);
            case "paint" -> PaintTable.main(rest);
            case "find" -> FindBench.main(rest);
            case "rounds" -> RoundsBench.main(rest);
            case "jmh" -> Benchmarks.main(rest);
            case "-h", "--help" -> System.out.println(HELP);
            default -> {
                System.err.println("bench: there is no table called " + arguments[0] + ".\n\n" + HELP);
                System.exit(2);
            }
        }
    }
}
