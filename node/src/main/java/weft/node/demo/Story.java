package weft.node.demo;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weft.node.demo.Neighbourhood.House;
import weft.wire.json.Json;

/**
 * The main job from end to end, without a browser: one need goes from one person's page to another's, is answered, seen to,
 * closed and forgotten. Everything happens over the nodes' HTTP endpoints, by a clock that the story moves itself.
 */
final class Story {
    private static final String TITLE = "Someone to fetch my medicine before six";
    private static final String ADDRESS = "41 Tollgate Passage, the yellow door behind the bakery";
    private static final String ANSWER = "I pass the pharmacy at five and can bring it up.";
    private static final int LONGEST_DAYS = 9;

    private final Path folder;
    private final PrintWriter out;
    private final Way way;
    private final List<Week.Row> rows;
    /** Every text that somebody wrote; after forgetting, none of them may be found anywhere. */
    private final Set<String> written = new LinkedHashSet<>(List.of(TITLE, ADDRESS, ANSWER));
    private final Archive archive;
    private int step;

    Story(Path folder, PrintWriter out) {
        this(folder, out, Way.RELAY);
    }

    Story(Path folder, PrintWriter out, Way way) {
        this(folder, out, way, Week.rows());
    }

    /** With these lines of the week alone. */
    Story(Path folder, PrintWriter out, Way way, List<Week.Row> rows) {
        this.way = way;
        this.rows = List.copyOf(rows);
        this.folder = folder;
        this.out = out;
        this.archive = new Archive(folder.resolve("copies"));
    }

    int play() {
        rows.forEach(row -> written.addAll(List.of(row.title(), row.text(), row.aside())));
        Instant beginning = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(7, ChronoUnit.DAYS);
        MovedClock clock = new MovedClock(beginning);
        Adversary adversary = new Adversary();
        try (Neighbourhood here = Neighbourhood.start(folder.resolve("houses"), clock, 0, way)) {
            here.meet();
            say("Amina makes a circle, Bruno and Chidi join by invitations", here, "");
            switch (way) {
                case RELAY -> { }
                case NETWORK -> say("The relay is switched off for good; from here on there is only the network they share", here, "");
                case STICK -> say("The relay is switched off for good; from here on somebody carries bundles from house to house", here, "");
            }
            take(here, "joined");
            here.fill(rows, beginning, 3, LONGEST_DAYS - 3);
            say(rows.size() + " needs and offers of a week were posted; what is over is gone already", here, "");
            take(here, "filled");
            tell(here);
            take(here, "told");
            int before = adversary.read(archive.latest(), archive.events(), written).size();
            out.println("readable before forgetting: " + before + " of " + archive.events().size()
                    + " envelopes, by the same adversary with the keys of that moment");
            forget(here);
        }
        take("forgotten");
        return verdict(adversary, adversary.read(archive.latest(), archive.events(), written));
    }

    private void tell(Neighbourhood here) {
        House amina = here.house(0);
        House bruno = here.house(1);
        House chidi = here.house(2);
        int open = here.open(amina).size();
        LocalDate last = LocalDate.ofInstant(here.now(), ZoneOffset.UTC).plusDays(3);
        String thread = text(amina.client().post(here.board() + "/post", Map.of(
                "side", List.of("need"), "title", List.of(TITLE), "kind", List.of("health"), "where", List.of("Tollgate"), "language", List.of("en"),
                "lastDay", List.of(last.toString()), "aside", List.of(ADDRESS))), "thread");
        String path = here.board() + "/t/" + thread;
        long posted = System.nanoTime();
        Neighbourhood.await("Bruno's board to show the need", () -> seesTitle(here, bruno));
        long seen = (System.nanoTime() - posted) / 1_000_000;
        here.awaitOpen(open + 1);
        say("Amina posts a need with the exact address in the aside; Bruno's node had it " + seen + " ms later", here, path);

        bruno.client().post(path + "/answer", Map.of("answer", List.of(ANSWER)));
        Neighbourhood.await("Amina to see the answer", () -> !list(amina.client().get(path), "answers").isEmpty());
        say("Bruno answers; only Amina can read that", here, path);

        String voice = text(list(amina.client().get(path), "answers").getFirst(), "voice");
        amina.client().post(path + "/admit", Map.of("voice", List.of(voice)));
        Neighbourhood.await("Bruno to see the address", () -> !list(bruno.client().get(path), "aside").isEmpty());
        Neighbourhood.await("Chidi to see that it is in hand", () -> text(chidi.client().get(path), "card", "stage").equals("in-hand"));
        say("Amina lets Bruno in; he sees the address, Chidi never can", here, path);

        take(here, "in-hand");
        amina.client().post(path + "/close", Map.of("ending", List.of("done")));
        for (House house : here.houses()) {
            Neighbourhood.await(house.name() + " to see that it is done", () -> text(house.client().get(path), "card", "stage").equals("done"));
        }
        say("Amina says that it is done", here, path);
    }

    private boolean seesTitle(Neighbourhood here, House house) {
        return here.open(house).stream().anyMatch(card -> text(card, "ask", "title").equals(TITLE));
    }

    /** Day by day past the last day of all that was ever written, and its grace. */
    private void forget(Neighbourhood here) {
        Instant end = archive.lastEnd().plus(3, ChronoUnit.DAYS);
        while (here.now().isBefore(end)) {
            Instant next = here.now().plus(1, ChronoUnit.DAYS);
            here.moveTo(next);
            List<String> counts = new ArrayList<>();
            here.houses().forEach(house -> counts.add(house.name() + " " + here.open(house).size()));
            out.println("  " + LocalDate.ofInstant(next, ZoneOffset.UTC) + "  open: " + String.join(", ", counts));
        }
        say("every last day and its grace are over", here, "");
    }

    /** What each of the three sees now: of the circle, and of one thread where a path is given. */
    private void say(String what, Neighbourhood here, String path) {
        out.println(++step + ". " + what + ".");
        for (House house : here.houses()) {
            String board = here.open(house).size() + " open on the board";
            out.println("     %-6s %s".formatted(house.name(), path.isEmpty() ? board : board + "; " + view(house, path)));
        }
        out.flush();
    }

    private static String view(House house, String path) {
        Json.Obj thread = house.client().get(path);
        List<Json.Obj> answers = list(thread, "answers");
        List<Json.Obj> aside = list(thread, "aside");
        return "the need: " + text(thread, "card", "stage")
                + "; answers: " + (answers.isEmpty() ? "none to be seen" : "\"" + text(answers.getFirst(), "text") + "\"")
                + "; aside: " + (aside.isEmpty() ? "closed" : "\"" + text(aside.getFirst(), "text") + "\"");
    }

    private void take(Neighbourhood here, String when) {
        archive.take(here.folder(), when);
    }

    private void take(String when) {
        archive.take(folder.resolve("houses"), when);
    }

    private int verdict(Adversary adversary, Set<String> readable) {
        List<String> plain = Traces.find(folder, written);
        int all = archive.events().size();
        out.println("The adversary had " + adversary.keysTried() + " keys from the three opened vaults, every envelope that was ever on the wire, and "
                + Folders.files(folder).size() + " files.");
        readable.forEach(what -> out.println("  readable: " + what));
        plain.forEach(what -> out.println("  in the clear: " + what));
        out.println("readable after forgetting: " + (readable.size() + plain.size()) + " of " + all);
        out.flush();
        return readable.isEmpty() && plain.isEmpty() ? 0 : 1;
    }

    /** The text at a path of members, or empty. */
    static String text(Json.Obj object, String... path) {
        Json at = object;
        for (String name : path) {
            at = at instanceof Json.Obj member ? member.get(name).orElse(Json.Null.NULL) : Json.Null.NULL;
        }
        return at instanceof Json.Text(String value) ? value : "";
    }

    /** The objects of a list. */
    static List<Json.Obj> list(Json.Obj object, String name) {
        List<Json.Obj> found = new ArrayList<>();
        if (object.get(name).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)) {
            items.forEach(item -> {
                if (item instanceof Json.Obj member) {
                    found.add(member);
                }
            });
        }
        return found;
    }

    /** The bytes of a text, for those who search files. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
