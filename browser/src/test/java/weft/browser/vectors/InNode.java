package weft.browser.vectors;

import org.teavm.jso.JSExport;
import weft.browser.NoblePrimitives;

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

    public static void main(String[] args) {}
}
