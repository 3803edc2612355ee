package weft.press;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weft.primitives.Bytes;

/**
 * A TrueType font with whole words added to it, each as one glyph made of those that the font has (a composite glyph, OpenType 1.9, "glyf"), so that
 * what can only set one letter after the other sets scripts whose letters join. Tables that would join letters are left out.
 *
 * <pre>
 * glyf  [ as it was ............. | word | word | ... ]      loca, hmtx, maxp: longer alike
 * cmap  what letters there are, and a stand-in for each word, format 12
 * </pre>
 */
final class WordFont {
    private static final int WORDS_ARE_ARGUMENTS = 0x1;
    private static final int ARGUMENTS_ARE_PLACES = 0x2;
    private static final int MORE = 0x20;
    private static final int MOST_GLYPHS = 65_000;
    private static final List<String> KEPT = List.of("OS/2", "cvt ", "fpgm", "name", "prep");

    private final ByteBuffer file;
    private final Map<String, int[]> tables = new LinkedHashMap<>();
    private final int glyphs;
    private final int metrics;
    private final boolean longOffsets;

    /**
     * A word as a font's own glyphs write it.
     *
     * @param glyphs their numbers in the font
     * @param x how far each is moved to the right, in the font's units
     * @param y how far each is moved up
     * @param advance how wide the word is
     */
    record Word(List<Integer> glyphs, List<Integer> x, List<Integer> y, int advance) {}

    private record Box(int left, int bottom, int right, int top) {}

    /**
     * Reads a font.
     *
     * @throws IOException where it is none with TrueType outlines
     */
    WordFont(Bytes font) throws IOException {
        file = ByteBuffer.wrap(font.toArray());
        try {
            int count = file.getShort(4);
            for (int i = 0; i < count; i++) {
                int at = 12 + 16 * i;
                String name = new String(new char[] {(char) file.get(at), (char) file.get(at + 1), (char) file.get(at + 2), (char) file.get(at + 3)});
                tables.put(name, new int[] {file.getInt(at + 8), file.getInt(at + 12)});
            }
            glyphs = file.getShort(at("maxp") + 4) & 0xffff;
            metrics = file.getShort(at("hhea") + 34) & 0xffff;
            longOffsets = file.getShort(at("head") + 50) != 0;
            at("glyf");
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a font that ends before its end", e);
        }
    }

    private int at(String table) throws IOException {
        int[] found = tables.get(table);
        if (found == null) {
            throw new IOException("a font without the table " + table);
        }
        return found[0];
    }

    int glyphs() {
        return glyphs;
    }

    /** Whether so many words have room. */
    boolean holds(int words) {
        return glyphs + words <= MOST_GLYPHS;
    }

    private int offset(int glyph) throws IOException {
        return longOffsets ? file.getInt(at("loca") + 4 * glyph) : 2 * (file.getShort(at("loca") + 2 * glyph) & 0xffff);
    }

    private int advance(int glyph) throws IOException {
        return file.getShort(at("hmtx") + 4 * Math.min(glyph, metrics - 1)) & 0xffff;
    }

    private int bearing(int glyph) throws IOException {
        return glyph < metrics ? file.getShort(at("hmtx") + 4 * glyph + 2) : file.getShort(at("hmtx") + 4 * metrics + 2 * (glyph - metrics));
    }

    /**
     * The font with words in it.
     *
     * @param letters the glyph of each code point that the font has
     * @param words by the code point that stands in for each
     */
    Bytes with(Map<Integer, Integer> letters, SortedMap<Integer, Word> words) throws IOException {
        ByteArrayOutputStream outlines = new ByteArrayOutputStream();
        ByteArrayOutputStream places = new ByteArrayOutputStream();
        ByteArrayOutputStream widths = new ByteArrayOutputStream();
        DataOutputStream outline = new DataOutputStream(outlines);
        DataOutputStream place = new DataOutputStream(places);
        DataOutputStream width = new DataOutputStream(widths);
        byte[] before = new byte[offset(glyphs)];
        file.get(at("glyf"), before);
        outline.write(before);
        for (int i = 0; i < glyphs; i++) {
            place.writeInt(offset(i));
            width.writeShort(advance(i));
            width.writeShort(bearing(i));
        }
        TreeMap<Integer, Integer> all = new TreeMap<>(letters);
        int next = glyphs;
        for (Map.Entry<Integer, Word> word : words.entrySet()) {
            place.writeInt(outlines.size());
            width.writeShort(word.getValue().advance());
            width.writeShort(outline(word.getValue(), outline).left());
            all.put(word.getKey(), next++);
        }
        place.writeInt(outlines.size());
        Map<String, byte[]> out = new TreeMap<>();
        for (String name : KEPT) {
            if (tables.containsKey(name)) {
                out.put(name, table(name));
            }
        }
        out.put("cmap", letters(all));
        out.put("glyf", outlines.toByteArray());
        out.put("loca", places.toByteArray());
        out.put("hmtx", widths.toByteArray());
        out.put("head", changed("head", 50, 1));
        out.put("hhea", changed("hhea", 34, next));
        out.put("maxp", greatest(next, words));
        out.put("post", unnamed());
        return written(out);
    }

    private byte[] table(String name) throws IOException {
        byte[] out = new byte[tables.getOrDefault(name, new int[2])[1]];
        file.get(at(name), out);
        return out;
    }

    private byte[] changed(String name, int at, int value) throws IOException {
        byte[] out = table(name);
        ByteBuffer.wrap(out).putShort(at, (short) value);
        return out;
    }

    private byte[] greatest(int count, SortedMap<Integer, Word> words) throws IOException {
        byte[] out = changed("maxp", 4, count);
        ByteBuffer in = ByteBuffer.wrap(out);
        int most = words.values().stream().mapToInt(word -> word.glyphs().size()).max().orElse(0);
        if (out.length >= 32) {
            in.putShort(10, (short) 0x7fff);
            in.putShort(12, (short) 0x7fff);
            in.putShort(28, (short) Math.max(in.getShort(28), most));
            in.putShort(30, (short) (in.getShort(30) + 1));
        }
        return out;
    }

    /** Without the glyphs' names. */
    private byte[] unnamed() throws IOException {
        byte[] out = java.util.Arrays.copyOf(table("post"), 32);
        ByteBuffer.wrap(out).putInt(0, 0x0003_0000);
        return out;
    }

    private Box box(int glyph) throws IOException {
        int from = at("glyf") + offset(glyph);
        return new Box(file.getShort(from + 2), file.getShort(from + 4), file.getShort(from + 6), file.getShort(from + 8));
    }

    /** Writes a word's outline; the box around it, all noughts where nothing of it is seen. */
    private Box outline(Word word, DataOutputStream out) throws IOException {
        List<Integer> seen = new java.util.ArrayList<>();
        Box all = new Box(Short.MAX_VALUE, Short.MAX_VALUE, Short.MIN_VALUE, Short.MIN_VALUE);
        for (int i = 0; i < word.glyphs().size(); i++) {
            int glyph = word.glyphs().get(i);
            if (offset(glyph + 1) > offset(glyph)) {
                seen.add(i);
                Box one = box(glyph);
                int x = word.x().get(i);
                int y = word.y().get(i);
                all = new Box(Math.min(all.left(), one.left() + x), Math.min(all.bottom(), one.bottom() + y), Math.max(all.right(), one.right() + x),
                        Math.max(all.top(), one.top() + y));
            }
        }
        if (seen.isEmpty()) {
            return new Box(0, 0, 0, 0);
        }
        out.writeShort(-1);
        out.writeShort(all.left());
        out.writeShort(all.bottom());
        out.writeShort(all.right());
        out.writeShort(all.top());
        for (int i : seen) {
            out.writeShort(WORDS_ARE_ARGUMENTS | ARGUMENTS_ARE_PLACES | (i == seen.getLast() ? 0 : MORE));
            out.writeShort(word.glyphs().get(i));
            out.writeShort(word.x().get(i));
            out.writeShort(word.y().get(i));
        }
        return all;
    }

    private static byte[] letters(SortedMap<Integer, Integer> all) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0);
        out.writeShort(1);
        out.writeShort(3);
        out.writeShort(10);
        out.writeInt(12);
        out.writeShort(12);
        out.writeShort(0);
        out.writeInt(16 + 12 * all.size());
        out.writeInt(0);
        out.writeInt(all.size());
        for (Map.Entry<Integer, Integer> one : all.entrySet()) {
            out.writeInt(one.getKey());
            out.writeInt(one.getKey());
            out.writeInt(one.getValue());
        }
        return bytes.toByteArray();
    }

    private static Bytes written(Map<String, byte[]> tables) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        out.writeInt(0x0001_0000);
        out.writeShort(count);
        out.writeShort(power * 16);
        out.writeShort(Integer.numberOfTrailingZeros(power));
        out.writeShort(count * 16 - power * 16);
        int at = 12 + 16 * count;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            out.writeBytes(table.getKey());
            out.writeInt(sum(table.getValue()));
            out.writeInt(at);
            out.writeInt(table.getValue().length);
            at += (table.getValue().length + 3) / 4 * 4;
        }
        for (byte[] table : tables.values()) {
            out.write(table);
            out.write(new byte[(4 - table.length % 4) % 4]);
        }
        return Bytes.wrap(bytes.toByteArray());
    }

    private static int sum(byte[] table) {
        int sum = 0;
        for (int i = 0; i < table.length; i++) {
            sum += (table[i] & 0xff) << 24 - 8 * (i % 4);
        }
        return sum;
    }
}
