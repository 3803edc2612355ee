package weft.relay;

import java.nio.file.Path;
import java.util.Optional;
import weft.relay.step.RelayPolicy;

/**
 * How a relay is run.
 *
 * @param host the address it listens on
 * @param port the port it listens on; 0 takes a free one
 * @param data the folder in which it keeps its events
 * @param policy what it takes and gives
 * @param about what it says of itself
 * @param guard how it keeps a few from disturbing the others
 * @param tls its own certificate, where it has one
 * @param app the folder of a browser app, served under {@code /app/}
 */
public record RelaySettings(
        String host, int port, Path data, RelayPolicy policy, About about, Guard guard, Optional<Tls> tls, Optional<Path> app) {
    /** The usual port. */
    public static final int PORT = 7447;

    /** What a relay does when nobody says otherwise; it listens on this machine alone. */
    public static RelaySettings standard(Path data) {
        return new RelaySettings("127.0.0.1", PORT, data, RelayPolicy.standard(), About.standard(), Guard.standard(), Optional.empty(), Optional.empty());
    }

    /** The same on another address and port. */
    public RelaySettings at(String otherHost, int otherPort) {
        return new RelaySettings(otherHost, otherPort, data, policy, about, guard, tls, app);
    }

    /** The same with another policy. */
    public RelaySettings with(RelayPolicy other) {
        return new RelaySettings(host, port, data, other, about, guard, tls, app);
    }

    /** The same with another guard. */
    public RelaySettings with(Guard other) {
        return new RelaySettings(host, port, data, policy, about, other, tls, app);
    }

    /** The same with an app folder. */
    public RelaySettings serving(Path folder) {
        return new RelaySettings(host, port, data, policy, about, guard, tls, Optional.of(folder));
    }

    /**
     * What a relay says of itself (NIP-11).
     *
     * @param name a few words
     * @param description a few sentences
     * @param contact how its keeper can be reached, or empty
     * @param address under which clients know it, for NIP-42 behind a proxy; empty means what they ask for
     */
    public record About(String name, String description, String contact, String address) {
        /** Modest. */
        public static About standard() {
            return new About("A Weft relay", "Keeps sealed envelopes until their last day. It can't read them.", "", "");
        }
    }

    /**
     * How a relay keeps a few from disturbing the others.
     *
     * @param links connections at once
     * @param linksByAddress connections at once from one network address
     * @param outgoingBytes that may wait for a slow reader before it is cut off
     * @param pingSeconds between two looks whether a client is still there
     * @param deafSeconds without any sign after which a client is cut off
     * @param requestSeconds that the first request on a connection may take
     * @param forwarded whether {@code X-Forwarded-For} is believed: only behind a proxy of one's own
     */
    public record Guard(int links, int linksByAddress, int outgoingBytes, int pingSeconds, int deafSeconds, int requestSeconds, boolean forwarded) {
        /** The same with fewer connections at once. */
        Guard atMost(int fewer) {
            return new Guard(Math.min(links, fewer), linksByAddress, outgoingBytes, pingSeconds, deafSeconds, requestSeconds, forwarded);
        }

        /** For some thousand people. */
        public static Guard standard() {
            return new Guard(20_000, 500, 16_000_000, 40, 130, 20, false);
        }
    }

    /** A certificate and its key: a PKCS12 file and a file that holds its password. */
    public record Tls(Path file, Path passwordFile) {}
}
