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
        List<FoundView.Found> out = new ArrayList<>();
        List<FoundView.FoundDoing> doings = new ArrayList<>();
        Set<Ref> seen = new HashSet<>();
        for (Finding.Place place : state.finding.search(query)) {
            state.circle(place.circle()).ifPresent(circle -> circle.state.threadOf(place.voice()).filter(thread -> ViewsOf.isShown(circle, thread))
                    .ifPresent(thread -> {
                        if (thread.ask().isPresent()) {
                            add(circle, thread, false, seen, out);
                        } else if (thread.closing().isEmpty()) {
                            thread.doing().ifPresent(doing -> doings.add(
                                    new FoundView.FoundDoing(views.card(circle), new Ref(circle.address, thread.root()), doing)));
                        }
                    }));
        }
        inside(query, seen, out);
        out.sort(Comparator.comparing((FoundView.Found found) -> ViewsOf.ended(found.card().stage()))
                .thenComparingLong(found -> ViewsOf.wantedBy(found.card())).thenComparing(found -> found.card().ref().root()));
        doings.sort(Comparator.comparingLong((FoundView.FoundDoing found) -> found.doing().times().start()).thenComparing(found -> found.ref().root()));
        return new FoundView(out.subList(0, Math.min(FoundView.MOST, out.size())), doings.subList(0, Math.min(FoundView.MOST, doings.size())),
                out.size() + doings.size());
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
