package weft.practice.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The family of a practice as a drawing: who derives from what, with titles and languages; no names of people and no numbers. */
public final class Family {
    private static final int WIDTH = 190;
    private static final int HEIGHT = 46;
    private static final int ACROSS = 30;
    private static final int DOWN = 46;
    private static final int TITLE = 26;
    private static final int MOST = 400;

    private Family() {}

    /**
     * A practice of the family.
     *
     * @param address by which others name it
     * @param title as it is shown
     * @param language as it is shown
     * @param parents what it was adapted or translated from; addresses
     */
    public record Relative(String address, String title, String language, Set<String> parents) {
        /** Keeps an unmodifiable copy. */
        public Relative {
            parents = Set.copyOf(parents);
        }
    }

    /** Where a box stands; x from the left, y from the top. */
    private record Box(Relative relative, int x, int y) {}

    /** The layers, oldest first. What claims to be its own ancestor is drawn as if it had no parents. */
    static List<List<Relative>> layers(List<Relative> family) {
        Map<String, Relative> all = new LinkedHashMap<>();
        family.stream().limit(MOST).forEach(each -> all.putIfAbsent(each.address(), each));
        Map<String, Integer> depth = new HashMap<>();
        // As many rounds as there are relatives settle every depth, unless there is a circle.
        boolean changed = true;
        for (int round = 0; changed && round <= all.size(); round++) {
            changed = false;
            for (Relative each : all.values()) {
                int wanted = each.parents().stream().filter(all::containsKey).mapToInt(parent -> depth.getOrDefault(parent, 0) + 1).max().orElse(0);
                if (wanted != depth.getOrDefault(each.address(), 0) && wanted <= all.size()) {
                    depth.put(each.address(), wanted);
                    changed = true;
                }
            }
        }
        List<List<Relative>> out = new ArrayList<>();
        boolean circle = changed;
        List<Integer> levels = all.keySet().stream().map(address -> circle ? 0 : depth.getOrDefault(address, 0)).distinct().sorted().toList();
        for (int level : levels) {
            out.add(new ArrayList<>(all.values().stream().filter(each -> (circle ? 0 : depth.getOrDefault(each.address(), 0)) == level).toList()));
        }
        for (int i = 1; i < out.size(); i++) {
            order(out.get(i), out.get(i - 1));
        }
        return out;
    }

    /** Children stand below the middle of their parents. */
    private static void order(List<Relative> layer, List<Relative> above) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < above.size(); i++) {
            place.put(above.get(i).address(), i);
        }
        layer.sort(Comparator.comparingDouble((Relative each) -> each.parents().stream().filter(place::containsKey).mapToInt(parent ->
                place.getOrDefault(parent, 0)).average().orElse(0))
                .thenComparing(Relative::title));
    }

    /** An SVG picture with a text for each box, so that it can be read aloud; safe to stand in a page. */
    public static String svg(List<Relative> family) {
        List<List<Relative>> layers = layers(family);
        int widest = layers.stream().mapToInt(List::size).max().orElse(1);
        int width = widest * (WIDTH + ACROSS) + ACROSS;
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (int row = 0; row < layers.size(); row++) {
            List<Relative> layer = layers.get(row);
            int start = (width - layer.size() * (WIDTH + ACROSS) + ACROSS) / 2;
            for (int column = 0; column < layer.size(); column++) {
                Relative each = layer.get(column);
                boxes.put(each.address(), new Box(each, start + column * (WIDTH + ACROSS), DOWN / 2 + row * (HEIGHT + DOWN)));
            }
        }
        int height = layers.size() * (HEIGHT + DOWN);
        StringBuilder out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\""
                + width + "\" height=\"" + height + "\" role=\"group\">");
        for (Box box : boxes.values()) {
            for (String parent : box.relative().parents().stream().sorted().toList()) {
                Box from = boxes.get(parent);
                if (from != null && from.y() < box.y()) {
                    out.append("<path fill=\"none\" stroke=\"currentColor\" d=\"M").append(from.x() + WIDTH / 2).append(' ').append(from.y() + HEIGHT)
                            .append(" L").append(box.x() + WIDTH / 2).append(' ').append(box.y()).append("\"/>");
                }
            }
        }
        for (Box box : boxes.values()) {
            box(out, box);
        }
        return out.append("</svg>").toString();
    }

    private static void box(StringBuilder out, Box box) {
        String title = box.relative().title();
        String shown = title.codePointCount(0, title.length()) > TITLE ? title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…" : title;
        out.append("<g><title>").append(escape(title)).append("</title><rect fill=\"none\" stroke=\"currentColor\" rx=\"6\" x=\"").append(box.x())
                .append("\" y=\"").append(box.y())
                .append("\" width=\"").append(WIDTH).append("\" height=\"").append(HEIGHT).append("\"/>");
        text(out, box.x(), box.y() + 20, shown);
        text(out, box.x(), box.y() + 37, box.relative().language());
        out.append("</g>");
    }

    private static void text(StringBuilder out, int x, int y, String words) {
        out.append("<text fill=\"currentColor\" font-size=\"13\" text-anchor=\"middle\" x=\"").append(x + WIDTH / 2).append("\" y=\"").append(y)
                .append("\">").append(escape(words)).append("</text>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
