package weft.sim.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.peer.Input;
import weft.primitives.Bytes;
import weft.store.SqliteEnvelopes;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/** A relay over a real database. All that ever passed it is also recorded, as whoever listens at it would. */
final class SimRelay implements AutoCloseable {
    final Path folder;
    final Map<Bytes, Event> recorded;
    private final SqliteEnvelopes store;
    private final Map<SimNode, Map<Integer, Map<String, List<Filter>>>> subscriptions = new LinkedHashMap<>();

    SimRelay(Path folder, Map<Bytes, Event> recorded) {
        this.folder = folder;
        this.recorded = recorded;
        this.store = SqliteEnvelopes.open(folder.resolve("relay.db"), false);
    }

    void connect(SimNode node, int link) {
        subscriptions.computeIfAbsent(node, n -> new LinkedHashMap<>()).put(link, new LinkedHashMap<>());
        node.inbox.add(new Input.LinkOpened(link));
    }

    void disconnect(SimNode node, int link) {
        subscriptions.getOrDefault(node, new LinkedHashMap<>()).remove(link);
    }

    void say(SimNode node, int link, ClientMessage message) {
        Map<String, List<Filter>> subs = subscriptions.getOrDefault(node, Map.of()).get(link);
        if (subs == null) {
            return;
        }
        switch (message) {
            case ClientMessage.Publish(Event event) -> {
                boolean fresh = take(event);
                node.inbox.add(new Input.Heard(link, new RelayMessage.Ok(event.id(), true, fresh ? "" : "duplicate: have it")));
            }
            case ClientMessage.Subscribe(String name, List<Filter> filters) -> {
                subs.put(name, filters);
                for (Filter filter : filters) {
                    store.query(filter, Optional.empty(), filter.limit().orElse(500))
                            .forEach(event -> node.inbox.add(new Input.Heard(link, new RelayMessage.Delivered(name, event))));
                }
                node.inbox.add(new Input.Heard(link, new RelayMessage.EndOfStored(name)));
            }
            case ClientMessage.Unsubscribe(String name) -> subs.remove(name);
            case ClientMessage.SyncOpen open -> node.inbox.add(new Input.Heard(link, new RelayMessage.SyncError(open.subscription(), "unsupported: no")));
            case ClientMessage.Authenticate ignored -> { }
            case ClientMessage.SyncMessage ignored -> { }
            case ClientMessage.SyncClose ignored -> { }
        }
    }

    /** Takes an event from wherever; whether it was new. */
    boolean take(Event event) {
        recorded.put(event.id(), event);
        if (store.find(event.id()).isPresent()) {
            return false;
        }
        store.append(List.of(event));
        subscriptions.forEach((node, links) -> links.forEach((link, subs) -> subs.forEach((name, filters) -> {
            if (filters.stream().anyMatch(filter -> filter.matches(event))) {
                node.inbox.add(new Input.Heard(link, new RelayMessage.Delivered(name, event)));
            }
        })));
        return true;
    }

    void tidy(long now) {
        store.removeEndedBefore(now);
    }

    List<Bytes> ids() {
        List<Bytes> out = new ArrayList<>();
        store.each(event -> out.add(event.id()));
        return out;
    }

    @Override
    public void close() {
        store.close();
    }
}
