package weft.node.demo;

import java.nio.file.Path;
import java.time.Instant;
import weft.node.cli.NodeClient;

/** A short life of a few nodes, so that the JVM can note which classes a start needs. */
public final class Warming {
    private Warming() {}

    /** Lives it; 0 where all went well. */
    public static int run() {
        Path folder = Folders.fresh();
        try (Neighbourhood here = Neighbourhood.start(folder, new MovedClock(Instant.now()), 0)) {
            here.meet();
            here.fill(Week.rows().subList(0, 6), here.now(), 3, 4);
            NodeClient client = here.house(1).client();
            for (int i = 0; i < 20; i++) {
                client.get("/");
                client.get(here.board());
            }
            return 0;
        } finally {
            Folders.remove(folder);
        }
    }
}
