package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.core.entry.Side;
import weft.core.view.CircleCard;
import weft.core.view.Name;
import weft.core.view.Stage;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;

/** What others write can do nothing to a page but be read. */
class HostileTest {
    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' autofocus onfocus='alert(1)", "</textarea><b>",
            "</title><b>", "&lt;b&gt;",
        "{name} {circle} {n}", "\u202etxt.exe\u2069", "\u0000\u0007\u001b[31m", "\ud800", "javascript:alert(1)", "]]>--><!--"})
    void isHarmlessEverywhere(String hostile) {
        SampleViews views = SampleViews.week();
        views.circles.set(0, new CircleCard(SampleViews.CIRCLE, hostile, CircleCard.Reach.ALONE, 1));
        views.add(40, SampleViews.ask(Side.NEED, hostile, hostile, hostile, hostile), Stage.ANSWERED, new Name.Known(hostile), true, true);
        for (String target : List.of("/", Requests.CIRCLE, Requests.CIRCLE + "/post", Requests.CIRCLE + "/invite", Requests.CIRCLE + "/settings",
                Requests.thread(40), Requests.thread(40) + "/revise", Requests.thread(40) + "/close")) {
            check(Requests.page(Request.get(target), views));
        }
        String encoded = weft.primitives.Bytes.utf8(hostile).hex().replaceAll("(..)", "%$1");
        check(Requests.page(Request.get(Requests.CIRCLE + "?q=" + encoded + "&kind=" + encoded + "&side=" + encoded + "&page=" + encoded + "&lang="
                + encoded), views));
        check(Requests.page(Request.get("/join?link=" + encoded), views));
        check(Requests.page(Request.post(Requests.CIRCLE + "/post", "title=" + encoded + "&kind=" + encoded + "&lastDay=" + encoded + "&language=" + encoded
                + "&point=" + encoded), views));
        check(Requests.page(Request.get("/" + hostile), views));
    }

    private static void check(Response response) {
        String html = response.body().text();
        assertThat(html).doesNotContain("<script>", "<img", "<b>", "onerror=alert(1)>", "\u202e", "\u2069", "\u0000", "\u001b");
        assertThat(html.replaceAll("\"[^\"]*\"", "\"\"")).doesNotContainPattern("<[^>]* on[a-z]+=").doesNotContainPattern("<[^>]*'[^>]*>");
        assertThat(html).doesNotContain("href=\"javascript");
    }

    @Test
    void hugeWordsStayBounded() {
        SampleViews views = SampleViews.week();
        views.add(40, SampleViews.ask(Side.NEED, "W".repeat(200), "\u0300".repeat(10_000), "k".repeat(60), "p".repeat(200)), Stage.OPEN, new Name.Me(),
                true, true);
        assertThat(Requests.page(Request.get(Requests.thread(40)), views).body().size()).isLessThan(100_000);
    }

    @Test
    void nothingThrowsWhateverIsAsked() {
        Random random = new Random(20261123);
        String letters = "/?&=%+c0t1<>\"'{}.:;-weftpostlist\u00e9\u202e\ud800 ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder target = new StringBuilder(i % 3 == 0 ? Requests.CIRCLE : i % 3 == 1 ? Requests.thread(13) : "/");
            StringBuilder form = new StringBuilder("side=need&title=x&");
            for (int k = random.nextInt(30); k > 0; k--) {
                target.append(letters.charAt(random.nextInt(letters.length())));
                form.append(List.of("from=", "until=", "lastDay=", "language=", "point=", "&", "2026-11-30", "T10:00", "%", "voice=", "9", "-", ",", "e9")
                        .get(random.nextInt(14)));
            }
            Request request = i % 2 == 0 ? Request.get(target.toString())
                    : Request.post(i % 4 == 1 ? Requests.CIRCLE + "/post" : target.toString(), form.toString());
            assertThat(Pages.reply((i % 5 == 0 ? request.asJson() : request).withLanguage(form.toString()), SampleViews.week(), Requests.MEANS))
                    .as(target + " " + form).isNotNull();
        }
    }

    @Test
    void addressesElsewhereAreRefusedByTheBuilder() {
        for (String address : List.of("javascript:alert(1)", "//evil.example", "/\\evil.example", "https://x", "data:text/html,x", "")) {
            assertThatThrownBy(() -> Element.of(Tag.A).set(Attr.HREF, address)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void textIsTextAndLineBreaksSurviveInAreas() {
        assertThat(Element.of(Tag.TEXTAREA).text("\na<b>&amp;").render()).isEqualTo("<textarea>\n\na&lt;b&gt;&amp;amp;</textarea>");
        assertThat(Element.of(Tag.INPUT).set(Attr.VALUE, "\"'<>&").render()).isEqualTo("<input value=\"&quot;&#39;&lt;&gt;&amp;\">");
        assertThat(Element.of(Tag.SCRIPT).text("alert(1)").render()).isEqualTo("<script></script>");
        assertThat(Html.text("a\ud83d\ude00b\udc00").render()).isEqualTo("a\ud83d\ude00b\ufffd");
    }
}
