package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsFileTest {
    @TempDir
    Path folder;

    private RelaySettings read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("relay.conf"), text);
        return SettingsFile.read(file, RelaySettings.standard(folder));
    }

    @Test
    void theFileBesideTheUnitHoldsTheStandardValues() throws IOException {
        Path file = Path.of(System.getProperty("weft.root"), "relay/src/main/dist/relay.conf");
        assertThat(SettingsFile.read(file, RelaySettings.standard(folder))).isEqualTo(RelaySettings.standard(folder));
    }

    @Test
    void readsAndRefuses() throws IOException {
        assertThat(read("work = 12\nkinds = 9338, 1059\nport=0").policy().work()).isEqualTo(12);
        assertThat(read("kinds = 9338, 1059").policy().kinds()).containsExactlyInAnyOrder(9338, 1059);
        assertThatThrownBy(() -> read("wrok = 12")).hasMessageEndingWith("has a setting that there is not: wrok.");
        assertThatThrownBy(() -> read("work = many")).hasMessageEndingWith("work must be a whole number from 0 to 64.");
        assertThatThrownBy(() -> read("port = 70000")).hasMessageContaining("from 0 to 65535");
        assertThatThrownBy(() -> read("behind-proxy = maybe")).hasMessageEndingWith("must be yes or no.");
        assertThatThrownBy(() -> read("tls-certificate = a.p12")).hasMessageEndingWith("belong together.");
    }

    @Test
    void theCommandLineSaysWhatIsWrong() throws IOException {
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(new RelayMain()).setErr(new PrintWriter(err, true)).setOut(new PrintWriter(out, true));
        assertThat(line.execute("--config", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file");
        assertThat(line.execute("--help")).isZero();
        assertThat(out.toString()).contains("--port", "--data", "--host", "--config", "--app");
    }
}
