package weft.node.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Which relay addresses may be opened. */
final class Addresses {
    private Addresses() {}

    /** What an address comes to. */
    sealed interface Verdict {
        /** It may be opened. */
        record Good(URI uri) implements Verdict {}

        /** It may not; the code says why. */
        record Bad(String code) implements Verdict {}
    }

    /** Looks at an address; {@code plainAnywhere} lets {@code ws:} leave the local network. */
    static Verdict check(String address, boolean plainAnywhere) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return new Verdict.Bad(Trouble.BAD_ADDRESS);
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean known = scheme.equals("ws") || scheme.equals("wss");
        if (!known || host.isEmpty() || uri.getUserInfo() != null || uri.getFragment() != null) {
            return new Verdict.Bad(Trouble.BAD_ADDRESS);
        }
        if (scheme.equals("ws") && !plainAnywhere && !isNear(host)) {
            return new Verdict.Bad(Trouble.NOT_ENCRYPTED);
        }
        return new Verdict.Good(uri);
    }

    /** Whether a host is this machine, the local network, or an onion service, which encrypts by itself. */
    static boolean isNear(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local") || host.endsWith(".onion")) {
            return true;
        }
        if (host.startsWith("[")) {
            String six = host.substring(1);
            return six.equals("::1]") || six.startsWith("fc") || six.startsWith("fd") || six.startsWith("fe8") || six.startsWith("fe9")
                    || six.startsWith("fea") || six.startsWith("feb");
        }
        String[] parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        int[] numbers = new int[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("[0-9]{1,3}")) {
                return false;
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers[0] == 127
                || numbers[0] == 10
                || numbers[0] == 172 && numbers[1] >= 16 && numbers[1] < 32
                || numbers[0] == 192 && numbers[1] == 168
                || numbers[0] == 169 && numbers[1] == 254;
    }
}
