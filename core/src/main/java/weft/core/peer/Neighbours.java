package weft.core.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import weft.primitives.Bytes;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;
import weft.wire.sync.Negentropy;

/**
 * Nodes on the same network ({@code spec/nearby.md}). A neighbour and this node prove to each other which circles they share;
 * each shared circle then is a channel, which is a link like one to a relay, except that both sides ask and answer on it. The
 * one who called compares; both publish what comes up afterwards.
 */
final class Neighbours {
    /** What stands in the place of a relay's address. */
    static final String NEAR = "near:";
    private static final int SYNCS = 4;

    private final PeerState state;
    private final Links links;
    private final Intake intake;
    private final Inviting inviting;
    private final Map<Integer, Meeting> meetings = new HashMap<>();
    /** The circles that neighbours could have met this node in when links were arranged last. */
    private Set<Bytes> arranged = Set.of();

    private static final class Meeting {
        final boolean caller;
        final Bytes session;
        /** What this node could be met in when the meeting began. */
        final Set<Bytes> shown;
        final Map<Integer, Answering> channels = new HashMap<>();
        boolean proved;

        Meeting(boolean caller, Bytes session, Set<Bytes> shown) {
            this.caller = caller;
            this.session = session;
            this.shown = shown;
        }
    }

    /** What this node answers on one channel. */
    private static final class Answering {
        final Link link;
        final Map<String, Negentropy> syncs = new LinkedHashMap<>();

        Answering(Link link) {
            this.link = link;
        }
    }

    Neighbours(PeerState state, Links links, Intake intake, Inviting inviting) {
        this.inviting = inviting;
        this.state = state;
        this.links = links;
        this.intake = intake;
    }

    /** What neighbours can be met in: the circles, and the invitations that are on their way; by address, and by K. */
    private Map<Bytes, Purpose> meetable(long now) {
        Map<Bytes, Purpose> all = new LinkedHashMap<>();
        state.circles.keySet().forEach(address -> all.put(address, new Purpose.OfCircle(address)));
        for (Invitation invitation : state.invitations.values()) {
            if (inviting.listens(invitation, now) && all.size() < PeerLimits.PROOFS) {
                all.put(invitation.link().key(), new Purpose.OfInvitation(invitation.link().key()));
            }
        }
        return all;
    }

    private Bytes proof(Purpose purpose, Bytes session, boolean caller) {
        return switch (purpose) {
            case Purpose.OfCircle(Bytes address) -> Objects.requireNonNull(state.circles.get(address)).keys.proof(session, caller);
            case Purpose.OfInvitation(Bytes key) -> Objects.requireNonNull(state.invitations.get(key)).link().nearProof(state.primitives, session, caller);
        };
    }

    /** A secure channel to somebody stands: proves the circles of this node, padded so that their number is not told. */
    void met(Step step, int neighbour, boolean caller, Bytes session) {
        Map<Bytes, Purpose> mine = meetable(step.now);
        Meeting meeting = new Meeting(caller, session, Set.copyOf(mine.keySet()));
        meetings.put(neighbour, meeting);
        List<Bytes> tags = new ArrayList<>();
        mine.values().forEach(purpose -> tags.add(proof(purpose, session, caller)));
        while (tags.isEmpty() || tags.size() % PeerLimits.PROOFS_PADDED != 0) {
            tags.add(step.entropy.next(32));
        }
        // Tags and padding look alike; sorted they tell no order of joining.
        tags.sort(null);
        step.effect(new Effect.Prove(neighbour, tags));
    }

    /** The neighbour's proofs have come: opens a channel for each circle that both are in, and each invitation between the two. */
    void proved(Step step, int neighbour, List<Bytes> theirs) {
        Meeting meeting = meetings.get(neighbour);
        Map<Bytes, Purpose> mine = meetable(step.now);
        // Channels are numbered by what both sides hold for shared, so nothing may have changed since the proofs were sent.
        if (meeting == null || meeting.proved || theirs.size() > PeerLimits.PROOFS || !meeting.shown.equals(mine.keySet())) {
            part(step, neighbour);
            return;
        }
        meeting.proved = true;
        Set<Bytes> proofs = new HashSet<>(theirs);
        Map<Bytes, Purpose> shared = new TreeMap<>();
        for (Purpose purpose : mine.values()) {
            if (proofs.contains(proof(purpose, meeting.session, !meeting.caller))) {
                shared.put(proof(purpose, meeting.session, true), purpose);
            }
        }
        int channel = 0;
        for (Purpose purpose : shared.values()) {
            Link link = links.near(step, purpose, NEAR + neighbour, meeting.caller, neighbour, channel++);
            meeting.channels.put(link.number.orElseThrow(), new Answering(link));
        }
        if (shared.isEmpty()) {
            part(step, neighbour);
        }
    }

    /** The channel to a neighbour is gone. */
    void parted(Step step, int neighbour) {
        Meeting meeting = meetings.remove(neighbour);
        if (meeting != null) {
            meeting.channels.values().forEach(one -> links.parted(step, one.link));
        }
    }

    /** Ends a meeting from this side. */
    private void part(Step step, int neighbour) {
        step.effect(new Effect.Part(neighbour));
        parted(step, neighbour);
    }

    /** Where circles or invitations have come or gone since a meeting, or one of its channels was shut, the two have to meet anew. */
    void arrange(Step step) {
        Set<Bytes> now = Set.copyOf(meetable(step.now).keySet());
        for (Map.Entry<Integer, Meeting> each : List.copyOf(meetings.entrySet())) {
            Meeting meeting = each.getValue();
            boolean shut = meeting.channels.values().stream().anyMatch(one -> !one.link.open);
            if (shut || !meeting.shown.equals(now)) {
                part(step, each.getKey());
            }
        }
        if (!arranged.equals(now)) {
            arranged = now;
            step.effect(new Effect.MeetAgain());
        }
    }

    /** A neighbour asks something on a channel. */
    void asked(Step step, int number, ClientMessage message) {
        for (Meeting meeting : List.copyOf(meetings.values())) {
            Answering one = meeting.channels.get(number);
            if (one != null && one.link.open) {
                switch (one.link.purpose) {
                    case Purpose.OfCircle(Bytes address) when state.circles.containsKey(address) ->
                            answer(step, number, one, state.circles.get(address), message);
                    case Purpose.OfInvitation(Bytes key) -> answer(step, number, key, message);
                    case Purpose.OfCircle gone -> { }
                }
            }
        }
    }

    /** On an invitation's channel one knocks and the other says that it was used; nothing is kept there to be asked for. */
    private void answer(Step step, int number, Bytes invitation, ClientMessage message) {
        switch (message) {
            case ClientMessage.Publish(Event event) -> {
                boolean clean = inviting.heard(step, invitation, event);
                step.effect(new Effect.Answer(number, new RelayMessage.Ok(event.id(), clean, clean ? "" : "invalid: not of this invitation")));
                if (!clean) {
                    links.garbled(step, number);
                }
            }
            case ClientMessage.Subscribe(String name, List<Filter> ignored) -> step.effect(new Effect.Answer(number, new RelayMessage.EndOfStored(name)));
            case ClientMessage.SyncOpen ignored -> { }
            case ClientMessage.SyncMessage ignored -> { }
            case ClientMessage.SyncClose ignored -> { }
            case ClientMessage.Unsubscribe ignored -> { }
            case ClientMessage.Authenticate ignored -> { }
        }
    }

    private void answer(Step step, int number, Answering one, Membership circle, ClientMessage message) {
        switch (message) {
            case ClientMessage.Publish(Event event) -> {
                one.link.later.remove(event.id());
                one.link.catchUp.ifPresent(catchUp -> catchUp.has(event.id()));
                boolean clean = intake.heard(step, links, one.link, circle, event);
                step.effect(new Effect.Answer(number, new RelayMessage.Ok(event.id(), clean, clean ? "" : "invalid: not an envelope of this circle")));
                if (!clean) {
                    links.garbled(step, number);
                }
            }
            case ClientMessage.Subscribe(String name, List<Filter> filters) -> {
                List<Bytes> ids = new ArrayList<>();
                filters.forEach(filter -> filter.ids().stream().filter(circle.held::containsKey).forEach(ids::add));
                if (!ids.isEmpty()) {
                    step.effect(new Effect.AnswerStored(number, name, ids));
                    // Whoever asks for an envelope by its id gets it, over a channel that loses nothing.
                    ids.forEach(circle::confirm);
                    inviting.confirmed(step, one.link.purpose);
                }
                step.effect(new Effect.Answer(number, new RelayMessage.EndOfStored(name)));
            }
            case ClientMessage.SyncOpen(String name, Filter ignored, Bytes first) -> {
                if (one.syncs.size() >= SYNCS && !one.syncs.containsKey(name)) {
                    one.syncs.remove(one.syncs.keySet().iterator().next());
                }
                one.syncs.put(name, new Negentropy(state.primitives, circle.index, PeerLimits.COMPARE_BYTES));
                compare(step, number, one, name, first);
            }
            case ClientMessage.SyncMessage(String name, Bytes more) -> compare(step, number, one, name, more);
            case ClientMessage.SyncClose(String name) -> one.syncs.remove(name);
            case ClientMessage.Unsubscribe ignored -> { }
            case ClientMessage.Authenticate ignored -> { }
        }
    }

    private static void compare(Step step, int number, Answering one, String name, Bytes message) {
        Negentropy sync = one.syncs.get(name);
        if (sync != null && sync.reconcile(message) instanceof Checked.Good<Negentropy.Step>(Negentropy.Step next)) {
            next.next().ifPresent(bytes -> step.effect(new Effect.Answer(number, new RelayMessage.SyncMessage(name, bytes))));
        } else {
            one.syncs.remove(name);
            step.effect(new Effect.Answer(number, new RelayMessage.SyncError(name, "closed: can't be read")));
        }
    }
}
