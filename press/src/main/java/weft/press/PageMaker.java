package weft.press;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import weft.practice.Practice;

/** Lays XHTML out on pages, with fonts embedded and tags for screen readers. */
final class PageMaker {
    private final Fonts.Choice choice;
    private final Practice practice;
    private final Progress progress;
    private final Map<Integer, String> meanings = new HashMap<>();

    PageMaker(Fonts.Choice choice, Practice practice, Progress progress) {
        this.choice = choice;
        this.practice = practice;
        this.progress = progress;
    }

    /** What the stand-ins of whole words mean, in the pages that were made last. */
    Map<Integer, String> meanings() {
        return Map.copyOf(meanings);
    }

    /** The pages of a text. */
    PDDocument pages(String xhtml) throws PrintStop, IOException {
        meanings.clear();
        if (!Joined.needed(xhtml)) {
            return laidOut(xhtml, choice.faces());
        }
        Joined.Replaced joined = Joined.in(xhtml, choice).orElseThrow(Booklets::script);
        meanings.putAll(joined.meanings());
        return laidOut(joined.xhtml(), joined.faces());
    }

    /** PDFBox would join letters by a table of the font, which takes far longer than all else; no script that is set so needs it. */
    private static PDFont embedded(PDDocument document, Fonts.Face face) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(face.file().toArray()));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    /** Hebrew, Arabic and their neighbours, presentation forms, scripts of the first further plane, and signs that turn the direction. */
    private static boolean fromTheRight(int unit) {
        return unit >= 0x590 && unit < 0x900 || unit >= 0xfb1d && unit < 0xfe00 || unit >= 0xfe70 && unit < 0xff00 || unit >= 0xd802 && unit <= 0xd803
                || unit == 0xd83a || unit == 0xd83b || unit >= 0x200e && unit <= 0x200f || unit >= 0x202a && unit <= 0x202e || unit >= 0x2066 && unit <= 0x2069;
    }

    private PDDocument laidOut(String xhtml, List<Fonts.Face> faces) throws IOException {
        PDDocument document = new PDDocument();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.withHtmlContent(xhtml, "about:blank");
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Weft");
        if (Labels.rightToLeft(practice.front().language()) || xhtml.chars().anyMatch(PageMaker::fromTheRight)) {
            builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
            builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        }
        builder.defaultTextDirection(Labels.rightToLeft(practice.front().language()) ? TextDirection.RTL : TextDirection.LTR);
        // Nothing but what stands in the text itself: no net, no files.
        builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        for (Fonts.Face face : faces) {
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
