/** What a blind relay may know: events, envelopes from outside, relay messages, limits. No I/O, no keys. */
@org.jspecify.annotations.NullMarked
module weft.wire {
    requires static transitive org.jspecify;
    requires transitive weft.primitives;

    exports weft.wire.bundle;
    exports weft.wire.json;
    exports weft.wire.event;
    exports weft.wire.message;
    exports weft.wire.sync;
}
