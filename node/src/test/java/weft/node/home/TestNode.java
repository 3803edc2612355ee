package weft.node.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.link.RelayLinks;
import weft.node.shell.VaultKeeper;
import weft.node.web.ServedNode;
import weft.primitives.Primitives;
import weft.primitives.Secret;

/** Nodes for tests: real in everything but the cost of their passphrase. */
public final class TestNode {
    public static final Primitives P = new JdkPrimitives();
    public static final String PASSPHRASE = "correct horse battery";

    private TestNode() {}

    public static OwnNode.Setting setting(Path folder) {
        return new OwnNode.Setting(folder, P, new JdkEntropy(), InstantSource.system(), VaultKeeper.Cost.LEAST,
                ear -> new RelayLinks(ear, RelayLinks.Patience.USUAL, false));
    }

    public static Secret secret(String text) {
        return P.keep(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Served on a free port, its vault begun and open. */
    public static ServedNode open(Path folder) {
        ServedNode served = ServedNode.start(setting(folder), 0);
        OwnNode node = served.node();
        OwnNode.Entry entry = node.gate() == OwnNode.Gate.NEW ? node.begin(secret(PASSPHRASE)) : node.unlock(secret(PASSPHRASE));
        if (entry != OwnNode.Entry.IN) {
            throw new IllegalStateException(entry.name());
        }
        node.shell().orElseThrow().ready().join();
        return served;
    }
}
