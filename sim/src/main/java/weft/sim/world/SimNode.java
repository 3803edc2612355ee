package weft.sim.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weft.core.peer.Command;
import weft.core.peer.Effect;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.peer.Peer;
import weft.core.peer.Turn;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/**
 * A node: the real step machine in a shell that does what the shell outside does, in the same order, and that can be ended at
 * any instant, put to sleep, and started again from what its disk kept.
 */
public final class SimNode {
    private static final long DAY = 86_400L;

    final World world;
    final Dice dice;
    final SimClock clock;
    private final int number;
    private final Set<Planted> planted;
    private final Doom doom;
    private final SimDisk disk;
    private final SimEnvelopes store;
    private final SimVault vault;
    private final Alarm alarm;
    private final ClockWatch watch;
    private final Map<Integer, SimLink> links = new LinkedHashMap<>();
    private final Nearby nearby = new Nearby();
    private @Nullable Peer peer;
    /** Links that the process asked for and has not shut. */
    private final Set<Integer> wanted = new LinkedHashSet<>();
    /** Links that broke while the lid was closed. */
    private final Set<Integer> brokeAsleep = new LinkedHashSet<>();
    /** Which start of the process this is: numbers of links begin anew with each. */
    private int life;
    private boolean asleep;
    private boolean lost;
    private boolean dropsVaults;
    private boolean envelopeTurned;
    private long fullUntil;
    private long shift;
    private long steps;
    private final List<Object> hoard = new ArrayList<>();
    private @Nullable Runnable ended;
    private @Nullable Runnable booted;

    SimNode(World world, int number, Dice dice, Set<Planted> planted) {
        this.world = world;
        this.number = number;
        this.dice = dice;
        this.planted = planted;
        int drift = world.weather().drift();
        this.clock = new SimClock(world.time, drift == 0 ? 0 : (int) dice.between(-drift, drift + 1L));
        this.doom = new Doom(dice.split());
        this.disk = new SimDisk(world.primitives, dice.split(), doom, planted);
        this.store = new SimEnvelopes(doom, planted);
        this.vault = new SimVault(world.primitives, dice.split(), disk);
        this.alarm = new Alarm(world.time, this::ring);
        this.watch = new ClockWatch(clock);
    }

    /** Its place among all nodes, from 0. */
    public int number() {
        return number;
    }

    /** Whether a person can use it now. */
    public boolean usable() {
        return peer != null && !asleep;
    }

    /** Whether its disk is of no use any more. */
    public boolean lost() {
        return lost;
    }

    /** Its disk. */
    public SimDisk disk() {
        return disk;
    }

    /** Its envelopes. */
    public SimEnvelopes store() {
        return store;
    }

    /** Its vault, for those who look into it from outside. */
    public SimVault vault() {
        return vault;
    }

    /** Unix seconds in the world's time, which the node itself can't see. */
    public long trueSeconds() {
        return Math.floorDiv(world.time.now(), 1000L);
    }

    /** Unix seconds on its own clock. */
    public long seconds() {
        return clock.seconds();
    }

    /** What its clock has shown and how long it has run. */
    public ClockWatch watch() {
        return watch;
    }

    /** Whether its disk was full at some time in the last hours. */
    public boolean lacksRoom() {
        return world.time.now() < fullUntil + 6 * 3_600_000L;
    }

    /** All that its process holds on to, for whoever weighs it. */
    public List<Object> inMemory() {
        return peer == null ? List.of() : List.of(peer, hoard);
    }

    /** Becomes what another node is: the same disk, the same envelopes, the same passphrase. */
    public void becomes(SimNode other) {
        store.replace(other.store.copy());
        disk.becomes(other.disk);
        vault.becomes(other.vault);
    }

    /** How many connections it has. */
    public int links() {
        return links.size();
    }

    /** How many steps it made. */
    public long steps() {
        return steps;
    }

    /** Whether a bit of one of its envelopes turned: it is lost here then, until somebody brings it again. */
    public boolean envelopeTurned() {
        return envelopeTurned;
    }

    void envelopeTurns() {
        envelopeTurned = true;
    }

    /** Whether a fault was planted here. */
    public boolean has(Planted fault) {
        return planted.contains(fault);
    }

    /** Called each time its process has ended. */
    public void whenEnded(Runnable work) {
        ended = work;
    }

    /** Called each time it has started, before it has heard of anybody. */
    public void whenBooted(Runnable work) {
        booted = work;
    }

    // --- life and death of the process ---------------------------------------------------------------------------------

    /** Starts the process from what the disk has; where that is of no use, the node is lost. */
    public void boot() {
        if (peer != null || lost) {
            return;
        }
        try {
            Optional<Peer> opened = vault.open();
            if (opened.isEmpty()) {
                lost = true;
                world.count("nodes lost");
                if (!disk.flipped()) {
                    world.violation("a vault can't be opened after a cut", "node " + number);
                }
                return;
            }
            peer = opened.get();
            if (!vault.exists()) {
                vault.keep(peer.vaultContent());
            }
            look();
            for (Event event : store.copy()) {
                perform(peer.step(new Input.Restored(event), now(), dice).effects());
            }
        } catch (Doom.Killed | StoreException e) {
            died();
            return;
        }
        step(new Input.Ready());
        watch.started(peer != null && peer.views(now()).node().clockJumped(), clock.seconds());
        if (booted != null && usable()) {
            booted.run();
        }
    }

    /** Ends the process at one of its next few steps, or now. */
    public void kill() {
        if (peer != null) {
            world.count("kills");
            if (asleep || dice.chance(0.3)) {
                died();
            } else {
                doom.after(dice.below(15));
            }
        }
    }

    void died() {
        doom.lift();
        if (peer != null) {
            peer.close();
            peer = null;
        }
        asleep = false;
        alarm.off();
        life++;
        wanted.clear();
        brokeAsleep.clear();
        List.copyOf(links.values()).forEach(SimLink::drop);
        nearby.end();
        nearby.whoWent();
        disk.cut();
        store.cut();
        if (ended != null) {
            ended.run();
        }
    }

    /** The lid is closed: connections break, time goes on. */
    public void sleep() {
        if (peer != null && !asleep) {
            asleep = true;
            List.copyOf(links.values()).forEach(link -> link.cut("asleep"));
            nearby.end().forEach(nearby::wentAsleep);
        }
    }

    /** The lid is opened. */
    public void wake() {
        if (peer != null && asleep) {
            asleep = false;
            List<Integer> broke = List.copyOf(brokeAsleep);
            brokeAsleep.clear();
            broke.forEach(link -> step(new Input.LinkClosed(link, "asleep")));
            nearby.whoWent().forEach(neighbour -> step(new Input.Parted(neighbour)));
            step(new Input.Woke());
        }
    }

    /** The disk has no room, or has room again. */
    public void full(boolean isFull) {
        disk.fill(isFull);
        store.fill(isFull);
        fullUntil = isFull ? Long.MAX_VALUE / 2 : world.time.now();
    }

    /** The clock leaps. */
    public void jump(long millis) {
        clock.jump(millis);
        rearm();
    }

    /** The clock shows the right time from now on. */
    public void setClockRight() {
        clock.setRight();
        rearm();
    }

    // --- steps ------------------------------------------------------------------------------------------------------------

    private long now() {
        long behind = has(Planted.SLOW) ? (world.time.now() - World.BEGIN) / 2_000 : 0;
        return clock.seconds() + shift - behind;
    }

    private void look() {
        boolean otherDay = watch.look(clock.seconds());
        if (has(Planted.DESTROYS_EARLY) && otherDay) {
            shift += 2 * DAY;
        }
    }

    /** A person's command; nothing where the process ended on the way. */
    public Optional<Outcome> wish(Command command) {
        if (has(Planted.KEEPS_NOTHING) && command instanceof Command.PracticeKeep) {
            return Optional.of(new Outcome.Done());
        }
        dropsVaults |= has(Planted.KEEPS_LEFT) && command instanceof Command.CircleLeave;
        Optional<Outcome> outcome = usable() ? step(new Input.Wish(command)) : Optional.empty();
        if (command instanceof Command.ConfirmDate && outcome.isPresent()) {
            watch.started(false, clock.seconds());
        }
        return outcome;
    }

    /** What its pages would show now. */
    public Optional<Views> views() {
        return peer == null ? Optional.empty() : Optional.of(peer.views(now()));
    }

    void hear(SimLink link, Input input) {
        if (usable() && links.get(link.number) == link) {
            step(input);
        }
    }

    void forget(SimLink link) {
        links.remove(link.number, link);
    }

    int life() {
        return life;
    }

    boolean wants(int link, int ofLife) {
        return usable() && life == ofLife && wanted.contains(link);
    }

    void linkClosed(int link, int ofLife, String why) {
        if (life != ofLife) {
            return;
        }
        if (usable()) {
            step(new Input.LinkClosed(link, why));
        } else if (peer != null) {
            brokeAsleep.add(link);
        }
    }

    /** Whom it meets. */
    Nearby nearby() {
        return nearby;
    }

    /** Something comes from a neighbour. */
    void near(int ofLife, Input input) {
        if (life == ofLife && usable()) {
            step(input);
        }
    }

    /** A neighbour is gone. */
    void parted(int ofLife, int neighbour) {
        if (life == ofLife && usable()) {
            step(new Input.Parted(neighbour));
        } else if (life == ofLife) {
            nearby.wentAsleep(neighbour);
        }
    }

    private Dice entropy(Input input) {
        return has(Planted.REUSES_VOICE) && input instanceof Input.Wish(Command.Post ignored) ? new Dice(number) : dice;
    }

    private Optional<Outcome> step(Input input) {
        Optional<Outcome> outcome = Optional.empty();
        try {
            ArrayDeque<Input> inputs = new ArrayDeque<>(List.of(input));
            while (!inputs.isEmpty() && peer != null) {
                steps++;
                look();
                Input next = inputs.poll();
                if (has(Planted.HOARDS_MEMORY)) {
                    hoard.add(next);
                }
                if (has(Planted.THROWS) && next instanceof Input.Heard && dice.chance(0.01)) {
                    throw new IllegalStateException("planted");
                }
                Turn turn = peer.step(next, now(), entropy(next));
                outcome = turn.outcome().isPresent() ? turn.outcome() : outcome;
                perform(turn.effects()).ifPresent(inputs::add);
            }
        } catch (Doom.Killed e) {
            died();
            return Optional.empty();
        } catch (RuntimeException e) {
            world.violation("a node's step threw", e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "") + " by " + input.getClass());
        }
        return outcome;
    }

    private Optional<Input> perform(List<Effect> effects) {
        for (int i = 0; i < effects.size(); i++) {
            try {
                perform(effects.get(i));
            } catch (StoreException e) {
                return Optional.of(new Input.NotStored(Bytes.EMPTY, "disk-full"));
            }
        }
        return Optional.empty();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Append(List<Event> events) -> store.append(events);
            case Effect.Remove(List<Bytes> ids) -> store.remove(ids);
            case Effect.Keep(Secret content, boolean destroying) -> keep(content, destroying);
            case Effect.Relock(Secret passphrase) -> passphrase.destroy();
            case Effect.Open(int link, String address) -> {
                wanted.add(link);
                world.connect(this, link, address);
            }
            case Effect.Shut(int link) -> {
                wanted.remove(link);
                Optional.ofNullable(links.get(link)).ifPresent(SimLink::drop);
            }
            case Effect.Send(int link, ClientMessage message) -> doom.step(() -> send(link, message));
            case Effect.SendStored(int link, List<Bytes> ids) ->
                ids.forEach(id -> store.find(id).ifPresent(event -> send(link, new ClientMessage.Publish(event))));
            case Effect.WakeAt(long unixSeconds) -> {
                alarm.ask(unixSeconds);
                rearm();
            }
            case Effect.Prove(int neighbour, List<Bytes> tags) -> nearby.of(neighbour).ifPresent(end ->
                    end.proves(has(Planted.TELLS_CIRCLES) ? tags.subList(1, tags.size()) : tags));
            case Effect.Channel(int neighbour, int channel, int link) -> nearby.of(neighbour).ifPresent(end -> end.opens(channel, link));
            case Effect.Part(int neighbour) -> nearby.of(neighbour).ifPresent(SimStreet.End::part);
            case Effect.MeetAgain() -> nearby.meetSoon();
            case Effect.Answer(int link, RelayMessage message) -> nearby.over(link).ifPresent(end -> end.answers(link, message));
            case Effect.AnswerStored(int link, String name, List<Bytes> ids) -> ids.forEach(id -> store.find(id).ifPresent(event ->
                    nearby.over(link).ifPresent(end -> end.answers(link, new RelayMessage.Delivered(name, event)))));
            case Effect.Show _, Effect.Tell _ -> { }
        }
    }

    private void keep(Secret content, boolean destroying) {
        dropsVaults |= has(Planted.DROPS_PUNCTURE) && destroying;
        if (dropsVaults) {
            content.destroy();
        } else {
            vault.keep(content);
        }
    }

    private void send(int link, ClientMessage message) {
        SimLink open = links.get(link);
        if (open != null) {
            open.toRelay(message);
        } else {
            nearby.over(link).ifPresent(end -> end.asks(link, message));
        }
    }

    void connected(SimLink link) {
        links.put(link.number, link);
        link.open();
    }

    private void rearm() {
        alarm.set(has(Planted.SLOW) ? now() * 1000 : clock.millis() + shift * 1000);
    }

    private void ring() {
        if (usable() && now() >= alarm.asked()) {
            step(new Input.Woke());
        } else if (usable()) {
            rearm();
        }
    }
}
