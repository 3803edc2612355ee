package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.circle.ThreadState;
import weft.core.codec.SecretReader;
import weft.core.codec.SecretWriter;
import weft.core.entry.Listed;
import weft.core.view.News;
import weft.core.view.NewsView;
import weft.core.view.NewsWays;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * What the person was told or is to be told. It is kept in the vault, so that nothing is told twice, and goes with its thread: a
 * piece names a thread and holds none of its words.
 */
final class Tidings {
    /** A kind is written as its place in this list, which only grows at its end. */
    private static final List<News> KINDS = List.of(News.values());
    private static final int GIVEN = 1;
    private static final int SEEN = 2;
    private static final int HOUR = 3_600;

    private final PeerState state;
    /** By key, oldest first. */
    private final Map<Bytes, Piece> pieces = new LinkedHashMap<>();
    private NewsWays ways = NewsWays.usual();

    /** By key: what came in this step, so that what it hangs on is not known yet. */
    private final Set<Bytes> fresh = new LinkedHashSet<>();

    /** Of a thread, said within another or within itself; both go by the names of their first voices. */
    private record Piece(Bytes circle, Bytes thread, Bytes within, News what, long hour, boolean given, boolean seen) {}

    Tidings(PeerState state) {
        this.state = state;
    }

    /**
     * Something came. It is told once, and where the person wants it; while they rest it is written down in silence.
     *
     * @param thread what it is about
     * @param by the first voice of the thread in which it was said; it goes with that one too
     * @param occasion what tells this from the same of another time: an entry's id, say
     */
    void tell(Step step, Membership circle, ThreadState thread, Bytes by, News what, Bytes occasion) {
        Bytes key = state.primitives.sha256(circle.address.then(thread.voice(), Bytes.ofUnsigned(KINDS.indexOf(what)), occasion));
        if (ways.kindsOff().contains(what) || ways.circlesOff().contains(circle.address) || pieces.containsKey(key)) {
            return;
        }
        boolean rests = state.rests(LocalDate.ofEpochDay(Math.floorDiv(step.now, Day.SECONDS)));
        step.undo(before());
        pieces.put(key, new Piece(circle.address, thread.voice(), by, what, step.now - Math.floorMod(step.now, HOUR), rests, false));
        fresh.add(key);
        step.undo(() -> fresh.remove(key));
        step.whenStored(() -> fresh.remove(key));
        step.keep();
        if (!rests) {
            step.effect(new Effect.Tell(new Ref(circle.address, thread.root()), what));
        }
    }

    private Runnable before() {
        Map<Bytes, Piece> were = new LinkedHashMap<>(pieces);
        return () -> {
            pieces.clear();
            pieces.putAll(were);
        };
    }

    /** Lets go of what is over; what goes with a thread goes so that no vault before can be read either. */
    void tend(Step step) {
        if (!state.ready) {
            return;
        }
        forgetCircles(step);
        if (pieces.isEmpty()) {
            return;
        }
        Set<Bytes> gone = new LinkedHashSet<>();
        Set<Bytes> old = new LinkedHashSet<>();
        int over = pieces.size() - PeerLimits.NEWS;
        for (Map.Entry<Bytes, Piece> one : pieces.entrySet()) {
            Membership circle = state.circles.get(one.getValue().circle());
            if (fresh.contains(one.getKey())) {
                continue;
            }
            boolean known = circle != null && circle.state.threadOf(one.getValue().thread()).isPresent()
                    && circle.state.threadOf(one.getValue().within()).isPresent();
            if (!known) {
                gone.add(one.getKey());
            } else if (over-- > 0 || one.getValue().hour() < step.now - PeerLimits.NEWS_DAYS * Day.SECONDS) {
                old.add(one.getKey());
            }
        }
        if (!gone.isEmpty() || !old.isEmpty()) {
            step.undo(before());
            pieces.keySet().removeAll(gone);
            pieces.keySet().removeAll(old);
            if (gone.isEmpty()) {
                step.keep();
            } else {
                step.keepDestroying();
            }
        }
    }

    /** A circle that was left is named nowhere. */
    private void forgetCircles(Step step) {
        if (!state.circles.keySet().containsAll(ways.circlesOff())) {
            NewsWays before = ways;
            Set<Bytes> stay = new LinkedHashSet<>(before.circlesOff());
            stay.retainAll(state.circles.keySet());
            ways = new NewsWays(before.desktop(), before.quietFrom(), before.quietUntil(), before.kindsOff(), stay);
            step.undo(() -> ways = before);
            step.keepDestroying();
        }
    }

    /** Gives out what nobody else has been given; what is asked for twice is given once. */
    void take(Step step, List<Bytes> keys) {
        List<Bytes> taken = keys.stream().filter(key -> pieces.containsKey(key) && !pieces.get(key).given()).distinct().toList();
        mark(step, taken, true, false);
        step.outcome(new Outcome.Took(taken));
    }

    /** The person has seen one, or all up to one. */
    void seen(Step step, Bytes key, boolean before) {
        List<Bytes> keys = new ArrayList<>();
        if (pieces.containsKey(key)) {
            for (Bytes one : pieces.keySet()) {
                if (before || one.equals(key)) {
                    keys.add(one);
                }
                if (one.equals(key)) {
                    break;
                }
            }
        }
        mark(step, keys, true, true);
        step.outcome(new Outcome.Done());
    }

    private void mark(Step step, List<Bytes> keys, boolean given, boolean seen) {
        Runnable undo = before();
        boolean changed = false;
        for (Bytes key : keys) {
            Piece was = java.util.Objects.requireNonNull(pieces.get(key));
            Piece is = new Piece(was.circle(), was.thread(), was.within(), was.what(), was.hour(), was.given() || given, was.seen() || seen);
            changed |= !is.equals(was);
            pieces.put(key, is);
        }
        if (changed) {
            step.undo(undo);
            step.keep();
        }
    }

    /** Of what, where and when the person wants to be told from now on. */
    void ways(Step step, NewsWays wanted) {
        boolean fits = minute(wanted.quietFrom()) && minute(wanted.quietUntil()) && wanted.circlesOff().stream().allMatch(state.circles::containsKey);
        if (!fits) {
            step.refuse(Outcome.Refusal.MALFORMED);
            return;
        }
        NewsWays before = ways;
        ways = wanted;
        step.undo(() -> ways = before);
        step.keep();
        step.outcome(new Outcome.Done());
    }

    private static boolean minute(int minute) {
        return minute >= 0 && minute < NewsWays.DAY;
    }

    NewsWays ways() {
        return ways;
    }

    /** What was told of threads that may still be spoken of, the newest first. */
    List<NewsView> all(ViewsOf views) {
        List<NewsView> out = new ArrayList<>();
        pieces.forEach((key, piece) -> state.circle(piece.circle()).ifPresent(circle -> circle.state.threadOf(piece.thread())
                .filter(thread -> ViewsOf.isShown(circle, thread)).flatMap(Tidings::titled).ifPresent(titled -> out.addFirst(new NewsView(key,
                        views.card(circle), new Ref(circle.address, titled.thread().root()), titled.about(), piece.what(), titled.title(), piece.hour(),
                        piece.given(), piece.seen())))));
        return out;
    }

    private record Titled(ThreadState thread, NewsView.About about, String title) {}

    private static Optional<Titled> titled(ThreadState thread) {
        return thread.ask().map(ask -> new Titled(thread, NewsView.About.ASK, ask.title()))
                .or(() -> thread.doing().map(doing -> new Titled(thread, NewsView.About.DOING, doing.title())))
                .or(() -> thread.listed().map((Listed listed) -> new Titled(thread, NewsView.About.THING, listed.title())));
    }

    void write(SecretWriter out) {
        out.u32(pieces.size());
        pieces.forEach((key, piece) -> out.bytes(key).bytes(piece.circle()).bytes(piece.thread()).bytes(piece.within())
                .u8(KINDS.indexOf(piece.what())).u64(piece.hour()).u8((piece.given() ? GIVEN : 0) | (piece.seen() ? SEEN : 0)));
        out.truth(ways.desktop()).u16(ways.quietFrom()).u16(ways.quietUntil());
        out.u32(ways.kindsOff().size());
        ways.kindsOff().stream().sorted().forEach(kind -> out.u8(KINDS.indexOf(kind)));
        out.u32(ways.circlesOff().size());
        ways.circlesOff().stream().sorted(Comparator.comparing(Bytes::hex)).forEach(out::bytes);
    }

    void read(SecretReader in) {
        int count = in.broken() ? 0 : in.count(138);
        for (int i = 0; i < count && !in.broken(); i++) {
            Bytes key = in.bytes(32);
            Bytes circle = in.bytes(32);
            Bytes voice = in.bytes(32);
            Bytes by = in.bytes(32);
            int kind = in.u8();
            long hour = in.u64();
            int flags = in.u8();
            boolean fits = kind < KINDS.size() && flags <= (GIVEN | SEEN) && hour >= 0 && hour % HOUR == 0;
            if (!fits || pieces.containsKey(key)) {
                in.breakOff();
            } else {
                pieces.put(key, new Piece(circle, voice, by, KINDS.get(kind), hour, (flags & GIVEN) != 0, (flags & SEEN) != 0));
            }
        }
        boolean desktop = in.truth();
        int from = in.u16();
        int until = in.u16();
        Set<News> kinds = new LinkedHashSet<>();
        int kindsOff = in.broken() ? 0 : in.count(1);
        int last = -1;
        for (int i = 0; i < kindsOff && !in.broken(); i++) {
            int kind = in.u8();
            if (kind <= last || kind >= KINDS.size()) {
                in.breakOff();
            } else {
                kinds.add(KINDS.get(kind));
            }
            last = kind;
        }
        Set<Bytes> circles = new LinkedHashSet<>();
        int circlesOff = in.broken() ? 0 : in.count(32);
        String before = "";
        for (int i = 0; i < circlesOff && !in.broken(); i++) {
            Bytes circle = in.bytes(32);
            if (circle.hex().compareTo(before) <= 0 || !circles.add(circle)) {
                in.breakOff();
            }
            before = circle.hex();
        }
        if (!minute(from) || !minute(until)) {
            in.breakOff();
        }
        ways = in.broken() ? NewsWays.usual() : new NewsWays(desktop, from, until, kinds, circles);
    }
}
