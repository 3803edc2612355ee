package weft.core.atlas;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/** A file in memory. */
public record BytesSource(Bytes file) implements Source {
    @Override
    public Checked<Bytes> read(Want want) {
        if (want.offset() > file.size() || want.length() > file.size() - want.offset()) {
            return Checked.bad(want.offset() == 0 ? AtlasFault.NOT_PMTILES : AtlasFault.OUT_OF_FILE, "file");
        }
        Bytes piece = file.slice((int) want.offset(), (int) want.offset() + want.length());
        if (!want.gzip()) {
            return Checked.good(piece);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(piece.toArray()))) {
            byte[] out = in.readNBytes(want.most() + 1);
            return out.length > want.most() ? Checked.bad(AtlasFault.TOO_LONG, "unpacked") : Checked.good(Bytes.wrap(out));
        } catch (IOException e) {
            return Checked.bad(AtlasFault.NOT_GZIP, "gzip");
        }
    }
}
