package weft.relay;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weft.store.StoreException;

/** The command line of a relay. */
@Command(name = "relay", mixinStandardHelpOptions = true, versionProvider = RelayMain.Version.class,
        description = "Run a blind relay: it stores and passes on sealed envelopes, and can't read them.",
        footer = {"", "With a public address, put it behind a proxy that speaks TLS, or give it a certificate in the settings file."})
public final class RelayMain implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--port", paramLabel = "NUMBER", description = "Port to listen on; 0 takes a free one. Default: " + RelaySettings.PORT + ".")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on. Default: 127.0.0.1, this machine alone; 0.0.0.0 for all.")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Where events are kept. Default: weft-relay.")
    private @Nullable Path data;

    @Option(names = "--app", paramLabel = "FOLDER", description = "A folder of the browser app, served under /app/ (default: the one built here).")
    private @Nullable Path app;

    @Option(names = "--config", paramLabel = "FILE", description = "A settings file; options given here go before it.")
    private @Nullable Path config;

    /** Starts a relay and stays until it is asked to stop. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RelayMain()).setCommandName("weft relay").execute(arguments));
    }

    /** The settings that file and options make together. */
    RelaySettings settings() throws IOException {
        RelaySettings settings = RelaySettings.standard(Path.of("weft-relay"));
        if (config != null) {
            settings = SettingsFile.read(config, settings);
        }
        return new RelaySettings(host == null ? settings.host() : host, port == null ? settings.port() : port, data == null ? settings.data() : data,
                settings.policy(), settings.about(), settings.guard(), settings.tls(), app == null ? settings.app().or(AppFolder::builtHere)
                : java.util.Optional.of(app));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        RelayServer relay;
        try {
            relay = RelayServer.start(settings());
        } catch (StoreException | IOException e) {
            String why = e instanceof java.nio.file.NoSuchFileException ? "There is no file " + e.getMessage() + "." : e.getMessage();
            err.println(why);
            return 1;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            relay.close();
            stopped.countDown();
        }, "relay-stop"));
        out.println("Relay at " + relay.address() + " (Ctrl-C stops it)");
        relay.narrowed(settings()).ifPresent(out::println);
        if (settings().app().isPresent()) {
            String http = relay.address().toString().replaceFirst("^ws", "http");
            out.println("Weft for phones is served at " + http + (http.endsWith("/") ? "" : "/") + "app/");
        }
        out.flush();
        stopped.await();
        return 0;
    }

    /** The version as the jar bears it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RelayMain.class.getPackage().getImplementationVersion();
            return new String[] {"weft relay " + (version == null ? "(built from source)" : version)};
        }
    }
}
