package weft.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches files for texts that should be nowhere: as UTF-8, UTF-16, base64 in all three positions, and hex. */
final class Traces {
    private static final int SHORTEST = 8;

    private Traces() {}

    static List<String> find(Path folder, Collection<String> texts) {
        Map<String, String> needles = new LinkedHashMap<>();
        texts.forEach(text -> text.lines().filter(line -> line.length() >= SHORTEST).forEach(line -> forms(line).forEach(form -> needles.put(form, line))));
        List<String> found = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            String content = latin(file);
            needles.forEach((form, line) -> {
                if (content.contains(form)) {
                    found.add(folder.relativize(file) + ": \"" + line + "\"");
                }
            });
        }
        return found;
    }

    private static String latin(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Byte forms as texts of one character a byte. */
    private static List<String> forms(String line) {
        byte[] plain = Story.bytes(line);
        List<String> forms = new ArrayList<>();
        forms.add(new String(plain, StandardCharsets.ISO_8859_1));
        forms.add(new String(line.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        forms.add(weft.primitives.Bytes.of(plain).hex());
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[plain.length + shift];
            System.arraycopy(plain, 0, shifted, shift, plain.length);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // The first and last characters depend on what stands before and after.
            forms.add(base64.substring(shift == 0 ? 0 : 4, base64.length() - 2));
        }
        return forms;
    }
}
