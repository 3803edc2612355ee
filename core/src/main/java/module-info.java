/** What a member knows: keys, entries, circles, and the step machine of a node. No I/O, no clock, no randomness of its own. */
@org.jspecify.annotations.NullMarked
module weft.core {
    requires static transitive org.jspecify;
    requires transitive weft.wire;

    exports weft.core.atlas;
    exports weft.core.codec;
    exports weft.core.calendar;
    exports weft.core.key;
    exports weft.core.entry;
    exports weft.core.find;
    exports weft.core.circle;
    exports weft.core.invite;
    exports weft.core.people;
    exports weft.core.view;
    exports weft.core.peer;
}
