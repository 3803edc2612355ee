package weft.press;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Puts the pages of a document on sheets. Each page becomes a form that is drawn once on a sheet; the structure for screen readers goes along: where
 * it pointed to a page's marked content it then points to the form's (ISO 32000-1, 14.7.4.2), so that it still reads in the order of the text.
 */
final class Imposition {
    private static final COSName STRUCT_PARENTS = COSName.getPDFName("StructParents");
    private static final COSName MCR = COSName.getPDFName("MCR");
    private static final COSName OBJR = COSName.getPDFName("OBJR");
    private static final COSName STM = COSName.getPDFName("Stm");
    private static final COSName MCID = COSName.getPDFName("MCID");

    private record Placed(COSDictionary sheet, COSDictionary form) {}

    private final PDDocument document;
    private final IdentityHashMap<COSDictionary, Placed> placed = new IdentityHashMap<>();

    private Imposition(PDDocument document) {
        this.document = document;
    }

    /** Replaces the pages of a document by sides of sheets that lie on their longer side. */
    static void impose(PDDocument document, List<Sheets.Side> sides, Paper paper, Progress progress) throws IOException {
        float across = paper.height();
        float up = paper.width();
        new Imposition(document).run(sides, across, up, progress);
    }

    private void run(List<Sheets.Side> sides, float across, float up, Progress progress) throws IOException {
        List<PDPage> pages = new ArrayList<>();
        document.getPages().forEach(pages::add);
        List<PDPage> sheets = new ArrayList<>();
        for (Sheets.Side side : sides) {
            PDPage sheet = new PDPage(new PDRectangle(across, up));
            sheets.add(sheet);
            float room = across / side.pages().size();
            try (PDPageContentStream pen = new PDPageContentStream(document, sheet)) {
                for (int i = 0; i < side.pages().size(); i++) {
                    int number = side.pages().get(i);
                    if (number > 0) {
                        boolean left = i < side.pages().size() / 2;
                        draw(pen, pages.get(number - 1), sheet, i * room + (left ? side.towardsFold() : -side.towardsFold()));
                    }
                }
            }
            progress.at(Progress.Stage.SHEETS, sheets.size(), sides.size());
        }
        pages.forEach(document.getPages()::remove);
        sheets.forEach(document::addPage);
        // Both name pages that are no more, and nobody clicks on paper.
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.removeItem(COSName.OUTLINES);
        catalog.removeItem(COSName.DESTS);
        catalog.removeItem(COSName.NAMES);
        catalog.removeItem(COSName.OPEN_ACTION);
        structure();
    }

    private void draw(PDPageContentStream pen, PDPage page, PDPage sheet, float x) throws IOException {
        // Where the page's content is one stream, it is moved as it stands, packed as it is.
        PDFormXObject form = page.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSStream whole ? new PDFormXObject(whole)
                : new PDFormXObject(new PDStream(document, page.getContents(), COSName.FLATE_DECODE));
        form.setResources(page.getResources());
        form.setBBox(page.getMediaBox());
        COSBase parents = page.getCOSObject().getItem(STRUCT_PARENTS);
        if (parents != null) {
            form.getCOSObject().setItem(STRUCT_PARENTS, parents);
        }
        placed.put(page.getCOSObject(), new Placed(sheet.getCOSObject(), form.getCOSObject()));
        pen.saveGraphicsState();
        pen.transform(Matrix.getTranslateInstance(x, 0));
        pen.drawForm(form);
        pen.restoreGraphicsState();
    }

    private void structure() {
        if (document.getDocumentCatalog().getStructureTreeRoot() == null) {
            return;
        }
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSDictionary> open = new ArrayDeque<>();
        open.add(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject());
        while (!open.isEmpty()) {
            COSDictionary element = open.pop();
            if (!seen.add(element)) {
                continue;
            }
            Optional<Placed> home = place(element);
            COSArray kids = new COSArray();
            for (COSBase kid : kids(element)) {
                moved(kid, home, open).ifPresent(kids::add);
            }
            if (element.containsKey(COSName.K)) {
                element.setItem(COSName.K, kids);
            }
            home.ifPresent(at -> element.setItem(COSName.PG, at.sheet()));
        }
    }

    private Optional<Placed> place(COSDictionary element) {
        return Optional.ofNullable(element.getCOSDictionary(COSName.PG)).map(placed::get);
    }

    private static List<COSBase> kids(COSDictionary element) {
        COSBase all = element.getDictionaryObject(COSName.K);
        List<COSBase> out = new ArrayList<>();
        if (all instanceof COSArray array) {
            array.forEach(kid -> out.add(kid instanceof COSObject object ? object.getObject() : kid));
        } else if (all != null) {
            out.add(all);
        }
        return out;
    }

    /** A kid as it has to be now; nothing for what a sheet does not have. */
    private Optional<COSBase> moved(COSBase kid, Optional<Placed> home, Deque<COSDictionary> open) {
        if (kid instanceof COSInteger number) {
            return home.map(at -> reference(at, number));
        }
        if (!(kid instanceof COSDictionary inner)) {
            return Optional.empty();
        }
        COSName type = inner.getCOSName(COSName.TYPE);
        if (OBJR.equals(type)) {
            return Optional.empty();
        }
        if (MCR.equals(type)) {
            COSBase number = inner.getDictionaryObject(MCID);
            return place(inner).or(() -> home).filter(at -> number instanceof COSInteger).map(at -> reference(at, (COSInteger) number));
        }
        open.push(inner);
        return Optional.of(inner);
    }

    private static COSBase reference(Placed at, COSInteger number) {
        COSDictionary out = new COSDictionary();
        out.setItem(COSName.TYPE, MCR);
        out.setItem(COSName.PG, at.sheet());
        out.setItem(STM, at.form());
        out.setItem(MCID, number);
        return out;
    }
}
