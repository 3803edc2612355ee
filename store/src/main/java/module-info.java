/** Envelopes and the vault on disk; cipher text only. */
@org.jspecify.annotations.NullMarked
module weft.store {
    requires static transitive org.jspecify;
    requires transitive weft.wire;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    exports weft.store;
}
