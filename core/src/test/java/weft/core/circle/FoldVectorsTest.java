package weft.core.circle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weft.core.entry.Entry;
import weft.core.entry.EntryReader;
import weft.core.entry.Maker;
import weft.core.key.Leaf;
import weft.core.key.Vectors;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.json.Json;

/** The frozen vectors of spec/fold.md: what travels, read and folded in both orders. */
class FoldVectorsTest {
    static final Path FOLDER = Path.of(System.getProperty("weft.root"), "spec/vectors/fold");

    static List<Named<Json.Obj>> accepted() {
        return Vectors.in("fold/accept");
    }

    static List<Named<Json.Obj>> rejected() {
        return Vectors.in("fold/reject");
    }

    static List<Entry> entries(Json.Obj vector) {
        List<Entry> entries = new ArrayList<>();
        for (Json item : ((Json.Arr) vector.get("entries").orElseThrow()).items()) {
            Json.Obj sealed = (Json.Obj) item;
            Leaf leaf = new Leaf(new Day(sealed.whole("day").orElseThrow().intValue()), (int) (long) sealed.whole("slot").orElseThrow());
            entries.add(EntryReader.read(Maker.P, sealed.text("entry").orElseThrow(), Bytes.hex(vector.text("circle").orElseThrow()), leaf).orThrow());
        }
        return entries;
    }

    static String folded(List<Entry> entries) {
        CircleState state = new CircleState();
        entries.forEach(state::add);
        return ThreadTelling.of(state).write();
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void foldsAsWritten(Json.Obj vector) {
        assertThat(folded(entries(vector))).isEqualTo(vector.get("threads").orElseThrow().write());
        assertThat(folded(entries(vector).reversed())).isEqualTo(vector.get("threads").orElseThrow().write());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void whatBreaksARuleIsNotInForce(Json.Obj vector) {
        foldsAsWritten(vector);
        List<Entry> entries = new ArrayList<>(entries(vector));
        Bytes dropped = Bytes.hex(vector.text("dropped").orElseThrow());
        assertThat(entries.removeIf(entry -> entry.head().id().equals(dropped))).isTrue();
        assertThat(folded(entries)).as("the same without it").isEqualTo(vector.get("threads").orElseThrow().write());
    }
}
