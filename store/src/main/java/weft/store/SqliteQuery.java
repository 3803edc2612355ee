package weft.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.message.Filter;

/** A filter as SQL. */
record SqliteQuery(String sql, List<Object> values) {
    /** One page of these columns of what a filter matches. */
    static SqliteQuery of(String columns, Filter filter, Optional<Envelopes.Place> after, int most) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        among("id", filter.ids().stream().map(Bytes::toArray).toList(), conditions, values);
        among("pubkey", filter.authors().stream().map(Bytes::toArray).toList(), conditions, values);
        among("kind", filter.kinds(), conditions, values);
        for (Map.Entry<String, List<String>> tag : filter.tags().entrySet()) {
            conditions.add("seq IN (SELECT seq FROM tag WHERE name = ? AND value IN (" + marks(tag.getValue().size()) + "))");
            values.add(tag.getKey());
            values.addAll(tag.getValue());
        }
        filter.since().ifPresent(since -> {
            conditions.add("created >= ?");
            values.add(since);
        });
        filter.until().ifPresent(until -> {
            conditions.add("created <= ?");
            values.add(until);
        });
        after.ifPresent(place -> {
            conditions.add("created <= ? AND (created < ? OR id > ?)");
            Collections.addAll(values, place.createdAt(), place.createdAt(), place.id().toArray());
        });
        values.add(most);
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return new SqliteQuery("SELECT " + columns + " FROM event" + where + " ORDER BY created DESC, id LIMIT ?", values);
    }

    private static void among(String column, List<?> wanted, List<String> conditions, List<Object> values) {
        if (!wanted.isEmpty()) {
            conditions.add(column + (wanted.size() == 1 ? " = ?" : " IN (" + marks(wanted.size()) + ")"));
            values.addAll(wanted);
        }
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
