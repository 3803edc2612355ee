package weft.wire.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import weft.primitives.Bytes;
import weft.wire.event.Limits;
import weft.wire.json.Json;

/** Collects a filter's members. An empty list, which can match nothing, is refused: no honest client means it. */
final class FilterBuilder {
    private List<Bytes> ids = List.of();
    private List<Bytes> authors = List.of();
    private List<Integer> kinds = List.of();
    private final Map<String, List<String>> tags = new HashMap<>();
    private Optional<Long> since = Optional.empty();
    private Optional<Long> until = Optional.empty();
    private Optional<Integer> limit = Optional.empty();

    /** Takes one member; false where it is not as NIP-01 wants it. */
    boolean take(String name, Json value) {
        switch (name) {
            case "ids" -> ids = list(value, FilterBuilder::key);
            case "authors" -> authors = list(value, FilterBuilder::key);
            case "kinds" -> kinds = list(value, json -> whole(json, 0xffff).map(Long::intValue));
            case "since" -> since = whole(value, Limits.LARGEST_WHOLE);
            case "until" -> until = whole(value, Limits.LARGEST_WHOLE);
            case "limit" -> limit = whole(value, Integer.MAX_VALUE).map(Long::intValue);
            default -> {
                boolean letter = name.length() == 2 && name.charAt(0) == '#' && Character.isLetter(name.charAt(1)) && name.charAt(1) < 0x80;
                if (!letter) {
                    return false;
                }
                List<String> values = list(value, json -> json instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty());
                tags.put(name.substring(1), values);
                return !values.isEmpty();
            }
        }
        return switch (name) {
            case "ids" -> !ids.isEmpty();
            case "authors" -> !authors.isEmpty();
            case "kinds" -> !kinds.isEmpty();
            case "since" -> since.isPresent();
            case "until" -> until.isPresent();
            default -> limit.isPresent();
        };
    }

    Filter build() {
        return new Filter(ids, authors, kinds, tags, since, until, limit);
    }

    private static Optional<Bytes> key(Json json) {
        return json instanceof Json.Text(String text) && text.length() == 64 ? Bytes.parseHex(text) : Optional.empty();
    }

    private static Optional<Long> whole(Json json, long most) {
        return json instanceof Json.Num number ? number.whole().filter(value -> value >= 0 && value <= most) : Optional.empty();
    }

    /** All items read, or an empty list where one can't be, or where there are none or too many. */
    private static <T> List<T> list(Json json, Function<Json, Optional<T>> read) {
        if (!(json instanceof Json.Arr(List<Json> items)) || items.size() > Limits.FILTER_VALUES) {
            return List.of();
        }
        List<T> out = new ArrayList<>(items.size());
        for (Json item : items) {
            Optional<T> value = read.apply(item);
            if (value.isEmpty()) {
                return List.of();
            }
            out.add(value.get());
        }
        return out;
    }
}
