package weft.node.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weft.node.cli.Stop;

/** Somebody who goes round with a stick: writes a bundle at each house and reads it at the others, again and again. */
final class Carrier implements AutoCloseable {
    private static final long PAUSE_MILLIS = 100;

    private final List<Neighbourhood.House> houses;
    private final Path stick;
    private final Map<String, byte[]> brought = new HashMap<>();
    private final Thread walking = Thread.ofPlatform().daemon(true).name("weft-carrier").unstarted(this::walk);
    private volatile boolean resting;

    Carrier(List<Neighbourhood.House> houses, Path folder) {
        this.houses = List.copyOf(houses);
        this.stick = folder.resolve("stick.weft");
        walking.start();
    }

    private void walk() {
        while (!resting) {
            try {
                houses.forEach(this::carryFrom);
                Thread.sleep(PAUSE_MILLIS);
            } catch (Stop stop) {
                // A node that is stopping takes nothing; whoever waits for it says so.
                return;
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void carryFrom(Neighbourhood.House from) {
        from.client().download("/bundle", stick);
        byte[] bundle;
        try {
            bundle = Files.readAllBytes(stick);
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "The demonstration's bundle can't be read.");
        }
        for (Neighbourhood.House to : houses) {
            String way = from.name() + " to " + to.name();
            if (!to.equals(from) && !resting && !Arrays.equals(bundle, brought.get(way))) {
                to.client().upload("/bundle", stick, bytes -> { });
                brought.put(way, bundle);
            }
        }
    }

    @Override
    public void close() {
        resting = true;
        try {
            walking.join(30_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
