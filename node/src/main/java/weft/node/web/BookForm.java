package weft.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.practice.Practice;
import weft.practice.PracticeReader;
import weft.press.carry.Books;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** The form with which a practice is taken in, where it may bear a file: what is in that becomes its field {@code text}, or the reason why not. */
final class BookForm {
    private static final int MOST_TEXT = 4 * PracticeReader.CHARACTERS;
    private static final String TROUBLE = "fileTrouble";

    private BookForm() {}

    /** Whether a path is that of such a form. */
    static boolean isFor(String path) {
        return path.endsWith("/practices/take");
    }

    /** The fields; nothing where it is no such form, or one with too much in it. */
    static Optional<Map<String, List<String>>> read(String contentType, InputStream body) throws IOException {
        Optional<Multipart> form = Multipart.of(contentType, body);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Bytes file = Bytes.EMPTY;
        String name = "";
        Optional<String> part = form.get().next();
        for (int i = 0; part.isPresent(); i++, part = form.get().next()) {
            if (i >= weft.pages.Request.MOST_FIELDS) {
                return Optional.empty();
            }
            if (part.get().equals("file")) {
                name = form.get().fileName();
                file = Bytes.wrap(form.get().content().readNBytes(Books.LARGEST + 1));
            } else {
                Optional<String> text = form.get().text(MOST_TEXT);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                fields.put(part.get(), List.of(text.get()));
            }
        }
        fields.remove(TROUBLE);
        if (file.size() > 0) {
            String language = fields.getOrDefault("language", List.of("")).getFirst();
            switch (Books.read(file, name, language.isEmpty() ? "und" : language)) {
                case Checked.Good<Practice>(Practice practice) -> fields.put("text", List.of(practice.write()));
                case Checked.Bad<Practice> bad -> fields.put(TROUBLE, List.of(bad.fault().code()));
            }
        }
        return Optional.of(fields);
    }
}
