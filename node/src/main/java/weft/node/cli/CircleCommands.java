package weft.node.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
import weft.jdk.JdkPrimitives;
import weft.primitives.Secret;
import weft.wire.json.Json;

/** The commands about circles. */
@Command(name = "circle", description = "Circles: new, invite, join, list, names, leave, regroup, renew, follow.",
        synopsisSubcommandLabel = "new|invite|join|list|names|leave|regroup|renew|follow",
        subcommands = {CircleCommands.New.class, CircleCommands.Invite.class, CircleCommands.Join.class, CircleCommands.Listing.class,
        CircleCommands.Names.class,
            PeopleCommands.Leave.class, PeopleCommands.Regroup.class, PeopleCommands.Renew.class, PeopleCommands.Follow.class})
public final class CircleCommands {
    @Mixin private Common common = new Common();

    /** Whether answers are in JSON; the options stand here so that they can also be given before the last word. */
    boolean json() {
        return common.json();
    }

    private static String invitation(Json.Obj invitation) {
        String words = Words.text(invitation, "checkWords");
        String link = Words.text(invitation, "link");
        return Words.text(invitation, "stage") + (words.isEmpty() ? "" : ", check words: " + words) + "\n" + (link.isEmpty() ? "" : link + "\n");
    }

    @Command(name = "new", description = "Start a circle.")
    static final class New implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(paramLabel = "NAME", description = "What you call it, on this node alone.")
        private String name = "";

        @Option(names = "--relay", paramLabel = "ADDRESS", description = "A relay, as wss://example.org; may be given again.")
        private List<String> relays = new ArrayList<>();

        @Option(names = "--grace", paramLabel = "DAYS", description = "Days after a last day until keys are destroyed, 1 to 28 (default: 1).")
        private String grace = "";

        @Override
        public Integer call() {
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("name", List.of(name));
            form.put("relays", List.of(String.join("\n", relays)));
            form.put("grace", List.of(grace));
            return common.show(common.client().post("/circles/new", form), answer -> Words.text(answer, "circle") + "\n");
        }
    }

    @Command(name = "invite", description = "Make an invitation; prints the link to hand over.")
    static final class Invite implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Option(names = "--circle", paramLabel = "NAME", description = "Into which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Option(names = "--qr", description = "Draw the link as a QR code too.")
        private boolean qr;

        @Option(names = "--file", paramLabel = "FILE",
                description = "Write it into a file under a passphrase, which is asked for or read from the standard input.")
        private Optional<Path> file = Optional.empty();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            if (file.isPresent() && Files.exists(file.get())) {
                throw new Stop(Stop.USAGE, "There is a file " + file.get() + " already. Say another name.");
            }
            String path = "/c/" + Words.text(common.circle(client, circle), "address") + "/invite";
            if (file.isPresent()) {
                return sealed(client, path, file.get());
            }
            Json.Obj done = common.post(client, path, Map.of());
            return common.show(client.get("/i/" + Words.text(done, "invitation")),
                    made -> CircleCommands.invitation(made) + (qr ? TerminalCode.of(Words.text(made, "link")) : ""));
        }

        /** The passphrase is asked for first, so that nobody makes an invitation by changing their mind. */
        private int sealed(NodeClient client, String path, Path target) {
            try (Secret passphrase = Passphrase.asked("Passphrase for the file: ", new JdkPrimitives())) {
                Json.Obj done = common.post(client, path, Map.of());
                Json.Obj sealed = client.post("/i/" + Words.text(done, "invitation") + "/file", Map.of(), passphrase);
                Passphrase.write(target, Words.text(sealed, "file"));
                return common.show(client.get("/i/" + Words.text(done, "invitation")), made -> Words.text(made, "stage") + "\nWritten to " + target
                        + ". Tell the passphrase in another way than you give the file.\n");
            }
        }
    }

    @Command(name = "join", description = "Follow an invitation: a link, or a file.")
    static final class Join implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(index = "0", paramLabel = "LINK|FILE",
                description = "The weft: link (- reads the standard input), or a file, whose passphrase is asked for or read from the standard input.")
        private String link = "";

        @Parameters(index = "1", paramLabel = "NAME", arity = "0..1", description = "What you call the circle.")
        private Optional<String> name = Optional.empty();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            Map<String, String> form = new LinkedHashMap<>(Map.of("name", name.orElse("Circle")));
            boolean file = !link.startsWith("weft:") && !link.equals("-");
            form.put("link", file ? Passphrase.read(Path.of(link)) : ThreadCommands.words(link));
            Json.Obj done = file ? common.post(client, "/join", form, Passphrase.asked("Passphrase of the file: ", new JdkPrimitives()))
                    : common.post(client, "/join", form);
            return common.show(client.get("/i/" + Words.text(done, "invitation")), CircleCommands::invitation);
        }
    }

    @Command(name = "list", description = "Show the circles of this node and how they are reached.")
    static final class Listing implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Override
        public Integer call() {
            return common.show(common.client().get("/"), start -> {
                StringBuilder out = new StringBuilder();
                Words.list(start, "circles").forEach(circle -> out.append("%s  %-11s  %s%n".formatted(
                        Words.text(circle, "address").substring(0, 10), Words.text(circle, "reach"), Words.line(Words.text(circle, "name")))));
                return out.toString();
            });
        }
    }

    @Command(name = "names", description = "Whether people you know are told which voice in a circle is yours.")
    static final class Names implements Callable<Integer> {
        @Mixin private Common common = new Common();

        @Parameters(arity = "0..1", paramLabel = "on|off", description = "From now on; without it, how it stands.")
        private Optional<String> wanted = Optional.empty();

        @Option(names = "--circle", paramLabel = "NAME", description = "In which circle; needed where there are several.")
        private Optional<String> circle = Optional.empty();

        @Override
        public Integer call() {
            NodeClient client = common.client();
            String path = "/c/" + Words.text(common.circle(client, circle), "address");
            if (wanted.isPresent()) {
                if (!List.of("on", "off").contains(wanted.get())) {
                    throw new Stop(Stop.USAGE, "Say on or off: ./weft circle names on.");
                }
                common.post(client, path + "/names", Map.of("on", wanted.get().equals("on") ? "1" : "0"));
            }
            return common.show(client.get(path + "/settings"), settings -> Words.truth(settings, "tellsNames")
                    ? "People you know are told which voice here is yours.\n"
                    : "Nobody is told which voice here is yours; new ones stay strangers to everybody.\n");
        }
    }
}
