package weft.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.jdk.JdkPrimitives;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.practice.PracticeFault;
import weft.practice.Shelf;
import weft.press.carry.BookFault;
import weft.press.carry.Books;
import weft.press.carry.Epub;
import weft.press.carry.WebPage;
import weft.primitives.Bytes;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/** Books and pages that come in: our own as they were, those of others as Markdown, hostile ones not at all. */
class BooksTest {
    private static final String CONTAINER = "<?xml version='1.0'?><container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
            + "<rootfile full-path='OPS/content.opf' media-type='application/oebps-package+xml'/></rootfiles></container>";
    private static final String XHTML = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>"
            + "<style>p{color:red}</style></head><body>";

    private static Bytes zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return Bytes.wrap(out.toByteArray());
    }

    private static Map<String, byte[]> book(String... chapters) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("mimetype", text("application/epub+zip"));
        files.put("META-INF/container.xml", text(CONTAINER));
        StringBuilder items = new StringBuilder("<item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>");
        StringBuilder spine = new StringBuilder("<itemref idref='nav'/>");
        for (int i = 0; i < chapters.length; i++) {
            String name = "text/ch " + i + ".xhtml";
            files.put("OPS/" + name, text(XHTML + chapters[i] + "</body></html>"));
            items.append("<item id='c").append(i).append("' href='text/ch%20").append(i).append(".xhtml' media-type='application/xhtml+xml'/>");
            spine.append("<itemref idref='c").append(i).append("'/>");
        }
        files.put("OPS/nav.xhtml", text(XHTML + "<nav><ol><li>Contents of the book</li></ol></nav></body></html>"));
        files.put("OPS/content.opf", text("<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                + "<metadata><dc:title>A pot &amp; a lid</dc:title><dc:language>PT-BR</dc:language><dc:rights>CC-BY-4.0</dc:rights>"
                + "<dc:description>&lt;p&gt;How to cook&lt;/p&gt;</dc:description></metadata><manifest>" + items + "</manifest><spine>" + spine
                + "</spine></package>"));
        return files;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Practice taken(Bytes file) {
        return Books.read(file, "file", "en").orThrow();
    }

    private static Fault fault(Bytes file) {
        return Books.read(file, "file", "en") instanceof Checked.Bad<Practice> bad ? bad.fault() : null;
    }

    @Test
    void whatWeftMadeComesBackAsItWas() throws IOException {
        Practice practice = Shelf.read("kitchen-for-50", "fr").orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Epub.write(new JdkPrimitives(), practice, 1_790_000_000L, name -> Optional.empty(), out);
        assertThat(taken(Bytes.wrap(out.toByteArray()))).isEqualTo(practice);
        assertThat(taken(Bytes.utf8(WebPage.html(practice, name -> Optional.empty())))).isEqualTo(practice);
        assertThat(taken(Bytes.utf8(practice.write()))).isEqualTo(practice);
    }

    @Test
    void aBookOfOthersBecomesMarkdownInTheOrderOfItsSpine() throws IOException {
        Map<String, byte[]> files = book("<section><h1 id='a'>Fire</h1><p>Light <b>the fire</b>, <i>slowly</i>,<br/>then\nwait<a href='#n1'><sup>1</sup></a>. <a href='#r1' role='doc-backlink'>back to the text</a> <a href='https://example.org/x'>More</a> "
                + "<a href='ch%201.xhtml'>inside</a> 2*3*4 [not a link](x) # no</p><ul><li>one<ol><li>deep</li></ol></li><li><p>two</p></li></ul></section>",
                "<section epub:type='titlepage' xmlns:epub='http://www.idpf.org/2007/ops'><h1>A pot</h1><p>By nobody</p></section>", "<h1>Water</h1><table><thead><tr><th>what</th><th>for 50</th></tr></thead><tbody><tr><td>rice</td><td>5 <b>kg</b></td></tr></tbody></table>"
                + "<blockquote><p>Say so.</p></blockquote><pre><code>a\n  b</code></pre><p><img src='../pics/pot.png' alt='a pot'/></p>"
                + "<p><img src='https://example.org/far.png' alt='far'/></p><dl><dt>Ladle</dt><dd>A large spoon.</dd></dl>");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        files.put("OPS/pics/pot.png", png.toByteArray());
        Practice practice = taken(zip(files));
        assertThat(practice.front().title()).isEqualTo("A pot & a lid");
        assertThat(practice.front().language()).isEqualTo("pt-BR");
        assertThat(practice.front().summary()).isEqualTo("How to cook");
        assertThat(practice.front().licence()).isEqualTo("CC-BY-4.0");
        assertThat(practice.text()).startsWith("## Fire\n").contains("**the fire**", "*slowly*", "[More](https://example.org/x)", "- two", "> Say so.",
                "![a pot][p1]", "[p1]: data:image/jpeg;base64,", "**Ladle**").doesNotContain("Contents of the book", "color:red", "](ch");
        String html = Markdown.html(practice.text(), address -> Optional.of("x.png"));
        assertThat(html).contains("2*3*4 [not a link](x) # no", "<td>5 <strong>kg</strong></td>", "<pre><code>a\n  b\n</code></pre>", "[far]")
                .containsSubsequence("Fire", "Water");
        assertThat(html.split("<li>", -1)).hasSize(4);
        assertThat(html).contains("wait[1]").doesNotContain("By nobody", "back to the text");
    }

    @Test
    void aPageOfHtmlIsReadWithoutItsScripts() {
        Practice practice = taken(Bytes.utf8("<!doctype html><html lang=fr><head><title>Soupe</title><meta name=description content='Pour tous'></head><body><nav>menu</nav>"
                + "<main><h1>La soupe</h1><p onclick=alert(1)>Chaude<script>alert(1)</script><iframe src=x></iframe> <img src=x onerror=alert(1) alt=pot>"
                + "<ul><li><input type=checkbox>laver<li><input type=checkbox checked>servir</ul>&lt;script&gt;</main><footer>pied</footer></body></html>"));
        assertThat(practice.front().title()).isEqualTo("La soupe");
        assertThat(practice.front().language()).isEqualTo("fr");
        assertThat(practice.front().summary()).isEqualTo("Pour tous");
        assertThat(practice.text()).contains("# La soupe", "Chaude", "- [ ] laver", "- [x] servir").doesNotContain("alert", "menu", "pied");
        assertThat(Markdown.html(practice.text())).contains("class=\"tick\"", "class=\"tick done\"", "[pot]", "&lt;script&gt;").doesNotContain("onerror");
    }

    @Test
    void whatIsNoBookOrLockedIsRefusedWithAReason() throws IOException {
        assertThat(fault(Bytes.hex("255044462d312e370affd8ff00"))).isEqualTo(BookFault.NOT_A_BOOK);
        assertThat(fault(zip(Map.of("a.txt", text("x"))))).isEqualTo(BookFault.NOT_A_BOOK);
        Bytes whole = zip(book("<p>Text of some length, so that there is something to cut off.</p>"));
        assertThat(fault(whole.slice(0, whole.size() / 3))).isEqualTo(BookFault.DAMAGED);
        assertThat(fault(zip(book("<p> </p>")))).isEqualTo(BookFault.NO_TEXT);
        assertThat(fault(Bytes.EMPTY)).isEqualTo(PracticeFault.NO_TEXT);
        Map<String, byte[]> locked = book("<p>noise</p>");
        locked.put("META-INF/encryption.xml", text("<encryption><enc:EncryptedData xmlns:enc='x'><enc:CipherData><enc:CipherReference URI='OPS/text/ch%200.xhtml'/>"
                + "</enc:CipherData></enc:EncryptedData></encryption>"));
        assertThat(fault(zip(locked))).isEqualTo(BookFault.LOCKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<!-- nothing -->", "<html></html>", "<!doctype html><html><head><title>A shop</title></head><body><div id=app></div><script>start()</script>"
            + "<noscript>Switch scripts on</noscript></body></html>", "<html><body><hr><table><tr><td></td><td> </td></tr></table><ul><li><input type=checkbox></ul></body></html>",
            "<body><img alt='a scan of page one' src='data:image/png;base64,PICTURE'></body>", "<form>Name</form>", "<p>…</p>"})
    void aPageWithoutTextIsRefusedAndNotTakenInEmpty(String page) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", png);
        Bytes file = Bytes.utf8(page.replace("PICTURE", Bytes.wrap(png.toByteArray()).base64()));
        assertThat(Books.read(file, "shop.html", "en")).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(BookFault.NO_TEXT));
        assertThat(fault(zip(book(file.text().replaceAll("<[a-z]+ src=x>|<!doctype html>", ""))))).isEqualTo(BookFault.NO_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- saved --><html><head><title>Bread</title></head><body><p>Knead.</p>", "\ufeff<html><title>Bread</title><body>Knead.",
            "<h1>Bread</h1><p>Knead.</p>", "<title>Bread</title><p>Knead.</p>", "<html><head><title>x</title></head><body><h1></h1><h1>Bread</h1>Knead.</body></html>",
            "<?xml version='1.0' encoding='utf-8'?><html><head><title>Bread</title></head><body><p>Knead.</p></body></html>",
            "<body><header><h1>Bread</h1></header><main><p>Knead.</p></main></body>"})
    void aPageIsCalledByItsHeadingOrItsTitle(String page) {
        Practice practice = Books.read(Bytes.utf8(page), "saved page (3).html", "en").orThrow();
        assertThat(practice.front().title()).isEqualTo("Bread");
        assertThat(practice.text()).contains("Knead.").doesNotContain("<");
    }

    @Test
    void whatSaysNoTitleIsCalledAsItsFile() throws IOException {
        assertThat(Books.read(Bytes.utf8("<p>Knead.</p>"), "bread.html", "en").orThrow().front().title()).isEqualTo("bread");
        Map<String, byte[]> files = book("<p>First.</p>", "<h1>Bread</h1><p>Knead.</p>");
        files.put("OPS/content.opf", text(new String(files.get("OPS/content.opf"), StandardCharsets.UTF_8).replaceFirst("<dc:title>.*</dc:title>", "")));
        assertThat(Books.read(zip(files), "x.epub", "en").orThrow().front().title()).isEqualTo("Bread");
        files.put("OPS/text/ch 1.xhtml", text(XHTML + "<p>Knead.</p></body></html>"));
        assertThat(Books.read(zip(files), "x.epub", "en").orThrow().front().title()).isEqualTo("x");
    }

    @Test
    void markdownThatBeginsWithATagStaysMarkdown() {
        Practice practice = Books.read(Bytes.utf8("<p align=center>logo</p>\n\n# Bread\n\nKnead."), "README.md", "en").orThrow();
        assertThat(practice.front().title()).isEqualTo("Bread");
        assertThat(practice.text()).contains("# Bread");
    }

    @Test
    void aPageInAnotherSetOfCharactersIsRead() {
        byte[] page = "<html><head><meta charset=windows-1252><title>Pur\u00e9e</title></head><body>D\u00e9j\u00e0 \u2013 \u20ac</body></html>".getBytes(java.nio.charset.Charset.forName("windows-1252"));
        Practice practice = Books.read(Bytes.wrap(page), "x.htm", "fr").orThrow();
        assertThat(practice.front().title()).isEqualTo("Pur\u00e9e");
        assertThat(practice.text()).contains("D\u00e9j\u00e0 \u2013 \u20ac");
        assertThat(fault(Bytes.wrap("<meta charset=martian>\u00e9".getBytes(StandardCharsets.ISO_8859_1)))).isEqualTo(BookFault.NOT_A_BOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.sh", "/etc/evil", "a/../../evil", "..\\evil"})
    void aNameThatLeadsOutIsRefused(String name) throws IOException {
        Map<String, byte[]> files = book("<p>Text.</p>");
        files.put(name, text("x"));
        assertThat(fault(zip(files))).isEqualTo(BookFault.UNSAFE_NAME);
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        Map<String, byte[]> files = book("<p>Text.</p>");
        files.put("OPS/bomb", new byte[40 << 20]);
        assertThat(fault(zip(files))).isEqualTo(BookFault.TOO_LARGE);
        Map<String, byte[]> many = book("<p>Text.</p>");
        for (int i = 0; i < 2_001; i++) {
            many.put("OPS/" + i, new byte[0]);
        }
        assertThat(fault(zip(many))).isEqualTo(BookFault.TOO_LARGE);
        Map<String, byte[]> inAll = book("<p>Text.</p>");
        for (int i = 0; i < 5; i++) {
            inAll.put("OPS/part" + i, new byte[15 << 20]);
        }
        assertThat(fault(zip(inAll))).isEqualTo(BookFault.TOO_LARGE);
        assertThat(fault(Bytes.wrap(new byte[Books.LARGEST + 1]))).isEqualTo(BookFault.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ul><li>", "<div>", "<b>", "<table><tr><td>", "<blockquote>", "<a href=https://example.org>x", "<p>", "&amp;", "<!--", "<svg>", "<li>x", "<b></i>", "<b></b"})
    void tenMegabytesOfNestedElementsAreHarmless(String piece) {
        Checked<Practice> read = Books.read(Bytes.utf8("<html><body>x" + piece.repeat(10_000_000 / piece.length())), "file", "en");
        assertThat(read).satisfiesAnyOf(one -> assertThat(one).isInstanceOf(Checked.Good.class), one -> assertThat(((Checked.Bad<?>) one).fault())
                .isIn(PracticeFault.TOO_LONG, BookFault.NO_TEXT, BookFault.TOO_DEEP, BookFault.TOO_LARGE));
    }

    @Test
    void entitiesOfTheirOwnAreNotOpened() throws IOException {
        Map<String, byte[]> files = book("<p>Text.</p>");
        files.put("OPS/text/ch 0.xhtml", text("<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b '&a;&a;'>]><html><body>"
                + "<p>Before &a; &b; after</p></body></html>"));
        assertThat(taken(zip(files)).text()).contains("Before").doesNotContain("root:");
    }
}
