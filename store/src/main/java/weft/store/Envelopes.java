package weft.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.Filter;

/**
 * Where a node or a relay keeps events. Events given to it are verified already; events read from it are of the right
 * shape. Every method may throw a {@link StoreException}. Implementations may be called from several threads.
 */
public interface Envelopes extends AutoCloseable {
    /**
     * Stores events in one transaction, durably: after the return they survive a power cut. Those that are stored
     * already are passed over.
     *
     * @return whether any was new
     */
    boolean append(List<Event> events);

    /** Gives every event, oldest stored first. The consumer must not call back into the store. */
    void each(Consumer<Event> consumer);

    /** Gives every event's identity without reading its content, in no order. */
    void eachStamp(Consumer<Stamp> consumer);

    /** The event of an id. */
    Optional<Event> find(Bytes id);

    /** What a filter matches, newest first and the smaller id first within a second; the filter's own limit holds too. */
    default List<Event> query(Filter filter, int most) {
        return query(filter, Optional.empty(), most);
    }

    /** The same from behind a place on: the next page of a long answer. */
    List<Event> query(Filter filter, Optional<Place> after, int most);

    /** Deletes events durably, also from the file's free pages; tells how many there were. */
    int remove(Collection<Bytes> ids);

    /**
     * Stores some and deletes others in one transaction: after a cut both were done, or neither. What is to be stored and deleted is not kept.
     *
     * @return whether anything that was stored is new
     */
    boolean exchange(List<Event> stored, Collection<Bytes> deleted);

    /** Deletes durably the events whose expiration (NIP-40) is at a Unix second or before; tells how many there were. */
    int removeEndedBefore(long unixSeconds);

    /**
     * The identities of what a filter matches, newest first, without reading any content; at most so many.
     */
    List<Stamp> stamps(Filter filter, int most);

    /** The identities of what {@link #removeEndedBefore} would delete now. */
    List<Stamp> endedBefore(long unixSeconds);

    /**
     * Does work that was put off so that appends are quick, while appends go on. Whoever calls this every few hundred events spares those who
     * wait for an append; whoever never calls it has it done by appends now and then.
     */
    default void settle() {}

    /** How many events there are. */
    long count();

    /** Bytes of JSON stored, by public key. */
    Map<Bytes, Long> bytesByKey();

    @Override
    void close();

    /** Where a page ended. */
    record Place(long createdAt, Bytes id) {
        /** The place of an event. */
        public static Place of(Event event) {
            return new Place(event.createdAt(), event.id());
        }
    }

    /** An event's identity: enough for a sync index. */
    record Stamp(Bytes id, Bytes publicKey, int kind, long createdAt) {}
}
