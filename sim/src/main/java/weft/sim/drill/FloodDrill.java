package weft.sim.drill;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryLimits;
import weft.core.entry.Side;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.core.key.Signing;
import weft.core.peer.Command;
import weft.core.view.BoardQuery;
import weft.core.view.ThreadCard;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;

/**
 * A member floods the circle with entries that are well formed, each by a fresh voice, while others ask for something. Shows
 * how many of the others' needs arrive, how soon, and what the flood costs in space. Over the bound of a day nobody's
 * envelopes are taken before the next day: work (NIP-13) as an order above the bound does not exist yet.
 */
final class FloodDrill {
    private FloodDrill() {}

    static int run(List<String> args, PrintStream out) {
        Drills.known(args, "--envelopes", "--seed");
        int flood = Drills.number(args, "--envelopes", 4000);
        try (SimWorld world = new SimWorld("flood " + Drills.number(args, "--seed", 1), 1)) {
            return live(world, flood, out);
        }
    }

    private static int live(SimWorld world, int flood, PrintStream out) {
        SimNode amina = world.node("node-0");
        Bytes circle = world.circle(amina, "circle");
        List<SimNode> others = new ArrayList<>(List.of(amina));
        for (int i = 1; i < 4; i++) {
            SimNode node = world.node("node-" + i);
            world.join(amina, circle, node);
            others.add(node);
        }
        CircleKeys insider = SeizedVault.of(amina.memory()).stream().filter(keys -> keys.address().equals(circle)).findFirst().orElseThrow();
        long before = size(world);
        int posted = 0;
        for (int i = 0; i < flood; i++) {
            world.relays().getFirst().take(entry(world, insider, circle, i));
            if (i % (flood / 8 + 1) == 0) {
                others.get(posted % others.size()).wish(new Command.Post(circle, ask("real need " + posted++), world.today().plus(3), ""));
            }
        }
        world.settle();
        world.pass(120);
        int arrived = 0;
        for (SimNode node : others) {
            for (ThreadCard card : node.views().board(BoardQuery.all(circle)).orElseThrow().threads()) {
                arrived += card.ask().title().startsWith("real need") ? 1 : 0;
            }
        }
        long after = size(world);
        insider.close();
        int wanted = posted * others.size();
        out.println(flood + " envelopes by an insider in one hour, " + posted + " needs of others among them, " + others.size() + " nodes");
        out.println("others' needs that arrived: " + arrived + " of " + wanted + "; space: " + (after - before) / 1024 + " KiB on " + others.size()
                + " nodes and a relay, " + (flood == 0 ? 0 : (after - before) / flood / (others.size() + 1)) + " bytes an envelope and place");
        out.println("bounds: 20000 new envelopes a link and hour, 60000 a circle and day; above them others wait for the next hour or day"
                + " (an order by NIP-13 work above the bound is missing)");
        return arrived == wanted ? 0 : 1;
    }

    private static long size(SimWorld world) {
        try (var files = java.nio.file.Files.walk(world.folder)) {
            return files.filter(java.nio.file.Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Ask ask(String title) {
        return new Ask(Side.NEED, title, "", "food", Optional.empty(), Optional.empty(), Optional.empty(), List.of("en"), false, List.of());
    }

    private static Event entry(SimWorld world, CircleKeys keys, Bytes circle, int i) {
        Draws draws = new Draws("insider " + i);
        try (Secret voice = Draws.P.freshKey(draws)) {
            Leaf leaf = new Leaf(Day.at(world.now).plus(5), 1000 + i);
            EntryDrafts.By by = new EntryDrafts.By(Draws.P.publicKey(voice), world.now, leaf);
            Draft draft = new EntryDrafts(Draws.P, circle).posted(by, draws.next(EntryLimits.NAME_BYTES), 0, ask("noise"));
            String json = Signing.sign(Draws.P, draft, voice, draws.next(32)).json();
            return keys.seal(json, leaf, world.now, draws);
        }
    }
}
