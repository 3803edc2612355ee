package weft.press;

import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import weft.practice.Practice;
import weft.primitives.Bytes;

/**
 * Puts a practice on paper. The text is laid out by openhtmltopdf from XHTML that has passed the sanitizer; the only addresses it may open
 * are {@code data:} ones of pictures that were drawn anew here.
 */
public final class Booklets {
    private static final int LEAFLET_PAGES = 6;
    private static final List<Double> LEAFLET_SIZES = List.of(9.5, 9.0, 8.5, 8.0, 7.5, 7.0);

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
        if (Joined.impossible(practice.write())) {
            throw script();
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
        PageMaker maker = new PageMaker(choice, shown, progress);
        try (PDDocument document = switch (wish.form()) {
            case BOOKLET -> booklet(script, wish, maker, pictures);
            case PAGES -> maker.pages(script.pages(wish.paper(), pictures, true));
            case LEAFLET -> leaflet(script, wish, maker, shown, pictures);
            case POSTER -> poster(script, wish, maker);
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
            save(document, maker.meanings(), out);
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

    /** Whole words in one glyph are known only once the fonts have been cut down, which saving does. */
    private static void save(PDDocument document, Map<Integer, String> meanings, OutputStream out) throws IOException {
        if (meanings.isEmpty()) {
            document.save(out);
            return;
        }
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        document.save(half);
        try (PDDocument whole = Loader.loadPDF(half.toByteArray())) {
            Meanings.write(whole, meanings);
            whole.save(out);
        }
    }

    /** Half joined letters are worse than none: whoever reads the script should not have to guess. */
    static PrintStop script() {
        return new PrintStop(PrintStop.Reason.SCRIPT, "", "The letters of this script join in ways that Weft can't set in a PDF on this machine. Open the "
                + "practice in a browser, as a page of Weft or as HTML, and print it from there: browsers join them as they should be.");
    }

    /** A table of contents is not worth a sheet of its own. */
    private static PDDocument booklet(Script script, Wish wish, PageMaker maker, Pictures pictures) throws PrintStop, IOException {
        PDDocument whole = maker.pages(script.pages(wish.paper(), pictures, true));
        int sheets = (whole.getNumberOfPages() + 3) / 4;
        if (sheets != 2) {
            return whole;
        }
        whole.close();
        PDDocument shorter = maker.pages(script.pages(wish.paper(), pictures, false));
        if (shorter.getNumberOfPages() <= 4) {
            return shorter;
        }
        shorter.close();
        // Made again rather than kept: what the maker knows of whole words is of the pages that it made last.
        return maker.pages(script.pages(wish.paper(), pictures, true));
    }

    private static PDDocument leaflet(Script script, Wish wish, PageMaker maker, Practice practice, Pictures pictures) throws PrintStop, IOException {
        if (practice.text().length() > 20_000) {
            throw tooLong();
        }
        for (double size : LEAFLET_SIZES) {
            PDDocument document = maker.pages(script.leaflet(wish.paper(), size, pictures));
            if (document.getNumberOfPages() <= LEAFLET_PAGES) {
                return document;
            }
            document.close();
        }
        throw tooLong();
    }

    private static PrintStop tooLong() {
        return new PrintStop(PrintStop.Reason.LEAFLET, "",
                "The text is too long for one sheet folded in three; print it as a booklet (leave out --leaflet), or shorten it.");
    }

    private static PDDocument poster(Script script, Wish wish, PageMaker maker) throws PrintStop, IOException {
        if (wish.link().filter(link -> !QrPicture.fits(link)).isPresent()) {
            throw new PrintStop(PrintStop.Reason.LINK, "",
                    "The link is too long for a QR code that a telephone can read; take one of up to 800 characters.");
        }
        return maker.pages(script.poster(wish.paper(), wish.link()));
    }
}
