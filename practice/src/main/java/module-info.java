/** Practices: Markdown, lineage, translations, booklets. */
@org.jspecify.annotations.NullMarked
module weft.practice {
    requires static transitive org.jspecify;
    requires transitive weft.core;
    requires java.desktop;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.gfm.strikethrough;
    requires owasp.java.html.sanitizer;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires openhtmltopdf.rtl.support;
    requires org.apache.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox.io;
    requires io.nayuki.qrcodegen;

    exports weft.practice;
    exports weft.practice.carry;
    exports weft.practice.lineage;
    exports weft.practice.print;
}
