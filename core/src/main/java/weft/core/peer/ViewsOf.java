package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.circle.Opening;
import weft.core.circle.ThreadState;
import weft.core.circle.TwoWords;
import weft.core.entry.Ask;
import weft.core.entry.Named;
import weft.core.entry.Entry;
import weft.core.people.ThatIsMe;
import weft.core.view.AcquaintanceCard;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CalendarQuery;
import weft.core.view.CatalogueView;
import weft.core.view.CircleCard;
import weft.core.view.CircleView;
import weft.core.view.FindQuery;
import weft.core.view.FitView;
import weft.core.view.FoundView;
import weft.core.view.DoingView;
import weft.core.view.DraftView;
import weft.core.view.InvitationView;
import weft.core.view.Name;
import weft.core.view.NewsView;
import weft.core.view.NewsWays;
import weft.core.view.OccurrenceCard;
import weft.core.view.OfferView;
import weft.core.view.OwnCalendar;
import weft.core.view.PlaceView;
import weft.core.view.PracticeCard;
import weft.core.view.PracticeView;
import weft.core.view.Ref;
import weft.core.view.Stage;
import weft.core.view.ThingView;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.event.Day;

/**
 * Looks at a node's state at one moment. It reads the state as it stands, so it is of no use after the next step; the
 * records it gives are. What is sealed is opened here, for this one look, and kept nowhere.
 */
final class ViewsOf implements Views {
    private final PeerState state;
    private final Links links;
    private final Primitives p;
    private final long now;

    ViewsOf(PeerState state, Links links, long now) {
        this.state = state;
        this.links = links;
        this.p = state.primitives;
        this.now = now;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public List<CircleCard> circles() {
        return state.circles.values().stream().filter(circle -> !circle.acquaintance).map(this::card).toList();
    }

    CircleCard card(Membership circle) {
        boolean open = false;
        boolean inStep = false;
        for (Link link : links.all()) {
            if (link.purpose.equals(new Purpose.OfCircle(circle.address))) {
                open |= link.open;
                inStep |= link.inStep();
            }
        }
        CircleCard.Reach reach = inStep ? CircleCard.Reach.IN_STEP : open || !state.ready ? CircleCard.Reach.CATCHING_UP : CircleCard.Reach.ALONE;
        return new CircleCard(circle.address, circle.name, reach, circle.graceDays);
    }

    @Override
    public Optional<BoardView> board(BoardQuery query) {
        return board(query, 0, Integer.MAX_VALUE);
    }

    @Override
    public Optional<BoardView> board(BoardQuery query, int from, int most) {
        return state.circle(query.circle()).map(circle -> {
            Board.Part part = circle.board.look(circle, query, now, from, most);
            return new BoardView(card(circle), query, part.threads().stream().map(thread -> card(circle, thread)).toList(),
                    circle.board.kinds(), circle.board.places(), part.count());
        });
    }

    static boolean isShown(Membership circle, ThreadState thread) {
        return !circle.hidden.containsKey(thread.voice()) && !circle.condemnedThreads.containsKey(thread.voice()) && !circle.isOver(thread.lastDay());
    }

    static boolean ended(Stage stage) {
        return switch (stage) {
            case OPEN, ANSWERED, IN_HAND -> false;
            case DONE, NO_LONGER, FADING -> true;
        };
    }

    /** Until when it is wanted: its end where it has one, else its last day. */
    static long wantedBy(ThreadCard card) {
        return wantedBy(card.ask(), card.lastDay());
    }

    static long wantedBy(Ask ask, Day lastDay) {
        return ask.until().orElse(lastDay.endsAt());
    }

    ThreadCard card(Membership circle, ThreadState thread) {
        Optional<Voice> mine = circle.voiceIn(thread);
        boolean first = mine.map(Voice::isFirst).orElse(false);
        boolean inside = mine.map(voice -> thread.isInside(voice.publicKey())).orElse(false);
        return new ThreadCard(new Ref(circle.address, thread.root()), thread.ask().orElseThrow(), stage(thread, first), name(circle, thread,
                thread.voice()), first, inside,
                thread.writtenAt(), thread.lastDay());
    }

    private Stage stage(ThreadState thread, boolean first) {
        if (thread.closing().isPresent()) {
            return switch (thread.closing().get().ending()) {
                case DONE -> Stage.DONE;
                case NO_LONGER -> Stage.NO_LONGER;
            };
        }
        if (thread.lastDay().endsAt() <= now) {
            return Stage.FADING;
        }
        if (thread.inHand()) {
            return Stage.IN_HAND;
        }
        return first && thread.answered() ? Stage.ANSWERED : Stage.OPEN;
    }

    Name name(Membership circle, ThreadState thread, Bytes voice) {
        if (circle.voiceIn(thread).filter(mine -> mine.publicKey().equals(voice)).isPresent()) {
            return new Name.Me();
        }
        Optional<String> known = People.known(state, circle, voice);
        if (known.isPresent()) {
            return new Name.Known(known.get());
        }
        TwoWords words = TwoWords.of(voice);
        return new Name.Stranger(words.first(), words.second());
    }

    @Override
    public Optional<ThreadView> thread(Ref ref) {
        return state.circle(ref.circle()).flatMap(circle -> circle.state.thread(ref.root())
                .filter(thread -> thread.ask().isPresent() && isShown(circle, thread))
                .map(thread -> thread(circle, thread)));
    }

    @Override
    public FoundView find(FindQuery query) {
        return new Found(state, this).find(query);
    }

    @Override
    public List<FitView> fits(Ref ref) {
        return new Found(state, this).fits(ref);
    }

    private ThreadView thread(Membership circle, ThreadState thread) {
        Optional<Voice> mine = circle.voiceIn(thread);
        List<ThreadView.AnswerView> answers = new ArrayList<>();
        List<ThreadView.AsideView> aside = new ArrayList<>();
        Opening opened = mine.map(voice -> Opening.of(p, thread, voice.secret())).orElse(new Opening(Map.of(), Map.of()));
        for (ThreadState.AnswerState answer : thread.answers()) {
            Bytes id = answer.entry().head().id();
            Bytes writer = answer.entry().head().voice();
            if (opened.answers().containsKey(id)) {
                answers.add(new ThreadView.AnswerView(id, writer, name(circle, thread, writer), opened.answers().get(id),
                        answer.entry().head().writtenAt(), answer.admitted(), answer.withdrawn()));
            }
        }
        for (ThreadState.AsideState words : thread.aside()) {
            Bytes id = words.entry().head().id();
            if (!words.withdrawn() && opened.aside().containsKey(id)) {
                aside.add(new ThreadView.AsideView(id, name(circle, thread, words.entry().head().voice()), opened.aside().get(id),
                        words.entry().head().writtenAt()));
            }
        }
        return new ThreadView(card(circle), card(circle, thread), answers, aside, may(thread, mine));
    }

    private ThreadView.May may(ThreadState thread, Optional<Voice> mine) {
        boolean lasts = thread.lastDay().endsAt() > now;
        boolean open = lasts && thread.closing().isEmpty();
        boolean first = mine.map(Voice::isFirst).orElse(false);
        Optional<Bytes> withdraw = mine.filter(voice -> !voice.isFirst() && lasts)
                .flatMap(voice -> thread.answerOf(voice.publicKey())).filter(answer -> !answer.withdrawn()).map(answer -> answer.entry().head().id());
        boolean inside = mine.map(voice -> thread.isInside(voice.publicKey())).orElse(false);
        return new ThreadView.May(first && open, mine.isEmpty() && open, inside && lasts, withdraw);
    }

    @Override
    public Optional<CircleView> circle(Bytes address) {
        return state.circle(address).map(circle -> new CircleView(card(circle), circle.tellsNames, circle.since,
                Day.at(now).number() - circle.since.number() >= PeerLimits.RENEW_DAYS,
                circle.hidden.keySet().stream().flatMap(voice -> circle.state.threadOf(voice).stream())
                        .filter(thread -> thread.ask().isPresent() && circle.living(thread.root()).isPresent())
                        .map(thread -> card(circle, thread)).sorted(Comparator.comparing(card -> card.ref().root())).toList()));
    }

    @Override
    public List<PracticeCard> practices(Bytes circle) {
        return state.circle(circle).map(known -> new PracticeViews(state, known).all()).orElse(List.of());
    }

    @Override
    public Set<Bytes> practicesWith(Bytes circle, String words, boolean typing) {
        return new Found(state, this).practicesWith(circle, words, typing);
    }

    @Override
    public Optional<PracticeView> practice(Ref ref) {
        return state.circle(ref.circle()).flatMap(circle -> new PracticeViews(state, circle).one(card(circle), ref.root()));
    }

    @Override
    public List<DraftView> drafts() {
        return List.copyOf(state.drafts.values()).reversed();
    }

    @Override
    public List<AcquaintanceCard> acquaintances() {
        return state.acquaintances().stream().filter(two -> !words(two.address).isEmpty() || !two.shared.isEmpty())
                .map(two -> new AcquaintanceCard(two.address, two.name, words(two.address),
                        two.shared.stream().filter(state.circles::containsKey).toList())).toList();
    }

    /** The four words of the invitation that an acquaintance came of, while it is kept. */
    private List<Integer> words(Bytes acquaintance) {
        for (Invitation invitation : state.invitations.values()) {
            Bytes two = switch (invitation) {
                case Invitation.Made made -> made.acquaintance;
                case Invitation.Followed followed -> followed.acquaintance;
            };
            if (two != null && two.equals(acquaintance)) {
                return invitation.words();
            }
        }
        return List.of();
    }

    @Override
    public List<OfferView> offers() {
        return state.offers.entrySet().stream().map(offer -> new OfferView(offer.getKey(),
                state.acquaintance(offer.getValue().by()).map(two -> two.name).orElse(""),
                Regrouping.from(state, offer.getValue()).map(this::card),
                ThatIsMe.mark(state.primitives, offer.getKey()).equals(offer.getValue().what().oldMark()))).toList();
    }

    @Override
    public List<InvitationView> invitations() {
        List<InvitationView> out = new ArrayList<>();
        for (Invitation invitation : state.invitations.values()) {
            boolean open = invitation.stage() == InvitationView.Stage.WAITING;
            boolean late = now >= invitation.link().validUntil() && (open || invitation.stage() == InvitationView.Stage.KNOCKING);
            Optional<String> link = open && !late ? Optional.of(invitation.link().text(p)) : Optional.empty();
            out.addFirst(new InvitationView(invitation.link().key(), invitation.circle(), link, late ? InvitationView.Stage.LATE : invitation.stage(),
                    invitation.words(), invitation.link().validUntil()));
        }
        return out;
    }

    @Override
    public List<OccurrenceCard> calendar(CalendarQuery query) {
        return new DoingViews(state, this, now).calendar(query);
    }

    @Override
    public Optional<DoingView> doing(Ref ref, Optional<LocalDate> on) {
        return new DoingViews(state, this, now).doing(ref, on);
    }

    @Override
    public Optional<CatalogueView> catalogue(Bytes circle, Optional<String> kind, Optional<String> words) {
        return state.circle(circle).map(known -> new ThingViews(state, this, known).all(kind, words));
    }

    @Override
    public Optional<ThingView> thing(Ref ref) {
        return state.circle(ref.circle()).flatMap(circle -> circle.state.thread(ref.root()).flatMap(thread -> new ThingViews(state, this, circle)
                .thing(thread)));
    }

    @Override
    public Optional<PlaceView> place(Ref ref) {
        return state.circle(ref.circle()).flatMap(circle -> circle.state.thread(ref.root()).flatMap(thread -> new ThingViews(state, this, circle)
                .place(thread)));
    }

    @Override
    public Optional<Named> named(Ref ref) {
        return state.circle(ref.circle()).flatMap(circle -> circle.state.thread(ref.root())).filter(thread -> thread.listed().isPresent())
                .map(ThreadState::named);
    }

    @Override
    public Optional<Ref> labelled(String name) {
        return state.circles.values().stream().filter(circle -> !circle.acquaintance)
                .flatMap(circle -> new ThingViews(state, this, circle).labelled(name).stream()).findFirst();
    }

    @Override
    public List<NewsView> news() {
        return state.tidings.all(this);
    }

    @Override
    public NewsWays newsWays() {
        return state.tidings.ways();
    }

    @Override
    public OwnCalendar ownCalendar() {
        return new DoingViews(state, this, now).ownCalendar();
    }

    @Override
    public NodeView node() {
        Map<String, RelayView> relays = new LinkedHashMap<>();
        for (Link link : links.all()) {
            RelayView before = relays.getOrDefault(link.relay, new RelayView(link.relay, false, ""));
            relays.put(link.relay, new RelayView(link.relay, before.connected() || link.open, link.trouble.isEmpty() ? before.trouble() : link.trouble));
        }
        int waiting = 0;
        for (Membership circle : state.circles.values()) {
            for (Held held : circle.held.values()) {
                waiting += held.mine && !held.confirmed && held.leaf.day().endsAt() > now ? 1 : 0;
            }
        }
        return new NodeView(state.jumped, List.copyOf(relays.values()), waiting);
    }
}
