package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.jdk.JdkPrimitives;
import weft.primitives.Secret;

/** A passphrase comes in as bytes and becomes a secret, never a text. */
class PassphraseTest {
    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine çups of سكر\nnext line\n", "nine çups of سكر", " \tnine çups of سكر \r\n"})
    void theFirstLineWithoutTheBlanksAroundIt(String typed) {
        try (Secret secret = Passphrase.firstLine(input(typed), new JdkPrimitives())) {
            byte[] bytes = new byte[secret.size()];
            secret.copyTo(bytes, 0);
            assertThat(bytes).isEqualTo("nine çups of سكر".getBytes(StandardCharsets.UTF_8));
            assertThat(secret.toString()).doesNotContain("nine");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n", "\nlate\n"})
    void anEmptyLineIsSaidToBeNone(String typed) {
        assertThatThrownBy(() -> Passphrase.firstLine(input(typed), new JdkPrimitives())).isInstanceOf(Stop.class).hasMessageContaining("holds no passphrase");
    }

    @Test
    void whatNeverEndsIsCut() {
        try (Secret secret = Passphrase.firstLine(input("x".repeat(100_000)), new JdkPrimitives())) {
            assertThat(secret.size()).isEqualTo(4_096);
        }
    }
}
