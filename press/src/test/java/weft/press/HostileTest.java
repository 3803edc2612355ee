package weft.press;

import weft.practice.Scaling;
import weft.practice.PracticeFault;
import weft.practice.PracticeReader;
import weft.practice.Paragraph;
import weft.practice.Front;
import weft.practice.Practice;
import weft.practice.Markdown;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.press.Pictures;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** What somebody who means harm, or a broken disk, may hand in: harmless, and a reason. */
class HostileTest {
    private static final String HEAD = "---\ntitle: T\nlanguage: en\n---\n\n";

    @Test
    void tenMegabytesOfNestedListsAreTooLong() {
        StringBuilder text = new StringBuilder(HEAD);
        while (text.length() < 10_000_000) {
            text.append("- ");
        }
        assertThat(PracticeReader.read(text.toString()))
                .isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(PracticeFault.TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- ", "> ", "1. ", "*", "**a ", "[", "![", "`", "<div>", "<!--", "| a ", "[a](", "\\", "&#", "    ", "~~", "- > ", "a\n- ",
            "](", "|-", "_a_ "})
    void deepAndLongTextsAreHarmless(String piece) {
        String text = piece.repeat(60_000 / piece.length());
        Practice practice = new Practice(Front.of("T", "en"), text);
        assertThat(Markdown.html(text).length()).isLessThan(20 * text.length());
        assertThat(Markdown.plain(text)).isNotNull();
        assertThat(practice.paragraphs()).isNotNull();
        assertThat(Markdown.headings(text)).isNotNull();
    }

    @Test
    void aListInEachLineDeeperIsHarmless() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 700; i++) {
            text.append(" ".repeat(2 * i)).append("- x\n");
        }
        assertThat(Markdown.html(text.toString()).split("<ul>", -1).length).isLessThan(40);
        assertThat(Markdown.html("# a\n\n" + "> ".repeat(5_000) + "x").split("<blockquote>", -1).length).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "![x](javascript:alert(1))", "![x](data:image/svg+xml;base64,PHN2Zz4=)", "<svg/onload=alert(1)>", "<iframe src=//example.org>",
            "[x](https://example.org \"t\\\" onclick=alert(1)\")",
            "<style>@import '//example.org'</style>", "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>", "`<script>`",
            "# <b onmouseover=alert(1)>x</b>", "| <script> |\n|---|\n| <script> |",
            "[x](vbscript:x)", "[x](file:///etc/passwd)", "[x](&#106;avascript:alert(1))", "<a href=\"https://example.org\" style=\"position:fixed\">x</a>"})
    void scriptsBecomeText(String text) {
        String html = Markdown.html(text, address -> Optional.of(address));
        assertThat(html).doesNotContainPattern("(?i)<(script|svg|iframe|style|object|form|input|link|meta|base)[ >/]")
                .doesNotContainPattern("(?i)<img[^>]*src=").doesNotContainPattern("(?i)<[^>]*(\\son[a-z]+=|style=|javascript:|vbscript:|file:|data:)");
    }

    @Test
    void anyBytesAreHarmless() {
        Random random = new Random(11);
        String letters = "#-*_[]()!`<>|&;\\\n\n \t\"'1.ax:/~=+é\u05d0\ud83d\ude00{}";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i >= 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String given = text.toString();
            assertThat(PracticeReader.read(given)).isNotNull();
            String html = Markdown.html(given);
            assertThat(html).doesNotContainPattern("(?i)<[^>]*\\son[a-z]+=");
            if (PracticeReader.readAny(given, "x", "en") instanceof Checked.Good<Practice>(Practice practice)) {
                List<Paragraph> paragraphs = practice.paragraphs();
                assertThat(PracticeReader.read(practice.write()).orThrow().front()).isEqualTo(practice.front());
                assertThat(Scaling.scale(new Practice(practice.front().serving(Optional.of(1)), practice.text()), 3)).isNotNull();
                assertThat(paragraphs.stream().map(Paragraph::text))
                        .allSatisfy(one -> assertThat(given.replace("\r", "\n")).contains(one.lines().findFirst().orElse("")));
            }
        }
    }

    @Test
    void numbersThatAreTooLargeStayAsTheyAre() {
        String table = "| a | for 50 |\n|---|---|\n| x | 99999999999999999999 kg |\n| y | 1/0 |\n| z | 999999999 kg |\n";
        assertThat(Scaling.scale(new Practice(Front.of("T", "en").serving(Optional.of(50)), table), 100).text()).contains("1/0", "1999999998 kg");
    }

    @Test
    void aPictureBombIsMeasuredAndLeftOut() throws IOException {
        Bytes bomb = png(60_000, 60_000);
        assertThat(bomb.size()).isLessThan(1_000);
        Pictures pictures = new Pictures(name -> Optional.of(bomb), false);
        assertThat(pictures.picture("bomb.png")).isEmpty();
        assertThat(pictures.remarks()).singleElement().asString().contains("bomb.png").contains("24 million pixels");
    }

    @Test
    void picturesThatAreNoneAreLeftOut() {
        Pictures pictures = new Pictures(name -> name.equals("big") ? Optional.of(Bytes.wrap(new byte[Pictures.FILE_BYTES + 1])) : name.equals("gone")
                ? Optional.empty()
                : Optional.of(Bytes.utf8("not a picture")), false);
        assertThat(pictures.picture("big")).isEmpty();
        assertThat(pictures.picture("gone")).isEmpty();
        assertThat(pictures.picture("text.png")).isEmpty();
        assertThat(pictures.picture("https://example.org/x.png")).isEmpty();
        assertThat(pictures.picture("data:image/png;base64,AAAA")).isEmpty();
        assertThat(pictures.remarks()).hasSize(5);
    }

    /** A PNG whose head speaks of a size that its body does not have. */
    private static Bytes png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(head);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(data, "IHDR", head.toByteArray());
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[1000]);
        deflater.finish();
        byte[] packed = new byte[200];
        int size = deflater.deflate(packed);
        chunk(data, "IDAT", java.util.Arrays.copyOf(packed, size));
        chunk(data, "IEND", new byte[0]);
        return Bytes.wrap(out.toByteArray());
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
