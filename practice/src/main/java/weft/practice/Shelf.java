package weft.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** The practices that the project brings along, freely licensed (CC0), each in English and French. */
public final class Shelf {
    /** Their names, which are also those of the files. */
    public static final List<String> NAMES = List.of("kitchen-for-50", "community-fridge", "tool-library", "phone-tree", "paperwork-first-aid",
            "repair-day", "childcare-pool", "heat-and-cold", "delivery-rounds", "start-and-end-a-circle");
    /** The languages they are there in; the first is the one in which they were written. */
    public static final List<String> LANGUAGES = List.of("en", "fr");

    private Shelf() {}

    /** The name under which a practice of the shelf stands in every circle, so that those who put it there have the same one: 16 hex digits. */
    public static String nameIn(Primitives primitives, String name, String language) {
        return primitives.sha256(Bytes.utf8("weft/1 shelf " + name + " " + language)).slice(0, 8).hex();
    }

    /** A practice as it goes onto a circle's shelf: what it was translated from bears the name that it has there. */
    public static Optional<Practice> forCircle(Primitives primitives, String name, String language) {
        return read(name, language).map(practice -> practice.front().translationOf().isEmpty() ? practice
                : new Practice(practice.front().from(practice.front().derivedFrom(),
                        Optional.of(new Ancestor(nameIn(primitives, name, LANGUAGES.getFirst()), Optional.empty())),
                        practice.front().sourceParagraphs()), practice.text()));
    }

    private static String text(InputStream in) throws IOException {
        StringBuilder out = new StringBuilder();
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            out.append((char) c);
        }
        return out.toString();
    }

    /** A practice in a language, where there is one of this name in it. */
    public static Optional<Practice> read(String name, String language) {
        if (!NAMES.contains(name) || !LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        try (InputStream in = Shelf.class.getResourceAsStream("shelf/" + language + "/" + name + ".md")) {
            return in == null ? Optional.empty() : Optional.of(PracticeReader.read(text(in)).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
