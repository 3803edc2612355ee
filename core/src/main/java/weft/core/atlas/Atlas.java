package weft.core.atlas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** A PMTiles archive of vector tiles. Directories that were read are kept as long as this is. */
public final class Atlas {
    /** The most bytes of a directory, unpacked. */
    static final int MOST_DIRECTORY = 2 << 20;
    /** The most bytes of a tile, unpacked. */
    static final int MOST_TILE = 4 << 20;
    private static final int MOST_ABOUT = 1 << 20;
    private static final int DEEPEST_DIRECTORY = 3;
    private static final int LONGEST_NAME = 160;

    private final Source source;
    private final AtlasHead head;
    private final Map<Long, Directory> directories = new HashMap<>();

    private Atlas(Source source, AtlasHead head) {
        this.source = source;
        this.head = head;
    }

    /** Reads what an archive begins with. */
    public static Checked<Atlas> open(Source source) {
        return source.read(new Source.Want(0, AtlasHead.SIZE, false, AtlasHead.SIZE)).then(AtlasHead::read).then(head -> Checked.good(new Atlas(source, head)));
    }

    /** What it begins with. */
    public AtlasHead head() {
        return head;
    }

    /** One tile, unpacked; nothing where the map has none there. */
    public Checked<Optional<Bytes>> tile(int level, int x, int y) {
        if (level < head.least() || level > head.most() || x < 0 || y < 0 || x >= 1 << level || y >= 1 << level) {
            return Checked.good(Optional.empty());
        }
        return tile(number(level, x, y), head.root().offset(), head.root().length(), DEEPEST_DIRECTORY);
    }

    private Checked<Optional<Bytes>> tile(long number, long offset, long length, int deep) {
        if (deep == 0) {
            return Checked.bad(AtlasFault.TOO_DEEP, "directories");
        }
        return directory(offset, length).then(directory -> {
            int at = directory.find(number);
            if (at < 0) {
                return Checked.good(Optional.empty());
            }
            long from = directory.offset(at);
            long size = directory.length(at);
            boolean leaf = directory.isLeaf(at);
            AtlasHead.Part part = leaf ? head.leaves() : head.tiles();
            if (!part.holds(from, size)) {
                return Checked.bad(AtlasFault.OUT_OF_FILE, leaf ? "directory" : "tile");
            }
            return leaf ? tile(number, part.offset() + from, size, deep - 1)
                    : piece(part.offset() + from, size, head.packedTiles(), MOST_TILE).then(bytes -> Checked.good(Optional.of(bytes)));
        });
    }

    private Checked<Directory> directory(long offset, long length) {
        Directory there = directories.get(offset);
        return there != null ? Checked.good(there) : piece(offset, length, head.packedInside(), MOST_DIRECTORY).then(Directory::read).then(read -> {
            directories.put(offset, read);
            return Checked.good(read);
        });
    }

    private Checked<Bytes> piece(long offset, long length, boolean packed, int most) {
        return length > most ? Checked.bad(AtlasFault.TOO_LONG, "piece") : source.read(new Source.Want(offset, (int) length, packed, most));
    }

    /** Whom the map's makers want named, without markup; empty where they say nothing. */
    public Checked<String> makers() {
        if (head.about().length() == 0) {
            return Checked.good("");
        }
        return switch (piece(head.about().offset(), head.about().length(), head.packedInside(), MOST_ABOUT)) {
            case Checked.Good<Bytes>(Bytes bytes) -> Checked.good(Json.read(bytes.text()) instanceof Checked.Good<Json>(Json.Obj about)
                    ? plain(about.text("attribution").orElse("")) : "");
            case Checked.Bad<Bytes> bad -> bad.fault() == AtlasFault.AWAITED ? bad.as() : Checked.good("");
        };
    }

    /** The words of a piece of HTML. */
    static String plain(String html) {
        StringBuilder out = new StringBuilder();
        boolean tag = false;
        for (int i = 0; i < html.length() && out.length() < LONGEST_NAME; i++) {
            char c = html.charAt(i);
            tag = c == '<' || tag && c != '>';
            if (!tag && c != '>') {
                out.append(c < ' ' ? ' ' : c);
            }
        }
        return out.toString().replace("&copy;", "©").replace("&amp;", "&").strip();
    }

    /** The place of a tile along the Hilbert curves of all levels, one level after the other. */
    public static long number(int level, int x, int y) {
        long before = ((1L << 2 * level) - 1) / 3;
        long along = 0;
        int tx = x;
        int ty = y;
        for (int side = level - 1; side >= 0; side--) {
            int s = 1 << side;
            int rx = (tx & s) != 0 ? 1 : 0;
            int ry = (ty & s) != 0 ? 1 : 0;
            along += (long) (3 * rx ^ ry) << 2 * side;
            if (ry == 0) {
                if (rx == 1) {
                    tx = s - 1 - (tx & s - 1);
                    ty = s - 1 - (ty & s - 1);
                }
                int t = tx;
                tx = ty;
                ty = t;
            }
            tx &= s - 1;
            ty &= s - 1;
        }
        return before + along;
    }
}
