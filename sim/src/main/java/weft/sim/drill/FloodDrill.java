package weft.sim.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import weft.core.entry.Ask;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryLimits;
import weft.core.entry.Side;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.BoardQuery;
import weft.core.view.Ref;
import weft.core.view.ThreadCard;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;

/**
 * A member floods the circle with entries that are well formed, each by a fresh voice, while others ask for something and answer: below
 * the bounds of a node, above them, and with work (NIP-13) in the flood too. Shows how many of the others' needs and answers
 * arrive everywhere, what work they had to bear, and what the flood costs in space.
 *
 * <p>The bounds are a twentieth of the real ones (1,000 new envelopes a link and hour, 3,000 a circle and day), so that the drill ends soon.
 */
final class FloodDrill {
    private static final int LINK_HOUR = 1_000;
    private static final int CIRCLE_DAY = 3_000;
    private static final int WORKED_ROWS = 2;

    private final SimWorld world;
    private final PrintStream out;
    private final List<SimNode> others = new ArrayList<>();
    private int posted;
    private int noise;

    private FloodDrill(SimWorld world, PrintStream out) {
        this.world = world;
        this.out = out;
    }

    static int run(List<String> args, PrintStream out) {
        Drills.known(args, "--envelopes", "--seed");
        int above = Drills.number(args, "--envelopes", 2 * CIRCLE_DAY);
        try (SimWorld world = new SimWorld("flood " + Drills.number(args, "--seed", 1), 1)) {
            return new FloodDrill(world, out).live(above);
        }
    }

    private int live(int above) {
        SimNode amina = world.node("node-0");
        var circle = world.circle(amina, "circle");
        others.add(amina);
        for (int i = 1; i < 4; i++) {
            SimNode node = world.node("node-" + i);
            world.join(amina, circle, node);
            others.add(node);
        }
        others.forEach(node -> node.bound(LINK_HOUR, CIRCLE_DAY));
        CircleKeys insider = SeizedVault.of(amina.memory()).stream().filter(keys -> keys.address().equals(circle)).findFirst().orElseThrow();
        out.println("bounds in this drill: " + LINK_HOUR + " new envelopes a link and hour, " + CIRCLE_DAY + " a circle and day; " + others.size()
                + " nodes, one relay");
        boolean good = flood(insider, "below the bounds", LINK_HOUR / 2, 0);
        Ref before = new Ref(circle, post("a need from before", true));
        world.pass(120);
        good &= flood(insider, "above them", above, 0);
        good &= answered(before);
        good &= flood(insider, "above them, with work of 10 bits in the flood", WORKED_ROWS * CIRCLE_DAY / 16, 10);
        insider.close();
        out.println(good ? "Others' needs arrived through all of it." : "Others' needs were lost.");
        return good ? 0 : 1;
    }

    /** Floods; others' needs come in between, and once more when all is full. */
    private boolean flood(CircleKeys insider, String how, int count, int work) {
        long size = size();
        int from = posted;
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            world.relays().getFirst().take(entry(insider, work));
            if (i % (count / 8 + 1) == count / 16) {
                post("real need " + posted++, false);
            }
        }
        world.settle();
        long worked = System.nanoTime();
        for (int i = 0; i < others.size(); i++) {
            post("real need " + posted++, false);
        }
        double each = (System.nanoTime() - worked) / 1e6 / others.size();
        world.settle();
        world.pass(120);
        Set<String> seen = new TreeSet<>();
        int strangers = 0;
        for (SimNode node : others) {
            for (ThreadCard card : cards(node)) {
                seen.add(node.name + " " + card.ask().title());
                strangers += card.ask().title().equals("noise") ? 1 : 0;
            }
        }
        int arrived = 0;
        for (int i = from; i < posted; i++) {
            for (SimNode node : others) {
                arrived += seen.contains(node.name + " real need " + i) ? 1 : 0;
            }
        }
        int wanted = (posted - from) * others.size();
        out.printf("%s: %d envelopes by an insider (%.1f s): others' needs that arrived %d of %d; of the flood %d on a node; "
                        + "%d KiB on %d nodes and a relay; a need at the end took %.0f ms to write%n",
                how, count, (worked - begun) / 1e9, arrived, wanted, strangers / others.size(), (size() - size) / 1024, others.size(), each);
        return arrived == wanted;
    }

    /** While all is full: somebody answers a need that was there before, and the one who asked reads it. */
    private boolean answered(Ref need) {
        SimNode by = others.get(2);
        boolean said = by.wish(new Command.Answer(need, "I can")) instanceof Outcome.DoneThread || by.views().thread(need).isPresent();
        world.settle();
        world.pass(60);
        boolean read = others.getFirst().views().thread(need).map(thread -> !thread.answers().isEmpty()).orElse(false);
        out.println("an answer to a need from before the flood: " + (read ? "read" : "not read"));
        return said && read;
    }

    private weft.primitives.Bytes post(String title, boolean first) {
        SimNode node = first ? others.getFirst() : others.get(posted % others.size());
        var circle = node.views().circles().getFirst().address();
        return node.wish(new Command.Post(circle, ask(title), world.today().plus(3), "")) instanceof Outcome.DoneThread(Ref ref) ? ref.root()
                : weft.primitives.Bytes.EMPTY;
    }

    private static List<ThreadCard> cards(SimNode node) {
        return node.views().board(BoardQuery.all(node.views().circles().getFirst().address())).orElseThrow().threads();
    }

    private long size() {
        try (Stream<Path> files = Files.walk(world.folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ask ask(String title) {
        return new Ask(Side.NEED, title, "", "food", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, List.of());
    }

    private Event entry(CircleKeys keys, int work) {
        Draws draws = new Draws("insider " + noise);
        try (Secret voice = Draws.P.freshKey(draws)) {
            Leaf leaf = new Leaf(Day.at(world.now).plus(5), 1000 + noise++);
            EntryDrafts.By by = new EntryDrafts.By(Draws.P.publicKey(voice), world.now, leaf);
            Draft draft = new EntryDrafts(Draws.P, keys.address()).posted(by, draws.next(EntryLimits.NAME_BYTES), 0, ask("noise"));
            return keys.seal(Signing.sign(Draws.P, draft, voice, draws.next(32)).json(), leaf, world.now, draws, work);
        }
    }
}
