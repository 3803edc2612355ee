package weft.node.boot;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** What the launcher runs once after building, so that the JVM can note what a start needs (JEP 514). */
@Command(name = "warm", hidden = true, description = "Start a node for a moment and look at its pages.")
final class WarmCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return weft.node.demo.Warming.run();
    }
}
