package weft.press;

import weft.practice.Shelf;
import weft.practice.Front;
import weft.practice.Practice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import weft.press.Booklets;
import weft.press.Fonts;
import weft.press.Paper;
import weft.press.PrintStop;
import weft.press.Printed;
import weft.press.Progress;
import weft.press.Sheets;
import weft.press.Wish;
import weft.primitives.Bytes;

/** Practices on paper. */
class PrintTest {
    @TempDir Path folder;

    private record Result(Printed printed, Bytes pdf) {}

    private static Result print(Practice practice, Wish.Form form, Paper paper, boolean grey, Function<String, Optional<Bytes>> files) throws PrintStop,
            IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printed printed = Booklets.print(practice, new Wish(form, paper, grey, Optional.of("https://example.org/kitchen")), Fonts.bundled(), files, out,
                (stage, done, of) -> { });
        return new Result(printed, Bytes.wrap(out.toByteArray()));
    }

    private static Result print(Practice practice, Wish.Form form) throws PrintStop, IOException {
        return print(practice, form, Paper.A4, false, name -> Optional.empty());
    }

    private static PDDocument open(Result result) throws IOException {
        return Loader.loadPDF(result.pdf().toArray());
    }

    @Test
    void sheetsHoldEveryPageOnceAndFoldRight() {
        assertThat(Sheets.booklet(8, false).stream().map(Sheets.Side::pages)).containsExactly(List.of(8, 1), List.of(2, 7), List.of(6, 3), List.of(4, 5));
        assertThat(Sheets.booklet(5, false).stream().map(Sheets.Side::pages)).containsExactly(List.of(5, 1), List.of(2, 0), List.of(0, 3), List.of(4, 0));
        assertThat(Sheets.booklet(4, true).stream().map(Sheets.Side::pages)).containsExactly(List.of(1, 4), List.of(3, 2));
        assertThat(Sheets.booklet(1, false).stream().map(Sheets.Side::pages)).containsExactly(List.of(0, 1), List.of(0, 0));
        for (int pages = 1; pages < 120; pages++) {
            List<Sheets.Side> sides = Sheets.booklet(pages, false);
            assertThat(sides.size()).isEqualTo((pages + 3) / 4 * 2);
            List<Integer> all = sides.stream().flatMap(side -> side.pages().stream()).filter(page -> page > 0).toList();
            assertThat(new TreeSet<>(all)).hasSize(pages).hasSameSizeAs(all);
            assertThat(sides.getFirst().towardsFold()).isZero();
            assertThat(sides.getLast().towardsFold()).as("inner sheets reach further out").isGreaterThanOrEqualTo(sides.getFirst().towardsFold());
        }
        assertThat(Sheets.leaflet(6, false).stream().map(Sheets.Side::pages)).containsExactly(List.of(5, 6, 1), List.of(2, 3, 4));
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void aBookletIsImposedTaggedAndEmbedded(Paper paper) throws Exception {
        Result result = print(Shelf.read("kitchen-for-50", "en").orElseThrow(), Wish.Form.BOOKLET, paper, false, name -> Optional.empty());
        try (PDDocument document = open(result)) {
            assertThat(document.getNumberOfPages()).isEqualTo(result.printed().pages()).isEqualTo(result.printed().sheets() * 2);
            PDRectangle box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isEqualTo(paper.height());
            assertThat(box.getHeight()).isEqualTo(paper.width());
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("A kitchen for fifty");
            String first = text(document, 1);
            assertThat(first).contains("A kitchen for fifty", "Copy it, adapt it").doesNotContain("Chickpea");
            assertThat(text(document, 1, document.getNumberOfPages())).contains("chickpeas, dry", "Sharp knives save", "Contents");
        }
        outsideTools(result, "A kitchen for fifty");
    }

    @Test
    void aTableOfContentsIsLeftOutWhereItWouldCostASheet() throws Exception {
        Result result = print(Shelf.read("tool-library", "en").orElseThrow(), Wish.Form.BOOKLET);
        try (PDDocument document = open(result)) {
            assertThat(result.printed().sheets()).isEqualTo(1);
            assertThat(text(document, 1, 2)).contains("Start with twenty", "Copy it, adapt it").doesNotContain("Contents");
        }
    }

    /** What others say of the PDF; silent where they are not installed. */
    private void outsideTools(Result result, String title) throws Exception {
        Path file = folder.resolve("b.pdf");
        Files.write(file, result.pdf().toArray());
        Assumptions.assumeTrue(Files.exists(Path.of("/usr/bin/qpdf")) && Files.exists(Path.of("/usr/bin/pdfinfo")), "qpdf and poppler-utils are not installed");
        assertThat(run("qpdf", "--check", file.toString())).contains("No syntax or stream encoding errors");
        assertThat(run("pdfinfo", file.toString())).contains("Tagged:          yes").contains(title);
        assertThat(run("pdffonts", file.toString()).lines().skip(2)).isNotEmpty().allSatisfy(line -> assertThat(line).containsPattern("yes yes yes"));
        String read = run("pdfinfo", "-struct-text", file.toString());
        assertThat(read.indexOf("What you cook")).as("in the order of the text, not of the sheets").isLessThan(read.indexOf("Sharp knives"));
        assertThat(read.indexOf("Sharp knives")).isPositive().isLessThan(read.indexOf("Copy it, adapt it"));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    private static String text(PDDocument document, int page) throws IOException {
        return text(document, page, page);
    }

    private static String text(PDDocument document, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everyPracticeOfTheShelfFitsALeafletAndABooklet(String language) throws Exception {
        for (String name : List.of("start-and-end-a-circle", "heat-and-cold", "phone-tree")) {
            Result leaflet = print(Shelf.read(name, language).orElseThrow(), Wish.Form.LEAFLET);
            assertThat(leaflet.printed().pages()).isEqualTo(2);
            try (PDDocument document = open(leaflet)) {
                assertThat(text(document, 1)).contains(Shelf.read(name, language).orElseThrow().front().title().split(" ")[0]);
            }
        }
    }

    @Test
    void pagesAreNumberedAndTheContentsPointToThem() throws Exception {
        try (PDDocument document = open(print(Shelf.read("kitchen-for-50", "en").orElseThrow(), Wish.Form.PAGES))) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(419f, 422f);
            assertThat(text(document, 2)).containsPattern("What you cook +\\.+ ?3");
            assertThat(text(document, 3)).contains("This is the smallest kitchen").containsPattern("(?m)^3$");
            assertThat(text(document, 1)).as("the cover has no number").doesNotContainPattern("(?m)^1$");
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
        }
    }

    @Test
    void arabicRunsFromTheRightWithItsOwnFont() throws Exception {
        Practice practice = new Practice(Front.of("مطبخ لخمسين", "ar"),
                "# مطبخ لخمسين\n\nهذا أصغر مطبخ، مع English و עברית.\n\n| ماذا | كم |\n|---|---|\n| حمص | 5 |\n");
        try (PDDocument document = open(print(practice, Wish.Form.PAGES))) {
            TreeSet<String> fonts = new TreeSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name).getName().replaceFirst("^.*\\+", ""));
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(fonts).contains("NotoSansArabic-Regular", "NotoSansHebrew-Regular", "NotoSans-Regular");
            assertThat(ink(new PDFRenderer(document).renderImageWithDPI(1, 40), true)).as("the right half has more ink than the left").isTrue();
        }
    }

    private static boolean ink(BufferedImage page, boolean right) {
        long[] halves = new long[2];
        for (int y = 0; y < page.getHeight() * 9 / 10; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                halves[x * 2 / page.getWidth()] += 255 - (page.getRGB(x, y) & 0xff);
            }
        }
        return right ? halves[1] > halves[0] : halves[0] > halves[1];
    }

    @Test
    void aScriptWithoutAFontIsAClearSentence() {
        Practice practice = new Practice(Front.of("ኩሽና", "am"), "ለሃምሳ ሰዎች ኩሽና\n");
        assertThatThrownBy(() -> print(practice, Wish.Form.BOOKLET)).isInstanceOf(PrintStop.class).hasMessageContaining("NotoSansEthiopic-Regular.ttf")
                .hasMessageContaining("fonts-noto-core");
    }

    @Test
    void aFontThatIsDamagedIsAsGoodAsNone() {
        Practice practice = new Practice(Front.of("ኩሽና", "am"), "ኩሽና\n");
        assertThatThrownBy(() -> Booklets.print(practice, Wish.booklet(), new Fonts(name -> Optional.of(Bytes.utf8("no font"))), name -> Optional.empty(),
                new ByteArrayOutputStream(), (s, d, o) -> { }))
                .isInstanceOf(PrintStop.class);
    }

    @Test
    void aSymbolWithoutAFontIsReplacedAndSaid() throws Exception {
        Result result = print(new Practice(Front.of("Soup 🍲", "en"), "Good 🍲 soup\n"), Wish.Form.BOOKLET);
        assertThat(result.printed().remarks()).singleElement().asString().contains("🍲");
        try (PDDocument document = open(result)) {
            assertThat(text(document, 1, 2)).contains("Good ? soup");
        }
    }

    @Test
    void aLongTextDoesNotFitALeaflet() {
        Practice practice = new Practice(Front.of("Long", "en"), "Many words here. ".repeat(1300) + "\n");
        assertThatThrownBy(() -> print(practice, Wish.Form.LEAFLET)).isInstanceOf(PrintStop.class).hasMessageContaining("booklet");
    }

    @Test
    void aPosterIsOnePageWithACodeThatHoldsTheLink() throws Exception {
        Result result = print(Shelf.read("repair-day", "fr").orElseThrow(), Wish.Form.POSTER);
        try (PDDocument document = open(result)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document, 1)).contains("Une journée de", "https://example.org/kitchen");
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
        assertThat(Booklets.print(Shelf.read("repair-day", "fr").orElseThrow(), new Wish(Wish.Form.POSTER, Paper.A4, false, Optional.empty()),
                Fonts.bundled(), name -> Optional.empty(),
                new ByteArrayOutputStream(), (s, d, o) -> { }).remarks()).singleElement().asString().contains("QR");
    }

    @Test
    void picturesAreGreyOnRequestAndNothingIsFetched() throws Exception {
        BufferedImage red = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = red.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 60, 40);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(red, "png", out);
        Bytes png = Bytes.wrap(out.toByteArray());
        Practice practice = new Practice(Front.of("Picture", "en"), "![A red pot](pot.png)\n\n![far](https://example.org/x.png)\n");
        for (boolean grey : List.of(true, false)) {
            Result result = print(practice, Wish.Form.PAGES, Paper.A4, grey, name -> name.equals("pot.png") ? Optional.of(png) : Optional.empty());
            assertThat(result.printed().remarks()).singleElement().asString().contains("was not fetched");
            try (PDDocument document = open(result)) {
                BufferedImage page = new PDFRenderer(document).renderImageWithDPI(1, 40);
                boolean colour = false;
                for (int y = 0; y < page.getHeight(); y++) {
                    for (int x = 0; x < page.getWidth(); x++) {
                        Color at = new Color(page.getRGB(x, y));
                        colour |= Math.abs(at.getRed() - at.getBlue()) > 20;
                    }
                }
                assertThat(colour).isEqualTo(!grey);
            }
        }
    }

    /** Whether a font is there is the machine's matter; what is not there is a clear sentence, tested elsewhere. */
    private static Fonts system() {
        return new Fonts(name -> {
            Path file = Path.of("/usr/share/fonts/truetype/noto", name);
            try {
                return Files.exists(file) ? Optional.of(Bytes.wrap(Files.readAllBytes(file))) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static String black(PDDocument document) throws IOException {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 60);
        int dark = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                dark += (page.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
            }
        }
        return dark > 20 ? "ink" : "empty";
    }

    @ParameterizedTest
    @ValueSource(strings = {"पचास लोगों के लिए क्षमा", "পঞ্চাশ জনের রান্না", "ஐம்பது பேருக்கு", "ಐವತ್ತು ಜನರಿಗೆ", "පනස් දෙනෙකුට", "ហាសិបនាក់", "ငါးဆယ်", "ที่นี่น้ำแข็ง", "ນ້ຳ"})
    void wordsOfScriptsWhoseLettersJoinAreSetWholeAndCanBeRead(String text) throws Exception {
        Practice practice = new Practice(Front.of(text, "und"), text + "\n");
        for (Wish.Form form : Wish.Form.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                Booklets.print(practice, new Wish(form, Paper.A4, false, Optional.empty()), system(), name -> Optional.empty(), out, (s, d, o) -> { });
            } catch (PrintStop e) {
                Assumptions.abort("fonts-noto-core is not installed here: " + e.sentence());
            }
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                assertThat(text(document, 1, document.getNumberOfPages()).replace("\u200b", "")).as("%s", form).contains(text);
                assertThat(black(document)).isEqualTo("ink");
            }
            Path file = folder.resolve(form + ".pdf");
            Files.write(file, out.toByteArray());
            if (Files.exists(Path.of("/usr/bin/qpdf")) && Files.exists(Path.of("/usr/bin/pdftotext"))) {
                assertThat(run("qpdf", "--check", file.toString())).contains("No syntax or stream encoding errors");
                assertThat(run("pdftotext", file.toString(), "-")).contains(text);
            }
        }
    }

    /** A mark above a letter stands above it, and where the letter is tall or has a mark already, higher. */
    @Test
    void marksAreMovedToTheirLetters() throws Exception {
        Fonts.Choice choice = Fonts.bundled().choose("क्या कि र्क");
        Joined.Replaced joined = Joined.in("<html><body><p>क्या कि र्क</p></body></html>", choice).orElseThrow();
        assertThat(joined.meanings()).containsValues("क्या", "कि", "र्क");
        assertThat(joined.xhtml()).doesNotContain("क").contains("<p>");
        WordFont before = new WordFont(choice.faces().getFirst().file());
        WordFont after = new WordFont(joined.faces().getFirst().file());
        assertThat(after.glyphs()).isEqualTo(before.glyphs() + 3);
    }

    /** Vowel signs of Arabic and Hebrew stand above and below their letters, in words that keep their place from the right. */
    @Test
    void vowelSignsAreSetWithTheirWords() throws Exception {
        String text = "مطبخ حَسَاءٌ 40 שָׁלוֹם abc";
        Fonts.Choice choice = Fonts.bundled().choose(text);
        Joined.Replaced joined = Joined.in("<html><body><p>" + text + "</p></body></html>", choice).orElseThrow();
        assertThat(Joined.needed("مطبخ")).as("what has no signs is joined by the layout").isFalse();
        assertThat(Joined.needed(text)).isTrue();
        assertThat(joined.meanings()).containsValues("حساء", "שלום").doesNotContainValue("مطبخ");
        assertThat(joined.xhtml()).contains("مطبخ", "abc", "\u202e").doesNotContain("َ");
        Practice practice = new Practice(Front.of("حَسَاءٌ", "ar"), "# حَسَاءٌ\n\nقِدْرٌ وَاحِدَةٌ لِلْجَمِيعِ مطبخ\n");
        try (PDDocument document = open(print(practice, Wish.Form.PAGES))) {
            assertThat(ink(new PDFRenderer(document).renderImageWithDPI(1, 40), true)).as("the right half has more ink than the left").isTrue();
        }
    }

    /** More signs with a name in XML than the JDK's parser takes, quotations inside each other, and one paragraph that is a book. */
    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "<&"})
    void whatIsNestedOrLongWithoutEndIsPrintedAllTheSame(String piece) throws Exception {
        Practice practice = new Practice(Front.of("Nest", "en"), piece.repeat(51_000) + "x\n");
        try (PDDocument document = open(print(practice, Wish.Form.PAGES))) {
            assertThat(document.getNumberOfPages()).isBetween(5, 120);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ܫܠܡܐ", "ߊߟߎ", "ᠮᠣᠩᠭᠣᠯ"})
    void aScriptWhoseLettersJoinInWaysThatTheyAreNotSetInIsAClearSentence(String text) {
        Practice practice = new Practice(Front.of(text, "und"), text + "\n");
        for (Wish.Form form : Wish.Form.values()) {
            assertThatThrownBy(() -> print(practice, form)).isInstanceOf(PrintStop.class).hasMessageContaining("print it from there");
        }
    }

    @Test
    void thePostersCodeIsReadBack() throws Exception {
        String link = "https://example.org/practices/"
                + "naddr1qvzqqqr4gupzp52s2j0l3t2js5zgzsgulw5jqa9vdpqu7y0kck5cyxztkac438ejqy2hwue69uhnzv3h9cczuvpwxyargdp38qej7qqsxqcnyve5x5mrwwpev93xxer9vcehrj8d";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Booklets.print(Shelf.read("repair-day", "fr").orElseThrow(), new Wish(Wish.Form.POSTER, Paper.A4, false, Optional.of(link)), Fonts.bundled(),
                name -> Optional.empty(), out, (s, d, o) -> { });
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 120);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
            assertThat(new QRCodeReader().decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true)).getText()).isEqualTo(link);
        }
    }

    @Test
    void progressIsTold() throws Exception {
        List<Progress.Stage> stages = new ArrayList<>();
        Booklets.print(Shelf.read("kitchen-for-50", "en").orElseThrow(), Wish.booklet(), Fonts.bundled(), name -> Optional.empty(), new ByteArrayOutputStream(),
                (stage, done, of) -> stages.add(stage));
        assertThat(stages).startsWith(Progress.Stage.LAYOUT).contains(Progress.Stage.PAGES).endsWith(Progress.Stage.SHEETS);
    }
}
