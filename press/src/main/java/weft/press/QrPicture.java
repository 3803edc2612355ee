package weft.press;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import weft.primitives.Bytes;

/** A QR code (ISO/IEC 18004) as a picture. */
final class QrPicture {
    private static final int MODULE = 8;
    private static final int QUIET = 4;

    private QrPicture() {}

    /** Whether a text fits into a code that a telephone reads from a wall. */
    static boolean fits(String text) {
        return text.length() <= 800;
    }

    static Bytes png(String text) throws IOException {
        try {
            QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
            int size = (code.size + 2 * QUIET) * MODULE;
            BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    image.setRGB(x, y, code.getModule(x / MODULE - QUIET, y / MODULE - QUIET) ? 0 : 0xffffff);
                }
            }
            return Pictures.png(image);
        } catch (DataTooLongException e) {
            throw new IOException("too long for a QR code", e);
        }
    }
}
