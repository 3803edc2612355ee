package weft.pages;

import java.util.Optional;
import weft.primitives.Bytes;

/**
 * Reads the outside of a picture: takes everything but its pixels away from a JPEG, and knows how large it would unfold. A small file
 * can claim to be thousands of pixels wide, so that whoever looks at it runs out of memory.
 */
final class Picture {
    /** The most pixels along a side. */
    static final int MOST_SIDE = 4_096;

    private Picture() {}

    /** The same JPEG without its metadata (EXIF, places, comments, thumbnails); nothing where it is none, or too large. */
    static Optional<Bytes> pixelsOf(Bytes jpeg) {
        if (jpeg.size() < 4 || !jpeg.slice(0, 2).equals(Bytes.ofUnsigned(0xff, 0xd8))) {
            return Optional.empty();
        }
        Bytes out = jpeg.slice(0, 2);
        boolean sized = false;
        for (int at = 2; at + 4 <= jpeg.size(); ) {
            if (at(jpeg, at) != 0xff) {
                return Optional.empty();
            }
            int marker = at(jpeg, at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = at(jpeg, at + 2) << 8 | at(jpeg, at + 3);
            int end = at + 2 + length;
            if (marker < 0xc0 || marker >= 0xd0 && marker <= 0xd9 || length < 2 || end > jpeg.size()) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                if (length < 8 || !fits(at(jpeg, at + 7) << 8 | at(jpeg, at + 8), at(jpeg, at + 5) << 8 | at(jpeg, at + 6))) {
                    return Optional.empty();
                }
                sized = true;
            }
            if (marker == 0xda) {
                return sized ? end(jpeg, at).map(out::then) : Optional.empty();
            }
            boolean besides = marker >= 0xe0 && marker <= 0xef || marker == 0xfe;
            out = besides ? out : out.then(jpeg.slice(at, end));
            at = end;
        }
        return Optional.empty();
    }

    /** From the first scan to the end of the picture; what stands after that goes, and so do segments of metadata between scans. */
    private static Optional<Bytes> end(Bytes jpeg, int from) {
        for (int at = from + 2; at + 2 <= jpeg.size(); at++) {
            if (at(jpeg, at) == 0xff) {
                int marker = at(jpeg, at + 1);
                if (marker == 0xd9) {
                    return Optional.of(jpeg.slice(from, at + 2));
                }
                if (marker >= 0xe0 && marker <= 0xef || marker == 0xfe) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean fits(int width, int height) {
        return width > 0 && height > 0 && width <= MOST_SIDE && height <= MOST_SIDE;
    }

    /** Whether a picture that somebody else sent may be shown: it says that it is not larger than it may be. */
    static boolean isShowable(String mediaType, Bytes data) {
        return mediaType.equals("image/webp") ? webp(data) : pixelsOf(data).isPresent();
    }

    /** WebP container (RFC 9649), its three first chunks. */
    private static boolean webp(Bytes data) {
        if (data.size() < 30) {
            return false;
        }
        return switch (data.slice(12, 16).text()) {
            case "VP8 " -> fits((at(data, 27) << 8 | at(data, 26)) & 0x3fff, (at(data, 29) << 8 | at(data, 28)) & 0x3fff);
            case "VP8L" -> {
                int bits = at(data, 21) | at(data, 22) << 8 | at(data, 23) << 16 | at(data, 24) << 24;
                yield fits((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
            }
            // Several frames are never needed, and the frames of an animation have sizes of their own.
            case "VP8X" -> (at(data, 20) & 2) == 0 && fits((at(data, 24) | at(data, 25) << 8 | at(data, 26) << 16) + 1,
                    (at(data, 27) | at(data, 28) << 8 | at(data, 29) << 16) + 1);
            default -> false;
        };
    }

    private static int at(Bytes data, int index) {
        return data.at(index) & 0xff;
    }
}
