package weft.node.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weft.node.home.DataFolder;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** The options that every command has, and what every command does with them. */
public final class Common {
    private static final String DATA = "--data";
    private static final String JSON = "--json";

    @Option(names = DATA, paramLabel = "DIR", description = "The data folder (default: the one of this person on this machine).")
    private Optional<Path> data = Optional.empty();

    @Option(names = JSON, description = "Answer in JSON.")
    private boolean json;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
    private boolean help;

    @Spec(Spec.Target.MIXEE)
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    /** The data folder. */
    public Path folder() {
        return data.or(() -> above(DATA).flatMap(value -> value instanceof Optional<?> given ? given.map(Path.class::cast) : Optional.empty()))
                .orElseGet(Common::usual);
    }

    /** What an option was given before the command's name, as in {@code weft --json list}. */
    private Optional<Object> above(String option) {
        for (CommandSpec at = java.util.Objects.requireNonNull(spec).parent(); at != null; at = at.parent()) {
            OptionSpec found = at.findOption(option);
            if (found != null && !found.stringValues().isEmpty()) {
                return Optional.ofNullable(found.getValue());
            }
        }
        return Optional.empty();
    }

    /** The data folder where nobody chose one. */
    public static Path usual() {
        return DataFolder.usual(System.getenv(), Path.of(System.getProperty("user.home", ".")), System.getProperty("os.name", ""));
    }

    /** Whether help was asked for; picocli answers that itself. */
    boolean help() {
        return help;
    }

    boolean json() {
        return json || above(JSON).map(Boolean.TRUE::equals).orElse(false);
    }

    PrintWriter out() {
        return java.util.Objects.requireNonNull(spec).commandLine().getOut();
    }

    NodeClient client() {
        return new NodeClient(folder());
    }

    /** Prints an answer: as it came, or in words. */
    int show(Json.Obj answer, Function<Json.Obj, String> words) {
        out().print(json() ? answer.write() + "\n" : words.apply(answer));
        out().flush();
        return 0;
    }

    /** The circle of a name or the beginning of an address; the only one where none is given. */
    Json.Obj circle(NodeClient client, Optional<String> wanted) {
        List<Json.Obj> all = Words.list(client.get("/"), "circles");
        List<Json.Obj> found = all.stream()
                .filter(circle -> wanted.isEmpty() || Words.text(circle, "name").equalsIgnoreCase(wanted.get())
                        || wanted.get().length() >= 4 && Words.text(circle, "address").startsWith(wanted.get()))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        String names = String.join(", ", all.stream().map(circle -> Words.line(Words.text(circle, "name"))).toList());
        throw new Stop(Stop.REFUSED, all.isEmpty()
                ? "This node is in no circle yet. Make one with ./weft circle new NAME, or join one with ./weft circle join LINK."
                : found.isEmpty() ? "No circle here is called so. There are: " + names + "."
                : "Which circle? Say it with --circle. There are: " + names + ".");
    }

    /** The path of the thread whose name begins so. */
    String thread(NodeClient client, String wanted) {
        if (wanted.length() < 4 || !wanted.matches("[0-9a-f]{4,64}")) {
            throw new Stop(Stop.USAGE, "A thread is named by at least four characters of the name that ./weft list shows.");
        }
        List<String> paths = Words.list(client.get("/"), "circles").stream()
                .flatMap(circle -> Words.list(client.get("/c/" + Words.text(circle, "address") + "?ended=1"), "threads").stream())
                .filter(card -> Words.text(card, "thread").startsWith(wanted))
                .map(card -> Words.text(card, "path"))
                .toList();
        if (paths.size() != 1) {
            throw new Stop(Stop.REFUSED, paths.isEmpty()
                    ? "No thread here is named so; it may be forgotten. ./weft list shows what there is."
                    : "Several threads begin so; give more characters.");
        }
        return paths.getFirst();
    }

    /** Posts one field or none. */
    Json.Obj post(NodeClient client, String path, Map<String, String> fields) {
        return client.post(path, form(fields));
    }

    /** The same with a passphrase, which is destroyed. */
    Json.Obj post(NodeClient client, String path, Map<String, String> fields, Secret passphrase) {
        try (passphrase) {
            return client.post(path, form(fields), passphrase);
        }
    }

    private static Map<String, List<String>> form(Map<String, String> fields) {
        Map<String, List<String>> form = new java.util.LinkedHashMap<>();
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        return form;
    }
}
