package weft.relay;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import weft.relay.step.RelayPolicy;

/** Reads a relay's settings from a file of {@code name = value} lines; {@code relay.conf} beside the unit lists them all. */
final class SettingsFile {
    private final Path file;
    private final Properties lines = new Properties();
    private final Set<String> unread;

    private SettingsFile(Path file) throws IOException {
        this.file = file;
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is not a settings file: " + e.getMessage(), e);
        }
        this.unread = new TreeSet<>(lines.stringPropertyNames());
    }

    /** The settings with what the file says in place of the standard ones. */
    static RelaySettings read(Path file, RelaySettings standard) throws IOException {
        SettingsFile in = new SettingsFile(file);
        RelayPolicy.Bounds bounds = standard.policy().bounds();
        RelaySettings.Guard guard = standard.guard();
        RelaySettings.About about = standard.about();
        RelaySettings settings = new RelaySettings(
                in.text("host", standard.host()), in.whole("port", standard.port(), 0, 65_535), Path.of(in.text("data", standard.data().toString())),
                new RelayPolicy(
                        new RelayPolicy.Bounds(
                                in.whole("event-bytes", bounds.eventBytes(), 1_000, weft.wire.event.Limits.EVENT_BYTES),
                                in.megabytes("megabytes-by-key", bounds.bytesByKey()), in.megabytes("megabytes-in-all", bounds.bytesInAll()),
                                in.whole("subscriptions", bounds.subscriptions(), 1, 100_000), in.whole("answer", bounds.answer(), 1, 1_000_000),
                                in.whole("events-a-minute", bounds.eventsAMinute(), 1, 10_000_000),
                                in.whole("requests-a-minute", bounds.requestsAMinute(), 1, 10_000_000),
                                in.whole("faults", bounds.faults(), 1, 1_000_000)),
                        in.kinds(), in.whole("work", standard.policy().work(), 0, 64),
                        in.truth("circles-to-members-only", standard.policy().circlesToMembersOnly())),
                new RelaySettings.About(in.text("name", about.name()), in.text("description", about.description()),
                        in.text("contact", about.contact()), in.text("address", about.address())),
                new RelaySettings.Guard(
                        in.whole("connections", guard.links(), 1, 1_000_000), in.whole("connections-by-address", guard.linksByAddress(), 1, 1_000_000),
                        in.whole("outgoing-bytes", guard.outgoingBytes(), 1_000_000, 1_000_000_000), in.whole("ping-seconds", guard.pingSeconds(), 1, 3_600),
                        in.whole("deaf-seconds", guard.deafSeconds(), 2, 86_400), in.whole("request-seconds", guard.requestSeconds(), 1, 3_600),
                        in.truth("behind-proxy", guard.forwarded())),
                in.tls(), in.path("app"));
        if (!in.unread.isEmpty()) {
            throw new IOException(file + " has a setting that there is not: " + in.unread.iterator().next() + ".");
        }
        return settings;
    }

    private String text(String name, String otherwise) {
        unread.remove(name);
        return lines.getProperty(name, otherwise).strip();
    }

    private Optional<Path> path(String name) {
        String value = text(name, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
    }

    private Optional<RelaySettings.Tls> tls() throws IOException {
        Optional<Path> certificate = path("tls-certificate");
        Optional<Path> password = path("tls-password-file");
        if (certificate.isPresent() != password.isPresent()) {
            throw new IOException(file + ": tls-certificate and tls-password-file belong together.");
        }
        return certificate.flatMap(found -> password.map(word -> new RelaySettings.Tls(found, word)));
    }

    private int whole(String name, int otherwise, int least, int most) throws IOException {
        String value = text(name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of range.
        }
        throw new IOException(file + ": " + name + " must be a whole number from " + least + " to " + most + ".");
    }

    private long megabytes(String name, long otherwise) throws IOException {
        return whole(name, (int) (otherwise / 1_000_000), 1, Integer.MAX_VALUE) * 1_000_000L;
    }

    private boolean truth(String name, boolean otherwise) throws IOException {
        return switch (text(name, otherwise ? "yes" : "no")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IOException(file + ": " + name + " must be yes or no.");
        };
    }

    private Set<Integer> kinds() throws IOException {
        Set<Integer> kinds = new HashSet<>();
        for (String kind : text("kinds", "").split("[, ]+")) {
            if (!kind.isEmpty()) {
                try {
                    kinds.add(Integer.parseInt(kind));
                } catch (NumberFormatException e) {
                    throw new IOException(file + ": kinds must be whole numbers with commas between them.", e);
                }
            }
        }
        return kinds;
    }
}
