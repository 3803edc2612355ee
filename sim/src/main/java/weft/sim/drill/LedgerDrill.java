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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import weft.core.circle.TwoWords;
import weft.core.key.CircleKeys;
import weft.core.peer.Command;
import weft.core.view.BoardQuery;
import weft.core.view.CalendarQuery;
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
 * endpoints  every address that a node answers, as a page and as JSON, likewise; and nobody's name finds more than one thread
 * </pre>
 */
final class LedgerDrill {
    private static final Set<String> PERSON = Set.of("voice", "person", "member", "by", "author", "neighbour", "acquaintance", "name");
    private static final Set<String> MOMENT_OR_PLACE = Set.of("writtenat", "createdat", "at", "since", "until", "from", "lastday", "day", "slot", "revision",
            "kind", "generation", "now", "first", "second", "validuntil", "index", "due", "count", "step");

    private final Map<Bytes, Integer> owners = new HashMap<>();
    /** By the two words that a voice is shown as, where it spoke and whose it is. */
    private final Map<String, Said> saidBy = new HashMap<>();
    private final Set<Bytes> roots = new HashSet<>();
    private final Set<Integer> kinds = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int looked;
    private long shownValues;
    private int asked;
    private int addresses;
    private int searched;

    private LedgerDrill() {}

    static int run(List<String> args, PrintStream out) {
        Drills.known(args, "--fault");
        LedgerDrill drill = new LedgerDrill();
        int records = drill.records();
        try (SimWorld world = new SimWorld("ledger", 2)) {
            drill.live(world, out, Drills.word(args, "--fault"));
        }
        out.println(records + " record types; " + drill.looked + " groupings tried over tables, entries, views and " + drill.addresses
                + " addresses of " + drill.asked + " shapes, "
                + drill.searched + " names searched for; queries that give a total per person: "
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
        LedgerLife life = new LedgerLife(world, circle, nodes.subList(0, 4));
        life.begin();
        look(world, circle, nodes, life, fault);
        life.goOn();
        look(world, circle, nodes, life, fault);
        out.println("lived: " + nodes.size() + " people, " + roots.size() + " threads of kinds " + kinds + ", " + world.recorded.size()
                + " envelopes, " + shownValues
                + " different values shown");
    }

    private void look(SimWorld world, Bytes circle, List<SimNode> nodes, LedgerLife life, String fault) {
        entries(world, circle, nodes.getFirst(), fault);
        tables(world);
        views(nodes.getLast().views(), circle, life);
        endpoints(nodes.getLast().views(), fault);
    }

    /** Something in a thread, and who said it: only the drill knows. */
    private record Said(Bytes root, int person) {}

    /** Values by which what was said falls into groups; one that stands in two threads or more, always said by one person and by nobody else, is a ledger. */
    private void group(String where, Map<String, Set<Said>> byValue) {
        looked++;
        for (Map.Entry<String, Set<Said>> value : byValue.entrySet()) {
            Set<Bytes> threads = new HashSet<>();
            Set<Integer> people = new HashSet<>();
            value.getValue().forEach(said -> {
                threads.add(said.root());
                people.add(said.person());
            });
            if (threads.size() >= 2 && people.size() == 1) {
                faults.add(where + ": the value " + value.getKey().substring(0, Math.min(16, value.getKey().length())) + " stands in " + threads.size()
                        + " threads, said by one person and by nobody else");
            }
        }
    }

    private void entries(SimWorld world, Bytes circle, SimNode first, String fault) {
        CircleKeys keys = SeizedVault.of(first.memory()).stream().filter(each -> each.address().equals(circle)).findFirst().orElseThrow();
        Map<String, Map<String, Set<Said>>> byPath = new TreeMap<>();
        Map<Integer, Bytes> reused = new HashMap<>();
        for (Event event : world.recorded.values()) {
            if (!(Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope))
                    || !(keys.open(envelope) instanceof Checked.Good<CircleKeys.Opened>(CircleKeys.Opened opened))) {
                continue;
            }
            Event inner = Event.read(opened.json()).orThrow();
            Bytes root = inner.tags().stream().map(tag -> tag.values()).filter(tag -> tag.getFirst().equals("e"))
                    .findFirst().map(tag -> Bytes.hex(tag.get(1))).orElse(inner.id());
            int person = world.nodes.indexOf(world.writers.get(event.id()));
            Said said = new Said(root, person);
            if (root.equals(inner.id())) {
                owners.put(root, person);
                // A practice goes by its voice on the shelf.
                owners.put(inner.publicKey(), person);
                roots.add(root);
                kinds.add(inner.kind());
            }
            TwoWords words = TwoWords.of(inner.publicKey());
            saidBy.put(new weft.core.view.Name.Stranger(words.first(), words.second()).toString(), said);
            String voice = fault.equals("reuse") ? reused.computeIfAbsent(person, ignored -> inner.publicKey()).hex() : inner.publicKey().hex();
            put(byPath, "entry.pubkey", voice, said);
            flatten(byPath, "entry", Json.read(opened.json()).orThrow(), said);
            put(byPath, "envelope.pubkey", event.publicKey().hex(), said);
            put(byPath, "envelope.created_at", Long.toString(event.createdAt()), said);
        }
        keys.close();
        // A moment is shared by whoever wrote in that hour; in so small a world an hour may be one person's.
        byPath.keySet().removeIf(path -> path.endsWith("created_at"));
        byPath.forEach(this::group);
    }

    private static void put(Map<String, Map<String, Set<Said>>> byPath, String path, String value, Said said) {
        byPath.computeIfAbsent(path, ignored -> new TreeMap<>()).computeIfAbsent(value, ignored -> new HashSet<>()).add(said);
    }

    private static void flatten(Map<String, Map<String, Set<Said>>> byPath, String path, Json json, Said said) {
        switch (json) {
            case Json.Obj(Map<String, Json> members) -> members.forEach((name, value) -> flatten(byPath, path + "." + name, value, said));
            case Json.Arr(List<Json> items) -> items.forEach(item -> flatten(byPath, path + "[]", item, said));
            case Json.Text(String value) -> put(byPath, path, value, said);
            case Json.Num(String literal) -> put(byPath, path, literal, said);
            case Json.Bool(boolean value) -> put(byPath, path, Boolean.toString(value), said);
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

    private void views(Views views, Bytes circle, LedgerLife life) {
        Map<String, Map<String, Set<Said>>> byPath = new TreeMap<>();
        for (ThreadCard card : views.board(BoardQuery.all(circle)).orElseThrow().threads()) {
            shown(byPath, "card", card, card.ref());
            views.thread(card.ref()).ifPresent(thread -> shown(byPath, "thread", thread, card.ref()));
        }
        life.doings().forEach(ref -> views.doing(ref, Optional.empty()).ifPresent(doing -> {
            shown(byPath, "doing", doing, ref);
            doing.next().forEach(when -> views.doing(ref, Optional.of(when.date())).ifPresent(then -> shown(byPath, "occurrence", then, ref)));
        }));
        life.things().forEach(ref -> views.thing(ref).ifPresent(thing -> shown(byPath, "thing", thing, ref)));
        life.places().forEach(ref -> views.place(ref).ifPresent(place -> shown(byPath, "place", place, ref)));
        life.practices().forEach(ref -> views.practice(ref).ifPresent(practice -> shown(byPath, "practice", practice, ref)));
        views.calendar(new CalendarQuery(Optional.of(circle), views.now(), views.now() + 30 * 86_400L))
                .forEach(card -> shown(byPath, "calendar", card, card.ref()));
        views.news().forEach(news -> shown(byPath, "news", news, news.thread()));
        byPath.keySet().removeIf(path -> path.endsWith("writtenAt"));
        byPath.forEach(this::group);
        shownValues += byPath.values().stream().mapToLong(Map::size).sum();
    }

    private void endpoints(Views views, String fault) {
        Map<String, Map<String, Set<Said>>> byPath = new TreeMap<>();
        Map<String, Said> roots = new HashMap<>();
        owners.forEach((root, owner) -> roots.put(root.hex(), new Said(root, owner)));
        LedgerAsk ask = new LedgerAsk(views);
        ask.all((where, value, root) -> root.map(roots::get).ifPresent(said -> {
            String shown = fault.equals("reuse") && where.startsWith("page ") ? "person " + said.person() : value;
            put(byPath, where, shown, said);
        }));
        byPath.forEach(this::group);
        Set<String> shown = new TreeSet<>();
        byPath.forEach((where, values) -> shown.addAll(where.endsWith(".by") ? values.keySet() : Set.of()));
        for (String name : shown) {
            int hits = ask.hits("/find", "words=" + name.replace(' ', '+'));
            if (hits > 1) {
                faults.add("looking for the name " + name + " finds " + hits + " at once");
            }
        }
        searched = Math.max(searched, shown.size());
        faults.addAll(ask.faults());
        addresses = Math.max(addresses, ask.asked());
        asked = Math.max(asked, ask.routes().size());
    }

    private void shown(Map<String, Map<String, Set<Said>>> byPath, String path, Object view, Ref ref) {
        flatten(byPath, path, view, new Said(ref.root(), owners.getOrDefault(ref.root(), -1)));
    }

    /** A name of two words is one value, and said by whose voice it stands for; so is all in a record that names its own thread. */
    private void flatten(Map<String, Map<String, Set<Said>>> byPath, String path, Object value, Said said) {
        if (value instanceof weft.core.view.Name name) {
            put(byPath, path, name.toString(), saidBy.getOrDefault(name.toString(), said));
        } else if (value instanceof Record record) {
            List<Object> parts = new ArrayList<>();
            Said inside = said;
            for (RecordComponent part : record.getClass().getRecordComponents()) {
                try {
                    parts.add(part.getAccessor().invoke(record));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("can't look into " + record.getClass(), e);
                }
                if (parts.getLast() instanceof Ref ref && owners.containsKey(ref.root())) {
                    inside = new Said(ref.root(), owners.get(ref.root()));
                }
            }
            for (int i = 0; i < parts.size(); i++) {
                flatten(byPath, path + "." + record.getClass().getRecordComponents()[i].getName(), parts.get(i), inside);
            }
        } else if (value instanceof Iterable<?> items) {
            items.forEach(item -> flatten(byPath, path + "[]", item, said));
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(one -> flatten(byPath, path, one, said));
        } else {
            put(byPath, path, String.valueOf(value), said);
        }
    }
}
