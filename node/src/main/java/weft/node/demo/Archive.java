package weft.node.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.home.OwnNode;
import weft.node.shell.VaultKeeper;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.Envelopes;
import weft.store.FolderDisk;
import weft.store.SqliteEnvelopes;
import weft.store.VaultFile;
import weft.wire.event.Event;

/**
 * Somebody who copies everything again and again: whatever was ever on a relay or in a node's store stays here, as it may
 * stay on anybody's stick. Vaults are copied too; the newest copy is what "every key that is left" means.
 */
final class Archive {
    private final Path folder;
    private final Primitives primitives = new JdkPrimitives();
    private final Map<Bytes, Event> events = new LinkedHashMap<>();
    private List<Bytes> vaults = List.of();

    Archive(Path folder) {
        this.folder = folder;
    }

    /** Copies all folders of a neighbourhood, takes the events out and opens the vaults; the copy itself is removed again. */
    void take(Path houses, String when) {
        Path copy = folder.resolve(when);
        Folders.copy(houses, copy);
        List<Bytes> opened = new ArrayList<>();
        for (Path file : Folders.files(copy)) {
            if (String.valueOf(file.getFileName()).endsWith(".db")) {
                try (Envelopes store = SqliteEnvelopes.open(file, false)) {
                    store.each(event -> events.put(event.id(), event));
                }
            }
        }
        for (String name : List.of("Amina", "Bruno", "Chidi")) {
            Path house = copy.resolve(name.toLowerCase(java.util.Locale.ROOT));
            if (Files.exists(house)) {
                opened.add(open(house, name));
            }
        }
        vaults = List.copyOf(opened);
        Folders.remove(copy);
    }

    private Bytes open(Path house, String name) {
        VaultFile file = new VaultFile(new FolderDisk(house, primitives), primitives);
        Secret passphrase = Neighbourhood.passphrase(primitives, name);
        if (!(VaultKeeper.open(primitives, new JdkEntropy(), file, passphrase) instanceof VaultKeeper.Opening.Opened(VaultKeeper keeper, Secret content))) {
            throw new IllegalStateException("the copy of the vault of " + name + " in " + OwnNode.ENVELOPES + "'s folder does not open");
        }
        try (keeper; content) {
            byte[] plain = new byte[content.size()];
            content.copyTo(plain, 0);
            return Bytes.wrap(plain);
        }
    }

    /** Every event ever seen. */
    List<Event> events() {
        return List.copyOf(events.values());
    }

    /** The contents of the vaults as they were copied last. */
    List<Bytes> latest() {
        return vaults;
    }

    /** When the last of all events ends. */
    Instant lastEnd() {
        return Instant.ofEpochSecond(events.values().stream().mapToLong(event -> event.expiration().orElse(0L)).max().orElse(0));
    }
}
