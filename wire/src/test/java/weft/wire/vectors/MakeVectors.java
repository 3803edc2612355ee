package weft.wire.vectors;

import java.nio.file.Path;

/** Makes the vectors of events, envelopes and messages once, into a folder without them; the frozen files are what tests read. */
public final class MakeVectors {
    private MakeVectors() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        new EventVectors(new Writing(folder.resolve("event"), "event")).write();
        new EnvelopeVectors(new Writing(folder.resolve("envelope"), "event")).write();
        new MessageVectors(new Writing(folder.resolve("messages"), "frame")).write();
    }
}
