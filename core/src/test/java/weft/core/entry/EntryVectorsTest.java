package weft.core.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weft.core.key.Leaf;
import weft.core.key.Vectors;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The frozen vectors of spec/entry.md. */
class EntryVectorsTest {
    static final Path FOLDER = Path.of(System.getProperty("weft.root"), "spec/vectors/entry");

    static List<Named<Json.Obj>> accepted() {
        return Vectors.in("entry/accept");
    }

    static List<Named<Json.Obj>> rejected() {
        return Vectors.in("entry/reject");
    }

    static Checked<Entry> read(Json.Obj vector) {
        Leaf leaf = new Leaf(new Day(vector.whole("day").orElseThrow().intValue()), (int) (long) vector.whole("slot").orElseThrow());
        return EntryReader.read(Maker.P, vector.text("entry").orElseThrow(), Bytes.hex(vector.text("circle").orElseThrow()), leaf);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void isRead(Json.Obj vector) {
        assertThat(read(vector)).isInstanceOf(Checked.Good.class);
        assertThat(Telling.of(read(vector).orThrow()).write()).isEqualTo(vector.get("reads").orElseThrow().write());
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void isRefusedForItsReason(Json.Obj vector) {
        assertThat(read(vector)).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault().code())
                .isEqualTo(vector.text("reason").orElseThrow()));
    }

    @Test
    void everyReasonHasAVector() {
        Set<String> reasons = rejected().stream().map(named -> named.getPayload().text("reason").orElseThrow()).collect(Collectors.toSet());
        Set<String> faults = EnumSet.allOf(EntryFault.class).stream().map(fault -> fault.code()).collect(Collectors.toSet());
        assertThat(reasons).isEqualTo(faults);
    }

    @Test
    void everyKindOfEntryHasAVector() {
        Set<String> read = accepted().stream().map(named -> named.getPayload().get("reads").orElseThrow())
                .map(reads -> ((Json.Obj) reads).text("is").orElseThrow()).collect(Collectors.toSet());
        Set<String> kinds = Stream.of(Entry.class.getPermittedSubclasses()).map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(read).isEqualTo(kinds);
    }

    @Test
    void everyReasonStandsOnThePage() throws IOException {
        String page = Files.readString(FOLDER.resolve("../../entry.md"));
        assertThat(EnumSet.allOf(EntryFault.class)).allSatisfy(fault -> assertThat(page).contains("`" + fault.code() + "`"));
    }
}
