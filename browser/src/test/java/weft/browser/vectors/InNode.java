package weft.browser.vectors;

import org.teavm.jso.JSExport;
import weft.browser.NoblePrimitives;
import weft.core.circle.FoldFormat;

/** What Node calls. */
public final class InNode {
    private static final NoblePrimitives PRIMITIVES = new NoblePrimitives();

    private InNode() {}

    @JSExport
    public static String check(String format, String json) {
        return Formats.check(PRIMITIVES, format, json);
    }

    @JSExport
    public static String port(String seed) {
        return PortProbe.transcript(PRIMITIVES, Integer.parseInt(seed));
    }

    @JSExport
    public static String fold(String seed) {
        return FoldFormat.fold(Integer.parseInt(seed));
    }

    public static void main(String[] args) {}
}
