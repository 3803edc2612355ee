package weft.core.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import weft.core.circle.Lending;
import weft.core.circle.Opening;
import weft.core.circle.ThreadState;
import weft.core.entry.Asking;
import weft.core.entry.Listed;
import weft.core.entry.Named;
import weft.core.entry.Place;
import weft.core.entry.Thing;
import weft.core.find.Tokens;
import weft.core.view.AskingView;
import weft.core.view.CatalogueView;
import weft.core.view.Name;
import weft.core.view.PlaceCard;
import weft.core.view.PlaceView;
import weft.core.view.Ref;
import weft.core.view.ThingCard;
import weft.core.view.ThingView;
import weft.core.view.ThreadView;
import weft.primitives.Bytes;

/** Things and places as pages see them. */
final class ThingViews {
    private final PeerState state;
    private final ViewsOf views;
    private final Membership circle;
    private final List<ThreadState> shown;

    ThingViews(PeerState state, ViewsOf views, Membership circle) {
        this.state = state;
        this.views = views;
        this.circle = circle;
        shown = Things.shown(circle);
    }

    private Lending lending(ThreadState thing) {
        return Lending.of(shown, thing.named(), voice -> Things.drawn(state, voice));
    }

    CatalogueView all(Optional<String> kind, Optional<String> words) {
        List<ThingCard> things = new ArrayList<>();
        List<PlaceCard> places = new ArrayList<>();
        TreeSet<String> kinds = new TreeSet<>();
        for (ThreadState thread : shown) {
            if (thread.closing().isEmpty() && thread.words() instanceof Listed listed) {
                kinds.add(listed.kind());
                if (kind.map(listed.kind()::equals).orElse(true) && words.map(some -> Tokens.holdAll(text(listed), Tokens.wanted(some, true))).orElse(true)) {
                    switch (listed) {
                        case Thing thing -> things.add(card(thread, thing));
                        case Place place -> places.add(new PlaceCard(ref(thread), place));
                    }
                }
            }
        }
        kinds.remove("");
        things.sort(Comparator.comparing((ThingCard card) -> card.thing().title()).thenComparing(card -> card.ref().root()));
        places.sort(Comparator.comparing((PlaceCard card) -> card.place().title()).thenComparing(card -> card.ref().root()));
        return new CatalogueView(views.card(circle), things, places, List.copyOf(kinds));
    }

    private static String text(Listed listed) {
        String more = switch (listed) {
            case Thing thing -> thing.care() + "\n" + String.join("\n", thing.with());
            case Place place -> String.join("\n", place.there());
        };
        return listed.title() + "\n" + listed.kind() + "\n" + listed.text() + "\n" + more + "\n" + listed.where().map(where -> where.name()).orElse("");
    }

    private Ref ref(ThreadState thread) {
        return new Ref(circle.address, thread.root());
    }

    private ThingCard card(ThreadState thread, Thing thing) {
        Lending lending = lending(thread);
        List<Name> with = lending.here().stream().map(one -> views.name(circle, one, one.voice())).toList();
        Optional<Asking.Days> until = lending.here().size() == 1 ? lending.here().getFirst().asking().flatMap(Asking::days) : Optional.empty();
        boolean mine = with.contains(new Name.Me());
        return new ThingCard(ref(thread), thing, with, until, mine, thing.at().flatMap(this::place));
    }

    private Optional<PlaceCard> place(Named named) {
        return circle.state.threadOf(named.voice()).filter(thread -> thread.named().equals(named) && thread.closing()
                .isEmpty() && ViewsOf.isShown(circle, thread))
                .filter(thread -> thread.words() instanceof Place).map(thread -> new PlaceCard(ref(thread), (Place) thread.words()));
    }

    private Name name(ThreadState thread) {
        return views.name(circle, thread, thread.voice());
    }

    private boolean mine(ThreadState thread) {
        return circle.voiceIn(thread).map(Voice::isFirst).orElse(false);
    }

    /** A thing; also where an asking for it is named. */
    Optional<ThingView> thing(ThreadState named) {
        Optional<ThreadState> found = named.asking().isPresent() ? named.asking().flatMap(asking -> ThingNews.thing(circle, asking)) : Optional.of(named);
        return found.filter(thread -> thread.words() instanceof Thing && ViewsOf.isShown(circle, thread)).map(thread -> {
            Lending lending = lending(thread);
            return new ThingView(views.card(circle), card(thread, (Thing) thread.words()), thread.posted().name(), name(thread), mine(thread),
                    thread.closing().isPresent(), thread.lastDay(), askings(lending, lending.here()), askings(lending, lending.asked()),
                    askings(lending, lending.line()));
        });
    }

    private List<AskingView> askings(Lending lending, List<ThreadState> threads) {
        return threads.stream().map(thread -> {
            Optional<Voice> mine = circle.voiceIn(thread);
            Map<Bytes, String> opened = mine.map(voice -> Opening.of(state.primitives, thread, voice.secret()).answers()).orElse(Map.of());
            List<ThreadView.AnswerView> answers = new ArrayList<>();
            for (ThreadState.AnswerState answer : thread.answers()) {
                var head = answer.entry().head();
                String text = opened.get(head.id());
                if (text != null && !answer.withdrawn()) {
                    answers.add(new ThreadView.AnswerView(head.id(), head.voice(), views.name(circle, thread, head.voice()), text, head.writtenAt(),
                            false, false));
                }
            }
            return new AskingView(ref(thread), thread.asking().orElseThrow(), name(thread), mine(thread), lending.clashes(thread), answers, mine.isEmpty());
        }).toList();
    }

    Optional<PlaceView> place(ThreadState thread) {
        if (!(thread.words() instanceof Place place) || !ViewsOf.isShown(circle, thread)) {
            return Optional.empty();
        }
        List<ThingCard> things = shown.stream()
                .filter(one -> one.closing().isEmpty() && one.words() instanceof Thing thing && thing.at().map(thread.named()::equals).orElse(false))
                .map(one -> card(one, (Thing) one.words())).sorted(Comparator.comparing(card -> card.thing().title())).toList();
        return Optional.of(new PlaceView(views.card(circle), new PlaceCard(ref(thread), place), thread.posted().name(), name(thread), mine(thread),
                thread.closing().isPresent(), thread.lastDay(), things));
    }

    /** What a label names. */
    Optional<Ref> labelled(String name) {
        return shown.stream().filter(thread -> thread.listed().isPresent() && thread.closing().isEmpty() && thread.posted().name().equals(name))
                .min(Comparator.comparing(ThreadState::root)).map(this::ref);
    }
}
