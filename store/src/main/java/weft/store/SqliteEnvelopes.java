package weft.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Checked;
import weft.wire.message.Filter;

/**
 * Events in one SQLite file: write-ahead log, every commit synced, deleted rows overwritten. One connection writes and one
 * reads, so that a long answer does not hold up a write.
 *
 * <pre>
 * event(seq, id, pubkey, created, kind, ends, json)   one row an event; ends = expiration (NIP-40) or null
 * tag(name, value, created, seq)                      one-letter tags of all kinds but envelopes, which bear none
 * </pre>
 */
public final class SqliteEnvelopes implements Envelopes {
    private static final int LARGE_LOG_PAGES = 4_000;

    private final Path file;
    /** Taken before settling, and that before reading. */
    private final Object writing = new Object();
    private final Object reading = new Object();
    private final Object settling = new Object();
    private final Connection writer;
    private final Connection reader;
    private volatile @Nullable Connection settler;

    private SqliteEnvelopes(Path file, Connection writer, Connection reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Opens a store, making the file and its folder where they are missing, and looks it over for damage.
     *
     * @param secureDelete whether deleted rows are overwritten on the medium; false only where nothing is ever forgotten
     * @throws StoreException {@code DAMAGED}, {@code READ_ONLY}, {@code DISK_FULL}, {@code BUSY}, {@code TOO_NEW} or {@code UNREACHABLE}
     */
    public static SqliteEnvelopes open(Path file, boolean secureDelete) {
        SqliteFile.prepare(file);
        Connection writer = null;
        try {
            writer = SqliteFile.connect(file, secureDelete);
            SqliteFile.checkAndMakeTables(file, writer);
            return new SqliteEnvelopes(file, writer, SqliteFile.connect(file, secureDelete));
        } catch (SQLException e) {
            SqliteFile.closeQuietly(writer);
            throw SqliteFile.trouble(file, e);
        } catch (StoreException e) {
            SqliteFile.closeQuietly(writer);
            throw e;
        }
    }

    @Override
    public boolean append(List<Event> events) {
        if (events.isEmpty()) {
            return false;
        }
        synchronized (writing) {
            return SqliteFile.inTransaction(file, writer, () -> insert(events)) > 0;
        }
    }

    private int insert(List<Event> events) throws SQLException {
        int added = 0;
        try (PreparedStatement event = writer.prepareStatement(
                        "INSERT INTO event(id, pubkey, created, kind, ends, json) VALUES(?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING RETURNING seq");
                PreparedStatement tag = writer.prepareStatement("INSERT OR IGNORE INTO tag(name, value, created, seq) VALUES(?,?,?,?)")) {
            for (Event each : events) {
                event.setBytes(1, each.id().toArray());
                event.setBytes(2, each.publicKey().toArray());
                event.setLong(3, each.createdAt());
                event.setInt(4, each.kind());
                event.setObject(5, each.expiration().orElse(null));
                event.setString(6, each.json());
                try (ResultSet made = event.executeQuery()) {
                    if (made.next()) {
                        added++;
                        insertTags(tag, each, made.getLong(1));
                    }
                }
            }
        }
        return added;
    }

    private static void insertTags(PreparedStatement statement, Event event, long seq) throws SQLException {
        if (event.kind() == Envelope.KIND) {
            return;
        }
        for (Tag tag : event.tags()) {
            if (tag.name().length() == 1 && tag.values().size() > 1) {
                statement.setString(1, tag.name());
                statement.setString(2, tag.value());
                statement.setLong(3, event.createdAt());
                statement.setLong(4, seq);
                statement.executeUpdate();
            }
        }
    }

    @Override
    public void each(Consumer<Event> consumer) {
        read("SELECT json FROM event ORDER BY seq", List.of(), row -> consumer.accept(event(row.getString(1))));
    }

    @Override
    public void eachStamp(Consumer<Stamp> consumer) {
        read("SELECT id, pubkey, kind, created FROM event INDEXED BY event_author", List.of(), row -> consumer.accept(stamp(row)));
    }

    @Override
    public List<Stamp> stamps(Filter filter, int most) {
        SqliteQuery query = SqliteQuery.of("id, pubkey, kind, created", filter, Optional.empty(), Math.min(most, filter.limit().orElse(Integer.MAX_VALUE)));
        List<Stamp> found = new ArrayList<>();
        read(query.sql(), query.values(), row -> found.add(stamp(row)));
        return found;
    }

    @Override
    public List<Stamp> endedBefore(long unixSeconds) {
        List<Stamp> found = new ArrayList<>();
        read("SELECT id, pubkey, kind, created FROM event WHERE ends <= ?", List.of(unixSeconds), row -> found.add(stamp(row)));
        return found;
    }

    private static Stamp stamp(ResultSet row) throws SQLException {
        return new Stamp(Bytes.wrap(row.getBytes(1)), Bytes.wrap(row.getBytes(2)), row.getInt(3), row.getLong(4));
    }

    @Override
    public Optional<Event> find(Bytes id) {
        List<Event> found = new ArrayList<>(1);
        read("SELECT json FROM event WHERE id = ?", List.of(id.toArray()), row -> found.add(event(row.getString(1))));
        return found.stream().findFirst();
    }

    @Override
    public List<Event> query(Filter filter, Optional<Place> after, int most) {
        SqliteQuery query = SqliteQuery.of("json", filter, after, Math.min(most, filter.limit().orElse(Integer.MAX_VALUE)));
        List<Event> found = new ArrayList<>();
        read(query.sql(), query.values(), row -> found.add(event(row.getString(1))));
        return found;
    }

    @Override
    public int remove(Collection<Bytes> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        synchronized (writing) {
            int removed = SqliteFile.inTransaction(file, writer, () -> delete(ids));
            emptyLog(removed);
            return removed;
        }
    }

    @Override
    public boolean exchange(List<Event> stored, Collection<Bytes> deleted) {
        if (deleted.isEmpty()) {
            return append(stored);
        }
        synchronized (writing) {
            int[] removed = new int[1];
            int added = SqliteFile.inTransaction(file, writer, () -> {
                int fresh = insert(stored);
                removed[0] = delete(deleted);
                return fresh;
            });
            emptyLog(removed[0]);
            return added > 0;
        }
    }

    private int delete(Collection<Bytes> ids) throws SQLException {
        int count = 0;
        try (PreparedStatement statement = writer.prepareStatement("DELETE FROM event WHERE id = ?")) {
            for (Bytes id : ids) {
                statement.setBytes(1, id.toArray());
                count += statement.executeUpdate();
            }
        }
        return count;
    }

    @Override
    public int removeEndedBefore(long unixSeconds) {
        synchronized (writing) {
            int removed = SqliteFile.inTransaction(file, writer, () -> {
                try (PreparedStatement statement = writer.prepareStatement("DELETE FROM event WHERE ends <= ?")) {
                    statement.setLong(1, unixSeconds);
                    return statement.executeUpdate();
                }
            });
            emptyLog(removed);
            return removed;
        }
    }

    /** What was deleted may still stand in the write-ahead log: its pages go into the file and the log is cut to nothing. */
    private void emptyLog(int removed) {
        if (removed > 0) {
            synchronized (settling) {
                synchronized (reading) {
                    SqliteFile.run(file, writer, "PRAGMA wal_checkpoint(TRUNCATE)");
                }
            }
        }
    }

    /** The log's pages go into the file on a connection of their own, which holds up no append; appends do it only where the log has grown to 16 MB. */
    @Override
    public void settle() {
        if (settler == null) {
            synchronized (writing) {
                beginSettling();
            }
        }
        synchronized (settling) {
            SqliteFile.run(file, java.util.Objects.requireNonNull(settler), "PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    private void beginSettling() {
        if (settler == null) {
            SqliteFile.run(file, writer, "PRAGMA wal_autocheckpoint = " + LARGE_LOG_PAGES);
            try {
                settler = SqliteFile.connect(file, true);
            } catch (SQLException e) {
                throw SqliteFile.trouble(file, e);
            }
        }
    }

    /** Lets the file grow to so many pages of 4,096 bytes, as a quota would; further writes fail with {@code DISK_FULL}. */
    void limitPages(int pages) {
        synchronized (writing) {
            SqliteFile.run(file, writer, "PRAGMA max_page_count = " + pages);
        }
    }

    @Override
    public long count() {
        long[] count = new long[1];
        read("SELECT count(*) FROM event", List.of(), row -> count[0] = row.getLong(1));
        return count[0];
    }

    @Override
    public Map<Bytes, Long> bytesByKey() {
        Map<Bytes, Long> bytes = new HashMap<>();
        read("SELECT pubkey, sum(length(json)) FROM event GROUP BY pubkey", List.of(),
                row -> bytes.put(Bytes.wrap(row.getBytes(1)), row.getLong(2)));
        return bytes;
    }

    private void read(String sql, List<Object> values, SqliteFile.Row row) {
        synchronized (reading) {
            try (PreparedStatement statement = reader.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        row.take(rows);
                    }
                }
            } catch (SQLException e) {
                throw SqliteFile.trouble(file, e);
            }
        }
    }

    private Event event(String json) {
        return switch (Event.read(json)) {
            case Checked.Good<Event>(Event event) -> event;
            case Checked.Bad<Event>(var fault, String detail) -> throw SqliteFile.damaged(file, fault.code() + ": " + detail);
        };
    }

    @Override
    public void close() {
        synchronized (writing) {
            synchronized (settling) {
                synchronized (reading) {
                    SqliteFile.closeQuietly(settler);
                    SqliteFile.closeQuietly(reader);
                    SqliteFile.closeQuietly(writer);
                }
            }
        }
    }
}
