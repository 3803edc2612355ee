package weft.sim.drill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Ask;
import weft.core.entry.Asking;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.entry.Place;
import weft.core.entry.Side;
import weft.core.entry.Thing;
import weft.core.entry.Whereabouts;
import weft.core.entry.Writing;
import weft.core.peer.Command;
import weft.core.peer.Outcome;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * Some days of a circle in which everybody does everything once with everybody: asks and answers, doings that repeat and comings to them, things lent,
 * places, practices and accounts of them.
 */
final class LedgerLife {
    private final SimWorld world;
    private final Bytes circle;
    private final List<SimNode> people;
    private final Map<Bytes, Integer> owners = new HashMap<>();
    private final List<Ref> doings = new ArrayList<>();
    private final List<Ref> things = new ArrayList<>();
    private final List<Ref> places = new ArrayList<>();
    private final List<Ref> practices = new ArrayList<>();

    LedgerLife(SimWorld world, Bytes circle, List<SimNode> people) {
        this.world = world;
        this.circle = circle;
        this.people = people;
    }

    List<Ref> doings() {
        return doings;
    }

    List<Ref> things() {
        return things;
    }

    List<Ref> places() {
        return places;
    }

    List<Ref> practices() {
        return practices;
    }

    /** A day on which everything is said. */
    void begin() {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < people.size(); i++) {
                Ask ask = new Ask(Side.NEED, "need " + round, "", "food", Optional.empty(), Optional.empty(), Optional.empty(),
                        List.of("en"), false, List.of());
                int next = (i + 1) % people.size();
                thread(i, new Command.Post(circle, ask, world.today().plus(6), "here")).ifPresent(ref -> done(next, new Command.Answer(ref, "I can")));
            }
            world.pass(3_600);
        }
        for (int i = 0; i < people.size(); i++) {
            thread(i, new Command.DoingsNew(circle, List.of(kitchen()))).ifPresent(doings::add);
            thread(i, new Command.ListNew(circle, new Thing("Drill", "", "tools", "", List.of(), Optional.empty(), Optional.of(Whereabouts.named("Shed")),
                    List.of()))).ifPresent(things::add);
            thread(i, new Command.ListNew(circle, new Place("Hall", "", "room", Optional.empty(), List.of(),
                    Optional.of(Whereabouts.named("Mill Lane")), List.of())))
                    .ifPresent(places::add);
            thread(i, new Command.PracticePost(circle, "", new Writing("Soup", "en", List.of(), "Boil water."), Bytes.EMPTY)).ifPresent(practices::add);
        }
        world.pass(3_600);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(world.now, Day.SECONDS));
        doings.forEach(doing -> others(doing, (who, ref) -> new Command.Join(ref, people.get(who).views().doing(ref, Optional.empty())
                .orElseThrow().shown().orElseThrow().date(), new Joining.Part.Coming(), true)));
        things.forEach(thing -> others(thing, (who, ref) -> {
            // Everybody's days are everybody else's for another thing.
            LocalDate from = day.plusDays(1 + 2 * ((who + things.indexOf(ref)) % people.size()));
            return new Command.AskFor(ref, Optional.of(new Asking.Days(from, from.plusDays(1))), "Please");
        }));
        practices.forEach(practice -> others(practice, (who, ref) -> new Command.PracticeTell(ref, "It went well.")));
    }

    /** Nine days more. "Every time it's me": each node puts its person down under a fresh voice. */
    void goOn() {
        for (int hours = 0; hours < 24 * 9; hours += 6) {
            world.pass(6 * 3_600);
        }
    }

    private static Times weekly(long now) {
        long start = now - now % 3_600 + 2 * Day.SECONDS;
        return new Times(start, start + 7_200, ZoneSpan.utc(), Optional.of(RuleReader.read("FREQ=WEEKLY").orThrow()), List.of(), List.of());
    }

    private Doing kitchen() {
        return new Doing("Kitchen", "", "food", weekly(world.now), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /** What somebody else does about a thread, by their number. */
    private interface Deed {
        Command of(int who, Ref ref);
    }

    private void others(Ref ref, Deed deed) {
        for (int i = 0; i < people.size(); i++) {
            if (!Integer.valueOf(i).equals(owners.get(ref.root()))) {
                done(i, deed.of(i, ref));
            }
        }
    }

    private Optional<Ref> thread(int who, Command command) {
        Optional<Ref> ref = done(who, command) instanceof Outcome.DoneThread(Ref made) ? Optional.of(made) : Optional.empty();
        ref.ifPresent(made -> owners.put(made.root(), who));
        return ref;
    }

    private Outcome done(int who, Command command) {
        Outcome outcome = people.get(who).wish(command);
        if (outcome instanceof Outcome.Refused(Outcome.Refusal why)) {
            throw new IllegalStateException(command.getClass().getSimpleName() + " was refused: " + why);
        }
        return outcome;
    }
}
