package weft.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form with pictures, from a browser without a script: its texts as they are, its pictures shrunk to field {@code picture}. */
final class UploadForm {
    private static final int MOST_TEXT = 64 * 1024;
    private static final int MOST_PICTURES = 4;
    /** All pictures of one post together, as the pages have it. */
    private static final int MOST_PICTURE_BYTES = 26_000;

    private UploadForm() {}

    /** The fields; nothing where it is no such form, or one with too much in it. */
    static Optional<Map<String, List<String>>> read(String contentType, InputStream body) throws IOException {
        Optional<Multipart> form = Multipart.of(contentType, body);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        List<byte[]> pictures = new ArrayList<>();
        Optional<String> name = form.get().next();
        for (int i = 0; name.isPresent(); i++, name = form.get().next()) {
            if (i >= weft.pages.Request.MOST_FIELDS) {
                return Optional.empty();
            }
            if (name.get().equals("photo")) {
                byte[] file = form.get().content().readNBytes(Shrinking.MOST_FILE_BYTES + 1);
                if (file.length > 0 && pictures.size() < MOST_PICTURES + 1) {
                    pictures.add(file.length > Shrinking.MOST_FILE_BYTES ? new byte[0] : file);
                }
            } else {
                Optional<String> text = form.get().text(MOST_TEXT);
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                fields.computeIfAbsent(name.get(), ignored -> new ArrayList<>()).add(text.get());
            }
        }
        shrink(pictures, fields);
        return Optional.of(fields);
    }

    private static void shrink(List<byte[]> pictures, Map<String, List<String>> fields) {
        // What a form says of itself about pictures counts for nothing.
        fields.remove("photoTrouble");
        for (byte[] picture : pictures) {
            switch (picture.length == 0 ? new Shrinking.Shrunk.TooLarge() : Shrinking.shrink(picture, MOST_PICTURE_BYTES / pictures.size())) {
                case Shrinking.Shrunk.Small(var jpeg) -> fields.computeIfAbsent("picture", ignored -> new ArrayList<>()).add(jpeg.base64());
                case Shrinking.Shrunk.Unreadable() -> fields.put("photoTrouble", List.of("unreadable"));
                case Shrinking.Shrunk.TooLarge() -> fields.put("photoTrouble", List.of("large"));
            }
        }
    }
}
