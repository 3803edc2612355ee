package weft.node.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import weft.practice.carry.ArticleAddress;
import weft.practice.carry.Articles;
import weft.primitives.Primitives;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/**
 * Articles on the open Nostr network: one question to relays that a person names, each on a connection of its own that has nothing to
 * do with the circles' links. What relays say is not believed: an article counts where it is the one asked for and its signature holds.
 */
public final class OpenNet {
    /** How many relays are asked at most. */
    public static final int MOST_RELAYS = 8;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_MESSAGES = 50;
    private static final String SUBSCRIPTION = "article";

    private final Duration patience;

    /**
     * A way to ask.
     *
     * @param patience how long each relay may take to connect, and to answer
     */
    public OpenNet(Duration patience) {
        this.patience = patience;
    }

    /** The newest revision that any of the relays has. */
    public Optional<Event> find(Primitives primitives, ArticleAddress address, List<String> relays) {
        Filter filter = new Filter(List.of(), List.of(address.key()), List.of(Articles.KIND), Map.of("d", List.of(address.name())), Optional.empty(),
                Optional.empty(), Optional.of(5));
        Optional<Event> newest = Optional.empty();
        for (String relay : relays.stream().distinct().limit(MOST_RELAYS).toList()) {
            for (RelayMessage message : ask(relay, new ClientMessage.Subscribe(SUBSCRIPTION, List.of(filter)))) {
                if (message instanceof RelayMessage.Delivered(String ignored, Event event) && filter.matches(event)
                        && event.verify(primitives) instanceof Checked.Good<Event>
                        && newest.map(before -> event.createdAt() > before.createdAt()).orElse(true)) {
                    newest = Optional.of(event);
                }
            }
        }
        return newest;
    }

    /** Sends an event to each relay; answers which of them took it. */
    public Map<String, Boolean> publish(Event event, List<String> relays) {
        Map<String, Boolean> taken = new LinkedHashMap<>();
        for (String relay : relays.stream().distinct().limit(MOST_RELAYS).toList()) {
            taken.put(relay, ask(relay, new ClientMessage.Publish(event)).stream()
                    .anyMatch(message -> message instanceof RelayMessage.Ok(var id, boolean accepted, String ignored) && accepted && id.equals(event.id())));
        }
        return taken;
    }

    /** What a relay says to one message, up to the answer that ends it; nothing where it can't be reached. */
    private List<RelayMessage> ask(String relay, ClientMessage message) {
        List<RelayMessage> heard = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build()) {
            Listening listening = new Listening();
            WebSocket socket = client.newWebSocketBuilder().connectTimeout(patience).buildAsync(URI.create(relay), listening)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.sendText(Messages.write(message), true).get(patience.toMillis(), TimeUnit.MILLISECONDS);
                long until = System.nanoTime() + patience.toNanos();
                while (heard.size() < MOST_MESSAGES) {
                    String text = listening.texts.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                    if (text == null || text.isEmpty()) {
                        break;
                    }
                    if (Messages.readRelay(text) instanceof Checked.Good<RelayMessage>(RelayMessage said)) {
                        heard.add(said);
                        if (said instanceof RelayMessage.EndOfStored || said instanceof RelayMessage.Ok || said instanceof RelayMessage.Closed) {
                            break;
                        }
                    }
                }
            } finally {
                socket.abort();
                client.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException | IllegalArgumentException e) {
            // A relay that can't be reached has said nothing.
        }
        return heard;
    }

    /** Collects whole texts; an empty one says that there is no more. */
    private static final class Listening implements WebSocket.Listener {
        final BlockingQueue<String> texts = new LinkedBlockingQueue<>(MOST_MESSAGES + 2);
        private final StringBuilder partial = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (partial.length() + data.length() > MOST_CHARACTERS) {
                end();
                return null;
            }
            partial.append(data);
            if (last) {
                boolean taken = texts.offer(partial.toString());
                partial.setLength(0);
                if (!taken) {
                    return null;
                }
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            end();
        }

        private void end() {
            boolean ignored = texts.offer("");
        }
    }
}
