package weft.node.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import weft.node.near.Discovery;

/** The nodes of one demonstration find each other through this; on a real network mDNS does the same. */
public final class Street {
    private final Map<String, InetSocketAddress> here = new LinkedHashMap<>();
    private final Map<String, Discovery.Finder> finders = new LinkedHashMap<>();

    /** One node's way of finding the others. */
    public Discovery discovery() {
        return new OfOne();
    }

    /** Where those who can be found listen. */
    public synchronized java.util.List<InetSocketAddress> addresses() {
        return java.util.List.copyOf(here.values());
    }

    private synchronized void enter(String name, InetSocketAddress address, Discovery.Finder finder) {
        finders.values().forEach(other -> other.found(name, address));
        here.forEach(finder::found);
        here.put(name, address);
        finders.put(name, finder);
    }

    private synchronized void leave(String name) {
        here.remove(name);
        finders.remove(name);
    }

    private final class OfOne implements Discovery {
        private String mine = "";

        @Override
        public synchronized void announce(String name, int port, Finder finder) {
            leave(mine);
            mine = name;
            enter(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), finder);
        }

        @Override
        public synchronized void close() {
            leave(mine);
        }
    }
}
