package weft.core.entry;

import java.util.Map;
import weft.core.key.Leaf;
import weft.wire.event.Draft;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The vectors about one sort of entry: what is read, and what is refused for which reason; each is seen to be so when it is made. */
abstract class VectorsOf {
    private final Map<String, Json> accepts;
    private final Map<String, Json> rejects;

    VectorsOf(Map<String, Json> accepts, Map<String, Json> rejects) {
        this.accepts = accepts;
        this.rejects = rejects;
    }

    static Draft set(Draft draft, String name, String... values) {
        return EntryVectorsMaking.set(draft, name, values);
    }

    final void accept(String name, Leaf leaf, Draft draft) {
        String json = EntryVectorsMaking.signed(draft);
        Entry entry = EntryReader.read(Maker.P, json, Maker.CIRCLE, leaf).orThrow();
        accepts.put(name, Json.object("circle", Maker.CIRCLE.hex(), "day", leaf.day().number(), "slot", leaf.slot() & 0xffff_ffffL, "entry", json, "reads",
                Telling.of(entry)));
    }

    final void reject(String name, String reason, Draft draft) {
        reject(name, reason, Maker.LEAF, draft);
    }

    final void reject(String name, String reason, Leaf leaf, Draft draft) {
        String json = EntryVectorsMaking.signed(draft);
        String code = EntryReader.read(Maker.P, json, Maker.CIRCLE, leaf) instanceof Checked.Bad<Entry>(var fault, String detail) ? fault.code() : "nothing";
        if (!code.equals(reason)) {
            throw new AssertionError(name + " was refused as " + code);
        }
        rejects.put(name, Json.object("reason", reason, "circle", Maker.CIRCLE.hex(), "day", leaf.day().number(), "slot", leaf.slot() & 0xffff_ffffL,
                "entry", json));
    }
}
