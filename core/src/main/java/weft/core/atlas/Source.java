package weft.core.atlas;

import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** A port: reads pieces of a map's file. */
public interface Source {
    /**
     * A piece, unpacked.
     *
     * @return the bytes; or {@link AtlasFault#AWAITED} where they are being read, {@link AtlasFault#UNREADABLE}, {@link AtlasFault#OUT_OF_FILE},
     *     {@link AtlasFault#NOT_GZIP} or {@link AtlasFault#TOO_LONG}
     */
    Checked<Bytes> read(Want want);

    /**
     * Which piece.
     *
     * @param offset bytes from the file's beginning
     * @param length bytes in the file
     * @param gzip whether to unpack it
     * @param most the most bytes it may have when unpacked
     */
    record Want(long offset, int length, boolean gzip, int most) {}
}
