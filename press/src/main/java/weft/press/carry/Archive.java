package weft.press.carry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** The files of a ZIP archive in memory. It is unpacked only up to a bound, whatever it says of itself; nothing is ever written. */
final class Archive {
    /** Bytes that an archive may have. */
    static final int PACKED = 20 << 20;
    private static final int UNPACKED = 64 << 20;
    private static final int ONE = 16 << 20;
    private static final int MOST_FILES = 2_000;

    private final Map<String, Bytes> files;

    private Archive(Map<String, Bytes> files) {
        this.files = files;
    }

    /** Whether bytes begin as a ZIP archive does. */
    static boolean isOne(Bytes file) {
        return file.size() > 4 && file.at(0) == 'P' && file.at(1) == 'K' && file.at(2) == 3 && file.at(3) == 4;
    }

    static Checked<Archive> read(Bytes file) {
        if (file.size() > PACKED) {
            return Checked.bad(BookFault.TOO_LARGE, file.size() + " bytes");
        }
        Map<String, Bytes> files = new LinkedHashMap<>();
        long left = UNPACKED;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file.toArray()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("/") || name.contains("\\") || name.indexOf('\0') >= 0 || ("/" + name + "/").contains("/../")) {
                    return Checked.bad(BookFault.UNSAFE_NAME, "a name that leads out of the book");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = in.readNBytes((int) Math.min(ONE, left) + 1);
                left -= content.length;
                if (content.length > ONE || left < 0 || files.size() >= MOST_FILES) {
                    return Checked.bad(BookFault.TOO_LARGE, "unpacked");
                }
                files.putIfAbsent(name, Bytes.wrap(content));
            }
        } catch (IOException | IllegalArgumentException e) {
            return Checked.bad(BookFault.DAMAGED, "the archive can't be read to its end");
        }
        return files.isEmpty() ? Checked.bad(BookFault.DAMAGED, "an archive without files") : Checked.good(new Archive(files));
    }

    Optional<Bytes> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** The name of a file by an address in another one: percent-decoded, without a fragment; nothing for what leads out. */
    static Optional<String> resolve(String name, String address) {
        String path = decoded(address.replaceFirst("[#?].*$", ""));
        if (path.isEmpty() || path.startsWith("/") || path.contains(":") || path.contains("\\")) {
            return Optional.empty();
        }
        java.util.ArrayDeque<String> steps = new java.util.ArrayDeque<>();
        int slash = name.lastIndexOf('/');
        for (String step : ((slash < 0 ? "" : name.substring(0, slash + 1)) + path).split("/")) {
            if (step.equals("..") && steps.pollLast() == null) {
                return Optional.empty();
            }
            if (!step.equals("..") && !step.equals(".") && !step.isEmpty()) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }

    private static String decoded(String address) {
        try {
            return java.net.URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
