package weft.node.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By which names and addresses this machine is reached from the home network.
 *
 * @param known host names and IPv4 addresses, the best one first
 */
public record HomeNetwork(List<String> known) {
    /** Keeps an unmodifiable copy. */
    public HomeNetwork {
        known = List.copyOf(known);
    }

    /** As the machine is connected now. */
    public static HomeNetwork now() {
        Set<String> names = new LinkedHashSet<>();
        try {
            NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress()).forEach(address -> names.add(address.getHostAddress()));
        } catch (SocketException e) {
            // A machine that can't say has its own name still.
        }
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            if (name.matches("[a-z0-9][a-z0-9.-]{0,62}")) {
                names.add(name);
                if (name.indexOf('.') < 0) {
                    names.add(name + ".local");
                }
            }
        } catch (UnknownHostException e) {
            // Then by its addresses alone.
        }
        names.addAll(List.of("127.0.0.1", "localhost"));
        return new HomeNetwork(List.copyOf(names));
    }

    /** The one to be typed. */
    public String address() {
        return known.getFirst();
    }

    Set<String> names() {
        return Set.copyOf(known);
    }

    /** Whether an address lies on this machine or on a network that is not the internet (RFC 1918, RFC 4193, link-local). */
    static boolean isNear(InetAddress from) {
        byte[] bytes = from.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return from.isLoopbackAddress() || from.isSiteLocalAddress() || from.isLinkLocalAddress() || unique;
    }
}
