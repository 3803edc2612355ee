package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Forms with files, whole and broken, however they trickle in. */
class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=----x7";

    /** Gives as few bytes at once as chance has it. */
    private static InputStream trickle(byte[] bytes, Random chance) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 1 + chance.nextInt(chance.nextBoolean() ? 3 : 5_000)));
            }
        };
    }

    private static byte[] body(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("------x7\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\nabc\r\n------x7\r\n"
                + "Content-Disposition: form-data; name=\"bundle\"; filename=\"a.weft\"\r\nContent-Type: application/gzip\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(file);
        out.write("\r\n------x7--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void partsComeWholeInWhateverPieces() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random chance = new Random(seed);
            byte[] file = new byte[chance.nextInt(4) == 0 ? chance.nextInt(3) : chance.nextInt(200_000)];
            chance.nextBytes(file);
            byte[] tempting = "\r\n------x\r\n------x6\r\r\n--".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i + tempting.length < file.length; i += 1 + chance.nextInt(20_000)) {
                System.arraycopy(tempting, 0, file, i, tempting.length);
            }
            Multipart form = Multipart.of(TYPE, trickle(body(file), chance)).orElseThrow();
            assertThat(form.next()).as("seed " + seed).hasValue("token");
            if (chance.nextBoolean()) {
                assertThat(form.text(10)).hasValue("abc");
            }
            assertThat(form.next()).hasValue("bundle");
            assertThat(form.content().readAllBytes()).isEqualTo(file);
            assertThat(form.next()).isEmpty();
            assertThat(form.next()).isEmpty();
        }
    }

    @Test
    void whatIsNoSuchFormIsNone() throws IOException {
        for (String type : List.of("", "text/plain; boundary=a", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary="
                + "a".repeat(71))) {
            assertThat(Multipart.of(type, InputStream.nullInputStream())).as(type).isEmpty();
        }
        for (String body : List.of("", "abc", "------x7", "------x7--", "------x7\r\n", "------x7\r\nname\r\n", "------x7 and more\r\n\r\n", "------x7\r\n"
                + "a: b\r\n".repeat(30) + "\r\n",
                "------x7\r\n" + "a".repeat(10_000) + "\r\n\r\n")) {
            assertThatNothing(body);
        }
    }

    private static void assertThatNothing(String body) throws IOException {
        Multipart form = Multipart.of(TYPE, new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII))).orElseThrow();
        try {
            assertThat(form.next()).as(body).isEmpty();
        } catch (EOFException e) {
            assertThat(e).hasMessageContaining("before its end");
        }
    }

    @Test
    void aFormThatIsCutOffEndsInAnError() throws IOException {
        byte[] whole = body(new byte[5_000]);
        Multipart form = Multipart.of(TYPE, new ByteArrayInputStream(Arrays.copyOf(whole, 3_000))).orElseThrow();
        assertThat(form.next()).hasValue("token");
        assertThat(form.next()).hasValue("bundle");
        assertThatThrownBy(() -> form.content().readAllBytes()).isInstanceOf(EOFException.class);
        Multipart longToken = Multipart.of(TYPE, new ByteArrayInputStream(whole)).orElseThrow();
        longToken.next();
        assertThat(longToken.text(2)).isEmpty();
    }
}
