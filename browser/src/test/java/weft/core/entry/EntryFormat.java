package weft.core.entry;

import weft.core.key.Leaf;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code spec/entry.md} are run, with the telling of core's own tests. */
public final class EntryFormat {
    private EntryFormat() {}

    /** Reads an entry, and tells what was read. */
    public static String entry(Primitives p, Json.Obj vector) {
        Leaf leaf = new Leaf(new Day(vector.whole("day").orElseThrow().intValue()), (int) (long) vector.whole("slot").orElseThrow());
        Checked<Entry> read = EntryReader.read(p, vector.text("entry").orElseThrow(), Bytes.hex(vector.text("circle").orElseThrow()), leaf);
        return switch (read) {
            case Checked.Bad<Entry>(var fault, String detail) -> fault.code();
            case Checked.Good<Entry>(Entry entry) -> {
                String told = Telling.of(entry).write();
                yield told.equals(vector.get("reads").map(Json::write).orElse("a reason")) ? "ok" : "not the same: " + told;
            }
        };
    }
}
