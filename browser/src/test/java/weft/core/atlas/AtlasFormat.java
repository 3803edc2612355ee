package weft.core.atlas;

import java.util.List;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Runs the vectors of {@code spec/pmtiles.md}. */
public final class AtlasFormat {
    private AtlasFormat() {}

    /** A file in memory of which nothing is packed. */
    private record Plain(Bytes file) implements Source {
        @Override
        public Checked<Bytes> read(Want want) {
            if (want.offset() > file.size() || want.length() > file.size() - want.offset()) {
                return Checked.bad(want.offset() == 0 ? AtlasFault.NOT_PMTILES : AtlasFault.OUT_OF_FILE, "file");
            }
            return want.gzip() ? Checked.bad(AtlasFault.NOT_GZIP, "gzip") : Checked.good(file.slice((int) want.offset(), (int) want.offset() + want.length()));
        }
    }

    /** Runs one: what the tile reads, or the fault. */
    public static String vector(Primitives ignored, Json.Obj vector) {
        Bytes file = Bytes.hex(vector.text("file").orElseThrow());
        List<Integer> at = ((Json.Arr) vector.get("tile").orElseThrow()).items().stream()
                .map(number -> ((Json.Num) number).whole().orElseThrow().intValue()).toList();
        Checked<String> read = Atlas.open(new Plain(file)).then(atlas -> atlas.tile(at.get(0), at.get(1), at.get(2))).then(AtlasFormat::shapes);
        return switch (read) {
            case Checked.Good<String>(String text) -> {
                String wanted = vector.text("reads").orElse(text);
                yield text.equals(wanted) ? "ok" : "not the same: " + text;
            }
            case Checked.Bad<String>(var fault, String detail) -> fault.code();
        };
    }

    private static Checked<String> shapes(Optional<Bytes> tile) {
        return tile.isEmpty() ? Checked.good("") : Tile.read(tile.get(), name -> !name.equals("poi")).then(read -> Checked.good(AtlasText.text(read)));
    }
}
