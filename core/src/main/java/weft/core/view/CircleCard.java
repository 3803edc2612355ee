package weft.core.view;

import weft.primitives.Bytes;

/**
 * One of the circles the reader is in.
 *
 * @param address 32 bytes
 * @param name what the reader calls it
 * @param link how it is reached at the moment
 * @param graceDays days after a last day until keys are destroyed
 */
public record CircleCard(Bytes address, String name, Reach link, int graceDays) {
    /** How a circle is reached. */
    public enum Reach {
        /** At least one relay or neighbour is connected and in step. */
        IN_STEP,
        /** Connected, still fetching. */
        CATCHING_UP,
        /** Nobody can be reached; what is written waits here. */
        ALONE
    }
}
