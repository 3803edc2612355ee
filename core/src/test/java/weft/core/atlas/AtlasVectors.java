package weft.core.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import weft.primitives.Bytes;
import weft.wire.json.Json;

/** Writes {@code spec/vectors/pmtiles}: run by hand with the folder as its argument, when the format's page changes. */
final class AtlasVectors {
    private AtlasVectors() {}

    /** A small town around 50.85 north, 4.35 east, at the level given: a river, woods, streets, a railway, houses, names. */
    static PmTilesWriter.LayerWriter[] town() {
        List<int[]> houses = new ArrayList<>();
        PmTilesWriter.LayerWriter streets = new PmTilesWriter.LayerWriter("transportation");
        for (int i = 0; i < 7; i++) {
            streets.shape(2, List.of("class", i == 3 ? "primary" : i % 2 == 0 ? "minor" : "tertiary"),
                    new int[] {-64, 300 + i * 520, 1400, 420 + i * 500, 2600, 380 + i * 520, 4160, 500 + i * 490});
            streets.shape(2, List.of("class", i == 2 ? "secondary" : i == 5 ? "path" : "minor"),
                    new int[] {350 + i * 560, -64, 420 + i * 540, 2000, 300 + i * 570, 4160});
            for (int j = 0; j < 7; j++) {
                int x = 520 + i * 550;
                int y = 560 + j * 500;
                houses.add(new int[] {x, y, x + 130, y, x + 130, y + 90, x, y + 90});
            }
        }
        PmTilesWriter.LayerWriter buildings = new PmTilesWriter.LayerWriter("building");
        houses.forEach(house -> buildings.shape(3, List.of(), house));
        return new PmTilesWriter.LayerWriter[] {
            new PmTilesWriter.LayerWriter("landcover").shape(3, List.of("class", "wood"), new int[] {2900, 200, 4000, 300, 3900, 1300, 3000, 1200}),
            new PmTilesWriter.LayerWriter("water").shape(3, List.of("class", "river"),
                    new int[] {-80, 2500, 1000, 2300, 2200, 2900, 4200, 2700, 4200, 2900, 2200, 3120, 1000, 2520, -80, 2720}),
            streets.shape(2, List.of("class", "rail"), new int[] {-64, 3900, 2000, 3300, 4160, 3500}), buildings,
            new PmTilesWriter.LayerWriter("place").shape(1, List.of("class", "town", "name", "Tannersbridge", "name:ar", "جسر الدباغين"),
                    new int[] {1900, 1500}).shape(1, List.of("class", "suburb", "name", "Old Market"), new int[] {3300, 2300}),
            new PmTilesWriter.LayerWriter("poi").shape(1, List.of("name", "not read"), new int[] {1, 1})};
    }

    private static Json.Obj vector(Bytes file, int level, int x, int y, String... more) {
        Object[] members = new Object[4 + more.length];
        members[0] = "file";
        members[1] = file.hex();
        members[2] = "tile";
        members[3] = List.of(level, x, y);
        System.arraycopy(more, 0, members, 4, more.length);
        return (Json.Obj) Json.object(members);
    }

    private static Bytes with(Bytes file, int at, int... values) {
        return file.slice(0, at).then(Bytes.ofUnsigned(values), file.slice(at + values.length, file.size()));
    }

    /** A file with one tile of these bytes. */
    private static Bytes tile(PmTilesWriter.Proto tile) {
        return new PmTilesWriter(false).tile(1, 1, 0, Bytes.wrap(tile.bytes())).write();
    }

    /** A file whose one shape has this geometry. */
    private static Bytes geometry(long... numbers) {
        PmTilesWriter.Proto commands = new PmTilesWriter.Proto();
        for (long number : numbers) {
            commands.number(number);
        }
        return layer(new PmTilesWriter.Proto().number(3 << 3).number(2).part(4, commands.bytes()));
    }

    private static Bytes layer(PmTilesWriter.Proto feature) {
        return tile(new PmTilesWriter.Proto().part(3, new PmTilesWriter.Proto().text(1, "water").part(2, feature.bytes()).bytes()));
    }

    /** A file with a directory of these numbers in place of its own. */
    private static Bytes directory(long... numbers) {
        PmTilesWriter.Proto bytes = new PmTilesWriter.Proto();
        for (long number : numbers) {
            bytes.number(number);
        }
        Bytes whole = new PmTilesWriter(false).tile(1, 1, 0, Bytes.utf8("x")).write();
        Bytes directory = Bytes.wrap(bytes.bytes());
        Bytes head = with(with(with(whole.slice(0, 127), 8, 127), 16, directory.size()), 40, 127, 0, 0, 0, 0, 0, 0, 0, directory.size());
        return head.then(directory);
    }

    /** The town again and again, to be looked at. */
    private static Bytes wide() {
        PmTilesWriter writer = new PmTilesWriter(true).leaves(20);
        for (int x = 4190; x < 4200; x++) {
            for (int y = 2744; y < 2754; y++) {
                writer.tile(13, x, y, PmTilesWriter.tileOf(town())).tile(12, x / 2, y / 2, PmTilesWriter.tileOf(town()));
            }
        }
        return writer.write();
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            Files.write(Path.of(arguments[1]), wide().toArray());
        }
        Path folder = Path.of(arguments[0]);
        Bytes town = new PmTilesWriter(false).tile(13, 4195, 2749, PmTilesWriter.tileOf(town())).tile(12, 2097, 1373, PmTilesWriter.tileOf(town())).write();
        Bytes two = new PmTilesWriter(false).leaves(2).tile(0, 0, 0, small("ocean")).tile(1, 0, 0, small("a")).tile(1, 0, 1, small("b"))
                .tile(1, 1, 1, small("c")).tile(2, 3, 1, small("d")).write();
        write(folder, "accept/town", vector(town, 13, 4195, 2749, "reads",
                AtlasText.text(Tile.read(PmTilesWriter.tileOf(town()), name -> !name.equals("poi")).orThrow())));
        write(folder, "accept/leaves", vector(two, 2, 3, 1, "reads", "d area kind=water : 0,0 4096,0 4096,4096"));
        write(folder, "accept/leaves-first", vector(two, 0, 0, 0, "reads", "ocean area kind=water : 0,0 4096,0 4096,4096"));
        write(folder, "accept/none-there", vector(two, 1, 1, 0, "reads", ""));
        write(folder, "accept/unknown-fields", vector(layer(new PmTilesWriter.Proto().number(1 << 3).number(7).number(3 << 3).number(2)
                .part(4, new PmTilesWriter.Proto().number(9).number(2).number(4).number(10).number(6).number(8).bytes()).part(12, new byte[] {1, 2})), 1, 1, 0,
                "reads", "water line : 1,2 4,6"));
        reject(folder, "not-pmtiles", with(town, 0, 'Q'));
        reject(folder, "not-pmtiles-short", town.slice(0, 126), "not-pmtiles");
        reject(folder, "other-version", with(town, 7, 2));
        reject(folder, "not-vector", with(town, 99, 2));
        reject(folder, "other-packing", with(town, 98, 3));
        reject(folder, "bad-levels", with(town, 100, 5, 4));
        reject(folder, "bad-levels-27", with(town, 101, 27), "bad-levels");
        reject(folder, "out-of-file", with(town, 63, 0x40));
        reject(folder, "out-of-file-tile", directory(1, 4, 1, 900, 1), "out-of-file");
        write(folder, "reject/too-long", vector(with(town, 19, 2), 13, 4195, 2749, "reason", "too-long"));
        reject(folder, "bad-directory", directory(0));
        reject(folder, "bad-directory-count", directory(199_999, 1, 1, 1, 1), "bad-directory");
        reject(folder, "bad-directory-backwards", directory(2, 4, 0, 1, 1, 1, 1, 1, 1), "bad-directory");
        reject(folder, "bad-directory-empty-length", directory(1, 4, 1, 0, 1), "bad-directory");
        reject(folder, "bad-directory-first-offset", directory(1, 4, 1, 1, 0), "bad-directory");
        reject(folder, "bad-directory-behind", directory(1, 4, 1, 1, 1, 1), "bad-directory");
        reject(folder, "too-deep", directory(1, 0, 0, 5, 1));
        reject(folder, "bad-tile", tile(new PmTilesWriter.Proto().number(3 << 3 | 2).number(99)));
        reject(folder, "bad-tile-varint", tile(new PmTilesWriter.Proto().number(3 << 3).number(-1).number(-1).part(3, new byte[] {(byte) 0xff, (byte) 0xff})),
                "bad-tile");
        reject(folder, "bad-tile-extent", tile(new PmTilesWriter.Proto().part(3, new PmTilesWriter.Proto().text(1, "water").number(5 << 3).number(0).bytes())),
                "bad-tile");
        reject(folder, "bad-tile-tags", layer(new PmTilesWriter.Proto().part(2, new byte[] {0, 0})), "bad-tile");
        reject(folder, "bad-shape", geometry(10, 2, 2));
        reject(folder, "bad-shape-close", geometry(15), "bad-shape");
        reject(folder, "bad-shape-twice", geometry(9, 2, 2, 23), "bad-shape");
        reject(folder, "bad-shape-short", geometry(9, 2, 2, (long) 1_000_000 << 3 | 2, 2, 2), "bad-shape");
        reject(folder, "bad-shape-far", geometry(9, 2, 2, 18, 0xfffffffEL, 2, 0xffffffffL, 2), "bad-shape");
    }

    private static Bytes small(String layer) {
        return PmTilesWriter.tileOf(new PmTilesWriter.LayerWriter(layer).shape(3, List.of("kind", "water"), new int[] {0, 0, 4096, 0, 4096, 4096}));
    }

    private static void reject(Path folder, String reason, Bytes file) throws IOException {
        reject(folder, reason, file, reason);
    }

    private static void reject(Path folder, String name, Bytes file, String reason) throws IOException {
        write(folder, "reject/" + name, vector(file, 1, 1, 0, "reason", reason));
    }

    private static void write(Path folder, String name, Json.Obj vector) throws IOException {
        Path file = folder.resolve(name + ".json");
        Files.createDirectories(file.getParent());
        StringBuilder out = new StringBuilder();
        weft.wire.json.JsonWriter.value(vector, out);
        Files.writeString(file, out.append('\n').toString());
    }
}
