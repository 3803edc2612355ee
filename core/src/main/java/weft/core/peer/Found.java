package weft.core.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.circle.Opening;
import weft.core.circle.ThreadState;
import weft.core.entry.Ask;
import weft.core.entry.Whereabouts;
import weft.core.find.Findable;
import weft.core.find.Fitting;
import weft.core.find.Tokens;
import weft.core.view.FindQuery;
import weft.core.view.FitView;
import weft.core.view.FoundView;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.core.view.ThreadCard;
import weft.wire.json.Checked;

/**
 * Looks things up for one view. What all members read comes from the index; answers and asides are opened for this one look, as on
 * their pages, and kept nowhere.
 */
final class Found {
    private final PeerState state;
    private final ViewsOf views;

    Found(PeerState state, ViewsOf views) {
        this.state = state;
        this.views = views;
    }

    /** All that every member reads of a need or an offer. */
    static String text(Ask ask) {
        return ask.title() + "\n" + ask.text() + "\n" + ask.kind() + "\n" + ask.where().map(Whereabouts::name).orElse("");
    }

    FoundView find(FindQuery query) {
        Heap heap = new Heap();
        for (Finding.Place place : state.finding.search(query)) {
            state.circle(place.circle()).ifPresent(circle -> circle.state.threadOf(place.voice()).filter(thread -> ViewsOf.isShown(circle, thread))
                    .ifPresentOrElse(thread -> thread(query, circle, thread, heap), () -> practice(query, circle, place, heap)));
        }
        if (isWanted(query, FindQuery.Sort.ASKS)) {
            inside(query, heap.seen, heap.asks);
        }
        heap.asks.sort(Comparator.comparing((FoundView.Found found) -> ViewsOf.ended(found.card().stage()))
                .thenComparingLong(found -> ViewsOf.wantedBy(found.card())).thenComparing(found -> found.card().ref().root()));
        heap.doings.sort(Comparator.comparingLong((FoundView.FoundDoing found) -> found.doing().times().start()).thenComparing(found -> found.ref().root()));
        heap.listed.sort(Comparator.comparing((FoundView.FoundListed found) -> found.words().title()).thenComparing(found -> found.ref().root()));
        heap.practices.sort(Comparator.comparing(FoundView.FoundPractice::title).thenComparing(found -> found.ref().root()));
        return new FoundView(most(heap.asks), most(heap.doings), most(heap.listed), most(heap.practices),
                heap.asks.size() + heap.doings.size() + heap.listed.size() + heap.practices.size());
    }

    /** All on a circle's shelf that hold these words; nothing where there is no word in them. */
    Set<Bytes> practicesWith(Bytes circle, String words, boolean typing) {
        if (Tokens.wanted(words, typing).isEmpty()) {
            return Set.of();
        }
        FindQuery query = new FindQuery(words, typing, Optional.of(circle), Optional.of(FindQuery.Sort.PRACTICES), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        Set<Bytes> out = new HashSet<>();
        state.finding.search(query).forEach(place -> out.add(place.voice()));
        return out;
    }

    private static <T> List<T> most(List<T> all) {
        return all.subList(0, Math.min(FoundView.MOST, all.size()));
    }

    /** What was found so far. */
    private static final class Heap {
        final List<FoundView.Found> asks = new ArrayList<>();
        final List<FoundView.FoundDoing> doings = new ArrayList<>();
        final List<FoundView.FoundListed> listed = new ArrayList<>();
        final List<FoundView.FoundPractice> practices = new ArrayList<>();
        final Set<Ref> seen = new HashSet<>();
        final Set<List<Object>> shelf = new HashSet<>();
    }

    private static boolean isWanted(FindQuery query, FindQuery.Sort sort) {
        return query.sort().map(sort::equals).orElse(true) && (query.side().isEmpty() || sort == FindQuery.Sort.ASKS);
    }

    private void thread(FindQuery query, Membership circle, ThreadState thread, Heap heap) {
        if (thread.ask().isPresent()) {
            if (isWanted(query, FindQuery.Sort.ASKS)) {
                add(circle, thread, false, heap.seen, heap.asks);
            }
        } else if (thread.closing().isEmpty()) {
            Ref ref = new Ref(circle.address, thread.root());
            thread.doing().filter(ignored -> isWanted(query, FindQuery.Sort.DOINGS))
                    .ifPresent(doing -> heap.doings.add(new FoundView.FoundDoing(views.card(circle), ref, doing)));
            // What stands in the catalogue is there at any time, so it is no answer to when.
            thread.listed().filter(ignored -> isWanted(query, FindQuery.Sort.THINGS) && query.from().isEmpty() && query.until().isEmpty())
                    .ifPresent(words -> heap.listed.add(new FoundView.FoundListed(views.card(circle), ref, words)));
        }
    }

    /** The same words, kept by several, are found once. */
    private void practice(FindQuery query, Membership circle, Finding.Place place, Heap heap) {
        if (isWanted(query, FindQuery.Sort.PRACTICES) && query.from().isEmpty() && query.until().isEmpty()) {
            circle.shelf.practice(place.voice()).filter(one -> !circle.isOver(one.lastDay()) && !circle.hidden.containsKey(one.voice()))
                    .filter(one -> heap.shelf.add(List.of(circle.address, one.name(), one.version())))
                    .ifPresent(one -> heap.practices.add(new FoundView.FoundPractice(views.card(circle), new Ref(circle.address, one.voice()),
                            one.writing().title())));
        }
    }

    private void add(Membership circle, ThreadState thread, boolean inside, Set<Ref> seen, List<FoundView.Found> out) {
        ThreadCard card = views.card(circle, thread);
        if (seen.add(card.ref())) {
            out.add(new FoundView.Found(views.card(circle), card, inside));
        }
    }

    /** Threads in which the reader speaks: their answers and asides may hold what the words in the open don't. */
    private void inside(FindQuery query, Set<Ref> seen, List<FoundView.Found> out) {
        List<Tokens.Wanted> wanted = Tokens.wanted(query.words(), query.typing());
        if (wanted.isEmpty() || query.around().isPresent()) {
            return;
        }
        for (Membership circle : state.circles.values()) {
            if (circle.acquaintance || query.circle().isPresent() && !query.circle().get().equals(circle.address)) {
                continue;
            }
            for (Voice voice : List.copyOf(circle.voices.values())) {
                circle.state.threadOf(voice.thread()).filter(thread -> ViewsOf.isShown(circle, thread)
                        && thread.ask().filter(ask -> like(query, ask)).isPresent()
                        && !seen.contains(new Ref(circle.address, thread.root())) && Tokens.holdAll(read(thread, voice), wanted))
                        .ifPresent(thread -> add(circle, thread, true, seen, out));
            }
        }
    }

    private static boolean like(FindQuery query, Ask ask) {
        return query.side().map(side -> side == ask.side()).orElse(true)
                && query.from().map(from -> ask.until().orElse(Long.MAX_VALUE) >= from).orElse(true)
                && query.until().map(until -> ask.from().orElse(Long.MIN_VALUE) <= until).orElse(true);
    }

    private String read(ThreadState thread, Voice voice) {
        Opening opened = Opening.of(state.primitives, thread, voice.secret());
        String open = thread.ask().map(Found::text).orElse("");
        return open + "\n" + String.join("\n", opened.answers().values()) + "\n" + String.join("\n", opened.aside().values());
    }

    List<FitView> fits(Ref ref) {
        Optional<ThreadState> found = state.circle(ref.circle()).flatMap(circle -> circle.state.thread(ref.root()).filter(thread ->
                thread.ask().isPresent() && ViewsOf.isShown(circle, thread) && !ViewsOf.ended(views.card(circle, thread).stage())));
        if (found.isEmpty()) {
            return List.of();
        }
        Findable one = Findable.of(found.get().ask().orElseThrow());
        List<FitView> out = new ArrayList<>();
        for (Finding.Place place : state.finding.fits(one, ref.root(), Integer.MAX_VALUE)) {
            state.circle(place.circle()).ifPresent(circle -> circle.state.threadOf(place.voice()).filter(thread -> ViewsOf.isShown(circle, thread))
                    .ifPresent(thread -> fit(circle, thread, one, out)));
            if (out.size() == FitView.MOST) {
                break;
            }
        }
        return List.copyOf(out);
    }

    private void fit(Membership circle, ThreadState thread, Findable one, List<FitView> out) {
        ThreadCard card = views.card(circle, thread);
        if (!ViewsOf.ended(card.stage()) && Fitting.of(one, Findable.of(card.ask())) instanceof Checked.Good<weft.core.find.Fit>(weft.core.find.Fit fit)) {
            out.add(new FitView(views.card(circle), card, fit));
        }
    }
}
