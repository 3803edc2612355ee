package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** {@code spec/vectors/nearby}. */
class NearbyVectorsTest {
    private static final Path VECTORS = Path.of(System.getProperty("weft.root"), "spec/vectors/nearby");

    private static Bytes proof(Json.Obj vector) {
        if (vector.text("invitation").isPresent()) {
            return weft.core.invite.InvitationLink.read(TinyNode.P, vector.text("invitation").get()).orThrow()
                    .nearProof(TinyNode.P, Bytes.hex(vector.text("session").orElseThrow()), vector.text("role").orElseThrow().equals("caller"));
        }
        ForgettingTree tree = ForgettingTree.create(TinyNode.P, new SeededEntropy("tree"));
        try (CircleKeys keys = new CircleKeys(TinyNode.P, TinyNode.P.keep(Bytes.hex(vector.text("circle").orElseThrow()).toArray()), tree)) {
            return keys.proof(Bytes.hex(vector.text("session").orElseThrow()), vector.text("role").orElseThrow().equals("caller"));
        }
    }

    private static Stream<DynamicTest> each(String folder, java.util.function.Consumer<Json.Obj> check) throws IOException {
        return Files.list(VECTORS.resolve(folder)).sorted().map(file -> DynamicTest.dynamicTest(folder + "/" + file.getFileName(),
                () -> check.accept((Json.Obj) Json.read(Files.readString(file)).orThrow())));
    }

    @TestFactory
    Stream<DynamicTest> accept() throws IOException {
        return each("accept", vector -> assertThat(proof(vector).hex()).isEqualTo(vector.text("proof").orElseThrow()));
    }

    @TestFactory
    Stream<DynamicTest> reject() throws IOException {
        return each("reject", vector -> {
            assertThat(vector.text("reason").orElseThrow()).isIn("not-this-circle", "not-this-invitation", "not-this-session", "own-role");
            assertThat(proof(vector).hex()).isNotEqualTo(vector.text("sent").orElseThrow());
        });
    }
}
