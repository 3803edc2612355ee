package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.jdk.JdkEntropy;
import weft.node.home.TestNode;

/** A device on the home network: no page without the code, no passphrase over an open network, TLS that holds for this home alone. */
class HomeDoorTest {
    private static final HomeNetwork NETWORK = new HomeNetwork(List.of("127.0.0.1", "localhost"));

    @TempDir Path folder;
    private final List<String> codes = new ArrayList<>();

    private HomeDoor plain(ServedNode served) {
        return served.web().home(NETWORK, 0, Optional.empty(), Optional.empty(), (address, code) -> codes.add(code));
    }

    private static RawHttp.Answer pair(HomeDoor door, String code, String... headers) {
        return RawHttp.post(door.port(), "/pair", "code=" + code.replace(' ', '+'), headers);
    }

    private static String cookie(RawHttp.Answer answer) {
        String line = answer.head().lines().filter(one -> one.regionMatches(true, 0, "Set-Cookie: ", 0, 12)).findFirst().orElseThrow();
        return "Cookie: " + line.substring(12).split(";")[0];
    }

    @Test
    void nothingIsShownWithoutTheCodeAndACodeLetsOneDeviceIn() {
        try (ServedNode served = TestNode.open(folder)) {
            HomeDoor door = plain(served);
            RawHttp.Answer asked = RawHttp.get(door.port(), "/");
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.body()).contains("name=\"code\"", "not encrypted");
            assertThat(RawHttp.get(door.port(), "/settings").status()).isEqualTo(401);
            assertThat(RawHttp.post(door.port(), "/circles/new", "name=x").status()).isEqualTo(401);
            assertThat(RawHttp.get(door.port(), "/assets/weft.css").status()).isEqualTo(200);

            assertThat(pair(door, "0000 0000x1").status()).isEqualTo(422);
            RawHttp.Answer in = pair(door, codes.getFirst());
            assertThat(in.status()).isEqualTo(303);
            assertThat(in.head()).contains("HttpOnly").contains("SameSite=Strict");
            assertThat(RawHttp.get(door.port(), "/", cookie(in)).status()).isEqualTo(200);
            // The code was for one device; the cookie is for this door alone.
            assertThat(pair(door, codes.getFirst()).status()).isEqualTo(422);
            assertThat(RawHttp.get(served.web().port(), "/", cookie(in)).status()).isNotEqualTo(200);
        }
    }

    @Test
    void fiveWrongTriesMakeAnotherCode() {
        try (ServedNode served = TestNode.open(folder)) {
            HomeDoor door = plain(served);
            String first = codes.getFirst();
            for (int i = 0; i < 5; i++) {
                assertThat(pair(door, "12").status()).isEqualTo(422);
            }
            assertThat(codes).hasSize(2);
            assertThat(pair(door, first).status()).isEqualTo(422);
            assertThat(pair(door, codes.getLast()).status()).isEqualTo(303);
        }
    }

    @Test
    void overAnOpenNetworkNoPassphraseIsAskedFor() {
        TestNode.open(folder).close();
        try (ServedNode served = ServedNode.start(TestNode.setting(folder), 0)) {
            HomeDoor door = plain(served);
            String cookie = cookie(pair(door, codes.getFirst()));
            RawHttp.Answer shut = RawHttp.get(door.port(), "/", cookie);
            assertThat(shut.status()).isEqualTo(423);
            assertThat(shut.body()).doesNotContain("type=\"password\"").contains("at the computer");
            assertThat(RawHttp.post(door.port(), "/unlock", "passphrase=" + TestNode.PASSPHRASE.replace(' ', '+'), cookie).status()).isEqualTo(423);
        }
    }

    @Test
    void otherPagesAndOtherNamesAreKeptOut() throws IOException {
        try (ServedNode served = TestNode.open(folder)) {
            HomeDoor door = plain(served);
            assertThat(RawHttp.get(door.port(), "/", "Host: evil.example:" + door.port()).status()).isEqualTo(404);
            assertThat(pair(door, codes.getFirst(), "Origin: http://evil.example").status()).isNotEqualTo(303);
            assertThat(HomeNetwork.isNear(InetAddress.getByName("192.168.1.7"))).isTrue();
            assertThat(HomeNetwork.isNear(InetAddress.getByName("fd12::1"))).isTrue();
            assertThat(HomeNetwork.isNear(InetAddress.getByName("93.184.216.34"))).isFalse();
            assertThat(HomeNetwork.isNear(InetAddress.getByName("2001:db8::1"))).isFalse();
        }
    }

    private static HttpClient trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null);
        store.setCertificateEntry("home", CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Files.readAllBytes(authority))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void theHomesOwnCertificateHoldsForWhoTrustsItAndForNobodyElse() throws Exception {
        try (ServedNode served = TestNode.open(folder)) {
            HomeCertificate certificate = HomeCertificate.in(folder, NETWORK, new JdkEntropy());
            HomeDoor door = served.web().secureHome(NETWORK, 0, certificate, (address, code) -> codes.add(code));
            HttpRequest get = HttpRequest.newBuilder(URI.create(door.address())).build();
            HttpResponse<String> answer = trusting(certificate.file()).send(get, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("is encrypted", "/app/");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> HttpClient.newHttpClient().send(get, HttpResponse.BodyHandlers.ofString())))
                    .isInstanceOf(SSLHandshakeException.class);
            // It is made once; the authority's key is gone.
            String fingerprint = certificate.fingerprint(TestNode.P);
            assertThat(HomeCertificate.in(folder, NETWORK, new JdkEntropy()).fingerprint(TestNode.P)).isEqualTo(fingerprint).hasSize(79);
            assertThat(folder.resolve("home-tls/authority.p12")).doesNotExist();
        }
    }
}
