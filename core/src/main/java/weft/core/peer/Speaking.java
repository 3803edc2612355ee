package weft.core.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Entry;
import weft.core.entry.EntryFault;
import weft.core.entry.EntryLimits;
import weft.core.entry.EntryReader;
import weft.core.key.Leaf;
import weft.core.key.Nip44;
import weft.core.key.Signing;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/**
 * Says things in one circle in one step: signs, reads back what it signed as everybody else will, seals; nothing leaves
 * before all of it fits. What is said becomes durable first, then known, then sent.
 */
final class Speaking {
    private final Step step;
    private final Membership circle;
    private final Primitives p;
    private final List<Said> said = new ArrayList<>();
    private Optional<Outcome.Refusal> trouble = Optional.empty();

    private record Said(Event envelope, Leaf leaf, Entry entry) {}

    Speaking(Step step, Membership circle) {
        this.step = step;
        this.circle = circle;
        this.p = step.state.primitives;
    }

    Primitives primitives() {
        return p;
    }

    /** Signs a draft with a voice and seals it; gives the entry's id, or no bytes where it does not fit. */
    Bytes say(Draft draft, Secret voice, Leaf leaf) {
        if (!circle.keys.tree().knows(leaf)) {
            trouble = Optional.of(trouble.orElse(Outcome.Refusal.BAD_DAY));
            return Bytes.EMPTY;
        }
        Event inner = Signing.sign(p, draft, voice, step.entropy.next(32));
        String json = inner.json();
        return switch (EntryReader.read(p, json, circle.address, leaf)) {
            case Checked.Good<Entry>(Entry entry) -> {
                said.add(new Said(circle.keys.seal(json, leaf, step.now, step.entropy, circle.crowd.wanted(step.now)), leaf, entry));
                yield inner.id();
            }
            case Checked.Bad<Entry>(Fault fault, String detail) -> {
                trouble = Optional.of(trouble.orElse(refusal(fault)));
                yield Bytes.EMPTY;
            }
        };
    }

    /** Text sealed from one voice to another; nothing where it does not fit or the other's key is none. */
    Optional<String> sealTo(Secret mine, Bytes theirs, String text) {
        if (!fits(text)) {
            return Optional.empty();
        }
        Optional<Secret> shared = Nip44.conversationKey(p, mine, theirs);
        if (shared.isEmpty()) {
            trouble = Optional.of(trouble.orElse(Outcome.Refusal.NO_SUCH_ENTRY));
            return Optional.empty();
        }
        try (Secret key = shared.get()) {
            return Optional.of(Nip44.encrypt(p, key, step.entropy.next(32), text));
        }
    }

    /** Text sealed under an aside key. */
    Optional<String> sealAside(Secret asideKey, String text) {
        return fits(text) ? Optional.of(Nip44.encrypt(p, asideKey, step.entropy.next(32), text)) : Optional.empty();
    }

    /** Whether a text may be sealed; where not, that is the trouble. */
    boolean fits(String text) {
        boolean empty = text.isBlank();
        boolean fits = !empty && text.codePointCount(0, text.length()) <= EntryLimits.TEXT
                && Bytes.utf8(text).text().equals(text);
        if (!fits) {
            trouble = Optional.of(trouble.orElse(empty ? Outcome.Refusal.MALFORMED : Outcome.Refusal.TOO_LONG));
        }
        return fits;
    }

    /** Something can't be said, for a reason that is seen before trying. */
    void trouble(Outcome.Refusal why) {
        trouble = Optional.of(trouble.orElse(why));
    }

    /** Why something of it can't be said. */
    Optional<Outcome.Refusal> trouble() {
        return trouble;
    }

    /** Hands all of it over to the step. */
    void finish(Links links) {
        for (Said one : said) {
            step.append(one.envelope());
            step.whenStored(() -> circle.take(one.envelope(), one.leaf(), one.entry()));
            links.publish(step, circle, one.envelope());
        }
        step.show(circle.address);
    }

    /** A slot for a fresh thread, drawn from those that are not reserved. */
    static int slot(Entropy entropy) {
        while (true) {
            int slot = (int) entropy.next(4).bigEndianAt(0, 4);
            if (new Leaf(new Day(0), slot).forThread()) {
                return slot;
            }
        }
    }

    static Outcome.Refusal refusal(Fault fault) {
        return switch (fault) {
            case EntryFault.TOO_LARGE -> Outcome.Refusal.TOO_LONG;
            case EntryFault.MALFORMED_TITLE -> Outcome.Refusal.NO_TITLE;
            case EntryFault.TIME_OUT_OF_RANGE -> Outcome.Refusal.BAD_DAY;
            case EntryFault.MALFORMED_RULE, EntryFault.MALFORMED_SPAN, EntryFault.ENDS_BEFORE_IT_BEGINS -> Outcome.Refusal.NO_SUCH_OCCURRENCE;
            case EntryFault.NOT_LATER -> Outcome.Refusal.BAD_DAY;
            default -> Outcome.Refusal.MALFORMED;
        };
    }
}
