package weft.press.carry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import weft.practice.PracticeReader;
import weft.practice.carry.Embedded;
import weft.primitives.Bytes;

/** Practices out of books and pages that Weft made of them. */
public final class Books {
    /** Where an EPUB holds the source. */
    static final String SOURCE = "EPUB/practice.md";
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_BYTES = 4 * PracticeReader.CHARACTERS;

    private Books() {}

    /** The source in an EPUB or a page of HTML; nothing where there is none in it. What is packed too large is not unpacked. */
    public static Optional<String> source(Bytes file) {
        boolean zip = file.size() > 4 && file.at(0) == 'P' && file.at(1) == 'K';
        if (!zip) {
            return file.size() > 2 * MOST_BYTES ? Optional.empty() : Embedded.find(file.text());
        }
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file.toArray()), StandardCharsets.UTF_8)) {
            for (int i = 0; i < MOST_ENTRIES; i++) {
                ZipEntry entry = in.getNextEntry();
                if (entry == null) {
                    return Optional.empty();
                }
                if (entry.getName().equals(SOURCE)) {
                    byte[] text = in.readNBytes(MOST_BYTES + 1);
                    return text.length > MOST_BYTES ? Optional.empty() : Optional.of(new String(text, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // A book that is damaged holds nothing for us.
        }
        return Optional.empty();
    }
}
