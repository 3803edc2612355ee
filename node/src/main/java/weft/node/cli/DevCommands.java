package weft.node.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** Commands for those who build or test software that speaks the same protocols. */
@Command(name = "dev", description = "For people who build software: negentropy.", synopsisSubcommandLabel = "negentropy", subcommands = DevCommands.Sync.class)
public final class DevCommands {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
    private boolean help;

    /** Whether help was asked for; picocli answers that itself. */
    boolean help() {
        return help;
    }

    /**
     * One side of a reconciliation, by the lines that the test harnesses of other implementations speak.
     *
     * <pre>
     * in   item,TIME,ID   seal   initiate   msg,HEX
     * out  msg,HEX   have,ID   need,ID   done
     * </pre>
     */
    @Command(name = "negentropy", description = {"Speak the lines of the usual NIP-77 test harness on the standard input and output:",
        "item,<time>,<hex id>  seal  initiate  msg,<hex>  in;  msg,<hex>  have,<id>  need,<id>  done  out.",
        "The environment's FRAMESIZELIMIT is the most bytes of a message (0, the default, for no limit, else at least 4096)."})
    static final class Sync implements Callable<Integer> {
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and stop.")
        private boolean help;

        @Spec
        private @Nullable CommandSpec spec;

        /** Whether help was asked for; picocli answers that itself. */
        boolean help() {
            return help;
        }

        @Override
        public Integer call() throws IOException {
            PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
            return speak(System.in, out, System.getenv().getOrDefault("FRAMESIZELIMIT", "0"));
        }

        /** Speaks until the input ends. */
        static int speak(InputStream in, PrintWriter out, String limit) throws IOException {
            if (!limit.matches("0|[1-9][0-9]{3,8}") || !limit.equals("0") && Integer.parseInt(limit) < 4096) {
                throw new Stop(Stop.USAGE, "FRAMESIZELIMIT is 0 or a number from 4096 up, in bytes.");
            }
            Side side = new Side(Integer.parseInt(limit), out);
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    side.take(line.strip().split(",", -1));
                    out.flush();
                }
            }
            return 0;
        }
    }

    private static final class Side {
        private final SyncIndex index = new SyncIndex();
        private final Negentropy negentropy;
        private final PrintWriter out;
        private boolean sealed;

        Side(int limit, PrintWriter out) {
            this.negentropy = new Negentropy(new JdkPrimitives(), index, limit);
            this.out = out;
        }

        void take(String[] words) {
            switch (words[0] + words.length) {
                case "item3" -> item(words[1], words[2]);
                case "seal1" -> sealed = true;
                case "initiate1" -> say("msg," + ready().initiate().hex());
                case "msg2" -> message(Bytes.parseHex(words[1]).orElseThrow(() -> new Stop(Stop.USAGE, "After msg, there has to be lower-case hex.")));
                default -> throw new Stop(Stop.USAGE, "Not a line of the harness: " + words[0] + ". ./weft dev negentropy --help names them.");
            }
        }

        private void item(String time, String id) {
            Optional<Bytes> bytes = Bytes.parseHex(id).filter(parsed -> parsed.size() == 32);
            if (sealed || bytes.isEmpty()) {
                throw new Stop(Stop.USAGE, sealed ? "No item may come after seal." : "An item is item,<unsigned seconds>,<64 lower-case hex digits>.");
            }
            try {
                index.add(Long.parseUnsignedLong(time), bytes.get());
            } catch (IllegalArgumentException e) {
                throw new Stop(Stop.USAGE, "An item's time is unsigned seconds below 2^64-1, not " + Words.line(time) + ".");
            }
        }

        private Negentropy ready() {
            if (!sealed) {
                throw new Stop(Stop.USAGE, "Say seal before initiate or msg.");
            }
            return negentropy;
        }

        private void message(Bytes message) {
            switch (ready().reconcile(message)) {
                case Checked.Bad<Negentropy.Step>(var fault, String detail) ->
                    throw new Stop(Stop.REFUSED, "That message can't be read: " + fault.code() + ", " + detail + ".");
                case Checked.Good<Negentropy.Step>(Negentropy.Step step) -> {
                    step.have().forEach(id -> say("have," + id.hex()));
                    step.need().forEach(id -> say("need," + id.hex()));
                    say(step.next().map(next -> "msg," + next.hex()).orElse("done"));
                }
            }
        }

        private void say(String line) {
            out.print(line);
            out.print('\n');
        }
    }
}
