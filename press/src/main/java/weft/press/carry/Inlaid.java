package weft.press.carry;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.ImageIO;
import weft.press.Pictures;
import weft.primitives.Bytes;

/** Pictures of a book, made small and put at the end of a text, so that what people write by stays readable; as many as there is room for. */
final class Inlaid {
    /** Characters that all pictures of a text may take together: half of what a shelf takes. */
    private static final int ROOM = 300_000;
    private static final int LONGEST = 900;

    private final Pictures read;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder end = new StringBuilder();

    Inlaid(Function<String, Optional<Bytes>> files) {
        read = new Pictures(files, false);
    }

    /** The address under which a picture stands in the tree; {@link #with} turns it into a reference. */
    Optional<String> address(String given) {
        String known = names.get(given);
        if (known == null) {
            known = read.picture(given).map(this::small).orElse("");
            if (end.length() + known.length() > ROOM) {
                known = "";
            }
            if (!known.isEmpty()) {
                String name = "p" + (names.size() + 1);
                end.append("[").append(name).append("]: ").append(known).append('\n');
                known = "weft-picture:" + name;
            }
            names.put(given, known);
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /** The text with its pictures. */
    String with(String text) {
        String told = text.replaceAll("\\]\\(<?weft-picture:(p[0-9]+)>?\\)", "][$1]");
        return end.isEmpty() ? told : told + "\n\n" + end.toString().stripTrailing();
    }

    private String small(Bytes png) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png.toArray()));
            double factor = Math.min(1, (double) LONGEST / Math.max(picture.getWidth(), picture.getHeight()));
            int width = Math.max(1, (int) (picture.getWidth() * factor));
            int height = Math.max(1, (int) (picture.getHeight() * factor));
            BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = out.createGraphics();
            pen.setColor(Color.WHITE);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
            pen.dispose();
            ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
            ImageIO.write(out, "jpeg", jpeg);
            return "data:image/jpeg;base64," + Bytes.wrap(jpeg.toByteArray()).base64();
        } catch (IOException e) {
            return "";
        }
    }
}
