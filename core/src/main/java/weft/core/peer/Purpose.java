package weft.core.peer;

import weft.primitives.Bytes;

/** What a link is for. Each purpose has a connection of its own, so that a relay can't tie two together by it. */
sealed interface Purpose {
    /** The envelopes of a circle. */
    record OfCircle(Bytes circle) implements Purpose {}

    /** The knocks and the used mark of an invitation, by K. */
    record OfInvitation(Bytes invitation) implements Purpose {}
}
