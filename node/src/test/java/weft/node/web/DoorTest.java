package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;

/** First start, the right and the wrong passphrase, a damaged vault: as a browser meets them. */
class DoorTest {
    @TempDir Path folder;

    private static RawHttp.Answer post(ServedNode served, String path, String body) {
        return RawHttp.post(served.web().port(), path, body, "Authorization: Bearer " + served.web().lineToken());
    }

    private static OwnNode.Gate gate(ServedNode served) {
        served.node().shell().ifPresent(shell -> shell.ready().join());
        return served.node().gate();
    }

    @Test
    void aNewVaultNeedsALongPassphraseTwice() {
        try (ServedNode served = ServedNode.start(TestNode.setting(folder), 0)) {
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.NEW);
            post(served, "/begin", "passphrase=short&again=short");
            post(served, "/begin", "passphrase=long+enough+words&again=long+enough+word");
            post(served, "/begin", "passphrase=long+enough+words");
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.NEW);
            assertThat(post(served, "/begin", "passphrase=long+enough+%C3%A9t%C3%A9&again=long+enough+%C3%A9t%C3%A9").status()).isEqualTo(303);
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.OPEN);
        }
        try (ServedNode served = ServedNode.start(TestNode.setting(folder), 0)) {
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.LOCKED);
            assertThat(post(served, "/unlock", "passphrase=long+enough+ete").body()).isNotEmpty();
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.LOCKED);
            assertThat(post(served, "/unlock", "passphrase=long+enough+%c3%a9t%c3%a9").status()).isEqualTo(303);
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.OPEN);
        }
    }

    @Test
    void aDamagedVaultIsToldAndLeftAsItIs() throws Exception {
        TestNode.open(folder).close();
        Path keys = folder.resolve("vault.keys");
        byte[] noise = new byte[(int) Files.size(keys)];
        Files.write(keys, noise);
        try (ServedNode served = ServedNode.start(TestNode.setting(folder), 0)) {
            assertThat(served.node().unlock(TestNode.secret(TestNode.PASSPHRASE))).isEqualTo(OwnNode.Entry.DAMAGED);
            assertThat(gate(served)).isEqualTo(OwnNode.Gate.LOCKED);
            assertThat(served.node().begin(TestNode.secret(TestNode.PASSPHRASE))).isEqualTo(OwnNode.Entry.TOO_LATE);
        }
        assertThat(Files.readAllBytes(keys)).isEqualTo(noise);
    }

    @Test
    void theRunFileIsForItsOwnerAloneAndGoesWithTheNode() throws Exception {
        Path file = folder.resolve("running.json");
        try (ServedNode served = TestNode.open(folder)) {
            assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains(Integer.toString(served.web().port()));
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
            assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void secretsInAFormAreReadByteByByte() {
        try (SecretForm form = new SecretForm("a=1&passphrase=%41+b%zz&again=".getBytes(StandardCharsets.UTF_8), TestNode.P)) {
            byte[] out = new byte[6];
            form.secret("passphrase").orElseThrow().copyTo(out, 0);
            assertThat(new String(out, StandardCharsets.UTF_8)).isEqualTo("A b%zz");
            assertThat(form.secret("again").orElseThrow().size()).isZero();
            assertThat(form.secret("pass")).isEmpty();
            assertThat(form.text("a")).isEqualTo("1");
        }
    }

    @Test
    void whatIsTakenOutOfAFormIsNotInTheRest() {
        try (SecretForm form = new SecretForm("name=Them&passphrase=nine+herons&link=weft-file:A&passphrase=again".getBytes(StandardCharsets.UTF_8), TestNode.P)) {
            assertThat(form.take("passphrase").orElseThrow().size()).isEqualTo(11);
            assertThat(form.rest()).doesNotContain("heron", "again", "passphrase");
            assertThat(form.text("name")).isEqualTo("Them");
            assertThat(form.text("link")).isEqualTo("weft-file:A");
            assertThat(form.take("passphrase")).isEmpty();
        }
    }
}
