package weft.sim.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import weft.core.peer.Command;
import weft.primitives.Bytes;
import weft.sim.check.Diary;
import weft.sim.check.Eyes;
import weft.sim.check.Thief;
import weft.sim.world.Dice;
import weft.sim.world.Mishaps;
import weft.sim.world.Planted;
import weft.sim.world.SimNode;
import weft.sim.world.Weather;
import weft.sim.world.World;

/** A whole run: builds a world of a plan, lets it live, calms it, and judges it. */
public final class Town {
    private static final long MINUTE = 60_000L;
    private static final long HOUR = 3_600_000L;
    private static final long DAY = 24 * HOUR;
    private static final int GRACE = 1;
    private static final int GRACE_BY_HAND = 7;
    private static final int CALM_DAYS = 2;

    private final Plan plan;
    private final World world;
    final Diary diary = new Diary();
    final Regroups regroups = new Regroups(this);
    private final Sticks sticks;
    private final Eyes eyes;
    private final Thief thief;
    private final Dice dice;
    private final List<Circle> circles = new ArrayList<>();
    private final List<Neighbour> people = new ArrayList<>();
    /** Nodes that nobody knows of. */
    private final List<SimNode> copies = new ArrayList<>();
    private final Map<SimNode, Long> awayUntil = new HashMap<>();
    private boolean calm;
    long wishes;

    /** A town of a plan; nothing has happened yet. */
    public Town(Plan plan) {
        this.plan = plan;
        this.world = new World(plan.seed(), Weather.named(plan.faults()));
        this.dice = world.dice().split();
        this.eyes = new Eyes(world, diary);
        this.thief = new Thief(world, diary);
        this.sticks = new Sticks(world, world.dice().split());
        world.whoMayMeet((one, other) -> diary.mayShare(one.number(), other.number()));
    }

    /** Milliseconds of the world's time. */
    long now() {
        return world.time.now();
    }

    boolean plants(Planted fault) {
        return plan.planted().contains(fault);
    }

    List<Circle> circles() {
        return circles;
    }

    void add(Circle circle) {
        circles.add(circle);
        meets(circle);
        dropsIn(circle);
    }

    /** A circle by its address. */
    Optional<Circle> circle(Bytes address) {
        return circles.stream().filter(circle -> circle.address.equals(address)).findFirst();
    }

    /** Its world. */
    public World world() {
        return world;
    }

    /** Lets a plan's town live, or its districts side by side, on as many threads as there are processors. */
    public static Report live(Plan plan, IntConsumer dayOver) {
        return live(plan, Runtime.getRuntime().availableProcessors(), dayOver);
    }

    /**
     * Lets a plan's town live, or its districts on so many threads at once. Nothing passes between districts, so the number of threads
     * changes nothing but the time it takes. The consumer hears of each day that is over in the first.
     */
    public static Report live(Plan plan, int threads, IntConsumer dayOver) {
        if (plan.districts() == 1) {
            return new Town(plan).run(dayOver);
        }
        long began = System.nanoTime();
        List<CompletableFuture<Report>> districts = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, plan.districts()))) {
            for (int i = 0; i < plan.districts(); i++) {
                Plan part = plan.district(i);
                IntConsumer hears = i == 0 ? dayOver : _ -> {};
                districts.add(CompletableFuture.supplyAsync(() -> new Town(part).run(hears), pool));
            }
        }
        return Report.together(plan, districts.stream().map(CompletableFuture::join).toList(), (System.nanoTime() - began) / 1e9);
    }

    /** Lives through all days, then through the calm. The consumer hears of each day that is over. */
    public Report run(IntConsumer dayOver) {
        long began = System.nanoTime();
        settle();
        for (int day = 1; day <= plan.days(); day++) {
            world.time.runUntil(World.BEGIN + day * DAY);
            judgeOneDay(day);
            dayOver.accept(day);
        }
        long calmSince = calmDown();
        for (int day = 1; day <= CALM_DAYS; day++) {
            world.time.runUntil(World.BEGIN + (plan.days() + day) * DAY);
            dayOver.accept(plan.days() + day);
        }
        people.forEach(person -> eyes.look(person.node, true));
        eyes.last(calmSince);
        diary.circlesKnown().forEach(thief::readsAlong);
        people.forEach(person -> thief.takes(person.node));
        return Report.of(plan, world, diary, thief, wishes, System.nanoTime() - began);
    }

    private Set<Planted> plantedAt(int person) {
        boolean everywhere = plants(Planted.SLOW) || plants(Planted.KEEPS_NOTHING) || plants(Planted.CARRIES_NOTHING);
        return everywhere || person == 1 % plan.people() ? plan.planted() : Set.of();
    }

    private void settle() {
        Set<Planted> atRelays = plants(Planted.SWALLOWS) || plants(Planted.HOARDS) ? plan.planted() : Set.of();
        List<String> relays = new ArrayList<>();
        for (int i = 0; i < plan.relays(); i++) {
            relays.add(world.addRelay(atRelays).address());
        }
        for (int i = 0; i < plan.circles(); i++) {
            circles.add(circle(relays, i));
        }
        for (int i = 0; i < plan.people(); i++) {
            Neighbour person = new Neighbour(this, world.addNode(plantedAt(i)), dice.split());
            people.add(person);
            person.node.boot();
            // One in ten comes later; one in ten is in a second circle.
            Circle home = circles.get(i % plan.circles());
            long comes = i >= plan.circles() && dice.chance(0.1) ? dice.between(DAY, Math.max(2 * DAY, plan.days() * DAY / 2)) : 0;
            world.time.in(comes, () -> home.waiting.add(person));
            if (dice.chance(0.1) && plan.circles() > 1) {
                Circle second = circles.get((i + 1) % plan.circles());
                world.time.in(comes + DAY, () -> second.waiting.add(person));
            }
            live(person);
        }
        for (Circle circle : List.copyOf(circles)) {
            new Growth(this, circle, dice.split()).grow();
            meets(circle);
            dropsIn(circle);
        }
        if (plants(Planted.CLONED)) {
            world.time.in(5 * DAY, () -> {
                SimNode copy = world.addNode(Set.of());
                copy.becomes(people.get(1).node);
                copy.boot();
                copies.add(copy);
                again(dice.split(), DAY / 4, () -> world.street(copy, people.get(0).node, HOUR));
            });
        }
    }

    /** The last of several lives by sticks alone; every other goes on without some, one day. */
    private Circle circle(List<String> relays, int number) {
        String one = relays.get(number % relays.size());
        String other = relays.get((number + 1) % relays.size());
        boolean byHand = plan.circles() > 1 && number == plan.circles() - 1;
        Circle circle = new Circle(byHand ? List.of() : one.equals(other) ? List.of(one) : List.of(one, other), byHand ? GRACE_BY_HAND : GRACE);
        if (number % 2 == 0) {
            circle.regroups = World.BEGIN + plan.days() * DAY / 4 + dice.between(0, Math.max(1, plan.days() * DAY / 2));
        }
        return circle;
    }

    // --- sticks ---------------------------------------------------------------------------------------------------------------

    /** Two members meet now and then; where there is no relay, each meets somebody every other day or so. */
    private void meets(Circle circle) {
        Dice own = dice.split();
        world.time.in(own.gap(circle.byHand() ? DAY / Math.max(2, circle.members.size()) : 4 * DAY), () -> {
            if (!calm) {
                if (circle.members.size() > 1) {
                    sticks.meet(own.one(circle.members), own.one(circle.members));
                }
                meets(circle);
            }
        });
    }

    /** Somebody is on one network for a while with a member of the circle, or with anybody at all. */
    private void dropsIn(Circle circle) {
        // What a fault of something else comes to is looked for without the ways around it.
        if (!plan.planted().isEmpty() && !plants(Planted.TELLS_CIRCLES) && !plants(Planted.CLONED)) {
            return;
        }
        Dice own = dice.split();
        world.time.in(own.gap(DAY), () -> {
            if (!calm) {
                if (circle.members.size() > 1) {
                    int host = own.below(circle.members.size());
                    SimNode member = circle.members.get((host + 1 + own.below(circle.members.size() - 1)) % circle.members.size()).node;
                    SimNode guest = own.chance(0.2) ? own.one(people).node : member;
                    if (guest != circle.members.get(host).node) {
                        world.street(circle.members.get(host).node, guest, own.between(5 * MINUTE, 4 * HOUR));
                    }
                }
                dropsIn(circle);
            }
        });
    }

    /** At the end a stick goes round in every circle, twice. */
    private void round(Circle circle) {
        for (int i = 0; i < 2 * circle.members.size(); i++) {
            sticks.meet(circle.members.get(i % circle.members.size()), circle.members.get((i + 1) % circle.members.size()));
        }
    }

    Sticks sticks() {
        return sticks;
    }

    boolean isCalm() {
        return calm;
    }

    // --- how people and machines live -----------------------------------------------------------------------------------------

    private void live(Neighbour person) {
        Dice own = dice.split();
        SimNode node = person.node;
        node.whenEnded(() -> {
            long pause = calm ? 1_000 : own.between(10_000, own.chance(0.1) ? 2 * DAY : HOUR);
            world.time.in(Math.max(pause, calm ? 0 : awayUntil.getOrDefault(node, 0L) - world.time.now()), node::boot);
        });
        node.whenBooted(() -> eyes.rebooted(node));
        acts(person, own);
        sleeps(node, own);
        goesAway(node, own);
        Weather weather = world.weather();
        again(own, weather.kill(), node::kill);
        again(own, weather.full(), () -> {
            node.full(true);
            world.time.in(own.between(HOUR, 12 * HOUR), () -> node.full(false));
        });
        again(own, weather.flip(), () -> Mishaps.flip(node));
        again(own, weather.jump(), () -> {
            long far = own.chance(0.8) ? own.between(-DAY, DAY) : own.between(-40 * DAY, 400 * DAY);
            node.jump(far);
            world.count("clock leaps");
            world.time.in(own.between(10 * MINUTE, DAY), node::setClockRight);
        });
        if (node.has(Planted.RESTORES_BACKUP)) {
            world.time.in(5 * DAY, () -> {
                Runnable restore = Mishaps.backup(node);
                world.time.in(6 * DAY, restore);
            });
        }
    }

    private void again(Dice own, long mean, Runnable trouble) {
        world.time.in(own.gap(mean), () -> {
            if (!calm && mean > 0) {
                trouble.run();
                again(own, mean, trouble);
            }
        });
    }

    private void acts(Neighbour person, Dice own) {
        world.time.in(own.gap(plan.hours() * HOUR), () -> {
            person.act();
            if (!calm) {
                acts(person, own);
            }
        });
    }

    /** The lid is closed for some hours every day; every node at another time. */
    private void sleeps(SimNode node, Dice own) {
        world.time.in(own.between(6 * HOUR, 30 * HOUR), () -> {
            if (!calm) {
                node.sleep();
                world.time.in(own.between(HOUR, 12 * HOUR), () -> {
                    if (!isAway(node)) {
                        node.wake();
                    }
                    sleeps(node, own);
                });
            }
        });
    }

    private boolean isAway(SimNode node) {
        return awayUntil.getOrDefault(node, 0L) > world.time.now();
    }

    private void goesAway(SimNode node, Dice own) {
        world.time.in(own.gap(90 * DAY), () -> {
            if (!calm && node.usable()) {
                long back = own.between(2 * DAY, 28 * DAY);
                world.count("away for days or weeks");
                awayUntil.put(node, world.time.now() + back);
                node.sleep();
                world.time.in(back, node::wake);
            }
            goesAway(node, own);
        });
    }

    // --- judging ----------------------------------------------------------------------------------------------------------------

    private void judgeOneDay(int day) {
        for (Neighbour person : people) {
            eyes.look(person.node, (person.node.number() + day) % 7 == 0 || !plan.planted().isEmpty());
            if ((person.node.number() + day) % 10 == 0 || !plan.planted().isEmpty()) {
                thief.takes(person.node);
            }
        }
        copies.forEach(copy -> eyes.look(copy, false));
        diary.circlesKnown().forEach(thief::readsAlong);
    }

    private long calmDown() {
        calm = true;
        world.calm();
        for (Neighbour person : people) {
            SimNode node = person.node;
            person.rest();
            node.full(false);
            node.setClockRight();
            node.boot();
            node.wake();
            world.time.in(HOUR, () -> node.wish(new Command.ConfirmDate()));
        }
        for (Circle circle : circles) {
            if (circle.byHand()) {
                world.time.in(6 * HOUR, () -> round(circle));
                world.time.in(30 * HOUR, () -> round(circle));
            }
        }
        return Math.floorDiv(world.time.now(), 1000L);
    }

    /** All circles' addresses. */
    public List<Bytes> addresses() {
        return circles.stream().map(circle -> circle.address).toList();
    }
}
