package weft.core.circle;

import java.util.Comparator;
import java.util.List;
import weft.core.entry.Entry;
import weft.primitives.Primitives;
import weft.wire.json.Json;

/** The state of a shelf as the JSON by which vectors say what should have been folded. */
final class ShelfTelling {
    private ShelfTelling() {}

    static String of(Primitives primitives, List<Entry> entries) {
        PracticeShelf shelf = new PracticeShelf(primitives);
        entries.forEach(shelf::add);
        return of(shelf).write();
    }

    static Json of(PracticeShelf shelf) {
        return Json.array(shelf.practices().stream().sorted(Comparator.comparing(PracticeState::voice)).map(practice -> (Json) Json.object(
                "voice", practice.voice().hex(), "name", practice.name(), "revision", practice.revision(), "id", practice.id().hex(),
                "version", practice.version().hex(), "lastDay", practice.lastDay().number(),
                "accounts", Json.array(shelf.accounts(practice.name()).stream().map(account -> (Json) Json.of(account.id().hex())).toList()))).toList());
    }
}
