package weft.core.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.view.Views;
import weft.jdk.JdkPrimitives;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/** A shell for tests: performs effects in memory, can fail, can be stopped and started again from what it stored. */
final class TinyNode {
    static final Primitives P = new JdkPrimitives();

    final World world;
    final String name;
    Peer peer;
    Map<Bytes, Event> store = new LinkedHashMap<>();
    Bytes vault = Bytes.EMPTY;
    /** Every vault content ever written, newest last. */
    final List<Bytes> vaults = new ArrayList<>();
    final Deque<Input> inbox = new ArrayDeque<>();
    final Map<Integer, String> links = new HashMap<>();
    final List<News> news = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final SeededEntropy entropy;
    long wakeAt = Long.MAX_VALUE;
    boolean on = true;
    /** By how many seconds its clock is behind the world's. */
    long behind;
    /** So many durable effects may still be performed; then each fails. */
    int mayStore = Integer.MAX_VALUE;

    TinyNode(World world, String name) {
        this.world = world;
        this.name = name;
        this.entropy = new SeededEntropy(name);
        this.peer = Peer.fresh(P);
        step(new Input.Ready());
    }

    Outcome wish(Command command) {
        Outcome outcome = step(new Input.Wish(command)).orElseThrow();
        world.settle();
        return outcome;
    }

    Views views() {
        return peer.views(world.now - behind);
    }

    Optional<Outcome> step(Input input) {
        Turn turn = peer.step(input, world.now - behind, entropy);
        boolean stored = perform(turn.effects());
        return stored ? turn.outcome() : step(new Input.NotStored(Bytes.EMPTY, "disk-full"));
    }

    private boolean perform(List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            boolean durable = effect instanceof Effect.Keep || effect instanceof Effect.Append || effect instanceof Effect.Remove;
            if (durable && mayStore-- <= 0) {
                mayStore = 0;
                return false;
            }
            log.add(effect instanceof Effect.Keep ? "Keep" : effect.toString());
            perform(effect);
        }
        return true;
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Append(List<Event> events) -> events.forEach(event -> store.put(event.id(), event));
            case Effect.Remove(List<Bytes> ids) -> ids.forEach(store::remove);
            case Effect.Keep(Secret content, boolean destroying) -> {
                byte[] bytes = new byte[content.size()];
                content.copyTo(bytes, 0);
                content.destroy();
                vault = Bytes.wrap(bytes);
                vaults.add(vault);
            }
            case Effect.Relock(Secret passphrase) -> passphrase.destroy();
            case Effect.Open(int link, String address) -> {
                links.put(link, address);
                TinyRelay relay = world.relays.get(address);
                inbox.add(relay != null && relay.connect(this, link) ? new Input.LinkOpened(link) : new Input.LinkClosed(link, "unreachable"));
            }
            case Effect.Shut(int link) when near(link).isPresent() -> { }
            case Effect.Send(int link, ClientMessage message) when near(link).isPresent() -> near(link).get().ask(this, link, message);
            case Effect.SendStored(int link, List<Bytes> ids) when near(link).isPresent() -> ids.forEach(id -> Optional.ofNullable(store.get(id))
                    .ifPresent(event -> near(link).get().ask(this, link, new ClientMessage.Publish(event))));
            case Effect.Shut(int link) -> world.relays.get(links.get(link)).disconnect(this, link);
            case Effect.Send(int link, ClientMessage message) -> world.relays.get(links.get(link)).say(this, link, message);
            case Effect.SendStored(int link, List<Bytes> ids) -> ids.forEach(id -> Optional.ofNullable(store.get(id))
                    .ifPresent(event -> world.relays.get(links.get(link)).say(this, link, new ClientMessage.Publish(event))));
            case Effect.Prove(int neighbour, List<Bytes> tags) -> world.streets.get(neighbour).prove(this, tags);
            case Effect.Channel(int neighbour, int channel, int link) -> world.streets.get(neighbour).channel(this, channel, link);
            case Effect.Part(int neighbour) -> world.streets.get(neighbour).part(this);
            case Effect.MeetAgain() -> { }
            case Effect.Answer(int link, RelayMessage message) -> near(link).ifPresent(street -> street.answer(this, link, message));
            case Effect.AnswerStored(int link, String name, List<Bytes> ids) -> near(link).ifPresent(street -> ids.stream().map(store::get)
                    .forEach(event -> street.answer(this, link, new RelayMessage.Delivered(name, event))));
            case Effect.WakeAt(long at) -> wakeAt = at + behind;
            case Effect.Show ignored -> { }
            case Effect.Tell(var thread, News what) -> news.add(what);
        }
    }

    private Optional<Street> near(int link) {
        return world.streets.values().stream().filter(street -> street.leads(this, link)).findFirst();
    }

    void stop() {
        on = false;
        world.streets.values().forEach(street -> street.part(this));
        world.relays.values().forEach(relay -> relay.subscriptions.remove(this));
        inbox.clear();
        peer.close();
    }

    void start() {
        on = true;
        wakeAt = Long.MAX_VALUE;
        links.clear();
        peer = vault.size() == 0 ? Peer.fresh(P) : Peer.restore(P, P.keep(vault.toArray())).orThrow();
        for (Event event : List.copyOf(store.values())) {
            step(new Input.Restored(event));
        }
        step(new Input.Ready());
        world.settle();
    }

    void restart() {
        stop();
        start();
    }
}
