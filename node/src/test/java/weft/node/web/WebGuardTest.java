package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.home.TestNode;

/** Who may ask a node on loopback, and what every answer bears. */
class WebGuardTest {
    @TempDir Path folder;
    private ServedNode served;
    private int port;
    private String cookie;

    @BeforeEach
    void open() {
        served = TestNode.open(folder.resolve("data"));
        port = served.web().port();
        cookie = "Cookie: " + enter(served.web().startLink());
    }

    @AfterEach
    void close() {
        served.close();
    }

    private String enter(String link) {
        RawHttp.Answer answer = RawHttp.get(port, target(link));
        assertThat(answer.status()).isEqualTo(303);
        String line = answer.head().lines().filter(l -> l.toLowerCase().startsWith("set-cookie:")).findFirst().orElseThrow();
        assertThat(line).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        assertThat(answer.head()).contains("Location: /").doesNotContain("token=");
        return line.substring("set-cookie:".length(), line.indexOf(';')).strip();
    }

    private static String target(String link) {
        return URI.create(link).getRawPath() + "?" + URI.create(link).getRawQuery();
    }

    private String formToken() {
        Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(RawHttp.get(port, "/circles/new", cookie).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void withoutTheCookieNothingIsShown() {
        assertThat(RawHttp.get(port, "/").status()).isEqualTo(403);
        assertThat(RawHttp.get(port, "/live").status()).isEqualTo(403);
        assertThat(RawHttp.get(port, "/", "Cookie: weft-" + port + "=AAAA").status()).isEqualTo(403);
        assertThat(RawHttp.get(port, "/", cookie).status()).isEqualTo(200);
    }

    @Test
    void aWrongStartTokenGivesNoCookie() {
        RawHttp.Answer answer = RawHttp.get(port, "/start?token=" + "A".repeat(43));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.head().toLowerCase()).doesNotContain("set-cookie");
        assertThat(RawHttp.get(port, "/start").status()).isEqualTo(403);
    }

    @Test
    void theLinkForTheBrowserWorksOnceThePrintedOneAgain() {
        String once = served.web().startLinkForOnce();
        enter(once);
        assertThat(RawHttp.get(port, target(once)).status()).isEqualTo(403);
        enter(served.web().startLink());
        enter(served.web().startLink());
    }

    @Test
    void anotherHostNameIsRefusedEvenWithTheCookie() {
        for (String host : new String[] {"evil.example:" + port, "127.0.0.1", "127.0.0.1:" + (port + 1), "localhost.evil.example:" + port}) {
            assertThat(RawHttp.get(port, "/", cookie, "Host: " + host).status()).as(host).isEqualTo(403);
        }
        assertThat(RawHttp.get(port, "/", cookie, "Host: localhost:" + port).status()).isEqualTo(200);
    }

    @Test
    void aFormNeedsItsTokenAndThisOrigin() {
        String good = "name=Lane&token=" + formToken();
        assertThat(RawHttp.post(port, "/circles/new", "name=Lane", cookie).status()).isEqualTo(403);
        assertThat(RawHttp.post(port, "/circles/new", "name=Lane&token=" + "A".repeat(43), cookie).status()).isEqualTo(403);
        assertThat(RawHttp.post(port, "/circles/new", good, cookie, "Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(RawHttp.post(port, "/circles/new", good, cookie, "Origin: http://127.0.0.1:" + (port + 1)).status()).isEqualTo(403);
        assertThat(RawHttp.post(port, "/circles/new", good, cookie, "Sec-Fetch-Site: same-site").status()).isEqualTo(403);
        assertThat(RawHttp.post(port, "/circles/new", good, cookie, "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
        assertThat(RawHttp.post(port, "/circles/new", good).status()).as("no cookie").isEqualTo(403);
        assertThat(RawHttp.get(port, "/", cookie).body()).doesNotContain("Lane");
        RawHttp.Answer done = RawHttp.post(port, "/circles/new", good, cookie, "Origin: http://127.0.0.1:" + port, "Sec-Fetch-Site: same-origin");
        assertThat(done.status()).isEqualTo(303);
        assertThat(RawHttp.get(port, "/", cookie).body()).contains("Lane");
    }

    @Test
    void liveUpdatesAreForThisOriginAlone() {
        assertThat(RawHttp.get(port, "/live", cookie, "Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(RawHttp.get(port, "/live", cookie, "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
    }

    @Test
    void everyPageBearsTheStrictHeaders() {
        for (String path : new String[] {"/", "/nothing-here", "/circles/new", "/settings"}) {
            RawHttp.Answer answer = RawHttp.get(port, path, cookie);
            String policy = answer.head().lines().filter(l -> l.toLowerCase().startsWith("content-security-policy:")).findFirst().orElseThrow();
            assertThat(policy).contains("default-src 'none'").contains("script-src 'self'").contains("style-src 'self'").contains("connect-src 'self'")
                    .contains("form-action 'self'").contains("frame-ancestors 'none'").contains("base-uri 'none'")
                    .doesNotContain("unsafe").doesNotContain("*").doesNotContain("http");
            assertThat(answer.has("Cache-Control: no-store")).as(path).isTrue();
            assertThat(answer.has("X-Content-Type-Options: nosniff")).as(path).isTrue();
            assertThat(answer.has("Cross-Origin-Opener-Policy: same-origin")).as(path).isTrue();
            assertThat(answer.has("Cross-Origin-Resource-Policy: same-origin")).as(path).isTrue();
            assertThat(answer.head().toLowerCase()).contains("referrer-policy:");
            assertThat(answer.body()).doesNotContain("<script>").doesNotContain(" style=").doesNotContain(" onclick=");
        }
    }

    @Test
    void tooLargeAFormIsRefusedAndNothingHappens() {
        String body = "token=" + formToken() + "&name=Big&relays=" + "x".repeat(weft.pages.Pages.mostFormBytes("/circles/new"));
        assertThat(RawHttp.post(port, "/circles/new", body, cookie).status()).isEqualTo(413);
        assertThat(RawHttp.get(port, "/", cookie).body()).doesNotContain("Big");
    }

    @Test
    void anotherTypeOfBodyIsNotUnderstood() {
        String body = "{\"name\":\"Lane\"}";
        assertThat(RawHttp.post(port, "/circles/new", body, cookie, "Content-Type: application/json").status()).isEqualTo(400);
        assertThat(RawHttp.post(port, "/circles/new", body, cookie, "Content-Type: text/plain").status()).isEqualTo(400);
    }

    @Test
    void aKnownCookieNeverWorksAsTheLinesToken() {
        String value = cookie.substring(cookie.indexOf('=') + 1);
        assertThat(RawHttp.get(port, "/", "Authorization: Bearer " + value).status()).isEqualTo(403);
        assertThat(RawHttp.get(port, "/", "Authorization: Bearer ").status()).isEqualTo(403);
        assertThat(RawHttp.get(port, "/", "Authorization: Bearer " + served.web().lineToken()).status()).isEqualTo(200);
    }

    @Test
    void otherMethodsAreRefused() {
        for (String method : new String[] {"PUT", "DELETE", "OPTIONS", "PATCH"}) {
            String head = method + " / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + cookie + "\r\n\r\n";
            assertThat(RawHttp.send(port, head, "").status()).as(method).isEqualTo(405);
        }
    }
}
