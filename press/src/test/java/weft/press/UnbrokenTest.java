package weft.press;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No line ends before a French sign or between a number and its unit. */
class UnbrokenTest {
    @Test
    void aNumberStaysWithItsUnit() {
        assertThat(Unbroken.of("<p>below 35 °C, 5 kg of rice, 12 months, 3 m, 20 %</p>", "en"))
                .isEqualTo("<p>below 35\u00a0°C, 5\u00a0kg of rice, 12 months, 3\u00a0m, 20\u00a0%</p>");
    }

    @Test
    void frenchSignsStayWithTheirWords() {
        assertThat(Unbroken.of("<p>Quoi ? « Rien » : voilà ; bon !</p>", "fr-CA"))
                .isEqualTo("<p>Quoi\u00a0? «\u00a0Rien\u00a0»\u00a0: voilà\u00a0; bon\u00a0!</p>");
        assertThat(Unbroken.of("<p>what ? so : there</p>", "en")).isEqualTo("<p>what ? so : there</p>");
    }

    @Test
    void tagsAndCodeStayAsTheyAre() {
        String html = "<img alt=\"quoi ? 5 kg\" src=\"x\"/><pre><code>a ? b : 5 kg</code></pre><code>x ; y</code><style>p { color : red ; }</style>";
        assertThat(Unbroken.of(html, "fr")).isEqualTo(html);
    }
}
