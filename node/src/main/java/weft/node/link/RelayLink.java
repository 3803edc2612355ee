package weft.node.link;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import weft.core.peer.Input;
import weft.node.shell.Links;
import weft.wire.event.Limits;
import weft.wire.json.Checked;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/**
 * One connection to a relay. It reads a frame only when one before it has been stepped, so that a relay that floods fills
 * its own buffers and not the node's memory; it sends one frame at a time from a bounded queue.
 */
final class RelayLink implements WebSocket.Listener {
    /** How many frames may be on their way to the shell. */
    private static final int AHEAD = 32;
    /** How many characters may wait to be sent; a first sync of 100,000 envelopes is sent by id in portions far below. */
    private static final long MOST_WAITING = 64L << 20;

    private final int number;
    private final Links.Ear ear;
    private final Runnable gone;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final StringBuilder partial = new StringBuilder();
    private long waitingCharacters;
    private boolean sending;
    private boolean tooLong;
    private boolean ended;
    private volatile long lastHeard = System.nanoTime();
    private @Nullable WebSocket socket;

    RelayLink(int number, Links.Ear ear, Runnable gone) {
        this.number = number;
        this.ear = ear;
        this.gone = gone;
    }

    void connect(HttpClient client, URI uri, Duration patience) {
        try {
            CompletableFuture<?> _ = client.newWebSocketBuilder().connectTimeout(patience).buildAsync(uri, this).whenComplete((open, trouble) -> {
                if (trouble != null) {
                    end(code(trouble));
                }
            });
        } catch (IllegalArgumentException e) {
            end(Trouble.BAD_ADDRESS);
        }
    }

    @Override
    public void onOpen(WebSocket open) {
        synchronized (this) {
            if (ended) {
                open.abort();
                return;
            }
            socket = open;
        }
        ear.hear(new Input.LinkOpened(number), () -> open.request(AHEAD));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        lastHeard = System.nanoTime();
        if (tooLong || partial.length() + data.length() > Limits.MESSAGE_BYTES) {
            tooLong = true;
            partial.setLength(0);
        } else {
            partial.append(data);
        }
        if (!last) {
            from.request(1);
            return null;
        }
        Input input = tooLong ? new Input.Garbled(number, Trouble.TOO_LARGE) : parsed(partial.toString());
        tooLong = false;
        partial.setLength(0);
        ear.hear(input, () -> from.request(1));
        return null;
    }

    private Input parsed(String text) {
        return switch (Messages.readRelay(text)) {
            case Checked.Good<RelayMessage>(RelayMessage message) -> new Input.Heard(number, message);
            case Checked.Bad<RelayMessage>(var fault, String detail) -> new Input.Garbled(number, fault.code());
        };
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        lastHeard = System.nanoTime();
        if (last) {
            ear.hear(new Input.Garbled(number, "binary"), () -> from.request(1));
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        lastHeard = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
        lastHeard = System.nanoTime();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        end(Trouble.CLOSED);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(Trouble.CLOSED);
    }

    /** Queues a frame; a relay that reads too slowly is given up rather than remembered for. */
    void send(String frame) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (waitingCharacters + frame.length() <= MOST_WAITING) {
                waiting.add(frame);
                waitingCharacters += frame.length();
                if (!sending) {
                    sendNext();
                }
                return;
            }
        }
        end(Trouble.TOO_SLOW);
    }

    private synchronized void sendNext() {
        WebSocket open = socket;
        String frame = open == null || ended ? null : waiting.poll();
        sending = frame != null;
        if (open == null || frame == null) {
            return;
        }
        waitingCharacters -= frame.length();
        CompletableFuture<?> _ = open.sendText(frame, true).whenComplete((ignored, trouble) -> {
            if (trouble == null) {
                sendNext();
            } else {
                end(Trouble.CLOSED);
            }
        });
    }

    /** Asks for a sign of life, or gives up where none came. */
    void beat(Duration silence) {
        WebSocket open;
        synchronized (this) {
            open = socket;
        }
        long quiet = System.nanoTime() - lastHeard;
        if (open == null || quiet < silence.toNanos()) {
            return;
        }
        if (quiet > 2 * silence.toNanos()) {
            end(Trouble.SILENT);
        } else {
            CompletableFuture<?> _ = open.sendPing(ByteBuffer.allocate(0));
        }
    }

    /** Closes without a word to the shell. */
    void shut() {
        drop();
    }

    private void end(String code) {
        if (drop()) {
            gone.run();
            ear.hear(new Input.LinkClosed(number, code), () -> {});
        }
    }

    private synchronized boolean drop() {
        if (ended) {
            return false;
        }
        ended = true;
        waiting.clear();
        waitingCharacters = 0;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
        return true;
    }

    private static String code(Throwable trouble) {
        Throwable cause = trouble instanceof CompletionException && trouble.getCause() != null ? trouble.getCause() : trouble;
        return switch (cause) {
            case HttpTimeoutException e -> Trouble.SILENT;
            case WebSocketHandshakeException e -> Trouble.NO_RELAY;
            case SSLException e -> Trouble.BAD_CERTIFICATE;
            case ConnectException e -> Trouble.UNREACHABLE;
            default -> cause.getCause() instanceof SSLException ? Trouble.BAD_CERTIFICATE : Trouble.UNREACHABLE;
        };
    }
}
