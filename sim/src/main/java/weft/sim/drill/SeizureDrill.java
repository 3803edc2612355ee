package weft.sim.drill;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.EntryReader;
import weft.core.entry.Side;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.peer.PeerLimits;
import weft.core.view.BoardQuery;
import weft.core.view.Ref;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/**
 * A circle lives for some weeks over several relays; at a drawn moment everything is seized: every folder with its databases,
 * their write-ahead logs and free pages, every vault opened with its passphrase, the nodes' memory, a dump of the heap, and
 * every envelope that ever passed a relay. What had to be forgotten must stay unreadable, and no plain string may be on a disk.
 *
 * <p>That the drill can see at all is shown by its own copies of the keys, taken before anything was forgotten: with them
 * each of the envelopes counted opens.
 */
final class SeizureDrill {
    /** After a thing is due a node may take so long: an hour of running, and the time between two looks. */
    private static final long MAY_TAKE = PeerLimits.RUN_BEFORE_DESTROYING_SECONDS + 2 * PeerLimits.LOOK_AGAIN_SECONDS + 120;

    private final SimWorld world;
    private final Draws draws;
    private final List<CircleKeys> before = new ArrayList<>();
    private final Set<Bytes> seen = new TreeSet<>();
    /** By the root of a thread closed early: when it had to be gone. */
    private final Map<Bytes, Long> closed = new HashMap<>();
    /** By number of a text: its thread's root and the last day. */
    private final Map<Integer, Ref> written = new HashMap<>();
    private final Map<Bytes, Day> lastDays = new HashMap<>();
    /** What had to be forgotten: by its circle's first keys, the leaf. */
    private final Map<Leaf, CircleKeys> dead = new LinkedHashMap<>();
    private final boolean stands;
    private int texts;

    private SeizureDrill(SimWorld world, boolean stands) {
        this.world = world;
        this.stands = stands;
        this.draws = new Draws(world.seed + "days");
    }

    static int run(List<String> args, PrintStream out) {
        Drills.known(args, "--seed", "--people", "--days", "--fault", "--stand");
        int seed = Drills.number(args, "--seed", 1);
        int people = Math.clamp(Drills.number(args, "--people", 6), 2, 100);
        int days = Math.clamp(Drills.number(args, "--days", 21), 4, 365);
        String fault = Drills.word(args, "--fault");
        boolean stands = args.contains("--stand");
        // The same life in a process of its own, of which the memory is read from outside.
        Optional<Standing> other = stands || !fault.isEmpty() ? Optional.empty() : Standing.start(seed, people, days);
        try (SimWorld world = new SimWorld("seizure " + seed, 3)) {
            SeizureDrill drill = new SeizureDrill(world, stands);
            drill.live(people, days, fault);
            if (stands) {
                return Standing.stand();
            }
            int code = drill.seize(out);
            return code + other.map(one -> drill.rawMemory(one, out)).orElse(0) == 0 ? 0 : 1;
        } finally {
            other.ifPresent(Standing::close);
        }
    }

    private void live(int people, int days, String fault) {
        SimNode first = world.node("node-0");
        Bytes circle = world.circle(first, "circle");
        for (int i = 1; i < people; i++) {
            world.join(world.nodes.get(draws.below(i)), circle, world.node("node-" + i));
        }
        if (!stands) {
            remember();
        }
        world.nodes.get(draws.below(people)).keepsWhatItShouldDestroy = fault.equals("keep");
        long until = world.now + (days * 2L / 3 + draws.below(Math.max(1, days / 3))) * Day.SECONDS + draws.below(86_400);
        while (world.now < until) {
            hour(circle);
            world.pass(Math.min(3600, until - world.now));
        }
    }

    /** The drill's own copies of each circle's keys, from when it was first seen. */
    private void remember() {
        for (SimNode node : world.nodes) {
            for (CircleKeys keys : SeizedVault.of(node.memory())) {
                if (seen.add(keys.address())) {
                    before.add(keys);
                } else {
                    keys.close();
                }
            }
        }
    }

    private void hour(Bytes circle) {
        for (SimNode node : world.nodes) {
            if (draws.percent(6)) {
                Day last = world.today().plus(1 + draws.below(9));
                String title = text();
                String aside = text();
                Ask ask = new Ask(draws.percent(70) ? Side.NEED : Side.OFFER, title, text(), "food", Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of("en"), false, List.of());
                if (node.wish(new Command.Post(circle, ask, last, aside)) instanceof Outcome.DoneThread(Ref ref)) {
                    written.put(texts - 3, ref);
                    written.put(texts - 2, ref);
                    written.put(texts - 1, ref);
                    lastDays.put(ref.root(), last);
                }
            }
            for (ThreadCard card : node.views().board(BoardQuery.all(circle)).orElseThrow().threads()) {
                act(node, card.ref(), card.mine());
            }
        }
    }

    private String text() {
        return Traces.text(texts++);
    }

    private void act(SimNode node, Ref ref, boolean mine) {
        if (!mine && draws.percent(4)) {
            written.put(texts, ref);
            node.wish(new Command.Answer(ref, text()));
        } else if (mine && draws.percent(3)) {
            ThreadView thread = node.views().thread(ref).orElseThrow();
            thread.answers().stream().filter(answer -> !answer.admitted()).findFirst().ifPresent(answer -> node.wish(new Command.Admit(ref, answer.voice())));
        } else if (mine && draws.percent(2)) {
            written.put(texts, ref);
            node.wish(new Command.SayAside(ref, text()));
        } else if (mine && draws.percent(1)) {
            node.wish(new Command.Close(ref, Entry.Ending.DONE));
            // Nodes that were there count the day of showing from when the closing came.
            closed.put(ref.root(), world.now + PeerLimits.CLOSED_SHOWN_SECONDS + MAY_TAKE);
        }
    }

    private boolean due(Bytes root, Day lastDay) {
        boolean day = world.now >= lastDay.plus(2).startsAt() + MAY_TAKE;
        return day || closed.getOrDefault(root, Long.MAX_VALUE) <= world.now;
    }

    private int seize(PrintStream out) {
        List<CircleKeys> seized = new ArrayList<>();
        for (SimNode node : world.nodes) {
            seized.addAll(SeizedVault.inFolder(node));
            seized.addAll(SeizedVault.of(node.memory()));
        }
        int had = 0;
        int readable = 0;
        int open = 0;
        for (Event event : world.recorded.values()) {
            if (!(Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope))) {
                continue;
            }
            Optional<CircleKeys.Opened> truth = open(before, envelope);
            if (truth.isEmpty()) {
                continue;
            }
            if (due(root(envelope, truth.get()), envelope.lastDay())) {
                had++;
                before.stream().filter(keys -> keys.address().equals(event.publicKey())).forEach(keys -> dead.put(truth.get().leaf(), keys));
                readable += open(seized, envelope).isPresent() ? 1 : 0;
            } else {
                open += open(seized, envelope).isPresent() ? 1 : 0;
            }
        }
        Set<Integer> onDisk = Traces.inFolder(world.folder);
        Set<Integer> inMemory = new TreeSet<>(heap());
        inMemory.removeIf(text -> Optional.ofNullable(written.get(text))
                .filter(one -> Optional.ofNullable(lastDays.get(one.root())).filter(last -> due(one.root(), last)).isPresent()).isEmpty());
        out.println("envelopes recorded: " + world.recorded.size() + ", of " + seen.size() + " circles, on " + world.addresses().size()
                + " relays; still open and read: " + open);
        out.println("readable: " + readable + " of " + had + ", plain strings on disk: " + onDisk.size() + " of " + texts
                + ", forgotten strings in memory: " + inMemory.size());
        seized.forEach(CircleKeys::close);
        if (had == 0 || open == 0) {
            out.println("Nothing was forgotten, or nothing was open: let it live longer (--days).");
            return 1;
        }
        return readable == 0 && onDisk.isEmpty() && inMemory.isEmpty() ? 0 : 1;
    }

    /** Looks through the memory of the other process for every seed and key on the way to what was forgotten, and for its words. */
    private int rawMemory(Standing other, PrintStream out) {
        RawMemory memory = new RawMemory(other.pid(), Traces.mark());
        if (!other.stands() || !memory.canLook()) {
            out.println("raw memory: can't be looked at on this system");
            return 0;
        }
        int wanted = 0;
        Set<Bytes> distinct = new TreeSet<>();
        for (Map.Entry<Leaf, CircleKeys> one : dead.entrySet()) {
            for (byte[] key : Standing.onTheWayTo(one.getValue(), one.getKey())) {
                if (distinct.add(Bytes.of(key))) {
                    memory.seek(key, ++wanted);
                }
            }
        }
        for (CircleKeys keys : before) {
            try (Secret living = keys.copyOfKey()) {
                memory.seek(Standing.plain(living), -1 - before.indexOf(keys));
            }
        }
        memory.look();
        long living = memory.foundKeys().stream().filter(number -> number < 0).count();
        long destroyed = memory.foundKeys().size() - living;
        Set<Integer> words = new TreeSet<>();
        written.forEach((text, place) -> Optional.ofNullable(lastDays.get(place.root())).filter(last -> due(place.root(), last))
                .ifPresent(gone -> words.add(text)));
        int had = words.size();
        words.retainAll(memory.foundTexts());
        out.println("raw memory of a process with the same life (" + memory.looked() / (1 << 20) + " MiB): destroyed keys and seeds found: " + destroyed
                + " of "
                + wanted + "; living circles' keys found, as a control: " + living + " of " + before.size() + "; forgotten strings found: " + words.size()
                + " of " + had);
        before.forEach(CircleKeys::close);
        return destroyed == 0 && living > 0 ? 0 : 1;
    }

    private static Optional<CircleKeys.Opened> open(List<CircleKeys> keys, Envelope envelope) {
        for (CircleKeys each : keys) {
            if (each.address().equals(envelope.event().publicKey())
                    && each.open(envelope) instanceof Checked.Good<CircleKeys.Opened>(CircleKeys.Opened opened)) {
                return Optional.of(opened);
            }
        }
        return Optional.empty();
    }

    private static Bytes root(Envelope envelope, CircleKeys.Opened opened) {
        return EntryReader.read(Draws.P, opened.json(), envelope.event().publicKey(), opened.leaf()) instanceof Checked.Good<Entry>(Entry entry)
                ? entry.rootId().orElse(entry.head().id()) : Bytes.EMPTY;
    }

    /** The texts in a dump of all live objects of this process, in which all nodes run. */
    private Set<Integer> heap() {
        Path dump = world.folder.resolveSibling(world.folder.getFileName() + ".hprof");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            Set<Integer> found = Traces.inFile(dump);
            Files.delete(dump);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
