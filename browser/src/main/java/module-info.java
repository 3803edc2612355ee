/** The shell in a phone: wire, core and pages compiled by TeaVM. */
@org.jspecify.annotations.NullMarked
module weft.browser {
    requires static transitive org.jspecify;
    requires transitive weft.core;
    requires weft.pages;
    requires org.teavm.jso;
    requires org.teavm.jso.apis;

    exports weft.browser;
}
