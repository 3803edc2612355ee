package weft.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.node.home.RoadNetwork;
import weft.rounds.model.Distances;
import weft.rounds.model.Legs;
import weft.rounds.model.Means;
import weft.rounds.model.Place;

/** A street plan drawn by hand: a block around which cars must go, with a path through it for feet and bikes, and a one-way street. */
class OpenStreetMapRoadsTest {
    @TempDir Path folder;

    /** Nodes 100 m apart or so; ids are rows of ten. */
    private static String grid() {
        StringBuilder out = new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 10; column++) {
                out.append("<node id=\"").append(id(row, column)).append("\" version=\"1\" lat=\"").append(52.5 + row * 0.001).append("\" lon=\"")
                        .append(13.4 + column * 0.0015).append("\"/>\n");
            }
        }
        int way = 1000;
        for (int row : new int[] {0, 9}) {
            out.append(way(way++, "residential", "", java.util.stream.IntStream.range(0, 10).mapToLong(c -> id(row, c)).toArray()));
        }
        for (int column : new int[] {0, 9}) {
            out.append(way(way++, "residential", column == 9 ? "<tag k=\"oneway\" v=\"yes\"/>" : "",
                    java.util.stream.IntStream.range(0, 10).mapToLong(r -> id(r, column)).toArray()));
        }
        out.append(way(way, "path", "<tag k=\"bicycle\" v=\"yes\"/>", java.util.stream.IntStream.range(0, 10).mapToLong(r -> id(r, 5)).toArray()));
        return out.append("</osm>\n").toString();
    }

    private static long id(int row, int column) {
        return row * 10L + column + 1;
    }

    private static String way(int id, String highway, String more, long... nodes) {
        StringBuilder out = new StringBuilder("<way id=\"" + id + "\" version=\"1\">");
        for (long node : nodes) {
            out.append("<nd ref=\"").append(node).append("\"/>");
        }
        return out.append("<tag k=\"highway\" v=\"").append(highway).append("\"/>").append(more).append("</way>\n").toString();
    }

    private static final List<Place> PLACES = List.of(new Place("south", 13.4075, 52.5), new Place("north", 13.4075, 52.509),
            new Place("south-east", 13.4135, 52.5), new Place("north-east", 13.4135, 52.509));

    private Distances roads() throws IOException {
        return new OpenStreetMapRoads().open(Files.writeString(folder.resolve("block.osm"), grid()));
    }

    @Test
    void carsGoAroundWhereFeetGoThrough() throws IOException {
        Distances roads = roads();
        Legs car = roads.legs(PLACES, Means.CAR);
        Legs foot = roads.legs(PLACES, Means.FOOT);
        Legs bike = roads.legs(PLACES, Means.BIKE);
        assertThat(foot.metres(0, 1)).isBetween(980.0, 1020.0);
        assertThat(bike.metres(0, 1)).isBetween(980.0, 1020.0);
        assertThat(car.metres(0, 1)).isBetween(1700.0, 2300.0);
        assertThat(foot.seconds(0, 1)).isGreaterThan(bike.seconds(0, 1));
        assertThat(car.metres(0, 0)).isZero();
    }

    @Test
    void aOneWayStreetIsLongerBack() throws IOException {
        Legs car = roads().legs(PLACES, Means.CAR);
        assertThat(car.metres(3, 2)).isGreaterThan(car.metres(2, 3) + 500);
    }

    @Test
    void aSpeedOfOnesOwnChangesTheTimeAlone() throws IOException {
        Distances roads = roads();
        Legs usual = roads.legs(PLACES, Means.BIKE);
        Legs slow = roads.legs(PLACES, new Means("bike", Means.BIKE.metresPerSecond() / 2, Means.BIKE.detour()));
        assertThat(slow.seconds(0, 1)).isEqualTo(2 * usual.seconds(0, 1));
        assertThat(slow.metres(0, 1)).isEqualTo(usual.metres(0, 1));
    }

    @Test
    void aStopInTheSeaIsNamed() throws IOException {
        Distances roads = roads();
        assertThatThrownBy(() -> roads.legs(List.of(PLACES.getFirst(), new Place("Harbour light", 14.9, 54.9)), Means.CAR))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Harbour light").hasMessageContaining("in the water");
    }

    @Test
    void whatIsNoExtractIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.osm"), "Dear all");
        assertThatThrownBy(() -> new OpenStreetMapRoads().open(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("letter.osm");
        assertThatThrownBy(() -> new OpenStreetMapRoads().open(folder.resolve("none.osm.pbf"))).hasMessageContaining("can't be read");
    }

    @Test
    void theNodeFindsIt() {
        assertThat(ServiceLoader.load(RoadNetwork.class).findFirst()).containsInstanceOf(OpenStreetMapRoads.class);
    }
}
