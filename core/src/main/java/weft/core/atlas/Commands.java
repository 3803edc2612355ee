package weft.core.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weft.wire.json.Checked;

/** Follows the commands of which a tile's shape consists: move, draw lines, close. */
final class Commands {
    /** How far outside its tile a corner may lie, in tiles: makers leave shapes uncut that hang over the edge. */
    private static final int FAR = 16;

    private final int most;
    private final int far;
    private final List<int[]> runs = new ArrayList<>();
    private int[] run = new int[16];
    private int size;
    private int corners;
    private boolean beyond;
    private long x;
    private long y;

    Commands(int extent, int most) {
        this.most = most;
        this.far = extent * FAR;
    }

    Checked<List<int[]>> read(Varints in) {
        while (in.more()) {
            int command = in.small();
            int times = command >> 3;
            switch (command & 7) {
                case 1 -> {
                    // Each move begins anew: points are as many runs.
                    for (int i = 0; i < times && !in.broken() && !beyond; i++) {
                        end();
                        corner(in);
                    }
                }
                case 2 -> {
                    if (size == 0) {
                        return Checked.bad(AtlasFault.BAD_SHAPE, "line");
                    }
                    for (int i = 0; i < times && !in.broken() && !beyond; i++) {
                        corner(in);
                    }
                }
                case 7 -> {
                    if (times != 1 || size == 0) {
                        return Checked.bad(AtlasFault.BAD_SHAPE, "close");
                    }
                }
                default -> {
                    return Checked.bad(AtlasFault.BAD_SHAPE, "command");
                }
            }
            if (in.broken()) {
                return Checked.bad(AtlasFault.BAD_SHAPE, "end");
            }
            if (beyond) {
                return Checked.bad(AtlasFault.BAD_SHAPE, "far");
            }
            if (corners > most) {
                return Checked.bad(AtlasFault.TOO_MUCH, "corners");
            }
        }
        end();
        return in.broken() ? Checked.bad(AtlasFault.BAD_SHAPE, "end") : Checked.good(runs);
    }

    private void corner(Varints in) {
        x += step(in);
        y += step(in);
        if (Math.abs(x) > far || Math.abs(y) > far) {
            beyond = true;
            return;
        }
        if (size + 2 > run.length) {
            run = Arrays.copyOf(run, run.length * 2);
        }
        run[size++] = (int) x;
        run[size++] = (int) y;
        corners++;
    }

    private static long step(Varints in) {
        long zigzag = in.next() & 0xffffffffL;
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    private void end() {
        if (size > 0) {
            runs.add(Arrays.copyOf(run, size));
            size = 0;
        }
    }
}
