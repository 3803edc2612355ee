package weft.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seasons, however people write them. */
class SeasonsTest {
    @ParameterizedTest
    @CsvSource({"spring,spring", "PRINTEMPS,spring", "primavera,spring", "الربيع,spring", "ربيع,spring", "Été,summer", "ete,summer", "verano,summer", "الصيف,summer",
        "fall,autumn", "Autumn,autumn", "automne,autumn", "otoño,autumn", "otono,autumn", "winter,winter", "hiver,winter", " invierno ,winter", "شتاء,winter",
        "all,all", "all year,all", "toutes,all", "todas,all", "todo el año,all", "كل السنة,all"})
    void aSeasonIsKnownInFourLanguages(String word, String name) {
        assertThat(Seasons.name(word)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"harvest", "ramadan", "school holidays", "''", "'…'"})
    void otherWordsAreNoSeason(String word) {
        assertThat(Seasons.name(word)).isEmpty();
    }

    @Test
    void whatSaysNoneOrAllYearIsForEachSeason() {
        for (String season : Seasons.NAMES) {
            assertThat(Seasons.fits(List.of(), season)).isTrue();
            assertThat(Seasons.fits(List.of("toute l’année"), season)).isTrue();
            assertThat(Seasons.fits(List.of(season), Seasons.ALL)).isTrue();
            assertThat(Seasons.fits(List.of("harvest"), season)).isFalse();
        }
    }

    @Test
    void aSeasonFitsItselfInAnyLanguageAndNoOther() {
        assertThat(Seasons.fits(List.of("été", "harvest"), "summer")).isTrue();
        assertThat(Seasons.fits(List.of("été"), "verano")).isTrue();
        assertThat(Seasons.fits(List.of("été"), "winter")).isFalse();
        assertThat(Seasons.fits(List.of("Harvest"), "harvest")).as("a word of the circle's own").isTrue();
    }
}
