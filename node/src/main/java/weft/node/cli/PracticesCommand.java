package weft.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.practice.Scaling;
import weft.practice.Shelf;
import weft.wire.json.Json;

/** {@code weft practices}: the shelf that the program brings along. Needs no running node. */
@Command(name = "practices", description = "Practices: those that Weft brings along, and those on the shelves of your circles.",
        subcommands = {PracticesCommand.Listing.class, PracticesCommand.Show.class, PracticesCommand.Export.class,
        ShelfCommands.OfCircle.class, ShelfCommands.Read.class, ShelfCommands.Put.class, ShelfCommands.Keep.class, ShelfCommands.Tell.class,
        ShelfCommands.Carry.class, ShelfCommands.Take.class, ShelfCommands.Give.class, ShelfCommands.Publish.class})
public final class PracticesCommand implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Override
    public Integer call() {
        return list(common, "en");
    }

    private static int list(Common common, String language) {
        List<Json.Obj> all = new ArrayList<>();
        for (String name : Shelf.NAMES) {
            Practice practice = seed(name, language);
            all.add(Json.object("name", name, "title", practice.front().title(), "language", practice.front().language(), "summary", practice.front()
                    .summary()));
        }
        return common.show(Json.object("practices", all), answer -> Words.list(answer, "practices").stream()
                .map(one -> String.format("%-24s %s%n", Words.text(one, "name"), Words.text(one, "summary"))).collect(Collectors.joining()));
    }

    private static Practice seed(String name, String language) {
        if (!Shelf.LANGUAGES.contains(language)) {
            throw new Stop(Stop.USAGE, "The shelf is there in these languages: " + String.join(", ", Shelf.LANGUAGES) + ".");
        }
        return Shelf.read(name, language).orElseThrow(() -> new Stop(Stop.USAGE, "There is no practice called so; ./weft practices list shows what there is."));
    }

    @Command(name = "list", description = "Show the names of all practices.")
    static final class Listing implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--language", paramLabel = "TAG", description = "en or fr (default: en).")
        private String language = "en";

        @Override
        public Integer call() {
            return list(common, language);
        }
    }

    @Command(name = "show", description = "Print one as plain text.")
    static final class Show implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
        private String name = "";

        @Option(names = "--language", paramLabel = "TAG", description = "en or fr (default: en).")
        private String language = "en";

        @Option(names = "--for", paramLabel = "N", description = "Tables that scale are written for so many.", defaultValue = "0")
        private int people;

        @Override
        public Integer call() {
            Practice practice = Scaling.scale(seed(name, language), people);
            return common.show(Json.object("name", name, "title", practice.front().title(), "markdown", practice.write()), answer ->
                    Markdown.plain(practice.text()));
        }
    }

    @Command(name = "export", description = "Write all of them into a folder, as Markdown.")
    static final class Export implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "DIR", description = "The folder; it is made where there is none, and no file in it is replaced.")
        private Path folder = Path.of("");

        @Override
        public Integer call() {
            List<Json> written = new ArrayList<>();
            try {
                for (String language : Shelf.LANGUAGES) {
                    Path into = Files.createDirectories(folder.resolve(language));
                    for (String name : Shelf.NAMES) {
                        Path file = into.resolve(name + ".md");
                        if (!Files.exists(file)) {
                            Files.writeString(file, seed(name, language).write());
                            written.add(Json.of(file.toString()));
                        }
                    }
                }
            } catch (IOException e) {
                throw new Stop(Stop.MACHINE, folder + " can't be written; name another folder, or make room on the disk.");
            }
            return common.show(Json.object("files", written), answer -> written.size() + (written.size() == 1 ? " file" : " files") + " written to "
                    + folder + ".\n");
        }
    }
}
