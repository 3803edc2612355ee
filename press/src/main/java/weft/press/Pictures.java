package weft.press;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import weft.primitives.Bytes;

/**
 * The pictures of one text. Each is measured before it is decoded, so that a small file that unpacks to a huge picture is left out; what is
 * taken is drawn anew, which leaves behind the place and time that a camera writes into a file.
 */
public final class Pictures {
    /** Bytes that a picture's file may have. */
    public static final int FILE_BYTES = 8 << 20;
    /** Pixels that a picture may have. */
    public static final long PIXELS = 24_000_000;
    /** The longer side of what is kept, in pixels: 300 per inch on half a sheet. */
    private static final int LONGEST = 1600;
    private static final int MOST = 200;

    private final Function<String, Optional<Bytes>> files;
    private final boolean grey;
    private final List<String> remarks = new ArrayList<>();
    private int taken;

    /**
     * @param files the content of a picture's file by the address in the text
     * @param grey whether colours are dropped
     */
    public Pictures(Function<String, Optional<Bytes>> files, boolean grey) {
        this.files = files;
        this.grey = grey;
    }

    /** Why pictures were left out, a sentence each. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** A data address of the picture as it is to be printed; nothing where it is left out. */
    public Optional<String> address(String given) {
        return picture(given).map(png -> "data:image/png;base64," + png.base64());
    }

    /** The picture as PNG; nothing, and a remark, where it is left out. */
    public Optional<Bytes> picture(String given) {
        String name = given.startsWith("data:") ? "in the text" : given.length() > 60 ? given.substring(0, 60) + "…" : given;
        if (given.startsWith("http:") || given.startsWith("https:") || given.startsWith("//")) {
            return left("The picture " + name + " is on the net and was not fetched; put it beside the text.");
        }
        if (++taken > MOST) {
            return left("Only the first " + MOST + " pictures are taken.");
        }
        Optional<Bytes> file = given.startsWith("data:") ? data(given) : files.apply(given);
        if (file.isEmpty()) {
            return left("The picture " + name + " was not found.");
        }
        if (file.get().size() > FILE_BYTES) {
            return left("The picture " + name + " has more than 8 MiB; make it smaller.");
        }
        try {
            return decode(file.get()).or(() -> left("The picture " + name + " is no PNG, JPEG or GIF of up to 24 million pixels; make it smaller."));
        } catch (IOException | RuntimeException e) {
            return left("The picture " + name + " is damaged.");
        }
    }

    private Optional<Bytes> left(String why) {
        if (remarks.size() < 20 && !remarks.contains(why)) {
            remarks.add(why);
        }
        return Optional.empty();
    }

    private static Optional<Bytes> data(String address) {
        int comma = address.indexOf(";base64,");
        return comma < 0 ? Optional.empty() : Bytes.parseBase64(address.substring(comma + 8));
    }

    private Optional<Bytes> decode(Bytes file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file.toArray()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > PIXELS || width < 1 || height < 1) {
                    return Optional.empty();
                }
                return Optional.of(png(drawn(reader.read(0))));
            } finally {
                reader.dispose();
            }
        }
    }

    private BufferedImage drawn(BufferedImage source) {
        double factor = Math.min(1, (double) LONGEST / Math.max(source.getWidth(), source.getHeight()));
        int width = Math.max(1, (int) (source.getWidth() * factor));
        int height = Math.max(1, (int) (source.getHeight() * factor));
        BufferedImage out = new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = out.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(source, 0, 0, width, height, null);
        pen.dispose();
        return out;
    }

    static Bytes png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Bytes.wrap(out.toByteArray());
    }
}
