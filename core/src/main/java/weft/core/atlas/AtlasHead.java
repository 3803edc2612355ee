package weft.core.atlas;

import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * The first 127 bytes of a PMTiles archive, version 3.
 *
 * @param root where the first directory lies
 * @param about where the JSON about the map lies
 * @param leaves where further directories lie
 * @param tiles where tiles lie
 * @param packedInside whether directories and JSON are gzip
 * @param packedTiles whether tiles are gzip
 * @param least the widest level
 * @param most the nearest level
 * @param west degrees
 * @param south degrees
 * @param east degrees
 * @param north degrees
 */
public record AtlasHead(
        Part root, Part about, Part leaves, Part tiles, boolean packedInside, boolean packedTiles, int least, int most, double west, double south,
        double east, double north) {
    /** How many bytes it has. */
    public static final int SIZE = 127;

    /** The nearest level that can be. */
    public static final int DEEPEST = 26;

    /**
     * A part of the file.
     *
     * @param offset bytes from the beginning
     * @param length bytes
     */
    public record Part(long offset, long length) {
        /** Whether a piece lies within. */
        boolean holds(long from, long size) {
            return from >= 0 && size >= 0 && from <= length && size <= length - from;
        }
    }

    /** Reads it. */
    public static Checked<AtlasHead> read(Bytes bytes) {
        if (bytes.size() < SIZE || !bytes.slice(0, 7).equals(Bytes.utf8("PMTiles"))) {
            return Checked.bad(AtlasFault.NOT_PMTILES, "magic");
        }
        if (bytes.at(7) != 3) {
            return Checked.bad(AtlasFault.OTHER_VERSION, "version");
        }
        int type = bytes.at(99);
        if (type != 1) {
            return Checked.bad(AtlasFault.NOT_VECTOR, "type " + type);
        }
        int inside = bytes.at(97);
        int outside = bytes.at(98);
        if (inside != 1 && inside != 2 || outside != 1 && outside != 2) {
            return Checked.bad(AtlasFault.OTHER_PACKING, "packing");
        }
        int least = bytes.at(100) & 0xff;
        int most = bytes.at(101) & 0xff;
        if (least > most || most > DEEPEST) {
            return Checked.bad(AtlasFault.BAD_LEVELS, "levels");
        }
        Part[] parts = new Part[4];
        for (int i = 0; i < 4; i++) {
            parts[i] = new Part(little(bytes, 8 + 16 * i, 8), little(bytes, 16 + 16 * i, 8));
            // Below 2^53, so that a browser's numbers hold it.
            if (parts[i].offset() < 0 || parts[i].length() < 0 || parts[i].offset() >>> 53 != 0 || parts[i].length() >>> 53 != 0) {
                return Checked.bad(AtlasFault.OUT_OF_FILE, "part");
            }
        }
        double west = degrees(bytes, 102);
        double south = degrees(bytes, 106);
        double east = degrees(bytes, 110);
        double north = degrees(bytes, 114);
        boolean whole = west >= east || south >= north || Math.abs(west) > 180 || Math.abs(east) > 180 || Math.abs(south) > 90 || Math.abs(north) > 90;
        return Checked.good(new AtlasHead(parts[0], parts[1], parts[2], parts[3], inside == 2, outside == 2, least, most,
                whole ? -180 : west, whole ? -85 : south, whole ? 180 : east, whole ? 85 : north));
    }

    private static double degrees(Bytes bytes, int at) {
        return (int) little(bytes, at, 4) / 1e7;
    }

    private static long little(Bytes bytes, int at, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | bytes.at(at + i) & 0xff;
        }
        return value;
    }
}
