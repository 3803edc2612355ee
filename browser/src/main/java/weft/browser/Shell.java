package weft.browser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Uint8Array;
import weft.core.peer.Effect;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.key.Leaf;
import weft.core.peer.Peer;
import weft.core.peer.Turn;
import weft.core.view.News;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/**
 * Owns the peer: takes one job at a time from a queue, steps, performs the effects in order, and only then takes the next.
 * IndexedDB answers later, so a job may outlast the call that began it; nothing else touches the peer meanwhile.
 */
final class Shell {
    /** How long others have their turn between two pieces of work that nobody waits for, in milliseconds. */
    private static final int MOMENT = 20;
    private static final int A_WHILE = 3_000;
    /** Threads that are looked at in one such piece. */
    private static final int AT_ONCE = 50;
    /** So many threads of a board come first at a start: a page of them, and some for those that are over by then. */
    private static final int FIRST_THREADS = 90;
    /** Envelopes of a circle from which on that pays. */
    private static final int MANY = 1_000;

    private final Peer peer;
    private final Vault vault;
    private final Entropy entropy;
    private final Runnable relocked;
    private final Deque<Consumer<Runnable>> jobs = new ArrayDeque<>();
    private boolean busy;
    private boolean pumping;
    private boolean ready;
    private boolean closed;

    /** A shell that gives nothing back yet; {@code relocked} runs once the vault is under another passphrase. */
    Shell(Peer peer, Vault vault, Entropy entropy, Runnable relocked) {
        this.peer = peer;
        this.vault = vault;
        this.entropy = entropy;
        this.relocked = relocked;
    }

    /**
     * Gives back what is stored, a piece at a time: {@code begin} is told first, whether what boards show first is there already; {@code then} is
     * told an empty text, or what went wrong.
     */
    void restore(Consumer<Boolean> begin, Consumer<String> then) {
        Host.recallSalt(found -> {
            Bytes salt = found == null ? vault.freshSalt() : NoblePrimitives.read(found);
            Host.recallKey(recallKey(salt), NoblePrimitives.array(salt), () -> Host.restore(begin::accept, this::recalled, this::restored, trouble -> {
                if (trouble.isEmpty()) {
                    input(new Input.Ready(), ignored -> {
                        ready = true;
                        then.accept("");
                        recallSoon();
                        Host.after(MOMENT, this::prepareSome);
                        Host.after(A_WHILE, this::keepFirst);
                    });
                } else {
                    then.accept(trouble);
                }
            }));
        });
    }

    /** The key's bytes, which the script wipes. */
    private Uint8Array recallKey(Bytes salt) {
        try (Secret key = vault.recallKey(salt)) {
            return Noble.copy(NobleSecret.of(key));
        }
    }

    private void restored(String[] jsons) {
        for (String json : jsons) {
            if (!closed && Event.read(json) instanceof Checked.Good<Event>(Event event)) {
                input(new Input.Restored(event), ignored -> {});
            }
        }
    }

    private void recalled(String[] rows) {
        if (!closed) {
            input(new Input.Recalled(RecallRows.read(rows)), ignored -> {});
        }
    }

    private static Leaf leaf(String day, String slot) {
        return new Leaf(new Day(Integer.parseInt(day)), Integer.parseInt(slot));
    }

    /** Once it is quiet, what envelopes held is laid by for the next start, a few at a time. */
    private void recallSoon() {
        Host.quiet(this::recallSome);
    }

    private void recallSome() {
        job(done -> Host.uncovered(jsons -> {
            if (closed) {
                return;
            }
            Host.keepRecalled(rows(jsons), () -> {
                done.run();
                if (jsons.length > 0) {
                    Host.after(MOMENT, this::recallSome);
                } else {
                    keepFirst();
                }
            });
        }));
    }

    private String[] rows(String[] jsons) {
        List<String> rows = new ArrayList<>();
        for (String json : jsons) {
            if (Event.read(json) instanceof Checked.Good<Event>(Event event)) {
                peer.recall(event).ifPresent(recall -> RecallRows.write(recall, rows));
            }
        }
        return rows.toArray(String[]::new);
    }

    /** What boards show first is laid by once more, for the next start's first page. */
    private void keepFirst() {
        job(done -> {
            List<Bytes> ids = peer.foremost(FIRST_THREADS, MANY, now());
            done.run();
            Host.keepFirst(ids.stream().map(Bytes::hex).toArray(String[]::new), jsons -> job(then -> {
                Host.rowsOfFirst(rows(jsons));
                then.run();
            }));
        });
    }

    /** The first search need not make the whole index. */
    private void prepareSome() {
        job(done -> {
            boolean more = peer.prepare(AT_ONCE);
            done.run();
            if (more) {
                Host.after(MOMENT, this::prepareSome);
            }
        });
    }

    /** What can be seen now, be it all or not; nothing while something is being done. */
    Optional<Views> peek() {
        return busy || closed ? Optional.empty() : Optional.of(peer.views(now()));
    }

    boolean ready() {
        return ready;
    }

    Vault vault() {
        return vault;
    }

    /** Steps with an input once all before it is done; then hands over the outcome, where the input was a command. */
    void input(Input input, Consumer<Optional<Outcome>> then) {
        job(done -> step(input, outcome -> {
            then.accept(outcome);
            done.run();
        }));
    }

    /** Looks once all before it is done. */
    void look(Consumer<Views> look) {
        job(done -> {
            look.accept(peer.views(now()));
            done.run();
        });
    }

    void linkOpened(int link) {
        input(new Input.LinkOpened(link), ignored -> {});
    }

    void linkClosed(int link, String trouble) {
        input(new Input.LinkClosed(link, trouble), ignored -> {});
    }

    void linkSaid(int link, String text) {
        Input heard = switch (Messages.readRelay(text)) {
            case Checked.Good<RelayMessage>(RelayMessage message) -> new Input.Heard(link, message);
            case Checked.Bad<RelayMessage>(var fault, String detail) -> new Input.Garbled(link, fault.code());
        };
        input(heard, ignored -> {});
    }

    void woke() {
        input(new Input.Woke(), ignored -> {});
    }

    /** Takes no more jobs; links are shut and the key is destroyed. */
    void close() {
        closed = true;
        jobs.clear();
        Host.shutAllLinks();
        Host.dropRecall();
        peer.close();
        vault.close();
    }

    private void job(Consumer<Runnable> job) {
        if (closed) {
            return;
        }
        jobs.add(job);
        pump();
    }

    /** Runs jobs one after another; one that is not done when it returns goes on pumping when it is. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        while (!busy && !closed) {
            Consumer<Runnable> job = jobs.poll();
            if (job == null) {
                break;
            }
            busy = true;
            job.accept(() -> {
                busy = false;
                pump();
            });
        }
        pumping = false;
    }

    private static long now() {
        return (long) Host.now();
    }

    private void step(Input input, Consumer<Optional<Outcome>> then) {
        Turn turn;
        try {
            turn = peer.step(input, now(), entropy);
        } catch (RuntimeException e) {
            // As on a computer: the job is over, those behind it are not held up.
            Host.fault(e.getClass().getName());
            then.accept(Optional.empty());
            return;
        }
        boolean wish = input instanceof Input.Wish;
        store(turn.effects(), wish, trouble -> {
            if (closed) {
                return;
            }
            if (trouble.isEmpty()) {
                perform(turn.effects(), 0, () -> then.accept(turn.outcome()));
            } else {
                step(new Input.NotStored(concerned(turn.effects()), trouble), outcome -> then.accept(outcome.or(turn::outcome)));
            }
        });
    }

    /**
     * Writes what a turn wants kept, all in one transaction. What a person did and what a key hangs on is on the disk
     * before it is answered; what a relay sent it would send again, so its transaction need not wait for the disk.
     */
    private void store(List<Effect> effects, boolean wish, Consumer<String> then) {
        List<String> ids = new ArrayList<>();
        List<String> jsons = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        Vault.@Nullable Kept kept = null;
        boolean fresh = false;
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Append(List<Event> events) -> events.forEach(event -> {
                    ids.add(event.id().hex());
                    jsons.add(event.json());
                });
                case Effect.Remove(List<Bytes> removed) -> removed.forEach(id -> gone.add(id.hex()));
                case Effect.Relock(Secret passphrase) -> {
                    vault.relock(passphrase);
                    fresh = true;
                }
                case Effect.Keep(Secret content, boolean destroying) -> {
                    if (kept != null) {
                        kept.fileKey().destroy();
                    }
                    kept = vault.seal(content);
                    fresh |= destroying;
                }
                case Effect.Open open -> {}
                case Effect.Prove prove -> {}
                case Effect.Channel channel -> {}
                case Effect.Part part -> {}
                case Effect.MeetAgain again -> {}
                case Effect.Answer answer -> {}
                case Effect.AnswerStored answer -> {}
                case Effect.Shut shut -> {}
                case Effect.Send send -> {}
                case Effect.SendStored send -> {}
                case Effect.WakeAt wake -> {}
                case Effect.Show show -> {}
                case Effect.Tell tell -> {}
            }
        }
        if (ids.isEmpty() && gone.isEmpty() && kept == null) {
            then.accept("");
            return;
        }
        Vault.@Nullable Kept vaultNow = kept;
        Consumer<String> after = trouble -> {
            then.accept(trouble);
            if (ready && !closed) {
                recallSoon();
            }
        };
        if (fresh) {
            Bytes salt = vault.freshSalt();
            Host.reseal(recallKey(salt), NoblePrimitives.array(salt),
                    (circle, day, slot) -> peer.knows(Bytes.parseHex(circle).orElseThrow(), leaf(day, slot)),
                    recalled -> commit(ids, jsons, gone, vaultNow, wish, recalled, after));
        } else {
            commit(ids, jsons, gone, kept, wish, null, after);
        }
    }

    private static void commit(List<String> ids, List<String> jsons, List<String> gone, Vault.@Nullable Kept kept, boolean wish,
            @Nullable JSObject recalled, Consumer<String> then) {
        @Nullable Uint8Array fileKey = null;
        @Nullable Uint8Array sealed = null;
        if (kept != null) {
            // The script wipes this copy once it has handed it over.
            fileKey = Noble.copy(NobleSecret.of(kept.fileKey()));
            kept.fileKey().destroy();
            sealed = NoblePrimitives.array(kept.sealed());
        }
        Host.commit(ids.toArray(String[]::new), jsons.toArray(String[]::new), gone.toArray(String[]::new), fileKey, sealed,
                wish || kept != null, recalled, then::accept);
    }

    /** Writes a vault's first content, which is destroyed. */
    static void write(Vault vault, Secret content, Consumer<String> then) {
        commit(List.of(), List.of(), List.of(), vault.seal(content), true, null, then);
    }

    private static Bytes concerned(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Append(List<Event> events) && !events.isEmpty()) {
                return events.getFirst().id();
            }
        }
        return Bytes.EMPTY;
    }

    private void perform(List<Effect> effects, int from, Runnable then) {
        for (int i = from; i < effects.size(); i++) {
            switch (effects.get(i)) {
                case Effect.Append append -> {}
                case Effect.Remove remove -> {}
                case Effect.Keep keep -> {}
                case Effect.Relock relock -> relocked.run();
                case Effect.Open(int link, String address) -> Host.openLink(link, address);
                // A browser finds nobody on its network.
                case Effect.Prove prove -> {}
                case Effect.Channel channel -> {}
                case Effect.Part part -> {}
                case Effect.MeetAgain again -> {}
                case Effect.Answer answer -> {}
                case Effect.AnswerStored answer -> {}
                case Effect.Shut(int link) -> Host.shutLink(link);
                case Effect.Send(int link, ClientMessage message) -> Host.send(link, Messages.write(message));
                case Effect.SendStored(int link, List<Bytes> ids) -> {
                    int next = i + 1;
                    sendStored(link, ids, 0, () -> perform(effects, next, then));
                    return;
                }
                case Effect.WakeAt(long unixSeconds) -> Host.wakeAt((double) unixSeconds);
                case Effect.Show(Bytes circle) -> Host.tell("show", circle.hex());
                case Effect.Tell(var thread, News news) -> Host.tell("tell", thread.circle().hex() + "/" + thread.root().hex()
                        + "/" + news.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
        then.run();
    }

    private void sendStored(int link, List<Bytes> ids, int at, Runnable then) {
        if (at == ids.size()) {
            then.run();
            return;
        }
        Host.readEnvelope(ids.get(at).hex(), json -> {
            if (closed) {
                return;
            }
            if (!json.isEmpty()) {
                Host.send(link, "[\"EVENT\"," + json + "]");
            }
            sendStored(link, ids, at + 1, then);
        });
    }
}
