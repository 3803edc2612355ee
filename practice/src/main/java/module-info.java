/** Practices: Markdown, scaling, lineage, translations; the same on a computer and on a phone. */
@org.jspecify.annotations.NullMarked
module weft.practice {
    requires static transitive org.jspecify;
    requires transitive weft.core;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.gfm.strikethrough;

    exports weft.practice;
    exports weft.practice.carry;
    exports weft.practice.lineage;
}
