package weft.node.home;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import weft.core.atlas.AtlasFault;
import weft.core.atlas.Source;
import weft.primitives.Bytes;
import weft.wire.json.Checked;

/**
 * A map's file on this machine.
 *
 * @param file where it is
 */
public record MapFileSource(Path file) implements Source {
    @Override
    public Checked<Bytes> read(Want want) {
        byte[] piece = new byte[want.length()];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(piece);
            while (into.hasRemaining()) {
                if (channel.read(into, want.offset() + into.position()) < 0) {
                    return Checked.bad(want.offset() == 0 ? AtlasFault.NOT_PMTILES : AtlasFault.OUT_OF_FILE, "end");
                }
            }
        } catch (IOException | SecurityException e) {
            return Checked.bad(AtlasFault.UNREADABLE, e.getClass().getSimpleName());
        }
        return want.gzip() ? unpacked(piece, want.most()) : Checked.good(Bytes.wrap(piece));
    }

    /** Never more than is allowed, whatever the packed bytes claim. */
    private static Checked<Bytes> unpacked(byte[] piece, int most) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(piece))) {
            byte[] out = in.readNBytes(most + 1);
            return out.length > most ? Checked.bad(AtlasFault.TOO_LONG, "unpacked") : Checked.good(Bytes.wrap(out));
        } catch (IOException e) {
            return Checked.bad(AtlasFault.NOT_GZIP, "gzip");
        }
    }
}
