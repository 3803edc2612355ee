package weft.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What has to be said to SQLite, and what its answers mean. */
final class SqliteFile {
    /** Written into the file's header: "Weft". */
    private static final int APPLICATION = 0x57656674;
    private static final int VERSION = 1;
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE event(
              seq INTEGER PRIMARY KEY, id BLOB NOT NULL, pubkey BLOB NOT NULL, created INTEGER NOT NULL,
              kind INTEGER NOT NULL, ends INTEGER, json TEXT NOT NULL) STRICT""",
            "CREATE UNIQUE INDEX event_id ON event(id)",
            "CREATE INDEX event_author ON event(pubkey, created DESC, id, kind)",
            "CREATE INDEX event_kind ON event(kind, created DESC, id)",
            "CREATE INDEX event_time ON event(created DESC, id)",
            "CREATE INDEX event_ends ON event(ends) WHERE ends IS NOT NULL",
            """
            CREATE TABLE tag(
              name TEXT NOT NULL, value TEXT NOT NULL, created INTEGER NOT NULL,
              seq INTEGER NOT NULL REFERENCES event(seq) ON DELETE CASCADE,
              PRIMARY KEY(name, value, created, seq)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX tag_event ON tag(seq)");

    private SqliteFile() {}

    /** Takes one row. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    /** Work that is done whole or not at all. */
    interface Work {
        int run() throws SQLException;
    }

    /** Makes the folder and an empty file that only its owner can read; SQLite gives its log the same rights. */
    static void prepare(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new StoreException(StoreException.Code.UNREACHABLE, file + " is not a file. Choose a folder with --data.");
        }
        FolderDisk.makeFolder(folder);
        if (Files.exists(file)) {
            if (!Files.isWritable(file) || !Files.isWritable(folder)) {
                throw new StoreException(StoreException.Code.READ_ONLY,
                        "No right to write " + file + ". Give this user the right, or choose another folder with --data.");
            }
            return;
        }
        try {
            Files.createFile(file, FolderDisk.ownerOnly(folder));
        } catch (IOException e) {
            throw FolderDisk.trouble(file, e);
        }
    }

    static Connection connect(Path file, boolean secureDelete) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, secureDelete ? "true" : "false");
        config.enforceForeignKeys(true);
        config.setBusyTimeout(5_000);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    static void checkAndMakeTables(Path file, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int application = number(statement, "PRAGMA application_id");
            int version = number(statement, "PRAGMA user_version");
            if (application == 0 && number(statement, "SELECT count(*) FROM sqlite_master") == 0) {
                inTransaction(file, connection, () -> {
                    for (String table : TABLES) {
                        statement.execute(table);
                    }
                    statement.execute("PRAGMA application_id = " + APPLICATION);
                    statement.execute("PRAGMA user_version = " + VERSION);
                    return 0;
                });
                return;
            }
            if (application != APPLICATION) {
                throw damaged(file, "not a store of Weft");
            }
            if (version > VERSION) {
                throw new StoreException(StoreException.Code.TOO_NEW,
                        file + " was written by a newer Weft. Start that one, or choose another folder with --data.");
            }
            try (ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
                String answer = result.next() ? result.getString(1) : "no answer";
                if (!answer.equals("ok")) {
                    throw damaged(file, answer);
                }
            }
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    static int inTransaction(Path file, Connection connection, Work work) {
        try {
            connection.setAutoCommit(false);
            try {
                int result = work.run();
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    static void run(Path file, Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw trouble(file, e);
        }
    }

    static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException ignored) {
            // All that was promised is committed already.
        }
    }

    static StoreException damaged(Path file, String detail) {
        return new StoreException(StoreException.Code.DAMAGED,
                file + " is damaged (" + detail + "). Move it away; what is still alive comes back from the circle's relays and members.");
    }

    static StoreException trouble(Path file, SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException own ? own.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
            case SQLITE_FULL -> new StoreException(StoreException.Code.DISK_FULL,
                    "The disk is full, " + file + " could not be written. Make room, then try again.", e);
            case SQLITE_READONLY, SQLITE_PERM -> new StoreException(StoreException.Code.READ_ONLY,
                    "No right to write " + file + ". Give this user the right, or choose another folder with --data.", e);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> damaged(file, code.name());
            case SQLITE_BUSY, SQLITE_LOCKED -> new StoreException(StoreException.Code.BUSY,
                    "Another program holds " + file + ". Stop it, then try again.", e);
            default -> new StoreException(StoreException.Code.UNREACHABLE, "Can't use " + file + " (" + code.name() + "). Is the disk still there?", e);
        };
    }
}
