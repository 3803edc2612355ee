/** Request in, response out: views to HTML, forms to commands, texts in all languages; a pure function. */
@org.jspecify.annotations.NullMarked
module weft.pages {
    requires static transitive org.jspecify;
    requires transitive weft.core;
    requires weft.practice;
    requires transitive weft.rounds;
    requires io.nayuki.qrcodegen;

    exports weft.pages;
    exports weft.pages.text;
}
