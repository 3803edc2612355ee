package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.Messages;
import weft.wire.message.RelayMessage;

/** The relay as a program: what it says, how it stops and goes on, its own certificate, its unit. */
@Tag("slow")
class RelayProcessTest {
    @TempDir
    Path folder;

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    @Test
    void stopsWithAGoodByeAndGoesOnWithWhatItTook() throws Exception {
        String data = folder.resolve("data").toString();
        Voice circle = new Voice(1);
        List<Event> events = circle.envelopes(now(), 300);
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data)) {
            URI address = relay.address();
            Client client = new Client(address);
            for (Event event : events.subList(0, 200)) {
                assertThat(client.publish(event).accepted()).isTrue();
            }
            // These are under way when it is asked to stop: it answers for each or not at all, and keeps what it answered for.
            events.subList(200, 300).forEach(event -> client.say(new ClientMessage.Publish(event)));
            client.await(RelayMessage.Ok.class, ok -> true);
            assertThat(relay.stop()).as("ended because it was asked to").isIn(0, 143);
            client.awaitEnd();
        }
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data); Client client = new Client(relay.address())) {
            assertThat(client.ids("all", Filter.by(List.of(circle.publicKey), List.of()))).containsAll(events.subList(0, 201).stream().map(Event::id).toList());
        }
    }

    @Test
    void killedInTheMidstItHasAllThatItConfirmed() throws Exception {
        String data = folder.resolve("data").toString();
        Voice circle = new Voice(2);
        List<Event> events = circle.envelopes(now(), 400);
        int confirmed = 0;
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data)) {
            Client client = new Client(relay.address());
            events.forEach(event -> client.say(new ClientMessage.Publish(event)));
            while (confirmed < 150) {
                client.await(RelayMessage.Ok.class, RelayMessage.Ok::accepted);
                confirmed++;
            }
            relay.process.destroyForcibly().waitFor();
        }
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", data); Client client = new Client(relay.address())) {
            assertThat(client.ids("all", Filter.by(List.of(circle.publicKey), List.of())))
                    .containsAll(events.subList(0, confirmed).stream().map(Event::id).toList());
        }
    }

    @Test
    void saysInASentenceWhyItCantStart() throws Exception {
        try (RelayProcess relay = RelayProcess.start("--port", "0", "--data", folder.resolve("data").toString())) {
            String port = Integer.toString(relay.address().getPort());
            Path odd = Files.writeString(folder.resolve("odd.conf"), "colour = blue\n");
            Path noCertificate = Files.writeString(folder.resolve("tls.conf"), "tls-certificate = " + folder.resolve("none.p12") + "\ntls-password-file = "
                    + odd + "\n");
            Path wrongWord = Files.writeString(folder.resolve("wrong.conf"), "tls-certificate = " + certificate() + "\ntls-password-file = " + odd + "\n");
            for (String[] each : new String[][] {
                {"--port", port, "--data", folder.resolve("other").toString(), "Is another program using it?"},
                {"--port", "0", "--data", folder.resolve("data").toString(), "already using the folder"},
                {"--config", folder.resolve("none.conf").toString(), "--data", folder.resolve("other").toString(), "There is no file"},
                {"--config", odd.toString(), "--data", folder.resolve("other").toString(), "has a setting that there is not: colour"},
                {"--config", noCertificate.toString(), "--data", folder.resolve("tls").toString(), "Can't use the certificate in"},
                {"--config", wrongWord.toString(), "--data", folder.resolve("tls").toString(), "the password does not fit"}}) {
                try (RelayProcess second = RelayProcess.start(java.util.Arrays.copyOf(each, 4))) {
                    String said = second.line();
                    assertThat(said).contains(each[4]);
                    assertThat(second.line()).as("one sentence, no trace").isEmpty();
                    assertThat(second.status()).isEqualTo(1);
                }
            }
        }
    }

    private Path certificate() throws Exception {
        Path certificate = folder.resolve("relay.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "relay",
                "-keyalg", "EC",
                "-groupname", "secp256r1", "-storetype", "PKCS12", "-keystore", certificate.toString(), "-storepass", "a password", "-dname", "CN=localhost",
                "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2").redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isZero();
        return certificate;
    }

    @Test
    void speaksTlsWithACertificateOfItsOwn() throws Exception {
        Path certificate = certificate();
        Path password = Files.writeString(folder.resolve("password"), "a password\n");
        Path config = Files.writeString(folder.resolve("relay.conf"), "port = 0\ntls-certificate = " + certificate + "\ntls-password-file = " + password
                + "\n");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.load(in, "a password".toCharArray());
        }
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setCertificateEntry("relay", trusted.getCertificate("relay"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(own);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        try (RelayProcess relay = RelayProcess.start("--config", config.toString(), "--data", folder.resolve("data").toString());
                HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            URI address = relay.address();
            assertThat(address.getScheme()).isEqualTo("wss");
            URI page = URI.create("https://127.0.0.1:" + address.getPort() + "/");
            HttpResponse<String> document =
                    client.send(HttpRequest.newBuilder(page).header("Accept", "application/nostr+json").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(document.body()).contains("supported_nips");
            Event event = new Voice(3).envelope(now(), 1);
            CompletableFuture<String> answer = new CompletableFuture<>();
            WebSocket socket = client.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {
                private final StringBuilder partial = new StringBuilder();

                @Override
                public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                    partial.append(data);
                    if (last && partial.indexOf("\"OK\"") >= 0) {
                        answer.complete(partial.toString());
                    } else if (last) {
                        partial.setLength(0);
                    }
                    from.request(1);
                    return null;
                }
            }).join();
            socket.sendText(Messages.write(new ClientMessage.Publish(event)), true).join();
            assertThat(answer.get(120, TimeUnit.SECONDS)).contains(event.id().hex()).contains("true");
            try (HttpClient stranger = HttpClient.newHttpClient()) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        stranger.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding()))
                        .as("whoever does not know the certificate").isInstanceOf(IOException.class);
            }
            socket.abort();
        }
    }

    /** The unit as it stands in the sources, with its paths changed as its first lines say. */
    @Test
    void itsUnitIsOneThatSystemdReads() throws Exception {
        Path unit = Path.of(System.getProperty("weft.root"), "relay/src/main/dist/weft-relay.service");
        String text = Files.readString(unit);
        assertThat(text).contains("SuccessExitStatus=143");
        Path here = Files.writeString(folder.resolve("weft-relay.service"), text.replace("/opt/weft/weft ", "/bin/sh "));
        Process verify;
        try {
            verify = new ProcessBuilder("systemd-analyze", "verify", here.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("skipped: systemd-analyze is not installed here");
            return;
        }
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("weft-relay")).toList()).as("warnings").isEmpty();
    }

    @Test
    void theSettingsFileBesideItIsTheStandard() throws Exception {
        Path file = Path.of(System.getProperty("weft.root"), "relay/src/main/dist/relay.conf");
        RelaySettings standard = RelaySettings.standard(folder);
        assertThat(SettingsFile.read(file, standard)).isEqualTo(standard);
    }
}
