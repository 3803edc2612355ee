package weft.node.cli;

import weft.node.home.FontFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.practice.Practice;
import weft.practice.Scaling;
import weft.press.Booklets;
import weft.press.Fonts;
import weft.press.Paper;
import weft.press.PrintStop;
import weft.press.Printed;
import weft.press.Progress;
import weft.press.Wish;
import weft.wire.json.Json;

/** {@code weft booklet}: puts a file of Markdown on paper. Needs no running node. */
@Command(name = "booklet", sortOptions = false, description = "Make a PDF of a practice: a booklet to fold, a leaflet or a poster.",
        footer = {"", "Print a booklet on both sides, turned over the short edge, then fold the stack and staple it in the fold."})
public final class BookletCommand implements Callable<Integer> {
    /** Kept, so that the level stays set. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache");

    @Mixin private Common common = new Common();

    @Parameters(index = "0", paramLabel = "FILE.md", description = "Markdown, with or without a head of title and language, a page of "
            + "HTML or an EPUB; or the name of a practice of the shelf.")
    private Path file = Path.of("");

    @Option(names = {"-o", "--out"}, paramLabel = "FILE.pdf", description = "Where the PDF goes (default: beside, with the ending .pdf).")
    private Optional<Path> target = Optional.empty();

    @Option(names = "--paper", paramLabel = "a4|letter", description = "The sheets in the printer (default: a4).", defaultValue = "a4")
    private String paper = "a4";

    @ArgGroup(exclusive = true)
    private Shape shape = new Shape();

    @Option(names = "--grey", description = "Pictures without colour.")
    private boolean grey;

    @Option(names = "--for", paramLabel = "N", description = "Tables that scale are written for so many.")
    private Optional<Integer> people = Optional.empty();

    @Option(names = "--language", paramLabel = "TAG", description = "The language of a text that does not say (default: en); of a practice of the "
            + "shelf, which one.")
    private String language = "en";

    @Option(names = "--link", paramLabel = "ADDRESS", description = "What the QR code of a poster holds.")
    private Optional<String> link = Optional.empty();

    @Option(names = "--fonts", paramLabel = "DIR", description = "A folder with further fonts (Noto, TrueType).")
    private Optional<Path> fonts = Optional.empty();

    /** What is made. */
    static final class Shape {
        @Option(names = "--pages", description = "The pages one after the other, for a screen.")
        private boolean pages;

        @Option(names = "--leaflet", description = "One sheet, folded in three.")
        private boolean leaflet;

        @Option(names = "--poster", description = "One page for a wall.")
        private boolean poster;

        Wish.Form form() {
            return pages ? Wish.Form.PAGES : leaflet ? Wish.Form.LEAFLET : poster ? Wish.Form.POSTER : Wish.Form.BOOKLET;
        }
    }

    @Override
    public Integer call() {
        PDFBOX.setLevel(Level.OFF);
        if (!paper.equalsIgnoreCase("a4") && !paper.equalsIgnoreCase("letter")) {
            throw new Stop(Stop.USAGE, "There is paper of two sizes: --paper a4 or --paper letter.");
        }
        Practice practice = PracticeFiles.practice(file, language);
        if (people.isPresent()) {
            practice = scaled(practice, people.get());
        }
        Wish wish = new Wish(shape.form(), paper.equalsIgnoreCase("letter") ? Paper.LETTER : Paper.A4, grey, link);
        Path out = target.orElseGet(() -> Path.of(Path.of(file.toString().replaceFirst("(?i)\\.(md|markdown|txt|x?html?|epub)$", "")) + ".pdf"));
        Printed printed = write(practice, wish, out);
        if (common.json()) {
            return common.show(Json.object("file", out.toString(), "pages", printed.pages(), "sheets", printed.sheets(),
                    "remarks", printed.remarks().stream().map(Words::line).map(Json::of).toList()), answer -> "");
        }
        PrintWriter words = common.out();
        printed.remarks().forEach(remark -> words.println(Words.line(remark)));
        words.println(out + ": " + printed.sheets() + (printed.sheets() == 1 ? " sheet" : " sheets") + " of paper, " + printed.pages()
                + (printed.pages() == 1 ? " page" : " pages") + " in the file.");
        words.flush();
        return 0;
    }

    private static Practice scaled(Practice practice, int people) {
        if (people < 1 || people > 100_000) {
            throw new Stop(Stop.USAGE, "--for takes a whole number from 1 to 100000.");
        }
        if (!Scaling.scales(practice)) {
            throw new Stop(Stop.USAGE, "No table of this text scales: its head needs a line 'for: 50', and a table a column headed 'for 50'.");
        }
        return Scaling.scale(practice, people);
    }

    private Printed write(Practice practice, Wish wish, Path out) {
        Path half = out.resolveSibling(out.getFileName() + ".half");
        ProgressLine line = new ProgressLine(!common.json());
        try {
            Printed printed;
            try (OutputStream stream = Files.newOutputStream(half)) {
                printed = Booklets.print(practice, wish, new Fonts(new FontFolders(fonts)::find), address -> PracticeFiles.picture(file, address),
                        stream, line);
            }
            Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
            return printed;
        } catch (PrintStop e) {
            throw new Stop(Stop.REFUSED, e.sentence());
        } catch (NoSuchFileException e) {
            throw new Stop(Stop.MACHINE, "There is no folder for " + out + "; make it, or name another place with -o.");
        } catch (IOException e) {
            throw new Stop(Stop.MACHINE, out + " can't be written; name another place with -o, or make room on the disk.");
        } finally {
            line.end();
            try {
                Files.deleteIfExists(half);
            } catch (IOException e) {
                // What is half written stays; the next run writes over it.
            }
        }
    }

    /** One line on the error stream, rewritten on a terminal, and silent elsewhere. */
    private static final class ProgressLine implements Progress {
        private final boolean shown;
        private boolean dirty;

        ProgressLine(boolean wanted) {
            shown = wanted && Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
        }

        @Override
        public void at(Stage stage, int done, int of) {
            if (!shown) {
                return;
            }
            dirty = true;
            String words = switch (stage) {
                case LAYOUT -> "breaking the text into pages";
                case PAGES -> "page " + done;
                case SHEETS -> "side " + done + " of " + of;
            };
            System.err.print("\r\u001b[K" + words);
            System.err.flush();
        }

        void end() {
            if (dirty) {
                System.err.print("\r\u001b[K");
                System.err.flush();
            }
        }
    }
}
