package weft.node.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import weft.primitives.Bytes;

/**
 * Makes a picture that a browser without a script has sent small enough for an entry. Only its pixels go over: they are painted onto
 * an empty picture, which is then written. How large it would unfold is looked at before it is unfolded.
 */
final class Shrinking {
    /** The most bytes of a file. */
    static final int MOST_FILE_BYTES = 20_000_000;

    private static final long MOST_PIXELS = 60_000_000;
    /** Larger ones are read with gaps, so that a picture takes at most some 30 MB of memory. */
    private static final int READ_SIDE = 2_600;
    private static final int FIRST_SIDE = 1_280;
    private static final int LEAST_SIDE = 120;

    private Shrinking() {}

    /** What came of a picture. */
    sealed interface Shrunk {
        /** A JPEG of pixels alone. */
        record Small(Bytes jpeg) implements Shrunk {}

        /** It is none that this program reads. */
        record Unreadable() implements Shrunk {}

        /** It would take too much memory. */
        record TooLarge() implements Shrunk {}
    }

    /** A JPEG of at most so many bytes. */
    static Shrunk shrink(byte[] file, int most) {
        if (file.length > MOST_FILE_BYTES) {
            return new Shrunk.TooLarge();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return new Shrunk.Unreadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    return new Shrunk.TooLarge();
                }
                ImageReadParam how = reader.getDefaultReadParam();
                int gap = Math.max(1, Math.max(width, height) / READ_SIDE);
                how.setSourceSubsampling(gap, gap, 0, 0);
                return small(upright(reader.read(0, how), orientation(file)), most).<Shrunk>map(Shrunk.Small::new).orElseGet(Shrunk.Unreadable::new);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // A damaged or crafted file makes the readers of the platform fail in many ways; all mean the same here.
            return new Shrunk.Unreadable();
        }
    }

    private static Optional<Bytes> small(BufferedImage picture, int most) throws IOException {
        float quality = 0.82f;
        for (double side = FIRST_SIDE; side > LEAST_SIDE; side *= 0.82) {
            byte[] jpeg = written(scaled(picture, Math.min(1, side / Math.max(picture.getWidth(), picture.getHeight()))), quality);
            if (jpeg.length <= most) {
                return Optional.of(Bytes.of(jpeg));
            }
            quality = Math.max(0.5f, quality - 0.06f);
        }
        return Optional.empty();
    }

    private static BufferedImage scaled(BufferedImage picture, double part) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * part));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * part));
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = out.createGraphics();
        on.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        on.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        on.dispose();
        return out;
    }

    private static byte[] written(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Which way up the camera was held: EXIF tag 0x0112 of a JPEG, 1 to 8; 1 where it doesn't say. */
    static int orientation(byte[] file) {
        for (int at = 2; at + 4 < file.length && (file[at] & 0xff) == 0xff && (file[at + 1] & 0xff) != 0xda; at += 2 + u16(file, at + 2, false)) {
            if ((file[at + 1] & 0xff) == 0xe1 && at + 20 < file.length && file[at + 4] == 'E' && file[at + 5] == 'x') {
                return orientation(file, at + 10);
            }
        }
        return 1;
    }

    private static int orientation(byte[] file, int tiff) {
        boolean little = file[tiff] == 'I';
        int directory = tiff + (little ? u16(file, tiff + 4, true) : u16(file, tiff + 6, false));
        int entries = u16(file, directory, little);
        for (int i = 0; i < Math.min(entries, 64); i++) {
            int entry = directory + 2 + 12 * i;
            if (u16(file, entry, little) == 0x0112) {
                int value = u16(file, entry + 8, little);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    private static int u16(byte[] file, int at, boolean little) {
        if (at < 0 || at + 1 >= file.length) {
            return 0xffff;
        }
        int first = file[at] & 0xff;
        int second = file[at + 1] & 0xff;
        return little ? second << 8 | first : first << 8 | second;
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean turned = orientation >= 5;
        AffineTransform to = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        BufferedImage out = new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D on = out.createGraphics();
        on.setColor(Color.WHITE);
        on.fillRect(0, 0, out.getWidth(), out.getHeight());
        on.drawImage(picture, to, null);
        on.dispose();
        return out;
    }
}
