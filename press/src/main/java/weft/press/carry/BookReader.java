package weft.press.carry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import weft.practice.Practice;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** An EPUB that another program made (EPUB 2 and 3): its chapters in the order of the spine as one text, and its pictures. */
final class BookReader {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String LOCKS = "META-INF/encryption.xml";

    /** Bytes that the file has at most which names the book's. */
    private static final int SMALL = 20_000;

    private final Archive archive;

    BookReader(Archive archive) {
        this.archive = archive;
    }

    private record Chapter(String name, Element body) {}

    private static Document xml(Bytes file) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(file.toArray()), null, "", Parser.xmlParser());
        } catch (IOException | RuntimeException e) {
            return new Document("");
        }
    }

    Checked<Practice> read(String name, String language) {
        Optional<String> book = archive.file(CONTAINER).filter(file -> file.size() < SMALL).map(BookReader::xml)
                .flatMap(found -> Optional.ofNullable(found.selectFirst("rootfile[full-path]"))).map(root -> root.attr("full-path"));
        Optional<Bytes> inside = book.flatMap(archive::file);
        if (inside.isEmpty()) {
            return Checked.bad(BookFault.NOT_A_BOOK, "no package document");
        }
        Optional<BookFault> most = HtmlText.tooMuch(inside.get().text());
        if (most.isPresent()) {
            return Checked.bad(most.get(), "the package");
        }
        Document opf = xml(inside.get());
        List<String> spine = spine(opf, book.orElseThrow());
        if (locked(spine)) {
            return Checked.bad(BookFault.LOCKED, "encrypted");
        }
        List<Chapter> chapters = new ArrayList<>();
        for (String file : spine) {
            Optional<BookFault> much = archive.file(file).map(Bytes::text).flatMap(HtmlText::tooMuch);
            if (much.isPresent()) {
                return Checked.bad(much.get(), "a chapter");
            }
            archive.file(file).map(BookReader::body).filter(body -> !isTitlePage(body)).ifPresent(body -> chapters.add(new Chapter(file, body)));
        }
        return text(opf, chapters, name, language);
    }

    /** The names of the chapters' files; what is only a table of contents is left out. */
    private List<String> spine(Document opf, String book) {
        Map<String, Element> items = new LinkedHashMap<>();
        tags(opf, "item").forEach(item -> items.putIfAbsent(item.attr("id"), item));
        List<String> out = new ArrayList<>();
        for (Element reference : tags(opf, "itemref")) {
            Element item = items.get(reference.attr("idref"));
            if (item != null && !(" " + item.attr("properties") + " ").contains(" nav ")) {
                Archive.resolve(book, item.attr("href")).filter(file -> !out.contains(file)).ifPresent(out::add);
            }
        }
        return out;
    }

    /** Elements by their name, whatever the prefix. */
    private static List<Element> tags(Document document, String name) {
        return document.getAllElements().stream().filter(element -> element.normalName().equals(name) || element.normalName().endsWith(":" + name)).toList();
    }

    /** A page that says only what the book's data say too. */
    private static boolean isTitlePage(Element body) {
        return body.attr("epub:type").contains("titlepage") || !body.children().isEmpty() && body.children().stream().allMatch(child -> child.attr("epub:type")
                .contains("titlepage"));
    }

    private boolean locked(List<String> spine) {
        return archive.file(LOCKS).filter(file -> HtmlText.tooMuch(file.text()).isEmpty()).map(BookReader::xml)
                .map(locks -> tags(locks, "cipherreference").stream().map(one -> one.attr("URI"))
                .flatMap(address -> Archive.resolve("", address).stream()).anyMatch(spine::contains)).orElse(false);
    }

    /** A chapter's body: read as XML, which it should be, else as a browser would. */
    private static Element body(Bytes file) {
        Document strict = xml(file);
        Optional<Element> body = tags(strict, "body").stream().findFirst();
        if (body.isPresent() && !body.get().text().isBlank()) {
            return body.get();
        }
        return Jsoup.parse(file.text()).body();
    }

    private Checked<Practice> text(Document opf, List<Chapter> chapters, String name, String language) {
        long tops = chapters.stream().mapToLong(chapter -> chapter.body().select("h1").size()).sum();
        List<String> texts = new ArrayList<>();
        Inlaid pictures = new Inlaid(archive::file);
        for (Chapter chapter : chapters) {
            String text = new HtmlText(address -> picture(chapter, address).flatMap(pictures::address), tops > 1 ? 1 : 0).of(chapter.body());
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return Books.practice(Optional.of(first(opf, "title")).filter(title -> !title.isBlank())
                .or(() -> chapters.stream().flatMap(one -> Books.heading(one.body()).stream()).findFirst()).orElse(name),
                Books.language(first(opf, "language"), language), Jsoup.parse(first(opf, "description")).text(), first(opf, "rights"),
                pictures.with(String.join("\n\n", texts)));
    }

    private static Optional<String> picture(Chapter chapter, String address) {
        return address.startsWith("data:") ? Optional.of(address) : Archive.resolve(chapter.name(), address);
    }

    private static String first(Document opf, String name) {
        return tags(opf, name).stream().map(Element::text).findFirst().orElse("");
    }
}
