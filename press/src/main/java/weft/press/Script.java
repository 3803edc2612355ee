package weft.press;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import weft.practice.Front;
import weft.practice.Markdown;
import weft.practice.Paragraph;
import weft.practice.Paragraphs;
import weft.practice.Practice;

/** The XHTML and CSS from which a PDF is laid out. */
final class Script {
    private static final int ENTRIES = 3;
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t([hd])[ >].*?</t\\1>", Pattern.DOTALL);
    private static final String COMMON = """
            html { font-size: 9.5pt; line-height: 1.38; }
            body { margin: 0; word-wrap: break-word; }
            h1, h2, h3, h4 { line-height: 1.2; page-break-after: avoid; margin: 1.1em 0 0.35em 0; }
            h1 { font-size: 1.5em; } h2 { font-size: 1.22em; } h3 { font-size: 1.05em; }
            p { margin: 0 0 0.55em 0; orphans: 2; widows: 2; }
            ul, ol { margin: 0 0 0.55em 0; padding: 0 0 0 1.5em; }
            li { margin: 0 0 0.25em 0; page-break-inside: avoid; }
            li p { margin: 0; }
            li.task { list-style-type: none; }
            .tick { display: inline-block; margin-left: -1.35em; margin-right: 0.35em; width: 0.75em; height: 0.75em; border: 0.7pt solid black; }
            .tick.done { background-color: black; }
            table { border-collapse: collapse; width: 100%; margin: 0.3em 0 0.8em 0; -fs-table-paginate: paginate; }
            th, td { border-bottom: 0.5pt solid black; padding: 0.2em 0.4em; text-align: start; vertical-align: top; }
            tr { page-break-inside: avoid; }
            blockquote { margin: 0.4em 0 0.7em 0; padding: 0 0.9em; border-left: 1.5pt solid black; border-right: 0; }
            pre { font-size: 0.85em; white-space: pre-wrap; word-wrap: break-word; }
            code { font-size: 0.9em; }
            img { max-width: 100%; }
            blockquote blockquote blockquote blockquote, li li li li li ul, li li li li li ol { margin: 0; padding: 0; border: 0; }
            a { color: black; text-decoration: none; }
            hr { border: 0; border-top: 0.5pt solid black; }
            .small { font-size: 0.85em; }
            """;

    private final Practice practice;
    private final Fonts.Choice fonts;
    private final Labels labels;
    private final boolean rightToLeft;

    Script(Practice practice, Fonts.Choice fonts) {
        this.practice = practice;
        this.fonts = fonts;
        this.labels = Labels.of(practice.front().language());
        this.rightToLeft = Labels.rightToLeft(practice.front().language());
    }

    /** A booklet's pages, or pages to read; with a table of contents where there is enough to list. */
    String pages(Paper paper, Pictures pictures, boolean contents) {
        String text = withoutTitle();
        List<Markdown.Title> titles = Markdown.headings(text).stream().filter(title -> title.level() <= 3 && !title.text().isEmpty()).toList();
        String css = "@page { size: " + typographic(paper.height() / 2) + " " + typographic(paper.width()) + "; margin: 13mm 13mm 16mm 13mm;"
                + " @bottom-center { content: counter(page); font-family: " + families() + "; font-size: 8pt; } }\n"
                + "@page cover { @bottom-center { content: ''; } }\n"
                + ".cover, .back { page: cover; } .cover { page-break-after: always; padding-top: 45mm; } .cover h1 { font-size: 2.3em; margin: 0 0 "
                + "0.5em 0; }\n"
                + ".cover .summary { font-size: 1.2em; } .toc { page-break-after: always; } .toc p { margin: 0 0 0.3em 0; }\n"
                + ".toc a:after { content: leader('.') target-counter(attr(href), page); } .toc .l3 { padding-left: 1.2em; padding-right: 1.2em; }\n"
                + ".back { page-break-before: always; padding-top: 110mm; text-align: center; }\n";
        String toc = !contents || titles.size() < ENTRIES ? "" : "<div class=\"toc\"><h2>" + escape(labels.contents()) + "</h2>" + titles.stream()
                .map(title -> "<p class=\"l" + title.level() + "\"><a href=\"#" + title.id() + "\">" + escape(title.text()) + "</a></p>")
                .collect(Collectors.joining()) + "</div>";
        String marks = titles.isEmpty() ? "" : "<bookmarks>" + titles.stream()
                .map(title -> "<bookmark name=\"" + escape(title.text()) + "\" href=\"#" + title.id() + "\"/>").collect(Collectors.joining()) + "</bookmarks>";
        return document(css, marks, "<div class=\"cover\">" + head() + "</div>" + toc + "<div class=\"text\">" + html(text, pictures)
                + "</div><div class=\"back\">" + foot() + "</div>");
    }

    /** Six narrow pages. */
    String leaflet(Paper paper, double size, Pictures pictures) {
        String css = "@page { size: " + typographic(paper.height() / 3) + " " + typographic(paper.width()) + "; margin: 9mm 8mm 9mm 8mm; }\n"
                + "html { font-size: " + size + "pt; line-height: 1.3; } .cover { page-break-after: always; padding-top: 40mm; } .cover h1 { "
                + "font-size: 2em; margin: 0 0 0.5em 0; }\n"
                + ".back { margin-top: 2em; border-top: 0.5pt solid black; padding-top: 0.5em; page-break-inside: avoid; }\n";
        return document(css, "", "<div class=\"cover\">" + head() + "</div>" + html(withoutTitle(), pictures) + "<div class=\"back\">" + foot() + "</div>");
    }

    /** One large page. */
    String poster(Paper paper, Optional<String> link) throws IOException {
        String css = "@page { size: " + typographic(paper.width()) + " " + typographic(paper.height()) + "; margin: 18mm; }\n"
                + "html { font-size: 15pt; text-align: center; } h1 { font-size: 44pt; margin: 12mm 0 8mm 0; } .summary { font-size: 20pt; margin: 0 "
                + "0 8mm 0; }\n"
                + "p.part { margin: 0 0 1mm 0; } .code { margin: 10mm 0 3mm 0; } .code img { width: 62mm; height: 62mm; image-rendering: pixelated; } "
                + ".small { word-wrap: break-word; }\n";
        String parts = Markdown.headings(withoutTitle()).stream().filter(title -> title.level() == 2).limit(8)
                .map(title -> "<p class=\"part\">" + escape(title.text()) + "</p>").collect(Collectors.joining());
        String code = link.isEmpty() ? "" : "<div class=\"code\"><img alt=\"QR\" src=\"data:image/png;base64," + QrPicture.png(link.get()).base64()
                + "\"/></div><p class=\"small\">"
                + escape(link.get().length() > 90 ? link.get().substring(0, 90) + "…" : link.get()) + "</p>";
        Front front = practice.front();
        return document(css, "", "<h1>" + escape(front.title()) + "</h1><p class=\"summary\">" + escape(front.summary()) + "</p>" + parts + code);
    }

    private String head() {
        Front front = practice.front();
        return "<h1>" + escape(front.title()) + "</h1>" + line("summary", front.summary())
                + line("serves", front.serves().map(number -> labels.serves() + " " + number).orElse(""))
                + line("small", front.materials().isEmpty() ? "" : labels.materials() + colon() + String.join(rightToLeft ? "، " : ", ", front.materials()));
    }

    private String foot() {
        Front front = practice.front();
        return line("small", labels.passOn()) + line("small", front.licence().isEmpty() ? "" : labels.licence() + colon() + front.licence());
    }

    private String colon() {
        return Unbroken.isFrench(practice.front().language()) ? " : " : ": ";
    }

    private static String line(String kind, String text) {
        return text.isEmpty() ? "" : "<p class=\"" + kind + "\">" + escape(text) + "</p>";
    }

    /** The text without a first heading that says what the cover says. */
    private String withoutTitle() {
        List<Paragraph> all = new ArrayList<>(practice.paragraphs());
        if (all.size() > 1 && all.getFirst().kind() == Paragraph.Kind.HEADING && all.getFirst().text().replaceFirst("^#+ *", "")
                .equals(practice.front().title())) {
            all.removeFirst();
        }
        return Paragraphs.join(all);
    }

    private String html(String text, Pictures pictures) {
        String html = Clean.html(text, pictures::address);
        return rightToLeft ? mirrored(html) : html;
    }

    /** The layout engine sets columns from left to right whatever the direction of the text, so each row is turned round beforehand. */
    private static String mirrored(String html) {
        return ROW.matcher(html).replaceAll(row -> java.util.regex.Matcher.quoteReplacement("<tr>"
                + String.join("", CELL.matcher(row.group(1)).results().map(java.util.regex.MatchResult::group).toList().reversed()) + "</tr>"));
    }

    private String families() {
        return fonts.families().stream().map(family -> "'" + family + "'").collect(Collectors.joining(", "));
    }

    private String document(String css, String head, String body) {
        Front front = practice.front();
        String start = rightToLeft ? "right" : "left";
        String mirrored = rightToLeft ? ".tick { margin-left: 0.35em; margin-right: -1.35em; } ul, ol { padding: 0 1.5em 0 0; } blockquote { "
                + "border-left: 0; border-right: 1.5pt solid black; }\n" : "";
        return "<!DOCTYPE html><html lang=\"" + front.language() + "\" dir=\"" + (rightToLeft ? "rtl" : "ltr") + "\"><head><title>" + escape(front.title())
                + "</title><meta name=\"subject\" content=\"" + escape(front.summary()) + "\"/><meta name=\"description\" content=\""
                + escape(front.summary().isEmpty() ? front.title() : front.summary()) + "\"/>" + head
                + "<style>" + COMMON.replace("text-align: start", "text-align: " + start) + mirrored
                + "html { font-family: " + families() + "; text-align: " + start + "; }\npre, code { font-family: " + families() + "; }\n" + css
                + "</style></head><body>" + Unbroken.of(body, front.language()) + "</body></html>";
    }

    private static String typographic(float length) {
        return Math.round(length * 100) / 100.0 + "pt";
    }

    /** A text as XHTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
