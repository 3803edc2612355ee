package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.node.home.TestNode;
import weft.node.shell.NodeShell;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** Bundles through the pages, as a browser without scripts sends them. */
class CarryPageTest {
    @TempDir Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private ServedNode served;
    private String cookie;
    private Bytes circle;

    @BeforeEach
    void open() throws Exception {
        served = TestNode.open(folder.resolve("data"));
        HttpResponse<byte[]> entered =
                client.send(HttpRequest.newBuilder(URI.create(served.web().startLink())).build(), HttpResponse.BodyHandlers.ofByteArray());
        cookie = entered.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        NodeShell shell = served.node().shell().orElseThrow();
        circle = ((Outcome.DoneCircle) shell.wish(new Command.CircleNew("Mill Lane", java.util.List.of(), 1)).join()).circle();
        for (int i = 0; i < 12; i++) {
            Ask ask = new Ask(Side.NEED, "Ladder " + i, "", "food", Optional.empty(), Optional.empty(), Optional.empty(), java.util.List.of("en"), false,
                    java.util.List.of());
            shell.wish(new Command.Post(circle, ask, Day.at(shell.now()).plus(2), "")).join();
        }
    }

    @AfterEach
    void close() {
        served.close();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(served.web().address() + path)).header("Cookie", cookie);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private String token() throws Exception {
        Matcher token = Pattern.compile("enctype=\"multipart/form-data\".*?name=\"token\" value=\"([^\"]+)\"", Pattern.DOTALL)
                .matcher(text(send(to("/carry"))));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static byte[] form(Optional<String> token, byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (token.isPresent()) {
            out.write(("--zz\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token.get() + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        out.write("--zz\r\nContent-Disposition: form-data; name=\"bundle\"; filename=\"x.weft\"\r\nContent-Type: application/octet-stream\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.write(file);
        out.write("\r\n--zz--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private HttpResponse<byte[]> read(Optional<String> token, byte[] file, String... headers) throws Exception {
        HttpRequest.Builder request = to("/bundle").header("Content-Type", "multipart/form-data; boundary=zz");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(form(token, file))));
    }

    @Test
    void whatIsWrittenIsReadWithTheSameReport() throws Exception {
        String page = text(send(to("/carry")));
        assertThat(page).contains("href=\"/bundle\"").contains("href=\"/bundle?circle=" + circle.hex() + "\"").contains("Only Mill Lane")
                .contains("type=\"file\"");
        assertThat(text(send(to("/settings")))).contains("href=\"/carry\"");
        HttpResponse<byte[]> file = send(to("/bundle?circle=" + circle.hex()));
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes()).asString(StandardCharsets.UTF_8).contains("9338")
                .doesNotContain("Ladder");

        HttpResponse<byte[]> answer = read(Optional.of(token()), file.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).contains("12 here already").doesNotContain("damaged");
        assertThat(text(read(Optional.of(token()), file.body(), "Accept", "application/json"))).contains("\"known\":12").contains("\"lines\":12");
        assertThat(text(read(Optional.of(token()), file.body(), "Accept-Language", "fr"))).contains("12 déjà ici");
        assertThat(text(read(Optional.of(token()), Arrays.copyOf(file.body(), file.body().length / 2)))).contains("The file is damaged or cut off")
                .contains("here already");
        assertThat(text(read(Optional.of(token()), new byte[0]))).contains("Nothing is in it");
        ByteArrayOutputStream odd = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(odd)) {
            zip.write("what is this?\n[]\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(text(read(Optional.of(token()), odd.toByteArray()))).contains("2 that are damaged or were changed on the way").contains("not-json 1")
                .contains("wrong-members 1");
    }

    @Test
    void withoutTheTokenOrFromElsewhereNothingIsTaken() throws Exception {
        byte[] file = send(to("/bundle")).body();
        assertThat(read(Optional.empty(), file).statusCode()).isEqualTo(403);
        assertThat(read(Optional.of("wrong"), file).statusCode()).isEqualTo(403);
        assertThat(read(Optional.of(token()), file, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(read(Optional.of(token()), file, "Origin", "http://example.org").statusCode()).isEqualTo(403);
        assertThat(send(to("/bundle").header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofByteArray(file))).statusCode())
                .isEqualTo(403);
        HttpRequest stranger = HttpRequest.newBuilder(URI.create(served.web().address() + "/bundle")).build();
        assertThat(client.send(stranger, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    }
}
