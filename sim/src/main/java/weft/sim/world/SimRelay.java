package weft.sim.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.relay.step.Indexes;
import weft.relay.step.Relay;
import weft.relay.step.RelayEffect;
import weft.relay.step.RelayInput;
import weft.relay.step.RelayPolicy;
import weft.relay.step.Shelf;
import weft.store.Envelopes;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.event.EventFault;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/** A relay: its real step machine over a simulated store; it crashes, loses, comes back old, lies and floods. */
public final class SimRelay {
    private static final long HOUR = 3_600_000L;

    private final World world;
    private final String address;
    private final Dice dice;
    private final Set<Planted> planted;
    private final SimEnvelopes store;
    private final Map<Integer, SimLink> links = new LinkedHashMap<>();
    private final Map<Integer, List<RelayMessage>> sending = new LinkedHashMap<>();
    private Relay relay;
    private boolean up = true;
    private int lastLink;
    private long liesUntil;
    private List<Event> old = List.of();

    SimRelay(World world, String address, Dice dice, Set<Planted> planted) {
        this.world = world;
        this.address = address;
        this.dice = dice;
        this.planted = planted;
        this.store = new SimEnvelopes(new Doom(new Dice(0)), planted);
        this.relay = new Relay(RelayPolicy.standard(), Map.of(), Indexes.of(world.primitives, store));
        world.time.in(HOUR, this::tick);
        trouble();
    }

    /** Where nodes reach it. */
    public String address() {
        return address;
    }

    /** What it stores. */
    public SimEnvelopes store() {
        return store;
    }

    String host() {
        return address.substring("ws://".length());
    }

    private void tick() {
        if (up) {
            step(new RelayInput.Tick());
        }
        world.time.in(HOUR, this::tick);
    }

    private boolean lies() {
        return world.time.now() < liesUntil;
    }

    private void trouble() {
        world.time.in(dice.gap(world.weather().relayTrouble()), () -> {
            if (world.weather().relayTrouble() > 0) {
                world.count("relay trouble");
                List<Event> before = store.copy();
                switch (dice.below(5)) {
                    case 0 -> crash(dice.between(60_000, 12 * HOUR));
                    case 1 -> {
                        store.remove(store.copy().stream().filter(_ -> dice.chance(0.3)).map(Event::id).toList());
                        crash(60_000);
                    }
                    case 2 -> {
                        store.replace(old);
                        crash(60_000);
                    }
                    case 3 -> liesUntil = world.time.now() + dice.between(HOUR, 24 * HOUR);
                    default -> flood(20);
                }
                old = before;
                trouble();
            }
        });
    }

    /** All connections break and what was under way is lost. */
    void crash(long downMillis) {
        up = false;
        List.copyOf(links.values()).forEach(link -> link.cut("crashed"));
        store.cut();
        world.time.in(downMillis, this::start);
    }

    private void start() {
        relay = new Relay(RelayPolicy.standard(), store.bytesByKey(), Indexes.of(world.primitives, store));
        up = true;
    }

    /** Ends all trouble; connections begin anew. */
    void calm() {
        liesUntil = 0;
        crash(1_000);
    }

    private void flood(int times) {
        if (times == 0 || !up) {
            return;
        }
        for (SimLink link : List.copyOf(links.values())) {
            if (dice.chance(0.2)) {
                for (int i = 0; i < 20; i++) {
                    lie(link);
                }
            }
        }
        world.time.in(30_000, () -> flood(times - 1));
    }

    /** Something that an honest relay would never say. */
    private void lie(SimLink link) {
        List<Event> dead = world.archive().sample(dice);
        switch (dice.below(6)) {
            case 0 -> link.garbled("[\"EVENT\",\"live\",{\"id\":" + dice.below(1000) + "}]");
            case 1 -> link.toNode(List.of(new RelayMessage.EndOfStored("page-" + dice.below(3))));
            case 2 -> link.toNode(List.of(new RelayMessage.Ok(dice.next(32), dice.chance(0.5), "invalid: because")));
            case 3 -> link.toNode(dead.stream().<RelayMessage>map(event -> new RelayMessage.Delivered("live", event)).toList());
            case 4 -> link.toNode(dead.stream().<RelayMessage>map(event -> new RelayMessage.Delivered("live", changed(event))).toList());
            default -> link.toNode(List.of(new RelayMessage.Notice("because"), new RelayMessage.Challenge("again")));
        }
    }

    private Event changed(Event event) {
        String content = event.content();
        int at = dice.below(content.length());
        return new Event(event.id(), event.publicKey(), event.createdAt() - dice.below(2) * 3600L, event.kind(), event.tags(),
                content.substring(0, at) + (char) ('A' + dice.below(26)) + content.substring(at + 1), event.signature());
    }

    boolean isUp() {
        return up;
    }

    SimLink link(SimNode node, int number) {
        SimLink link = new SimLink(world, node, number, this, ++lastLink);
        links.put(link.relayNumber, link);
        return link;
    }

    void closed(SimLink link) {
        if (links.remove(link.relayNumber) != null && up) {
            step(new RelayInput.Closed(link.relayNumber));
        }
    }

    /** A frame of a node has arrived. */
    void hear(RelayInput input) {
        if (!up) {
            return;
        }
        boolean swallows = planted.contains(Planted.SWALLOWS) && world.time.now() > World.BEGIN + 72 * HOUR || lies() && dice.chance(0.3);
        if (swallows && input instanceof RelayInput.Said(int number, ClientMessage.Publish(Event event)) && links.containsKey(number)) {
            links.get(number).toNode(List.of(new RelayMessage.Ok(event.id(), true, "")));
            return;
        }
        step(input);
    }

    void step(RelayInput first) {
        Deque<RelayInput> inputs = new ArrayDeque<>(List.of(first));
        Shelf shelf = new Shelf(store);
        try {
            while (!inputs.isEmpty()) {
                for (RelayEffect effect : relay.step(inputs.removeFirst(), world.time.now())) {
                    perform(effect, shelf, inputs);
                }
            }
        } catch (RuntimeException e) {
            world.violation("a relay's step threw", e.toString());
        }
        sending.forEach((number, messages) -> {
            SimLink link = links.get(number);
            if (link != null) {
                link.toNode(messages);
                if (lies() && dice.chance(0.05)) {
                    lie(link);
                }
            }
        });
        sending.clear();
    }

    private void perform(RelayEffect effect, Shelf shelf, Deque<RelayInput> inputs) {
        switch (effect) {
            case RelayEffect.Check(int link, Event event, boolean proof) -> {
                Optional<EventFault> wrong = event.verify(world.primitives) instanceof Checked.Bad<Event>(EventFault fault, String detail)
                        ? Optional.of(fault) : Optional.empty();
                inputs.add(new RelayInput.Judged(List.of(new RelayInput.Judgement(link, event, proof, wrong))));
            }
            case RelayEffect.Append(List<Event> events) -> {
                try {
                    List<Shelf.Fate> fates = shelf.put(events);
                    fates.forEach(fate -> world.archive().add(fate.event()));
                    inputs.add(new RelayInput.Shelved(fates));
                } catch (StoreException e) {
                    inputs.add(new RelayInput.NotShelved(events, "no room"));
                }
            }
            case RelayEffect.Read(int link, long reading, var filter, var after, int most) ->
                inputs.add(new RelayInput.Found(link, reading, shelf.read(filter, after, most)));
            case RelayEffect.Index(int link, long sync, var filter, int most) ->
                inputs.add(new RelayInput.Indexed(link, sync, store.stamps(filter, most)));
            case RelayEffect.Send(int link, RelayMessage message) -> sending.computeIfAbsent(link, _ -> new ArrayList<>()).add(message);
            case RelayEffect.TellWhenDrained(int link) -> inputs.add(new RelayInput.Drained(link));
            case RelayEffect.Shut(int link, String why) -> {
                SimLink shut = links.get(link);
                if (shut != null) {
                    world.time.in(0, () -> shut.cut("shut"));
                }
            }
            case RelayEffect.Prune(long seconds) -> {
                List<Envelopes.Stamp> gone = store.endedBefore(seconds);
                store.removeEndedBefore(seconds);
                inputs.add(new RelayInput.Pruned(store.bytesByKey(), gone));
            }
        }
    }
}
