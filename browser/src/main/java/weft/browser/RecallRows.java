package weft.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weft.core.key.Leaf;
import weft.core.peer.Recall;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/**
 * What envelopes held, as rows of texts that {@code recall.js} lays by: how many texts a row has; circle, envelope, its time, day, slot; id, voice,
 * time, kind and content of the entry; then each tag, its size before it. So a start parses no JSON in Java. The entry's signature
 * was verified before and is left out.
 */
final class RecallRows {
    /** Texts of a row before the tags. */
    private static final int HEAD = 10;

    private RecallRows() {}

    /** Appends a row, its size before it. */
    static void write(Recall recall, List<String> out) {
        Event entry = recall.entry();
        List<String> row = new ArrayList<>(List.of(recall.circle().hex(), recall.envelope().hex(), String.valueOf(recall.createdAt()),
                String.valueOf(recall.leaf().day().number()), String.valueOf(recall.leaf().slot()),
                entry.id().hex(), entry.publicKey().hex(), String.valueOf(entry.createdAt()), String.valueOf(entry.kind()), entry.content()));
        for (Tag tag : entry.tags()) {
            row.add(String.valueOf(tag.values().size()));
            row.addAll(tag.values());
        }
        out.add(String.valueOf(row.size()));
        out.addAll(row);
    }

    /** Rows one after the other, each with its size before it. */
    static List<Recall> read(String[] texts) {
        List<Recall> out = new ArrayList<>();
        String circle = "";
        Bytes address = Bytes.EMPTY;
        for (int at = 0; at < texts.length; ) {
            int size = Integer.parseInt(texts[at]);
            if (!texts[at + 1].equals(circle)) {
                circle = texts[at + 1];
                address = hex(circle);
            }
            out.add(read(address, texts, at + 1, at + 1 + size));
            at += 1 + size;
        }
        return out;
    }

    private static Recall read(Bytes circle, String[] texts, int at, int end) {
        List<Tag> tags = new ArrayList<>();
        for (int i = at + HEAD; i < end; ) {
            int size = Integer.parseInt(texts[i]);
            tags.add(new Tag(Arrays.asList(texts).subList(i + 1, i + 1 + size)));
            i += 1 + size;
        }
        Leaf leaf = new Leaf(new Day(Integer.parseInt(texts[at + 3])), Integer.parseInt(texts[at + 4]));
        Event entry = new Event(hex(texts[at + 5]), hex(texts[at + 6]), Long.parseLong(texts[at + 7]), Integer.parseInt(texts[at + 8]), tags,
                texts[at + 9], Bytes.EMPTY);
        return new Recall(circle, hex(texts[at + 1]), Long.parseLong(texts[at + 2]), leaf, entry);
    }

    private static Bytes hex(String text) {
        return Bytes.parseHex(text).orElseThrow();
    }
}
