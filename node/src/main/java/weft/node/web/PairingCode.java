package weft.node.web;

import java.util.function.Consumer;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/** The code that a device on the home network types once. It lets one device in, or bears five wrong tries; then there is another. */
final class PairingCode {
    private static final int TRIES = 5;
    private static final int EIGHT_DIGITS = 100_000_000;

    private final Entropy entropy;
    private final Consumer<String> shown;
    private String code = "";
    private int wrong;

    /** Makes the first code; {@code shown} is told each. */
    PairingCode(Entropy entropy, Consumer<String> shown) {
        this.entropy = entropy;
        this.shown = shown;
        renew();
    }

    private void renew() {
        String digits = String.valueOf(EIGHT_DIGITS + entropy.below(EIGHT_DIGITS)).substring(1);
        code = digits;
        wrong = 0;
        shown.accept(digits.substring(0, 4) + " " + digits.substring(4));
    }

    /** Whether what was typed is the code; blanks between digits are nothing. */
    synchronized boolean lets(String typed) {
        // Compared in constant time.
        boolean right = Bytes.utf8(code).equals(Bytes.utf8(typed.replaceAll("[^0-9]", "")));
        wrong++;
        if (right || wrong >= TRIES) {
            renew();
        }
        return right;
    }
}
