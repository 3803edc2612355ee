package weft.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The practices that the project brings along, freely licensed (CC0), each in English and French. */
public final class Shelf {
    /** Their names, which are also those of the files. */
    public static final List<String> NAMES = List.of("kitchen-for-50", "community-fridge", "tool-library", "phone-tree", "paperwork-first-aid",
            "repair-day", "childcare-pool", "heat-and-cold", "delivery-rounds", "start-and-end-a-circle");
    /** The languages they are there in; the first is the one in which they were written. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    private Shelf() {}

    /** A practice in a language, where there is one of this name in it. */
    public static Optional<Practice> read(String name, String language) {
        if (!NAMES.contains(name) || !LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        try (InputStream in = Shelf.class.getResourceAsStream("shelf/" + language + "/" + name + ".md")) {
            return in == null ? Optional.empty() : Optional.of(PracticeReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
