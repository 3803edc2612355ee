package weft.pages.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import weft.core.atlas.AtlasFault;

class SketchesTest {
    private final AtomicInteger drawn = new AtomicInteger();

    private Ground.Sketch sketch() {
        drawn.incrementAndGet();
        return new Ground.Sketch(List.of(), List.of(), "somebody", Optional.empty());
    }

    private static Frame frame(int zoom) {
        return Frame.at(50, 4, zoom);
    }

    @Test
    void aGroundIsDrawnOnceForEachFrameAndLanguage() {
        Sketches sketches = new Sketches();
        for (int turn = 0; turn < 3; turn++) {
            assertThat(sketches.find(frame(12), "en", Ground.MOST, this::sketch).makers()).isEqualTo("somebody");
            sketches.find(frame(13), "en", Ground.MOST, this::sketch);
            sketches.find(frame(12), "ar", Ground.MOST, this::sketch);
        }
        assertThat(drawn).hasValue(3);
    }

    @Test
    void theOnesNotLookedAtForLongestGo() {
        Sketches sketches = new Sketches();
        for (int x = 0; x < 17; x++) {
            sketches.find(Frame.at(50, x, 12), "en", Ground.MOST, this::sketch);
            sketches.find(Frame.at(50, 0, 12), "en", Ground.MOST, this::sketch);
        }
        assertThat(drawn).as("the first stays, being looked at").hasValue(17);
        sketches.find(Frame.at(50, 1, 12), "en", Ground.MOST, this::sketch);
        assertThat(drawn).hasValue(18);
    }

    @Test
    void besideOthersItIsAwaitedUntilSomebodyDrawsIt() {
        Sketches sketches = Sketches.beside();
        assertThat(sketches.takeWanted()).isEmpty();
        assertThat(sketches.find(frame(12), "en", Ground.MOST, this::sketch).trouble()).contains(AtlasFault.AWAITED);
        assertThat(drawn).hasValue(0);
        sketches.takeWanted().orElseThrow().run();
        assertThat(sketches.find(frame(12), "en", Ground.MOST, this::sketch).makers()).isEqualTo("somebody");
        assertThat(sketches.takeWanted()).isEmpty();
        assertThat(drawn).hasValue(1);
    }

    @Test
    void aTroubleIsToldOnceAndThenTheFileIsReadAgain() {
        Sketches sketches = Sketches.beside();
        sketches.find(frame(12), "en", Ground.MOST, () -> new Ground.Sketch(List.of(), List.of(), "", Optional.of(AtlasFault.BAD_TILE)));
        sketches.takeWanted().orElseThrow().run();
        assertThat(sketches.find(frame(12), "en", Ground.MOST, this::sketch).trouble()).contains(AtlasFault.BAD_TILE);
        assertThat(sketches.find(frame(12), "en", Ground.MOST, this::sketch).trouble()).contains(AtlasFault.AWAITED);
        sketches.takeWanted().orElseThrow().run();
        assertThat(sketches.find(frame(12), "en", Ground.MOST, this::sketch).trouble()).isEmpty();
    }
}
