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

/** The commands about people: acquaintances and their names; leaving a circle and going on in a fresh one. */
@Command(name = "people", description = "Show the people you know, or name one: people FOUR-WORDS-OR-NAME NEW-NAME.")
public final class PeopleCommands implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Parameters(index = "0", arity = "0..1", paramLabel = "WHO", description = "A name, or the beginning of an address.")
    private Optional<String> who = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "What you call them from now on, on this node alone.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        NodeClient client = common.client();
        if (who.isPresent() && name.isPresent()) {
            common.post(client, "/people/" + address(client, who.get()), Map.of("name", name.get()));
        }
        return common.show(client.get("/people"), PeopleCommands::lines);
    }

    private static String lines(Json.Obj people) {
        StringBuilder out = new StringBuilder();
        for (Json.Obj one : Words.list(people, "acquaintances")) {
            String name = Words.line(Words.text(one, "name"));
            out.append(Words.text(one, "address"), 0, 10).append("  ").append(name.isEmpty() ? "(not named yet)" : name)
                    .append("  ").append(Words.text(one, "checkWords")).append('\n');
        }
        return out.isEmpty() ? "Nobody yet: an invitation makes two people known to each other.\n" : out.toString();
    }

    private static String address(NodeClient client, String wanted) {
        List<String> found = Words.list(client.get("/people"), "acquaintances").stream()
                .filter(one -> Words.text(one, "name").equalsIgnoreCase(wanted)
                        || wanted.length() >= 4 && Words.text(one, "address").startsWith(wanted)
                        || Words.text(one, "checkWords").equalsIgnoreCase(wanted))
                .map(one -> Words.text(one, "address")).toList();
        if (found.size() != 1) {
            throw new Stop(Stop.REFUSED, (found.isEmpty() ? "Nobody you know is called " : "Several people you know are called ") + Words.line(wanted)
                    + ". ./weft people shows them; use the beginning of an address.");
        }
        return found.getFirst();
    }

    private static int regroup(Common common, Optional<String> circle, Optional<String> name, List<String> with, boolean all) {
        NodeClient client = common.client();
        Json.Obj old = common.circle(client, circle);
        List<String> addresses = new ArrayList<>();
        with.forEach(one -> addresses.add(address(client, one)));
        if (all) {
            Words.list(client.get("/people"), "acquaintances").stream()
                    .filter(one -> Words.text(one, "shared").contains(Words.text(old, "address")))
                    .forEach(one -> addresses.add(Words.text(one, "address")));
        }
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("name", List.of(name.orElse(Words.text(old, "name"))));
        form.put("with", addresses);
        return common.show(client.post("/c/" + Words.text(old, "address") + "/regroup", form), answer -> Words.text(answer, "circle") + "\n"
                + "Handed to " + addresses.size() + " of the people you know. Your own open threads follow within twelve hours.\n"
                + "The old circle stays here until you leave it: ./weft circle leave.\n");
    }

    @Command(name = "leave", description = "Leave a circle: its keys are destroyed on this machine.")
    static final class Leave implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--yes", description = "Do it: it can't be undone.")
        private boolean yes;

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Json.Obj found = common.circle(client, circle);
            if (!yes) {
                throw new Stop(Stop.USAGE, "Leaving " + Words.line(Words.text(found, "name")) + " destroys its keys on this machine; to come back you need "
                        + "a new invitation. What you wrote stays with the others until its last day. Say it again with --yes.");
            }
            return common.show(common.post(client, "/c/" + Words.text(found, "address") + "/leave", Map.of("sure", "1")), done ->
                    "Left. Earlier backups of this machine may still hold keys.\n");
        }
    }

    @Command(name = "regroup", description = "Go on in a fresh circle with people you choose.")
    static final class Regroup implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--with", paramLabel = "WHO", description = "Somebody you know; may be given again.")
        private List<String> with = new ArrayList<>();

        @Option(names = "--name", paramLabel = "NAME", description = "What you call the fresh circle (default: as the old one).")
        private Optional<String> name = Optional.empty();

        @Override
        public Integer call() {
            return regroup(common, circle, name, with, false);
        }
    }

    @Command(name = "renew", description = "Make fresh keys for a circle: regroup with everybody you know in it.")
    static final class Renew implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Override
        public Integer call() {
            return regroup(common, circle, Optional.empty(), List.of(), true);
        }
    }

    @Command(name = "follow", description = "Show fresh circles that people you know offer, or follow into one.")
    static final class Follow implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "The beginning of the offer's name.")
        private Optional<String> id = Optional.empty();

        @Option(names = "--with", paramLabel = "WHO", description = "Hand it on to somebody you know; may be given again.")
        private List<String> with = new ArrayList<>();

        @Option(names = "--name", paramLabel = "NAME", description = "What you call it.")
        private String name = "Circle";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            List<Json.Obj> offers = Words.list(client.get("/"), "offers");
            if (id.isEmpty()) {
                return common.show(client.get("/"), start -> offers.isEmpty() ? "No offers.\n" : String.join("", offers.stream()
                        .map(one -> Words.text(one, "id").substring(0, 10) + "  from " + Words.line(Words.text(one, "by")) + "\n").toList()));
            }
            List<Json.Obj> found = offers.stream().filter(one -> id.get().length() >= 4 && Words.text(one, "id").startsWith(id.get())).toList();
            if (found.size() != 1) {
                throw new Stop(Stop.REFUSED, "No offer is named so; ./weft circle follow shows them.");
            }
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("name", List.of(name));
            form.put("with", with.stream().map(one -> address(client, one)).toList());
            return common.show(client.post("/offers/" + Words.text(found.getFirst(), "id"), form), answer -> Words.text(answer, "circle") + "\n");
        }
    }
}
