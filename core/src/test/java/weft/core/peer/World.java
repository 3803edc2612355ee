package weft.core.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Side;
import weft.core.view.BoardQuery;
import weft.core.view.InvitationView;
import weft.core.view.ThreadView;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/** Some nodes, some relays, one clock; everything in memory and in one order. */
final class World {
    static final String RELAY = "ws://relay.test:7000";

    final Map<String, TinyRelay> relays = new LinkedHashMap<>();
    final List<TinyNode> nodes = new ArrayList<>();
    /** By number: who has found whom on the same network. */
    final Map<Integer, Street> streets = new LinkedHashMap<>();
    final List<Runnable> later = new ArrayList<>();
    long now = Day.EPOCH_SECONDS + 2500 * Day.SECONDS + 10 * 3600;

    World() {
        relays.put(RELAY, new TinyRelay());
    }

    TinyRelay relay() {
        return relays.get(RELAY);
    }

    TinyNode node(String name) {
        TinyNode node = new TinyNode(this, name);
        nodes.add(node);
        return node;
    }

    /** Until nobody has anything to hear. */
    void settle() {
        int steps = 0;
        boolean any = true;
        while (any) {
            any = false;
            for (TinyNode node : nodes) {
                Input next = node.on ? node.inbox.poll() : null;
                if (next != null) {
                    node.step(next);
                    any = true;
                }
            }
            List<Runnable> due = List.copyOf(later);
            later.clear();
            due.forEach(Runnable::run);
            any |= !due.isEmpty();
            if (++steps > 1_000_000) {
                throw new AssertionError("they never come to rest");
            }
        }
    }

    /** Lets time pass; nodes wake when they asked to. */
    void pass(long seconds) {
        long until = now + seconds;
        settle();
        while (true) {
            Optional<TinyNode> next = nodes.stream().filter(node -> node.on && node.wakeAt <= until).min((a, b) -> Long.compare(a.wakeAt, b.wakeAt));
            if (next.isEmpty()) {
                break;
            }
            now = Math.max(now, next.get().wakeAt);
            next.get().wakeAt = Long.MAX_VALUE;
            next.get().step(new Input.Woke());
            settle();
        }
        now = until;
    }

    Day today() {
        return Day.at(now);
    }

    Bytes circle(TinyNode node, String name) {
        return ((Outcome.DoneCircle) node.wish(new Command.CircleNew(name, List.of(RELAY), 1))).circle();
    }

    /** Invites and lets join; both sides must have the same words. */
    void join(TinyNode inviter, Bytes circle, TinyNode invitee) {
        Bytes id = ((Outcome.DoneInvitation) inviter.wish(new Command.CircleInvite(circle))).id();
        String link = inviter.views().invitations().getFirst().link().orElseThrow();
        invitee.wish(new Command.CircleJoin(link, "the " + invitee.name + "'s"));
        pass(5);
        InvitationView made = inviter.views().invitations().stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow();
        InvitationView followed = invitee.views().invitations().stream().filter(view -> view.id().equals(id)).findFirst().orElseThrow();
        if (made.stage() != InvitationView.Stage.DONE || followed.stage() != InvitationView.Stage.DONE || made.checkWords().size() != 4
                || !made.checkWords().equals(followed.checkWords()) || !invitee.views().knows(circle)) {
            throw new AssertionError("not joined: " + made + " / " + followed);
        }
    }

    static Ask ask(String title) {
        return new Ask(Side.NEED, title, "", "food", Optional.empty(), Optional.empty(), Optional.empty(), List.of("en"), false, List.of());
    }

    static List<String> titles(TinyNode node, Bytes circle) {
        return node.views().board(BoardQuery.all(circle)).orElseThrow().threads().stream().map(card -> card.ask().title()).toList();
    }

    static List<String> aside(ThreadView view) {
        return view.aside().stream().map(ThreadView.AsideView::text).toList();
    }
}
