package weft.node.near;

import java.net.InetSocketAddress;

/** The port through which nodes on the same network find each other. */
public interface Discovery extends AutoCloseable {
    /** Begins to tell of this node under a name, and of others to the finder; what was told before is taken back. */
    void announce(String name, int port, Finder finder);

    /** Tells no more, and of nobody. */
    @Override
    void close();

    /** Wants to know who is there. */
    interface Finder {
        /** Somebody is there, or still there; a name that is gone is simply not reached any more. */
        void found(String name, InetSocketAddress address);
    }
}
