package weft.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weft.node.boot.Weft;
import weft.node.home.TestNode;
import weft.node.web.ServedNode;
import weft.wire.json.Json;

/** Bundles out of a node and into one, whole, broken and hostile. */
@Tag("slow")
class BundleCommandsTest {
    @TempDir Path folder;
    private ServedNode served;

    @BeforeEach
    void open() {
        served = TestNode.open(folder.resolve("node"));
        run("circle", "new", "Lane");
        for (int i = 0; i < 20; i++) {
            run("post", "need", "Ladder " + i);
        }
    }

    @AfterEach
    void close() {
        served.close();
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Weft.line().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "--data";
        all[1] = folder.resolve("node").toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        int code = line.execute(all);
        return code == 0 ? out.toString() : code + " " + out;
    }

    private Json.Obj read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("read.weft"), bytes);
        return (Json.Obj) Json.read(run("--json", "bundle", "read", file.toString())).orThrow();
    }

    private static long number(Json.Obj report, String name) {
        return report.whole(name).orElseThrow();
    }

    private byte[] written() throws IOException {
        Path file = folder.resolve("out.weft");
        assertThat(run("bundle", "write", file.toString())).contains("out.weft");
        return Files.readAllBytes(file);
    }

    private static byte[] plain(byte[] packed) throws IOException {
        return new GZIPInputStream(new java.io.ByteArrayInputStream(packed)).readAllBytes();
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsReadAndKnown() throws IOException {
        byte[] file = written();
        assertThat(plain(file)).asString(StandardCharsets.UTF_8).doesNotContain("Ladder");
        Json.Obj report = read(file);
        assertThat(number(report, "lines")).isEqualTo(20);
        assertThat(number(report, "known")).isEqualTo(20);
        assertThat(Words.text(report, "damaged")).isEqualTo("false");
        assertThat(run("bundle", "read", folder.resolve("out.weft").toString())).contains("20  here already");
        // Plain lines are taken too.
        assertThat(number(read(plain(file)), "known")).isEqualTo(20);
        assertThat(run("bundle", "write", folder.resolve("one.weft").toString(), "--circle", "Lane")).contains("one.weft");
        assertThat(run("bundle", "write", folder.resolve("none/x.weft").toString())).startsWith("3 ").contains("no folder");
        assertThat(run("bundle", "read", folder.resolve("none").toString())).startsWith("3 ").contains("no file");
    }

    @Test
    void aStrangersNodeTakesNothingAndSaysSo() throws IOException {
        byte[] file = written();
        served.close();
        served = TestNode.open(folder.resolve("other"));
        StringWriter out = new StringWriter();
        Weft.line().setOut(new PrintWriter(out, true)).execute("--data", folder.resolve("other").toString(), "--json", "bundle", "read",
                Files.write(folder.resolve("x.weft"), file).toString());
        assertThat(number((Json.Obj) Json.read(out.toString()).orThrow(), "foreign")).isEqualTo(20);
    }

    @Test
    void ofADamagedFileWhatIsWholeIsTaken() throws IOException {
        byte[] file = written();
        Json.Obj torn = read(Arrays.copyOf(file, file.length / 2));
        assertThat(Words.truth(torn, "damaged")).isTrue();
        assertThat(number(torn, "known")).isBetween(1L, 19L);
        byte[] wrongSum = file.clone();
        wrongSum[file.length - 6] ^= 1;
        Json.Obj summed = read(wrongSum);
        assertThat(Words.truth(summed, "damaged")).isTrue();
        assertThat(number(summed, "known")).isEqualTo(20);
        byte[] flipped = plain(file);
        flipped[flipped.length / 2] = (byte) (flipped[flipped.length / 2] == 'A' ? 'B' : 'A');
        Json.Obj one = read(packed(flipped));
        assertThat(number(one, "known")).isEqualTo(19);
        assertThat(((Json.Obj) one.get("faults").orElseThrow()).members()).hasSize(1);
        assertThat(number(read(new byte[0]), "lines")).isZero();
        assertThat(number(read("what is this?\n[]\n{}\n".getBytes(StandardCharsets.UTF_8)), "lines")).isEqualTo(3);
        // Two members, one after the other, are one bundle.
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(packed(plain(file)));
        two.write(file);
        assertThat(number(read(two.toByteArray()), "known")).isEqualTo(40);
    }

    /** Half a gigabyte of one line in half a megabyte, then a good line. */
    @Test
    void aBombTakesNoMemory() throws IOException {
        byte[] good = plain(written());
        Path file = folder.resolve("bomb.weft");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 512; i++) {
                out.write(block);
            }
            out.write('\n');
            out.write(good);
        }
        assertThat(Files.size(file)).isLessThan(1_000_000);
        Json.Obj report = (Json.Obj) Json.read(run("--json", "bundle", "read", file.toString())).orThrow();
        assertThat(number(report, "known")).isEqualTo(20);
        assertThat(Words.text(report, "faults", "line-too-long")).isEqualTo("1");
        List<String> said = run("bundle", "read", file.toString()).lines().toList();
        assertThat(said).anyMatch(line -> line.contains("not taken: line-too-long"));
    }

    @Test
    void tooManyLinesAreLeft() throws IOException {
        Path file = folder.resolve("many.weft");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] block = "x\n".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 32; i++) {
                out.write(block);
            }
        }
        Json.Obj report = (Json.Obj) Json.read(run("--json", "bundle", "read", file.toString())).orThrow();
        assertThat(Words.truth(report, "stopped")).isTrue();
        assertThat(number(report, "lines")).isLessThan(1_100_000);
    }
}
