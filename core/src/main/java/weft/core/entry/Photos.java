package weft.core.entry;

import java.util.List;
import weft.primitives.Bytes;

/** What is taken as a photo: the two formats that every browser shows, told by their first bytes and not by their label alone. */
final class Photos {
    static final List<String> MEDIA_TYPES = List.of("image/jpeg", "image/webp");

    private Photos() {}

    static boolean fits(Photo photo) {
        Bytes data = photo.data();
        if (data.size() > EntryLimits.PHOTO_BYTES || data.size() < 12) {
            return false;
        }
        return switch (photo.mediaType()) {
            case "image/jpeg" -> data.slice(0, 3).equals(Bytes.ofUnsigned(0xff, 0xd8, 0xff));
            case "image/webp" -> data.slice(0, 4).equals(Bytes.utf8("RIFF")) && data.slice(8, 12).equals(Bytes.utf8("WEBP"));
            default -> false;
        };
    }
}
