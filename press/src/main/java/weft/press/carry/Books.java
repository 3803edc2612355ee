package weft.press.carry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]\n]*\\]\\[p[0-9]+\\]|(?m)^\\[p[0-9]+\\]: data:.*$");
    private static final Pattern CHARSET = Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?([a-z0-9_-]{2,30})");
    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    private Books() {}

    /**
     * Reads an EPUB, a page of HTML, or text.
     *
     * @param fileName what the file is called; without its ending the title of a text that says none, and its ending tells HTML from Markdown
     * @param language where it does not say
     */
    public static Checked<Practice> read(Bytes file, String fileName, String language) {
        String name = fileName.replaceFirst("\\.[A-Za-z]+$", "");
        if (file.size() > LARGEST) {
            return Checked.bad(BookFault.TOO_LARGE, file.size() + " bytes");
        }
        if (Archive.isOne(file)) {
            return Archive.read(file).then(archive -> book(archive, name, language));
        }
        Optional<String> known = text(file);
        if (known.isEmpty()) {
            return Checked.bad(BookFault.NOT_A_BOOK, "neither an archive nor text in UTF-8");
        }
        String text = known.get();
        Optional<String> source = Embedded.find(text);
        if (source.isPresent()) {
            return PracticeReader.read(source.get());
        }
        return looksLikeHtml(text, fileName) ? page(text, name, language) : PracticeReader.readAny(text, name, language);
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

    /** The text of a file in UTF-8, or of a page of HTML that names another set of characters. */
    private static Optional<String> text(Bytes file) {
        if (isText(file)) {
            return Optional.of(file.text().replaceFirst("^\ufeff", ""));
        }
        String start = new String(file.slice(0, Math.min(file.size(), 2_000)).toArray(), java.nio.charset.StandardCharsets.ISO_8859_1);
        Matcher said = CHARSET.matcher(start);
        if (!start.stripLeading().startsWith("<") || !said.find() || start.indexOf(0) >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(file.toArray(), java.nio.charset.Charset.forName(said.group(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a text begins as HTML; where its name says so, that it begins with any tag will do, for Markdown may hold tags too. */
    private static boolean looksLikeHtml(String text, String fileName) {
        String start = text.substring(0, Math.min(text.length(), 4_000)).toLowerCase(java.util.Locale.ROOT)
                .replaceAll("(?s)<!--.*?(-->|$)", "").stripLeading();
        boolean named = fileName.toLowerCase(java.util.Locale.ROOT).matches(".*\\.x?html?");
        return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<?xml") || start.startsWith("<head")
                || start.startsWith("<title") || start.startsWith("<meta") || start.startsWith("<") && (start.contains("<body") || named)
                || named && (start.isEmpty() || text.matches("(?is).*</(p|div|h[1-6]|body|html)>.*"));
    }

    private static Checked<Practice> page(String html, String name, String language) {
        Optional<BookFault> much = HtmlText.tooMuch(html);
        if (much.isPresent()) {
            return Checked.bad(much.get(), "a page");
        }
        Document document = Jsoup.parse(html);
        Element root = document.select("main").size() == 1 ? document.select("main").getFirst()
                : document.select("article").size() == 1 ? document.select("article").getFirst() : document.body();
        String title = heading(root).or(() -> Optional.of(document.title()).filter(text -> !text.isBlank())).or(() -> heading(document.body())).orElse(name);
        Inlaid pictures = new Inlaid(address -> Optional.empty());
        String text = new HtmlText(pictures::address, 0).of(root);
        return practice(title, language(document.select("html").attr("lang"), language), meta(document, "description"), meta(document, "license"),
                pictures.with(text));
    }

    /** What the first heading of the first level says; nothing where it is a picture, or there is none. */
    static Optional<String> heading(Element root) {
        return root.select("h1").stream().map(Element::text).filter(text -> !text.isBlank()).findFirst();
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
        // Rules, boxes and empty tables are no text, nor are names of pictures.
        if (PICTURE.matcher(text).replaceAll("").codePoints().noneMatch(Character::isLetterOrDigit)) {
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
