/** Practices on paper and as books: booklets, leaflets, posters, EPUB, HTML; what only a computer can make. */
@org.jspecify.annotations.NullMarked
module weft.press {
    requires static transitive org.jspecify;
    requires transitive weft.practice;
    requires java.desktop;
    requires owasp.java.html.sanitizer;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires openhtmltopdf.rtl.support;
    requires org.apache.pdfbox;
    requires org.apache.fontbox;
    requires org.apache.pdfbox.io;
    requires io.nayuki.qrcodegen;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.tables;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.jsoup;
    requires com.ibm.icu;

    exports weft.press;
    exports weft.press.carry;
}
