package weft.press;

import weft.practice.Ancestor;
import weft.practice.Shelf;
import weft.practice.PracticeFault;
import weft.practice.Front;
import weft.practice.Practice;
import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.WriterReportImpl;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.jdk.JdkPrimitives;
import weft.practice.carry.Articles;
import weft.press.carry.Epub;
import weft.practice.carry.Folder;
import weft.press.carry.WebPage;
import weft.primitives.Bytes;
import weft.wire.event.Draft;

/** Practices on their way, and back. */
@Tag("slow")
class CarryTest {
    private static final JdkPrimitives PRIMITIVES = new JdkPrimitives();
    private static final Bytes KEY = Bytes.hex("3bf0c63fcb93463407af97a5e5ee64fa883d107ef9e558472c4eb9aaaefa459d");

    private static Bytes png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return Bytes.wrap(out.toByteArray());
    }

    private static String check(Practice practice) throws IOException {
        Bytes png = png();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Epub.write(PRIMITIVES, practice, 1_790_000_000L, name -> name.equals("pot.png") ? Optional.of(png) : Optional.empty(), out);
        StringWriter report = new StringWriter();
        int code = new EpubCheck(new ByteArrayInputStream(out.toByteArray()), new WriterReportImpl(new PrintWriter(report, true), "", true), "book.epub")
                .doValidate();
        return code == 0 ? "" : report.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kitchen-for-50", "heat-and-cold"})
    void booksPassEpubcheck(String name) throws IOException {
        assertThat(check(Shelf.read(name, "en").orElseThrow())).isEmpty();
        assertThat(check(Shelf.read(name, "fr").orElseThrow())).isEmpty();
    }

    @Test
    void aBookOfEverythingPassesEpubcheck() throws IOException {
        String text = "# عنوان\n\n| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n\n![A pot](pot.png) ![none](https://example.org/x.png)\n\n- [ ] one\n- [x] two\n  1. deep\n\n<script>alert(1)</script>\n\n"
                + "> quote & \"more\"\n\n```\ncode <b>\n```\n\n~~gone~~ [link](https://example.org/?a=1&b=2) [in](#s1) **b** *i*\n\n3. three\n\n***\n";
        assertThat(check(new Practice(Front.of("Title & <more>", "ar"), text))).isEmpty();
        assertThat(check(new Practice(Front.of("No heading", "en"), "Only a line.\n"))).isEmpty();
    }

    @Test
    void theSamePracticeIsTheSameBook() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        Practice practice = Shelf.read("phone-tree", "en").orElseThrow();
        Epub.write(PRIMITIVES, practice, 1_790_000_000L, name -> Optional.empty(), one);
        Epub.write(PRIMITIVES, practice, 1_790_000_000L, name -> Optional.empty(), two);
        assertThat(one.toByteArray()).isEqualTo(two.toByteArray());
    }

    @Test
    void articlesComeBackAsTheyWent() {
        for (String name : Shelf.NAMES) {
            for (String language : Shelf.LANGUAGES) {
                Practice practice = Shelf.read(name, language).orElseThrow();
                Draft draft = Articles.draft(practice, name, KEY, 1_790_000_000L);
                assertThat(Articles.read(draft).orThrow()).isEqualTo(practice);
                assertThat(draft.tags()).allSatisfy(tag -> assertThat(tag.values().size()).isLessThanOrEqualTo(100));
            }
        }
        Ancestor parent = Articles.address(Articles.draft(Shelf.read("phone-tree", "en").orElseThrow(), "phone-tree", KEY, 1)).orElseThrow()
                .ancestor(Optional.of(KEY));
        Practice fork = weft.practice.lineage.Adapting.fork(Shelf.read("phone-tree", "en").orElseThrow(), parent);
        assertThat(Articles.draft(fork, "x", KEY, 1).tags()).contains(weft.wire.event.Tag.of("a", "30023:" + KEY.hex() + ":phone-tree", "", "derived-from"),
                weft.wire.event.Tag.of("e", KEY.hex(), "", "derived-from"));
        assertThat(Articles.read(Articles.draft(fork, "x", KEY, 1)).orThrow()).isEqualTo(fork);
    }

    @Test
    void foldersComeBackAsTheyWent() {
        List<Practice> all = Shelf.NAMES.stream().flatMap(name -> Shelf.LANGUAGES.stream().map(language -> Shelf.read(name, language).orElseThrow())).toList();
        Map<String, String> files = Folder.write(all);
        assertThat(files).hasSize(20).containsKey("une-cuisine-pour-cinquante.fr.md");
        Folder.Taken back = Folder.read(files, "en");
        assertThat(back.left()).isEmpty();
        assertThat(back.taken().values()).containsExactlyElementsOf(all);
        Folder.Taken mixed = Folder.read(Map.of("a.md", "# Notes\n\nText.", "b.md", "---\nauthor: x\n---\n\nx", "c.md", "", "d.md", "---\ntitle: T\n---\n"), "en");
        assertThat(mixed.taken().get("a").front().title()).isEqualTo("Notes");
        assertThat(mixed.taken().get("b").front().title()).as("another program's head").isEqualTo("b");
        assertThat(mixed.left()).containsOnlyKeys("c.md", "d.md").containsEntry("c.md", PracticeFault.NO_TEXT);
        assertThat(Folder.write(List.of(all.getFirst(), all.getFirst()))).hasSize(2);
    }

    @Test
    void headsOfOtherProgramsAreReadAsFarAsTheySayWhatAPracticeSays() {
        Practice practice = weft.practice.PracticeReader.readAny("---\ntitle: \"Une soupe: pour cent\"\nlang: fr_FR\nauthor: Des voisines\ntags:\n  - food\n  - \"big pots\"\n"
                + "description: >\n  Chaude\n  et bonne\nlicense: CC-BY-4.0\nfor: many\n# a comment\nseasons: [winter, autumn]\n...\n\n# Soupe\n\nChaude.\n", "x", "en").orThrow();
        assertThat(practice.front().title()).isEqualTo("Une soupe: pour cent");
        assertThat(practice.front().language()).isEqualTo("fr-FR");
        assertThat(practice.front().summary()).isEqualTo("Chaude et bonne");
        assertThat(practice.front().kinds()).containsExactly("food", "big pots");
        assertThat(practice.front().seasons()).containsExactly("winter", "autumn");
        assertThat(practice.front().licence()).isEqualTo("CC-BY-4.0");
        assertThat(practice.front().serves()).isEmpty();
        assertThat(practice.text()).startsWith("# Soupe").doesNotContain("voisines");
    }

    @Test
    void aPageNeedsNothingElse() throws IOException {
        Bytes png = png();
        Practice practice = new Practice(Front.of("T \"<script>\"", "ar"),
                "![A pot](pot.png) ![x](https://example.org/x.png)\n\n<img src=x onerror=alert(1)>\n");
        String html = WebPage.html(practice, name -> name.equals("pot.png") ? Optional.of(png) : Optional.empty());
        assertThat(html).contains("default-src 'none'", "data:image/png;base64,", "dir=\"rtl\"", "[x]").doesNotContain("<script", "<img src=x", "https://");
    }
}
