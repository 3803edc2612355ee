package weft.relay.step;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.message.Filter;

/** All subscriptions, by what they listen for: an event looks only at those that may want it. */
final class Listeners {
    private static final String EVERYTHING = "*";

    private final Map<String, Set<Subscription>> byKey = new HashMap<>();
    private int count;

    void add(Subscription subscription) {
        count++;
        keys(subscription).forEach(key -> byKey.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(subscription));
    }

    void remove(Subscription subscription) {
        count--;
        for (String key : keys(subscription)) {
            byKey.computeIfPresent(key, (_, set) -> set.remove(subscription) && set.isEmpty() ? null : set);
        }
    }

    int count() {
        return count;
    }

    /** Those that may want an event, each once. */
    Set<Subscription> of(Event event) {
        Set<Subscription> out = new LinkedHashSet<>(byKey.getOrDefault("author " + event.publicKey().hex(), Set.of()));
        for (Tag tag : event.tags()) {
            if (tag.name().equals("p")) {
                out.addAll(byKey.getOrDefault("p " + tag.value(), Set.of()));
            }
        }
        out.addAll(byKey.getOrDefault(EVERYTHING, Set.of()));
        return out;
    }

    private static Set<String> keys(Subscription subscription) {
        Set<String> keys = new LinkedHashSet<>();
        for (Filter filter : subscription.filters) {
            List<String> receivers = filter.tags().getOrDefault("p", List.of());
            if (!filter.authors().isEmpty()) {
                filter.authors().forEach(author -> keys.add("author " + author.hex()));
            } else if (!receivers.isEmpty()) {
                receivers.forEach(receiver -> keys.add("p " + receiver));
            } else {
                keys.add(EVERYTHING);
            }
        }
        return keys;
    }
}
