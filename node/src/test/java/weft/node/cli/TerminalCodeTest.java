package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the terminal shows is the code, module by module, with its quiet zone. */
class TerminalCodeTest {
    @Test
    void everyModuleIsThere() {
        String text = "weft:AbCd" + "x".repeat(150);
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        List<String> lines = TerminalCode.of(text).lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
        assertThat(lines).hasSize((code.size + 8 + 1) / 2).allMatch(line -> line.length() == code.size + 8);
        for (int y = -4; y < code.size + 4; y++) {
            for (int x = -4; x < code.size + 4; x++) {
                char c = lines.get((y + 4) / 2).charAt(x + 4);
                boolean dark = c == '\u2588' || c == ((y + 4) % 2 == 0 ? '\u2580' : '\u2584');
                assertThat(dark).as(x + "," + y).isEqualTo(code.getModule(x, y));
            }
        }
        assertThat(TerminalCode.of("")).isEmpty();
    }
}
