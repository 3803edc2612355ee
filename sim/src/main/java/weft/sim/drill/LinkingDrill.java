package weft.sim.drill;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.EntryReader;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.key.CircleKeys;
import weft.core.peer.Command;
import weft.core.peer.Effect;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.peer.Peer;
import weft.core.peer.Turn;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Tag;

/**
 * People with habits post and answer for some months through the real step machine; an adversary ({@link Linkers}) holds
 * every entry and envelope as it was while open (all but the words themselves) and tries to tell which voices are one person's.
 *
 * <p>The habits: a place, a kind of help asked for half of the time, an hour of the day around which 60 of 100 things are
 * written, a language (three in five people share one), a clock that is off, a usual number of days for which things last
 * (one of the spans that the form lists; used a quarter of the time, else the one it begins with) and an hour until which things are wanted (half of
 * the time that an end is
 * said at all). A language that answers should be in is said by one need or offer in five of those who speak what few speak, by one in
 * twenty of the others; before programs stopped filling it in it was said always ({@code --fault languages}).
 */
final class LinkingDrill {
    private static final List<String> KINDS = List.of("food", "errands", "a lift", "company");
    private static final int OFFERED_DAYS = 14;

    /** Somebody with habits. */
    private record Person(int place, int hour, String language, int favourite, int clockOffset, int usualDays, Peer node, Draws draws) {}

    private record Moment(int who, long at) {}

    private final Draws draws;
    private final String fault;
    private final List<Person> people = new ArrayList<>();
    private final List<Linkers.Seen> seen = new ArrayList<>();
    private Bytes circle = Bytes.EMPTY;
    private Optional<CircleKeys> keys = Optional.empty();
    private List<Event> lastEnvelopes = List.of();
    private Bytes lastRoot = Bytes.EMPTY;

    private LinkingDrill(int seed, String fault) {
        this.draws = new Draws("linking " + seed);
        this.fault = fault;
    }

    static int run(List<String> args, PrintStream out) {
        Drills.known(args, "--seed", "--people", "--days", "--fault");
        LinkingDrill drill = new LinkingDrill(Drills.number(args, "--seed", 1), Drills.word(args, "--fault"));
        int people = Math.clamp(Drills.number(args, "--people", 200), 8, 1000);
        int days = Math.clamp(Drills.number(args, "--days", 90), 7, 365);
        drill.live(people, days);
        out.println(people + " people, " + days + " days, " + drill.seen.size() + " voices");
        return new Linkers(drill.seen, drill.draws).judge(out);
    }

    private void live(int count, int days) {
        long start = Day.EPOCH_SECONDS + 2500 * Day.SECONDS;
        Peer first = Peer.fresh(Draws.P);
        first.step(new Input.Ready(), start, draws);
        Turn made = first.step(new Input.Wish(new Command.CircleNew("circle", List.of(), 1)), start, draws);
        circle = ((Outcome.DoneCircle) made.outcome().orElseThrow()).circle();
        try (Secret content = first.vaultContent()) {
            for (int i = 0; i < count; i++) {
                Peer node = Peer.restore(Draws.P, content).orThrow();
                Draws own = new Draws("person " + i + draws.next(8).hex());
                node.step(new Input.Ready(), start, own);
                people.add(new Person(draws.below(Math.max(2, count / 12)), 7 + draws.below(14), List.of("en", "en", "en", "fr", "ar").get(draws.below(5)),
                        draws.below(KINDS.size()), draws.below(7200) - 3600, List.of(3, 7, 30).get(draws.below(3)), node, own));
            }
        }
        keys = Optional.of(SeizedVault.of(first.vaultContent()).getFirst());
        for (int day = 0; day < days; day++) {
            moments(start + day * Day.SECONDS).forEach(moment -> post(moment.who(), moment.at()));
        }
        people.forEach(person -> person.node().close());
        keys.ifPresent(CircleKeys::close);
    }

    /** Who writes on a day and when, in the order of time. */
    private List<Moment> moments(long day) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            if (draws.percent(13)) {
                // Most of what somebody writes falls near their hour; some doesn't.
                int hour = draws.percent(60) ? near(people.get(i).hour()) : draws.below(24);
                moments.add(new Moment(i, day + hour * 3600L + draws.below(3600)));
            }
        }
        moments.sort(Comparator.comparingLong(Moment::at));
        return moments;
    }

    private int near(int hour) {
        return Math.clamp(hour + draws.below(5) - 2, 0, 23);
    }

    private void post(int who, long moment) {
        Person person = people.get(who);
        long clock = moment + person.clockOffset() / 60;
        String kind = KINDS.get(draws.percent(50) ? person.favourite() : draws.below(KINDS.size()));
        Whereabouts where = new Whereabouts("block " + person.place(), Optional.of(Point.blurred(50 + person.place() / 50.0, 4)));
        long tomorrow = Day.at(clock).plus(1).startsAt();
        Optional<Long> until = draws.percent(40)
                ? Optional.of(tomorrow + 3600L * (draws.percent(50) ? near(person.hour()) : draws.below(24))) : Optional.empty();
        boolean says = fault.equals("languages") || draws.percent(person.language().equals("en") ? 5 : 20);
        Ask ask = new Ask(draws.percent(70) ? Side.NEED : Side.OFFER, "t".repeat(10 + draws.below(50)), "x".repeat(draws.below(400)),
                kind, Optional.empty(), until, Optional.of(where), says ? List.of(person.language()) : List.of(), draws.percent(20), List.of());
        Day last = Day.at(clock).plus(draws.percent(25) ? person.usualDays() : OFFERED_DAYS);
        String aside = draws.percent(50) ? "y".repeat(20 + draws.below(60)) : "";
        take(who, moment, person.node().step(new Input.Wish(new Command.Post(circle, ask, last, aside)), clock, person.draws()));
        if (draws.percent(50) && !seen.isEmpty()) {
            answer(who, moment);
        }
    }

    /** Somebody else answers; the adversary knows of the answer's voice what it knows of the thread. */
    private void answer(int who, long moment) {
        int other = draws.below(people.size());
        Person person = people.get(other);
        if (other == who || lastEnvelopes.isEmpty()) {
            return;
        }
        long clock = moment + 600 + person.clockOffset() / 60;
        lastEnvelopes.forEach(event -> person.node().step(new Input.Restored(event), clock, person.draws()));
        Command answer = new Command.Answer(new Ref(circle, lastRoot), "z".repeat(5 + draws.below(90)));
        take(other, moment + 600, person.node().step(new Input.Wish(answer), clock, person.draws()));
    }

    private void take(int who, long moment, Turn turn) {
        for (Effect effect : turn.effects()) {
            switch (effect) {
                case Effect.Append(List<Event> events) -> append(who, moment, events);
                case Effect.Keep(Secret content, boolean destroying) -> content.destroy();
                case Effect.Relock(Secret passphrase) -> passphrase.destroy();
                case Effect.Remove ignored -> { }
                case Effect.Open ignored -> { }
                case Effect.Shut ignored -> { }
                case Effect.Send ignored -> { }
                case Effect.SendStored ignored -> { }
                case Effect.WakeAt ignored -> { }
                case Effect.Show ignored -> { }
                case Effect.Tell ignored -> { }
                case Effect.Prove ignored -> { }
                case Effect.Channel ignored -> { }
                case Effect.Part ignored -> { }
                case Effect.MeetAgain ignored -> { }
                case Effect.Answer ignored -> { }
                case Effect.AnswerStored ignored -> { }
            }
        }
    }

    private void append(int who, long moment, List<Event> events) {
        lastEnvelopes = events;
        for (Event event : events) {
            CircleKeys.Opened opened = keys.orElseThrow().open(Envelope.of(event).orThrow()).orThrow();
            Event inner = Event.read(opened.json()).orThrow();
            Entry entry = EntryReader.read(Draws.P, opened.json(), circle, opened.leaf()).orThrow();
            boolean heard = !seen.isEmpty() && seen.getLast().key().equals(inner.publicKey());
            if (entry instanceof Entry.Posted) {
                lastRoot = inner.id();
            } else if (heard) {
                continue;
            }
            // An answer says no place and no kind: it is compared among answers.
            Optional<Ask> ask = entry instanceof Entry.Posted posted && posted.words() instanceof Ask words ? Optional.of(words) : Optional.empty();
            Bytes voice = fault.equals("reuse") && draws.percent(20) ? Draws.P.sha256(Bytes.utf8("one key " + who)) : inner.publicKey();
            seen.add(new Linkers.Seen(who, voice, ask.flatMap(Ask::where).map(Whereabouts::name).orElse(""), ask.map(Ask::kind).orElse("answer"),
                    written(who, moment, inner), event.createdAt(), tagOrder(inner), ask.map(Ask::languages).orElse(List.of()),
                    ask.flatMap(Ask::until), ask.map(Ask::forSomeoneElse).orElse(false), opened.json().length(), event.content().length(),
                    opened.leaf().slot(), opened.leaf().day().number() - Day.at(inner.createdAt()).number(), moment, inner.id(), event.id()));
        }
    }

    private long written(int who, long moment, Event inner) {
        return switch (fault) {
            case "clock" -> moment - moment % 3600 + Math.floorMod(people.get(who).clockOffset(), 3600);
            case "hour" -> moment - moment % 3600;
            default -> inner.createdAt();
        };
    }

    private static String tagOrder(Event event) {
        return String.join(",", event.tags().stream().map(Tag::values).map(List::getFirst).toList());
    }
}
