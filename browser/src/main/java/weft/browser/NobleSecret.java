package weft.browser;

import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;
import weft.primitives.Secret;

/** A secret in a {@code Uint8Array} of its own, filled with zeros when it is destroyed. */
final class NobleSecret extends Secret {
    private final Uint8Array bytes;
    private boolean destroyed;

    /** Takes the array as its own. */
    NobleSecret(Uint8Array bytes) {
        this.bytes = bytes;
    }

    /** The array behind a secret, which must be one of this implementation's and not destroyed. */
    static Uint8Array of(Secret secret) {
        if (!(secret instanceof NobleSecret noble)) {
            throw new IllegalArgumentException("a secret of another implementation");
        }
        return noble.live();
    }

    private Uint8Array live() {
        if (destroyed) {
            throw new IllegalStateException("the secret is destroyed");
        }
        return bytes;
    }

    @Override
    public int size() {
        return bytes.getLength();
    }

    @Override
    public boolean destroyed() {
        return destroyed;
    }

    @Override
    public void copyTo(byte[] target, int at) {
        int size = size();
        if (at < 0 || at + size > target.length) {
            throw new IndexOutOfBoundsException(at + ".." + (at + size) + " of " + target.length);
        }
        Int8Array.fromJavaArray(target).set(Noble.signed(live()), at);
    }

    @Override
    public Secret copy() {
        return new NobleSecret(Noble.copy(live()));
    }

    @Override
    public void destroy() {
        Noble.wipe(bytes);
        destroyed = true;
    }
}
