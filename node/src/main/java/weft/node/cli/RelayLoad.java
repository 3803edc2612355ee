package weft.node.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** Measures one relay from outside, by the clock of whoever uses it. It speaks the public protocol alone, so any relay can be measured. */
final class RelayLoad {
    private static final int WINDOW = 500;
    private static final int LATE_SECONDS = 60;
    private static final int FETCH = 200;

    private final Primitives primitives = new JdkPrimitives();
    private final JdkEntropy entropy = new JdkEntropy();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI relay;

    RelayLoad(URI relay) {
        this.relay = relay;
    }

    /**
     * What was measured.
     *
     * @param durable events a second, sent on one connection and confirmed
     * @param refused events that the relay did not take
     * @param middleMillis from sending until another connection has it, the middle of all
     * @param lateMillis the same, slower than 99 of 100
     * @param syncEvents events stored when the two sides were compared
     * @param syncMissing events that were missing here and were fetched
     * @param syncMillis for comparing and fetching
     * @param way how it was compared: NIP-77, or REQ where the relay has none
     */
    record Measured(long durable, int refused, double middleMillis, double lateMillis, int syncEvents, int syncMissing, long syncMillis, String way) {}

    Measured measure(int events, int syncEvents) {
        try (Line line = new Line(); Secret key = primitives.freshKey(entropy); Secret other = primitives.freshKey(entropy)) {
            List<Event> all = envelopes(key, Math.max(events, syncEvents));
            long begun = System.nanoTime();
            int refused = publish(line, all.subList(0, events));
            long durable = events * 1_000_000_000L / Math.max(1, System.nanoTime() - begun);
            double[] late = latencies(line, envelopes(other, 300));
            publish(line, all.subList(events, all.size()));
            int missing = Math.min(1_000, all.size() / 10);
            begun = System.nanoTime();
            String way = sync(line, all, missing);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            return new Measured(durable, refused, late[late.length / 2], late[late.length * 99 / 100], all.size(), missing, millis, way);
        }
    }

    private List<Event> envelopes(Secret key, int count) {
        Bytes circle = primitives.publicKey(key);
        long now = System.currentTimeMillis() / 1000;
        List<Event> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] payload = entropy.next(600).toArray();
            payload[0] = 2;
            // Spread over a day, so that pages of REQ are of use too.
            Draft draft = Envelope.draft(circle, now - i % 24 * 3_600L, Day.at(now).plus(2), entropy.next(16), Bytes.wrap(payload).base64());
            Bytes id = draft.id(primitives);
            all.add(draft.signed(id, primitives.sign(key, id, entropy.next(32))));
        }
        return all;
    }

    /** Sends until all are confirmed; what is refused for its pace is sent again. */
    private static int publish(Line line, List<Event> events) {
        Deque<Event> waiting = new ArrayDeque<>(events);
        Map<Bytes, Event> under = new HashMap<>();
        int refused = 0;
        while (!waiting.isEmpty() || !under.isEmpty()) {
            while (!waiting.isEmpty() && under.size() < WINDOW) {
                Event event = waiting.remove();
                under.put(event.id(), event);
                line.say(new ClientMessage.Publish(event));
            }
            if (line.next() instanceof RelayMessage.Ok(Bytes id, boolean accepted, String text)) {
                Event event = under.remove(id);
                if (event != null && !accepted && text.startsWith("rate-limited")) {
                    pause();
                    waiting.add(event);
                } else if (!accepted) {
                    refused++;
                }
            }
        }
        return refused;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Stop.REFUSED, "Interrupted.");
        }
    }

    private double[] latencies(Line sender, List<Event> events) {
        double[] late = new double[events.size()];
        try (Line listener = new Line()) {
            listener.say(new ClientMessage.Subscribe("live", List.of(Filter.by(List.of(events.getFirst().publicKey()), List.of(Envelope.KIND)))));
            listener.waitFor(RelayMessage.EndOfStored.class);
            for (int i = 0; i < late.length; i++) {
                long begun = System.nanoTime();
                sender.say(new ClientMessage.Publish(events.get(i)));
                listener.waitFor(RelayMessage.Delivered.class);
                late[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(late);
        return late;
    }

    private String sync(Line line, List<Event> all, int missing) {
        SyncIndex mine = new SyncIndex();
        Set<Bytes> lacking = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % (all.size() / missing) == 0 && lacking.size() < missing) {
                lacking.add(all.get(i).id());
            } else {
                mine.add(all.get(i).createdAt(), all.get(i).id());
            }
        }
        Filter filter = Filter.by(List.of(all.getFirst().publicKey()), List.of(Envelope.KIND));
        Negentropy negentropy = new Negentropy(primitives, mine, 40_000);
        line.say(new ClientMessage.SyncOpen("s", filter, negentropy.initiate()));
        List<Bytes> need = new ArrayList<>();
        while (true) {
            RelayMessage said = line.next();
            if (said instanceof RelayMessage.SyncMessage(String ignored, Bytes bytes)) {
                Negentropy.Step step = negentropy.reconcile(bytes).orThrow();
                need.addAll(step.need());
                if (step.next().isEmpty()) {
                    break;
                }
                line.say(new ClientMessage.SyncMessage("s", step.next().get()));
            } else if (said instanceof RelayMessage.SyncError || said instanceof RelayMessage.Notice) {
                return pages(line, filter, lacking);
            }
        }
        for (int i = 0; i < need.size(); i += FETCH) {
            fetch(line, Filter.withIds(need.subList(i, Math.min(need.size(), i + FETCH)))).forEach(event -> lacking.remove(event.id()));
        }
        return lacking.isEmpty() ? "NIP-77" : "NIP-77, " + lacking.size() + " never came";
    }

    private static String pages(Line line, Filter filter, Set<Bytes> lacking) {
        Optional<Long> until = Optional.empty();
        while (true) {
            List<Event> page = fetch(line, filter.page(until, 500));
            page.forEach(event -> lacking.remove(event.id()));
            if (page.isEmpty()) {
                return lacking.isEmpty() ? "REQ" : "REQ, " + lacking.size() + " out of reach";
            }
            long oldest = page.getLast().createdAt();
            until = Optional.of(until.isPresent() && oldest >= until.get() ? until.get() - 1 : oldest);
        }
    }

    private static List<Event> fetch(Line line, Filter filter) {
        line.say(new ClientMessage.Subscribe("f", List.of(filter)));
        List<Event> events = new ArrayList<>();
        while (true) {
            RelayMessage said = line.next();
            if (said instanceof RelayMessage.Delivered(String ignored, Event event)) {
                events.add(event);
            } else if (said instanceof RelayMessage.EndOfStored || said instanceof RelayMessage.Closed) {
                line.say(new ClientMessage.Unsubscribe("f"));
                return events;
            }
        }
    }

    /** One connection. */
    private final class Line implements AutoCloseable, WebSocket.Listener {
        private final LinkedBlockingQueue<RelayMessage> heard = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final WebSocket socket;
        /** Why nothing more comes, where the relay has said so or the connection broke. */
        private volatile String ended = "";

        Line() {
            try {
                socket = client.newWebSocketBuilder().buildAsync(relay, this).join();
            } catch (java.util.concurrent.CompletionException e) {
                throw new Stop(Stop.REFUSED, "No relay answers at " + relay + ". Look at the address, or start one with ./weft relay.");
            }
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                if (Messages.readRelay(partial.toString()) instanceof Checked.Good<RelayMessage>(RelayMessage message)) {
                    heard.add(message);
                }
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end("closed the connection (" + code + (reason.isEmpty() ? "" : ", " + reason) + ")");
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end("broke off the connection (" + error.getClass().getSimpleName() + ")");
        }

        private void end(String how) {
            ended = how;
            heard.add(new RelayMessage.Notice(how));
        }

        private Stop stopped() {
            return new Stop(Stop.REFUSED, "The relay at " + relay + " " + ended + " in the middle of it; look at its bounds, then measure again.");
        }

        void say(ClientMessage message) {
            try {
                socket.sendText(Messages.write(message), true).join();
            } catch (java.util.concurrent.CompletionException e) {
                ended = ended.isEmpty() ? "broke off the connection" : ended;
                throw stopped();
            }
        }

        /** Passes over messages until one of a kind has come. */
        void waitFor(Class<? extends RelayMessage> kind) {
            RelayMessage message = next();
            while (!kind.isInstance(message)) {
                message = next();
            }
        }

        RelayMessage next() {
            try {
                RelayMessage message = heard.poll(LATE_SECONDS, TimeUnit.SECONDS);
                if (message instanceof RelayMessage.Notice && !ended.isEmpty()) {
                    throw stopped();
                }
                if (message == null) {
                    throw new Stop(Stop.REFUSED, "The relay at " + relay + " said nothing for a minute.");
                }
                return message;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Stop(Stop.REFUSED, "Interrupted.");
            }
        }

        @Override
        public void close() {
            socket.abort();
        }
    }
}
