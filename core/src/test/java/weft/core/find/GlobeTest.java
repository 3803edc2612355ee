package weft.core.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GlobeTest {
    @Test
    void sinesAreThoseOfTheJdk() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double angle = (random.nextDouble() * 2 - 1) * Math.PI;
            assertThat(Globe.sin(angle)).isCloseTo(Math.sin(angle), within(1e-15));
            assertThat(Globe.cos(angle)).isCloseTo(Math.cos(angle), within(1e-15));
        }
    }

    @Test
    void aCircleLiesInItsReach() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50_000; i++) {
            int latitude = random.nextInt(-90_000_000, 90_000_001);
            double metres = random.nextInt(100, 60_000);
            int north = random.nextInt(-600_000, 600_000);
            int east = random.nextInt(-180_000_000, 180_000_000);
            int other = Math.clamp((long) latitude + north, -90_000_000, 90_000_000);
            if (Globe.halfChordSquare(latitude, 0, other, east) <= Globe.halfChordSquare(metres)) {
                assertThat(Math.abs(east)).isLessThanOrEqualTo(Globe.reachE6(latitude, metres));
                assertThat(Math.abs(other - latitude)).isLessThanOrEqualTo(Globe.northE6(metres));
            }
        }
    }
}
