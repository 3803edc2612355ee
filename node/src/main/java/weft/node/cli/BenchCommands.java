package weft.node.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that measure. */
@Command(name = "bench", description = "Measure: relay.", synopsisSubcommandLabel = "relay", subcommands = BenchCommands.OfRelay.class)
public final class BenchCommands {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
    private boolean help;

    /** Whether help was asked for; picocli answers that itself. */
    boolean help() {
        return help;
    }

    @Command(name = "relay", description = {"Measure relays from outside, one after the other: durable events a second, live delivery, sync.",
        "It fills them with envelopes that nobody can read and that end in two days: ask a relay's keeper before you measure it."})
    static final class OfRelay implements Callable<Integer> {
        @Parameters(paramLabel = "ADDRESS", arity = "1..*", description = "Relays, as ws://127.0.0.1:7447.")
        private List<URI> relays = new ArrayList<>();

        @Option(names = "--events", paramLabel = "N", defaultValue = "5000", description = "Events for the first figure (default: ${DEFAULT-VALUE}).")
        private int events;

        @Option(names = "--sync", paramLabel = "N", defaultValue = "100000", description = "Events stored for the sync (default: ${DEFAULT-VALUE}).")
        private int syncEvents;

        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
        private boolean help;

        @Spec
        private @Nullable CommandSpec spec;

        /** Whether help was asked for; picocli answers that itself. */
        boolean help() {
            return help;
        }

        @Override
        public Integer call() {
            PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
            if (events < 10 || syncEvents < events || syncEvents > 1_000_000) {
                throw new Stop(Stop.USAGE, "--events is at least 10, --sync at least as many and at most 1000000.");
            }
            out.println("| relay | durable events/s | live, middle / 99 of 100 | sync of stored events, missing ones fetched | refused |");
            out.println("|---|---|---|---|---|");
            for (URI relay : relays) {
                RelayLoad.Measured m = new RelayLoad(relay).measure(events, syncEvents);
                out.println(String.format(Locale.ROOT, "| %s | %,d | %.1f / %.1f ms | %,d, %,d missing: %,d ms (%s) | %d |", relay, m.durable(),
                        m.middleMillis(), m.lateMillis(), m.syncEvents(), m.syncMissing(), m.syncMillis(), m.way(), m.refused()));
                out.flush();
            }
            return 0;
        }
    }
}
