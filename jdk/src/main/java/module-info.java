/** The primitives on a computer: the JDK, libsecp256k1 through JNI, Bouncy Castle for Argon2id. */
@org.jspecify.annotations.NullMarked
module weft.jdk {
    requires static transitive org.jspecify;
    requires transitive weft.primitives;
    requires org.bouncycastle.provider;
    requires secp256k1.kmp.jvm;

    exports weft.jdk;
}
