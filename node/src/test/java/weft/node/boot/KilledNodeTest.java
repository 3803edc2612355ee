package weft.node.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.home.OwnNode;
import weft.primitives.Bytes;
import weft.store.SqliteEnvelopes;
import weft.wire.event.Event;
import weft.wire.json.Json;

/**
 * The node's own process, ended with no warning (kill -9) at any moment while it is posted to, closed on and given other passphrases, over weeks of
 * its clock. After each start: what it had confirmed is there, word for word; what is over is gone, and stays gone, also where somebody puts its
 * sealed envelopes back into the file.
 */
class KilledNodeTest {
    private static final String FIRST = "a heron by the weir";
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    @TempDir Path folder;

    /** What was wanted of a thread, and what the node said. */
    private static final class Posted {
        final String words;
        final LocalDate lastDay;
        String path = "";
        boolean confirmed;
        boolean closeWanted;
        long closedAt = Long.MAX_VALUE;

        Posted(String words, LocalDate lastDay) {
            this.words = words;
            this.lastDay = lastDay;
        }
    }

    private final Map<String, Posted> diary = new LinkedHashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<Bytes, Event> passed = new HashMap<>();
    /** The passphrase that holds, then those of which nobody knows whether they do. */
    private final List<String> passphrases = new ArrayList<>(List.of(FIRST));
    private long ahead;
    private String circle = "";
    private int checked;
    private int changed;

    private long now() {
        return System.currentTimeMillis() / 1000 + ahead;
    }

    private LocalDate today() {
        return LocalDate.ofEpochDay(now() / DAY);
    }

    @Tag("slow")
    @Test
    void killedFourTimesItHasAllThatItConfirmed() throws Exception {
        kills(1, 4, 20 * HOUR);
    }

    @Tag("long")
    @Test
    void killedTwoHundredTimesItHasAllThatItConfirmed() throws Exception {
        kills(Long.getLong("weft.seed", 2), 200, 5 * HOUR);
    }

    private void kills(long seed, int times, long between) throws Exception {
        Random random = new Random(seed);
        try {
            for (int kill = 0; kill < times; kill++) {
                try (NodeProcess node = start()) {
                    check(node);
                    load(node, random, 1 + random.nextInt(kill % 10 == 0 ? 40 : 12));
                }
                remember();
                ahead += between / 2 + (long) (random.nextDouble() * between);
            }
            // Somebody puts back everything that ever passed: with the keys gone it is noise, and is taken out again.
            try (SqliteEnvelopes store = SqliteEnvelopes.open(folder.resolve(OwnNode.ENVELOPES), true)) {
                store.append(List.copyOf(passed.values()));
            }
            try (NodeProcess node = start()) {
                check(node);
                node.kill();
            }
            System.out.printf("seed %d: killed %d times; %d threads wanted, %d confirmed, %d looked at, %d forgotten, %d envelopes passed, %d passphrases%n", seed, times,
                    diary.size(), diary.values().stream().filter(posted -> posted.confirmed).count(), checked, gone.size(), passed.size(), changed);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** With the passphrase that holds; after a change that was cut off either the one before or one of those tried. */
    private NodeProcess start() throws Exception {
        for (String passphrase : List.copyOf(passphrases)) {
            List<String> command = NodeProcess.java(MovedNode.class.getName());
            command.addAll(List.of(folder.toString(), Long.toString(ahead)));
            NodeProcess node = NodeProcess.start(folder, command, passphrase);
            if (node.isUp()) {
                passphrases.clear();
                passphrases.add(passphrase);
                return node.ready();
            }
            assertThat(node.status()).as("it said %s", node.said).isEqualTo(17);
            assertThat(passphrases.size()).as("the passphrase that it confirmed opens it, but it said %s", node.said).isGreaterThan(1);
        }
        throw new AssertionError("none of its passphrases opens it");
    }

    /** Posts, closes and changes the passphrase so many times, and at a moment soon after that the node is killed. */
    private void load(NodeProcess node, Random random, int wanted) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch enough = new CountDownLatch(wanted);
        long moves = random.nextLong();
        if (circle.isEmpty()) {
            circle = node.post("/circles/new", Map.of("name", "Lane", "grace", "1")).text("circle");
            assertThat(circle).hasSize(64);
        }
        Thread loader = Thread.ofPlatform().start(() -> {
            Random any = new Random(moves);
            try {
                while (!over.get()) {
                    move(node, any);
                    enough.countDown();
                }
            } catch (IOException e) {
                // Killed: what was under way was never confirmed.
            }
        });
        assertThat(enough.await(120, TimeUnit.SECONDS)).as("it does what it is asked").isTrue();
        // The rest of the moment is drawn, not awaited: wherever it falls is right.
        Thread.sleep(random.nextInt(40));
        node.kill();
        over.set(true);
        loader.join(60_000);
        assertThat(loader.isAlive()).isFalse();
    }

    private void move(NodeProcess node, Random any) throws IOException {
        int what = any.nextInt(20);
        List<Posted> open = diary.values().stream().filter(posted -> posted.confirmed && !posted.closeWanted && !posted.lastDay.isBefore(today())).toList();
        if (what == 0) {
            String next = "another passphrase " + any.nextInt(1_000_000);
            passphrases.add(next);
            if (node.post("/passphrase", Map.of("passphrase", next, "again", next)).good()) {
                changed++;
                passphrases.clear();
                passphrases.add(next);
            }
        } else if (what < 6 && !open.isEmpty()) {
            Posted posted = open.get(any.nextInt(open.size()));
            posted.closeWanted = true;
            if (node.post(posted.path + "/close", Map.of("ending", "done")).good()) {
                posted.closedAt = now();
            }
        } else {
            String title = "Wanted " + diary.size();
            Posted posted = new Posted("words " + any.nextLong() + " x".repeat(any.nextInt(800)), today().plusDays(1 + any.nextInt(6)));
            diary.put(title, posted);
            NodeProcess.Answer answer = node.post("/c/" + circle + "/post", Map.of("side", "need", "title", title, "text", posted.words,
                    "lastDay", posted.lastDay.toString(), "forWhom", "me", "language", "en", "aside", "behind the " + title));
            if (answer.good()) {
                posted.path = answer.text("path");
                posted.confirmed = true;
            }
        }
    }

    private void check(NodeProcess node) throws IOException {
        if (circle.isEmpty()) {
            return;
        }
        // What the clock showed before the node was asked: a midnight that falls between is the node's.
        LocalDate today = today();
        long now = now();
        Map<String, Json.Obj> shown = new HashMap<>();
        for (Json.Obj card : node.get("/c/" + circle + "?ended=1").list("threads")) {
            shown.put(((Json.Obj) card.get("ask").orElseThrow()).text("title").orElseThrow(), card);
        }
        assertThat(diary.keySet()).as("nothing that nobody wrote").containsAll(shown.keySet());
        for (Map.Entry<String, Posted> one : diary.entrySet()) {
            Posted posted = one.getValue();
            Json.Obj card = shown.get(one.getKey());
            boolean over = posted.lastDay.plusDays(2).isBefore(today) || posted.closedAt < now - 3 * DAY;
            boolean alive = posted.confirmed && !posted.closeWanted && !posted.lastDay.isBefore(today);
            if (card == null) {
                assertThat(alive).as("%s was confirmed, last day %s, today is %s, and it is not there", one.getKey(), posted.lastDay, today).isFalse();
                gone.add(one.getKey());
            } else {
                assertThat(gone).as("forgotten, and there again").doesNotContain(one.getKey());
                assertThat(over).as("%s is over since %s, closed %s, today is %s", one.getKey(), posted.lastDay, posted.closedAt, today).isFalse();
                assertThat(((Json.Obj) card.get("ask").orElseThrow()).text("text")).hasValue(posted.words);
                assertThat(posted.closedAt < now && card.text("stage").orElse("").equals("open")).as("closed, and open again: %s", one.getKey()).isFalse();
                if (checked++ % 7 == 0) {
                    List<Json.Obj> asides = node.get(card.text("path").orElseThrow()).list("aside");
                    assertThat(asides).extracting(aside -> aside.text("text").orElse("")).containsExactly("behind the " + one.getKey());
                }
            }
        }
    }

    /** All that stands in its file now, as somebody would have it who copies it again and again. */
    private void remember() throws IOException {
        Path copy = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-copy"));
        for (String name : List.of(OwnNode.ENVELOPES, OwnNode.ENVELOPES + "-wal")) {
            Files.deleteIfExists(copy.resolve(name));
            if (Files.exists(folder.resolve(name))) {
                Files.copy(folder.resolve(name), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(copy.resolve(OwnNode.ENVELOPES + "-shm"));
        try (SqliteEnvelopes store = SqliteEnvelopes.open(copy.resolve(OwnNode.ENVELOPES), true)) {
            store.each(event -> passed.put(event.id(), event));
        }
    }

    @org.junit.jupiter.api.AfterEach
    void removeTheCopy() throws IOException {
        Path copy = folder.resolveSibling(folder.getFileName() + "-copy");
        if (Files.exists(copy)) {
            try (var files = Files.list(copy)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(copy);
        }
    }
}
