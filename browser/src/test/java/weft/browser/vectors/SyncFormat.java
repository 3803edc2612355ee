package weft.browser.vectors;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.json.Json;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** The recorded exchanges of the negentropy protocol, message by message. */
final class SyncFormat {
    private SyncFormat() {}

    static String transcripts(Primitives p, Json.Obj file) {
        for (Json transcript : list(file, "transcripts")) {
            String result = replay(p, (Json.Obj) transcript);
            if (!result.equals(Formats.OK)) {
                return Formats.text((Json.Obj) transcript, "name") + ": " + result;
            }
        }
        return Formats.OK;
    }

    private static String replay(Primitives p, Json.Obj transcript) {
        int limit = Formats.whole(transcript, "frameSizeLimit");
        Negentropy initiator = new Negentropy(p, index(transcript, "initiator"), limit);
        Negentropy responder = new Negentropy(p, index(transcript, "responder"), limit);
        Set<String> have = new HashSet<>();
        Set<String> need = new HashSet<>();
        List<String> messages = texts(transcript, "messages");
        if (!initiator.initiate().hex().equals(messages.getFirst())) {
            return "another first message";
        }
        for (int i = 0; i < messages.size(); i++) {
            Negentropy.Step step = (i % 2 == 0 ? responder : initiator).reconcile(Bytes.hex(messages.get(i))).orThrow();
            step.have().forEach(id -> have.add(id.hex()));
            step.need().forEach(id -> need.add(id.hex()));
            Optional<String> wanted = i + 1 < messages.size() ? Optional.of(messages.get(i + 1)) : Optional.empty();
            if (!step.next().map(Bytes::hex).equals(wanted)) {
                return "another message " + (i + 1);
            }
        }
        boolean same = have.equals(new HashSet<>(texts(transcript, "have"))) && need.equals(new HashSet<>(texts(transcript, "need")));
        return same ? Formats.OK : "another result";
    }

    private static List<Json> list(Json.Obj object, String name) {
        return ((Json.Arr) object.get(name).orElseThrow()).items();
    }

    private static List<String> texts(Json.Obj object, String name) {
        return list(object, name).stream().map(item -> ((Json.Text) item).value()).toList();
    }

    private static SyncIndex index(Json.Obj transcript, String side) {
        SyncIndex index = new SyncIndex();
        for (Json item : list(transcript, side)) {
            List<Json> pair = ((Json.Arr) item).items();
            index.add(((Json.Num) pair.get(0)).whole().orElseThrow(), Bytes.hex(((Json.Text) pair.get(1)).value()));
        }
        return index;
    }
}
