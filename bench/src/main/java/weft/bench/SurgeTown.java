package weft.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Ask;
import weft.core.entry.Doing;
import weft.core.entry.EntryDrafts;
import weft.core.entry.Joining;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.entry.Thing;
import weft.core.entry.Whereabouts;
import weft.core.entry.Words;
import weft.core.key.CircleKeys;
import weft.core.key.Leaf;
import weft.core.key.Nip44;
import weft.core.key.Signing;
import weft.jdk.JdkEntropy;
import weft.jdk.JdkPrimitives;
import weft.node.home.OwnNode;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.store.SqliteEnvelopes;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;

/** A data folder as it is in a hard week: needs and offers of many people, what they answered, doings, who comes, things. */
final class SurgeTown implements AutoCloseable {
    private static final List<String> KINDS = List.of("food", "a lift", "childcare", "repairs", "errands", "company", "translation", "medicine", "");
    private static final List<String> TITLES = List.of("Bread and soup for two days", "A lift to the hospital on Tuesday", "Somebody to sit with my father",
            "Nappies, size four", "Traduction d'une lettre de la caisse", "أحتاج من يرافق ابني إلى المدرسة", "Help to carry a fridge to the third floor",
            "Two hours of childcare in the morning", "A phone charger", "Medicine from the night pharmacy");

    /** Where it is; gone when this is closed. */
    final Path folder = Files.createTempDirectory("weft-surge");
    private final Primitives p = new JdkPrimitives();
    private final Entropy entropy = new JdkEntropy();
    private final Random dice = new Random(450);
    private final long now = System.currentTimeMillis() / 1000;
    private final Day today = Day.at(now);
    private final CircleKeys circle;
    private final EntryDrafts drafts;
    private final List<Event> envelopes = new ArrayList<>();
    private int slot = Leaf.FIRST_THREAD_SLOT;

    /** So many needs and offers, of so many people besides. */
    SurgeTown(int needs, int people) throws IOException {
        circle = new StartTable().circle(folder, now);
        drafts = new EntryDrafts(p, circle.address());
        for (int i = 0; i < needs; i++) {
            Day last = today.plus(2 + i % 12);
            thread(last, need(i), i * people / needs < people ? 1 + i % 3 : 0);
        }
        for (int i = 0; i < 30; i++) {
            doing(i, people / 30);
        }
        for (int i = 0; i < 60; i++) {
            thread(today.plus(300), new Thing("Thing number " + i, "In good order.", KINDS.get(i % 9), "Bring it back clean.", List.of("A case"),
                    Optional.empty(), Optional.of(where(i)), List.of()), 0);
        }
        try (SqliteEnvelopes store = SqliteEnvelopes.open(folder.resolve(OwnNode.ENVELOPES), true)) {
            store.append(envelopes);
        }
    }

    /** How many envelopes there are. */
    int size() {
        return envelopes.size();
    }

    private static Whereabouts where(int i) {
        return new Whereabouts("Quarter " + i % 12, Optional.of(Point.blurred(50.8 + i % 40 * 0.004, 4.3 + i % 37 * 0.004)));
    }

    private Ask need(int i) {
        Optional<Long> from = i % 4 == 0 ? Optional.empty() : Optional.of(now + (i % 60) * 3_600L);
        return new Ask(i % 4 == 3 ? Side.OFFER : Side.NEED, TITLES.get(i % TITLES.size()) + ", number " + i, "For a household of " + (1 + i % 5)
                + ". Please ring twice, the bell is quiet.", KINDS.get(i % KINDS.size()), from, from.map(at -> at + 7_200), Optional.of(where(i)),
                i % 2 == 0 ? List.of("en") : List.of("fr", "ar"), i % 3 == 0, List.of());
    }

    private Bytes thread(Day last, Words words, int answers) {
        Leaf leaf = new Leaf(last, slot++);
        try (Secret voice = p.freshKey(entropy)) {
            Bytes first = p.publicKey(voice);
            Bytes root = say(leaf, voice, drafts.posted(new EntryDrafts.By(first, now, leaf), entropy.next(8), 0, words));
            for (int i = 0; i < answers; i++) {
                answer(leaf, first, root);
            }
            return first;
        }
    }

    private void answer(Leaf leaf, Bytes first, Bytes root) {
        try (Secret voice = p.freshKey(entropy); Secret key = Nip44.conversationKey(p, voice, first).orElseThrow()) {
            String sealed = Nip44.encrypt(p, key, entropy.next(32), "I can, from eight on.");
            say(leaf, voice, drafts.answered(new EntryDrafts.By(p.publicKey(voice), now, leaf), root, 0, sealed));
        }
    }

    private void doing(int i, int coming) {
        long start = (now / 86_400 + 1 + i % 14) * 86_400 + (8 + i % 12) * 3_600L;
        Times times = i % 2 == 0 ? Times.once(start, start + 10_800, ZoneSpan.utc())
                : new Times(start, start + 10_800, ZoneSpan.utc(), Optional.of(RuleReader.read("FREQ=WEEKLY").orThrow()), List.of(), List.of());
        Doing words = new Doing("Distribution number " + i, "", "food", times, Optional.of(where(i)),
                List.of(new Doing.Shift(1, "Packing", 0, 90, 6), new Doing.Shift(2, "Handing out", 60, 120, 6)), List.of(), Optional.empty());
        Leaf leaf = new Leaf(today.plus(60), slot++);
        Bytes name = entropy.next(8);
        try (Secret voice = p.freshKey(entropy)) {
            Bytes first = p.publicKey(voice);
            say(leaf, voice, drafts.posted(new EntryDrafts.By(first, now, leaf), name, 0, words));
            LocalDate on = LocalDate.ofEpochDay(start / 86_400);
            for (int j = 0; j < coming; j++) {
                thread(Day.at(start + 10_799), new Joining(first, name.hex(), on, new Joining.Part.OfShift(1 + dice.nextInt(2))), 0);
            }
        }
    }

    private Bytes say(Leaf leaf, Secret voice, Draft draft) {
        Event entry = Signing.sign(p, draft, voice, entropy.next(32));
        envelopes.add(circle.seal(entry.json(), leaf, now, entropy));
        return entry.id();
    }

    @Override
    public void close() throws IOException {
        circle.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
