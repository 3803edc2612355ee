package weft.sim.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.view.BoardQuery;
import weft.core.view.BoardView;
import weft.core.view.CircleCard;
import weft.core.view.Stage;
import weft.core.view.ThreadCard;
import weft.core.view.ThreadView;
import weft.core.view.Views;
import weft.primitives.Bytes;
import weft.sim.world.Planted;
import weft.sim.world.SimNode;
import weft.sim.world.World;

/** Looks at what nodes show of needs and offers, and holds it against the diary. */
public final class Eyes {
    private static final long DAY = 86_400L;
    private static final long HOUR = 3_600L;

    private final World world;
    private final Diary diary;
    private final Commons commons;
    private final Doors doors;

    /** Over a world and its diary. */
    public Eyes(World world, Diary diary) {
        this.world = world;
        this.diary = diary;
        this.commons = new Commons(world, diary);
        this.doors = new Doors(world, diary);
    }

    private void wrong(String rule, SimNode node, String what) {
        world.violation(rule, "node " + node.number() + ": " + what);
    }

    /** One look at one node; a thorough one looks at doings, things and practices too, and at what it takes of memory and disk. */
    public void look(SimNode node, boolean thorough) {
        Optional<Views> views = node.usable() ? node.views() : Optional.empty();
        if (views.isEmpty()) {
            return;
        }
        doors.look(node, views.get());
        Map<String, Diary.Shown> now = new LinkedHashMap<>();
        for (CircleCard circle : views.get().circles()) {
            for (ThreadCard card : cards(node, views.get(), circle.address())) {
                Optional<Said> said = diary.find(circle.address(), card.ask().title());
                if (said.isEmpty()) {
                    wrong("nobody wrote this", node, card.ask().title());
                } else {
                    now.put(said.get().key(), new Diary.Shown(circle.address(), said.get().token, lastDay(card)));
                    card(node, said.get(), card);
                    if (card.mine() || card.inside() || world.dice().chance(0.2)) {
                        views.get().thread(card.ref()).ifPresent(view -> thread(node, said.get(), view));
                    }
                }
            }
        }
        vanished(node, views.get(), now);
        if (thorough) {
            commons.look(node, views.get());
            doors.bounds(node);
        }
    }

    /** A node has started anew and has heard of nobody yet: all that it said was stored has to be there. */
    public void rebooted(SimNode node) {
        Views views = node.views().orElseThrow();
        for (Ring ring : diary.rings()) {
            if (!ring.members.containsKey(node.number())) {
                continue;
            }
            if (!views.knows(ring.address)) {
                wrong("a circle was lost", node, ring.address.hex());
                continue;
            }
            Map<String, ThreadCard> shown = new LinkedHashMap<>();
            cards(node, views, ring.address).forEach(card -> shown.put(card.ask().title(), card));
            for (Said said : diary.by(node.number())) {
                boolean due = said.circle.equals(ring.address) && said.sure && !mayBeGone(node, said, said.leastLast);
                ThreadCard card = shown.get(said.token);
                if (due && (card == null || !card.mine()) && !node.disk().flipped() && !node.envelopeTurned()) {
                    wrong("what was stored is lost", node, said.token);
                }
            }
        }
    }

    static List<ThreadCard> cards(SimNode node, Views views, Bytes circle) {
        Optional<BoardView> board = views.board(BoardQuery.of(circle, Optional.empty(), true));
        List<ThreadCard> out = new ArrayList<>();
        for (ThreadCard card : board.map(BoardView::threads).orElse(List.of())) {
            if (node.has(Planted.CARRIES_NOTHING) && card.mine()) {
                continue;
            }
            out.add(node.has(Planted.FOLDS_DIFFERENTLY) ? new ThreadCard(card.ref(), card.ask(), card.stage(), card.by(), card.mine(), card.inside(),
                    card.writtenAt(), card.lastDay().plus(1)) : card);
        }
        return out;
    }

    private void card(SimNode node, Said said, ThreadCard card) {
        Diary.Gone gone = diary.gone(node.number()).get(said.key());
        if (gone != null && lastDay(card) <= gone.lastDay() && !waitsForHands(node, said.circle)) {
            wrong("forgotten things came back", node, said.token);
        }
        if (!node.watch().doubting() && node.watch().peak() == node.seconds() && node.seconds() > said.over(diary.grace(said.circle)) + HOUR) {
            wrong("shown after its last day and grace", node, said.token);
        }
        if (card.ask().text().contains("aside-")) {
            wrong("an aside was read outside", node, said.token);
        }
    }

    private void thread(SimNode node, Said said, ThreadView view) {
        boolean mayRead = said.by == node.number() || said.mayHaveLetIn(node.number());
        for (ThreadView.AsideView words : view.aside()) {
            if (!mayRead) {
                wrong("an aside was read outside", node, words.text());
            }
        }
        for (ThreadView.AnswerView answer : view.answers()) {
            Said.Words mine = said.answers.get(node.number());
            if (said.by != node.number() && (mine == null || !mine.token.equals(answer.text()))) {
                wrong("an answer was read by somebody else", node, answer.text());
            }
        }
    }

    /** What was shown and is no more: either its time is over on this node's clock, or it was destroyed early. */
    private void vanished(SimNode node, Views views, Map<String, Diary.Shown> now) {
        Map<String, Diary.Shown> shown = diary.shown(node.number());
        for (Map.Entry<String, Diary.Shown> one : List.copyOf(shown.entrySet())) {
            Diary.Shown before = one.getValue();
            if (now.containsKey(one.getKey())) {
                continue;
            }
            shown.remove(one.getKey());
            if (views.knows(before.circle())) {
                Said said = diary.find(before.circle(), before.token()).orElseThrow();
                if (!mayBeGone(node, said, before.lastDay()) && !waitsForHands(node, said.circle)) {
                    wrong("destroyed early", node, before.token() + " is due at " + due(said, before.lastDay()) + ", its clock was at "
                            + node.watch().peak() + " at most");
                }
                diary.gone(node.number()).put(one.getKey(), new Diary.Gone(node.watch().ran(), before.lastDay()));
            }
        }
        shown.putAll(now);
    }

    /** A bit turned in something, and there is no relay from which it would come again at once. */
    private boolean waitsForHands(SimNode node, Bytes circle) {
        return node.envelopeTurned() && diary.ring(circle).byHand;
    }

    private static long lastDay(ThreadCard card) {
        return card.lastDay().startsAt() / DAY;
    }

    /** The earliest Unix second at which somebody may stop showing a thread. */
    private long due(Said said, long lastDay) {
        long over = (lastDay + diary.grace(said.circle) + 1) * DAY;
        if (said.closed > 0) {
            return Math.min(over, said.closed + DAY - HOUR);
        }
        return said.closeWanted ? 0 : over;
    }

    /** By the node's own clock, or because a day has passed since it was closed, as clocks differ. */
    private boolean mayBeGone(SimNode node, Said said, long lastDay) {
        return node.watch().peak() >= due(said, lastDay)
                || said.closed > 0 && Math.floorDiv(world.time.now(), 1000L) - said.closedReally >= DAY - HOUR;
    }

    // --- at the end, when paths exist --------------------------------------------------------------------------------------

    /** After a calm that began at a Unix second: everything alive is everywhere, everywhere the same, and nothing else is left. */
    public void last(long calmSince) {
        for (Ring ring : diary.rings()) {
            Map<String, String> told = new LinkedHashMap<>();
            for (int number : ring.members.keySet()) {
                SimNode node = world.nodes().get(number);
                if (!node.lost() && node.usable()) {
                    last(node, ring, calmSince, told);
                    commons.last(node, ring, calmSince, told);
                }
            }
        }
        doors.kept();
    }

    private void last(SimNode node, Ring ring, long calmSince, Map<String, String> told) {
        Views views = node.views().orElseThrow();
        Map<String, ThreadCard> shown = new LinkedHashMap<>();
        cards(node, views, ring.address).forEach(card -> shown.put(card.ask().title(), card));
        for (Said said : diary.all()) {
            if (!said.circle.equals(ring.address)) {
                continue;
            }
            ThreadCard card = shown.get(said.token);
            boolean alive = said.sure && !said.closeWanted && calmSince < (said.leastLast + 1) * DAY;
            boolean owed = alive && said.written <= calmSince && ring.members.containsKey(said.by)
                    && node.watch().peak() < (said.leastLast + ring.grace + 1) * DAY && !world.nodes().get(said.by).lost();
            if (card == null) {
                if (owed) {
                    wrong("not delivered", node, said.token + " of node " + said.by);
                }
                continue;
            }
            String here = (card.stage() == Stage.ANSWERED ? Stage.OPEN : card.stage()) + " " + card.lastDay() + " " + card.ask() + " "
                    + (said.moved() ? 0 : card.writtenAt());
            String before = told.putIfAbsent(said.token, here);
            if (alive && before != null && !before.equals(here)) {
                wrong("two nodes fold differently", node, before + " / " + here);
            }
            if (owed) {
                words(node, said, views.thread(card.ref()).orElseThrow(), ring);
            }
            boolean closedLong = said.closed > 0 && said.closed + 2 * DAY + 6 * HOUR < node.seconds() && !world.nodes().get(said.by).lost();
            if (closedLong && said.closed < calmSince && ring.members.containsKey(said.by) && !ring.byHand) {
                wrong("shown after it was closed", node, said.token);
            }
        }
    }

    private boolean reachable(int who, Ring ring) {
        return !world.nodes().get(who).lost() && ring.members.containsKey(who);
    }

    private void words(SimNode node, Said said, ThreadView view, Ring ring) {
        List<String> answers = view.answers().stream().map(ThreadView.AnswerView::text).toList();
        for (Said.Words answer : said.answers.values()) {
            boolean reads = said.by == node.number() || answer.by == node.number();
            if (answer.sure && reads && reachable(answer.by, ring) && !answers.contains(answer.token)) {
                wrong("an answer was not delivered", node, answer.token);
            }
        }
        List<String> aside = view.aside().stream().map(ThreadView.AsideView::text).toList();
        for (Said.Words words : said.aside) {
            boolean reads = said.by == node.number() || said.letIn.contains(node.number());
            if (words.sure && reads && reachable(words.by, ring) && !aside.contains(words.token)) {
                wrong("words in an aside were not delivered", node, words.token);
            }
        }
    }
}
