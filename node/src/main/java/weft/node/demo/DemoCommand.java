package weft.node.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weft demo}. */
@Command(name = "demo", description = "Show Weft at work: a relay, three nodes and a believable week, all on this machine and thrown away at the end.")
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "Play the story of one need without a browser, move past its last day, then try to read it all again.")
    private boolean once;

    @Option(names = "--without-relay", description = "Switch the relay off for good once the three have met: they reach each other over their network alone.")
    private boolean withoutRelay;

    @Option(names = "--by-stick", description = "Switch the relay off for good once the three have met: everything goes by bundles carried from node to node.")
    private boolean byStick;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "The port of the first node, the others follow; 0 takes free ones (default).")
    private int port;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
    private boolean help;

    /** What has to be stopped before the folder can go. */
    private volatile Runnable stop = () -> {};

    @Spec
    private @Nullable CommandSpec spec;

    /** Whether help was asked for; picocli answers that itself. */
    boolean help() {
        return help;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Path folder = Folders.fresh();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.run();
            Folders.remove(folder);
        }, "weft-demo-stop"));
        return once ? new Story(folder, out, way()).play() : stay(folder, out);
    }

    private Way way() {
        return byStick ? Way.STICK : withoutRelay ? Way.NETWORK : Way.RELAY;
    }

    private int stay(Path folder, PrintWriter out) throws InterruptedException {
        List<Week.Row> rows = Week.rows();
        Instant beginning = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(7, ChronoUnit.DAYS);
        out.println("Starting a relay and three nodes, and filling a week with " + rows.size() + " needs and offers ...");
        Neighbourhood here = Neighbourhood.start(folder, new MovedClock(beginning), port, way());
        stop = here::close;
        here.meet();
        here.fill(rows, beginning, 8, 13);
        here.moveToNow();
        out.println("Three neighbours in one circle. Open each in a window of its own:");
        for (Neighbourhood.House house : here.houses()) {
            out.printf("  %-6s %s%n", house.name(), house.served().web().startLink());
        }
        out.println("Everything is on this machine alone and is thrown away at the end. Ctrl-C stops it.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
