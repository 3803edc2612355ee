package weft.sim.drill;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
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
 * People with habits post and answer for some months through the real step machine; an adversary holds every entry as it
 * was while open (all but the words themselves) and tries to tell which voices are one person's.
 *
 * <p>Place and kind are what people say on purpose, so the question is what helps beyond them: pairs of voices of one place
 * and kind are drawn, as many of one person as of two, and each linker's area under the ROC curve says how well it tells
 * them apart: 0.5 is guessing. Linkers that look at how Weft writes things (keys, slots, clocks, order, sizes, tags) must
 * stay within 0.55 of nothing; those that look at how people live (the hour, the language) are reported.
 */
final class LinkingDrill {
    private static final double GOAL = 0.55;
    private static final int PAIRS = 60_000;
    private static final List<String> KINDS = List.of("food", "errands", "a lift", "company");

    /** Somebody with habits. */
    private record Person(int place, int hour, String language, int favourite, int clockOffset, Peer node, Draws draws) {}

    /** What the adversary sees of one voice, and whose it is. */
    private record Seen(int owner, Bytes key, String place, String kind, long writtenAt, long published, String tags, List<String> languages,
            int size, int envelope, int slot, int span, int arrival, Bytes id) {}

    private final Draws draws;
    private final String fault;
    private final List<Person> people = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private Bytes circle = Bytes.EMPTY;
    private Optional<CircleKeys> keys = Optional.empty();

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
        return drill.judge(out, people, days);
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
                        draws.below(KINDS.size()), draws.below(7200) - 3600, node, own));
            }
        }
        keys = Optional.of(SeizedVault.of(first.vaultContent()).getFirst());
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < count; i++) {
                if (draws.percent(13)) {
                    // Most of what somebody writes falls near their hour; some doesn't.
                    Person person = people.get(i);
                    int hour = draws.percent(60) ? Math.clamp(person.hour() + draws.below(5) - 2, 0, 23) : draws.below(24);
                    post(i, start + day * Day.SECONDS + hour * 3600L + draws.below(3600));
                }
            }
        }
        people.forEach(person -> person.node().close());
    }

    private void post(int who, long moment) {
        Person person = people.get(who);
        long clock = moment + person.clockOffset() / 60;
        String kind = KINDS.get(draws.percent(50) ? person.favourite() : draws.below(KINDS.size()));
        Whereabouts where = new Whereabouts("block " + person.place(), Optional.of(Point.blurred(50 + person.place() / 50.0, 4)));
        Optional<Long> until = draws.percent(40) ? Optional.of(clock - clock % 3600 + 86_400) : Optional.empty();
        Ask ask = new Ask(draws.percent(70) ? Side.NEED : Side.OFFER, "t".repeat(10 + draws.below(50)), "x".repeat(draws.below(400)),
                        kind, Optional.empty(), until,
                Optional.of(where), List.of(person.language()), draws.percent(20), List.of());
        Day last = Day.at(clock).plus(1 + draws.below(21));
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

    private List<Event> lastEnvelopes = List.of();
    private Bytes lastRoot = Bytes.EMPTY;

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
            Entry entry = weft.core.entry.EntryReader.read(Draws.P, opened.json(), circle, opened.leaf()).orThrow();
            boolean heard = !seen.isEmpty() && seen.getLast().key().equals(inner.publicKey());
            if (entry instanceof Entry.Posted) {
                lastRoot = inner.id();
            } else if (heard) {
                continue;
            }
            // An answer says no place and no kind: it is compared among answers.
            String place = entry instanceof Entry.Posted p ? p.ask().where().map(Whereabouts::name).orElse("") : "";
            String kind = entry instanceof Entry.Posted p ? p.ask().kind() : "answer";
            List<String> languages = entry instanceof Entry.Posted p ? p.ask().languages() : List.of();
            Bytes voice = fault.equals("reuse") && draws.percent(20) ? Draws.P.sha256(Bytes.utf8("one key " + who)) : inner.publicKey();
            long written = fault.equals("clock") ? moment - moment % 3600 + Math.floorMod(people.get(who).clockOffset(), 3600) : inner.createdAt();
            seen.add(new Seen(who, voice, place, kind, written, event.createdAt(), tagOrder(inner), languages,
                    opened.json().length(), event.content().length(), opened.leaf().slot(),
                    opened.leaf().day().number() - Day.at(inner.createdAt()).number(), seen.size(), inner.id()));
        }
    }

    private static String tagOrder(Event event) {
        return String.join(",", event.tags().stream().map(Tag::values).map(List::getFirst).toList());
    }

    private int judge(PrintStream out, int count, int days) {
        Map<String, ToDoubleBiFunction<Seen, Seen>> written = new LinkedHashMap<>();
        written.put("key reuse", (a, b) -> a.key().equals(b.key()) ? 1 : 0);
        written.put("device clock", (a, b) -> -circular(a.writtenAt() % 3600, b.writtenAt() % 3600, 3600));
        written.put("envelope clock", (a, b) -> -circular(a.published() % 3600, b.published() % 3600, 3600));
        written.put("slots", (a, b) -> -Math.abs((double) (a.slot() & 0xffff_ffffL) - (b.slot() & 0xffff_ffffL)));
        written.put("order of arrival", (a, b) -> -Math.abs(a.arrival() - b.arrival()));
        written.put("entry sizes", (a, b) -> -Math.abs(a.size() - b.size()));
        written.put("envelope sizes", (a, b) -> -Math.abs(a.envelope() - b.envelope()));
        written.put("tag order", (a, b) -> a.tags().equals(b.tags()) ? 1 : 0);
        written.put("voices alike", (a, b) -> -Math.abs(a.key().at(0) - b.key().at(0)));
        written.put("ids alike", (a, b) -> -Math.abs(a.id().at(0) - b.id().at(0)));
        written.put("last days", (a, b) -> -Math.abs(a.span() - b.span()));
        Map<String, ToDoubleBiFunction<Seen, Seen>> lived = new LinkedHashMap<>();
        lived.put("hour of the day", (a, b) -> -circular(a.writtenAt() / 3600 % 24, b.writtenAt() / 3600 % 24, 24));
        lived.put("day of the week", (a, b) -> a.writtenAt() / 86_400 % 7 == b.writtenAt() / 86_400 % 7 ? 1 : 0);
        lived.put("languages", (a, b) -> a.languages().equals(b.languages()) ? 1 : 0);
        lived.put("hour and language", (a, b) -> (a.languages().equals(b.languages()) ? 4 : 0)
                - circular(a.writtenAt() / 3600 % 24, b.writtenAt() / 3600 % 24, 24));
        out.println(count + " people, " + days + " days, " + seen.size() + " voices");
        List<Pair> pairs = pairs(true);
        List<Pair> all = pairs(false);
        double said = area(all, (a, b) -> (a.place().equals(b.place()) ? 2 : 0) + (a.kind().equals(b.kind()) ? 1 : 0));
        out.println("what place and kind themselves give away: " + figure(said));
        out.println("beyond them (" + pairs.size() + " pairs of the same place and kind; 0.500 is guessing):");
        double worst = tell(out, "  how Weft writes", written, pairs);
        double life = tell(out, "  how people live", lived, pairs);
        out.println("worst of how Weft writes: " + figure(worst) + " (goal: at most " + GOAL + "); worst of how people live: " + figure(life));
        keys.ifPresent(CircleKeys::close);
        return worst <= GOAL ? 0 : 1;
    }

    private static double tell(PrintStream out, String title, Map<String, ToDoubleBiFunction<Seen, Seen>> linkers, List<Pair> pairs) {
        double worst = 0.5;
        for (Map.Entry<String, ToDoubleBiFunction<Seen, Seen>> linker : linkers.entrySet()) {
            double area = area(pairs, linker.getValue());
            // One that is wrong more often than right is a linker too, turned round.
            worst = Math.max(worst, Math.max(area, 1 - area));
            out.println(title + ", " + linker.getKey() + ": " + figure(area));
        }
        return worst;
    }

    private static String figure(double area) {
        return String.format(java.util.Locale.ROOT, "%.3f", area);
    }

    private static double circular(long a, long b, long whole) {
        long apart = Math.abs(a - b);
        return Math.min(apart, whole - apart);
    }

    private record Pair(Seen one, Seen other, boolean same) {}

    /** As many pairs of one person as of two. */
    private List<Pair> pairs(boolean alike) {
        Map<String, List<Seen>> strata = new LinkedHashMap<>();
        seen.forEach(each -> strata.computeIfAbsent(alike ? each.place() + "/" + each.kind() : "", ignored -> new ArrayList<>()).add(each));
        List<Pair> same = new ArrayList<>();
        List<Pair> different = new ArrayList<>();
        List<List<Seen>> all = strata.values().stream().filter(stratum -> stratum.size() > 1).toList();
        for (int i = 0; i < PAIRS * 40 && (same.size() < PAIRS / 2 || different.size() < PAIRS / 2); i++) {
            List<Seen> stratum = all.get(draws.below(all.size()));
            Seen one = stratum.get(draws.below(stratum.size()));
            Seen other = stratum.get(draws.below(stratum.size()));
            List<Pair> to = one.owner() == other.owner() ? same : different;
            if (!one.equals(other) && to.size() < PAIRS / 2) {
                to.add(new Pair(one, other, one.owner() == other.owner()));
            }
        }
        int count = Math.min(same.size(), different.size());
        List<Pair> out = new ArrayList<>(same.subList(0, count));
        out.addAll(different.subList(0, count));
        return out;
    }

    private record Fit(double fit, boolean same) {}

    /** The chance that a pair of one person fits better than a pair of two; ties count half. */
    private static double area(List<Pair> pairs, ToDoubleBiFunction<Seen, Seen> linker) {
        List<Fit> fits = new ArrayList<>();
        pairs.forEach(pair -> fits.add(new Fit(linker.applyAsDouble(pair.one(), pair.other()), pair.same())));
        fits.sort(Comparator.comparingDouble(Fit::fit));
        double wins = 0;
        double below = 0;
        for (int i = 0; i < fits.size();) {
            double sameHere = 0;
            double differentHere = 0;
            int j = i;
            for (; j < fits.size() && fits.get(j).fit() == fits.get(i).fit(); j++) {
                sameHere += fits.get(j).same() ? 1 : 0;
                differentHere += fits.get(j).same() ? 0 : 1;
            }
            wins += sameHere * (below + differentHere / 2);
            below += differentHere;
            i = j;
        }
        double half = pairs.size() / 2.0;
        return wins / (half * half);
    }
}
