package weft.relay;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import weft.relay.step.RelayInput;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/**
 * One WebSocket. Takes in no more than a few messages ahead of the machine, so that a flood waits in the client's own
 * buffers; holds no more than a bound for a slow reader, then cuts it off.
 */
public final class SocketLink implements Session.Listener {
    private static final int AHEAD = 256;
    private static final long NEARLY_ALL_OUT = 200_000;

    private final int number;
    private final String host;
    private final String challenge;
    private final String address;
    private final int outgoingBound;
    private final RelayLoop loop;
    private final Runnable whenClosed;
    private final AtomicInteger ahead = new AtomicInteger();
    private final AtomicLong outgoing = new AtomicLong();
    private final Object demanding = new Object();
    private boolean paused;
    private volatile boolean drainedWanted;
    private volatile boolean gone;
    private volatile long heardNanos = System.nanoTime();
    private volatile @Nullable Session session;

    SocketLink(int number, String host, String challenge, String address, int outgoingBound, RelayLoop loop, Runnable whenClosed) {
        this.number = number;
        this.host = host;
        this.challenge = challenge;
        this.address = address;
        this.outgoingBound = outgoingBound;
        this.loop = loop;
        this.whenClosed = whenClosed;
    }

    int number() {
        return number;
    }

    String address() {
        return address;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        loop.opened(this, host, challenge);
        opened.demand();
    }

    @Override
    public void onWebSocketText(String text) {
        heardNanos = System.nanoTime();
        switch (Messages.readClient(text)) {
            case Checked.Good<ClientMessage>(ClientMessage message) -> {
                ahead.incrementAndGet();
                loop.tell(new RelayInput.Said(number, message));
            }
            case Checked.Bad<ClientMessage>(var fault, String detail) -> loop.tell(new RelayInput.Garbled(number, fault.code() + ": " + detail));
        }
        demand();
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        heardNanos = System.nanoTime();
        callback.succeed();
        loop.tell(new RelayInput.Garbled(number, "binary frames are not part of the protocol"));
        demand();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heardNanos = System.nanoTime();
        demand();
    }

    private void demand() {
        Session open = session;
        synchronized (demanding) {
            paused = ahead.get() >= AHEAD;
            if (paused || open == null) {
                return;
            }
        }
        open.demand();
    }

    /** The machine has taken a message; for what is published, its answer has to go out as well. */
    void stepped(ClientMessage message) {
        boolean answeredLater = message instanceof ClientMessage.Publish || message instanceof ClientMessage.Authenticate;
        if (!answeredLater) {
            oneLess();
        }
    }

    private void oneLess() {
        boolean resume;
        synchronized (demanding) {
            resume = ahead.decrementAndGet() < AHEAD && paused;
            paused = paused && !resume;
        }
        Session open = session;
        if (resume && open != null) {
            open.demand();
        }
    }

    void send(RelayMessage message, String text) {
        if (message instanceof RelayMessage.Ok) {
            oneLess();
        }
        Session open = session;
        if (gone || open == null) {
            return;
        }
        long waiting = outgoing.addAndGet(text.length());
        if (waiting > outgoingBound) {
            cut();
            return;
        }
        open.sendText(text, Callback.from(() -> sent(text.length()), failure -> cut()));
    }

    private void sent(int length) {
        if (outgoing.addAndGet(-length) < NEARLY_ALL_OUT && drainedWanted) {
            drained();
        }
    }

    void tellWhenDrained() {
        drainedWanted = true;
        if (outgoing.get() < NEARLY_ALL_OUT) {
            drained();
        }
    }

    private synchronized void drained() {
        if (drainedWanted) {
            drainedWanted = false;
            loop.tell(new RelayInput.Drained(number));
        }
    }

    /** Closes with a word. */
    void shut(String why) {
        Session open = session;
        gone = true;
        if (open != null) {
            open.close(1008, why, Callback.from(() -> { }, failure -> open.disconnect()));
        }
    }

    /** Says good-bye when the relay stops. */
    void leave() {
        Session open = session;
        gone = true;
        if (open != null) {
            open.close(1001, "the relay stops", Callback.NOOP);
        }
    }

    /** Closes without a word: the other side does not read. */
    private void cut() {
        Session open = session;
        gone = true;
        if (open != null) {
            open.disconnect();
        }
        closed();
    }

    /** Asks whether the client is still there, or cuts it off where it has not been heard for long. */
    void look(long deafNanos) {
        Session open = session;
        if (open == null) {
            return;
        }
        if (System.nanoTime() - heardNanos > deafNanos) {
            cut();
        } else {
            open.sendPing(ByteBuffer.allocate(0), Callback.from(() -> { }, failure -> cut()));
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        // Too large a frame, bad UTF-8, a broken connection: Jetty closes it and tells onWebSocketClose.
        closed();
    }

    @Override
    public void onWebSocketClose(int status, String reason, Callback callback) {
        callback.succeed();
        closed();
    }

    private void closed() {
        gone = true;
        loop.closed(this);
        whenClosed.run();
    }
}
