package weft.node.cli;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code for a terminal: two rows of modules a line in half blocks, dark on light whatever the terminal's colours
 * (ECMA-48 colours 30 and 47), with the quiet zone that readers want.
 */
final class TerminalCode {
    private static final int QUIET = 4;
    private static final String BEGIN = "\u001b[30;47m";
    private static final String END = "\u001b[0m";

    private TerminalCode() {}

    /** The code of a text as lines; nothing where there is no text. */
    static String of(String text) {
        if (text.isEmpty()) {
            return "";
        }
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder out = new StringBuilder();
        for (int y = -QUIET; y < code.size + QUIET; y += 2) {
            out.append(BEGIN);
            for (int x = -QUIET; x < code.size + QUIET; x++) {
                boolean upper = code.getModule(x, y);
                boolean lower = code.getModule(x, y + 1);
                out.append(upper ? lower ? '\u2588' : '\u2580' : lower ? '\u2584' : ' ');
            }
            out.append(END).append('\n');
        }
        return out.toString();
    }
}
