package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.home.OwnNode;
import weft.node.home.TestNode;

/** Forms of browsers without a script, over HTTP: pictures, words that are looked for, another passphrase. */
class FormsTest {
    @TempDir Path folder;

    private static HttpRequest.Builder to(ServedNode served, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.web().port() + path))
                .header("Authorization", "Bearer " + served.web().lineToken());
    }

    private static HttpResponse<byte[]> post(ServedNode served, String path, String type, byte[] body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(to(served, path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> form(ServedNode served, String path, String body) throws IOException, InterruptedException {
        return post(served, path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> get(ServedNode served, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(to(served, path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String where(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] upload(byte[] picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (List<String> field : List.of(List.of("side", "offer"), List.of("title", "Stühle"), List.of("forWhom", "me"), List.of("caption", "Vier Stühle"))) {
            out.write(("--b\r\nContent-Disposition: form-data; name=\"" + field.get(0) + "\"\r\n\r\n" + field.get(1) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        out.write("--b\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"x.png\"\r\nContent-Type: image/png\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        out.write(picture);
        out.write("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static byte[] png() throws IOException {
        BufferedImage picture = new BufferedImage(2_000, 1_000, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 2_000; x++) {
            for (int y = 0; y < 1_000; y++) {
                picture.setRGB(x, y, x * y);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    @Test
    void aPictureOfManyMegapixelsArrivesSmallOnItsThreadAndABombIsRefusedWithASentence() throws Exception {
        try (ServedNode served = TestNode.open(folder)) {
            String board = where(form(served, "/circles/new", "name=Mill+Lane&relays=&grace=1")).replaceAll("/invite$", "");
            HttpResponse<byte[]> posted = post(served, board + "/post", "multipart/form-data; boundary=b", upload(png()));
            assertThat(posted.statusCode()).as(text(posted)).isEqualTo(303);
            assertThat(text(get(served, where(posted)))).contains("/photo-0").contains("alt=\"Vier Stühle\"");
            HttpResponse<byte[]> photo = get(served, where(posted) + "/photo-0");
            assertThat(photo.headers().firstValue("Content-Type")).contains("image/jpeg");
            assertThat(photo.body().length).isBetween(2_000, 26_000);
            byte[] bomb = png();
            bomb[18] = 0x75;
            bomb[22] = 0x75;
            HttpResponse<byte[]> refused = post(served, board + "/post", "multipart/form-data; boundary=b", upload(bomb));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(text(refused)).contains("larger than this machine can shrink").contains("Stühle");
        }
    }

    @Test
    void wordsThatAreLookedForLeadToAnAddressThatTellsNothing() throws Exception {
        try (ServedNode served = TestNode.open(folder)) {
            form(served, "/circles/new", "name=Mill+Lane&relays=&grace=1");
            HttpResponse<byte[]> found = form(served, "/find", "words=quinces");
            assertThat(found.statusCode()).isEqualTo(303);
            assertThat(where(found)).startsWith("/kept/").doesNotContain("quince");
            assertThat(text(get(served, where(found)))).contains("Nothing was found").contains("quinces");
            assertThat(get(served, "/kept/" + "0".repeat(32)).statusCode()).isEqualTo(404);
            assertThat(form(served, "/find", "words=quinces&live=1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anotherPassphraseOpensTheVaultFromThenOn() throws Exception {
        try (ServedNode served = TestNode.open(folder)) {
            assertThat(text(get(served, "/passphrase"))).contains("action=\"/passphrase\"");
            assertThat(form(served, "/passphrase", "passphrase=another+long+one&again=another+long+two").statusCode()).isEqualTo(422);
            assertThat(form(served, "/passphrase", "passphrase=short&again=short").statusCode()).isEqualTo(422);
            assertThat(form(served, "/passphrase", "passphrase=another+long+one&again=another+long+one").statusCode()).isEqualTo(200);
        }
        try (ServedNode served = ServedNode.start(TestNode.setting(folder), 0)) {
            assertThat(served.node().unlock(TestNode.secret(TestNode.PASSPHRASE))).isEqualTo(OwnNode.Entry.WRONG);
            assertThat(served.node().unlock(TestNode.secret("another long one"))).isEqualTo(OwnNode.Entry.IN);
        }
    }
}
