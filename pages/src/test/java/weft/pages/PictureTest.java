package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import weft.core.peer.Command;
import weft.primitives.Bytes;

/** Nothing but pixels gets in, and nothing that unfolds without bound. */
class PictureTest {
    static byte[] jpeg(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    /** With EXIF, a comment, and something after its end. */
    private static byte[] telling(byte[] jpeg) {
        byte[] exif = Bytes.ofUnsigned(0xff, 0xe1, 0, 20)
                .then(Bytes.utf8("Exif\0\0GPS 48.85 2."), Bytes.ofUnsigned(0xff, 0xfe, 0, 9), Bytes.utf8("by Jo\0\0")).toArray();
        byte[] tail = "secret tail".getBytes(StandardCharsets.US_ASCII);
        byte[] out = Arrays.copyOf(jpeg, jpeg.length + exif.length + tail.length);
        System.arraycopy(exif, 0, out, 2, exif.length);
        System.arraycopy(jpeg, 2, out, 2 + exif.length, jpeg.length - 2);
        System.arraycopy(tail, 0, out, jpeg.length + exif.length, tail.length);
        return out;
    }

    @Test
    void onlyThePixelsStay() throws IOException {
        byte[] plain = jpeg(40, 30);
        Bytes clean = Picture.pixelsOf(Bytes.of(telling(plain))).orElseThrow();
        String raw = new String(clean.toArray(), StandardCharsets.ISO_8859_1);
        assertThat(raw).doesNotContain("GPS").doesNotContain("Exif").doesNotContain("by Jo").doesNotContain("secret").doesNotContain("JFIF");
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(clean.toArray()));
        assertThat(read.getWidth()).isEqualTo(40);
        assertThat(read.getHeight()).isEqualTo(30);
        assertThat(Picture.pixelsOf(clean)).contains(clean);
    }

    @Test
    void whatClaimsToBeHugeIsRefused() throws IOException {
        byte[] bomb = jpeg(40, 30);
        for (int at = 0; at + 9 < bomb.length; at++) {
            if ((bomb[at] & 0xff) == 0xff && (bomb[at + 1] & 0xff) == 0xc0) {
                bomb[at + 5] = (byte) 0xff;
                break;
            }
        }
        assertThat(Picture.pixelsOf(Bytes.of(bomb))).isEmpty();
        assertThat(Picture.isShowable("image/jpeg", Bytes.of(bomb))).isFalse();
        byte[] webp = new byte[40];
        System.arraycopy("RIFF0000WEBPVP8X".getBytes(StandardCharsets.US_ASCII), 0, webp, 0, 16);
        webp[24] = 9;
        webp[27] = 9;
        assertThat(Picture.isShowable("image/webp", Bytes.of(webp))).isTrue();
        webp[26] = 1;
        assertThat(Picture.isShowable("image/webp", Bytes.of(webp))).isFalse();
    }

    @Test
    void brokenPicturesAreRefusedAndNothingThrows() throws IOException {
        byte[] good = telling(jpeg(20, 20));
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] broken = Arrays.copyOf(good, 1 + random.nextInt(good.length));
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            Picture.pixelsOf(Bytes.of(broken)).ifPresent(clean -> assertThat(clean.size()).isLessThanOrEqualTo(broken.length));
            Picture.isShowable("image/webp", Bytes.of(broken));
        }
        assertThat(Picture.pixelsOf(Bytes.EMPTY)).isEmpty();
        assertThat(Picture.pixelsOf(Bytes.utf8("not a picture at all"))).isEmpty();
    }

    private static String form(String more) {
        return "side=need&title=Chair&forWhom=me" + more;
    }

    private static String picture(byte[] jpeg) {
        return "&picture=" + URLEncoder.encode(Bytes.of(jpeg).base64(), StandardCharsets.UTF_8);
    }

    @Test
    void aPostBearsItsPicturesWithoutMetadata() throws IOException {
        Reply reply = Pages.reply(Request.post(Requests.CIRCLE + "/post", form(picture(telling(jpeg(30, 30))) + "&caption=A+red++chair")),
                SampleViews.week(), Requests.MEANS);
        Command.Post post = (Command.Post) ((Reply.Act) reply).command();
        assertThat(post.ask().photos()).singleElement().satisfies(photo -> {
            assertThat(photo.caption()).isEqualTo("A red chair");
            assertThat(new String(photo.data().toArray(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        });
    }

    @Test
    void whatIsWrongWithPicturesIsSaidBesideThem() throws IOException {
        assertRefused("&picture=AAAA", "be read. Choose a JPEG");
        assertRefused("&photoTrouble=unreadable", "be read. Choose a JPEG");
        assertRefused("&photoTrouble=large", "larger than this machine can shrink");
        assertRefused(picture(jpeg(9, 9)).repeat(5), "too many pictures");
    }

    private static void assertRefused(String more, String sentence) {
        Reply reply = Pages.reply(Request.post(Requests.CIRCLE + "/post", form(more)), SampleViews.week(), Requests.MEANS);
        Response page = ((Reply.Page) reply).response();
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body().text().replace("'", "&#39;")).contains(sentence);
    }
}
