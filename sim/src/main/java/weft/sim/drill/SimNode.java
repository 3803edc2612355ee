package weft.sim.drill;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.key.VaultSeal;
import weft.core.peer.Command;
import weft.core.peer.Effect;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.peer.Peer;
import weft.core.peer.Turn;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.store.FolderDisk;
import weft.store.SqliteEnvelopes;
import weft.store.VaultFile;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;

/** A node as it runs on a machine: the real step machine, the real vault file, the real database; only time and links are not. */
final class SimNode implements AutoCloseable {
    final SimWorld world;
    final String name;
    final Path folder;
    final Deque<Input> inbox = new ArrayDeque<>();
    final Draws draws;
    long wakeAt = Long.MAX_VALUE;
    /** A fault planted on purpose: from now on the vault on the disk stays as it is. */
    boolean keepsWhatItShouldDestroy;
    private final Map<Integer, String> links = new HashMap<>();
    private final SqliteEnvelopes store;
    private final VaultFile vault;
    private final VaultSeal.Lock lock;
    private final Secret passphraseKey;
    private final Peer peer;

    SimNode(SimWorld world, String name, Path folder) {
        this.world = world;
        this.name = name;
        this.folder = folder;
        this.draws = new Draws(world.seed + name);
        this.store = SqliteEnvelopes.open(folder.resolve("envelopes.db"), true);
        this.vault = new VaultFile(new FolderDisk(folder, Draws.P), Draws.P);
        this.lock = new VaultSeal.Lock(draws.next(16), 64, 1, 1);
        try (Secret passphrase = passphrase(name)) {
            this.passphraseKey = VaultSeal.passphraseKey(Draws.P, passphrase, lock);
        }
        this.peer = Peer.fresh(Draws.P);
        step(new Input.Ready());
    }

    /** What the person types; whoever seizes the machine is given it too. */
    static Secret passphrase(String name) {
        return Draws.P.keep(Bytes.utf8("the passphrase of " + name).toArray());
    }

    Outcome wish(Command command) {
        Outcome outcome = step(new Input.Wish(command)).orElseThrow();
        world.settle();
        return outcome;
    }

    Views views() {
        return peer.views(world.now);
    }

    /** Smaller bounds for floods than a node's own, so that a drill can go beyond them. */
    void bound(int perLinkHour, int perCircleDay) {
        peer.bound(perLinkHour, perCircleDay);
    }

    /** What is in the node's memory, as its own form. */
    Secret memory() {
        return peer.vaultContent();
    }

    Optional<Outcome> step(Input input) {
        Turn turn = peer.step(input, world.now, draws);
        turn.effects().forEach(this::perform);
        return turn.outcome();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Append(List<Event> events) -> {
                events.forEach(event -> world.writers.putIfAbsent(event.id(), this));
                store.append(events);
            }
            case Effect.Remove(List<Bytes> ids) -> store.remove(ids);
            case Effect.Keep(Secret content, boolean destroying) -> {
                try (content; Secret fileKey = Draws.P.fresh(draws, 32)) {
                    if (!keepsWhatItShouldDestroy) {
                        vault.write(fileKey, VaultSeal.seal(Draws.P, passphraseKey, fileKey, lock, content, draws));
                    }
                }
            }
            case Effect.Relock(Secret passphrase) -> passphrase.destroy();
            case Effect.Open(int link, String address) -> {
                links.put(link, address);
                world.relay(address).connect(this, link);
            }
            case Effect.Shut(int link) -> world.relay(links.getOrDefault(link, "")).disconnect(this, link);
            case Effect.Send(int link, ClientMessage message) -> world.relay(links.getOrDefault(link, "")).say(this, link, message);
            case Effect.SendStored(int link, List<Bytes> ids) -> ids.forEach(id -> store.find(id)
                    .ifPresent(event -> world.relay(links.getOrDefault(link, "")).say(this, link, new ClientMessage.Publish(event))));
            case Effect.WakeAt(long at) -> wakeAt = at;
            case Effect.Show ignored -> { }
            case Effect.Tell ignored -> { }
            case Effect.Prove ignored -> { }
            case Effect.Channel ignored -> { }
            case Effect.Part ignored -> { }
            case Effect.MeetAgain ignored -> { }
            case Effect.Answer ignored -> { }
            case Effect.AnswerStored ignored -> { }
        }
    }

    @Override
    public void close() {
        store.close();
        peer.close();
        passphraseKey.destroy();
    }
}
