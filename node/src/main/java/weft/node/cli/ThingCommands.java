package weft.node.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.wire.json.Json;

/** The commands about things and places. */
public final class ThingCommands {
    private ThingCommands() {}

    /** One of each. */
    public static List<Object> all() {
        return List.of(new Things(), new Thing(), new Place());
    }

    /** In which circle. */
    static final class Within {
        @Option(names = "--circle", paramLabel = "NAME", description = "In which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        String path(Common common, NodeClient client) {
            return "/c/" + Words.text(common.circle(client, circle), "address");
        }
    }

    /** Which thing, by the beginning of its name or label. */
    static final class Named {
        @Parameters(paramLabel = "THING", description = "The beginning of its name.")
        private String name = "";

        String path(NodeClient client) {
            if (!name.matches("[0-9a-f]{4,64}")) {
                throw new Stop(Stop.USAGE, "A thing is named by at least four characters of the name that ./weft things shows.");
            }
            List<String> paths = Words.list(client.get("/"), "circles").stream()
                    .flatMap(circle -> Words.list(client.get("/c/" + Words.text(circle, "address") + "/things"), "things").stream())
                    .filter(one -> Words.text(one, "thing").startsWith(name)).map(one -> Words.text(one, "path")).toList();
            if (paths.size() != 1) {
                throw new Stop(Stop.REFUSED,
                        paths.isEmpty() ? "No thing here is named so. ./weft things shows what there is." : "Several things begin so; give more characters.");
            }
            return paths.getFirst();
        }
    }

    private static String line(Json.Obj one) {
        String with = String.join(", ", texts(one, "with").toList());
        String until = Words.text(one, "until");
        String where = Words.line(Words.text(one, "where"));
        String now = with.isEmpty() ? where.isEmpty() ? "free" : "free, at " + where : "with " + with + (until.isEmpty() ? "" : " until " + until);
        return Words.text(one, "thing").substring(0, 10) + "  " + Words.line(Words.text(one, "title")) + " (" + now + ")\n";
    }

    private static Stream<String> texts(Json.Obj one, String name) {
        return one.get(name).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)
                ? items.stream().flatMap(item -> item instanceof Json.Text(String text) ? Stream.of(Words.line(text)) : Stream.empty()) : Stream.empty();
    }

    @Command(name = "things", description = "Show what a circle uses in common: things, where each is, and places.")
    static final class Things implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Mixin private Within circle = new Within();

        @Option(names = "--words", paramLabel = "WORDS", description = "Only what holds these words.")
        private String words = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Json.Obj answer = client.get(circle.path(common, client) + "/things" + (words.isEmpty() ? "" : "?words=" + NodeClient.encoded(words)));
            return common.show(answer, ignored -> {
                StringBuilder out = new StringBuilder();
                Words.list(answer, "things").forEach(one -> out.append(line(one)));
                Words.list(answer, "places").forEach(one -> out.append(Words.text(one, "place"), 0, 10).append("  ")
                        .append(Words.line(Words.text(one, "title")))
                        .append(Words.text(one, "hours").isEmpty() ? " (a place)\n" : " (a place, open " + Words.line(Words.text(one, "hours")) + ")\n"));
                return out.toString();
            });
        }
    }

    @Command(name = "thing", description = "Things used in common: new, show, ask, have, end.", synopsisSubcommandLabel = "new|show|ask|have|end",
            subcommands = {New.class, Show.class, Ask.class, Have.class, End.class})
    static final class Thing {
        @Mixin private Common common = new Common();

        boolean json() {
            return common.json();
        }
    }

    @Command(name = "place", description = "Places used in common: new.", synopsisSubcommandLabel = "new", subcommands = NewPlace.class)
    static final class Place {
        @Mixin private Common common = new Common();

        boolean json() {
            return common.json();
        }
    }

    private static int made(Common common, NodeClient client, String path, Map<String, List<String>> form) {
        Json.Obj answer = client.post(path, form);
        return common.show(answer, ignored -> ThreadCommands.done(answer));
    }

    @Command(name = "new", description = "Write a thing into the catalogue; prints its short name.")
    static final class New implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "TITLE", description = "What it is, on one line.")
        private String title = "";

        @Mixin private Within circle = new Within();

        @Option(names = "--text", paramLabel = "TEXT", description = "More about it; - reads the standard input.")
        private String text = "";

        @Option(names = "--kind", paramLabel = "WORD", description = "Its kind.")
        private String kind = "";

        @Option(names = "--where", paramLabel = "PLACE", description = "Where it is kept: the name of a place, no address.")
        private String where = "";

        @Option(names = "--care", paramLabel = "TEXT", description = "How to treat it.")
        private String care = "";

        @Option(names = "--with", paramLabel = "LINE", description = "What comes with it; may be given several times.")
        private List<String> with = new ArrayList<>();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return made(common, client, circle.path(common, client) + "/thing", Map.of("title", List.of(title), "text",
                    List.of(ThreadCommands.words(text)), "kind", List.of(kind),
                    "where", List.of(where), "care", List.of(care), "with", List.of(String.join("\n", with))));
        }
    }

    @Command(name = "new", description = "Write a place into the catalogue; prints its short name.")
    static final class NewPlace implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "TITLE", description = "Its name, on one line.")
        private String title = "";

        @Mixin private Within circle = new Within();

        @Option(names = "--where", paramLabel = "PLACE", description = "Where it is.")
        private String where = "";

        @Option(names = "--hours", paramLabel = "HOURS", description = "When it is open, as OpenStreetMap writes it: \"Mo-Fr 09:00-12:00; Sa off\".")
        private String hours = "";

        @Option(names = "--there", paramLabel = "LINE", description = "What is there; may be given several times.")
        private List<String> there = new ArrayList<>();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return made(common, client, circle.path(common, client) + "/place", Map.of("title", List.of(title), "where", List.of(where), "hours",
                    List.of(hours),
                    "there", List.of(String.join("\n", there))));
        }
    }

    @Command(name = "show", description = "Show a thing, where it is and who asks for it.")
    static final class Show implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Mixin private Named thing = new Named();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Json.Obj answer = client.get(thing.path(client));
            return common.show(answer, ignored -> {
                StringBuilder out = new StringBuilder(line(Words.member(answer, "thing")));
                for (String part : List.of("here", "asked", "line")) {
                    Words.list(answer, part).forEach(one -> {
                        String from = Words.text(one, "from");
                        out.append("  ").append(part.equals("here") ? "has it: " : part.equals("asked") ? "asks: " : "waits: ")
                                .append(Words.line(Words.text(one, "by")))
                                .append(from.isEmpty() ? "" : ", " + from + " to " + Words.text(one, "to")).append(Words.truth(one,
                                        "clash") ? " (these days overlap)" : "").append('\n');
                        texts(one, "told").forEach(told -> out.append("    told you: ").append(told).append('\n'));
                    });
                }
                return out.toString();
            });
        }
    }

    @Command(name = "ask", description = "Ask for a thing, for some days or whenever it is free.")
    static final class Ask implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Mixin private Named thing = new Named();

        @Option(names = "--from", paramLabel = "DATE", description = "The first day, as 2026-11-24.")
        private String from = "";

        @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
        private String to = "";

        @Option(names = "--text", paramLabel = "TEXT", description = "What for; - reads the standard input.")
        private String text = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return made(common, client, thing.path(client) + "/ask", Map.of("from", List.of(from), "to", List.of(to), "text",
                    List.of(ThreadCommands.words(text))));
        }
    }

    @Command(name = "have", description = "Say that a thing is with you now, until a day.")
    static final class Have implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Mixin private Named thing = new Named();

        @Option(names = "--to", required = true, paramLabel = "DATE", description = "The last day, as 2026-11-30.")
        private String to = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return made(common, client, thing.path(client) + "/have",
                    Map.of("from", List.of(java.time.LocalDate.now(java.time.ZoneId.systemDefault()).toString()), "to", List.of(to)));
        }
    }

    @Command(name = "end", description = "Say that you have handed a thing on, brought it back, or need it no longer.")
    static final class End implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Mixin private Named thing = new Named();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = thing.path(client);
            Json.Obj view = client.get(path);
            Map<String, String> mine = new LinkedHashMap<>();
            for (String part : List.of("line", "asked", "here")) {
                Words.list(view, part).stream().filter(one -> Words.truth(one, "mine")).forEach(one -> mine.put("asking", Words.text(one, "asking")));
            }
            if (mine.isEmpty()) {
                throw new Stop(Stop.REFUSED, "This thing is not with you, and you do not ask for it.");
            }
            return made(common, client, path + "/end", Map.of("asking", List.of(mine.getOrDefault("asking", ""))));
        }
    }
}
