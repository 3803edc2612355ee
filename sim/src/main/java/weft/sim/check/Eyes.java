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

/** Looks at what nodes show and holds it against the diary. */
public final class Eyes {
    private static final long DAY = 86_400L;
    private static final long HOUR = 3_600L;
    /** Bytes that the vault of one node may take: some thousand circles' and threads' worth. */
    private static final long VAULT_BYTES = 2_000_000;

    private final World world;
    private final Diary diary;

    /** Over a world and its diary. */
    public Eyes(World world, Diary diary) {
        this.world = world;
        this.diary = diary;
    }

    private void wrong(String rule, SimNode node, String what) {
        world.violation(rule, "node " + node.number() + ": " + what);
    }

    /** One look at one node. */
    public void look(SimNode node) {
        Optional<Views> views = node.usable() ? node.views() : Optional.empty();
        if (views.isEmpty()) {
            return;
        }
        Map<String, ThreadCard> now = new LinkedHashMap<>();
        for (CircleCard circle : views.get().circles()) {
            for (ThreadCard card : cards(node, views.get(), circle.address())) {
                now.put(card.ask().title(), card);
                Optional<Said> said = diary.find(card.ask().title());
                if (said.isEmpty()) {
                    wrong("nobody wrote this", node, card.ask().title());
                } else {
                    card(node, said.get(), card);
                    if (card.mine() || card.inside() || world.dice().chance(0.2)) {
                        views.get().thread(card.ref()).ifPresent(view -> thread(node, said.get(), view));
                    }
                }
            }
        }
        vanished(node, now);
        if (node.disk().size() > VAULT_BYTES) {
            wrong("the vault outgrew its bound", node, node.disk().size() + " bytes");
        }
    }

    /** A node has started anew and has heard of nobody yet: all that it said was stored has to be there. */
    public void rebooted(SimNode node) {
        Views views = node.views().orElseThrow();
        for (Bytes circle : diary.circles()) {
            if (!diary.members(circle).contains(node.number())) {
                continue;
            }
            if (!views.knows(circle)) {
                wrong("a circle was lost", node, circle.hex());
                continue;
            }
            Map<String, ThreadCard> shown = new LinkedHashMap<>();
            cards(node, views, circle).forEach(card -> shown.put(card.ask().title(), card));
            for (Said said : diary.by(node.number())) {
                boolean due = said.circle.equals(circle) && said.sure && !mayBeGone(node, said, said.leastLast);
                ThreadCard card = shown.get(said.token);
                if (due && (card == null || !card.mine()) && !node.disk().flipped()) {
                    wrong("what was stored is lost", node, said.token);
                }
            }
        }
    }

    static List<ThreadCard> cards(SimNode node, Views views, Bytes circle) {
        Optional<BoardView> board = views.board(BoardQuery.of(circle, Optional.empty(), true));
        List<ThreadCard> out = new ArrayList<>();
        for (ThreadCard card : board.map(BoardView::threads).orElse(List.of())) {
            out.add(node.has(Planted.FOLDS_DIFFERENTLY) ? new ThreadCard(card.ref(), card.ask(), card.stage(), card.by(), card.mine(), card.inside(),
                    card.writtenAt(), card.lastDay().plus(1)) : card);
        }
        return out;
    }

    private void card(SimNode node, Said said, ThreadCard card) {
        Diary.Gone gone = diary.gone(node.number()).get(said.token);
        if (gone != null && lastDay(card) <= gone.lastDay()) {
            wrong("forgotten things came back", node, said.token);
        }
        if (!node.watch().doubting() && node.watch().peak() == node.seconds() && node.seconds() > said.over(diary.grace()) + HOUR) {
            wrong("shown after its last day and grace", node, said.token);
        }
        if (card.ask().text().contains("aside-")) {
            wrong("an aside was read outside", node, said.token);
        }
    }

    private void thread(SimNode node, Said said, ThreadView view) {
        boolean mayRead = said.by == node.number() || said.letInWanted.contains(node.number());
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
    private void vanished(SimNode node, Map<String, ThreadCard> now) {
        Map<String, Long> shown = diary.shown(node.number());
        for (String token : List.copyOf(shown.keySet())) {
            if (!now.containsKey(token)) {
                Said said = diary.find(token).orElseThrow();
                long lastDay = shown.getOrDefault(token, 0L);
                if (!mayBeGone(node, said, lastDay)) {
                    wrong("destroyed early", node, token + " is due at " + due(said, lastDay) + ", its clock was at " + node.watch().peak() + " at most");
                }
                shown.remove(token);
                diary.gone(node.number()).put(token, new Diary.Gone(node.watch().ran(), lastDay));
            }
        }
        now.forEach((token, card) -> shown.put(token, lastDay(card)));
    }

    private static long lastDay(ThreadCard card) {
        return card.lastDay().startsAt() / DAY;
    }

    /** The earliest Unix second at which somebody may stop showing a thread. */
    private long due(Said said, long lastDay) {
        long over = (lastDay + diary.grace() + 1) * DAY;
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
        for (Bytes circle : diary.circles()) {
            Map<String, String> told = new LinkedHashMap<>();
            for (int number : diary.members(circle)) {
                SimNode node = world.nodes().get(number);
                if (!node.lost() && node.usable()) {
                    last(node, circle, calmSince, told);
                }
            }
        }
        long now = Math.floorDiv(world.time.now(), 1000L);
        for (SimNode node : world.nodes()) {
            if (!node.lost() && node.usable()) {
                node.store().each(event -> event.expiration().filter(end -> end + (diary.grace() + 1) * DAY < now)
                        .ifPresent(end -> wrong("dead cipher text is kept", node, event.id().hex())));
            }
        }
    }

    private void last(SimNode node, Bytes circle, long calmSince, Map<String, String> told) {
        Views views = node.views().orElseThrow();
        Map<String, ThreadCard> shown = new LinkedHashMap<>();
        cards(node, views, circle).forEach(card -> shown.put(card.ask().title(), card));
        for (Said said : diary.all()) {
            if (!said.circle.equals(circle)) {
                continue;
            }
            ThreadCard card = shown.get(said.token);
            boolean alive = said.sure && !said.closeWanted && calmSince < (said.leastLast + 1) * DAY;
            boolean owed = alive && said.written <= calmSince
                    && node.watch().peak() < (said.leastLast + diary.grace() + 1) * DAY && !world.nodes().get(said.by).lost();
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
                words(node, said, views.thread(card.ref()).orElseThrow());
            }
            boolean closedLong = said.closed > 0 && said.closed + 2 * DAY + 6 * HOUR < node.seconds() && !world.nodes().get(said.by).lost();
            if (closedLong && said.closed < calmSince) {
                wrong("shown after it was closed", node, said.token);
            }
        }
    }

    private void words(SimNode node, Said said, ThreadView view) {
        List<String> answers = view.answers().stream().map(ThreadView.AnswerView::text).toList();
        for (Said.Words answer : said.answers.values()) {
            boolean reads = said.by == node.number() || answer.by == node.number();
            if (answer.sure && reads && !world.nodes().get(answer.by).lost() && !answers.contains(answer.token)) {
                wrong("an answer was not delivered", node, answer.token);
            }
        }
        List<String> aside = view.aside().stream().map(ThreadView.AsideView::text).toList();
        for (Said.Words words : said.aside) {
            boolean reads = said.by == node.number() || said.letIn.contains(node.number());
            if (words.sure && reads && !world.nodes().get(words.by).lost() && !aside.contains(words.token)) {
                wrong("words in an aside were not delivered", node, words.token);
            }
        }
    }
}
