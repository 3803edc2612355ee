package weft.node.near;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import weft.core.peer.Input;
import weft.node.shell.Links;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.wire.event.Limits;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/** One channel to a neighbour, from the handshake to its end: one thread reads, one writes. */
final class NearLink {
    private static final String EXPORTER = "EXPORTER-weft-near";
    private static final int NONCE = 0;
    private static final int PROOFS = 1;
    private static final int ASK = 2;
    private static final int ANSWER = 3;
    private static final int ALIVE = 4;
    private static final int MOST_PROOFS = 504;
    private static final int LONGEST_FRAME = Limits.MESSAGE_BYTES + 16;
    /** How long the handshake and the proofs may take. */
    private static final int MEETING_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 90_000;
    private static final int ALIVE_SECONDS = 30;
    private static final int AHEAD = 32;
    private static final long MOST_WAITING = 64L << 20;

    private final int number;
    private final boolean caller;
    private final SSLSocket socket;
    private final Links.Ear ear;
    private final Primitives primitives;
    private final Entropy entropy;
    private final Consumer<NearLink> gone;
    private final LinkedBlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final Map<Integer, Integer> linkOfChannel = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> channelOfLink = new ConcurrentHashMap<>();
    private final Semaphore ahead = new Semaphore(AHEAD);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean told;

    NearLink(int number, boolean caller, SSLSocket socket, Links.Ear ear, Primitives primitives, Entropy entropy, Consumer<NearLink> gone) {
        this.number = number;
        this.caller = caller;
        this.socket = socket;
        this.ear = ear;
        this.primitives = primitives;
        this.entropy = entropy;
        this.gone = gone;
    }

    int number() {
        return number;
    }

    boolean caller() {
        return caller;
    }

    /** Whether both are in a circle. */
    boolean shares() {
        return !linkOfChannel.isEmpty();
    }

    boolean leads(int link) {
        return channelOfLink.containsKey(link);
    }

    /** Speaks until the end; takes the calling thread. */
    void run() {
        try {
            socket.setSoTimeout(MEETING_MILLIS);
            socket.startHandshake();
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            Bytes mine = entropy.next(32);
            write(out, frame(NONCE, mine.toArray()));
            out.flush();
            Frame first = read(in);
            if (first.kind != NONCE || first.body.size() != 32) {
                return;
            }
            Bytes session = session(mine, first.body);
            told = true;
            hearAndWait(new Input.Met(number, caller, session));
            Thread.ofVirtual().name("weft-near-write").start(() -> writeOn(out));
            readOn(in);
        } catch (IOException | GeneralSecurityException e) {
            // A neighbour that goes away is no fault; what it had to say comes when it is there again.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private Bytes session(Bytes mine, Bytes theirs) throws GeneralSecurityException, IOException {
        if (!(socket.getSession() instanceof ExtendedSSLSession session) || !session.getProtocol().equals("TLSv1.3")) {
            throw new IOException("no TLS 1.3");
        }
        byte[] exported = session.exportKeyingMaterialData(EXPORTER, new byte[0], 32);
        Bytes nonces = caller ? mine.then(theirs) : theirs.then(mine);
        Bytes both = primitives.sha256(Bytes.utf8("weft/1 near session").then(Bytes.wrap(exported.clone())).then(nonces));
        java.util.Arrays.fill(exported, (byte) 0);
        return both;
    }

    private record Frame(int kind, Bytes body) {}

    private static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > LONGEST_FRAME) {
            throw new IOException("a frame too long");
        }
        int kind = in.readUnsignedByte();
        byte[] body = new byte[length - 1];
        in.readFully(body);
        return new Frame(kind, Bytes.wrap(body));
    }

    private void readOn(DataInputStream in) throws IOException, InterruptedException {
        boolean proved = false;
        while (!ended.get()) {
            Frame frame = read(in);
            switch (frame.kind) {
                case PROOFS -> {
                    if (proved || frame.body.size() % 32 != 0 || frame.body.size() > 32 * MOST_PROOFS) {
                        return;
                    }
                    proved = true;
                    // The peer opens the channels in this step, before anything on them is read.
                    hearAndWait(new Input.Proved(number, tags(frame.body)));
                    socket.setSoTimeout(SILENCE_MILLIS);
                }
                case ASK, ANSWER -> {
                    if (!proved || !message(frame)) {
                        return;
                    }
                }
                case ALIVE -> { }
                default -> {
                    return;
                }
            }
        }
    }

    private static List<Bytes> tags(Bytes all) {
        List<Bytes> tags = new ArrayList<>();
        for (int i = 0; i < all.size(); i += 32) {
            tags.add(all.slice(i, i + 32));
        }
        return tags;
    }

    private boolean message(Frame frame) throws InterruptedException {
        if (frame.body.size() < 2) {
            return false;
        }
        Integer link = linkOfChannel.get((int) frame.body.bigEndianAt(0, 2));
        if (link == null) {
            return false;
        }
        String text = frame.body.slice(2, frame.body.size()).text();
        Input input = frame.kind == ASK
                ? switch (Messages.readClient(text)) {
                    case Checked.Good<ClientMessage>(ClientMessage message) -> new Input.Asked(link, message);
                    case Checked.Bad<ClientMessage>(var fault, String detail) -> new Input.Garbled(link, fault.code());
                }
                : switch (Messages.readRelay(text)) {
                    case Checked.Good<RelayMessage>(RelayMessage message) -> new Input.Heard(link, message);
                    case Checked.Bad<RelayMessage>(var fault, String detail) -> new Input.Garbled(link, fault.code());
                };
        ahead.acquire();
        ear.hear(input, ahead::release);
        return true;
    }

    private void hearAndWait(Input input) throws InterruptedException, IOException {
        CountDownLatch handled = new CountDownLatch(1);
        ear.hear(input, handled::countDown);
        if (!handled.await(60, TimeUnit.SECONDS)) {
            throw new IOException("the node did not answer");
        }
    }

    void prove(List<Bytes> tags) {
        byte[] body = new byte[32 * tags.size()];
        for (int i = 0; i < tags.size(); i++) {
            tags.get(i).copyTo(body, 32 * i);
        }
        queue(frame(PROOFS, body));
    }

    void channel(int channel, int link) {
        linkOfChannel.put(channel, link);
        channelOfLink.put(link, channel);
    }

    void ask(int link, ClientMessage message) {
        say(ASK, link, Messages.write(message));
    }

    void answer(int link, RelayMessage message) {
        say(ANSWER, link, Messages.write(message));
    }

    private void say(int kind, int link, String text) {
        Integer channel = channelOfLink.get(link);
        if (channel == null) {
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[utf8.length + 2];
        body[0] = (byte) (channel >> 8);
        body[1] = (byte) (int) channel;
        System.arraycopy(utf8, 0, body, 2, utf8.length);
        queue(frame(kind, body));
    }

    private static byte[] frame(int kind, byte[] body) {
        byte[] frame = new byte[body.length + 1];
        frame[0] = (byte) kind;
        System.arraycopy(body, 0, frame, 1, body.length);
        return frame;
    }

    private void queue(byte[] frame) {
        if (waiting.addAndGet(frame.length) > MOST_WAITING) {
            // A neighbour that reads too slowly is given up rather than remembered for.
            close();
        } else {
            frames.add(frame);
        }
    }

    private static void write(DataOutputStream out, byte[] frame) throws IOException {
        out.writeInt(frame.length);
        out.write(frame);
    }

    private void writeOn(DataOutputStream out) {
        try {
            while (!ended.get()) {
                byte[] frame = frames.poll(ALIVE_SECONDS, TimeUnit.SECONDS);
                byte[] say = frame == null ? frame(ALIVE, new byte[0]) : frame;
                write(out, say);
                waiting.addAndGet(frame == null ? 0 : -frame.length);
                if (frames.isEmpty()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        close();
        if (ended.compareAndSet(false, true)) {
            gone.accept(this);
            if (told) {
                ear.hear(new Input.Parted(number), () -> { });
            }
        }
    }

    /** Hangs up without a word to the shell. */
    void part() {
        if (ended.compareAndSet(false, true)) {
            gone.accept(this);
        }
        close();
    }

    /** Ends it; the shell is told. */
    void hangUp() {
        close();
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }
}
