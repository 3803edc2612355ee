package weft.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.core.codec.SecretReader;
import weft.core.entry.Ask;
import weft.core.entry.EntryDrafts;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.core.peer.Command;
import weft.core.peer.Input;
import weft.core.peer.Peer;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.home.OwnNode;
import weft.node.home.RunFile;
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
import weft.wire.json.Checked;

/**
 * Whole processes: from the start of {@code ./weft} to its first page and to the whole board, and the memory it then takes;
 * with an empty folder and with many envelopes. Called by {@code ./weft bench start}.
 */
public final class StartTable {
    static final String PASSPHRASE = "a passphrase for a benchmark";
    private static final int RUNS = 5;

    /** A circle's board, as the first page links to it. */
    private static final Pattern BOARD = Pattern.compile("/c/[0-9a-f]{64}");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Primitives p = new JdkPrimitives();
    private final Entropy entropy = new JdkEntropy();

    /** The first argument is the number of envelopes (100,000). The launcher says where it stands itself. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        StartTable table = new StartTable();
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

    /** A data folder with one circle and needs of other people in it. */
    private void fill(Path folder, int count) throws IOException {
        long now = System.currentTimeMillis() / 1000;
        Day today = Day.at(now);
        CircleKeys circle = circle(folder, now);
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

    /** A vault with one circle in it; gives its keys, read where {@code spec/vaultcontent.md} has them. */
    CircleKeys circle(Path folder, long now) {
        try (Peer peer = Peer.fresh(p)) {
            peer.step(new Input.Wish(new Command.CircleNew("Mill Lane", List.of(), 1)), now, entropy);
            Secret content = peer.vaultContent();
            try (SecretReader in = new SecretReader(p, content)) {
                in.u8();
                in.u64();
                in.truth();
                in.u32();
                Secret key = in.secret(32);
                in.text();
                in.texts();
                in.u8();
                in.truth();
                in.u16();
                try (Secret tree = in.sizedSecret()) {
                    if (!(ForgettingTree.read(p, tree) instanceof Checked.Good<ForgettingTree>(ForgettingTree read))) {
                        throw new IllegalStateException("the vault's content is not where this table looks for it");
                    }
                    VaultKeeper keeper = VaultKeeper.create(p, entropy, new VaultFile(new FolderDisk(folder, p), p),
                            p.keep(PASSPHRASE.getBytes(StandardCharsets.UTF_8)), VaultKeeper.Cost.USUAL);
                    keeper.keep(content, true);
                    keeper.close();
                    return new CircleKeys(p, key, read);
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
        try (ServedProcess served = new ServedProcess(folder)) {
            RunFile running = served.running;
            String page = page(running, "/");
            double first = (System.nanoTime() - begin) / 1e9;
            while (!page.contains("Mill Lane")) {
                Thread.sleep(20);
                page = page(running, "/");
            }
            Matcher address = BOARD.matcher(page);
            if (!address.find() || count > 0 && !page(running, address.group()).contains("Bread and soup")) {
                throw new IllegalStateException("the board does not show what is stored");
            }
            double whole = (System.nanoTime() - begin) / 1e9;
            return new double[] {first, whole, processor(served.process), memory(served.process.pid())};
        }
    }

    /** A page as a browser gets it. */
    private String page(RunFile running, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running.port() + path))
                .header("Authorization", "Bearer " + running.token()).header("Accept", "text/html").timeout(Duration.ofSeconds(60)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)).body();
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
