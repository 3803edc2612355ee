package weft.node.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.wire.json.Json;

/** The commands about bundles: envelopes in a file, carried by hand. */
@Command(name = "bundle", description = "Bundles, to carry by hand what no network carries: write, read.", synopsisSubcommandLabel = "write|read",
        subcommands = {BundleCommands.Write.class, BundleCommands.Read.class})
public final class BundleCommands {
    @Mixin private Common common = new Common();

    /** Whether answers are in JSON; the options stand here so that they can also be given before the last word. */
    boolean json() {
        return common.json();
    }

    @Command(name = "write", description = "Write what this node has into a file; only members can read it.")
    static final class Write implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "FILE", description = "The file, on a stick say; its name usually ends in .weft.")
        private Path file = Path.of("");

        @Option(names = "--circle", paramLabel = "NAME", description = "Only what belongs to this circle.")
        private Optional<String> circle = Optional.empty();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String query = circle.isEmpty() ? "" : "?circle=" + Words.text(common.circle(client, circle), "address");
            long bytes = client.download("/bundle" + query, file);
            return common.show(Json.object("ok", true, "file", file.toString(), "bytes", bytes), answer -> file + ": " + size(bytes) + "\n");
        }
    }

    @Command(name = "read", description = "Take in what is valid of a file, and say why the rest is not.")
    static final class Read implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "FILE", description = "The bundle, or plain lines of events.")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new Stop(Stop.MACHINE, "There is no file to read at " + file + ". Look at the name, or whether the stick is there.");
            }
            return common.show(common.client().upload("/bundle", file, progress(file)), Read::words);
        }

        private static String words(Json.Obj report) {
            StringBuilder out = new StringBuilder();
            line(out, report, "taken", "new, taken in");
            line(out, report, "invitations", "about invitations, taken in");
            line(out, report, "known", "here already");
            line(out, report, "foreign", "of circles that this node is not in");
            line(out, report, "over", "over; their day is past");
            line(out, report, "unreadable", "that no keys here open");
            if (report.get("faults").orElse(Json.Null.NULL) instanceof Json.Obj faults) {
                faults.members().keySet().forEach(reason -> line(out, faults, reason, "not taken: " + reason));
            }
            out.append(out.isEmpty() ? "Nothing is in it.\n" : "");
            out.append(Words.truth(report, "damaged")
                    ? "The file is damaged or cut off; what stands before that was read. Copy it again for the rest.\n" : "");
            out.append(Words.truth(report, "stopped")
                    ? "The file is longer than Weft reads at once (1,000,000 lines or 4 GiB unpacked); the rest was left.\n" : "");
            return out.toString();
        }

        private static void line(StringBuilder out, Json.Obj report, String name, String words) {
            String count = Words.text(report, name);
            if (!count.equals("0") && !count.isEmpty()) {
                out.append("%7s  %s%n".formatted(count, words));
            }
        }
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " bytes" : bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    /** One line on a terminal that is rewritten; nothing where nobody looks. */
    private static LongConsumer progress(Path file) {
        if (java.util.Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isEmpty()) {
            return bytes -> { };
        }
        long all = Math.max(1, file.toFile().length());
        long[] told = {-1};
        return bytes -> {
            long percent = Math.min(100, bytes * 100 / all);
            if (percent != told[0]) {
                told[0] = percent;
                System.err.print("\rReading " + percent + " %" + (percent == 100 ? "\n" : ""));
                System.err.flush();
            }
        };
    }
}
