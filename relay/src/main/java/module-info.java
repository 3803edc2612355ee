/** A blind relay: a step machine and a small shell around it. */
@org.jspecify.annotations.NullMarked
module weft.relay {
    requires static transitive org.jspecify;
    requires transitive weft.wire;
    requires weft.store;
    requires weft.jdk;

}
