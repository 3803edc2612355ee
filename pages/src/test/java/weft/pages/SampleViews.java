package weft.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import weft.core.calendar.Occurrence;
import weft.core.calendar.RuleReader;
import weft.core.calendar.Times;
import weft.core.calendar.ZoneSpan;
import weft.core.entry.Ask;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.core.entry.Whereabouts;
import weft.core.find.Fit;
import weft.core.find.Tokens;
import weft.core.view.AcquaintanceCard;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CalendarQuery;
import weft.core.view.CatalogueView;
import weft.core.view.PracticeCard;
import weft.core.view.CircleCard;
import weft.core.view.CircleView;
import weft.core.view.FindQuery;
import weft.core.view.FitView;
import weft.core.view.FoundView;
import weft.core.view.DoingView;
import weft.core.view.InvitationView;
import weft.core.view.Name;
import weft.core.view.OccurrenceCard;
import weft.core.view.OfferView;
import weft.core.view.OwnCalendar;
import weft.core.view.PartView;
import weft.core.view.Ref;
import weft.core.view.Stage;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** A neighbourhood on a Monday morning, in memory. */
final class SampleViews implements Views {
    static final long NOW = 1_795_424_400L; // Monday 2026-11-23T09:00Z
    static final Bytes CIRCLE = key(1);
    static final List<String> KINDS = List.of("food", "cooking", "errands", "a lift", "childcare", "company", "repairs", "translation", "other");

    final List<CircleCard> circles = new ArrayList<>();
    final List<ThreadView> threads = new ArrayList<>();
    final List<InvitationView> invitations = new ArrayList<>();
    final List<PracticeCard> practices = new ArrayList<>();
    Optional<CatalogueView> catalogue = Optional.empty();
    NodeView node = new NodeView(false, List.of(new RelayView("wss://relay.example", true, ""), new RelayView("wss://other.example", false, "unreachable")), 2);

    static Bytes key(int n) {
        return Bytes.bigEndian(0, 8).then(Bytes.bigEndian(0, 8), Bytes.bigEndian(7, 8), Bytes.bigEndian(n, 8));
    }

    /** Somewhere in the town, the same for the same name. */
    private static Point spot(String name) {
        return Point.blurred(50.85 + Math.floorMod(name.hashCode(), 9) * 0.004, 4.35 + Math.floorMod(name.hashCode() / 9, 9) * 0.006);
    }

    static SampleViews week() {
        SampleViews views = new SampleViews();
        views.circles.add(new CircleCard(CIRCLE, "Rue des Tanneurs", CircleCard.Reach.IN_STEP, 1));
        views.circles.add(new CircleCard(key(2), "Kitchen on the corner", CircleCard.Reach.ALONE, 7));
        views.add(10, ask(Side.NEED, "Soup for two days", "My neighbour has a fever and can't cook.\nNo meat, please.", "food", "Near the old market"),
                Stage.OPEN, new Name.Stranger(12, 200), false, false);
        views.add(11, ask(Side.NEED, "A lift to the hospital on Tuesday morning", "", "a lift", "Harbour"), Stage.IN_HAND, new Name.Me(), true, true);
        views.add(12, ask(Side.OFFER, "Two hours of ironing or sewing", "Gladly with company.", "repairs", ""), Stage.OPEN, new Name.Known("Amina"), false,
                false);
        views.add(13, ask(Side.NEED, "Traduction d'une lettre de la caisse", "Trois pages, rien de secret.", "translation", "Bibliothèque"),
                Stage.ANSWERED, new Name.Me(), true, true);
        views.add(14, ask(Side.NEED, "أحتاج من يرافق ابني إلى المدرسة", "كل صباح هذا الأسبوع.", "childcare", "قرب الحديقة"), Stage.IN_HAND,
                new Name.Stranger(3, 77), false, true);
        views.add(15, ask(Side.OFFER, "12 boxes of apples", "", "food", "Allotments"), Stage.DONE, new Name.Stranger(40, 41), false, false);
        views.add(16, ask(Side.OFFER, "Clases de español los jueves", "", "learning", "Plaza"), Stage.NO_LONGER, new Name.Stranger(50, 51), false, false);
        views.add(17, ask(Side.NEED, "Someone to carry a sofa down three floors", "", "moving", ""), Stage.FADING, new Name.Stranger(60, 61), false, false);
        views.invitations.add(new InvitationView(key(90), Optional.of(CIRCLE),
                Optional.of("weft:1/" + "q8Zt3mVx".repeat(24)), InvitationView.Stage.WAITING, List.of(), NOW + 7 * 86400));
        views.invitations.add(new InvitationView(key(91), Optional.empty(), Optional.empty(), InvitationView.Stage.MET, List.of(1, 500, 1024, 2047), NOW
                + 86400));
        for (InvitationView.Stage stage : InvitationView.Stage.values()) {
            views.invitations.add(new InvitationView(key(100 + stage.ordinal()), Optional.empty(), Optional.empty(), stage, List.of(), NOW));
        }
        return views;
    }

    static SampleViews empty() {
        return new SampleViews();
    }

    /** Many needs, for the size of pages. */
    static SampleViews surge(int count) {
        SampleViews views = week();
        for (int i = 0; i < count; i++) {
            views.add(1000 + i, ask(i % 3 == 0 ? Side.OFFER : Side.NEED, "Need number " + i + " of a hard week, with a title of some length", "", "food",
                    "Quarter " + i % 12),
                    Stage.values()[i % 3], new Name.Stranger(i % 256, i * 7 % 256), false, false);
        }
        return views;
    }

    static Ask ask(Side side, String title, String text, String kind, String where) {
        Optional<Whereabouts> place = where.isEmpty() ? Optional.empty() : Optional.of(new Whereabouts(where, Optional.of(spot(where))));
        return new Ask(side, title, text, kind, Optional.of(NOW + 90_000), Optional.of(NOW + 97_200), place, List.of("fr", "ar"), side == Side.NEED, List.of());
    }

    ThreadView add(int n, Ask ask, Stage stage, Name by, boolean mine, boolean inside) {
        Ref ref = new Ref(CIRCLE, key(n));
        ThreadCard card = new ThreadCard(ref, ask, stage, by, mine, inside, NOW - 7200, Day.at(NOW).plus(14));
        boolean over = stage.compareTo(Stage.IN_HAND) > 0;
        List<ThreadView.AnswerView> answers = new ArrayList<>();
        List<ThreadView.AsideView> asides = new ArrayList<>();
        if (mine && stage != Stage.OPEN) {
            answers.add(new ThreadView.AnswerView(key(n + 300), key(n + 301), new Name.Stranger(9, 130), "I can, from eight on. Shall I bring anything?",
                    NOW - 3600,
                    stage == Stage.IN_HAND, false));
            answers.add(new ThreadView.AnswerView(key(n + 302), key(n + 303), new Name.Known("Jo"), "Me too", NOW - 3600, false, true));
        } else if (inside) {
            answers.add(new ThreadView.AnswerView(key(n + 300), key(n + 301), new Name.Me(), "I walk that way every day.", NOW - 3600, true, false));
        }
        if (inside) {
            asides.add(new ThreadView.AsideView(key(n + 304), by, "14 Long Lane, second bell. 555 0123", NOW - 7200));
        }
        Optional<Bytes> withdraw = inside && !mine ? Optional.of(key(n + 300)) : Optional.empty();
        ThreadView.May may = new ThreadView.May(mine && !over, !mine && !inside && !over, inside && !over, withdraw);
        ThreadView thread = new ThreadView(circles.getFirst(), card, answers, asides, may);
        threads.add(thread);
        return thread;
    }

    @Override
    public long now() {
        return NOW;
    }

    @Override
    public List<CircleCard> circles() {
        return circles;
    }

    @Override
    public Optional<BoardView> board(BoardQuery query) {
        return circles.stream().filter(card -> card.address().equals(query.circle())).findFirst().map(card -> new BoardView(card, query,
                threads.stream().map(ThreadView::card).filter(c -> c.ref().circle().equals(query.circle())).filter(c -> fits(c, query)).toList(), KINDS, List.of("Harbour", "Plaza")));
    }

    private static boolean fits(ThreadCard card, BoardQuery query) {
        boolean over = card.stage().compareTo(Stage.IN_HAND) > 0;
        return (query.withEnded() || !over)
                && query.side().map(card.ask().side()::equals).orElse(true)
                && query.kind().map(card.ask().kind()::equals).orElse(true)
                && query.place().map(place -> card.ask().where().map(Whereabouts::name).equals(Optional.of(place))).orElse(true)
                && query.words().map(words -> card.ask().title().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))).orElse(true);
    }

    @Override
    public Optional<ThreadView> thread(Ref ref) {
        return threads.stream().filter(thread -> thread.card().ref().equals(ref)).findFirst();
    }

    @Override
    public FoundView find(FindQuery query) {
        List<FoundView.Found> found = threads.stream()
                .filter(thread -> Tokens.holdAll(thread.card().ask().title(), Tokens.wanted(query.words(), query.typing())))
                .map(thread -> new FoundView.Found(thread.circle(), thread.card(), thread.card().inside())).toList();
        return new FoundView(found.subList(0, Math.min(FoundView.MOST, found.size())), List.of(), List.of(), List.of(), found.size());
    }

    @Override
    public List<FitView> fits(Ref ref) {
        return threads.stream().filter(thread -> !thread.card().ref().equals(ref)).limit(6).map(thread -> new FitView(circles.getLast(), thread.card(),
                new Fit(9, "food", List.of("bike", "van"), List.of(thread.card().ask().title().split(" ")[0]), Fit.Time.TOGETHER,
                        Fit.Near.values()[thread.card().ref().root().at(31) % 5], true, List.of("fr")))).toList();
    }

    @Override
    public List<PracticeCard> practices(Bytes circle) {
        return practices;
    }

    @Override
    public Set<Bytes> practicesWith(Bytes circle, String words, boolean typing) {
        return practices.stream().filter(card -> Tokens.holdAll(card.writing().title() + " " + card.writing().text(), Tokens.wanted(words, typing)))
                .map(card -> card.ref().root()).collect(java.util.stream.Collectors.toSet());
    }

    @Override
    public Optional<CatalogueView> catalogue(Bytes circle, Optional<String> kind, Optional<String> words) {
        return catalogue;
    }

    @Override
    public List<InvitationView> invitations() {
        return invitations;
    }

    @Override
    public Optional<CircleView> circle(Bytes address) {
        return circles.stream().filter(card -> card.address().equals(address)).findFirst()
                .map(card -> new CircleView(card, true, Day.at(NOW).plus(-91), true, threads.stream().limit(1).map(ThreadView::card).toList()));
    }

    @Override
    public List<AcquaintanceCard> acquaintances() {
        return circles.isEmpty() ? List.of() : List.of(
                new AcquaintanceCard(key(70), "Amina", List.of(1, 2, 3, 4), List.of(CIRCLE)),
                new AcquaintanceCard(key(71), "", List.of(5, 6, 7, 8), List.of()));
    }

    @Override
    public List<OfferView> offers() {
        return circles.isEmpty() ? List.of() : List.of(new OfferView(key(80), "Amina", Optional.of(circles.getFirst()), false));
    }

    /** A weekly kitchen with shifts, and a repair day. */
    private static final Times WEEKLY = new Times(NOW + 86_400 + 8 * 3_600, NOW + 86_400 + 11 * 3_600, ZoneSpan.utc(),
            Optional.of(RuleReader.read("FREQ=WEEKLY").orThrow()), List.of(), List.of());
    static final Doing KITCHEN = new Doing("Kitchen on Tuesdays", "Soup and bread for whoever comes.\nThe door on the left.", "food", WEEKLY,
            Optional.of(Whereabouts.named("The old school")), List.of(new Doing.Shift(1, "Cooking", 0, 120, 4), new Doing.Shift(2, "Washing up", 120, 60, 0)),
            List.of(new Doing.Thing(1, "A big pot"), new Doing.Thing(2, "بصل")), Optional.of(24));
    static final Doing REPAIR =
            new Doing("Tag der Reparatur", "", "repairs", Times.once(NOW + 4 * 86_400, NOW + 4 * 86_400 + 5_400, ZoneSpan.utc()), Optional.empty(),
            List.of(), List.of(), Optional.empty());
    OwnCalendar own = new OwnCalendar(Optional.empty(), Optional.empty());

    @Override
    public List<OccurrenceCard> calendar(CalendarQuery query) {
        if (circles.isEmpty() || query.circle().map(circle -> !circle.equals(CIRCLE)).orElse(false)) {
            return List.of();
        }
        List<OccurrenceCard> out = new ArrayList<>();
        KITCHEN.times().between(query.from(), query.until()).forEach(one -> out.add(new OccurrenceCard(circles.getFirst(), new Ref(CIRCLE, key(600)),
                KITCHEN, one, one.start() < NOW + 9 * 86_400, one.start() < NOW + 2 * 86_400)));
        REPAIR.times().between(query.from(), query.until())
                .forEach(one -> out.add(new OccurrenceCard(circles.getFirst(), new Ref(CIRCLE, key(601)), REPAIR, one, false, false)));
        return out;
    }

    @Override
    public Optional<DoingView> doing(Ref ref, Optional<LocalDate> on) {
        Optional<Doing> found = ref.root().equals(key(600)) ? Optional.of(KITCHEN) : ref.root().equals(key(601)) ? Optional.of(REPAIR) : Optional.empty();
        return found.map(doing -> {
            List<Occurrence> next = doing.times().between(NOW, NOW + 80 * 86_400).stream().limit(DoingView.NEXT).toList();
            Occurrence shown = on.flatMap(date -> doing.times().on(date)).orElse(next.getFirst());
            List<PartView> parts = new ArrayList<>();
            parts.add(new PartView(new Joining.Part.Coming(), "", shown.start(), shown.end(), 0, List.of(new Name.Known("Amina")), List.of(), false, false));
            doing.shifts().forEach(shift ->
                    parts.add(new PartView(new Joining.Part.OfShift(shift.number()), shift.title(), shown.start() + shift.begins() * 60L,
                    shown.start() + (shift.begins() + shift.minutes()) * 60L, shift.hands(), shift.number() == 1
                    ? List.of(new Name.Me(), new Name.Stranger(7, 9)) : List.of(),
                    shift.number() == 1 ? List.of(new Name.Stranger(4, 90)) : List.of(), shift.number() == 1, shift.number() == 1)));
            doing.things().forEach(thing -> parts.add(new PartView(new Joining.Part.Bringing(thing.number()), thing.title(), shown.start(), shown.end(), 0,
                    thing.number() == 2 ? List.of(new Name.Stranger(1, 1)) : List.of(), List.of(), false, false)));
            return new DoingView(circles.getFirst(), ref, doing, new Name.Known("Amina"), ref.root().equals(key(600)), false, Day.at(NOW).plus(390), next,
                    Optional.of(shown), parts);
        });
    }

    @Override
    public OwnCalendar ownCalendar() {
        return own;
    }

    @Override
    public NodeView node() {
        return node;
    }
}
