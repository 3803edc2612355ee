package weft.relay.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weft.primitives.Bytes;
import weft.store.Envelopes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Tag;
import weft.wire.message.Filter;

/**
 * The store as a relay uses it: newer replaceable events take the place of older ones (NIP-01), and authors may delete what
 * they wrote (NIP-09), except envelopes. Whoever holds a circle's key could ask to delete all of it, so nobody can.
 */
public final class Shelf {
    private final Envelopes envelopes;

    /** Over a store. */
    public Shelf(Envelopes envelopes) {
        this.envelopes = envelopes;
    }

    /** What became of an event that was to be shelved. */
    public enum Outcome {
        /** It is stored now, durably. */
        NEW,
        /** It was stored already. */
        DUPLICATE,
        /** A newer one stands in its place. */
        OUTDATED,
        /** Its author has deleted it. */
        DELETED
    }

    /** What became of one event. */
    public record Fate(Event event, Outcome outcome) {}

    /** Puts a batch on the shelf in one durable commit; the fates come in the order of the events. */
    public List<Fate> put(List<Event> events) {
        Map<Bytes, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, Event> slots = new LinkedHashMap<>();
        Map<Bytes, Event> adding = new LinkedHashMap<>();
        Set<Bytes> removing = new HashSet<>();
        for (Event event : events) {
            if (outcomes.containsKey(event.id())) {
                continue;
            }
            Outcome outcome = outcome(event, slots, removing);
            outcomes.put(event.id(), outcome);
            if (outcome == Outcome.NEW) {
                adding.put(event.id(), event);
            }
        }
        removing.forEach(adding::remove);
        for (Event event : adding.values()) {
            removing.addAll(deleted(event, adding));
        }
        // In one commit: a deletion that is stored has deleted, also after a cut, when its author says it again and hears that it is known.
        envelopes.exchange(List.copyOf(adding.values()), removing);
        List<Fate> fates = new ArrayList<>();
        Set<Bytes> told = new HashSet<>();
        for (Event event : events) {
            fates.add(new Fate(event, told.add(event.id()) ? outcomes.getOrDefault(event.id(), Outcome.DUPLICATE) : Outcome.DUPLICATE));
        }
        return fates;
    }

    /** A page of what a filter matches. */
    public List<Event> read(Filter filter, Optional<Envelopes.Place> after, int most) {
        return envelopes.query(filter, after, most);
    }

    /** The identities of what a filter matches, at most so many. */
    public List<Envelopes.Stamp> stamps(Filter filter, int most) {
        return envelopes.stamps(filter, most);
    }

    private Outcome outcome(Event event, Map<String, Event> slots, Set<Bytes> removing) {
        if (envelopes.find(event.id()).isPresent()) {
            return Outcome.DUPLICATE;
        }
        if (event.kind() == Envelope.KIND) {
            return Outcome.NEW;
        }
        if (event.kind() != Kinds.DELETION && isDeleted(event)) {
            return Outcome.DELETED;
        }
        Optional<String> slot = Kinds.slot(event);
        if (slot.isEmpty()) {
            return Outcome.NEW;
        }
        String name = event.publicKey().hex() + ":" + event.kind() + ":" + slot.get();
        List<Event> others = new ArrayList<>(stored(event, slot.get()));
        Event earlier = slots.get(name);
        if (earlier != null) {
            others.add(earlier);
        }
        for (Event other : others) {
            if (newer(other, event)) {
                return Outcome.OUTDATED;
            }
        }
        others.forEach(other -> removing.add(other.id()));
        slots.put(name, event);
        return Outcome.NEW;
    }

    /** The later one counts; of two in one second, the one with the smaller id. */
    private static boolean newer(Event one, Event other) {
        return one.createdAt() != other.createdAt() ? one.createdAt() > other.createdAt() : one.id().compareTo(other.id()) < 0;
    }

    private List<Event> stored(Event event, String slot) {
        Map<String, List<String>> tags = slot.isEmpty() ? Map.of() : Map.of("d", List.of(slot));
        Filter filter = new Filter(List.of(), List.of(event.publicKey()), List.of(event.kind()), tags, Optional.empty(), Optional.empty(), Optional.empty());
        return envelopes.query(filter, 1_000).stream().filter(other -> Kinds.slot(other).equals(Optional.of(slot))).toList();
    }

    private boolean isDeleted(Event event) {
        Filter byId = deletions(event, "e", event.id().hex(), Optional.empty());
        if (!envelopes.query(byId, 1).isEmpty()) {
            return true;
        }
        Optional<String> slot = Kinds.slot(event);
        return slot.isPresent() && !envelopes.query(
                deletions(event, "a", event.kind() + ":" + event.publicKey().hex() + ":" + slot.get(), Optional.of(event.createdAt())), 1).isEmpty();
    }

    private static Filter deletions(Event event, String tag, String value, Optional<Long> since) {
        return new Filter(List.of(), List.of(event.publicKey()), List.of(Kinds.DELETION),
                Map.of(tag, List.of(value)), since, Optional.empty(), Optional.empty());
    }

    /** What a deletion names, stored or beside it in a batch, of its author's own, envelopes and deletions apart. */
    private Set<Bytes> deleted(Event deletion, Map<Bytes, Event> batch) {
        if (deletion.kind() != Kinds.DELETION) {
            return Set.of();
        }
        Set<Bytes> ids = new HashSet<>();
        for (Tag tag : deletion.tags()) {
            if (tag.name().equals("e")) {
                Bytes.parseHex(tag.value()).flatMap(id -> Optional.ofNullable(batch.get(id)).or(() -> envelopes.find(id)))
                        .filter(event -> deletable(event, deletion)).ifPresent(event -> ids.add(event.id()));
            } else if (tag.name().equals("a")) {
                address(tag.value(), deletion, batch).ifPresent(found -> found.forEach(event -> ids.add(event.id())));
            }
        }
        return ids;
    }

    private static boolean deletable(Event event, Event deletion) {
        return event.publicKey().equals(deletion.publicKey()) && event.kind() != Envelope.KIND && event.kind() != Kinds.DELETION;
    }

    /** The events at an address {@code kind:pubkey:d} up to the deletion's time. */
    private Optional<List<Event>> address(String address, Event deletion, Map<Bytes, Event> batch) {
        String[] parts = address.split(":", 3);
        if (parts.length != 3 || !parts[1].equals(deletion.publicKey().hex()) || !parts[0].matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        int kind = Integer.parseInt(parts[0]);
        Filter filter = new Filter(List.of(), List.of(deletion.publicKey()), List.of(kind), Map.of(),
                Optional.empty(), Optional.of(deletion.createdAt()), Optional.empty());
        return Optional.of(Stream.concat(envelopes.query(filter, 1_000).stream(), batch.values().stream().filter(filter::matches))
                .filter(event -> deletable(event, deletion) && Kinds.slot(event).equals(Optional.of(parts[2])))
                .toList());
    }
}
