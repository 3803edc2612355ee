package weft.press;

import java.util.List;

/**
 * What came out.
 *
 * @param pages pages of the PDF, which are sides of sheets
 * @param sheets sheets of paper, printed on both sides
 * @param remarks what whoever prints should know, a sentence each
 */
public record Printed(int pages, int sheets, List<String> remarks) {
    /** Keeps an unmodifiable copy. */
    public Printed {
        remarks = List.copyOf(remarks);
    }
}
