package weft.node.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.jdk.JdkPrimitives;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.practice.PracticeReader;
import weft.practice.Scaling;
import weft.practice.carry.Folder;
import weft.press.carry.Epub;
import weft.press.carry.WebPage;
import weft.wire.json.Json;

/** The commands about practices on the shelves of circles; they ask the running node. */
final class ShelfCommands {
    private ShelfCommands() {}

    private static String shelf(Common common, NodeClient client, Optional<String> circle) {
        return "/c/" + Words.text(common.circle(client, circle), "address") + "/practices";
    }

    /** The path of the practice whose short name begins so, or whose title is this. */
    private static String path(NodeClient client, String wanted) {
        List<Json.Obj> found = Words.list(client.get("/"), "circles").stream()
                .flatMap(circle -> Words.list(client.get("/c/" + Words.text(circle, "address") + "/practices"), "practices").stream())
                .filter(one -> Words.text(one, "title").equalsIgnoreCase(wanted)
                        || wanted.matches("[0-9a-f]{4,64}") && Words.text(one, "practice").startsWith(wanted)).toList();
        if (found.size() != 1) {
            throw new Stop(Stop.REFUSED, found.isEmpty() ? "No practice on your shelves is called so; ./weft practices shelf shows what there is."
                    : "Several practices are called so; use the short name that ./weft practices shelf shows.");
        }
        return Words.text(found.getFirst(), "path");
    }

    private static String line(Json.Obj one) {
        return Words.text(one, "practice").substring(0, 10) + "  " + Words.text(one, "language") + "  " + Words.line(Words.text(one, "title"))
                + (Words.truth(one, "kept") ? ", kept" : "") + ", until " + Words.text(one, "lastDay") + "\n";
    }

    @Command(name = "shelf", description = "Show what is on a circle's shelf.")
    static final class OfCircle implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Of which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--words", paramLabel = "WORDS", description = "Only what holds these words.")
        private Optional<String> words = Optional.empty();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(client.get(shelf(common, client, circle) + words.map(text -> "?q=" + NodeClient.encoded(text)).orElse("")),
                    answer -> Words.list(answer, "practices").stream().map(ShelfCommands::line).collect(Collectors.joining()));
        }
    }

    @Command(name = "read", description = "Print a practice of a shelf as plain text, with what is told of it.")
    static final class Read implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NAME", description = "Its short name or its title.")
        private String name = "";

        @Option(names = "--for", paramLabel = "N", description = "Tables that scale are written for so many.", defaultValue = "0")
        private int people;

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(client.get(path(client, name)), answer -> Markdown.plain(Scaling.scale(practice(Words.text(answer, "markdown")), people).text())
                    + Words.list(answer, "accounts").stream().map(one -> "\n" + Words.line(Words.text(one, "by")) + ": " + Words.safe(Words.text(one, "text"))
                            + "\n").collect(Collectors.joining()));
        }
    }

    private static Practice practice(String file) {
        return PracticeReader.read(file).orThrow();
    }

    @Command(name = "put", description = "Put Markdown, EPUB books or pages of HTML, or all such files of a folder, on a circle's shelf.")
    static final class Put implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--circle", paramLabel = "NAME", description = "In which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--language", paramLabel = "TAG", description = "The language of texts that don't say (default: en).", defaultValue = "en")
        private String language = "en";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = shelf(common, client, circle) + "/take";
            List<Json> taken = new ArrayList<>();
            List<String> left = new ArrayList<>();
            for (Path file : all(files)) {
                // One that can't be taken keeps no other out.
                try {
                    common.post(client, path, Map.of("text", PracticeFiles.practice(file, language).write(), "language", language, "put", "1"));
                    taken.add(Json.of(file.toString()));
                } catch (Stop e) {
                    left.add(e.getMessage());
                }
            }
            common.show(Json.object("files", taken, "left", Json.texts(left)), answer -> taken.size() + (taken.size() == 1 ? " practice" : " practices")
                    + " put on the shelf.\n");
            if (!left.isEmpty()) {
                throw new Stop(Stop.REFUSED, String.join("\n", left));
            }
            return 0;
        }
    }

    private static List<Path> all(List<Path> given) {
        List<Path> out = new ArrayList<>();
        for (Path path : given) {
            if (!Files.isDirectory(path)) {
                out.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path, 4)) {
                inside.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown|epub|x?html?)")).sorted().forEach(out::add);
            } catch (IOException e) {
                throw new Stop(Stop.MACHINE, "The folder " + path + " can't be read.");
            }
        }
        if (out.isEmpty()) {
            throw new Stop(Stop.USAGE, "There is no Markdown, EPUB or HTML in there.");
        }
        return out;
    }

    @Command(name = "keep", description = "Keep a practice, so that it does not fade.")
    static final class Keep implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NAME", description = "Its short name or its title.")
        private String name = "";

        @Option(names = "--no-more", description = "Keep it no more.")
        private boolean not;

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, path(client, name) + "/keep", Map.of("on", not ? "0" : "1")), answer -> "Done.\n");
        }
    }

    @Command(name = "tell", description = "Tell how a practice went.")
    static final class Tell implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NAME", description = "Its short name or its title.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "TEXT", description = "What worked, what you would do otherwise; - reads the standard input.")
        private String text = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, path(client, name) + "/tell", Map.of("text", ThreadCommands.words(text))), answer -> "Done.\n");
        }
    }

    @Command(name = "carry", description = "Carry a practice onto another circle's shelf.")
    static final class Carry implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NAME", description = "Its short name or its title.")
        private String name = "";

        @Option(names = "--to", paramLabel = "CIRCLE", required = true, description = "Into which circle.")
        private String to = "";

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String address = Words.text(common.circle(client, Optional.of(to)), "address");
            return common.show(common.post(client, path(client, name) + "/carry", Map.of("to", address)), answer -> "Done.\n");
        }
    }

    @Command(name = "take", description = "Fetch an article from the open Nostr network into a draft.")
    static final class Take implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NADDR", description = "Its address.")
        private String address = "";

        @Option(names = "--circle", paramLabel = "NAME", description = "For which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            return common.show(common.post(client, shelf(common, client, circle) + "/take", Map.of("text", address, "language", "und")),
                    answer -> "It is a draft now; look at it on the page " + Words.text(answer, "path") + "\n");
        }
    }

    @Command(name = "give", description = "Write a shelf into a folder, as Markdown, EPUB or HTML.")
    static final class Give implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "DIR", description = "The folder; it is made where there is none, and no file in it is replaced.")
        private Path folder = Path.of("");

        @Option(names = "--circle", paramLabel = "NAME", description = "Of which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--as", paramLabel = "markdown|epub|html", description = "In which form (default: markdown).", defaultValue = "markdown")
        private String form = "markdown";

        @Override
        public Integer call() {
            if (!List.of("markdown", "epub", "html").contains(form)) {
                throw new Stop(Stop.USAGE, "There are three forms: --as markdown, --as epub or --as html.");
            }
            NodeClient client = common.client();
            List<Practice> practices = Words.list(client.get(shelf(common, client, circle)), "practices").stream()
                    .map(one -> practice(Words.text(client.get(Words.text(one, "path")), "markdown"))).toList();
            List<Json> written = new ArrayList<>();
            try {
                Files.createDirectories(folder);
                for (Map.Entry<String, String> file : Folder.write(practices).entrySet()) {
                    Path target = folder.resolve(file.getKey().replaceFirst("\\.md$", form.equals("markdown") ? ".md" : "." + form));
                    if (!Files.exists(target)) {
                        write(target, practice(file.getValue()));
                        written.add(Json.of(target.toString()));
                    }
                }
            } catch (IOException e) {
                throw new Stop(Stop.MACHINE, folder + " can't be written; name another folder, or make room on the disk.");
            }
            return common.show(Json.object("files", written), answer -> written.size() + (written.size() == 1 ? " file" : " files") + " written to " + folder
                    + ".\n");
        }

        private void write(Path target, Practice practice) throws IOException {
            switch (form) {
                case "epub" -> {
                    try (OutputStream out = Files.newOutputStream(target)) {
                        Epub.write(new JdkPrimitives(), practice, System.currentTimeMillis() / 1000, address -> Optional.empty(), out);
                    }
                }
                case "html" -> Files.writeString(target, WebPage.html(practice, address -> Optional.empty()), StandardCharsets.UTF_8);
                default -> Files.writeString(target, practice.write(), StandardCharsets.UTF_8);
            }
        }
    }

    @Command(name = "publish", description = "Publish a practice on the open Nostr network. That can't be taken back.")
    static final class Publish implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NAME", description = "Its short name or its title.")
        private String name = "";

        @Option(names = "--relay", paramLabel = "ADDRESS", required = true, description = "A public relay; may be given again.")
        private List<String> relays = new ArrayList<>();

        @Option(names = "--for-ever", description = "You have read it once more, and know that everybody can keep it for ever.")
        private boolean sure;

        @Override
        public Integer call() {
            if (!sure) {
                throw new Stop(Stop.USAGE, "Publishing can't be taken back: everybody in the world can read it, copy it and keep it for ever. Read it once "
                        + "more for names and places of people here, then say --for-ever.");
            }
            NodeClient client = common.client();
            return common.show(common.post(client, path(client, name) + "/publish", Map.of("relays", String.join("\n", relays), "sure", "1")),
                    answer -> "Published: " + Words.text(answer, "address") + "\n");
        }
    }
}
