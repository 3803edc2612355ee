package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import weft.primitives.Bytes;

/** Pictures from browsers without a script. */
class ShrinkingTest {
    private static byte[] noise(int width, int height, String format) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, x < width / 2 ? random.nextInt(0x1000000) : 0xff0000);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, format, out);
        return out.toByteArray();
    }

    private static BufferedImage small(Shrinking.Shrunk shrunk, int most) throws IOException {
        assertThat(shrunk).isInstanceOf(Shrinking.Shrunk.Small.class);
        Bytes jpeg = ((Shrinking.Shrunk.Small) shrunk).jpeg();
        assertThat(jpeg.size()).isLessThanOrEqualTo(most);
        return ImageIO.read(new ByteArrayInputStream(jpeg.toArray()));
    }

    @Test
    void theHardestPictureBecomesSmallEnough() throws IOException {
        BufferedImage one = small(Shrinking.shrink(noise(1_400, 700, "png"), 26_000), 26_000);
        assertThat((double) one.getWidth() / one.getHeight()).isBetween(1.9, 2.1);
        small(Shrinking.shrink(noise(300, 300, "jpeg"), 6_500), 6_500);
    }

    @Test
    void aPictureIsTurnedAsItsCameraWasHeldAndTheMarkIsGone() throws IOException {
        byte[] jpeg = noise(200, 100, "jpeg");
        byte[] exif = Bytes.ofUnsigned(0xff, 0xe1, 0, 34)
                .then(Bytes.utf8("Exif\0\0MM"), Bytes.ofUnsigned(0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0),
                Bytes.ofUnsigned(0, 0, 0, 0)).toArray();
        byte[] held = Arrays.copyOf(jpeg, jpeg.length + exif.length);
        System.arraycopy(exif, 0, held, 2, exif.length);
        System.arraycopy(jpeg, 2, held, 2 + exif.length, jpeg.length - 2);
        assertThat(Shrinking.orientation(held)).isEqualTo(6);
        Shrinking.Shrunk shrunk = Shrinking.shrink(held, 26_000);
        BufferedImage turned = small(shrunk, 26_000);
        assertThat(turned.getWidth()).isEqualTo(100);
        assertThat(turned.getHeight()).isEqualTo(200);
        // The red half was on the right; turned by a quarter it is below.
        assertThat(turned.getRGB(50, 180) >> 16 & 0xff).isGreaterThan(200);
        assertThat(turned.getRGB(50, 180) & 0xff).isLessThan(60);
        assertThat(new String(((Shrinking.Shrunk.Small) shrunk).jpeg().toArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void bombsAndRubbishAreToldApart() throws IOException {
        byte[] bomb = noise(8, 8, "png");
        // The header of a PNG says how large it is: 30,000 on each side.
        bomb[18] = 0x75;
        bomb[22] = 0x75;
        assertThat(Shrinking.shrink(bomb, 26_000)).isInstanceOf(Shrinking.Shrunk.TooLarge.class);
        assertThat(Shrinking.shrink("rubbish".getBytes(StandardCharsets.US_ASCII), 26_000)).isInstanceOf(Shrinking.Shrunk.Unreadable.class);
        byte[] cut = Arrays.copyOf(noise(50, 50, "png"), 60);
        assertThat(Shrinking.shrink(cut, 26_000)).isInstanceOf(Shrinking.Shrunk.Unreadable.class);
        SplittableRandom random = new SplittableRandom(4);
        byte[] good = noise(30, 30, "jpeg");
        for (int i = 0; i < 300; i++) {
            byte[] broken = good.clone();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            assertThat(Shrinking.shrink(broken, 26_000)).isNotNull();
        }
    }

    @Test
    void aFormGivesItsTextsAndItsPicturesShrunk() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "title", "Chaise".getBytes(StandardCharsets.UTF_8));
        part(body, "language", "fr".getBytes(StandardCharsets.UTF_8));
        part(body, "language", "ar".getBytes(StandardCharsets.UTF_8));
        part(body, "photoTrouble", "large".getBytes(StandardCharsets.UTF_8));
        part(body, "photo", noise(900, 600, "png"));
        part(body, "photo", noise(90, 60, "jpeg"));
        body.write("--b0--\r\n".getBytes(StandardCharsets.UTF_8));
        Map<String, List<String>> fields = UploadForm.read("multipart/form-data; boundary=b0", new ByteArrayInputStream(body.toByteArray())).orElseThrow();
        assertThat(fields.get("title")).containsExactly("Chaise");
        assertThat(fields.get("language")).containsExactly("fr", "ar");
        assertThat(fields).doesNotContainKey("photoTrouble").doesNotContainKey("photo");
        assertThat(fields.get("picture")).hasSize(2)
                .allSatisfy(picture -> assertThat(Bytes.parseBase64(picture).orElseThrow().size()).isLessThanOrEqualTo(13_000));
    }

    private static void part(ByteArrayOutputStream out, String name, byte[] content) throws IOException {
        out.write(("--b0\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(content);
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
