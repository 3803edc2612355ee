package weft.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A form of type {@code multipart/form-data} (RFC 7578), read part by part as it comes: a file in it takes no more memory than a
 * piece, however long it is. What is not well formed ends the form.
 */
final class Multipart {
    private static final int LONGEST_HEADER = 4_096;
    private static final int MOST_HEADERS = 16;
    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final byte[] end;
    private final byte[] buffer = new byte[PIECE];
    private int from;
    private int to;
    private boolean over;
    private String fileName = "";

    private Multipart(InputStream in, String boundary) {
        this.in = in;
        this.end = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first boundary has no line before it; so every one looks alike.
        buffer[0] = '\r';
        buffer[1] = '\n';
        to = 2;
    }

    /** Reads a body by its content type; nothing where that is another. */
    static Optional<Multipart> of(String contentType, InputStream body) {
        String[] parts = contentType.split(";");
        if (!parts[0].strip().equalsIgnoreCase("multipart/form-data")) {
            return Optional.empty();
        }
        for (String part : parts) {
            String one = part.strip();
            if (one.toLowerCase(Locale.ROOT).startsWith("boundary=")) {
                String boundary = one.substring("boundary=".length()).replace("\"", "");
                return boundary.isEmpty() || boundary.length() > 70 ? Optional.empty() : Optional.of(new Multipart(body, boundary));
            }
        }
        return Optional.empty();
    }

    /** The name of the next part, whose bytes {@link #content} then gives; nothing at the end. */
    Optional<String> next() throws IOException {
        try (InputStream rest = content()) {
            rest.skip(Long.MAX_VALUE);
        }
        if (over || !pass(end.length)) {
            return Optional.empty();
        }
        Optional<String> line = line();
        if (line.isEmpty() || !line.get().isBlank()) {
            over = true;
            return Optional.empty();
        }
        String name = "";
        for (int i = 0; i < MOST_HEADERS; i++) {
            line = line();
            if (line.isEmpty()) {
                break;
            }
            if (line.get().isEmpty()) {
                return Optional.of(name);
            }
            if (line.get().toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                name = value(line.get(), " name=\"");
                fileName = value(line.get(), " filename=\"");
            }
        }
        over = true;
        return Optional.empty();
    }

    /** What the person's file is called, as the browser tells it; empty for a part that is no file. Known once the part has begun. */
    String fileName() {
        return new String(fileName.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String value(String header, String start) {
        int at = header.indexOf(start);
        int close = at < 0 ? -1 : header.indexOf('"', at + start.length());
        return close < 0 ? "" : header.substring(at + start.length(), close);
    }

    private Optional<String> line() throws IOException {
        StringBuilder out = new StringBuilder();
        while (out.length() < LONGEST_HEADER) {
            if (from == to && !fill()) {
                return Optional.empty();
            }
            char c = (char) (buffer[from++] & 0xff);
            if (c == '\n') {
                return Optional.of(out.toString().strip());
            }
            out.append(c);
        }
        return Optional.empty();
    }

    private boolean pass(int bytes) throws IOException {
        while (to - from < bytes) {
            if (!fill()) {
                over = true;
                return false;
            }
        }
        from += bytes;
        return true;
    }

    /** Brings more to the end of what is there; false at the end of the body. */
    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        int read = to == buffer.length ? 0 : in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read > 0;
    }

    /** Where the next boundary begins, or how far there is certainly none. */
    private int boundary() {
        for (int at = from; at + end.length <= to; at++) {
            if (buffer[at] == '\r' && Arrays.equals(buffer, at, at + end.length, end, 0, end.length)) {
                return at;
            }
        }
        return -1;
    }

    /** The bytes of the part, up to the boundary; a body that ends before one ends the part by an error. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (over || length == 0) {
                    return over ? -1 : 0;
                }
                int boundary = boundary();
                while (boundary < 0 && to - from <= end.length) {
                    if (!fill()) {
                        over = true;
                        throw new java.io.EOFException("a form that ends before its end");
                    }
                    boundary = boundary();
                }
                int there = boundary < 0 ? to - from - end.length : boundary - from;
                if (there == 0) {
                    return -1;
                }
                int size = Math.min(length, there);
                System.arraycopy(buffer, from, target, offset, size);
                from += size;
                return size;
            }
        };
    }

    /** A short part as text; nothing where it is longer. */
    Optional<String> text(int most) throws IOException {
        byte[] all = content().readNBytes(most + 1);
        return all.length > most ? Optional.empty() : Optional.of(new String(all, StandardCharsets.UTF_8));
    }
}
