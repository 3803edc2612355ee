package weft.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import weft.core.peer.Command;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.peer.PeerLimits;
import weft.core.view.BundleReport;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.wire.bundle.BundleReader;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/** Takes a bundle in ({@code spec/bundle.md}), a piece at a time, and counts what became of its lines. */
final class BundleIntake {
    /** Lines after which reading stops: a phone's share of what a computer reads. */
    static final long MOST_LINES = 100_000;

    /** Few enough that a page's request is answered between two. */
    private static final int AT_ONCE = 50;

    private final Shell shell;
    private final BundleReader reader;
    private final List<Envelope> envelopes = new ArrayList<>();
    private final List<Event> invitations = new ArrayList<>();
    private final Map<String, Long> faults = new HashMap<>();
    private long lines;
    private long taken;
    private long known;
    private long foreign;
    private long over;
    private long unreadable;
    private long answered;

    BundleIntake(Primitives primitives, Shell shell, long now) {
        this.shell = shell;
        this.reader = new BundleReader(primitives, now, PeerLimits.GRACE_DAYS * 86_400L);
    }

    /** Takes the next piece of plain lines; {@code then} is told whether to go on. */
    void feed(Bytes piece, Consumer<Boolean> then) {
        gather(reader.feed(piece));
        carry(() -> then.accept(lines < MOST_LINES));
    }

    /** There is no more, or the file is damaged from here on. */
    void end(boolean damaged, Consumer<BundleReport> then) {
        boolean stopped = lines >= MOST_LINES;
        if (!stopped) {
            gather(reader.end());
        }
        carry(() -> then.accept(new BundleReport(lines, taken, known, foreign, over, unreadable, answered, faults, damaged, stopped)));
    }

    private void gather(List<Checked<Envelope>> answers) {
        List<Event> aside = reader.invitations();
        lines += aside.size();
        invitations.addAll(aside);
        for (Checked<Envelope> answer : answers) {
            lines++;
            switch (answer) {
                case Checked.Good<Envelope>(Envelope envelope) -> envelopes.add(envelope);
                case Checked.Bad<Envelope>(var fault, String detail) -> faults.merge(fault.code(), 1L, Long::sum);
            }
        }
    }

    private void carry(Runnable then) {
        if (!invitations.isEmpty()) {
            List<Event> some = some(invitations);
            shell.input(new Input.Wish(new Command.CarryInvitations(some)), outcome -> {
                if (outcome.orElse(null) instanceof Outcome.Carried carried) {
                    answered += carried.taken();
                    count(carried);
                } else {
                    faults.merge("not-stored", (long) some.size(), Long::sum);
                }
                carry(then);
            });
        } else if (!envelopes.isEmpty()) {
            List<Envelope> some = some(envelopes);
            shell.input(new Input.Wish(new Command.Carry(some)), outcome -> {
                if (outcome.orElse(null) instanceof Outcome.Carried carried) {
                    taken += carried.taken();
                    over += carried.over();
                    count(carried);
                } else {
                    faults.merge("not-stored", (long) some.size(), Long::sum);
                }
                carry(then);
            });
        } else {
            then.run();
        }
    }

    private void count(Outcome.Carried carried) {
        known += carried.known();
        foreign += carried.foreign();
        unreadable += carried.unreadable();
    }

    private static <T> List<T> some(List<T> all) {
        List<T> first = all.subList(0, Math.min(all.size(), AT_ONCE));
        List<T> out = List.copyOf(first);
        first.clear();
        return out;
    }

    /** What goes along with the envelopes of all circles; nothing with those of one. */
    static void pack(Shell shell, Consumer<List<String>> then) {
        shell.input(new Input.Wish(new Command.PackInvitations()), outcome -> then.accept(
                outcome.flatMap(what -> what instanceof Outcome.Packed(List<Event> events) ? Optional.of(events) : Optional.empty())
                        .orElse(List.of()).stream().map(Event::json).toList()));
    }
}
