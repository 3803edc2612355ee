package weft.core.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** Maps from strangers: what is packed, what is large, what is damaged anywhere. */
class AtlasTest {
    private static Bytes small(int corner) {
        return PmTilesWriter.tileOf(new PmTilesWriter.LayerWriter("water").shape(3, List.of("class", "lake"), new int[] {0, 0, corner, 0, corner, 4096}));
    }

    private static PmTilesWriter writer(boolean packed) {
        PmTilesWriter writer = new PmTilesWriter(packed);
        for (int level = 0; level < 5; level++) {
            for (int x = 0; x < 1 << level; x++) {
                for (int y = 0; y < 1 << level; y++) {
                    writer.tile(level, x, y, small(level * 1000 + x * 32 + y));
                }
            }
        }
        return writer;
    }

    private static Atlas open(Bytes file) {
        return Atlas.open(new BytesSource(file)).orThrow();
    }

    @Test
    void everyTileIsFoundWhetherPackedOrNotAndHoweverDirectoriesAreCut() {
        for (boolean packed : new boolean[] {false, true}) {
            for (int leaves : new int[] {0, 1, 7, 100}) {
                Atlas atlas = open(writer(packed).leaves(leaves).write());
                for (int level = 0; level < 5; level++) {
                    for (int x = 0; x < 1 << level; x++) {
                        for (int y = 0; y < 1 << level; y++) {
                            assertThat(atlas.tile(level, x, y).orThrow()).as(level + "/" + x + "/" + y).contains(small(level * 1000 + x * 32 + y));
                        }
                    }
                }
                assertThat(atlas.tile(5, 0, 0).orThrow()).isEmpty();
                assertThat(atlas.tile(2, 4, 0).orThrow()).isEmpty();
                assertThat(atlas.makers().orThrow()).isEqualTo("\u00a9 Test street map");
            }
        }
    }

    /** Numbers as the reference implementation gives them. */
    @Test
    void tilesAreNumberedAsTheFormatSays() {
        assertThat(Atlas.number(0, 0, 0)).isZero();
        assertThat(List.of(Atlas.number(1, 0, 0), Atlas.number(1, 0, 1), Atlas.number(1, 1, 1), Atlas.number(1, 1, 0))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(Atlas.number(2, 0, 0)).isEqualTo(5L);
        assertThat(Atlas.number(12, 3423, 1763)).isEqualTo(19_078_479L);
    }

    @Test
    void gzipThatUnpacksToMoreThanATileMayHaveIsRefused() {
        Bytes bomb = new PmTilesWriter(true).tile(0, 0, 0, Bytes.wrap(new byte[Atlas.MOST_TILE + 1])).write();
        assertThat(bomb.size()).isLessThan(20_000);
        assertThat(open(bomb).tile(0, 0, 0)).isInstanceOfSatisfying(Checked.Bad.class, bad -> assertThat(bad.fault()).isEqualTo(AtlasFault.TOO_LONG));
        Bytes zeros = new PmTilesWriter(true).tile(0, 0, 0, Bytes.wrap(new byte[Atlas.MOST_TILE])).write();
        assertThat(open(zeros).tile(0, 0, 0)).isInstanceOf(Checked.Good.class);
    }

    @Test
    void moreShapesOrCornersThanAnybodySeesAreRefused() {
        PmTilesWriter.LayerWriter layer = new PmTilesWriter.LayerWriter("water");
        for (int i = 0; i <= 60_000; i++) {
            layer.shape(1, List.of(), new int[] {1, 1});
        }
        assertThat(fault(PmTilesWriter.tileOf(layer))).contains(AtlasFault.TOO_MUCH);
        int[] line = new int[1_200_004];
        Arrays.fill(line, 5);
        assertThat(fault(PmTilesWriter.tileOf(new PmTilesWriter.LayerWriter("water").shape(2, List.of(), line)))).contains(AtlasFault.TOO_MUCH);
        assertThat(Tile.read(PmTilesWriter.tileOf(layer), name -> false)).isInstanceOf(Checked.Bad.class);
    }

    private static Optional<Object> fault(Bytes tile) {
        return Tile.read(tile, name -> true) instanceof Checked.Bad<Tile> bad ? Optional.of(bad.fault()) : Optional.empty();
    }

    /** Whatever is changed in a file: there is an answer, soon, and nothing is thrown. */
    @Test
    void aDamagedFileIsAnsweredWithAReasonOrAnotherTile() {
        Bytes packed = writer(true).leaves(50).write();
        Bytes plain = new PmTilesWriter(false).tile(1, 1, 0, PmTilesWriter.tileOf(AtlasVectors.town())).write();
        SplittableRandom random = new SplittableRandom(20261123);
        int bad = 0;
        for (int round = 0; round < 6_000; round++) {
            byte[] file = (round % 2 == 0 ? packed : plain).toArray();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                // Half of them in the head and the first directory, where most can go wrong.
                file[random.nextInt(random.nextBoolean() ? Math.min(400, file.length) : file.length)] = (byte) random.nextInt(256);
            }
            Bytes damaged = Bytes.wrap(Arrays.copyOf(file, random.nextInt(10) == 0 ? random.nextInt(file.length) : file.length));
            Checked<Tile> read = Atlas.open(new BytesSource(damaged)).then(atlas -> {
                atlas.makers();
                return atlas.tile(1, 1, 0);
            }).then(tile -> tile.isEmpty() ? Checked.good(new Tile(List.of())) : Tile.read(tile.get(), name -> true));
            bad += read instanceof Checked.Bad<Tile> ? 1 : 0;
        }
        assertThat(bad).isBetween(1_500, 5_500);
    }
}
