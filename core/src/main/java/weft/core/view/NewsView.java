package weft.core.view;

import weft.primitives.Bytes;

/**
 * Something that was told, or is to be.
 *
 * @param key by which it is called, 32 bytes
 * @param circle where
 * @param thread of what
 * @param about what the thread is, so that its page is found
 * @param what what came
 * @param title of the thread
 * @param hour when this node knew, Unix seconds, in whole hours
 * @param given whether it was given out for a desktop's notification, or was not to be
 * @param seen whether the reader has looked at it or put it away
 */
public record NewsView(Bytes key, CircleCard circle, Ref thread, About about, News what, String title, long hour, boolean given, boolean seen) {
    /** What a thread is. */
    public enum About {
        /** A need or an offer. */
        ASK,
        /** A doing. */
        DOING,
        /** A thing. */
        THING
    }
}
