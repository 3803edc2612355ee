package weft.primitives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The project's own UTF-8 against the JDK's. */
class Utf8Test {
    @Test
    void encodesAsTheJdkDoes() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(2_000); i > 0; i--) {
                switch (random.nextInt(6)) {
                    case 0 -> text.append((char) random.nextInt(0x80));
                    case 1 -> text.append((char) random.nextInt(0x800));
                    case 2 -> text.append((char) random.nextInt(0x10000));
                    case 3 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                    default -> text.appendCodePoint(random.nextInt(0x110000));
                }
            }
            assertThat(Bytes.utf8(text.toString())).as("seed %d", seed).isEqualTo(Bytes.of(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void decodesAsTheJdkDoes() {
        for (int seed = 0; seed < 5_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(600)];
            for (int i = 0; i < bytes.length; i++) {
                // 0xed is left out: of an encoded surrogate the JDK makes one replacement, the standard's practice three.
                int drawn = random.nextInt(3) == 0 ? random.nextInt(256) : new int[] {0xe0, 0xf0, 0xf4, 0x8f, 0x90, 0x9f, 0xa0, 0xc2, 0x41}[random.nextInt(9)];
                bytes[i] = (byte) (drawn == 0xed ? 0x42 : drawn);
            }
            assertThat(Bytes.of(bytes).text()).as("seed %d", seed).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyCodePointComesBack() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
                String text = Character.toString(point);
                assertThat(Bytes.utf8(text).text()).isEqualTo(text);
            }
        }
    }

    @Test
    void anEncodedSurrogateIsThreeReplacements() {
        assertThat(Bytes.hex("eda080").text()).isEqualTo("\ufffd\ufffd\ufffd");
    }
}
