package weft.sim.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.key.CircleKeys;
import weft.core.key.Labels;
import weft.core.key.Leaf;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/**
 * The same life in a process of its own, which stands still at the moment of the seizure with its nodes running, so that its
 * memory can be read from outside; and the keys to look for in it, told anew from {@code spec/tree.md} and the keys as they were at first.
 */
final class Standing implements AutoCloseable {
    private static final int DEPTH = 48;
    private final Process process;

    private Standing(Process process) {
        this.process = process;
    }

    /** Starts the process; nothing where it can't be started. */
    static Optional<Standing> start(int seed, int people, int days) {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC", "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), Drills.class.getName(), "seizure", "--stand",
                "--seed", Integer.toString(seed), "--people", Integer.toString(people), "--days", Integer.toString(days)));
        try {
            return Optional.of(new Standing(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Waits until it stands; false where it ended instead. */
    boolean stands() {
        try {
            BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            return line != null && line.equals("standing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** What the process itself does when it has lived: stands still until its parent has looked. */
    static int stand() {
        System.out.println("standing");
        System.out.flush();
        try {
            return System.in.read() < 0 ? 0 : 1;
        } catch (IOException e) {
            return 1;
        }
    }

    /** Every seed on the way to a leaf from where the tree at first held one, the leaf itself, and what is derived of it. */
    static List<byte[]> onTheWayTo(CircleKeys at, Leaf leaf) {
        Primitives p = Draws.P;
        List<byte[]> found = new ArrayList<>();
        try (Secret form = at.tree().write()) {
            byte[] bytes = plain(form);
            Cover cover = new Cover(bytes, leaf.path());
            cover.node(0);
            if (cover.seed < 0) {
                return found;
            }
            int seeds = (8 + cover.bit + 7) / 8;
            try (Secret top = p.keep(java.util.Arrays.copyOfRange(bytes, seeds + 32 * cover.seed, seeds + 32 * cover.seed + 32))) {
                for (int depth = cover.depth; depth <= DEPTH; depth++) {
                    try (Secret seed = p.descend(top, leaf.path() >>> DEPTH - depth & (1L << depth - cover.depth) - 1, depth - cover.depth)) {
                        found.add(plain(seed));
                        if (depth == DEPTH) {
                            try (Secret derived = p.hkdfExpand(seed, leaf.slot() == Leaf.HEADER_SLOT ? Labels.HEADER : Labels.THREAD, 32)) {
                                found.add(plain(derived));
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    /** The bytes of a secret. */
    static byte[] plain(Secret secret) {
        byte[] bytes = new byte[secret.size()];
        secret.copyTo(bytes, 0);
        return bytes;
    }

    /** Walks the shape of a tree's form to the node that covers a path. */
    private static final class Cover {
        private final byte[] form;
        private final long path;
        private int bit;
        private int whole;
        private int seed = -1;
        private int depth;

        Cover(byte[] form, long path) {
            this.form = form;
            this.path = path;
        }

        private boolean next() {
            boolean set = (form[1 + bit / 8] >> 7 - bit % 8 & 1) != 0;
            bit++;
            return set;
        }

        void node(int at) {
            node(0, at);
        }

        private void node(long first, int at) {
            if (!next()) {
                node(first, at + 1);
                node(first | 1L << DEPTH - 1 - at, at + 1);
            } else if (!next()) {
                if (path >= first && path < first + (1L << DEPTH - at)) {
                    seed = whole;
                    depth = at;
                }
                whole++;
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
