package weft.core.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/** A relay that is a list: answers REQ with what matches, newest first, then live. May lose, double and shuffle what it sends. */
final class TinyRelay {
    final Map<Bytes, Event> events = new LinkedHashMap<>();
    final Map<TinyNode, Map<Integer, Map<String, List<Filter>>>> subscriptions = new LinkedHashMap<>();
    boolean down;
    int cap = 500;
    /** Whether it speaks NIP-77, and what it has of it under way. */
    boolean negentropy = true;
    /** What fingerprints do not tell of, as if somebody inside had made them collide; lists of ids do. */
    final java.util.Set<Bytes> hidden = new java.util.HashSet<>();
    /** Answers to filters, where it gives the same answer again to a filter that it knows, as some do for a second. */
    java.util.Optional<Map<Filter, List<Event>>> answered = java.util.Optional.empty();
    final Map<String, Negentropy> syncs = new LinkedHashMap<>();
    /** How many REQ it was asked, by the beginning of their names. */
    final Map<String, Integer> asked = new TreeMap<>();
    /** Of a hundred deliveries so many are lost, doubled. */
    int lost;
    int doubled;
    /** Ids that it takes, confirms and loses. */
    final Set<Bytes> loses = new HashSet<>();
    final SeededEntropy entropy = new SeededEntropy("relay");

    /** How a relay without NIP-77 answers NEG-OPEN. */
    java.util.function.Function<String, RelayMessage> refusesBy = name -> new RelayMessage.SyncError(name, "unsupported: no");

    boolean connect(TinyNode node, int link) {
        if (down) {
            return false;
        }
        subscriptions.computeIfAbsent(node, n -> new LinkedHashMap<>()).put(link, new LinkedHashMap<>());
        return true;
    }

    void disconnect(TinyNode node, int link) {
        if (subscriptions.containsKey(node)) {
            subscriptions.get(node).remove(link);
        }
    }

    void breakAll() {
        subscriptions.forEach((node, links) -> links.keySet().forEach(link -> node.inbox.add(new Input.LinkClosed(link, "broken"))));
        subscriptions.clear();
    }

    private List<Event> found(Filter filter) {
        return events.values().stream().filter(filter::matches).sorted(Comparator.comparingLong(Event::createdAt).reversed().thenComparing(Event::id)).toList();
    }

    void say(TinyNode node, int link, ClientMessage message) {
        Map<String, List<Filter>> subs = subscriptions.getOrDefault(node, Map.of()).get(link);
        if (subs == null) {
            return;
        }
        switch (message) {
            case ClientMessage.Publish(Event event) -> {
                if (chance(lost)) {
                    return;
                }
                boolean fresh = !events.containsKey(event.id());
                if (!loses.contains(event.id())) {
                    events.put(event.id(), event);
                }
                node.inbox.add(new Input.Heard(link, new RelayMessage.Ok(event.id(), true, fresh ? "" : "duplicate: have it")));
                if (fresh) {
                    fanOut(event);
                }
            }
            case ClientMessage.Subscribe(String name, List<Filter> filters) -> {
                subs.put(name, filters);
                count(name.replaceAll("-.*", ""));
                for (Filter filter : filters) {
                    List<Event> found = answered.map(known -> known.computeIfAbsent(filter, this::found)).orElseGet(() -> found(filter));
                    int most = Math.min(cap, filter.limit().orElse(cap));
                    found.stream().limit(most).forEach(event -> deliver(node, link, name, event));
                }
                node.inbox.add(new Input.Heard(link, new RelayMessage.EndOfStored(name)));
            }
            case ClientMessage.Unsubscribe(String name) -> subs.remove(name);
            case ClientMessage.Authenticate ignored -> { }
            case ClientMessage.SyncOpen(String name, Filter filter, Bytes bytes) -> {
                count("sync");
                if (negentropy) {
                    SyncIndex index = new SyncIndex();
                    boolean lists = bytes.size() > 2_000;
                    events.values().stream().filter(filter::matches).filter(event -> lists || !hidden.contains(event.id()))
                            .forEach(event -> index.add(event.createdAt(), event.id()));
                    syncs.put(node.name + link + name, new Negentropy(TinyNode.P, index, 20_000));
                    compare(node, link, name, bytes);
                } else {
                    node.inbox.add(new Input.Heard(link, refusesBy.apply(name)));
                }
            }
            case ClientMessage.SyncMessage(String name, Bytes bytes) -> compare(node, link, name, bytes);
            case ClientMessage.SyncClose(String name) -> syncs.remove(node.name + link + name);
        }
    }

    private void compare(TinyNode node, int link, String name, Bytes bytes) {
        Negentropy sync = syncs.get(node.name + link + name);
        if (sync != null) {
            count("messages");
            sync.reconcile(bytes).orThrow().next().ifPresent(next -> node.inbox.add(new Input.Heard(link, new RelayMessage.SyncMessage(name, next))));
        }
    }

    private void count(String what) {
        asked.merge(what, 1, Integer::sum);
    }

    void fanOut(Event event) {
        subscriptions.forEach((node, links) -> links.forEach((link, subs) -> subs.forEach((name, filters) -> {
            if (filters.stream().anyMatch(filter -> filter.matches(event))) {
                deliver(node, link, name, event);
            }
        })));
    }

    private void deliver(TinyNode node, int link, String name, Event event) {
        if (chance(lost)) {
            return;
        }
        Input heard = new Input.Heard(link, new RelayMessage.Delivered(name, event));
        node.inbox.add(heard);
        if (chance(doubled)) {
            node.inbox.add(heard);
        }
    }

    private boolean chance(int percent) {
        return percent > 0 && entropy.below(100) < percent;
    }
}
