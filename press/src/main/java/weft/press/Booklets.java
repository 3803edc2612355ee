package weft.press;

import weft.practice.Front;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import weft.practice.Practice;
import weft.primitives.Bytes;

/**
 * Puts a practice on paper. The text is laid out by openhtmltopdf from XHTML that has passed the sanitizer; the only addresses it may open
 * are {@code data:} ones of pictures that were drawn anew here.
 */
public final class Booklets {
    private static final int LEAFLET_PAGES = 6;
    private static final List<Double> LEAFLET_SIZES = List.of(9.5, 9.0, 8.5, 8.0, 7.5, 7.0);
    private static final Set<Character.UnicodeScript> JOINED = Set.of(Character.UnicodeScript.DEVANAGARI, Character.UnicodeScript.BENGALI,
            Character.UnicodeScript.GURMUKHI, Character.UnicodeScript.GUJARATI, Character.UnicodeScript.ORIYA, Character.UnicodeScript.TAMIL,
            Character.UnicodeScript.TELUGU, Character.UnicodeScript.KANNADA, Character.UnicodeScript.MALAYALAM, Character.UnicodeScript.SINHALA,
            Character.UnicodeScript.KHMER, Character.UnicodeScript.MYANMAR, Character.UnicodeScript.TIBETAN, Character.UnicodeScript.SYRIAC);

    private Booklets() {}

    /**
     * Writes a PDF.
     *
     * @param files the content of a picture's file by the address in the text
     * @param out gets the PDF; stays open
     * @throws PrintStop where it can't be printed so: nothing was written
     * @throws IOException where the stream fails
     */
    public static Printed print(Practice practice, Wish wish, Fonts fonts, Function<String, Optional<Bytes>> files, OutputStream out, Progress progress)
            throws PrintStop, IOException {
        XRLog.setLoggingEnabled(false);
        if (joins(practice)) {
            // Half joined letters are worse than none: whoever reads the script should not have to guess.
            throw new PrintStop("The letters of this script join in ways that Weft can't set in a PDF yet. Open the practice in a browser, as a page of "
                    + "Weft or as HTML, and print it from there: browsers join them as they should be.");
        }
        progress.at(Progress.Stage.LAYOUT, 0, 0);
        Labels labels = Labels.of(practice.front().language());
        // "?" stands for symbols that no font has.
        Fonts.Choice choice = fonts.choose(practice.write() + labels.contents() + labels.passOn() + labels.licence() + labels.serves()
                + labels.materials() + "0123456789?.,…•");
        Practice shown = choice.lost().isEmpty() ? practice : replaced(practice, choice.lost());
        Script script = new Script(shown, choice);
        Pictures pictures = new Pictures(files, wish.grey());
        List<String> remarks = new ArrayList<>();
        try (PDDocument document = switch (wish.form()) {
            case BOOKLET, PAGES -> laidOut(script.pages(wish.paper(), pictures), choice, shown, progress);
            case LEAFLET -> leaflet(script, wish, choice, shown, pictures, progress);
            case POSTER -> poster(script, wish, choice, shown, progress);
        }) {
            boolean rightToLeft = Labels.rightToLeft(shown.front().language());
            int pages = document.getNumberOfPages();
            int sheets = switch (wish.form()) {
                case BOOKLET -> onSheets(document, Sheets.booklet(pages, rightToLeft), wish.paper(), progress);
                case LEAFLET -> onSheets(document, Sheets.leaflet(pages, rightToLeft), wish.paper(), progress);
                case PAGES -> (pages + 1) / 2;
                case POSTER -> 1;
            };
            remark(remarks, wish, choice, sheets);
            remarks.addAll(pictures.remarks());
            document.getDocumentInformation().setCreator("Weft");
            document.save(out);
            return new Printed(document.getNumberOfPages(), sheets, remarks);
        }
    }

    private static void remark(List<String> remarks, Wish wish, Fonts.Choice choice, int sheets) {
        if (wish.form() == Wish.Form.BOOKLET && sheets > Sheets.THICK) {
            remarks.add(sheets + " sheets are too thick to fold at once: fold them in stacks of up to " + Sheets.THICK
                    + ", or print the pages one after the other.");
        }
        if (wish.form() == Wish.Form.POSTER && wish.link().isEmpty()) {
            remarks.add("Without a link the poster has no QR code.");
        }
        if (!choice.lost().isEmpty()) {
            remarks.add("No font here has these symbols, so a question mark stands for each: " + String.join(" ", choice.lost().stream().limit(20).toList()));
        }
    }

    private static Practice replaced(Practice practice, List<String> lost) {
        String text = practice.text();
        var front = practice.front();
        for (String symbol : lost) {
            text = text.replace(symbol, "?");
        }
        String title = front.title();
        String summary = front.summary();
        for (String symbol : lost) {
            title = title.replace(symbol, "?");
            summary = summary.replace(symbol, "?");
        }
        return new Practice(new weft.practice.Front(title, front.language(), summary, front.kinds(), front.seasons(), front.serves(),
                front.materials(), front.licence(),
                front.derivedFrom(), front.translationOf(), List.of()), text);
    }

    private static int onSheets(PDDocument document, List<Sheets.Side> sides, Paper paper, Progress progress) throws IOException {
        Imposition.impose(document, sides, paper, progress);
        return (sides.size() + 1) / 2;
    }

    private static PDDocument leaflet(Script script, Wish wish, Fonts.Choice choice, Practice practice, Pictures pictures,
            Progress progress) throws PrintStop, IOException {
        if (practice.text().length() > 20_000) {
            throw tooLong();
        }
        for (double size : LEAFLET_SIZES) {
            PDDocument document = laidOut(script.leaflet(wish.paper(), size, pictures), choice, practice, progress);
            if (document.getNumberOfPages() <= LEAFLET_PAGES) {
                return document;
            }
            document.close();
        }
        throw tooLong();
    }

    private static PrintStop tooLong() {
        return new PrintStop("The text is too long for one sheet folded in three; print it as a booklet (leave out --leaflet), or shorten it.");
    }

    private static PDDocument poster(Script script, Wish wish, Fonts.Choice choice, Practice practice, Progress progress) throws PrintStop, IOException {
        if (wish.link().filter(link -> !QrPicture.fits(link)).isPresent()) {
            throw new PrintStop("The link is too long for a QR code that a telephone can read; take one of up to 800 characters.");
        }
        return laidOut(script.poster(wish.paper(), wish.link()), choice, practice, progress);
    }

    private static boolean joins(Practice practice) {
        return practice.write().codePoints().anyMatch(point -> JOINED.contains(Character.UnicodeScript.of(point)));
    }

    /** PDFBox would join letters by a table of the font, which takes far longer than all else; no script that is set here needs it. */
    private static PDFont embedded(PDDocument document, Fonts.Face face) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file().toArray()));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    private static PDDocument laidOut(String xhtml, Fonts.Choice choice, Practice practice, Progress progress) throws IOException {
        PDDocument document = new PDDocument();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withHtmlContent(xhtml, "about:blank");
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Weft");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        builder.defaultTextDirection(Labels.rightToLeft(practice.front().language()) ? TextDirection.RTL : TextDirection.LTR);
        // Nothing but what stands in the text itself: no net, no files.
        builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        for (Fonts.Face face : choice.faces()) {
            FontStyle slope = face.italic() ? FontStyle.ITALIC : FontStyle.NORMAL;
            builder.useFont(new PDFontSupplier(embedded(document, face)), face.family(), face.weight(), slope, true);
        }
        builder.usePageSupplier((target, width, height, number, shadow) -> {
            PDPage page = new PDPage(new PDRectangle(width, height));
            target.addPage(page);
            progress.at(Progress.Stage.PAGES, number + 1, 0);
            return page;
        });
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        } catch (IOException | RuntimeException e) {
            document.close();
            throw e;
        }
        return document;
    }
}
