package weft.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import weft.primitives.Primitives;
import weft.relay.step.Indexes;
import weft.relay.step.Relay;
import weft.relay.step.RelayEffect;
import weft.relay.step.RelayInput;
import weft.relay.step.RelayPolicy;
import weft.relay.step.Shelf;
import weft.relay.step.Tally;
import weft.store.Envelopes;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.json.Checked;
import weft.wire.message.Messages;

/** Steps the machine on one thread and performs its effects: checks on a pool where they come in numbers, reads on one thread, writes on another. */
final class RelayLoop implements AutoCloseable {
    private static final int BATCH = 2_000;
    /** Events stored after which the store's log is folded into its file, beside the next ones: one fold costs whoever waits for it 20 to 80 ms. */
    private static final int SETTLE_AFTER = 100;

    private final Relay relay;
    private final Envelopes envelopes;
    private final Shelf shelf;
    private final Primitives primitives;
    private final java.time.Clock clock;
    private final LinkedBlockingQueue<RelayInput> inputs = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<RelayEffect> writes = new LinkedBlockingQueue<>();
    private final Map<Integer, SocketLink> links = new ConcurrentHashMap<>();
    private final ExecutorService checkers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()), Thread.ofPlatform().name("relay-check-", 0).daemon().factory());
    private final ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("relay-read").daemon().factory());
    private final ExecutorService settler = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("relay-settle").daemon().factory());
    private final AtomicBoolean settling = new AtomicBoolean();
    private int unsettled;
    private final Thread stepper = Thread.ofPlatform().name("relay-step").daemon().unstarted(this::stepOn);
    private final Thread writer = Thread.ofPlatform().name("relay-write").daemon().unstarted(this::writeOn);
    private volatile boolean stopping;
    private volatile Tally tally;

    RelayLoop(RelayPolicy policy, Envelopes envelopes, Primitives primitives, java.time.Clock clock) {
        this.relay = new Relay(policy, envelopes.bytesByKey(), Indexes.of(primitives, envelopes));
        this.envelopes = envelopes;
        this.shelf = new Shelf(envelopes);
        this.primitives = primitives;
        this.clock = clock;
        this.tally = relay.tally();
    }

    void start() {
        stepper.start();
        writer.start();
    }

    Tally tally() {
        return tally;
    }

    int links() {
        return links.size();
    }

    Iterable<SocketLink> eachLink() {
        return links.values();
    }

    void opened(SocketLink link, String host, String challenge) {
        links.put(link.number(), link);
        tell(new RelayInput.Opened(link.number(), host, challenge));
    }

    void closed(SocketLink link) {
        if (links.remove(link.number()) != null) {
            tell(new RelayInput.Closed(link.number()));
        }
    }

    void tell(RelayInput input) {
        inputs.add(input);
    }

    private void stepOn() {
        long tickedAt = 0;
        while (!stopping) {
            try {
                RelayInput input = inputs.poll(500, TimeUnit.MILLISECONDS);
                long now = clock.millis();
                if (input != null) {
                    step(input, now);
                }
                if (now >= tickedAt + 1_000 || now < tickedAt) {
                    tickedAt = now;
                    step(new RelayInput.Tick(), now);
                    tally = relay.tally();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // A mistake of ours must cost one step, not the relay. Nothing of the input is printed.
                complain("a step failed", e);
            }
        }
    }

    private void step(RelayInput input, long now) {
        for (RelayEffect effect : relay.step(input, now)) {
            perform(effect);
        }
        if (input instanceof RelayInput.Said(int number, var message)) {
            SocketLink link = links.get(number);
            if (link != null) {
                link.stepped(message);
            }
        }
    }

    private void perform(RelayEffect effect) {
        switch (effect) {
            case RelayEffect.Check check -> {
                // A lone event is checked here and at once: to wake another thread and be woken by it takes longer than the check.
                if (inputs.isEmpty()) {
                    check(check);
                } else {
                    checkers.execute(() -> check(check));
                }
            }
            case RelayEffect.Append append -> writes.add(append);
            case RelayEffect.Prune prune -> writes.add(prune);
            case RelayEffect.Read read -> reader.execute(() -> read(read));
            case RelayEffect.Index index -> reader.execute(() -> index(index));
            case RelayEffect.Send(int number, var message) -> {
                SocketLink link = links.get(number);
                if (link != null) {
                    link.send(message, Messages.write(message));
                }
            }
            case RelayEffect.TellWhenDrained(int number) -> {
                SocketLink link = links.get(number);
                if (link != null) {
                    link.tellWhenDrained();
                }
            }
            case RelayEffect.Shut(int number, String why) -> {
                SocketLink link = links.get(number);
                if (link != null) {
                    link.shut(why);
                }
            }
        }
    }

    private void check(RelayEffect.Check check) {
        Optional<EventFault> fault = switch (check.event().verify(primitives)) {
            case Checked.Good<Event> good -> Optional.empty();
            case Checked.Bad<Event>(EventFault found, String detail) -> Optional.of(found);
            case Checked.Bad<Event> bad -> Optional.of(EventFault.WRONG_SIGNATURE);
        };
        tell(new RelayInput.Judged(List.of(new RelayInput.Judgement(check.link(), check.event(), check.proof(), fault))));
    }

    private void read(RelayEffect.Read read) {
        try {
            tell(new RelayInput.Found(read.link(), read.reading(), shelf.read(read.filter(), read.after(), read.most())));
        } catch (RuntimeException e) {
            complain("stored events could not be read", e);
            tell(new RelayInput.NotFound(read.link(), read.reading(), "stored events could not be read"));
        }
    }

    private void index(RelayEffect.Index index) {
        try {
            tell(new RelayInput.Indexed(index.link(), index.sync(), shelf.stamps(index.filter(), index.most())));
        } catch (RuntimeException e) {
            complain("stored events could not be read", e);
            tell(new RelayInput.NotIndexed(index.link(), index.sync(), "stored events could not be read"));
        }
    }

    private void writeOn() {
        List<RelayEffect> batch = new ArrayList<>();
        while (!stopping || !writes.isEmpty()) {
            try {
                RelayEffect first = writes.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    settle(unsettled);
                    continue;
                }
                batch.add(first);
                writes.drainTo(batch, BATCH);
                write(batch);
                unsettled += batch.size();
                settle(SETTLE_AFTER);
                batch.clear();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** All appends that have gathered while the last commit was synced go into one. */
    private void write(List<RelayEffect> batch) {
        List<Event> events = new ArrayList<>();
        RelayEffect.@Nullable Prune prune = null;
        for (RelayEffect effect : batch) {
            if (effect instanceof RelayEffect.Append(List<Event> more)) {
                events.addAll(more);
            } else if (effect instanceof RelayEffect.Prune wanted) {
                prune = wanted;
            }
        }
        if (!events.isEmpty()) {
            try {
                tell(new RelayInput.Shelved(shelf.put(events)));
            } catch (RuntimeException e) {
                complain("events could not be stored", e);
                tell(new RelayInput.NotShelved(events, "this relay could not store it; try again later"));
            }
        }
        if (prune != null) {
            try {
                // Sums over the whole store are only needed where something went.
                List<Envelopes.Stamp> gone = envelopes.endedBefore(prune.unixSeconds());
                if (!gone.isEmpty()) {
                    envelopes.removeEndedBefore(prune.unixSeconds());
                    tell(new RelayInput.Pruned(envelopes.bytesByKey(), gone));
                }
            } catch (RuntimeException e) {
                complain("what is over could not be deleted", e);
            }
        }
    }

    /** Where so many wait for it; a quiet moment is good for any number. */
    private void settle(int least) {
        if (!stopping && unsettled > 0 && unsettled >= least && settling.compareAndSet(false, true)) {
            unsettled = 0;
            settler.execute(() -> {
                try {
                    envelopes.settle();
                } catch (RuntimeException e) {
                    complain("the store's log could not be folded", e);
                } finally {
                    settling.set(false);
                }
            });
        }
    }

    private static void complain(String what, RuntimeException e) {
        String why = e instanceof StoreException store ? store.code() + ": " + store.getMessage() : e.getClass().getName();
        System.getLogger("weft.relay").log(System.Logger.Level.WARNING, what + ": " + why);
    }

    /** Stops stepping, then writes what is still to be written. Whoever heard OK before has their event on the disk. */
    @Override
    public void close() {
        stopping = true;
        checkers.shutdownNow();
        reader.shutdown();
        try {
            stepper.join(5_000);
            writer.join(30_000);
            settler.shutdown();
            reader.awaitTermination(5, TimeUnit.SECONDS);
            settler.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
