package weft.node.shell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import weft.primitives.Bytes;
import weft.store.Envelopes;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/** A store that fails for as long as it is told to. */
final class BreakingStore implements Envelopes {
    private final Envelopes inner;
    volatile boolean full;

    BreakingStore(Envelopes inner) {
        this.inner = inner;
    }

    private void check() {
        if (full) {
            throw new StoreException(StoreException.Code.DISK_FULL, "The disk is full. Make room, then try again.");
        }
    }

    @Override
    public boolean append(List<Event> events) {
        check();
        return inner.append(events);
    }

    @Override
    public boolean exchange(List<Event> stored, Collection<Bytes> deleted) {
        check();
        return inner.exchange(stored, deleted);
    }

    @Override
    public void each(Consumer<Event> consumer) {
        inner.each(consumer);
    }

    @Override
    public void eachStamp(Consumer<Stamp> consumer) {
        inner.eachStamp(consumer);
    }

    @Override
    public Optional<Event> find(Bytes id) {
        return inner.find(id);
    }

    @Override
    public List<Event> query(Filter filter, Optional<Place> after, int most) {
        return inner.query(filter, after, most);
    }

    @Override
    public int remove(Collection<Bytes> ids) {
        check();
        return inner.remove(ids);
    }

    @Override
    public int removeEndedBefore(long unixSeconds) {
        check();
        return inner.removeEndedBefore(unixSeconds);
    }

    @Override
    public List<Stamp> stamps(Filter filter, int most) {
        return inner.stamps(filter, most);
    }

    @Override
    public List<Stamp> endedBefore(long unixSeconds) {
        return inner.endedBefore(unixSeconds);
    }

    @Override
    public long count() {
        return inner.count();
    }

    @Override
    public Map<Bytes, Long> bytesByKey() {
        return inner.bytesByKey();
    }

    @Override
    public void close() {
        inner.close();
    }
}
