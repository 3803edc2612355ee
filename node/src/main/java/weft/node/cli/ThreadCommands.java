package weft.node.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** The commands about needs and offers. */
public final class ThreadCommands {
    private ThreadCommands() {}

    /** One of each. */
    public static List<Object> all() {
        return List.of(new Post(), new Board(), new Show(), new Answer(), new Admit(), new Close());
    }

    /** {@code -} stands for what is typed or piped in, which no other program on the machine can see. */
    static String words(String given) {
        if (!given.equals("-")) {
            return given;
        }
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, "Nothing could be read from the standard input.");
        }
    }

    static String done(Json.Obj answer) {
        String thread = Words.text(answer, "thread");
        return thread.isEmpty() ? "Done.\n" : thread.substring(0, 10) + "\n";
    }

    @Command(name = "post", description = "Post a need or an offer; prints its short name.")
    static final class Post implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "need|offer", description = "Which of the two.")
        private String side = "";

        @Parameters(index = "1", paramLabel = "TITLE", description = "What, on one line.")
        private String title = "";

        @Option(names = "--circle", paramLabel = "NAME", description = "In which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--text", paramLabel = "TEXT", description = "More about it; - reads the standard input.")
        private String text = "";

        @Option(names = "--kind", paramLabel = "WORD", description = "What kind of help.")
        private String kind = "";

        @Option(names = "--where", paramLabel = "PLACE", description = "Roughly where: the name of a place, no address.")
        private String where = "";

        @Option(names = "--from", paramLabel = "TIME", description = "From when on, as 2026-11-23T14:00.")
        private String from = "";

        @Option(names = "--until", paramLabel = "TIME", description = "Until when.")
        private String until = "";

        @Option(names = "--language", paramLabel = "TAG", description = "A language that will do, as en or ar; may be given again.")
        private List<String> languages = new ArrayList<>();

        @Option(names = "--for-someone-else", description = "Written down for a person who has no device.")
        private boolean other;

        @Option(names = "--last-day", paramLabel = "DATE", description = "The day after which it is forgotten (default: in 14 days).")
        private String lastDay = "";

        @Option(names = "--aside", paramLabel = "TEXT",
                description = "For those let in alone, such as the address; - reads the standard input, which nobody else on this machine can see.")
        private String aside = "";

        @Override
        public Integer call() {
            if (!side.equals("need") && !side.equals("offer")) {
                throw new Stop(Stop.USAGE, "Say whether it is a need or an offer: ./weft post need TITLE.");
            }
            NodeClient client = common.client();
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("side", List.of(side));
            form.put("title", List.of(title));
            form.put("text", List.of(words(text)));
            form.put("kind", List.of(kind));
            form.put("where", List.of(where));
            form.put("from", List.of(from));
            form.put("until", List.of(until));
            form.put("forWhom", List.of(other ? "other" : "me"));
            form.put("language", languages);
            form.put("lastDay", List.of(lastDay));
            form.put("aside", List.of(words(aside)));
            return common.show(client.post("/c/" + Words.text(common.circle(client, circle), "address") + "/post", form), ThreadCommands::done);
        }
    }

    @Command(name = "list", description = "Show what is open.")
    static final class Board implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Of this circle alone.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--needs", description = "Only needs.")
        private boolean needs;

        @Option(names = "--offers", description = "Only offers.")
        private boolean offers;

        @Option(names = "--kind", paramLabel = "WORD", description = "Only of this kind.")
        private Optional<String> kind = Optional.empty();

        @Option(names = "--words", paramLabel = "WORDS", description = "Only what holds these words.")
        private Optional<String> holding = Optional.empty();

        @Option(names = "--ended", description = "Also what is over but not forgotten yet.")
        private boolean ended;

        @Override
        public Integer call() {
            NodeClient client = common.client();
            List<Json.Obj> circles = circle.isPresent() ? List.of(common.circle(client, circle)) : Words.list(client.get("/"), "circles");
            StringBuilder query = new StringBuilder("?");
            query.append(needs == offers ? "" : needs ? "side=need&" : "side=offer&").append(ended ? "ended=1&" : "");
            kind.ifPresent(word -> query.append("kind=").append(NodeClient.encoded(word)).append('&'));
            holding.ifPresent(words -> query.append("q=").append(NodeClient.encoded(words)));
            List<Json> boards = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (Json.Obj one : circles) {
                Json.Obj board = client.get("/c/" + Words.text(one, "address") + query);
                boards.add(board);
                text.append(circles.size() > 1 ? Words.line(Words.text(one, "name")) + ":\n" : "");
                Words.list(board, "threads").forEach(card -> text.append(Words.card(card)).append('\n'));
            }
            return common.show(Json.object("boards", boards), ignored -> text.toString());
        }
    }

    @Command(name = "show", description = "Show one thread: its words, what was answered to you, the aside where you are inside.")
    static final class Show implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(client.get(common.thread(client, thread)), Words::thread);
        }
    }

    @Command(name = "answer", description = "Answer a need or an offer; only who posted it can read that.")
    static final class Answer implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Parameters(index = "1", paramLabel = "TEXT", description = "The words; - reads the standard input.")
        private String text = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, common.thread(client, thread) + "/answer", Map.of("answer", words(text))), ThreadCommands::done);
        }
    }

    @Command(name = "admit", description = "Let someone who answered into the aside of your thread.")
    static final class Admit implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Parameters(index = "1", paramLabel = "VOICE", description = "The beginning of the answer's voice, from show.")
        private String voice = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = common.thread(client, thread);
            List<String> voices = Words.list(client.get(path), "answers").stream()
                    .map(answer -> Words.text(answer, "voice")).filter(key -> voice.length() >= 4 && key.startsWith(voice)).distinct().toList();
            if (voices.size() != 1) {
                throw new Stop(Stop.REFUSED, "Give at least four characters of a voice that answered; ./weft show " + thread + " lists them.");
            }
            return common.show(common.post(client, path + "/admit", Map.of("voice", voices.getFirst())), ThreadCommands::done);
        }
    }

    @Command(name = "close", description = "Say that your thread is over: done, or no longer wanted.")
    static final class Close implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "THREAD", description = "Its short name, from list.")
        private String thread = "";

        @Option(names = "--no-longer", description = "No longer wanted or on offer, instead of done.")
        private boolean noLonger;

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Map<String, String> form = Map.of("ending", noLonger ? "no-longer" : "done");
            return common.show(common.post(client, common.thread(client, thread) + "/close", form), ThreadCommands::done);
        }
    }
}
