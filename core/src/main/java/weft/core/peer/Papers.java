package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.codec.SecretReader;
import weft.core.codec.SecretWriter;
import weft.core.entry.EntryLimits;
import weft.core.entry.Writing;
import weft.core.view.DraftView;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Tag;

/** What a vault holds of practices: which are kept, and what the reader is writing ({@code spec/vaultcontent.md}). */
final class Papers {
    private static final int CHUNK = 16_000;

    private Papers() {}

    static void write(SecretWriter out, PeerState state) {
        List<Membership> keeping = state.circles.values().stream().filter(circle -> !circle.kept.isEmpty()).toList();
        out.u32(keeping.size());
        for (Membership circle : keeping) {
            out.bytes(circle.address).u32(circle.kept.size());
            circle.kept.forEach(out::bytes);
        }
        out.u32(state.drafts.size());
        for (DraftView draft : state.drafts.values()) {
            out.bytes(draft.id()).u64(draft.savedAt()).truth(draft.revises().isPresent());
            draft.revises().ifPresent(ref -> out.bytes(ref.circle()).bytes(ref.root()));
            Writing writing = draft.writing();
            out.text(writing.title()).text(writing.language()).u32(writing.fields().size());
            writing.fields().forEach(tag -> out.texts(tag.values()));
            chunks(writing.text(), out);
        }
    }

    /** A text of the vault is shorter than a practice can be. */
    private static void chunks(String text, SecretWriter out) {
        List<String> chunks = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + CHUNK);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            chunks.add(text.substring(from, to));
            from = to;
        }
        out.u32(chunks.size());
        chunks.forEach(out::text);
    }

    private static String chunks(SecretReader in) {
        StringBuilder text = new StringBuilder();
        int count = in.count(2);
        for (int i = 0; i < count && !in.broken(); i++) {
            String chunk = in.text();
            // One text has one form.
            if (chunk.isEmpty() || chunk.length() > CHUNK || i < count - 1 && chunk.length() < CHUNK - 1) {
                in.breakOff();
            }
            text.append(chunk);
        }
        return text.toString();
    }

    static void read(SecretReader in, PeerState state) {
        int circles = in.broken() ? 0 : in.count(36);
        for (int i = 0; i < circles && !in.broken(); i++) {
            Membership circle = state.circles.get(in.bytes(32));
            int kept = in.count(32);
            if (kept == 0) {
                in.breakOff();
            }
            for (int j = 0; j < kept && !in.broken(); j++) {
                if (circle == null || !circle.kept.add(in.bytes(32))) {
                    in.breakOff();
                }
            }
        }
        int drafts = in.broken() ? 0 : in.count(EntryLimits.NAME_BYTES);
        for (int i = 0; i < drafts && !in.broken(); i++) {
            readDraft(in, state);
        }
    }

    private static void readDraft(SecretReader in, PeerState state) {
        Bytes id = in.bytes(EntryLimits.NAME_BYTES);
        long savedAt = in.u64();
        Optional<Ref> revises = in.truth() ? Optional.of(new Ref(in.bytes(32), in.bytes(32))) : Optional.empty();
        String title = in.text();
        String language = in.text();
        List<Tag> fields = new ArrayList<>();
        int count = in.count(4);
        for (int i = 0; i < count && !in.broken(); i++) {
            List<String> values = in.texts();
            if (values.isEmpty()) {
                in.breakOff();
            } else {
                fields.add(new Tag(values));
            }
        }
        Writing writing = new Writing(title, language, fields, chunks(in));
        if (!in.broken() && state.drafts.put(id, new DraftView(id, revises, writing, savedAt)) != null) {
            in.breakOff();
        }
    }
}
