package weft.node.boot;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Option;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.jdk.OpenFiles;
import weft.jdk.ProcessGuard;
import weft.node.cli.Common;
import weft.node.cli.Passphrase;
import weft.node.cli.Stop;
import weft.node.home.OwnNode;
import weft.node.link.RelayLinks;
import weft.node.near.AllLinks;
import weft.node.near.MulticastDiscovery;
import weft.node.near.NearNode;
import weft.node.shell.Links;
import weft.node.shell.VaultKeeper;
import weft.node.web.HomeCertificate;
import weft.node.web.HomeDoor;
import weft.node.web.HomeNetwork;
import weft.node.web.ServedNode;
import weft.node.web.WebServer;
import weft.pages.Pages;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Runs this person's own node until it is stopped. */
final class NodeRun {
    private static final int WRONG_PASSPHRASE = 17;
    private static final int DAMAGED = 14;
    private static final int NOT_STORED = 12;

    /** Files that the vault, the store and some relays need beside the pages. */
    private static final int OWN_FILES = 64;
    private static final int FEWEST_CONNECTIONS = 32;

    @Option(names = "--port", paramLabel = "N", defaultValue = "7338",
            description = "The port of the pages, on this machine alone; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--no-open", description = "Don't open the pages in a browser.")
    private boolean noOpen;

    @Option(names = "--passphrase-stdin", description = "Read the passphrase from the first line of the standard input instead of asking on the page.")
    private boolean passphraseFromInput;

    @Option(names = "--plain-relays", description = "Allow ws: relays outside of the local network; an observer then sees which envelopes this node sends.")
    private boolean plainRelays;

    @Option(names = "--no-nearby", description = "Neither find nodes on the same network nor be found by them.")
    private boolean noNearby;

    @Option(names = "--home", description = "Also show the pages to devices on the home network, each let in once by a code. Not encrypted; "
            + "the passphrase is asked for on this machine alone.")
    private boolean home;

    @Option(names = "--home-tls", description = "The same encrypted, with a certificate made here that each device has to trust once, "
            + "and with Weft for phones.")
    private boolean homeTls;

    @Option(names = "--home-port", paramLabel = "N", defaultValue = "7339", description = "The port for the home network; encrypted it is the next one "
            + "(default: ${DEFAULT-VALUE}).")
    private int homePort;

    private static Links links(Links.Ear ear, boolean plainRelays, boolean nearby, Primitives primitives) {
        Links relays = new RelayLinks(ear, RelayLinks.Patience.USUAL, plainRelays);
        return nearby
                ? new AllLinks(relays, new NearNode(ear, primitives, new JdkEntropy(), new MulticastDiscovery(), new InetSocketAddress(0).getAddress()))
                : relays;
    }

    static OwnNode.Setting setting(Common common, boolean plainRelays, boolean nearby) {
        Primitives primitives = new JdkPrimitives();
        return new OwnNode.Setting(common.folder(), primitives, new JdkEntropy(), InstantSource.system(), VaultKeeper.Cost.USUAL,
                ear -> links(ear, plainRelays, nearby, primitives));
    }

    int run(Common common) {
        if (port < 0 || port > 65_535) {
            throw new Stop(Stop.USAGE, "A port is a number from 0 to 65535.");
        }
        roomForPages();
        // Memory holds keys from here on; where the system can't close it, the node runs all the same.
        boolean ignored = ProcessGuard.close();
        try (ServedNode served = ServedNode.start(setting(common, plainRelays, !noNearby), port)) {
            if (passphraseFromInput) {
                enter(served.node());
            }
            System.out.println("Weft is running on this machine alone. Its pages (Ctrl-C stops it):");
            System.out.println("  " + served.web().startLink());
            System.out.flush();
            openHome(served, common);
            if (!noOpen) {
                Browsers.open(served.web().startLinkForOnce());
            }
            waitForEnd(served);
            return 0;
        }
    }

    /** Pages get as many connections as leave room for the vault, the store and relays. */
    private static void roomForPages() {
        OptionalInt left = OpenFiles.left();
        if (left.isPresent() && left.getAsInt() < OWN_FILES + FEWEST_CONNECTIONS) {
            throw new Stop(Stop.MACHINE, "Weft needs more files open at once than the " + OpenFiles.limit().orElse(0)
                    + " that it may have here. Raise the limit (ulimit -n 4096), then start again.");
        }
        left.ifPresent(files -> WebServer.mostConnections(Math.min(4_000, (files - OWN_FILES) / 2)));
    }

    /** What devices on the home network need, where the person wants that. */
    private void openHome(ServedNode served, Common common) {
        if (!home && !homeTls) {
            return;
        }
        HomeNetwork network = HomeNetwork.now();
        Optional<HomeCertificate> certificate = Optional.empty();
        Optional<HomeDoor> secure = Optional.empty();
        if (homeTls) {
            try {
                certificate = Optional.of(HomeCertificate.in(common.folder(), network, new JdkEntropy()));
            } catch (IOException e) {
                throw new Stop(Stop.MACHINE, String.valueOf(e.getMessage()));
            }
            secure = Optional.of(served.web().secureHome(network, homePort == 0 ? 0 : homePort + 1, certificate.get(), NodeRun::showCode));
            System.out.println("Each device has to trust this certificate once: " + certificate.get().file());
            System.out.println("Its fingerprint (SHA-256): " + certificate.get().fingerprint(new JdkPrimitives()));
        }
        if (home) {
            HomeDoor plain = served.web().home(network, homePort, secure, certificate, NodeRun::showCode);
            System.out.println("What goes over " + plain.address() + " can be read and changed by everybody on that network.");
        }
        System.out.flush();
    }

    private static void showCode(String address, String code) {
        System.out.println("For a device on your home network: open " + address + " there and type " + code);
        System.out.flush();
    }

    private static void enter(OwnNode node) {
        Primitives primitives = node.primitives();
        Secret passphrase = Passphrase.firstLine(System.in, primitives);
        boolean first = node.gate() == OwnNode.Gate.NEW;
        if (first && passphrase.size() < Pages.SHORTEST_PASSPHRASE) {
            passphrase.destroy();
            throw new Stop(Stop.USAGE, "A new passphrase needs at least " + Pages.SHORTEST_PASSPHRASE + " characters.");
        }
        switch (first ? node.begin(passphrase) : node.unlock(passphrase)) {
            case IN, TOO_LATE -> { }
            case WRONG -> throw new Stop(WRONG_PASSPHRASE, "That is not the passphrase of the vault in " + node.folder() + ". Try again.");
            case DAMAGED, UNREADABLE -> throw new Stop(DAMAGED, "The vault in " + node.folder()
                    + " can't be read: it is damaged, or a newer Weft wrote it. Put back a copy of the folder, or update Weft.");
            case NOT_STORED -> throw new Stop(NOT_STORED, "The vault could not be written to " + node.folder()
                    + ": the disk is full or read-only. Make room or choose another folder with --data.");
        }
    }

    private static void waitForEnd(ServedNode served) {
        CountDownLatch end = new CountDownLatch(1);
        Thread stopping = new Thread(() -> {
            served.close();
            end.countDown();
        }, "weft-stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
