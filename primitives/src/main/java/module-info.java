/** Bytes, secrets and the port through which all code reaches a cryptographic primitive. Touches nothing. */
@org.jspecify.annotations.NullMarked
module weft.primitives {
    requires static transitive org.jspecify;

    exports weft.primitives;
}
