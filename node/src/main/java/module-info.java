/** The shell on a computer. */
@org.jspecify.annotations.NullMarked
module weft.node {
    requires static transitive org.jspecify;
    requires weft.core;
    requires weft.pages;
    requires weft.store;
    requires weft.jdk;

}
