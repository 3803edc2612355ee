package weft.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weft.core.codec.SecretWriter;
import weft.core.entry.Ask;
import weft.core.entry.EntryDrafts;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.cli.NodeClient;
import weft.node.cli.Stop;
import weft.node.home.OwnNode;
import weft.node.shell.VaultKeeper;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.FolderDisk;
import weft.store.SqliteEnvelopes;
import weft.store.VaultFile;
import weft.wire.event.Day;
import weft.wire.event.Event;

/**
 * Whole processes: from the start of {@code ./weft} to its first page and to the whole board, and the memory it then takes;
 * with an empty folder and with many envelopes. Called by {@code ./weft bench start}.
 */
public final class StartTable {
    private static final String PASSPHRASE = "a passphrase for a benchmark";
    private static final int RUNS = 5;

    private final Primitives p = new JdkPrimitives();
    private final Entropy entropy = new JdkEntropy();
    private final String launcher;

    private StartTable(String launcher) {
        this.launcher = launcher;
    }

    /** The first argument is the number of envelopes (100,000). The launcher says where it stands itself. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        StartTable table = new StartTable(System.getProperty("weft.launcher"));
        System.out.println("envelopes   first page s   whole board s   processor s   memory MB   (medians of " + RUNS + ")");
        for (int count : new int[] {0, many}) {
            table.measure(count);
        }
    }

    private void measure(int count) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("weft-bench");
        try {
            fill(folder, count);
            double[][] seen = new double[4][RUNS];
            for (int i = 0; i < RUNS; i++) {
                double[] one = start(folder, count);
                for (int j = 0; j < 4; j++) {
                    seen[j][i] = one[j];
                }
            }
            for (double[] column : seen) {
                Arrays.sort(column);
            }
            System.out.printf(Locale.ROOT, "%9d   %12.2f   %13.2f   %11.2f   %9.0f%n", count,
                    seen[0][RUNS / 2], seen[1][RUNS / 2], seen[2][RUNS / 2], seen[3][RUNS / 2]);
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    /** A data folder with one circle, as {@code spec/vaultcontent.md} has it, and needs of other people in it. */
    private void fill(Path folder, int count) throws IOException {
        long now = System.currentTimeMillis() / 1000;
        Day today = Day.at(now);
        Secret key = p.freshKey(entropy);
        ForgettingTree tree = ForgettingTree.create(p, entropy);
        tree.forgetThrough(today.plus(-3));
        try (SecretWriter out = new SecretWriter(); Secret written = tree.write()) {
            out.u8(1).u64(now).truth(false).u32(1);
            out.secret(key).text("Mill Lane").texts(List.of()).u8(1).truth(false).u16(today.plus(-3).number()).sizedSecret(written);
            out.u32(0).u32(0).u32(0).u32(0).u32(0).truth(true).u16(today.number()).u32(0).u32(0).u32(0).u32(0);
            FolderDisk disk = new FolderDisk(folder, p);
            VaultKeeper keeper = VaultKeeper.create(p, entropy, new VaultFile(disk, p),
                    p.keep(PASSPHRASE.getBytes(StandardCharsets.UTF_8)), VaultKeeper.Cost.USUAL);
            keeper.keep(out.finish(p));
            keeper.close();
        }
        CircleKeys circle = new CircleKeys(p, key, tree);
        EntryDrafts drafts = new EntryDrafts(p, circle.address());
        try (SqliteEnvelopes store = SqliteEnvelopes.open(folder.resolve(OwnNode.ENVELOPES), true)) {
            List<Event> batch = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                batch.add(need(circle, drafts, now, today, i));
                if (batch.size() == 2_000 || i == count - 1) {
                    store.append(batch);
                    batch.clear();
                }
            }
        }
    }

    private Event need(CircleKeys circle, EntryDrafts drafts, long now, Day today, int number) {
        try (Secret voice = p.freshKey(entropy)) {
            Leaf leaf = new Leaf(today.plus(1 + number % 30), Leaf.FIRST_THREAD_SLOT + number);
            Ask ask = new Ask(number % 3 == 0 ? Side.OFFER : Side.NEED, "Bread and soup for house " + number,
                    "Two boxes of vegetables, please ring twice.", "food",
                    Optional.empty(), Optional.empty(), Optional.of(Whereabouts.named("Mill Lane")), List.of("en"), false, List.of());
            var draft = drafts.posted(new EntryDrafts.By(p.publicKey(voice), now - now % 3600, leaf), entropy.next(8), 0, ask);
            return circle.seal(Signing.sign(p, draft, voice, entropy.next(32)).json(), leaf, now, entropy);
        }
    }

    private double[] start(Path folder, int count) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(launcher, "--data", folder.toString(), "--port", "0", "--no-open", "--passphrase-stdin")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            process.getOutputStream().write((PASSPHRASE + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String line = lines.readLine();
            while (line != null && !line.strip().startsWith("http://")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the node ended before it told its address");
            }
            NodeClient client = new NodeClient(folder);
            String page = home(client);
            double first = (System.nanoTime() - begin) / 1e9;
            while (!page.contains("Mill Lane")) {
                Thread.sleep(20);
                page = home(client);
            }
            String address = page.substring(page.indexOf("\"address\":\"") + 11).substring(0, 64);
            String board = client.get("/c/" + address).write();
            if (count > 0 && !board.contains("Bread and soup")) {
                throw new IllegalStateException("the board does not show what is stored");
            }
            double whole = (System.nanoTime() - begin) / 1e9;
            return new double[] {first, whole, processor(process), memory(process.pid())};
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** What the first page's data are; empty where the page says that the node is still opening. */
    private static String home(NodeClient client) {
        try {
            return client.get("/").write();
        } catch (Stop stillOpening) {
            return "";
        }
    }

    private static double processor(Process process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
    }

    /** Resident megabytes of a process, as Linux tells. */
    private static double memory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0).findFirst().orElse(Double.NaN);
    }
}
