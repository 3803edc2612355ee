package weft.core.peer;

import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;

/**
 * A voice of this node: a key pair for one thread. It is destroyed with its thread.
 *
 * @param secret the key
 * @param publicKey what others see, 32 bytes
 * @param thread the first voice of the thread it speaks in: itself where the thread is this node's own
 * @param lastDay the day with which it goes
 */
record Voice(Secret secret, Bytes publicKey, Bytes thread, Day lastDay) {
    /** A fresh voice that begins a thread. */
    static Voice first(Primitives p, Secret secret, Day lastDay) {
        Bytes publicKey = p.publicKey(secret);
        return new Voice(secret, publicKey, publicKey, lastDay);
    }

    /** A fresh voice that speaks in another's thread. */
    static Voice in(Primitives p, Secret secret, Bytes thread, Day lastDay) {
        return new Voice(secret, p.publicKey(secret), thread, lastDay);
    }

    /** Whether the thread is this node's own. */
    boolean isFirst() {
        return publicKey.equals(thread);
    }

    /** The same voice, lasting to another day. */
    Voice until(Day day) {
        return new Voice(secret, publicKey, thread, day);
    }
}
