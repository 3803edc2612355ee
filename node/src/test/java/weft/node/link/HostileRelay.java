package weft.node.link;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A WebSocket server by hand, so that it can misbehave below the frames too. */
public final class HostileRelay implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    /** What nodes said, in the order in which it came. */
    public final List<String> heard = new CopyOnWriteArrayList<>();

    /** What it does with a connection that stands. */
    public interface Mischief extends BiConsumer<HostileRelay, Wire> {}

    /** Listens on a free port of loopback. */
    public HostileRelay(Mischief mischief) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    sockets.add(socket);
                    Thread.ofVirtual().start(() -> serve(socket, mischief));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    /**
     * Waits until a node said something. The JDK's WebSocket client loses the order of what comes with the answer to its
     * handshake where that is more than one buffer (16 kB), so a relay that means to flood begins after a first word.
     */
    public void awaitAWord() {
        try {
            while (heard.isEmpty() && !server.isClosed()) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where nodes find it. */
    public String address() {
        return "ws://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private void serve(Socket socket, Mischief mischief) {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.readUnsignedByte());
            }
            String key = head.toString().lines().filter(l -> l.toLowerCase().startsWith("sec-websocket-key:")).findFirst().orElse(":").split(":")[1].strip();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            Thread.ofVirtual().start(() -> listen(in));
            mischief.accept(this, new Wire(socket.getOutputStream(), socket));
        } catch (Exception e) {
            // The node went away, as it may.
        }
    }

    private void listen(DataInputStream in) {
        try {
            while (true) {
                in.readUnsignedByte();
                int size = in.readUnsignedByte() & 0x7f;
                size = size == 126 ? in.readUnsignedShort() : size == 127 ? (int) in.readLong() : size;
                byte[] mask = in.readNBytes(4);
                byte[] data = in.readNBytes(size);
                for (int i = 0; i < data.length; i++) {
                    data[i] ^= mask[i % 4];
                }
                heard.add(new String(data, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    /** The raw wire to a node. */
    public record Wire(OutputStream out, Socket socket) {
        /** Sends a text. */
        public void text(String text) {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Any first byte, so that also what is no text and no end of a message can be sent. */
        public void frame(int first, byte[] data) {
            try {
                out.write(first);
                if (data.length < 126) {
                    out.write(data.length);
                } else if (data.length < 65_536) {
                    out.write(new byte[] {126, (byte) (data.length >> 8), (byte) data.length});
                } else {
                    out.write(new byte[] {127, 0, 0, 0, 0, (byte) (data.length >> 24), (byte) (data.length >> 16), (byte) (data.length >> 8),
                            (byte) data.length});
                }
                out.write(data);
                out.flush();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Sends what is no frame. */
        public void raw(byte[] data) {
            try {
                out.write(data);
                out.flush();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Hangs up. */
        public void cut() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
