package weft.sim.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import weft.primitives.Bytes;
import weft.store.Envelopes;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/** Events in memory, in transactions: a cut falls before one or after it. It can be full. */
public final class SimEnvelopes implements Envelopes {
    private static final Comparator<Event> NEWEST_FIRST = Comparator.comparingLong(Event::createdAt).reversed().thenComparing(Event::id);

    private final Doom doom;
    private final Set<Planted> planted;
    private final Map<Bytes, Event> events = new LinkedHashMap<>();
    private final Map<Bytes, Long> ends = new LinkedHashMap<>();
    private final Map<Bytes, NavigableSet<Event>> byAuthor = new HashMap<>();
    private final Map<Integer, NavigableSet<Event>> byKind = new HashMap<>();
    private final Map<Bytes, Long> bytes = new HashMap<>();
    private final List<Bytes> unsynced = new ArrayList<>();
    private boolean full;

    SimEnvelopes(Doom doom, Set<Planted> planted) {
        this.doom = doom;
        this.planted = planted;
    }

    void fill(boolean isFull) {
        full = isFull;
    }

    /** Power is back. */
    void cut() {
        if (planted.contains(Planted.LOSES_COMMITTED)) {
            unsynced.forEach(this::drop);
        }
        unsynced.clear();
    }

    /** What is stored, oldest stored first. */
    List<Event> copy() {
        return List.copyOf(events.values());
    }

    /** Everything gives way to what was stored once. */
    void replace(List<Event> old) {
        events.clear();
        ends.clear();
        byAuthor.clear();
        byKind.clear();
        bytes.clear();
        old.forEach(this::put);
    }

    /** A bit of an event's content turns. */
    void flip(Event was, Dice dice) {
        String content = was.content();
        int at = dice.below(content.length());
        String turned = content.substring(0, at) + (char) (content.charAt(at) ^ 1) + content.substring(at + 1);
        drop(was.id());
        put(new Event(was.id(), was.publicKey(), was.createdAt(), was.kind(), was.tags(), turned, was.signature()));
    }

    private void put(Event event) {
        if (events.putIfAbsent(event.id(), event) == null) {
            event.expiration().ifPresent(end -> ends.put(event.id(), end));
            bytes.merge(event.publicKey(), size(event), Long::sum);
            byAuthor.computeIfAbsent(event.publicKey(), _ -> new TreeSet<>(NEWEST_FIRST)).add(event);
            byKind.computeIfAbsent(event.kind(), _ -> new TreeSet<>(NEWEST_FIRST)).add(event);
        }
    }

    private boolean drop(Bytes id) {
        Event event = events.remove(id);
        if (event == null) {
            return false;
        }
        ends.remove(id);
        bytes.computeIfPresent(event.publicKey(), (_, all) -> all == size(event) ? null : all - size(event));
        remove(byAuthor, event.publicKey(), event);
        remove(byKind, event.kind(), event);
        return true;
    }

    private static <K> void remove(Map<K, NavigableSet<Event>> from, K key, Event event) {
        from.computeIfPresent(key, (_, set) -> set.remove(event) && set.isEmpty() ? null : set);
    }

    @Override
    public boolean append(List<Event> batch) {
        if (full && !batch.isEmpty()) {
            throw new StoreException(StoreException.Code.DISK_FULL, "the disk is full");
        }
        int before = events.size();
        doom.step(() -> batch.forEach(event -> {
            put(event);
            if (planted.contains(Planted.LOSES_COMMITTED)) {
                unsynced.add(event.id());
            }
        }));
        return events.size() > before;
    }

    @Override
    public boolean exchange(List<Event> stored, Collection<Bytes> deleted) {
        if (full && !stored.isEmpty()) {
            throw new StoreException(StoreException.Code.DISK_FULL, "the disk is full");
        }
        if (deleted.isEmpty()) {
            return append(stored);
        }
        boolean[] fresh = new boolean[1];
        doom.step(() -> {
            int before = events.size();
            stored.forEach(event -> {
                put(event);
                if (planted.contains(Planted.LOSES_COMMITTED)) {
                    unsynced.add(event.id());
                }
            });
            fresh[0] = events.size() > before;
            if (!planted.contains(Planted.HOARDS)) {
                deleted.forEach(this::drop);
            }
        });
        return fresh[0];
    }

    @Override
    public void each(Consumer<Event> consumer) {
        copy().forEach(consumer);
    }

    @Override
    public void eachStamp(Consumer<Stamp> consumer) {
        events.values().forEach(event -> consumer.accept(stamp(event)));
    }

    @Override
    public Optional<Event> find(Bytes id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public List<Event> query(Filter filter, Optional<Place> after, int most) {
        List<Event> out = new ArrayList<>();
        int wanted = Math.min(most, filter.limit().orElse(most));
        for (Event event : candidates(filter)) {
            if (out.size() >= wanted) {
                break;
            }
            boolean behind = after.isEmpty() || event.createdAt() < after.get().createdAt()
                    || event.createdAt() == after.get().createdAt() && event.id().compareTo(after.get().id()) > 0;
            if (behind && filter.matches(event)) {
                out.add(event);
            }
        }
        return out;
    }

    private Collection<Event> candidates(Filter filter) {
        if (!filter.ids().isEmpty()) {
            TreeSet<Event> found = new TreeSet<>(NEWEST_FIRST);
            filter.ids().forEach(id -> find(id).ifPresent(found::add));
            return found;
        }
        if (filter.authors().size() == 1) {
            return byAuthor.getOrDefault(filter.authors().getFirst(), new TreeSet<>(NEWEST_FIRST));
        }
        if (filter.kinds().size() == 1) {
            return byKind.getOrDefault(filter.kinds().getFirst(), new TreeSet<>(NEWEST_FIRST));
        }
        TreeSet<Event> all = new TreeSet<>(NEWEST_FIRST);
        all.addAll(events.values());
        return all;
    }

    @Override
    public int remove(Collection<Bytes> ids) {
        int before = events.size();
        if (!ids.isEmpty() && !planted.contains(Planted.HOARDS)) {
            doom.step(() -> ids.forEach(this::drop));
        }
        return before - events.size();
    }

    @Override
    public int removeEndedBefore(long unixSeconds) {
        return remove(ends.entrySet().stream().filter(end -> end.getValue() <= unixSeconds).map(Map.Entry::getKey).toList());
    }

    @Override
    public List<Stamp> stamps(Filter filter, int most) {
        return query(filter, most).stream().map(SimEnvelopes::stamp).toList();
    }

    @Override
    public List<Stamp> endedBefore(long unixSeconds) {
        return ends.entrySet().stream().filter(end -> end.getValue() <= unixSeconds)
                .flatMap(end -> find(end.getKey()).stream()).map(SimEnvelopes::stamp).toList();
    }

    private static Stamp stamp(Event event) {
        return new Stamp(event.id(), event.publicKey(), event.kind(), event.createdAt());
    }

    @Override
    public long count() {
        return events.size();
    }

    @Override
    public Map<Bytes, Long> bytesByKey() {
        return new HashMap<>(bytes);
    }

    private static long size(Event event) {
        return event.content().length() + 300L;
    }

    @Override
    public void close() {}
}
