package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.calendar.Occurrence;
import weft.core.circle.ThreadState;
import weft.core.entry.Doing;
import weft.core.entry.Joining;
import weft.core.view.CalendarQuery;
import weft.core.view.DoingView;
import weft.core.view.Name;
import weft.core.view.OccurrenceCard;
import weft.core.view.OwnCalendar;
import weft.core.view.PartView;
import weft.core.view.Ref;
import weft.core.view.Views;
import weft.primitives.Bytes;

/** Doings as pages see them. Who comes to an occurrence is looked up in one pass over a circle, and not told once it is over. */
final class DoingViews {
    private final PeerState state;
    private final ViewsOf views;
    private final long now;

    DoingViews(PeerState state, ViewsOf views, long now) {
        this.state = state;
        this.views = views;
        this.now = now;
    }

    private record At(Bytes doing, LocalDate on) {}

    /** Who comes to what, by the first voice of the doing and the date; those who can't after all are among them. */
    private static Map<At, List<ThreadState>> comings(Membership circle) {
        Map<At, List<ThreadState>> out = new HashMap<>();
        for (ThreadState thread : circle.state.threads(Joining.class)) {
            thread.joining().filter(ignored -> ViewsOf.isShown(circle, thread))
                    .ifPresent(joining -> out.computeIfAbsent(new At(joining.doing(), joining.on()), ignored -> new ArrayList<>()).add(thread));
        }
        return out;
    }

    List<OccurrenceCard> calendar(CalendarQuery query) {
        List<OccurrenceCard> out = new ArrayList<>();
        for (Membership circle : state.circles.values()) {
            if (!circle.acquaintance && query.circle().map(circle.address::equals).orElse(true)) {
                Map<At, List<ThreadState>> comings = comings(circle);
                for (ThreadState thread : circle.state.threads(Doing.class)) {
                    thread.doing().filter(ignored -> thread.closing().isEmpty() && ViewsOf.isShown(circle, thread))
                            .ifPresent(doing -> occurrences(query, circle, thread, doing, comings, out));
                }
            }
        }
        out.sort(Comparator.comparingLong((OccurrenceCard card) -> card.when().start()).thenComparing(card -> card.ref().root()));
        return out.size() <= Views.MOST_OCCURRENCES ? out : out.subList(0, Views.MOST_OCCURRENCES);
    }

    private void occurrences(
            CalendarQuery query, Membership circle, ThreadState thread, Doing doing, Map<At, List<ThreadState>> comings, List<OccurrenceCard> out) {
        long until = Math.min(query.until(), thread.lastDay().endsAt());
        for (Occurrence one : doing.times().between(query.from(), until)) {
            List<ThreadState> here = one.end() <= now ? List.of() : open(comings.getOrDefault(new At(thread.voice(), one.date()), List.of()));
            boolean mine = here.stream().anyMatch(coming -> circle.voiceIn(coming).isPresent());
            long ahead = doing.alertHours().orElse(0) * 3_600L;
            boolean nobodyYet = one.end() > now && Attending.parts(doing, one).stream().anyMatch(part -> part.start() > now && part.start() - ahead <= now
                    && here.stream().noneMatch(coming -> isFor(coming, part.part())));
            out.add(new OccurrenceCard(views.card(circle), new Ref(circle.address, thread.root()), doing, one, mine, nobodyYet));
        }
    }

    private static boolean isFor(ThreadState coming, Joining.Part part) {
        return part instanceof Joining.Part.Coming || coming.joining().orElseThrow().part().equals(part);
    }

    private static List<ThreadState> open(List<ThreadState> comings) {
        return comings.stream().filter(thread -> thread.closing().isEmpty()).toList();
    }

    Optional<DoingView> doing(Ref ref, Optional<LocalDate> on) {
        return state.circle(ref.circle()).flatMap(circle -> circle.state.thread(ref.root()).filter(thread -> ViewsOf.isShown(circle, thread))
                .flatMap(thread -> thread.doing().map(doing -> doing(circle, thread, doing, on))));
    }

    private DoingView doing(Membership circle, ThreadState thread, Doing doing, Optional<LocalDate> on) {
        List<Occurrence> next = doing.times().between(now, thread.lastDay().endsAt()).stream().limit(DoingView.NEXT).toList();
        Optional<Occurrence> shown = on.flatMap(date -> doing.times().on(date)).or(() -> next.stream().findFirst());
        List<PartView> parts = shown.filter(one -> one.end() > now).map(one -> parts(circle, thread, doing, one)).orElse(List.of());
        boolean mine = circle.voiceIn(thread).map(Voice::isFirst).orElse(false);
        return new DoingView(views.card(circle), new Ref(circle.address, thread.root()), doing, views.name(circle, thread, thread.voice()), mine,
                thread.closing().isPresent(), thread.lastDay(), next, shown, parts);
    }

    private List<PartView> parts(Membership circle, ThreadState thread, Doing doing, Occurrence one) {
        List<ThreadState> comings = comings(circle).getOrDefault(new At(thread.voice(), one.date()), List.of());
        List<PartView> out = new ArrayList<>();
        out.add(part(circle, thread, comings, new Joining.Part.Coming(), "", one.start(), one.end(), 0));
        for (Doing.Shift shift : doing.shifts()) {
            long start = one.start() + shift.begins() * 60L;
            out.add(part(circle, thread, comings, new Joining.Part.OfShift(shift.number()), shift.title(), start, start + shift.minutes() * 60L,
                    shift.hands()));
        }
        for (Doing.Thing thing : doing.things()) {
            out.add(part(circle, thread, comings, new Joining.Part.Bringing(thing.number()), thing.title(), one.start(), one.end(), 0));
        }
        return out;
    }

    private PartView part(
            Membership circle, ThreadState doing, List<ThreadState> comings, Joining.Part part, String title, long start, long end, int hands) {
        List<Name> coming = new ArrayList<>();
        List<Name> cannot = new ArrayList<>();
        boolean mine = false;
        List<ThreadState> here = comings.stream().filter(thread -> thread.joining().orElseThrow().part().equals(part))
                .sorted(Comparator.comparing(ThreadState::voice)).toList();
        for (ThreadState thread : here) {
            Name name = views.name(circle, thread, thread.voice());
            if (thread.closing().isPresent()) {
                cannot.add(name);
            } else {
                coming.add(name);
                mine |= circle.voiceIn(thread).isPresent();
            }
        }
        boolean always = state.standing.stream().anyMatch(one -> one.is(circle.address, doing.voice(), part));
        return new PartView(part, title, start, end, hands, coming, cannot, mine, always);
    }

    OwnCalendar ownCalendar() {
        return new OwnCalendar(state.restsUntil, state.feed);
    }
}
