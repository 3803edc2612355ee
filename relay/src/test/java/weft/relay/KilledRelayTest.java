package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/**
 * The relay's own process, ended with no warning (kill -9) at any moment while envelopes are published, notes deleted and profiles replaced. After each
 * start: what it had confirmed is there as it was, what a confirmed deletion named is not and can't be brought back, and of what replaces one another
 * nothing older than what was confirmed.
 */
class KilledRelayTest {
    private static final int PAGE = 5_000;
    private static final int MOST_UNDER_WAY = 40;

    @TempDir
    Path folder;

    /** Of these only the last is written to; the others are looked at now and then. */
    private final List<Voice> circles = new ArrayList<>(List.of(new Voice(40)));
    private final Voice author = new Voice(41);
    /** All that was ever said, by id. */
    private final Map<Bytes, Event> said = new HashMap<>();
    /** What was confirmed, deletions and what replaces among it. */
    private final Set<Bytes> confirmed = Collections.synchronizedSet(new HashSet<>());
    private final List<Event> notes = new ArrayList<>();
    private final Map<Bytes, Bytes> deletions = new HashMap<>();
    private int number;

    @org.junit.jupiter.api.Tag("slow")
    @Test
    void killedFourTimesItHasAllThatItConfirmed() throws Exception {
        kills(1, 4);
    }

    @org.junit.jupiter.api.Tag("long")
    @Test
    void killedTwoHundredTimesItHasAllThatItConfirmed() throws Exception {
        kills(Long.getLong("weft.seed", 2), 200);
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private void kills(long seed, int times) throws Exception {
        Random random = new Random(seed);
        try {
            for (int kill = 0; kill <= times; kill++) {
                try (RelayProcess relay = RelayProcess.start("--config", settings().toString(), "--data", folder.resolve("data").toString())) {
                    URI address = relay.address();
                    boolean all = kill == times || kill % 20 == 19;
                    check(address, kill, all ? circles : List.of(circles.getLast()));
                    if (all) {
                        circles.add(new Voice(40 + kill));
                    }
                    if (kill < times) {
                        load(relay, address, random, 20 + random.nextInt(kill % 10 == 0 ? 200 : 60));
                    }
                }
            }
            System.out.printf("seed %d: killed %d times; %d events said, %d confirmed, %d deletions%n", seed, times, said.size(), confirmed.size(),
                    deletions.keySet().stream().filter(confirmed::contains).count());
            assertThat(confirmed.stream().map(said::get).map(Event::kind).distinct()).as("some of each kind were confirmed").hasSize(4);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private Path settings() throws Exception {
        return java.nio.file.Files.writeString(folder.resolve("relay.conf"), "port = 0\nevents-a-minute = 1000000\n");
    }

    /** Says much on one connection until so much of it is confirmed, and at a moment soon after that the relay is killed. */
    private void load(RelayProcess relay, URI address, Random random, int wanted) throws Exception {
        Client client = new Client(address);
        Random any = new Random(random.nextLong());
        CountDownLatch enough = new CountDownLatch(wanted);
        Semaphore underWay = new Semaphore(MOST_UNDER_WAY);
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                while (relay.process.isAlive()) {
                    underWay.acquireUninterruptibly();
                    client.say(new ClientMessage.Publish(next(any)));
                }
            } catch (RuntimeException e) {
                // Killed: what was under way was never confirmed.
            }
        });
        Thread reader = Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    RelayMessage.Ok ok = client.await(RelayMessage.Ok.class, each -> true);
                    underWay.release();
                    if (ok.accepted()) {
                        confirmed.add(ok.id());
                        enough.countDown();
                    }
                }
            } catch (AssertionError e) {
                // Closed: whoever waits to say more hears that at once.
                underWay.release(MOST_UNDER_WAY);
            }
        });
        assertThat(enough.await(120, TimeUnit.SECONDS)).as("it takes what is said").isTrue();
        // The rest of the moment is drawn, not awaited: wherever it falls is right.
        Thread.sleep(random.nextInt(30));
        relay.process.destroyForcibly().waitFor();
        writer.join(60_000);
        reader.join(60_000);
        assertThat(writer.isAlive() || reader.isAlive()).isFalse();
        client.close();
    }

    private Event next(Random any) {
        number++;
        Event event = switch (any.nextInt(10)) {
            case 0 -> author.sign(now() - 100_000 + number, 0, "{\"name\":\"" + number + "\"}");
            case 1, 2 -> author.sign(now(), 1, "note " + number);
            case 3 -> deletion(any);
            default -> circles.getLast().envelope(now(), weft.wire.event.Day.at(now()).plus(3), number, 1 + any.nextInt(4));
        };
        said.put(event.id(), event);
        if (event.kind() == 1) {
            notes.add(event);
        }
        return event;
    }

    private Event deletion(Random any) {
        if (notes.isEmpty()) {
            return circles.getLast().envelope(now(), number);
        }
        Event note = notes.remove(any.nextInt(notes.size()));
        Event deletion = author.sign(now(), 5, "", Tag.of("e", note.id().hex()));
        deletions.put(deletion.id(), note.id());
        return deletion;
    }

    private void check(URI address, int kill, List<Voice> looked) {
        try (Client client = new Client(address)) {
            Set<Bytes> here = new HashSet<>();
            List<Event> profiles = new ArrayList<>();
            Set<Bytes> authors = new HashSet<>(Set.of(author.publicKey));
            looked.forEach(voice -> authors.add(voice.publicKey));
            for (Bytes key : authors) {
                for (Event event : all(client, key)) {
                    assertThat(said).as("nothing that nobody said").containsKey(event.id());
                    assertThat(event).as("as it was said").isEqualTo(said.get(event.id()));
                    here.add(event.id());
                    if (event.kind() == 0) {
                        profiles.add(event);
                    }
                }
            }
            // As a client does that heard nothing: it says the same again.
            deletions.forEach((deletion, note) -> {
                if (!confirmed.contains(deletion)) {
                    assertThat(client.publish(said.get(deletion)).accepted()).isTrue();
                    confirmed.add(deletion);
                    assertThat(client.ids("again", Filter.withIds(List.of(note)))).as("deleted at the second try").isEmpty();
                    here.remove(note);
                    here.add(deletion);
                }
            });
            Set<Bytes> dead = new HashSet<>();
            Set<Bytes> perhapsDead = new HashSet<>(deletions.values());
            deletions.forEach((deletion, note) -> {
                if (confirmed.contains(deletion)) {
                    dead.add(note);
                }
            });
            assertThat(dead.stream().filter(here::contains)).as("deleted, and there again").isEmpty();
            Set<Bytes> owed = new HashSet<>(confirmed);
            owed.removeAll(perhapsDead);
            owed.removeIf(id -> said.get(id).kind() == 0 || !authors.contains(said.get(id).publicKey()));
            assertThat(here).as("confirmed before kill %d", kill).containsAll(owed);
            assertThat(profiles).as("one stands for all").hasSizeLessThanOrEqualTo(1);
            confirmed.stream().map(said::get).filter(event -> event.kind() == 0).mapToLong(Event::createdAt).max()
                    .ifPresent(newest -> assertThat(profiles.getFirst().createdAt()).isGreaterThanOrEqualTo(newest));
            dead.stream().limit(5).forEach(note -> assertThat(client.publish(said.get(note)).accepted()).as("brought back").isFalse());
        }
    }

    /** Page by page, as a client reads what is more than one answer may hold; fewer than a page were ever said in one second. */
    private static List<Event> all(Client client, Bytes key) {
        Map<Bytes, Event> found = new HashMap<>();
        Optional<Long> until = Optional.empty();
        while (true) {
            List<Event> page = client.stored("all", Filter.by(List.of(key), List.of()).page(until, PAGE));
            page.forEach(event -> found.put(event.id(), event));
            if (page.size() < PAGE) {
                return List.copyOf(found.values());
            }
            until = Optional.of(page.getLast().createdAt());
        }
    }
}
