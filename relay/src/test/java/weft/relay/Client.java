package weft.relay;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/** A client over a real socket. Waiting for an answer ends after a generous time with a failure that says what came instead. */
public final class Client implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final RelayMessage END = new RelayMessage.Notice("(the connection is closed)");

    private final LinkedBlockingQueue<RelayMessage> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    public final String challenge;

    public Client(URI relay) {
        socket = HTTP.newWebSocketBuilder().buildAsync(relay, new Ears()).join();
        challenge = await(RelayMessage.Challenge.class, m -> true).challenge();
    }

    private final class Ears implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(Messages.readRelay(partial.toString()).orThrow());
                partial.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            heard.add(END);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            heard.add(END);
        }
    }

    public void say(ClientMessage message) {
        raw(Messages.write(message));
    }

    public void raw(String frame) {
        socket.sendText(frame, true).join();
    }

    public RelayMessage next() {
        try {
            RelayMessage message = heard.poll(120, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came");
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public <T extends RelayMessage> T await(Class<T> type, Predicate<T> which) {
        List<RelayMessage> others = new ArrayList<>();
        while (true) {
            RelayMessage message = next();
            if (type.isInstance(message) && which.test(type.cast(message))) {
                return type.cast(message);
            }
            others.add(message);
            if (message == END) {
                throw new AssertionError("closed; before that came " + others);
            }
        }
    }

    public void awaitEnd() {
        while (next() != END) {
            // What was still under way is of no interest.
        }
    }

    public RelayMessage.Ok publish(Event event) {
        say(new ClientMessage.Publish(event));
        return await(RelayMessage.Ok.class, ok -> ok.id().equals(event.id()));
    }

    /** What is stored, up to EOSE; fails where the relay closes the subscription instead. */
    public List<Event> stored(String name, Filter... filters) {
        say(new ClientMessage.Subscribe(name, List.of(filters)));
        List<Event> events = new ArrayList<>();
        while (true) {
            switch (next()) {
                case RelayMessage.Delivered(String of, Event event) when of.equals(name) -> events.add(event);
                case RelayMessage.EndOfStored(String of) when of.equals(name) -> {
                    return events;
                }
                case RelayMessage.Closed closed -> throw new AssertionError(closed);
                default -> { }
            }
        }
    }

    public Event live(String name) {
        return await(RelayMessage.Delivered.class, d -> d.subscription().equals(name)).event();
    }

    public List<Bytes> ids(String name, Filter... filters) {
        return stored(name, filters).stream().map(Event::id).toList();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
