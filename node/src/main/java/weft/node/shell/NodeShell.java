package weft.node.shell;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import weft.core.peer.Command;
import weft.core.peer.Effect;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.peer.Peer;
import weft.core.peer.Turn;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.store.Envelopes;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/**
 * One thread owns the peer: it takes jobs from a queue, steps, performs the effects in order, and only then takes the
 * next job. So what is durable comes before what is sent or shown, and nothing else ever touches the peer.
 */
public final class NodeShell implements AutoCloseable {
    /** The least time between two collections after something was forgotten: ten minutes. */
    private static final long SWEEP_NANOS = 600_000_000_000L;

    private static final Logger LOG = Logger.getLogger("weft.node");
    /** How long the thread sleeps at most: a computer that was asleep is noticed this soon. */
    private static final long LONGEST_SLEEP_MILLIS = 5_000;

    private final Parts parts;
    private final Peer peer;
    private final Links links;
    private final BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread thread;
    private final Tidying tidying;
    private volatile boolean closing;
    private long wakeAt = Long.MAX_VALUE;
    private boolean forgot;
    private long sweptAt = System.nanoTime() - SWEEP_NANOS - 1;

    /**
     * What a shell stands on.
     *
     * @param entropy where randomness comes from
     * @param clock what time it is; may be one that a demonstration moves, see {@link #clockMoved}
     * @param store the envelopes; closed with the shell
     * @param keeper of the vault; closed with the shell
     * @param relockCost of a new passphrase
     * @param links how relays are reached; closed with the shell
     */
    public record Parts(
            Entropy entropy, InstantSource clock, Envelopes store, VaultKeeper keeper, VaultKeeper.Cost relockCost, Links.Maker links) {}

    /** Takes a peer as its own and begins to give it what is stored. */
    public NodeShell(Peer peer, Parts parts) {
        this.peer = peer;
        this.parts = parts;
        this.links = parts.links.make(this::hear);
        this.tidying = new Tidying(parts.store, parts.keeper);
        this.thread = Thread.ofPlatform().name("weft-shell").daemon(true).unstarted(this::run);
        thread.start();
    }

    /** Done once all that was stored has been given back to the peer; fails where the store can't be read. */
    public CompletableFuture<Void> ready() {
        return ready.copy();
    }

    /** Whether pages can be shown. */
    public boolean isReady() {
        return ready.isDone() && !ready.isCompletedExceptionally();
    }

    /** Adds somebody who wants to know of changes. */
    public void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    /** Performs a person's command; done once its effects are. */
    public CompletableFuture<Outcome> wish(Command command) {
        return ask(() -> step(new Input.Wish(command))
                .orElseThrow(() -> new IllegalStateException("a command without an outcome: " + command.getClass().getSimpleName())));
    }

    /** Looks at the node at one moment; the function runs between two steps and must be quick. */
    public <T> CompletableFuture<T> look(Function<Views, T> function) {
        return ask(() -> function.apply(peer.views(now())));
    }

    /** Takes an input from a link. */
    public void hear(Input input, Runnable handled) {
        jobs.add(() -> {
            try {
                step(input);
            } finally {
                handled.run();
            }
        });
    }

    /** Tells that the injected clock was moved: what is due now happens at once. */
    public CompletableFuture<Void> clockMoved() {
        return ask(() -> {
            wakeIfDue();
            return true;
        }).thenAccept(ignored -> {});
    }

    /** What is stored, for those who only read; it may be read beside the shell's thread. */
    public Envelopes store() {
        return parts.store;
    }

    /** The time of the injected clock. */
    public long now() {
        return parts.clock.instant().getEpochSecond();
    }

    private <T> CompletableFuture<T> ask(java.util.function.Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (closing) {
            answer.completeExceptionally(new ShellClosed());
            return answer;
        }
        jobs.add(() -> {
            try {
                if (closing) {
                    throw new ShellClosed();
                }
                answer.complete(work.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private void run() {
        if (!restore()) {
            return;
        }
        while (!closing) {
            try {
                Runnable job = jobs.poll(Math.min(sleepMillis(), tidying.mostMillis()), TimeUnit.MILLISECONDS);
                if (job != null) {
                    job.run();
                }
                tidying.look(job == null);
                wakeIfDue();
                sweep();
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException e) {
                fault(e);
            }
        }
        for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
            job.run();
        }
    }

    private boolean restore() {
        try {
            parts.store.each(event -> {
                if (!closing) {
                    step(new Input.Restored(event));
                }
            });
            step(new Input.Ready());
            ready.complete(null);
            // What opening took for a moment (the passphrase's hash, texts that were read) goes back to the machine.
            System.gc();
            return true;
        } catch (RuntimeException e) {
            closing = true;
            ready.completeExceptionally(e);
            return false;
        }
    }

    private long sleepMillis() {
        if (wakeAt == Long.MAX_VALUE) {
            return LONGEST_SLEEP_MILLIS;
        }
        long wait = wakeAt * 1000 - parts.clock.instant().toEpochMilli();
        return Math.clamp(wait, 0, LONGEST_SLEEP_MILLIS);
    }

    /** Words that were forgotten are garbage now. A collection moves what lives over about half of them; Java has no way to overwrite the rest. */
    private void sweep() {
        if (forgot && jobs.isEmpty() && System.nanoTime() - sweptAt > SWEEP_NANOS) {
            forgot = false;
            sweptAt = System.nanoTime();
            System.gc();
        }
    }

    private void wakeIfDue() {
        // A peer that keeps asking for a moment that is past would spin here: eight times in a row is enough for any chain.
        for (int i = 0; i < 8 && wakeAt <= now(); i++) {
            wakeAt = Long.MAX_VALUE;
            step(new Input.Woke());
        }
    }

    /** Steps once and performs what follows; where something could not be stored, steps again with that. */
    private Optional<Outcome> step(Input input) {
        Optional<Outcome> outcome = Optional.empty();
        ArrayDeque<Input> inputs = new ArrayDeque<>(List.of(input));
        while (!inputs.isEmpty()) {
            Turn turn = peer.step(inputs.poll(), now(), parts.entropy);
            outcome = turn.outcome().isPresent() ? turn.outcome() : outcome;
            perform(turn.effects()).ifPresent(inputs::add);
        }
        return outcome;
    }

    private Optional<Input> perform(List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            try {
                perform(effects.get(i));
            } catch (StoreException e) {
                LOG.log(Level.WARNING, e.getMessage());
                destroySecrets(effects.subList(i + 1, effects.size()));
                return Optional.of(new Input.NotStored(concerned(effects.get(i)), code(e)));
            }
        }
        return Optional.empty();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Append(List<Event> events) -> {
                parts.store.append(events);
                tidying.appended(events.size());
            }
            case Effect.Remove(List<Bytes> ids) -> parts.store.remove(ids);
            case Effect.Keep(var content, boolean destroying) -> {
                parts.keeper.keep(content, destroying);
                tidying.kept();
                forgot |= destroying;
            }
            case Effect.Relock(var passphrase) -> parts.keeper.relock(passphrase, parts.relockCost);
            case Effect.Open(int link, String address) -> links.open(link, address);
            case Effect.Shut(int link) -> links.shut(link);
            case Effect.Send(int link, ClientMessage message) -> links.send(link, message);
            case Effect.SendStored(int link, List<Bytes> ids) -> sendStored(link, ids);
            case Effect.Prove(int neighbour, List<Bytes> tags) -> links.near().prove(neighbour, tags);
            case Effect.Channel(int neighbour, int channel, int link) -> links.near().channel(neighbour, channel, link);
            case Effect.Part(int neighbour) -> links.near().part(neighbour);
            case Effect.MeetAgain() -> links.near().meetAgain();
            case Effect.Answer(int link, RelayMessage message) -> links.near().answer(link, message);
            case Effect.AnswerStored(int link, String subscription, List<Bytes> ids) ->
                eachStored(ids, event -> links.near().answer(link, new RelayMessage.Delivered(subscription, event)));
            case Effect.WakeAt(long unixSeconds) -> wakeAt = unixSeconds;
            case Effect.Show(Bytes circle) -> watchers.forEach(watcher -> watcher.shown(circle));
            case Effect.Tell(var thread, var news) -> watchers.forEach(watcher -> watcher.told(thread, news));
        }
    }

    private void sendStored(int link, List<Bytes> ids) {
        eachStored(ids, event -> links.send(link, new ClientMessage.Publish(event)));
    }

    private void eachStored(List<Bytes> ids, Consumer<Event> what) {
        for (Bytes id : ids) {
            try {
                parts.store.find(id).ifPresent(what);
            } catch (StoreException e) {
                // It stays stored and unsent; the peer will ask again on the next connection.
                LOG.log(Level.WARNING, e.getMessage());
            }
        }
    }

    private static void destroySecrets(List<Effect> left) {
        for (Effect effect : left) {
            if (effect instanceof Effect.Keep(var content, boolean destroying)) {
                content.destroy();
            } else if (effect instanceof Effect.Relock(var passphrase)) {
                passphrase.destroy();
            }
        }
    }

    private static Bytes concerned(Effect effect) {
        return effect instanceof Effect.Append(List<Event> events) && !events.isEmpty() ? events.getFirst().id() : Bytes.EMPTY;
    }

    private static String code(StoreException e) {
        return e.code().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Something the program did not foresee: told by place and kind, never by content, and the node goes on. */
    private static void fault(RuntimeException e) {
        LOG.warning("a fault in the program, " + Faults.places(e) + "; it goes on");
    }

    /** Stops: links first, then what is being done is finished, then the store and the vault's key are closed. */
    @Override
    public void close() {
        closing = true;
        links.close();
        jobs.add(() -> {});
        try {
            if (Thread.currentThread().threadId() != thread.threadId()) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        peer.close();
        tidying.close();
        parts.store.close();
        parts.keeper.close();
    }
}
