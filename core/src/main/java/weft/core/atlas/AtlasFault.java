package weft.core.atlas;

import weft.wire.json.Fault;

/** Why a file is no map, or a piece of it can't be read ({@code spec/pmtiles.md}). */
public enum AtlasFault implements Fault {
    /** Not yet read: whoever asked comes again. */
    AWAITED,
    /** The file is gone, or may not be read. */
    UNREADABLE,
    /** It does not begin as PMTiles does. */
    NOT_PMTILES,
    /** Another version of PMTiles than 3. */
    OTHER_VERSION,
    /** The tiles are pictures, or of a kind that is not known. */
    NOT_VECTOR,
    /** Packed with something else than gzip. */
    OTHER_PACKING,
    /** Levels that contradict each other or lie beyond 26. */
    BAD_LEVELS,
    /** A piece lies outside the part of the file where it belongs, or beyond its end. */
    OUT_OF_FILE,
    /** A piece is longer than is allowed. */
    TOO_LONG,
    /** What should be gzip is not. */
    NOT_GZIP,
    /** A directory that ends too early, goes on too long, or runs backwards. */
    BAD_DIRECTORY,
    /** Directories that lead to directories that lead to directories. */
    TOO_DEEP,
    /** A tile whose fields can't be read. */
    BAD_TILE,
    /** A shape whose commands can't be followed, or that lies far outside its tile. */
    BAD_SHAPE,
    /** A tile with more shapes or corners than anybody could see. */
    TOO_MUCH
}
