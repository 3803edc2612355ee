package weft.sim.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import weft.core.key.CircleKeys;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BoardQuery;
import weft.core.view.Ref;
import weft.core.view.ThreadCard;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/**
 * Looks for a ledger: whether anything that is stored, sent or shown can be grouped so that a group is a person.
 *
 * <pre>
 * records    every record type of the program: none puts a number beside a person
 * tables     every column of every table, grouped by its values over a lived circle: no group is one person's threads
 * entries    every value in every opened entry, likewise
 * views      every value in every view record that pages and JSON are made of, likewise, for a member who knows nobody
 * </pre>
 */
final class LedgerDrill {
    private static final Set<String> PERSON = Set.of("voice", "person", "member", "by", "author", "neighbour", "acquaintance", "name");
    private static final Set<String> MOMENT_OR_PLACE = Set.of("writtenat", "createdat", "at", "since", "until", "from", "lastday", "day", "slot", "revision",
            "kind", "generation", "now", "first", "second", "validuntil", "index", "due", "count", "step");

    private final Map<Bytes, Integer> owners = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int looked;

    private LedgerDrill() {}

    static int run(List<String> args, PrintStream out) {
        Drills.known(args, "--fault");
        LedgerDrill drill = new LedgerDrill();
        int records = drill.records();
        try (SimWorld world = new SimWorld("ledger", 2)) {
            drill.live(world, out, Drills.word(args, "--fault"));
        }
        out.println(records + " record types; " + drill.looked + " groupings tried over tables, entries and views; queries that give a total per person: "
                + drill.faults.size());
        drill.faults.forEach(fault -> out.println("  " + fault));
        return drill.faults.isEmpty() && records > 0 ? 0 : 1;
    }

    /** All records on the class path whose package begins with weft. */
    private int records() {
        int found = 0;
        for (String entry : System.getProperty("java.class.path", "").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            try {
                if (Files.isDirectory(path)) {
                    found += records(path);
                } else if (path.getFileName().toString().startsWith("weft-") && Files.exists(path)) {
                    try (FileSystem jar = FileSystems.newFileSystem(path)) {
                        found += records(jar.getPath("/"));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private int records(Path root) throws IOException {
        int found = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.').replaceAll("\\.class$", "");
            if (name.startsWith("weft.") && !name.contains("house.planted") && !name.startsWith("weft.sim") && !name.startsWith("weft.bench")) {
                found += record(name) ? 1 : 0;
            }
        }
        return found;
    }

    private boolean record(String name) {
        Class<?> type;
        try {
            type = Class.forName(name, false, LedgerDrill.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
        if (!type.isRecord()) {
            return false;
        }
        boolean person = false;
        boolean number = false;
        for (RecordComponent part : type.getRecordComponents()) {
            boolean figure = part.getType().isPrimitive() && part.getType() != boolean.class || Number.class.isAssignableFrom(part.getType());
            String called = part.getName().toLowerCase(Locale.ROOT);
            person |= !figure && PERSON.contains(called) && !called.equals("name");
            number |= figure && !MOMENT_OR_PLACE.contains(called);
        }
        if (person && number) {
            faults.add("record " + name + " puts a number beside a person");
        }
        return true;
    }

    private void live(SimWorld world, PrintStream out, String fault) {
        SimNode first = world.node("node-0");
        Bytes circle = world.circle(first, "circle");
        List<SimNode> nodes = new ArrayList<>(List.of(first));
        for (int i = 1; i < 5; i++) {
            SimNode node = world.node("node-" + i);
            world.join(nodes.get(i / 2), circle, node);
            nodes.add(node);
        }
        nodes.forEach(node -> node.wish(new Command.TellNames(circle, false)));
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < nodes.size() - 1; i++) {
                weft.core.entry.Ask ask = new weft.core.entry.Ask(weft.core.entry.Side.NEED, "need " + round, "", "food", java.util.Optional.empty(),
                        java.util.Optional.empty(), java.util.Optional.empty(), List.of("en"), false, List.of());
                Ref ref = ((Outcome.DoneThread) nodes.get(i).wish(new Command.Post(circle, ask, world.today().plus(6), "here"))).ref();
                owners.put(ref.root(), i);
                nodes.get((i + 1) % 4).wish(new Command.Answer(ref, "I can"));
            }
            world.pass(3600);
        }
        entries(world, circle, first, fault);
        tables(world);
        views(nodes.getLast().views(), circle);
        out.println("lived: " + nodes.size() + " people, " + owners.size() + " threads, " + world.recorded.size() + " envelopes");
    }

    /** Values by which threads fall into groups; a group of two or more that is all of one person's and nobody else's is a ledger. */
    private void group(String where, Map<String, Set<Bytes>> byValue) {
        looked++;
        for (Map.Entry<String, Set<Bytes>> value : byValue.entrySet()) {
            Set<Integer> people = new HashSet<>();
            value.getValue().forEach(root -> people.add(owners.getOrDefault(root, -1)));
            if (value.getValue().size() >= 2 && people.size() == 1) {
                faults.add(where + ": the value " + value.getKey().substring(0, Math.min(16, value.getKey().length())) + " stands in " + value.getValue().size()
                        + " threads of one person and of nobody else");
            }
        }
    }

    private void entries(SimWorld world, Bytes circle, SimNode first, String fault) {
        CircleKeys keys = SeizedVault.of(first.memory()).stream().filter(each -> each.address().equals(circle)).findFirst().orElseThrow();
        Map<String, Map<String, Set<Bytes>>> byPath = new TreeMap<>();
        Map<Integer, Bytes> reused = new HashMap<>();
        for (Event event : world.recorded.values()) {
            if (!(Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope))
                    || !(keys.open(envelope) instanceof Checked.Good<CircleKeys.Opened>(CircleKeys.Opened opened))) {
                continue;
            }
            Event inner = Event.read(opened.json()).orThrow();
            Bytes root = inner.tags().stream().map(tag -> tag.values()).filter(tag -> tag.getFirst().equals("e"))
                    .findFirst().map(tag -> Bytes.hex(tag.get(1))).orElse(inner.id());
            Integer owner = owners.get(root);
            String voice = inner.publicKey().hex();
            if (fault.equals("reuse") && owner != null) {
                voice = reused.computeIfAbsent(owner, ignored -> inner.publicKey()).hex();
            }
            if (owner != null) {
                put(byPath, "entry.pubkey", voice, root);
                flatten(byPath, "entry", Json.read(opened.json()).orThrow(), root);
                put(byPath, "envelope.pubkey", event.publicKey().hex(), root);
                put(byPath, "envelope.created_at", Long.toString(event.createdAt()), root);
            }
        }
        keys.close();
        // A moment is shared by whoever wrote in that hour; in so small a world an hour may be one person's.
        byPath.keySet().removeIf(path -> path.endsWith("created_at"));
        byPath.forEach(this::group);
    }

    private static void put(Map<String, Map<String, Set<Bytes>>> byPath, String path, String value, Bytes root) {
        byPath.computeIfAbsent(path, ignored -> new TreeMap<>()).computeIfAbsent(value, ignored -> new TreeSet<>()).add(root);
    }

    private static void flatten(Map<String, Map<String, Set<Bytes>>> byPath, String path, Json json, Bytes root) {
        switch (json) {
            case Json.Obj(Map<String, Json> members) -> members.forEach((name, value) -> flatten(byPath, path + "." + name, value, root));
            case Json.Arr(List<Json> items) -> items.forEach(item -> flatten(byPath, path + "[]", item, root));
            case Json.Text(String value) -> put(byPath, path, value, root);
            case Json.Num(String literal) -> put(byPath, path, literal, root);
            case Json.Bool(boolean value) -> put(byPath, path, Boolean.toString(value), root);
            case Json.Null ignored -> { }
        }
    }

    /** Every column of every table of every database, and how many rows each of its values has: none may be a voice. */
    private void tables(SimWorld world) {
        Set<String> people = new HashSet<>();
        owners.keySet().forEach(root -> people.add(root.hex()));
        try (Stream<Path> files = Files.walk(world.folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".db")).toList()) {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                    columns(connection, file, people);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("can't read a database of the drill: " + e.getMessage(), e);
        }
    }

    private void columns(Connection connection, Path file, Set<String> people) throws SQLException {
        List<String> queries = new ArrayList<>();
        try (ResultSet tables = connection.getMetaData().getColumns(null, null, "%", "%")) {
            while (tables.next()) {
                if (!tables.getString("TABLE_NAME").startsWith("sqlite_")) {
                    queries.add("SELECT \"" + tables.getString("COLUMN_NAME") + "\", COUNT(*) FROM \"" + tables.getString("TABLE_NAME") + "\" GROUP BY 1");
                }
            }
        }
        for (String query : queries) {
            looked++;
            try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    byte[] value = rows.getBytes(1);
                    if (value != null && value.length == 32 && people.contains(Bytes.of(value).hex())) {
                        faults.add(file.getFileName() + ": " + query + " groups by what is inside an envelope");
                    }
                }
            }
        }
    }

    private void views(Views views, Bytes circle) {
        Map<String, Map<String, Set<Bytes>>> byPath = new TreeMap<>();
        for (ThreadCard card : views.board(BoardQuery.all(circle)).orElseThrow().threads()) {
            flatten(byPath, "card", card, card.ref().root());
            views.thread(card.ref()).ifPresent(thread -> flatten(byPath, "thread", thread, card.ref().root()));
        }
        byPath.keySet().removeIf(path -> path.endsWith("writtenAt"));
        byPath.forEach(this::group);
    }

    /** A name of two words is one value. */
    private static void flatten(Map<String, Map<String, Set<Bytes>>> byPath, String path, Object value, Bytes root) {
        if (value instanceof weft.core.view.Name name) {
            put(byPath, path, name.toString(), root);
        } else if (value instanceof Record record) {
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                try {
                    flatten(byPath, path + "." + part.getName(), part.getAccessor().invoke(record), root);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("can't look into " + record.getClass(), e);
                }
            }
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> flatten(byPath, path + "[]", item, root));
        } else if (value instanceof java.util.Optional<?> maybe) {
            maybe.ifPresent(one -> flatten(byPath, path, one, root));
        } else {
            put(byPath, path, String.valueOf(value), root);
        }
    }
}
