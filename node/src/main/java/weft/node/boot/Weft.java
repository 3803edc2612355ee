package weft.node.boot;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine;
import weft.node.cli.AppCommand;
import weft.node.cli.AsideCommands;
import weft.node.cli.BenchCommands;
import weft.node.cli.BookletCommand;
import weft.node.cli.BundleCommands;
import weft.node.cli.CircleCommands;
import weft.node.cli.Common;
import weft.node.cli.DevCommands;
import weft.node.cli.DoingCommands;
import weft.node.cli.FindCommands;
import weft.node.cli.MapCommand;
import weft.node.cli.NewsCommand;
import weft.node.cli.PeopleCommands;
import weft.node.cli.PracticesCommand;
import weft.node.cli.RoundsCommands;
import weft.node.cli.Stop;
import weft.node.cli.ThingCommands;
import weft.node.cli.ThreadCommands;
import weft.node.demo.DemoCommand;
import weft.node.shell.Faults;
import weft.node.web.WebServer;
import weft.relay.RelayMain;
import weft.store.StoreException;

/** The program {@code weft}. */
@Command(name = "weft", versionProvider = Weft.Version.class, mixinStandardHelpOptions = false, sortOptions = false,
        description = "Mutual aid without a ledger: share needs, offers and know-how in circles that nobody runs, and forget what is over.",
        footer = {"", "Without a command: starts this person's own node and opens its pages.",
            "", "Exit codes: 0 done, 1 refused or no node is running, 2 not understood, 3 no JDK or no build, 10 port in use,",
            "11 folder in use by another Weft, 12 disk full, 13 no right to write, 14 damaged, 15 written by a newer Weft,",
            "16 folder out of reach, 17 wrong passphrase."})
public final class Weft implements java.util.concurrent.Callable<Integer> {
    @Mixin private Common common = new Common();
    @Mixin private NodeRun run = new NodeRun();

    @CommandLine.Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version and stop.")
    private boolean version;

    /** The version, as the build wrote it into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Weft.class.getPackage().getImplementationVersion();
            return new String[] {"weft " + (version == null ? "from sources" : version)};
        }
    }

    @Override
    public Integer call() {
        return version ? 0 : run.run(common);
    }

    /** The command line with all its commands. */
    public static CommandLine line() {
        CommandLine line = new CommandLine(new Weft());
        ThreadCommands.all().forEach(line::addSubcommand);
        DoingCommands.all().forEach(line::addSubcommand);
        ThingCommands.all().forEach(line::addSubcommand);
        AsideCommands.all().forEach(line::addSubcommand);
        FindCommands.all().forEach(line::addSubcommand);
        line.addSubcommand(new NewsCommand());
        line.addSubcommand(new CircleCommands());
        line.addSubcommand(new PracticesCommand());
        line.addSubcommand(new RoundsCommands());
        line.addSubcommand(new MapCommand());
        line.addSubcommand(new BookletCommand());
        line.addSubcommand(new PeopleCommands());
        line.addSubcommand(new DemoCommand());
        line.addSubcommand("relay", new RelayMain());
        line.addSubcommand(new BundleCommands());
        line.addSubcommand(new AppCommand());
        line.addSubcommand(new BenchCommands());
        line.addSubcommand(new DevCommands());
        line.addSubcommand(new WarmCommand());
        line.setExecutionExceptionHandler((trouble, at, _) -> tell(trouble, at.getErr()));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        return line;
    }

    private static int tell(Exception trouble, PrintWriter err) {
        int code = switch (trouble) {
            case Stop stop -> stop.code();
            case WebServer.PortInUse ignored -> 10;
            case StoreException store -> switch (store.code()) {
                case BUSY -> 11;
                case DISK_FULL -> 12;
                case READ_ONLY -> 13;
                case DAMAGED -> 14;
                case TOO_NEW -> 15;
                case UNREACHABLE -> 16;
            };
            default -> 70;
        };
        if (code == 70) {
            err.println("A fault in the program: " + Faults.places(trouble) + ". Nothing was lost; please report this line.");
        } else {
            err.println(trouble.getMessage());
        }
        return code;
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tH:%1$tM:%1$tS %5$s%n");
        System.exit(line().execute(arguments));
    }
}
