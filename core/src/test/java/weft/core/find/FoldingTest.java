package weft.core.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own tables beside the JDK's full ones. */
class FoldingTest {
    /** What the JDK makes of a letter: compatibility forms apart, marks off, small, and once more. */
    private static String byTheJdk(int c) {
        String apart = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(apart, Normalizer.Form.NFKD).codePoints().filter(one -> Character.getType(one) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    @Test
    void whateverTheJdkFoldsAlikeIsFoldedAlikeHere() {
        int[] all = IntStream.of(0).flatMap(zero -> IntStream.concat(IntStream.rangeClosed(0xc0, 0x17f), IntStream.concat(IntStream.rangeClosed(0x386, 0x3ce),
                IntStream.concat(IntStream.rangeClosed(0x400, 0x481), IntStream.concat(IntStream.rangeClosed(0x48a, 0x52f),
                IntStream.concat(IntStream.rangeClosed(0x1e00, 0x1e99), IntStream.concat(IntStream.rangeClosed(0x1ea0, 0x1ef9),
                IntStream.concat(IntStream.rangeClosed(0x1f00, 0x1fbc),
                IntStream.concat(IntStream.rangeClosed(0xfe80, 0xfef4), IntStream.rangeClosed(0xff01, 0xff5e)))))))))).toArray();
        java.util.Arrays.stream(all).forEach(c -> {
            String wanted = byTheJdk(c);
            if (c != 0x149 && wanted.codePoints().allMatch(Character::isLetterOrDigit)) {
                // Folding once more takes in what our tables do besides: letters with strokes, final sigma.
                assertThat(Folding.fold(Character.toString(c))).as("U+%04X", c).isEqualTo(Folding.fold(wanted));
            }
        });
    }

    @Test
    void composedAndDecomposedAreTheSame() {
        for (String text : new String[] {"Äpfel für Zoë", "Đặng Thị Ngọc", "Ἀθῆναι", "йод ёж", "إِنْتَاج", "プレゼント", "한국어", "Ünïcödé"}) {
            String one = Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFC));
            assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD))).as(text).isEqualTo(one);
            assertThat(Folding.fold(one)).as("twice").isEqualTo(one);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Straße,strasse", "CRÈME BRÛLÉE,creme brulee", "œuf,oeuf", "Łódź,lodz", "Ærø,aero", "ＦＵＬＬ　１２,full 12", "ｶﾞｷﾞﾊﾟ,がぎぱ", "カレー,かれー",
        "أهلًا,اهلا", "مـــاء,ماء", "مدرسة,مدرسه", "على,علي", "۱۲۳,123", "٤٥٦,456", "ﻻ,لا", "Ωμέγας,ωμεγασ", "ЁЖ,еж", "שלום,שלומ", "it's,it s",
        "e-mail,e mail", "x²y,x y", "🍞bread,' bread'", "a\u200Db,ab"})
    void folds(String text, String wanted) {
        assertThat(Folding.fold(text)).isEqualTo(wanted);
    }

    @Test
    void anyTextFoldsWithoutEnd() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x30000; c++) {
            all.appendCodePoint(c);
        }
        String folded = Folding.fold(all.toString());
        String again = Folding.fold(folded);
        assertThat(IntStream.range(0, Math.min(folded.length(), again.length())).filter(i -> folded.charAt(i) != again.charAt(i)).limit(5)
                .mapToObj(i -> Integer.toHexString(folded.charAt(i)))).isEmpty();
        assertThat(again).hasSameSizeAs(folded);
        assertThat(Tokens.of(all.toString())).allSatisfy(term -> assertThat(term.length()).isBetween(1, Tokens.LONGEST));
    }
}
