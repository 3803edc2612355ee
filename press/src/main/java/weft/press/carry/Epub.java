package weft.press.carry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import weft.practice.Front;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.press.Pictures;
import weft.primitives.Bytes;
import weft.primitives.Primitives;

/** A practice as an EPUB 3.3 book of one chapter. The same practice and time give the same bytes. */
public final class Epub {
    private static final String TYPE = "application/epub+zip";
    private static final String CSS = "body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid;padding:0.2em "
            + "0.5em;text-align:start}img{max-width:100%}"
            + "li.task{list-style:none}.tick{display:inline-block;width:0.8em;height:0.8em;border:1px "
            + "solid}.tick.done{background:currentColor}th.r,td.r{text-align:right}th.c,td.c{text-align:center}";

    private Epub() {}

    /**
     * Writes a book.
     *
     * @param now Unix seconds, the time of the book's last change
     * @param files the content of a picture's file by the address in the text
     * @param out gets the book; stays open
     */
    public static void write(Primitives primitives, Practice practice, long now, Function<String, Optional<Bytes>> files, OutputStream out) throws IOException {
        Map<String, Bytes> pictures = new LinkedHashMap<>();
        Pictures drawn = new Pictures(files, false);
        String body = weft.press.Clean.html(practice.text(), address -> drawn.picture(address).map(png -> {
            String name = "p" + (pictures.size() + 1) + ".png";
            pictures.put(name, png);
            return name;
        }));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        stored(zip, "mimetype", TYPE, now);
        text(zip, now, "META-INF/container.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container version=\"1.0\" "
                + "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">"
                + "<rootfiles><rootfile full-path=\"EPUB/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>\n");
        text(zip, now, "EPUB/book.opf", book(primitives, practice, now, List.copyOf(pictures.keySet())));
        text(zip, now, "EPUB/nav.xhtml", contents(practice));
        text(zip, now, "EPUB/text.xhtml", page(practice.front(), "<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>", aligned(body)));
        text(zip, now, "EPUB/style.css", CSS + "\n");
        // The source, so that the book can be taken in again without loss; readers pass over it.
        text(zip, now, Books.SOURCE, practice.write());
        for (Map.Entry<String, Bytes> picture : pictures.entrySet()) {
            entry(zip, now, "EPUB/" + picture.getKey());
            zip.write(picture.getValue().toArray());
            zip.closeEntry();
        }
        zip.finish();
    }

    private static String book(Primitives primitives, Practice practice, long now, List<String> pictures) {
        Front front = practice.front();
        String hash = primitives.sha256(Bytes.utf8(practice.write())).hex();
        // An identifier of the text itself (RFC 9562, version 8), so that the same practice is the same book everywhere.
        String id = "urn:uuid:" + hash.substring(0, 8) + "-" + hash.substring(8, 12) + "-8" + hash.substring(13, 16) + "-a" + hash.substring(17, 20)
                + "-" + hash.substring(20, 32);
        String time = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", java.util.Locale.ROOT)
                .format(LocalDateTime.ofInstant(Instant.ofEpochSecond(now), ZoneOffset.UTC));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" "
                + "xml:lang=\"" + front.language()
                + "\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">" + id + "</dc:identifier>\n<dc:title>"
                + WebPage.escape(front.title())
                + "</dc:title>\n<dc:language>" + front.language() + "</dc:language>\n"
                + (front.summary().isEmpty() ? "" : "<dc:description>" + WebPage.escape(front.summary()) + "</dc:description>\n")
                + (front.licence().isEmpty() ? "" : "<dc:rights>" + WebPage.escape(front.licence()) + "</dc:rights>\n")
                + "<meta property=\"dcterms:modified\">" + time + "</meta>\n<meta property=\"schema:accessMode\">textual</meta>\n</metadata>\n<manifest>\n"
                + "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n<item id=\"text\" "
                + "href=\"text.xhtml\" media-type=\"application/xhtml+xml\"/>\n"
                + "<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n"
                + "<item id=\"source\" href=\"practice.md\" media-type=\"text/markdown\"/>\n"
                + pictures.stream().map(name -> "<item id=\"" + name.replace(".", "-") + "\" href=\"" + name + "\" media-type=\"image/png\"/>\n")
                .collect(Collectors.joining())
                + "</manifest>\n<spine page-progression-direction=\"" + WebPage.direction(front.language())
                + "\">\n<itemref idref=\"text\"/>\n</spine>\n</package>\n";
    }

    private static String contents(Practice practice) {
        List<String> lines = new ArrayList<>();
        for (Markdown.Title title : Markdown.headings(practice.text())) {
            if (title.level() <= 2 && !title.text().isEmpty()) {
                lines.add("<li><a href=\"text.xhtml#" + title.id() + "\">" + WebPage.escape(title.text()) + "</a></li>");
            }
        }
        if (lines.isEmpty()) {
            lines.add("<li><a href=\"text.xhtml\">" + WebPage.escape(practice.front().title()) + "</a></li>");
        }
        return page(practice.front(), "", "<nav epub:type=\"toc\"><h1>" + WebPage.escape(practice.front().title()) + "</h1><ol>" + String.join("\n",
                lines) + "</ol></nav>");
    }

    private static String page(Front front, String head, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                + "xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"" + front.language()
                + "\" xml:lang=\"" + front.language() + "\" dir=\"" + WebPage.direction(front.language()) + "\">\n<head><title>"
                + WebPage.escape(front.title()) + "</title>" + head
                + "</head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    /** EPUB knows no {@code align}. */
    private static String aligned(String html) {
        return html.replaceAll("<(t[hd]) align=\"right\">", "<$1 class=\"r\">").replaceAll("<(t[hd]) align=\"center\">", "<$1 class=\"c\">")
                .replaceAll("<(t[hd]) align=\"left\">", "<$1>");
    }

    private static void text(ZipOutputStream zip, long now, String name, String text) throws IOException {
        entry(zip, now, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry entry(ZipOutputStream zip, long now, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofEpochSecond(now, 0, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        return entry;
    }

    /** The first file says what the whole is, and is not packed. */
    private static void stored(ZipOutputStream zip, String name, String text, long now) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(check.getValue());
        entry.setTimeLocal(LocalDateTime.ofEpochSecond(now, 0, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
