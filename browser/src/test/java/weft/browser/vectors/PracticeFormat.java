package weft.browser.vectors;

import java.util.ArrayList;
import java.util.List;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.practice.PracticeReader;
import weft.practice.Scaling;
import weft.practice.carry.ArticleAddress;
import weft.practice.carry.Articles;
import weft.primitives.Bytes;
import weft.wire.event.Draft;
import weft.wire.event.Tag;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** The vectors of {@code spec/practice.md}. What HTML comes out is compared on a computer, where the sanitizer has the last word. */
final class PracticeFormat {
    private PracticeFormat() {}

    static String practice(Json.Obj vector) {
        return switch (Formats.text(vector, "what")) {
            case "scale" -> Formats.same(Scaling.scale(PracticeReader.read(Formats.text(vector, "text")).orThrow(), Formats.whole(vector, "people")).text(),
                    Formats.text(vector, "result"));
            case "naddr" -> Formats.code(ArticleAddress.read(Formats.text(vector, "naddr")));
            case "article" -> Formats.code(Articles.read(draft(vector)));
            default -> read(vector);
        };
    }

    private static String read(Json.Obj vector) {
        Checked<Practice> read = PracticeReader.read(Formats.text(vector, "text"));
        if (!(read instanceof Checked.Good<Practice>(Practice practice))) {
            return Formats.code(read);
        }
        List<Json> paragraphs = new ArrayList<>();
        practice.paragraphs().forEach(one -> paragraphs.add(Json.texts(List.of(one.kind().name(), one.text()))));
        String html = Markdown.html(practice.text());
        boolean safe = !html.isEmpty() && !html.contains("<script") && !html.contains("javascript:") && !html.contains("onclick=\"");
        return vector.get("paragraphs").isEmpty() ? "ok" : !safe ? "not safe: " + html
                : Formats.same(Json.array(paragraphs).write(), vector.get("paragraphs").orElseThrow().write());
    }

    private static Draft draft(Json.Obj vector) {
        Json.Obj event = (Json.Obj) vector.get("event").orElseThrow();
        List<Tag> tags = new ArrayList<>();
        for (Json tag : ((Json.Arr) event.get("tags").orElseThrow()).items()) {
            List<String> values = new ArrayList<>();
            ((Json.Arr) tag).items().forEach(item -> values.add(((Json.Text) item).value()));
            tags.add(new Tag(values));
        }
        return new Draft(Bytes.hex(Formats.text(event, "pubkey")), event.whole("created_at").orElseThrow(), Formats.whole(event, "kind"), tags,
                Formats.text(event, "content"));
    }
}
