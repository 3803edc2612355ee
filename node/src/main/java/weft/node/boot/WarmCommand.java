package weft.node.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the launcher runs once after building, so that the JVM can note what a start needs (JEP 514). */
@Command(name = "warm", hidden = true, description = "Start a node for a moment, look at its pages, and plan a day.")
final class WarmCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        weft.node.cli.RoundsWarming.run();
        return weft.node.demo.Warming.run();
    }
}
