package weft.core.peer;

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
    private final Outgoing outgoing;
    private final Comparisons comparisons;
    private final Map<Key, Link> links = new LinkedHashMap<>();
    private final Map<Integer, Link> byNumber = new HashMap<>();
    private int lastNumber;

    Links(PeerState state, Intake intake, Inviting inviting) {
        this.state = state;
        this.intake = intake;
        this.inviting = inviting;
        this.outgoing = new Outgoing(state);
        this.comparisons = new Comparisons(state, outgoing, inviting);
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
            if (!wanted.containsKey(link.getKey()) && !link.getValue().near()) {
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
            if (link.number.isEmpty() && !link.near() && step.now >= link.openAt) {
                int number = ++lastNumber;
                link.number = Optional.of(number);
                byNumber.put(number, link);
                step.effect(new Effect.Open(number, link.relay));
            }
            if (link.open) {
                if (step.slept && link.compareAt != Long.MAX_VALUE) {
                    // Its connections may have died asleep: what is asked before that is known has no answer, which would be held against the relay.
                    link.compareAt = Math.max(link.compareAt, step.now + PeerLimits.AFTER_SLEEP_SECONDS);
                }
                if (link.catchUp.isPresent() && !link.catchUp.get().done()) {
                    comparisons.goOn(step, link, link.catchUp.get().tend(step.now));
                } else if (step.now >= link.compareAt) {
                    comparisons.begin(step, link);
                }
                outgoing.tend(step, link);
            }
        }
    }

    /** Makes the link of one circle, or one invitation, that a neighbour shares; it is open at once. Who called compares. */
    Link near(Step step, Purpose purpose, String name, boolean compares, int neighbour, int channel) {
        Link link = new Link(purpose, name, step.now);
        int number = ++lastNumber;
        link.number = Optional.of(number);
        link.open = true;
        link.compareAt = Long.MAX_VALUE;
        byNumber.put(number, link);
        links.put(new Key(purpose, name), link);
        step.effect(new Effect.Channel(neighbour, channel, number));
        switch (purpose) {
            case Purpose.OfCircle(Bytes circle) -> {
                if (compares) {
                    comparisons.begin(step, link);
                }
                step.show(circle);
            }
            case Purpose.OfInvitation(Bytes invitation) -> inviting.opened(step, number, invitation);
        }
        return link;
    }

    /** A neighbour has gone. */
    void parted(Step step, Link link) {
        link.number.ifPresent(byNumber::remove);
        links.remove(new Key(link.purpose, link.relay));
        link.reset();
        if (link.purpose instanceof Purpose.OfCircle(Bytes circle)) {
            step.show(circle);
        }
    }

    /** When it is time for something, Unix seconds. */
    long nextLook() {
        long next = Long.MAX_VALUE;
        for (Link link : links.values()) {
            if (link.number.isEmpty() && !link.near()) {
                next = Math.min(next, link.openAt);
            }
            next = Math.min(next, Outgoing.nextLook(link));
            if (link.open && link.catchUp.map(CatchUp::done).orElse(link.isOfCircle() && !link.near())) {
                next = Math.min(next, link.compareAt);
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
                Filter all = Filter.by(List.of(circle), List.of(Envelope.KIND));
                step.effect(new Effect.Send(number, new ClientMessage.Subscribe(LIVE, List.of(all.page(Optional.empty(), 1)))));
                if (link.near()) {
                    comparisons.begin(step, link);
                } else {
                    // What is stored while a relay still takes the subscription up would be in neither, so it is heard first that it has.
                    link.compareAt = step.now + PeerLimits.LIVE_SECONDS;
                }
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
        if (link.catchUp.filter(catchUp -> step.now - catchUp.begunAt() <= PeerLimits.COMPARE_SECONDS).map(CatchUp::awaitsFirstAnswer).orElse(false)) {
            // Some relays answer a word that they don't know by closing.
            comparisons.pagesOnly(step, link);
        }
        link.reset();
        if (link.near()) {
            // The neighbour is parted from when links are arranged next, and met anew.
            step.arrange();
            return;
        }
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
                case Effect.Answer(int number, RelayMessage ignored) -> beginAnew(step, number, true);
                case Effect.AnswerStored(int number, String ignored, List<Bytes> ids) -> beginAnew(step, number, true);
                case Effect.Prove(int neighbour, List<Bytes> ignored) -> step.effect(new Effect.Part(neighbour));
                case Effect.Channel(int neighbour, int channel, int ignored) -> step.effect(new Effect.Part(neighbour));
                case Effect.Part part -> step.effect(part);
                case Effect.MeetAgain again -> step.effect(again);
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
            case RelayMessage.EndOfStored(String subscription) -> {
                if (link.catchUp.map(catchUp -> catchUp.owns(subscription)).orElse(false)) {
                    comparisons.goOn(step, link, link.catchUp.get().ended(step.now));
                } else if (subscription.equals(LIVE) && link.catchUp.isEmpty()) {
                    comparisons.begin(step, link);
                }
            }
            case RelayMessage.Closed(String subscription, String text) -> refused(step, link, text);
            case RelayMessage.Notice ignored -> {
                if (link.catchUp.map(CatchUp::awaitsFirstAnswer).orElse(false)) {
                    comparisons.goOn(step, link, link.catchUp.get().refused(step.now));
                }
            }
            case RelayMessage.Challenge ignored -> { }
            case RelayMessage.SyncMessage(String subscription, Bytes bytes) -> link.catchUp.flatMap(catchUp -> catchUp.compared(subscription, bytes, step.now))
                    .ifPresentOrElse(say -> comparisons.goOn(step, link, say), () -> garbage(step, link));
            case RelayMessage.SyncError(String subscription, String text) -> {
                if (link.catchUp.map(catchUp -> catchUp.owns(subscription)).orElse(false)) {
                    comparisons.goOn(step, link, link.catchUp.get().refused(step.now));
                } else {
                    garbage(step, link);
                }
            }
        }
    }

    private void delivered(Step step, Link link, String subscription, Event event) {
        boolean clean = switch (link.purpose) {
            case Purpose.OfCircle(Bytes address) -> {
                Membership circle = state.circles.get(address);
                link.catchUp.ifPresent(catchUp -> catchUp.heard(subscription, event, step.now));
                link.later.remove(event.id());
                yield circle == null || intake.heard(step, this, link, circle, event);
            }
            case Purpose.OfInvitation(Bytes invitation) -> inviting.heard(step, invitation, event);
        };
        if (!clean) {
            garbage(step, link);
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
        link.later.remove(id);
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
        outgoing.fill(step, link);
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

    /** Publishes a fresh envelope on all links of its circle that are open; the others get it when they have caught up. */
    void publish(Step step, Membership circle, Event event) {
        ofCircle(circle.address).forEach(link -> outgoing.publish(step, link, event));
    }

    /** Passes an envelope that came in on to all other links of its circle that are open. */
    void passOn(Step step, Membership circle, Bytes id, Optional<Link> from) {
        ofCircle(circle.address).stream().filter(link -> from.isEmpty() || from.get() != link).forEach(link -> outgoing.passOn(step, link, id));
    }

    private List<Link> ofCircle(Bytes circle) {
        return links.values().stream().filter(link -> link.open && link.purpose.equals(new Purpose.OfCircle(circle))).toList();
    }

    /** Says something on all open links of a purpose. */
    void broadcast(Step step, Step.Broadcast what) {
        for (Link link : links.values()) {
            if (link.open && link.purpose.equals(what.purpose())) {
                step.effect(new Effect.Send(link.number.orElseThrow(), what.message()));
            }
        }
    }
}
