package weft.node.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.wire.json.Json;

/** The commands about who is inside a thread, and about what this node shows. */
public final class AsideCommands {
    private AsideCommands() {}

    /** One of each. */
    public static List<Object> all() {
        return List.of(new Say(), new LetOut(), new Withdraw(), new Hide(), new Unhide());
    }

    @Command(name = "say", description = "Say something in the aside of a thread that you are inside of.")
    static final class Say implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Parameters(index = "1", paramLabel = "TEXT", description = "The words; - reads the standard input.")
        private String text = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, common.thread(client, thread) + "/aside", Map.of("aside", ThreadCommands.words(text))), done -> "Done.\n");
        }
    }

    @Command(name = "let-out", description = "Let someone out of the aside of your thread: they can't read what is said from now on.")
    static final class LetOut implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Parameters(index = "1", paramLabel = "VOICE", description = "The beginning of the answer's voice, from show.")
        private String voice = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = common.thread(client, thread);
            List<String> voices = Words.list(client.get(path), "answers").stream().filter(answer -> Words.truth(answer, "admitted"))
                    .map(answer -> Words.text(answer, "voice")).filter(key -> voice.length() >= 4 && key.startsWith(voice)).distinct().toList();
            if (voices.size() != 1) {
                throw new Stop(Stop.REFUSED, "Give at least four characters of a voice that you let in; ./weft show " + thread + " lists them.");
            }
            return common.show(common.post(client, path + "/let-out", Map.of("voice", voices.getFirst())),
                    done -> "Let out: from now on there is a new key. What was said before, they have.\n");
        }
    }

    @Command(name = "withdraw", description = "Take back your answer: you can't after all.")
    static final class Withdraw implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, common.thread(client, thread) + "/withdraw", Map.of()), done -> "Taken back.\n");
        }
    }

    @Command(name = "hide", description = "Show a thread no more on this machine; nobody else learns of it.")
    static final class Hide implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, common.thread(client, thread) + "/hide", Map.of()), done -> "Hidden; ./weft unhide lists what is.\n");
        }
    }

    @Command(name = "unhide", description = "Show a hidden thread again, or list what is hidden.")
    static final class Unhide implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(arity = "0..1", paramLabel = "THREAD", description = "Its short name; without it, what is hidden is listed.")
        private Optional<String> thread = Optional.empty();

        @Option(names = "--circle", paramLabel = "NAME", description = "In this circle alone.")
        private Optional<String> circle = Optional.empty();

        private record Hidden(String circle, Json.Obj card) {}

        @Override
        public Integer call() {
            NodeClient client = common.client();
            List<Json.Obj> circles = circle.isPresent() ? List.of(common.circle(client, circle)) : Words.list(client.get("/"), "circles");
            List<Hidden> hidden = new ArrayList<>();
            for (Json.Obj one : circles) {
                String address = Words.text(one, "address");
                Words.list(client.get("/c/" + address + "/settings"), "hidden").forEach(card -> hidden.add(new Hidden(address, card)));
            }
            if (thread.isEmpty()) {
                return common.show(Json.object("hidden", hidden.stream().map(Hidden::card).toList()), ignored -> hidden.isEmpty() ? "Nothing is hidden.\n"
                        : String.join("", hidden.stream().map(one -> Words.card(one.card()) + "\n").toList()));
            }
            List<Hidden> found = hidden.stream().filter(one -> thread.get().length() >= 4 && Words.text(one.card(), "thread").startsWith(thread.get()))
                    .toList();
            if (found.size() != 1) {
                throw new Stop(Stop.REFUSED, "No hidden thread is named so; ./weft unhide lists them.");
            }
            return common.show(common.post(client, "/c/" + found.getFirst().circle() + "/unhide",
                    Map.of("thread", Words.text(found.getFirst().card(), "thread"))),
                    done -> "Shown again.\n");
        }
    }
}
