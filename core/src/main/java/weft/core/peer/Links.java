package weft.core.peer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/**
 * The links to relays: one connection for each purpose and relay. A circle's link subscribes to what comes, catches up
 * with what the relay has, then publishes what it lacks, each envelope until the relay confirms it; so that several
 * relays may each lose anything. A link that breaks is opened again, later each time, at a drawn moment.
 */
final class Links {
    private static final String LIVE = "live";

    private record Key(Purpose purpose, String relay) {}

    private final PeerState state;
    private final Intake intake;
    private final Inviting inviting;
    private final Map<Key, Link> links = new LinkedHashMap<>();
    private final Map<Integer, Link> byNumber = new HashMap<>();
    private int lastNumber;

    Links(PeerState state, Intake intake, Inviting inviting) {
        this.state = state;
        this.intake = intake;
        this.inviting = inviting;
    }

    /** All links. */
    Collection<Link> all() {
        return links.values();
    }

    /** Makes links for what is wanted now and shuts those that are not wanted any more. */
    void arrange(Step step) {
        Map<Key, Boolean> wanted = new LinkedHashMap<>();
        for (Membership circle : state.circles.values()) {
            circle.relays.forEach(relay -> wanted.put(new Key(new Purpose.OfCircle(circle.address), relay), true));
        }
        for (Invitation invitation : state.invitations.values()) {
            if (inviting.listens(invitation, step.now)) {
                invitation.link().relays().forEach(relay -> wanted.put(new Key(new Purpose.OfInvitation(invitation.link().key()), relay), true));
            }
        }
        for (Map.Entry<Key, Link> link : List.copyOf(links.entrySet())) {
            if (!wanted.containsKey(link.getKey())) {
                shut(step, link.getValue());
                links.remove(link.getKey());
            }
        }
        int missing = (int) wanted.keySet().stream().filter(key -> !links.containsKey(key)).count();
        for (Key key : wanted.keySet()) {
            if (!links.containsKey(key)) {
                // Several at once are spread out, so that a relay can't tell by the moment what belongs together.
                links.put(key, new Link(key.purpose(), key.relay(), step.now + (missing > 2 ? step.entropy.below(Math.min(missing, 5)) : 0)));
            }
        }
    }

    private void shut(Step step, Link link) {
        link.number.ifPresent(number -> {
            byNumber.remove(number);
            step.effect(new Effect.Shut(number));
        });
        link.reset();
    }

    /** Opens, sends again, and goes on where it is time. */
    void tend(Step step) {
        for (Link link : links.values()) {
            if (link.number.isEmpty() && step.now >= link.openAt) {
                int number = ++lastNumber;
                link.number = Optional.of(number);
                byNumber.put(number, link);
                step.effect(new Effect.Open(number, link.relay));
            }
            if (link.open) {
                if (link.catchUp.isPresent() && link.catchUp.get().gaveUp(step.now)) {
                    link.trouble = "silent";
                    caughtUp(step, link);
                }
                sendAgain(step, link);
                fill(step, link);
            }
        }
    }

    /** When it is time for something, Unix seconds. */
    long nextLook() {
        long next = Long.MAX_VALUE;
        for (Link link : links.values()) {
            if (link.number.isEmpty()) {
                next = Math.min(next, link.openAt);
            }
            for (Link.Sending sending : link.unconfirmed.values()) {
                next = Math.min(next, sending.at() + PeerLimits.CONFIRM_SECONDS);
            }
            if (!link.waiting.isEmpty() && link.unconfirmed.size() < PeerLimits.UNCONFIRMED) {
                next = Math.min(next, link.pausedUntil);
            }
            next = Math.min(next, link.catchUp.map(CatchUp::giveUpAt).orElse(Long.MAX_VALUE));
        }
        return next;
    }

    /** A link is open. */
    void opened(Step step, int number) {
        Link link = byNumber.get(number);
        if (link == null) {
            return;
        }
        link.open = true;
        switch (link.purpose) {
            case Purpose.OfCircle(Bytes circle) -> {
                link.catchUp = Optional.of(new CatchUp(circle, step.now));
                Filter all = Filter.by(List.of(circle), List.of(Envelope.KIND));
                step.effect(new Effect.Send(number, new ClientMessage.Subscribe(LIVE, List.of(all.page(Optional.empty(), 1)))));
                step.effect(new Effect.Send(number, link.catchUp.get().begin()));
                step.show(circle);
            }
            case Purpose.OfInvitation(Bytes invitation) -> inviting.opened(step, number, invitation);
        }
    }

    /** A link is closed, or could not be opened. */
    void closed(Step step, int number, String trouble) {
        Link link = byNumber.remove(number);
        if (link == null) {
            return;
        }
        again(step, link, trouble, 0);
    }

    private void again(Step step, Link link, String trouble, long pause) {
        // A connection that got as far as being in step was a good one, so the waiting begins anew.
        link.attempts = link.inStep() ? 1 : link.attempts + 1;
        link.reset();
        link.trouble = trouble.length() > 60 ? trouble.substring(0, 60) : trouble;
        long longest = Math.min(PeerLimits.BACK_OFF_SECONDS, 1L << Math.min(link.attempts, 20));
        link.openAt = step.now + pause + 1 + step.entropy.below((int) longest);
        if (link.purpose instanceof Purpose.OfCircle(Bytes circle)) {
            step.show(circle);
        }
    }

    /** Effects of a turn that failed before they were performed: what was to be said is lost, so these links begin anew. */
    void lost(Step step, List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Open(int number, String ignored) -> beginAnew(step, number, false);
                case Effect.Send(int number, ClientMessage ignored) -> beginAnew(step, number, true);
                case Effect.SendStored(int number, List<Bytes> ignored) -> beginAnew(step, number, true);
                case Effect.Shut shut -> step.effect(shut);
                case Effect.Append ignored -> { }
                case Effect.Remove ignored -> { }
                case Effect.Keep ignored -> { }
                case Effect.Relock ignored -> { }
                case Effect.WakeAt ignored -> { }
                case Effect.Show(Bytes circle) -> step.show(circle);
                case Effect.Tell ignored -> { }
            }
        }
    }

    /** What was heard on a link could not be stored: it is fetched again when the disk may have room. */
    void missed(Step step, int number) {
        beginAnew(step, number, true);
    }

    private void beginAnew(Step step, int number, boolean opened) {
        Link link = byNumber.remove(number);
        if (link != null) {
            if (opened) {
                step.effect(new Effect.Shut(number));
            }
            again(step, link, "not-stored", PeerLimits.AGAIN_SECONDS);
        }
    }

    /** A link sent what it should not have. */
    void garbled(Step step, int number) {
        Link link = byNumber.get(number);
        if (link != null) {
            garbage(step, link);
        }
    }

    private void garbage(Step step, Link link) {
        link.count(step.now);
        link.garbage++;
        if (link.garbage > PeerLimits.GARBAGE_PER_LINK_HOUR && link.number.isPresent()) {
            byNumber.remove(link.number.get());
            step.effect(new Effect.Shut(link.number.get()));
            again(step, link, "garbage", PeerLimits.GARBAGE_PAUSE_SECONDS);
        }
    }

    /** A relay said something. */
    void heard(Step step, int number, RelayMessage message) {
        Link link = byNumber.get(number);
        if (link == null || !link.open) {
            return;
        }
        switch (message) {
            case RelayMessage.Delivered(String subscription, Event event) -> delivered(step, link, subscription, event);
            case RelayMessage.Ok(Bytes id, boolean accepted, String text) -> confirmed(step, link, id, accepted, text);
            case RelayMessage.EndOfStored(String subscription) -> pageEnded(step, link, number, subscription);
            case RelayMessage.Closed(String subscription, String text) -> refused(step, link, text);
            case RelayMessage.Notice ignored -> { }
            case RelayMessage.Challenge ignored -> { }
            case RelayMessage.SyncMessage ignored -> garbage(step, link);
            case RelayMessage.SyncError ignored -> garbage(step, link);
        }
    }

    private void delivered(Step step, Link link, String subscription, Event event) {
        boolean clean = switch (link.purpose) {
            case Purpose.OfCircle(Bytes address) -> {
                Membership circle = state.circles.get(address);
                link.catchUp.ifPresent(catchUp -> catchUp.heard(subscription, event, step.now));
                yield circle == null || intake.heard(step, this, link, circle, event);
            }
            case Purpose.OfInvitation(Bytes invitation) -> inviting.heard(step, invitation, event);
        };
        if (!clean) {
            garbage(step, link);
        }
    }

    private void pageEnded(Step step, Link link, int number, String subscription) {
        if (link.catchUp.isEmpty() || !link.catchUp.get().owns(subscription)) {
            return;
        }
        link.catchUp.get().ended(step.now).forEach(message -> step.effect(new Effect.Send(number, message)));
        if (link.catchUp.get().done()) {
            caughtUp(step, link);
        }
    }

    /** A subscription was ended by the relay: without it the link is of no use. */
    private void refused(Step step, Link link, String text) {
        link.number.ifPresent(number -> {
            byNumber.remove(number);
            step.effect(new Effect.Shut(number));
        });
        link.attempts += 2;
        again(step, link, word(text), 0);
    }

    private void confirmed(Step step, Link link, Bytes id, boolean accepted, String text) {
        Link.Sending sending = link.unconfirmed.remove(id);
        String word = word(text);
        if (accepted || word.equals("duplicate")) {
            link.catchUp.ifPresent(catchUp -> catchUp.has(id));
            if (link.purpose instanceof Purpose.OfCircle(Bytes address) && state.circles.containsKey(address)) {
                Held held = state.circles.get(address).held.get(id);
                if (held != null) {
                    held.confirmed = true;
                }
            }
            inviting.confirmed(step, link.purpose);
        } else if (word.equals("rate-limited") && sending != null) {
            link.pausedUntil = step.now + PeerLimits.RATE_LIMITED_SECONDS;
            link.trouble = word;
            link.waiting.addFirst(id);
        } else {
            link.trouble = word;
        }
        fill(step, link);
    }

    /** The machine-readable word before a colon, as NIP-01 has it. */
    private static String word(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? "refused" : text.substring(0, colon);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i == 20 || c != '-' && (c < 'a' || c > 'z')) {
                return "refused";
            }
        }
        return word;
    }

    private void caughtUp(Step step, Link link) {
        if (!(link.purpose instanceof Purpose.OfCircle(Bytes address)) || !state.circles.containsKey(address)) {
            return;
        }
        link.attempts = 0;
        Membership circle = state.circles.get(address);
        List<Bytes> lacking = new ArrayList<>();
        circle.held.forEach((id, held) -> {
            if (held.leaf.day().endsAt() > step.now && link.catchUp.map(catchUp -> catchUp.lacks(id)).orElse(true) && !link.unconfirmed.containsKey(id)) {
                lacking.add(id);
            }
        });
        lacking.sort(null);
        link.waiting.addAll(lacking);
        fill(step, link);
        step.show(address);
    }

    /** Publishes a fresh envelope on all links of its circle that are open; the others get it when they have caught up. */
    void publish(Step step, Membership circle, Event event) {
        for (Link link : links.values()) {
            if (link.open && link.purpose.equals(new Purpose.OfCircle(circle.address))) {
                if (link.unconfirmed.size() < PeerLimits.UNCONFIRMED && step.now >= link.pausedUntil) {
                    link.unconfirmed.put(event.id(), new Link.Sending(step.now, 1));
                    step.effect(new Effect.Send(link.number.orElseThrow(), new ClientMessage.Publish(event)));
                } else {
                    link.waiting.add(event.id());
                }
            }
        }
    }

    /** Says something on all open links of a purpose. */
    void broadcast(Step step, Step.Broadcast what) {
        for (Link link : links.values()) {
            if (link.open && link.purpose.equals(what.purpose())) {
                step.effect(new Effect.Send(link.number.orElseThrow(), what.message()));
            }
        }
    }

    private void sendAgain(Step step, Link link) {
        List<Bytes> again = new ArrayList<>();
        for (Map.Entry<Bytes, Link.Sending> entry : List.copyOf(link.unconfirmed.entrySet())) {
            Link.Sending sending = entry.getValue();
            if (step.now < sending.at() + PeerLimits.CONFIRM_SECONDS) {
                continue;
            }
            link.unconfirmed.remove(entry.getKey());
            if (sending.times() < PeerLimits.SENDINGS && isHeld(link, entry.getKey())) {
                link.unconfirmed.put(entry.getKey(), new Link.Sending(step.now, sending.times() + 1));
                again.add(entry.getKey());
            } else {
                link.trouble = "unconfirmed";
            }
        }
        if (!again.isEmpty()) {
            step.effect(new Effect.SendStored(link.number.orElseThrow(), again));
        }
    }

    private void fill(Step step, Link link) {
        List<Bytes> ids = new ArrayList<>();
        while (link.open && step.now >= link.pausedUntil && link.unconfirmed.size() < PeerLimits.UNCONFIRMED && !link.waiting.isEmpty()) {
            Bytes id = link.waiting.remove();
            if (isHeld(link, id) && !link.unconfirmed.containsKey(id)) {
                link.unconfirmed.put(id, new Link.Sending(step.now, 1));
                ids.add(id);
            }
        }
        if (!ids.isEmpty()) {
            step.effect(new Effect.SendStored(link.number.orElseThrow(), ids));
        }
    }

    private boolean isHeld(Link link, Bytes id) {
        return link.purpose instanceof Purpose.OfCircle(Bytes address)
                && state.circles.containsKey(address)
                && state.circles.get(address).held.containsKey(id);
    }
}
