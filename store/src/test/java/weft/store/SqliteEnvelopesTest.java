package weft.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.message.Filter;

class SqliteEnvelopesTest {
    private static final Primitives P = new JdkPrimitives();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("envelopes.db");
    }

    private static Bytes hash(String text) {
        return P.sha256(Bytes.utf8(text));
    }

    /** An event whose signature nobody looks at: the store is given verified ones. */
    private static Event event(int number, String author, long createdAt, int kind, String content, Tag... tags) {
        return new Event(hash("id " + number), hash(author), createdAt, kind, List.of(tags), content, hash("s").then(hash("s")));
    }

    private static Event envelope(int number, long ends) {
        return event(number, "circle", 3_600L * number, 9338, "content-of-" + number + "-" + hash("c" + number).hex(),
                Tag.of("expiration", Long.toString(ends)));
    }

    @Test
    void storesOnceAndGivesBackAfterReopening() {
        Event one = envelope(1, 10_000);
        Event two = envelope(2, 20_000);
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true)) {
            assertThat(store.append(List.of(one, two, one))).isTrue();
            assertThat(store.append(List.of(two))).isFalse();
            assertThat(store.append(List.of())).isFalse();
            assertThat(store.count()).isEqualTo(2);
        }
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true)) {
            List<Event> all = new ArrayList<>();
            store.each(all::add);
            assertThat(all).containsExactly(one, two);
            assertThat(store.find(one.id())).contains(one);
            assertThat(store.find(hash("none"))).isEmpty();
            List<Envelopes.Stamp> stamps = new ArrayList<>();
            store.eachStamp(stamps::add);
            assertThat(stamps).containsExactlyInAnyOrder(
                    new Envelopes.Stamp(one.id(), one.publicKey(), 9338, 3_600), new Envelopes.Stamp(two.id(), two.publicKey(), 9338, 7_200));
            assertThat(store.bytesByKey()).isEqualTo(Map.of(one.publicKey(), (long) one.json().length() + two.json().length()));
        }
    }

    @Test
    void deletedContentIsNowhereOnTheDisk() throws Exception {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            events.add(envelope(i, 1_000_000 + i % 4));
        }
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true)) {
            store.append(events);
            assertThat(onDisk("content-of-8-")).isTrue();
            assertThat(store.removeEndedBefore(1_000_001)).isEqualTo(200);
            assertThat(store.remove(List.of(events.get(2).id(), hash("none")))).isEqualTo(1);
            assertThat(onDisk("content-of-8-")).as("over").isFalse();
            assertThat(onDisk("content-of-9-")).as("over at that second").isFalse();
            assertThat(onDisk("content-of-2-")).as("removed").isFalse();
            assertThat(onDisk("content-of-6-")).as("alive").isTrue();
            assertThat(store.count()).isEqualTo(199);
        }
    }

    private boolean onDisk(String text) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void answersAsAPlainListWould() {
        Random random = new Random(7);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            List<Tag> tags = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                tags.add(Tag.of(List.of("p", "d", "e").get(random.nextInt(3)), "v" + random.nextInt(5), "more"));
            }
            int kind = List.of(1, 1059, 30402, 9338).get(random.nextInt(4));
            events.add(event(i, "author " + random.nextInt(4), 100 + random.nextInt(40), kind, "", kind == 9338 ? new Tag[0] : tags.toArray(new Tag[0])));
        }
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true)) {
            store.append(events);
            for (int i = 0; i < 400; i++) {
                Filter filter = randomFilter(random, events);
                int most = 1 + random.nextInt(100);
                List<Event> expected = events.stream().filter(filter::matches)
                        .sorted(Comparator.comparingLong(Event::createdAt).reversed().thenComparing(Event::id))
                        .limit(Math.min(most, filter.limit().orElse(1_000))).toList();
                assertThat(store.query(filter, most)).as("query %s: %s", i, filter).isEqualTo(expected);
                assertThat(paged(store, filter)).as("pages %s: %s", i, filter).hasSize((int) events.stream().filter(filter::matches).count());
            }
        }
    }

    private static List<Event> paged(Envelopes store, Filter filter) {
        Filter open = new Filter(filter.ids(), filter.authors(), filter.kinds(), filter.tags(), filter.since(), filter.until(), Optional.empty());
        List<Event> all = new ArrayList<>();
        Optional<Envelopes.Place> after = Optional.empty();
        while (true) {
            List<Event> page = store.query(open, after, 37);
            all.addAll(page);
            if (page.size() < 37) {
                assertThat(all).doesNotHaveDuplicates();
                return all;
            }
            after = Optional.of(Envelopes.Place.of(page.getLast()));
        }
    }

    private static Filter randomFilter(Random random, List<Event> events) {
        List<Bytes> ids = random.nextInt(4) > 0 ? List.of() : List.of(events.get(random.nextInt(600)).id(), events.get(random.nextInt(600)).id(), hash("no"));
        List<Bytes> authors = random.nextBoolean() ? List.of() : List.of(hash("author " + random.nextInt(4)), hash("author " + random.nextInt(5)));
        List<Integer> kinds = random.nextBoolean() ? List.of() : List.of(1059, List.of(1, 30402, 9338).get(random.nextInt(3)));
        Map<String, List<String>> tags = new HashMap<>();
        if (random.nextInt(3) == 0) {
            tags.put("p", List.of("v1", "v" + random.nextInt(6)));
        }
        if (random.nextInt(5) == 0) {
            tags.put("d", List.of("v2"));
        }
        Optional<Long> since = random.nextInt(3) > 0 ? Optional.empty() : Optional.of(100L + random.nextInt(40));
        Optional<Long> until = random.nextInt(3) > 0 ? Optional.empty() : Optional.of(100L + random.nextInt(40));
        return new Filter(ids, authors, kinds, tags, since, until, random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(50)));
    }

    private static StoreException.Code codeOf(Runnable work) {
        try {
            work.run();
        } catch (StoreException e) {
            assertThat(e.getMessage()).matches("(?s)[A-Z/].*[.?]");
            return e.code();
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void damageIsFoundAtOpening() throws Exception {
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true)) {
            List<Event> many = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                many.add(envelope(i, 100));
            }
            store.append(many);
        }
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            for (long at = 4096 * 3; at < raw.length(); at += 4096) {
                raw.seek(at);
                raw.write(new byte[64]);
            }
        }
        assertThat(codeOf(() -> SqliteEnvelopes.open(file(), true))).isEqualTo(StoreException.Code.DAMAGED);
        Files.writeString(file(), "this is a letter, not a store".repeat(300));
        assertThat(codeOf(() -> SqliteEnvelopes.open(file(), true))).isEqualTo(StoreException.Code.DAMAGED);
    }

    @Test
    void aForeignOrNewerFileIsLeftAlone() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE recipes(name TEXT)");
        }
        byte[] before = Files.readAllBytes(file());
        assertThat(codeOf(() -> SqliteEnvelopes.open(file(), true))).isEqualTo(StoreException.Code.DAMAGED);
        assertThat(Files.readAllBytes(file())).hasSameSizeAs(before);
        Path newer = folder.resolve("newer.db");
        SqliteEnvelopes.open(newer, true).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + newer); Statement statement = other.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThat(codeOf(() -> SqliteEnvelopes.open(newer, true))).isEqualTo(StoreException.Code.TOO_NEW);
    }

    @Test
    void aFullDiskKeepsNothingOfTheBatchAndAllBeforeIt() throws Exception {
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true)) {
            store.append(List.of(envelope(1, 100)));
            store.limitPages(30);
            List<Event> many = new ArrayList<>();
            for (int i = 2; i < 1_000; i++) {
                many.add(envelope(i, 100));
            }
            assertThat(codeOf(() -> store.append(many))).isEqualTo(StoreException.Code.DISK_FULL);
            assertThat(store.count()).isEqualTo(1);
            store.limitPages(1_000_000);
            assertThat(store.append(many)).isTrue();
        }
    }

    @Test
    void anotherProgramThatHoldsTheFileIsNamed() throws Exception {
        try (SqliteEnvelopes store = SqliteEnvelopes.open(file(), true);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file()); Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(codeOf(() -> store.append(List.of(envelope(1, 100))))).isEqualTo(StoreException.Code.BUSY);
            statement.execute("ROLLBACK");
            assertThat(store.append(List.of(envelope(1, 100)))).isTrue();
        }
    }

    @Test
    void oneFolderServesOneProcess() {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            assertThat(codeOf(() -> FolderLock.take(folder))).isEqualTo(StoreException.Code.BUSY);
        }
        FolderLock.take(folder).close();
        assertThatThrownBy(() -> SqliteEnvelopes.open(Path.of("/"), true)).isInstanceOf(StoreException.class);
    }
}
