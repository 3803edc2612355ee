package weft.node.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weft.core.atlas.Atlas;
import weft.core.atlas.AtlasFault;
import weft.core.atlas.AtlasHead;
import weft.node.home.MapSetting;
import weft.wire.json.Checked;
import weft.wire.json.Fault;
import weft.wire.json.Json;

/** {@code weft map}: which map's file the node draws. Needs no running node; one that runs draws it from the next page on. */
@Command(name = "map", sortOptions = false, description = "Draw maps from a PMTiles file of your region, or show which one is drawn.",
        footer = {"", "The file holds vector tiles (OpenMapTiles, Protomaps or Shortbread layers) and stays where it is. Nothing is fetched from elsewhere."})
public final class MapCommand implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE.pmtiles", description = "The map's file.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--none", description = "Do without: maps show the outlines of the land.")
    private boolean none;

    @Override
    public Integer call() {
        MapSetting setting = new MapSetting(common.folder());
        try {
            if (none) {
                setting.keep(Optional.empty());
            } else if (file.isPresent()) {
                check(file.get());
                Files.createDirectories(common.folder());
                setting.keep(file);
            }
        } catch (IOException e) {
            throw new Stop(Stop.REFUSED, "The setting could not be written into " + common.folder() + ". Look whether you may write there.");
        }
        Optional<Path> now = setting.file();
        Json.Obj answer = now.map(path -> Json.object("map", path.toString())).orElseGet(() -> Json.object("map", Json.Null.NULL));
        return common.show(answer, ignored -> now.map(path -> "Maps are drawn from " + path + about(path) + ".\n")
                .orElse("No map file is set: maps show the outlines of the land. Give one with ./weft map FILE.pmtiles.\n"));
    }

    private static String about(Path file) {
        return switch (MapSetting.open(file)) {
            case Checked.Good<Atlas>(Atlas atlas) -> {
                AtlasHead head = atlas.head();
                yield String.format(Locale.ROOT, ": levels %d to %d, %.2f to %.2f north, %.2f to %.2f east", head.least(), head.most(), head.south(),
                        head.north(), head.west(), head.east());
            }
            case Checked.Bad<Atlas>(Fault fault, String ignored) -> ", which can't be read now (" + fault.code() + ")";
        };
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Stop(Stop.REFUSED, "There is no file " + file + ", or it may not be read. Give the path of a .pmtiles file.");
        }
        if (MapSetting.open(file) instanceof Checked.Bad<Atlas>(Fault fault, String ignored)) {
            throw new Stop(Stop.REFUSED, sentence((AtlasFault) fault));
        }
    }

    private static String sentence(AtlasFault fault) {
        return switch (fault) {
            case NOT_PMTILES -> "This file is no PMTiles archive. Give a file that ends in .pmtiles.";
            case OTHER_VERSION -> "This file is of another version of PMTiles than 3. Convert it with \"pmtiles convert\", or get a newer one.";
            case NOT_VECTOR -> "This file holds pictures. Weft draws maps itself: give one with vector tiles.";
            case OTHER_PACKING -> "This file is packed in a way that Weft does not read. Give one whose tiles are packed with gzip.";
            case AWAITED, UNREADABLE, BAD_LEVELS, OUT_OF_FILE, TOO_LONG, NOT_GZIP, BAD_DIRECTORY, TOO_DEEP, BAD_TILE, BAD_SHAPE, TOO_MUCH ->
                "This file is damaged (" + fault.code() + "). Get it again.";
        };
    }
}
