package weft.pages;

import io.nayuki.qrcodegen.QrCode;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** A QR code as one path; black on white in dark pages too, since readers expect that. */
final class QrPicture {
    /** More bytes than these make a code too fine for a phone's camera. */
    private static final int MOST = 1200;
    private static final int QUIET = 4;

    private QrPicture() {}

    static Html of(String text, String label) {
        if (weft.primitives.Bytes.utf8(text).size() > MOST) {
            return Html.none();
        }
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET).append('h').append(x - from).append("v1h-").append(x - from);
                }
            }
        }
        int size = code.size + 2 * QUIET;
        return Element.of(Tag.SVG).cls("qr").set(Attr.VIEWBOX, "0 0 " + size + ' ' + size).set(Attr.ROLE, "img").set(Attr.ARIA_LABEL, label)
                .with(Element.of(Tag.PATH).cls("paper").set(Attr.D, "M0 0h" + size + 'v' + size + "H0"), Element.of(Tag.PATH).set(Attr.D, path.toString()));
    }
}
