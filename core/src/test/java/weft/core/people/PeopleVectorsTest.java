package weft.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import weft.core.key.Leaf;
import weft.core.key.Vectors;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Every vector of spec/vectors/people and spec/vectors/regroup. */
class PeopleVectorsTest {
    private static Leaf leaf(Json.Obj vector) {
        return new Leaf(new Day((int) (long) vector.whole("day").orElseThrow()), (int) Bytes.hex(vector.text("slot").orElseThrow()).bigEndianAt(0, 4));
    }

    private static String event(Json.Obj vector) {
        return vector.get("event").orElseThrow().write();
    }

    private static Bytes acquaintance(Json.Obj vector) {
        return Bytes.hex(vector.text("acquaintance").orElseThrow());
    }

    private static String code(Checked<?> checked) {
        return checked instanceof Checked.Bad<?> bad ? bad.fault().code() : "good";
    }

    @Test
    void thatIsMe() {
        for (Json.Obj vector : Vectors.all("people/accept")) {
            ThatIsMe read = ThatIsMe.read(PeopleVectors.P, event(vector), acquaintance(vector), leaf(vector)).orThrow();
            assertThat(read.voice().hex()).isEqualTo(vector.text("voice").orElseThrow());
            assertThat(read.circleMark().hex()).isEqualTo(vector.text("circleMark").orElseThrow());
        }
        for (Json.Obj vector : Vectors.all("people/reject")) {
            assertThat(code(ThatIsMe.read(PeopleVectors.P, event(vector), acquaintance(vector), leaf(vector))))
                    .as(vector.write()).isEqualTo(vector.text("reason").orElseThrow());
        }
    }

    @Test
    void regrouped() {
        for (Json.Obj vector : Vectors.all("regroup/accept")) {
            Regrouped.Part part = Regrouped.readPart(PeopleVectors.P, event(vector), acquaintance(vector), leaf(vector)).orThrow();
            assertThat(part.data().hex()).isEqualTo(vector.text("content").orElseThrow());
            try (Secret content = PeopleVectors.P.keep(part.data().toArray()); Regrouped what = Regrouped.read(PeopleVectors.P, content).orThrow()) {
                assertThat(PeopleVectors.P.publicKey(what.circle().key()).hex()).isEqualTo(vector.text("circle").orElseThrow());
                assertThat(what.oldMark().hex()).isEqualTo(vector.text("from").orElseThrow());
            }
        }
        Set<String> reasons = new TreeSet<>();
        for (Json.Obj vector : Vectors.all("regroup/reject")) {
            String code = vector.text("what").isPresent() ? content(vector)
                    : code(Regrouped.readPart(PeopleVectors.P, event(vector), acquaintance(vector), leaf(vector)));
            assertThat(code).as(vector.write()).isEqualTo(vector.text("reason").orElseThrow());
            reasons.add(code);
        }
        Set<String> all = new TreeSet<>();
        EnumSet.allOf(PeopleFault.class).forEach(fault -> all.add(fault.code()));
        assertThat(reasons).isEqualTo(all);
    }

    private static String content(Json.Obj vector) {
        try (Secret content = PeopleVectors.P.keep(Bytes.hex(vector.text("content").orElseThrow()).toArray())) {
            return code(Regrouped.read(PeopleVectors.P, content));
        }
    }

    @Test
    void aVoiceThatSomebodyElseSignedForIsRefused() {
        Json.Obj vector = Vectors.all("people/accept").getFirst();
        String forged = event(vector).replaceFirst("\"pubkey\":\"[0-9a-f]{64}\"", "\"pubkey\":\"" + PeopleVectors.TWO.hex() + "\"");
        assertThat(ThatIsMe.read(PeopleVectors.P, forged, acquaintance(vector), leaf(vector))).isInstanceOf(Checked.Bad.class);
    }
}
