package weft.core.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** Reads the frozen vectors under spec/vectors. */
public final class Vectors {
    private Vectors() {}

    /** The scenarios of a format's folder, such as {@code tree/accept}, each named by its file. */
    public static List<Named<Json.Obj>> in(String folder) {
        Path root = Path.of(System.getProperty("weft.root"), "spec", "vectors").resolve(folder);
        try (Stream<Path> files = Files.list(root)) {
            List<Named<Json.Obj>> out = files.filter(file -> file.toString().endsWith(".json")).sorted()
                    .map(file -> Named.of(file.getFileName().toString(), read(file))).toList();
            if (out.isEmpty()) {
                throw new IllegalStateException("no vectors in " + root);
            }
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same without their names. */
    public static List<Json.Obj> all(String folder) {
        return in(folder).stream().map(Named::getPayload).toList();
    }

    private static Json.Obj read(Path file) {
        try {
            return (Json.Obj) ((Checked.Good<Json>) Json.read(Files.readString(file))).value();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassCastException e) {
            throw new IllegalStateException(file + " is not a JSON object", e);
        }
    }

    static Bytes hex(Json.Obj vector, String name) {
        return Bytes.hex(text(vector, name));
    }

    static Secret secret(Primitives p, Json.Obj vector, String name) {
        return p.keep(hex(vector, name).toArray());
    }

    static String text(Json.Obj vector, String name) {
        return vector.text(name).orElseThrow(() -> new IllegalStateException("the vector has no text " + name));
    }

    static long whole(Json.Obj vector, String name) {
        return vector.whole(name).orElseThrow(() -> new IllegalStateException("the vector has no number " + name));
    }

    static String hex(Secret secret) {
        byte[] out = new byte[secret.size()];
        secret.copyTo(out, 0);
        return Bytes.wrap(out).hex();
    }
}
