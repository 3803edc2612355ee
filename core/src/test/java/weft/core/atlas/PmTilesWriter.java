package weft.core.atlas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import weft.primitives.Bytes;

/** Writes small PMTiles archives and vector tiles, for tests alone. */
public final class PmTilesWriter {
    private final TreeMap<Long, byte[]> tiles = new TreeMap<>();
    private final boolean packed;
    private int least = 30;
    private int most;
    private int perLeaf;
    private String about = "{\"attribution\":\"<a href='https://example'>\u00a9 Test street map</a>\"}";

    /** A writer; whether directories and tiles are gzip. */
    public PmTilesWriter(boolean packed) {
        this.packed = packed;
    }

    /** Adds a tile. */
    public PmTilesWriter tile(int level, int x, int y, Bytes tile) {
        tiles.put(Atlas.number(level, x, y), tile.toArray());
        least = Math.min(least, level);
        most = Math.max(most, level);
        return this;
    }

    /** Puts the entries into further directories of so many. */
    public PmTilesWriter leaves(int entries) {
        perLeaf = entries;
        return this;
    }

    /** What the archive says about itself. */
    public PmTilesWriter about(String json) {
        about = json;
        return this;
    }

    /** The archive. */
    public Bytes write() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<long[]> entries = new ArrayList<>();
        for (Map.Entry<Long, byte[]> tile : tiles.entrySet()) {
            byte[] bytes = pack(tile.getValue());
            entries.add(new long[] {tile.getKey(), 1, bytes.length, data.size()});
            data.writeBytes(bytes);
        }
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        List<long[]> root = entries;
        if (perLeaf > 0) {
            root = new ArrayList<>();
            for (int i = 0; i < entries.size(); i += perLeaf) {
                byte[] leaf = pack(directory(entries.subList(i, Math.min(entries.size(), i + perLeaf))));
                root.add(new long[] {entries.get(i)[0], 0, leaf.length, leaves.size()});
                leaves.writeBytes(leaf);
            }
        }
        byte[] first = pack(directory(root));
        byte[] json = pack(about.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return head(first, json, leaves.toByteArray(), data.toByteArray());
    }

    private Bytes head(byte[] root, byte[] json, byte[] leaves, byte[] data) {
        ByteBuffer out = ByteBuffer.allocate(127 + root.length + json.length + leaves.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("PMTiles".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).put((byte) 3);
        long at = 127;
        for (byte[] part : List.of(root, json, leaves, data)) {
            out.putLong(at).putLong(part.length);
            at += part.length;
        }
        out.putLong(0).putLong(0).putLong(0).put((byte) 1).put((byte) (packed ? 2 : 1)).put((byte) (packed ? 2 : 1)).put((byte) 1);
        out.put((byte) least).put((byte) most);
        out.putInt(43_000_000).putInt(508_000_000).putInt(44_500_000).putInt(509_000_000).put((byte) most).putInt(43_500_000).putInt(508_500_000);
        out.position(127);
        return Bytes.wrap(out.put(root).put(json).put(leaves).put(data).array());
    }

    private byte[] pack(byte[] bytes) {
        if (!packed) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] directory(List<long[]> entries) {
        Proto out = new Proto().number(entries.size());
        long before = 0;
        for (long[] entry : entries) {
            out.number(entry[0] - before);
            before = entry[0];
        }
        entries.forEach(entry -> out.number(entry[1]));
        entries.forEach(entry -> out.number(entry[2]));
        for (int i = 0; i < entries.size(); i++) {
            long offset = entries.get(i)[3];
            out.number(i > 0 && offset == entries.get(i - 1)[3] + entries.get(i - 1)[2] ? 0 : offset + 1);
        }
        return out.bytes();
    }

    /** A run of varints and parts. */
    public static final class Proto {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        /** A number. */
        public Proto number(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
            return this;
        }

        /** A field of bytes. */
        public Proto part(int field, byte[] bytes) {
            number(field << 3 | 2).number(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        /** A field of text. */
        public Proto text(int field, String text) {
            return part(field, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        /** What was written. */
        public byte[] bytes() {
            return out.toByteArray();
        }
    }

    /** A layer under construction. */
    public static final class LayerWriter {
        private final Proto out = new Proto().number(15 << 3).number(2);
        private final List<String> keys = new ArrayList<>();
        private final List<String> values = new ArrayList<>();

        /** A layer of a name. */
        public LayerWriter(String name) {
            out.text(1, name);
        }

        /** Adds a shape: form 1, 2 or 3, attributes as pairs, and runs of x and y. */
        public LayerWriter shape(int form, List<String> words, int[]... runs) {
            Proto tags = new Proto();
            for (int i = 0; i < words.size(); i += 2) {
                tags.number(index(keys, words.get(i))).number(index(values, words.get(i + 1)));
            }
            Proto geometry = new Proto();
            int x = 0;
            int y = 0;
            for (int[] run : runs) {
                geometry.number(1 << 3 | 1).number(zigzag(run[0] - x)).number(zigzag(run[1] - y));
                for (int i = 2; i < run.length; i += 2) {
                    if (i == 2) {
                        geometry.number((long) (run.length / 2 - 1) << 3 | 2);
                    }
                    geometry.number(zigzag(run[i] - run[i - 2])).number(zigzag(run[i + 1] - run[i - 1]));
                }
                if (form == 3) {
                    geometry.number(1 << 3 | 7);
                }
                x = run[run.length - 2];
                y = run[run.length - 1];
            }
            out.part(2, new Proto().part(2, tags.bytes()).number(3 << 3).number(form).part(4, geometry.bytes()).bytes());
            return this;
        }

        private static int index(List<String> of, String word) {
            if (!of.contains(word)) {
                of.add(word);
            }
            return of.indexOf(word);
        }

        private static long zigzag(int n) {
            return (n << 1 ^ n >> 31) & 0xffffffffL;
        }

        byte[] bytes() {
            keys.forEach(key -> out.text(3, key));
            values.forEach(value -> out.part(4, new Proto().text(1, value).bytes()));
            return out.bytes();
        }
    }

    /** A tile of layers. */
    public static Bytes tileOf(LayerWriter... layers) {
        Proto out = new Proto();
        Arrays.stream(layers).forEach(layer -> out.part(3, layer.bytes()));
        return Bytes.wrap(out.bytes());
    }
}
