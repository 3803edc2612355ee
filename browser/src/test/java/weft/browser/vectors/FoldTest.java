package weft.browser.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.core.circle.FoldFormat;

/** 1,000 seeded histories fold to the same state in Node as on this computer. */
class FoldTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900})
    void sameState(int from) {
        for (int seed = from; seed < from + 100; seed++) {
            assertThat(Node.shared().call("fold", Integer.toString(seed))).as("seed %d", seed).isEqualTo(FoldFormat.fold(seed)).contains("after ");
        }
    }
}
