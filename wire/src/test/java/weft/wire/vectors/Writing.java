package weft.wire.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weft.jdk.JdkPrimitives;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.json.Json;

/** What the makers of vectors share: a fixed key and a folder to write to. */
final class Writing {
    static final Primitives P = new JdkPrimitives();
    static final long NOW = 1_800_000_000L;

    private final Path folder;
    private final String field;

    Writing(Path folder, String field) {
        this.folder = folder;
        this.field = field;
    }

    static Secret key(String name) {
        return P.keep(P.sha256(Bytes.utf8("wire vectors: " + name)).toArray());
    }

    static Bytes author() {
        return P.publicKey(key("author"));
    }

    static Event signed(long createdAt, int kind, List<Tag> tags, String content) {
        return sign(new Draft(author(), createdAt, kind, tags, content));
    }

    static Event sign(Draft draft) {
        Bytes id = draft.id(P);
        return draft.signed(id, P.sign(key("author"), id, Bytes.wrap(new byte[32])));
    }

    void accept(String name, String what, String text, Object... more) {
        write("accept", name, what, text, more);
    }

    void reject(String reason, String name, String what, String text, Object... more) {
        Object[] all = new Object[more.length + 2];
        System.arraycopy(more, 0, all, 0, more.length);
        all[more.length] = "reason";
        all[more.length + 1] = reason;
        write("reject", name, what, text, all);
    }

    private void write(String kind, String name, String what, String text, Object... more) {
        Object[] members = new Object[more.length + 4];
        members[0] = "what";
        members[1] = what;
        members[2] = field;
        members[3] = text;
        System.arraycopy(more, 0, members, 4, more.length);
        try {
            Path file = Files.createDirectories(folder.resolve(kind)).resolve(name + ".json");
            if (Files.exists(file)) {
                throw new IllegalStateException("two vectors are called " + name);
            }
            Files.writeString(file, Json.object(members).write() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
