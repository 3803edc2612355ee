package weft.practice.lineage;

import weft.practice.Paragraph;

/** One line of two versions side by side. */
public sealed interface Row {
    /** A paragraph that both have in the same order. */
    record Same(Paragraph paragraph) implements Row {}

    /** A paragraph that both have, but elsewhere; shown where the new version has it. */
    record Moved(Paragraph paragraph) implements Row {}

    /** A paragraph that was written anew. */
    record Changed(Paragraph before, Paragraph after) implements Row {}

    /** A paragraph that only the new version has. */
    record Added(Paragraph paragraph) implements Row {}

    /** A paragraph that only the old version has. */
    record Removed(Paragraph paragraph) implements Row {}
}
