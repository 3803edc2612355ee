package weft.press;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Says in a PDF what glyphs mean that are whole words: the maps to Unicode (ISO 32000-1, 9.10.3) are written anew. */
final class Meanings {
    private static final Pattern RANGE = Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]+)>");
    private static final Pattern CHAR = Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]+)>");
    private static final int ROWS = 100;

    private Meanings() {}

    /** Changes every map of a document that names one of the stand-ins. */
    static void write(PDDocument document, Map<Integer, String> words) throws IOException {
        for (COSObject object : document.getDocument().getObjectsByType(COSName.FONT)) {
            if (object.getObject() instanceof COSDictionary font && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
                change(map, words);
            }
        }
    }

    private static void change(COSStream map, Map<Integer, String> words) throws IOException {
        String text;
        try (var in = map.createInputStream()) {
            text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        Map<Integer, String> codes = new java.util.TreeMap<>();
        for (String part : text.split("begin")) {
            Matcher row = part.startsWith("bfrange") ? RANGE.matcher(part) : part.startsWith("bfchar") ? CHAR.matcher(part) : null;
            while (row != null && row.find()) {
                boolean range = row.groupCount() == 3;
                int from = Integer.parseInt(row.group(1), 16);
                int to = range ? Integer.parseInt(row.group(2), 16) : from;
                String meant = unhex(row.group(row.groupCount()));
                for (int code = from; code <= to; code++) {
                    int last = meant.codePointBefore(meant.length());
                    codes.put(code, meant.substring(0, meant.length() - Character.charCount(last)) + Character.toString(last + code - from));
                }
            }
        }
        if (codes.values().stream().noneMatch(one -> words.containsKey(one.codePointAt(0)))) {
            return;
        }
        Map<Integer, String> told = new HashMap<>(codes);
        told.replaceAll((code, one) -> words.getOrDefault(one.codePointAt(0), one));
        try (OutputStream out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(written(told).getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String unhex(String hex) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i + 4 <= hex.length(); i += 4) {
            out.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
        }
        return out.isEmpty() ? "\ufffd" : out.toString();
    }

    private static String written(Map<Integer, String> codes) {
        StringBuilder out = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n<< /Registry (Adobe) "
                + "/Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n"
                + "endcodespacerange\n");
        List<Integer> order = new ArrayList<>(codes.keySet());
        order.sort(null);
        for (int i = 0; i < order.size(); i += ROWS) {
            List<Integer> few = order.subList(i, Math.min(order.size(), i + ROWS));
            out.append(few.size()).append(" beginbfchar\n");
            for (int code : few) {
                out.append('<').append(hex(code)).append("> <");
                codes.getOrDefault(code, "").chars().limit(250).forEach(unit -> out.append(hex(unit)));
                out.append(">\n");
            }
            out.append("endbfchar\n");
        }
        return out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }

    private static String hex(int unit) {
        return String.format(java.util.Locale.ROOT, "%04X", unit);
    }
}
