package weft.relay.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/**
 * A relay without a machine around it. Single-threaded; never throws on input. Nobody is told that an event is kept before it
 * is durable, and nobody hears of it before that either.
 */
public final class Relay {
    private static final long PRUNE_EVERY_SECONDS = 60;
    private static final int REMEMBERED = 20_000;

    /** The smallest queue that a reader may be given is 1,000,000; 200,000 may still wait when the next is poured. */
    private static final int POUR_CHARACTERS = 400_000;

    private final RelayPolicy policy;
    private final Intake intake;
    private final Storage storage;
    private final Indexes indexes;
    private final Syncs syncs;
    private final Listeners listeners = new Listeners();
    private final Map<Integer, Link> links = new HashMap<>();
    /** Who waits to hear that an event is durable, by its id. */
    private final Map<Bytes, List<Integer>> waiting = new HashMap<>();
    /** Ids shelved lately, so that copies from several members cost no check and no look at the disk. */
    private final Map<Bytes, Boolean> lately = new LinkedHashMap<>();
    private final Map<String, Long> refused = new HashMap<>();
    private long readings;
    private long prunedAt;
    private long taken;
    private long duplicates;
    private long delivered;
    private long requests;
    private long garbled;
    private List<RelayEffect> effects = new ArrayList<>();

    /**
     * With nobody connected.
     *
     * @param bytesByKey what is stored already, as {@link weft.store.Envelopes#bytesByKey} tells
     * @param indexes of what is stored already
     */
    public Relay(RelayPolicy policy, Map<Bytes, Long> bytesByKey, Indexes indexes) {
        this.indexes = indexes;
        this.syncs = new Syncs(policy, indexes, effect -> effects.add(effect));
        this.policy = policy;
        this.intake = new Intake(policy);
        this.storage = new Storage(policy.bounds(), bytesByKey);
    }

    /** One step. */
    public List<RelayEffect> step(RelayInput input, long nowUnixMillis) {
        effects = new ArrayList<>();
        long now = Math.floorDiv(nowUnixMillis, 1000L);
        switch (input) {
            case RelayInput.Opened(int number, String host, String challenge) -> {
                links.put(number, new Link(number, host, challenge, policy.bounds(), nowUnixMillis));
                send(number, new RelayMessage.Challenge(challenge));
            }
            case RelayInput.Closed(int number) -> closed(number);
            case RelayInput.Said(int number, ClientMessage message) -> {
                Link link = links.get(number);
                if (link != null) {
                    said(link, message, nowUnixMillis);
                }
            }
            case RelayInput.Garbled(int number, String fault) -> {
                garbled++;
                send(number, new RelayMessage.Notice("invalid: " + fault));
                blame(number);
            }
            case RelayInput.Judged(var judgements) -> judgements.forEach(this::judged);
            case RelayInput.Shelved(var fates) -> fates.forEach(fate -> shelved(fate, now));
            case RelayInput.NotShelved(var events, String trouble) -> events.forEach(event -> notShelved(event, trouble));
            case RelayInput.Found(int number, long reading, var events) -> found(number, reading, events, now);
            case RelayInput.NotFound(int number, long reading, String trouble) -> notFound(number, reading, trouble);
            case RelayInput.Drained(int number) -> goOn(links.get(number));
            case RelayInput.Indexed(int number, long sync, var stamps) -> syncs.indexed(links.get(number), sync, stamps);
            case RelayInput.NotIndexed(int number, long sync, String trouble) -> syncs.notIndexed(links.get(number), sync, trouble);
            case RelayInput.Pruned(var bytesByKey, var gone) -> {
                storage.replace(bytesByKey);
                gone.forEach(indexes::remove);
            }
            case RelayInput.Tick() -> tick(now);
        }
        return effects;
    }

    /** What was done so far. */
    public Tally tally() {
        return new Tally(links.size(), listeners.count(), waiting.size(), storage.all(), taken, duplicates, refused, delivered, requests, garbled);
    }

    private void send(int link, RelayMessage message) {
        effects.add(new RelayEffect.Send(link, message));
    }

    private void ok(int link, Bytes id, boolean accepted, String text) {
        if (!accepted) {
            refused.merge(text.substring(0, Math.max(0, text.indexOf(':'))), 1L, Long::sum);
        }
        if (links.containsKey(link)) {
            send(link, new RelayMessage.Ok(id, accepted, text));
        }
    }

    private void closed(int number) {
        Link link = links.remove(number);
        if (link != null) {
            link.subscriptions.values().forEach(listeners::remove);
            syncs.closed(link);
        }
    }

    /** Counts a fault against a link; too many and it is closed. */
    private void blame(int number) {
        Link link = links.get(number);
        if (link != null && ++link.faults == policy.bounds().faults()) {
            effects.add(new RelayEffect.Shut(number, "too many faults"));
        }
    }

    private void tick(long now) {
        if (now >= prunedAt + PRUNE_EVERY_SECONDS || now < prunedAt) {
            prunedAt = now;
            effects.add(new RelayEffect.Prune(now));
        }
    }

    private void said(Link link, ClientMessage message, long nowMillis) {
        long now = Math.floorDiv(nowMillis, 1000L);
        switch (message) {
            case ClientMessage.Publish(Event event) -> publish(link, event, nowMillis, now);
            case ClientMessage.Authenticate(Event event) -> {
                Optional<String> refusal = link.requests.take(nowMillis) ? Proofs.refusal(event, link, now) : Optional.of("rate-limited: slow down");
                refusal.ifPresentOrElse(why -> ok(link.number, event.id(), false, why),
                        () -> effects.add(new RelayEffect.Check(link.number, event, true)));
            }
            case ClientMessage.Subscribe(String name, List<Filter> filters) -> subscribe(link, name, filters, nowMillis);
            case ClientMessage.Unsubscribe(String name) -> unsubscribe(link, name);
            case ClientMessage.SyncOpen(String name, Filter filter, Bytes bytes) -> openSync(link, name, filter, bytes, nowMillis);
            case ClientMessage.SyncMessage(String name, Bytes bytes) -> {
                if (link.requests.take(nowMillis)) {
                    syncs.goOn(link, name, bytes);
                } else {
                    syncs.refuse(link, name, "closed: slow down, then begin again");
                }
            }
            case ClientMessage.SyncClose(String name) -> syncs.close(link, name);
        }
    }

    private void publish(Link link, Event event, long nowMillis, long now) {
        if (!link.events.take(nowMillis)) {
            ok(link.number, event.id(), false, "rate-limited: slow down, then send it again");
            return;
        }
        int bytes = bytes(event);
        Optional<String> refusal = intake.refusal(event, bytes, link.keys, now);
        if (refusal.isPresent()) {
            ok(link.number, event.id(), false, refusal.get());
        } else if (lately.containsKey(event.id())) {
            duplicates++;
            ok(link.number, event.id(), true, "duplicate: already have it");
        } else {
            storage.refusal(event.publicKey(), bytes).ifPresentOrElse(why -> ok(link.number, event.id(), false, why),
                    () -> effects.add(new RelayEffect.Check(link.number, event, false)));
        }
    }

    private static int bytes(Event event) {
        return Bytes.utf8(event.json()).size();
    }

    private void judged(RelayInput.Judgement judgement) {
        Event event = judgement.event();
        if (judgement.fault().isPresent()) {
            EventFault fault = judgement.fault().get();
            ok(judgement.link(), event.id(), false, "invalid: " + fault.code());
            blame(judgement.link());
        } else if (judgement.proof()) {
            Link link = links.get(judgement.link());
            if (link != null) {
                link.keys.add(event.publicKey());
                ok(link.number, event.id(), true, "");
            }
        } else if (Kinds.ephemeral(event.kind())) {
            ok(judgement.link(), event.id(), true, "");
            deliver(event, Long.MIN_VALUE);
        } else {
            List<Integer> already = waiting.get(event.id());
            if (already != null) {
                already.add(judgement.link());
                return;
            }
            waiting.put(event.id(), new ArrayList<>(List.of(judgement.link())));
            storage.add(event.publicKey(), bytes(event));
            append(event);
        }
    }

    /** One append for all events of a step, at the end of its effects. */
    private void append(Event event) {
        if (!effects.isEmpty() && effects.getLast() instanceof RelayEffect.Append(var events)) {
            List<Event> more = new ArrayList<>(events);
            more.add(event);
            effects.set(effects.size() - 1, new RelayEffect.Append(more));
        } else {
            effects.add(new RelayEffect.Append(List.of(event)));
        }
    }

    private void shelved(Shelf.Fate fate, long now) {
        Event event = fate.event();
        List<Integer> waited = waiting.remove(event.id());
        if (fate.outcome() != Shelf.Outcome.NEW) {
            storage.add(event.publicKey(), -bytes(event));
        }
        for (int link : waited == null ? List.<Integer>of() : waited) {
            switch (fate.outcome()) {
                case NEW -> ok(link, event.id(), true, note(event));
                case DUPLICATE -> ok(link, event.id(), true, "duplicate: already have it");
                case OUTDATED -> ok(link, event.id(), true, "duplicate: a newer one stands in its place");
                case DELETED -> ok(link, event.id(), false, "blocked: its author has deleted it");
            }
        }
        switch (fate.outcome()) {
            case NEW -> {
                taken++;
                remember(event.id());
                indexes.add(event);
                deliver(event, now);
            }
            case DUPLICATE -> {
                duplicates++;
                remember(event.id());
            }
            case OUTDATED, DELETED -> { }
        }
    }

    private static String note(Event event) {
        return event.kind() == Kinds.DELETION ? "envelopes (kind " + Envelope.KIND + ") are not deleted on request, all else is" : "";
    }

    private void remember(Bytes id) {
        lately.put(id, true);
        if (lately.size() > REMEMBERED) {
            lately.remove(lately.keySet().iterator().next());
        }
    }

    private void notShelved(Event event, String trouble) {
        storage.add(event.publicKey(), -bytes(event));
        List<Integer> waited = waiting.remove(event.id());
        for (int link : waited == null ? List.<Integer>of() : waited) {
            ok(link, event.id(), false, "error: " + trouble);
        }
    }

    private void deliver(Event event, long now) {
        for (Subscription subscription : listeners.of(event)) {
            Link link = subscription.link;
            if (subscription.wants(event) && link.maySee(event, policy, now)) {
                link.readings.stream().filter(reading -> reading.subscription.equals(subscription.name)).forEach(reading -> reading.first(event));
                delivered++;
                send(link.number, new RelayMessage.Delivered(subscription.name, event));
            }
        }
    }

    private void openSync(Link link, String name, Filter filter, Bytes first, long nowMillis) {
        requests++;
        Optional<String> refusal = link.requests.take(nowMillis) ? membersOnly(link, List.of(filter)) : Optional.of("closed: slow down, then begin again");
        refusal.ifPresentOrElse(why -> syncs.refuse(link, name, why), () -> syncs.open(link, name, filter, first));
    }

    private void subscribe(Link link, String name, List<Filter> filters, long nowMillis) {
        Optional<String> refusal = subscriptionRefusal(link, name, filters, nowMillis);
        unsubscribe(link, name);
        if (refusal.isPresent()) {
            send(link.number, new RelayMessage.Closed(name, refusal.get()));
            return;
        }
        requests++;
        Subscription subscription = new Subscription(link, name, filters);
        link.subscriptions.put(name, subscription);
        listeners.add(subscription);
        link.readings.add(new Reading(readings++, name, filters, policy.bounds().answer()));
        if (link.readings.size() == 1) {
            goOn(link);
        }
    }

    private Optional<String> subscriptionRefusal(Link link, String name, List<Filter> filters, long nowMillis) {
        if (!link.requests.take(nowMillis)) {
            return Optional.of("rate-limited: slow down, then ask again");
        }
        if (!link.subscriptions.containsKey(name) && link.subscriptions.size() >= policy.bounds().subscriptions()) {
            return Optional.of("blocked: more than " + policy.bounds().subscriptions() + " subscriptions on one connection");
        }
        return membersOnly(link, filters);
    }

    private Optional<String> membersOnly(Link link, List<Filter> filters) {
        if (policy.circlesToMembersOnly() && filters.stream().anyMatch(filter -> asksForAnothersCircle(filter, link.keys))) {
            return Optional.of(link.keys.isEmpty()
                    ? "auth-required: a circle is given to who proves its key (NIP-42)"
                    : "restricted: that circle's key has not been proven on this connection");
        }
        return Optional.empty();
    }

    private static boolean asksForAnothersCircle(Filter filter, Set<Bytes> keys) {
        return filter.kinds().contains(Envelope.KIND) && (filter.authors().isEmpty() || !keys.containsAll(filter.authors()));
    }

    private void unsubscribe(Link link, String name) {
        Subscription subscription = link.subscriptions.remove(name);
        if (subscription == null) {
            return;
        }
        listeners.remove(subscription);
        boolean first = !link.readings.isEmpty() && link.readings.getFirst().subscription.equals(name);
        link.readings.removeIf(reading -> reading.subscription.equals(name));
        if (first) {
            goOn(link);
        }
    }

    /** Reads on for the first answer that is under way, or begins the next. */
    private void goOn(@org.jspecify.annotations.Nullable Link link) {
        while (link != null && !link.readings.isEmpty()) {
            Reading reading = link.readings.getFirst();
            if (!reading.waiting.isEmpty()) {
                pour(link, reading);
                return;
            }
            if (!reading.done()) {
                if (!reading.asked()) {
                    effects.add(reading.next(link.number));
                }
                return;
            }
            link.readings.removeFirst();
            send(link.number, new RelayMessage.EndOfStored(reading.subscription));
        }
    }

    private void found(int number, long which, List<Event> events, long now) {
        Link link = links.get(number);
        if (link == null || link.readings.isEmpty() || link.readings.getFirst().number != which) {
            return;
        }
        Reading reading = link.readings.getFirst();
        for (Event event : events) {
            if (link.maySee(event, policy, now) && reading.first(event)) {
                reading.waiting.add(event);
            }
        }
        reading.advance(events);
        pour(link, reading);
    }

    /** Sends of a page what the queue of any reader can hold, and goes on when that has nearly all gone out. */
    private void pour(Link link, Reading reading) {
        int room = POUR_CHARACTERS;
        while (room > 0 && !reading.waiting.isEmpty()) {
            Event event = reading.waiting.removeFirst();
            room -= event.content().length();
            delivered++;
            send(link.number, new RelayMessage.Delivered(reading.subscription, event));
        }
        if (reading.waiting.isEmpty() && reading.done()) {
            goOn(link);
        } else {
            effects.add(new RelayEffect.TellWhenDrained(link.number));
        }
    }

    private void notFound(int number, long which, String trouble) {
        Link link = links.get(number);
        if (link != null && !link.readings.isEmpty() && link.readings.getFirst().number == which) {
            String name = link.readings.getFirst().subscription;
            unsubscribe(link, name);
            send(number, new RelayMessage.Closed(name, "error: " + trouble));
        }
    }
}
