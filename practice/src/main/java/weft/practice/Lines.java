package weft.practice;

import java.util.ArrayList;
import java.util.List;

/** The lines of a text whose line ends are line feeds; phones know no other way. */
final class Lines {
    private Lines() {}

    /** Each line without its end; what follows a last line feed is no line. */
    static List<String> of(String text) {
        List<String> out = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            end = end < 0 ? text.length() : end;
            out.add(text.substring(from, end));
            from = end + 1;
        }
        return out;
    }
}
