package weft.node.web;

import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/**
 * The secrets between a browser and its node, new at each start: the start token in the printed link, the cookie that it
 * becomes, the token in every form, and the token in the run file for the command line. They guard a port on loopback
 * against other pages and other people on the same machine; they open nothing on disk.
 */
final class Tokens {
    private static final int SIZE = 32;

    private final Bytes start;
    private final Bytes cookie;
    private final Bytes form;
    private final Bytes line;
    private final Entropy entropy;
    /** For the browser that the program itself opens: its command line is seen by others, so it works once. */
    private Bytes once = Bytes.EMPTY;

    Tokens(Entropy entropy) {
        this.entropy = entropy;
        start = entropy.next(SIZE);
        cookie = entropy.next(SIZE);
        form = entropy.next(SIZE);
        line = entropy.next(SIZE);
    }

    String start() {
        return start.base64Url();
    }

    String cookie() {
        return cookie.base64Url();
    }

    String form() {
        return form.base64Url();
    }

    String line() {
        return line.base64Url();
    }

    /** A start token that works once. */
    synchronized String freshOnce() {
        Bytes fresh = entropy.next(SIZE);
        once = fresh;
        return fresh.base64Url();
    }

    synchronized boolean isStart(String given) {
        Optional<Bytes> bytes = Bytes.parseBase64Url(given);
        if (bytes.isEmpty()) {
            return false;
        }
        boolean first = bytes.get().size() == SIZE && once.equals(bytes.get());
        if (first) {
            once = Bytes.EMPTY;
        }
        return first || start.equals(bytes.get());
    }

    boolean isCookie(String given) {
        return same(cookie, given);
    }

    boolean isForm(String given) {
        return same(form, given);
    }

    boolean isLine(String given) {
        return same(line, given);
    }

    private static boolean same(Bytes wanted, String given) {
        return Bytes.parseBase64Url(given).filter(wanted::equals).isPresent();
    }
}
