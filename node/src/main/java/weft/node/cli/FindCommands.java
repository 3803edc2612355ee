package weft.node.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.wire.json.Json;

/** The commands that look things up: search, and what fits. */
public final class FindCommands {
    private FindCommands() {}

    /** One of each. */
    public static List<Object> all() {
        return List.of(new Find(), new Fits());
    }

    private static String line(Json.Obj one) {
        return Words.card(Words.member(one, "card")) + " [" + Words.line(Words.text(one, "circle", "name")) + "]";
    }

    @Command(name = "find", description = "Search everything you can read, in any language and script.")
    static final class Find implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "WORDS", arity = "0..*",
                description = "All of these words; the last may be a beginning. - reads the standard input, which nobody else on this machine can see.")
        private List<String> words = new ArrayList<>();

        @Option(names = "--circle", paramLabel = "NAME", description = "In this circle alone.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--side", paramLabel = "need|offer", description = "Only needs, or only offers.")
        private String side = "";

        @Option(names = "--only", paramLabel = "doings|things|practices", description = "Only doings, only things and places, or only practices.")
        private String only = "";

        @Option(names = "--from", paramLabel = "DATE", description = "Not what is over before.")
        private String from = "";

        @Option(names = "--until", paramLabel = "DATE", description = "Not what begins after.")
        private String until = "";

        @Option(names = "--near", paramLabel = "LAT,LON", description = "Only what says where, and is near there.")
        private String near = "";

        @Option(names = "--km", paramLabel = "N", description = "How near, in kilometres (default: 25).")
        private String kilometres = "";

        @Override
        public Integer call() {
            if (!List.of("", "doings", "things", "practices").contains(only)) {
                throw new Stop(Stop.USAGE, "--only is doings, things or practices.");
            }
            NodeClient client = common.client();
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("words", List.of(words.size() == 1 ? ThreadCommands.words(words.getFirst()) : String.join(" ", words)));
            form.put("typing", List.of("1"));
            circle.ifPresent(name -> form.put("circle", List.of(Words.text(common.circle(client, Optional.of(name)), "address"))));
            form.put("what", List.of(only.isEmpty() ? side : only));
            form.put("from", List.of(from));
            form.put("until", List.of(until));
            form.put("near", List.of(near));
            form.put("km", List.of(kilometres));
            return common.show(client.post("/find", form), Find::words);
        }

        private static String words(Json.Obj answer) {
            StringBuilder out = new StringBuilder();
            Words.list(answer, "found").forEach(one -> out.append(line(one)).append('\n'));
            Words.list(answer, "doings").forEach(one -> out.append(other(one, "thread", "doing")));
            Words.list(answer, "things").forEach(one -> out.append(other(one, "thread", Words.truth(one, "place") ? "place" : "thing")));
            Words.list(answer, "practices").forEach(one -> out.append(other(one, "practice", "practice")));
            return out.isEmpty() ? "Nothing was found. Try fewer words, or only the beginning of a word.\n" : out.toString();
        }
    }

    private static String other(Json.Obj one, String name, String sort) {
        return Words.text(one, name).substring(0, 10) + "  " + sort + "  " + Words.line(Words.text(one, "title")) + " ["
                + Words.line(Words.text(one, "circle", "name")) + "]\n";
    }

    @Command(name = "fits", description = "Show the offers that fit a need, or the needs that fit an offer, and why.")
    static final class Fits implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(client.get(common.thread(client, thread) + "/fits"), Fits::words);
        }

        private static String words(Json.Obj answer) {
            StringBuilder out = new StringBuilder();
            for (Json.Obj one : Words.list(answer, "fits")) {
                List<String> why = new ArrayList<>();
                for (String name : List.of("kind", "means", "words", "languages")) {
                    String value = Words.line(Words.text(one, "why", name));
                    if (!value.isEmpty()) {
                        why.add(name + ": " + value);
                    }
                }
                why.add(Words.text(one, "why", "time").equals("together") ? "times go together" : "");
                String near = Words.text(one, "why", "near");
                why.add(near.equals("unknown") ? "" : near.replace('-', ' '));
                why.removeIf(String::isEmpty);
                out.append(line(one)).append("\n    ").append(String.join("; ", why)).append('\n');
            }
            return out.isEmpty() ? "Nothing that is open fits at the moment.\n" : out.toString();
        }
    }
}
