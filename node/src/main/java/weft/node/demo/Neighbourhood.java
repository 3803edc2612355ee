package weft.node.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.cli.NodeClient;
import weft.node.cli.Stop;
import weft.node.home.OwnNode;
import weft.node.link.RelayLinks;
import weft.node.near.AllLinks;
import weft.node.near.NearNode;
import weft.node.shell.Links;
import weft.node.shell.VaultKeeper;
import weft.node.web.ServedNode;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.relay.RelayServer;
import weft.relay.RelaySettings;
import weft.wire.json.Json;

/** A relay and three nodes on loopback, each in a folder of its own, all by one clock. */
public final class Neighbourhood implements AutoCloseable {
    private static final List<String> NAMES = List.of("Amina", "Bruno", "Chidi");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final MovedClock clock;
    private final Primitives primitives = new JdkPrimitives();
    private final Way way;
    private final Street street = new Street();
    private final int relayPort;
    private RelayServer relay;
    private Optional<Carrier> carrier = Optional.empty();
    private final List<House> houses = new ArrayList<>();
    private String circle = "";

    /**
     * One of the three.
     *
     * @param name of who lives there
     * @param folder its data
     * @param served the running node
     * @param client speaks to it over HTTP
     */
    public record House(String name, Path folder, ServedNode served, NodeClient client) {}

    private Neighbourhood(Path folder, MovedClock clock, Way way, RelayServer relay) {
        this.way = way;
        this.folder = folder;
        this.clock = clock;
        this.relay = relay;
        this.relayPort = relay.address().getPort();
    }

    /** Starts all four; nobody knows anybody yet. Ports are free ones where {@code firstPort} is 0. */
    public static Neighbourhood start(Path folder, MovedClock clock, int firstPort) {
        return start(folder, clock, firstPort, Way.RELAY);
    }

    /** The same, by another way of reaching each other. */
    public static Neighbourhood start(Path folder, MovedClock clock, int firstPort, Way way) {
        Neighbourhood here = new Neighbourhood(folder, clock, way, relay(folder.resolve("relay"), 0, clock));
        try {
            for (int i = 0; i < NAMES.size(); i++) {
                here.houses.add(here.house(NAMES.get(i), firstPort == 0 ? 0 : firstPort + i));
            }
            return here;
        } catch (RuntimeException e) {
            here.close();
            throw e;
        }
    }

    private static RelayServer relay(Path data, int port, MovedClock clock) {
        try {
            return RelayServer.start(RelaySettings.standard(data).at("127.0.0.1", port), clock);
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, String.valueOf(e.getMessage()));
        }
    }

    /** Stops the relay: nobody has it any more, until one is started in its place. */
    public void stopRelay() {
        relay.close();
    }

    /** Starts a relay at the stopped one's address, with the data of a folder. */
    public void startRelay(String data) {
        relay = relay(folder.resolve(data), relayPort, clock);
    }

    private Links links(Links.Ear ear) {
        Links relays = new RelayLinks(ear, RelayLinks.Patience.USUAL, false);
        return way != Way.NETWORK ? relays
                : new AllLinks(relays, new NearNode(ear, primitives, new JdkEntropy(), street.discovery(), InetAddress.getLoopbackAddress()));
    }

    private House house(String name, int port) {
        Path data = folder.resolve(name.toLowerCase(java.util.Locale.ROOT));
        OwnNode.Setting setting = new OwnNode.Setting(data, primitives, new JdkEntropy(), clock, VaultKeeper.Cost.LEAST,
                this::links);
        ServedNode served = ServedNode.start(setting, port);
        Secret passphrase = passphrase(primitives, name);
        OwnNode.Entry entry = served.node().gate() == OwnNode.Gate.NEW ? served.node().begin(passphrase) : served.node().unlock(passphrase);
        if (entry != OwnNode.Entry.IN) {
            served.close();
            throw new Stop(Stop.MACHINE, "The demonstration's node could not be opened: " + entry + ".");
        }
        served.node().shell().orElseThrow().ready().join();
        return new House(name, data, served, new NodeClient(data));
    }

    /** What opens the vault of one of the three: it protects nothing, the folder is thrown away. */
    static Secret passphrase(Primitives primitives, String name) {
        return primitives.keep(("the passphrase of " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The three. */
    public List<House> houses() {
        return List.copyOf(houses);
    }

    /** One of the three. */
    public House house(int index) {
        return houses.get(index);
    }

    /** The folder in which everything lies. */
    public Path folder() {
        return folder;
    }

    /** The path of the circle's board on each node. */
    public String board() {
        return "/c/" + circle;
    }

    /** Makes the circle at the first node and brings the other two in by invitations really used. */
    public void meet() {
        House first = house(0);
        circle = Story.text(first.client.post("/circles/new", Map.of(
                "name", List.of("Mill Lane"), "relays", List.of(relay.address().toString()), "grace", List.of("1"))), "circle");
        for (House guest : houses.subList(1, houses.size())) {
            String made = Story.text(first.client.post(board() + "/invite", Map.of()), "invitation");
            String link = Story.text(first.client.get("/i/" + made), "link");
            guest.client.post("/join", Map.of("link", List.of(link), "name", List.of("Mill Lane")));
            await(guest.name + "'s invitation", () -> knows(guest));
        }
        if (way != Way.RELAY) {
            stopRelay();
        }
        if (way == Way.STICK) {
            carrier = Optional.of(new Carrier(houses, folder));
        }
    }

    private boolean knows(House house) {
        return Story.list(house.client.get("/"), "circles").stream().anyMatch(one -> Story.text(one, "address").equals(circle));
    }

    /**
     * Posts the lines of a sheet from the three in turn, each at its time after a beginning, and waits until all three boards
     * show what is not over by then.
     *
     * @param shortest how many days a post lasts at least
     * @param span how many different lasts there are
     */
    public void fill(List<Week.Row> rows, Instant beginning, int shortest, int span) {
        List<LocalDate> lastDays = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Week.Row row = rows.get(i);
            moveTo(beginning.plus(row.after()));
            LocalDate last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(shortest + (i * 5L) % span);
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("side", List.of(row.need() ? "need" : "offer"));
            form.put("title", List.of(row.title()));
            form.put("text", List.of(row.text()));
            form.put("kind", List.of(row.kind()));
            form.put("where", List.of(row.where()));
            form.put("language", List.of(row.language()));
            form.put("forWhom", List.of(i % 7 == 3 ? "other" : "me"));
            lastDays.add(last);
            form.put("lastDay", List.of(last.toString()));
            form.put("aside", List.of(row.aside()));
            house(i % houses.size()).client.post(board() + "/post", form);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        awaitOpen((int) lastDays.stream().filter(day -> !day.isBefore(today)).count());
    }

    /** Sets the clock, in steps of a few hours as a clock would come by, and lets the nodes do what is due. */
    public void moveTo(Instant moment) {
        while (clock.instant().isBefore(moment)) {
            Instant next = clock.instant().plus(3, ChronoUnit.HOURS);
            clock.set(next.isBefore(moment) ? next : moment);
            look();
        }
    }

    /** From now on the machine's own time. */
    public void moveToNow() {
        clock.setRight();
        look();
    }

    private void look() {
        for (House house : houses) {
            house.served.node().shell().ifPresent(shell -> shell.clockMoved().join());
        }
    }

    /** What the clock shows. */
    public Instant now() {
        return clock.instant();
    }

    /** Waits until something is so. */
    public static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new Stop(Stop.MACHINE, "The demonstration waited a minute in vain for " + what + ".");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stop(Stop.MACHINE, "Interrupted.");
            }
        }
    }

    /** Waits until all three show as many open threads. */
    public void awaitOpen(int count) {
        for (House house : houses) {
            await(house.name + "'s board to show " + count, () -> open(house).size() == count);
        }
    }

    /** What a node's board shows as open. */
    public List<Json.Obj> open(House house) {
        return Story.list(house.client.get(board()), "threads");
    }

    /** Stops the nodes and the relay; the folders stay. */
    @Override
    public void close() {
        carrier.ifPresent(Carrier::close);
        houses.forEach(house -> house.served.close());
        relay.close();
    }
}
