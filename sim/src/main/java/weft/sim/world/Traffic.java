package weft.sim.world;

import weft.wire.message.ClientMessage;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/** What goes over the links: frames counted, and their bytes as far as every so-manieth is written out. */
public final class Traffic {
    private static final int EVERY = 64;

    private long up;
    private long down;
    private long upBytes;
    private long downBytes;

    void up(ClientMessage message) {
        if (up++ % EVERY == 0) {
            upBytes += EVERY * (long) Messages.write(message).length();
        }
    }

    void down(RelayMessage message) {
        if (down++ % EVERY == 0) {
            downBytes += EVERY * (long) Messages.write(message).length();
        }
    }

    /** Frames from nodes to relays. */
    public long up() {
        return up;
    }

    /** Frames from relays to nodes. */
    public long down() {
        return down;
    }

    /** Bytes of all frames, from one in 64 of them. */
    public long bytes() {
        return upBytes + downBytes;
    }
}
