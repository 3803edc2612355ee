package weft.press;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import weft.practice.Markdown;

/** Holds the HTML of practices to a list of allowed elements and attributes, by the OWASP sanitizer. */
public final class Clean {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote",
                    "pre", "code", "em", "strong", "del", "br", "hr", "a", "img", "span")
            .allowWithoutAttributes("span")
            .allowAttributes("id").matching(Pattern.compile("s[0-9]{1,6}")).onElements("h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("class").matching(false, "task", "tick", "tick done").onElements("li", "span")
            .allowAttributes("role").matching(false, "img").onElements("span")
            .allowAttributes("aria-label").matching(Pattern.compile("[\u2610\u2611]")).onElements("span")
            .allowAttributes("start").matching(Pattern.compile("[0-9]{1,9}")).onElements("ol")
            .allowAttributes("align").matching(false, "left", "center", "right").onElements("th", "td")
            .allowAttributes("href").matching(Markdown::isLink).onElements("a")
            .allowAttributes("src").matching(Markdown::isPicture).onElements("img")
            .allowAttributes("alt").onElements("img")
            .allowUrlProtocols("http", "https", "mailto", "data")
            .requireRelsOnLinks("noopener", "noreferrer")
            .toFactory();

    private Clean() {}

    /** The same HTML with nothing in it that is not allowed. */
    public static String html(String rendered) {
        return POLICY.sanitize(rendered);
    }

    /** Markdown as HTML, sanitised. */
    public static String html(String markdown, Function<String, Optional<String>> pictures) {
        return html(Markdown.html(markdown, pictures));
    }
}
