package weft.node.near;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/**
 * Finds nodes by mDNS (RFC 6762, 6763) on every network of this machine that is not the internet's. The host name that is
 * told is the random name too, so that nothing of the machine is.
 */
public final class MulticastDiscovery implements Discovery {
    private static final Logger LOG = Logger.getLogger("weft.node");
    private static final String SERVICE = "_weft._tcp.local.";

    /** IPv4 first: a link-local address of IPv6 is of no use without saying which link. */
    private static final Comparator<InetAddress> OLD_FIRST = Comparator.comparingInt(address -> address.getAddress().length);

    private final List<JmDNS> speakers = new ArrayList<>();
    private int turn;
    private boolean closed;

    @Override
    public synchronized void announce(String name, int port, Finder finder) {
        int mine = ++turn;
        List<JmDNS> before = List.copyOf(speakers);
        speakers.clear();
        // Joining a multicast group takes seconds, so nobody waits for it.
        Thread.ofVirtual().name("weft-mdns").start(() -> {
            before.forEach(MulticastDiscovery::end);
            addresses().forEach(address -> speak(address, name, port, finder, mine));
        });
    }

    private void speak(InetAddress address, String name, int port, Finder finder, int mine) {
        try {
            JmDNS speaker = JmDNS.create(address, name);
            speaker.addServiceListener(SERVICE, new Ears(speaker, finder));
            speaker.registerService(ServiceInfo.create(SERVICE, name, port, ""));
            synchronized (this) {
                if (!closed && mine == turn) {
                    speakers.add(speaker);
                    return;
                }
            }
            end(speaker);
        } catch (IOException e) {
            LOG.fine("no multicast on one network of this machine");
        }
    }

    private record Ears(JmDNS speaker, Finder finder) implements ServiceListener {
        @Override
        public void serviceAdded(ServiceEvent event) {
            speaker.requestServiceInfo(event.getType(), event.getName(), false);
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {}

        /** A link-local address means nothing without its link, which is the one on which it was heard. */
        private InetAddress onThisLink(InetAddress address) {
            try {
                boolean bare = address instanceof Inet6Address six && six.isLinkLocalAddress() && six.getScopeId() == 0;
                NetworkInterface network = NetworkInterface.getByInetAddress(speaker.getInetAddress());
                return bare && network != null ? Inet6Address.getByAddress(null, address.getAddress(), network.getIndex()) : address;
            } catch (IOException e) {
                return address;
            }
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            Stream.of(event.getInfo().getInetAddresses()).filter(MulticastDiscovery::isLocal).min(OLD_FIRST)
                    .ifPresent(address -> finder.found(event.getName(), new InetSocketAddress(onThisLink(address), event.getInfo().getPort())));
        }
    }

    /** Whether an address can only belong to a network of this place. */
    static boolean isLocal(InetAddress address) {
        boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || unique;
    }

    private static List<InetAddress> addresses() {
        List<InetAddress> found = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback() && network.supportsMulticast() && !network.isPointToPoint()) {
                    Collections.list(network.getInetAddresses()).stream().filter(MulticastDiscovery::isLocal).min(OLD_FIRST).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            LOG.fine("the networks of this machine can't be listed");
        }
        return found;
    }

    private static void end(JmDNS speaker) {
        try {
            speaker.close();
        } catch (IOException e) {
            LOG.fine("an mDNS socket did not close");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        List<JmDNS> before = List.copyOf(speakers);
        speakers.clear();
        before.forEach(speaker -> Thread.ofVirtual().start(() -> end(speaker)));
    }
}
