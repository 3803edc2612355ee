package weft.press.carry;

import java.util.Optional;
import java.util.function.Function;
import weft.practice.Front;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.press.Pictures;
import weft.primitives.Bytes;

/** A practice as one page of HTML that needs nothing else: pictures are inside, no script, a policy that forbids any. */
public final class WebPage {
    private static final String STYLE = "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.05em/1.5 "
            + "sans-serif}table{border-collapse:collapse}th,td{border:1px solid;padding:.2em .5em;"
            + "text-align:start}img{max-width:100%}li.task{list-style:none}.tick{display:inline-block;width:.8em;height:.8em;border:1px "
            + "solid;margin-inline-start:-1.3em}"
            + ".tick.done{background:currentColor}blockquote{border-inline-start:3px solid;margin-inline:0;padding-inline-start:1em}@media "
            + "print{body{margin:0}}";

    private WebPage() {}

    /**
     * The page.
     *
     * @param files the content of a picture's file by the address in the text
     */
    public static String html(Practice practice, Function<String, Optional<Bytes>> files) {
        Front front = practice.front();
        Pictures pictures = new Pictures(files, false);
        return "<!DOCTYPE html>\n<html lang=\"" + front.language() + "\" dir=\"" + direction(front.language()) + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"description\" content=\"" + escape(front.summary()) + "\">\n<title>"
                + escape(front.title()) + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n" + weft.press.Clean.html(practice.text(),
                pictures::address)
                + "</main>\n" + (front.licence().isEmpty() ? "" : "<footer><p>" + escape(front.licence()) + "</p></footer>\n")
                + weft.practice.carry.Embedded.comment(practice)
                + "\n</body>\n</html>\n";
    }

    static String direction(String language) {
        return weft.press.Fonts.rightToLeft(language) ? "rtl" : "ltr";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
