package weft.sim.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import weft.core.peer.Input;
import weft.primitives.Bytes;
import weft.wire.message.ClientMessage;
import weft.wire.message.RelayMessage;

/**
 * Two nodes on one network, for as long as they are ({@code spec/nearby.md}): they meet, and where nothing comes of it or it breaks,
 * they meet anew, ever more rarely. What is said between them keeps its order and is never lost while it lasts.
 */
final class SimStreet {
    private static final long LONGEST_PAUSE = 120_000L;
    /** Frames of a channel that the other side has not opened yet. */
    private static final int EARLY = 200;

    private final World world;
    private final Dice dice;
    private final SimNode caller;
    private final SimNode called;
    private final long until;
    private Optional<Meeting> meeting = Optional.empty();
    private long pause = 1_000;
    private long order;

    SimStreet(World world, Dice dice, SimNode caller, SimNode called, long until) {
        this.world = world;
        this.dice = dice;
        this.caller = caller;
        this.called = called;
        this.until = until;
    }

    private record Meeting(End caller, End called) {}

    /** One side of a meeting. */
    final class End {
        final SimNode node;
        final int number;
        private final boolean calls;
        private final int life;
        private final Map<Integer, Integer> linkOf = new HashMap<>();
        private final Map<Integer, Integer> channelOf = new HashMap<>();
        private final Map<Integer, List<IntFunction<Input>>> early = new HashMap<>();
        private boolean over;
        private long due;

        private End(SimNode node, boolean calls) {
            this.node = node;
            this.calls = calls;
            this.life = node.life();
            this.number = node.nearby().add(this);
        }

        private Optional<End> other() {
            return meeting.map(both -> calls ? both.called : both.caller);
        }

        /** Whether a link of the node is a channel of this. */
        boolean leads(int link) {
            return channelOf.containsKey(link);
        }

        void proves(List<Bytes> tags) {
            if (tags.isEmpty() || tags.size() % 8 != 0) {
                world.violation("proofs tell a neighbour how many circles there are", "node " + node.number() + ": " + tags.size());
            }
            other().ifPresent(end -> end.after(() -> end.node.near(end.life, new Input.Proved(end.number, tags))));
        }

        void opens(int channel, int link) {
            linkOf.put(channel, link);
            channelOf.put(link, channel);
            pause = 1_000;
            world.count("channels between neighbours");
            other().filter(end -> !world.mayMeet(node, end.node)).ifPresent(end ->
                    world.violation("strangers have a channel", "nodes " + node.number() + " and " + end.node.number()));
            List<IntFunction<Input>> waited = early.remove(channel);
            if (waited != null) {
                after(() -> waited.forEach(frame -> node.near(life, frame.apply(link))));
            }
        }

        void asks(int link, ClientMessage message) {
            says(link, at -> new Input.Asked(at, message));
        }

        void answers(int link, RelayMessage message) {
            says(link, at -> new Input.Heard(at, message));
        }

        private void says(int link, IntFunction<Input> frame) {
            Integer channel = channelOf.get(link);
            if (channel != null) {
                world.count("frames between neighbours");
                other().ifPresent(end -> end.after(() -> end.hears(channel, frame)));
            }
        }

        private void hears(int channel, IntFunction<Input> frame) {
            Integer link = linkOf.get(channel);
            if (link != null) {
                node.near(life, frame.apply(link));
            } else {
                List<IntFunction<Input>> waiting = early.computeIfAbsent(channel, _ -> new ArrayList<>());
                if (waiting.size() < EARLY) {
                    waiting.add(frame);
                }
            }
        }

        /** Something reaches this side a little later, in order, if the meeting lasts until then. */
        private void after(Runnable work) {
            due = Math.max(due, world.time.now() + 1 + dice.below(30));
            world.time.in(due - world.time.now(), () -> {
                if (!over) {
                    work.run();
                }
            });
        }

        /** This side is gone, or hangs up; the other is told. */
        void part() {
            Optional<End> end = other();
            meeting = Optional.empty();
            leaves();
            end.ifPresent(one -> {
                one.leaves();
                world.time.in(5, () -> one.node.parted(one.life, one.number));
            });
            again();
        }

        private void leaves() {
            over = true;
            node.nearby().remove(this);
        }
    }

    /** They meet, if both can. */
    void meet() {
        if (isOver() || meeting.isPresent()) {
            return;
        }
        if (!caller.usable() || !called.usable()) {
            again();
            return;
        }
        world.count("meetings of neighbours");
        Bytes session = dice.next(32);
        End one = new End(caller, true);
        End other = new End(called, false);
        meeting = Optional.of(new Meeting(one, other));
        one.after(() -> caller.near(one.life, new Input.Met(one.number, true, session)));
        other.after(() -> called.near(other.life, new Input.Met(other.number, false, session)));
        world.time.in(until - world.time.now(), () -> meeting.filter(both -> both.caller == one).ifPresent(_ -> {
            one.part();
            caller.parted(one.life, one.number);
        }));
    }

    /** They try again after a while. */
    private void again() {
        long mine = ++order;
        world.time.in(pause, () -> {
            if (mine == order) {
                meet();
            }
        });
        pause = Math.min(LONGEST_PAUSE, 2 * pause);
    }

    boolean isOver() {
        return world.time.now() >= until;
    }

    /** Circles have come or gone at one of them. */
    void meetSoon() {
        if (meeting.isEmpty()) {
            pause = 3_000;
            again();
        }
    }
}
