package weft.press.carry;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import weft.practice.Front;
import weft.practice.Practice;
import weft.practice.PracticeReader;
import weft.practice.carry.Embedded;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** Practices out of books and pages: those that Weft made come back as they were, those of others as Markdown. */
public final class Books {
    /** Where an EPUB that Weft made holds the source. */
    static final String SOURCE = "EPUB/practice.md";
    /** Bytes that a file may have. */
    public static final int LARGEST = Archive.PACKED;
    private static final int LICENCE = 100;
    private static final int SUMMARY = 1_000;
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    private Books() {}

    /**
     * Reads an EPUB, a page of HTML, or text.
     *
     * @param name what to call a text that says no title
     * @param language where it does not say
     */
    public static Checked<Practice> read(Bytes file, String name, String language) {
        if (file.size() > LARGEST) {
            return Checked.bad(BookFault.TOO_LARGE, file.size() + " bytes");
        }
        if (Archive.isOne(file)) {
            return Archive.read(file).then(archive -> book(archive, name, language));
        }
        if (!isText(file)) {
            return Checked.bad(BookFault.NOT_A_BOOK, "neither an archive nor text in UTF-8");
        }
        String text = file.text();
        Optional<String> source = Embedded.find(text);
        if (source.isPresent()) {
            return PracticeReader.read(source.get());
        }
        return looksLikeHtml(text) ? page(text, name, language) : PracticeReader.readAny(text, name, language);
    }

    private static Checked<Practice> book(Archive archive, String name, String language) {
        Optional<Bytes> source = archive.file(SOURCE);
        if (source.isPresent() && isText(source.get())) {
            return PracticeReader.read(source.get().text());
        }
        return new BookReader(archive).read(name, language);
    }

    private static boolean isText(Bytes file) {
        try {
            java.nio.charset.StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(file.toArray()));
            return true;
        } catch (java.nio.charset.CharacterCodingException e) {
            return false;
        }
    }

    private static boolean looksLikeHtml(String text) {
        String start = text.substring(0, Math.min(text.length(), 2_000)).stripLeading().toLowerCase(java.util.Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<?xml") || start.startsWith("<") && start.contains("<body");
    }

    private static Checked<Practice> page(String html, String name, String language) {
        Optional<BookFault> much = HtmlText.tooMuch(html);
        if (much.isPresent()) {
            return Checked.bad(much.get(), "a page");
        }
        Document document = Jsoup.parse(html);
        Element root = document.select("main").size() == 1 ? document.select("main").getFirst()
                : document.select("article").size() == 1 ? document.select("article").getFirst() : document.body();
        Optional<String> heading = Optional.ofNullable(root.selectFirst("h1")).map(Element::text);
        String title = heading.filter(text -> !text.isBlank()).orElse(document.title().isBlank() ? name : document.title());
        Inlaid pictures = new Inlaid(address -> Optional.empty());
        String text = new HtmlText(pictures::address, 0).of(root);
        return practice(title, language(document.select("html").attr("lang"), language), meta(document, "description"), meta(document, "license"),
                pictures.with(text));
    }

    private static String meta(Document document, String name) {
        return Optional.ofNullable(document.selectFirst("meta[name=" + name + "]")).map(found -> found.attr("content")).orElse("");
    }

    static String language(String said, String otherwise) {
        String tag = said.strip();
        int dash = tag.indexOf('-');
        String lower = dash < 0 ? tag.toLowerCase(java.util.Locale.ROOT) : tag.substring(0, dash).toLowerCase(java.util.Locale.ROOT) + tag.substring(dash);
        return lower.matches(LANGUAGE) ? lower : otherwise;
    }

    /** A practice of what was found, held to the rules of the format. */
    static Checked<Practice> practice(String title, String language, String summary, String licence, String text) {
        if (text.isBlank()) {
            return Checked.bad(BookFault.NO_TEXT, "no text");
        }
        String line = line(title, PracticeReader.TITLE_CHARACTERS);
        Front bare = Front.of(line, language);
        String rights = line(licence, Integer.MAX_VALUE);
        Front front = new Front(bare.title(), bare.language(), line(summary, SUMMARY), bare.kinds(), bare.seasons(), bare.serves(), bare.materials(),
                rights.length() <= LICENCE ? rights : "", bare.derivedFrom(), bare.translationOf(), bare.sourceParagraphs());
        return PracticeReader.read(new Practice(front, text + "\n").write());
    }

    private static String line(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        return line.length() <= most ? line : line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most).strip();
    }
}
