package weft.browser.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.jdk.JdkPrimitives;

/** The noble primitives answer as the computer's do, byte for byte, also where they are called wrongly. */
class PortTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void sameAnswers(int seed) {
        assertThat(Node.shared().call("port", Integer.toString(seed))).isEqualTo(PortProbe.transcript(new JdkPrimitives(), seed));
    }
}
