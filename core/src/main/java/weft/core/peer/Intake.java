package weft.core.peer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.circle.ThreadState;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.EntryReader;
import weft.core.key.CircleKeys;
import weft.core.key.KeyFault;
import weft.core.key.Leaf;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.EnvelopeFault;
import weft.wire.event.Event;
import weft.wire.json.Checked;
import weft.wire.json.Fault;

/**
 * What arrives: an event becomes an envelope, the envelope opens, what is inside is an entry, and the entry is stored
 * before it is known or shown. Whatever breaks a rule on this way is dropped; what a relay should have seen to be wrong
 * is counted against its link.
 */
final class Intake {
    private final PeerState state;
    private final Forgetting forgetting;
    private final Inviting inviting;
    private final People people;
    private final Regrouping regrouping;
    private final Attending attending;
    private final Caring caring;

    Intake(PeerState state, Forgetting forgetting, Inviting inviting, People people, Regrouping regrouping, Attending attending, Caring caring) {
        this.caring = caring;
        this.attending = attending;
        this.people = people;
        this.regrouping = regrouping;
        this.state = state;
        this.forgetting = forgetting;
        this.inviting = inviting;
    }

    /**
     * A stored envelope is given back. It was verified before it was stored, and the payload is authenticated, so the
     * outer signature is not verified again.
     */
    void restored(Event event) {
        Membership circle = state.circles.get(event.publicKey());
        if (circle == null || !(Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope))) {
            forgetting.removeDead(event.id());
            return;
        }
        switch (circle.keys.open(envelope)) {
            case Checked.Good<CircleKeys.Opened>(CircleKeys.Opened opened) -> {
                Checked<Entry> entry = EntryReader.read(state.primitives, opened.json(), circle.address, opened.leaf());
                if (entry instanceof Checked.Good<Entry>(Entry read)) {
                    circle.take(event, opened.leaf(), read);
                } else if (circle.acquaintance && (inviting.following().restored(circle, opened)
                        || people.restored(circle, opened) || regrouping.restored(circle, opened))) {
                    circle.hold(event, opened.leaf());
                } else {
                    forgetting.removeDead(event.id());
                }
            }
            case Checked.Bad<CircleKeys.Opened>(Fault fault, String detail) -> {
                if (circle.acquaintance && fault == KeyFault.THREAD_FORGOTTEN) {
                    // A hand-over: sealed for the other side alone, kept until its day for whoever still has to get it.
                    circle.hold(event, new Leaf(envelope.lastDay(), Leaf.HEADER_SLOT));
                } else {
                    forgetting.removeDead(event.id());
                }
            }
        }
    }

    /** What an envelope held is given back; it was verified when it came, and nobody could change it since. */
    void recalled(Recall recall) {
        Membership circle = state.circles.get(recall.circle());
        if (circle != null && circle.keys.tree().knows(recall.leaf())
                && EntryReader.recall(state.primitives, recall.entry(), circle.drafts.label(), recall.leaf()) instanceof Checked.Good<Entry>(Entry entry)) {
            circle.take(recall.envelope(), recall.createdAt(), recall.leaf(), entry);
        } else {
            forgetting.removeDead(recall.envelope());
        }
    }

    /** What an envelope holds that this node has stored and taken in as an entry. */
    Optional<Recall> recall(Event event) {
        Membership circle = state.circles.get(event.publicKey());
        if (circle == null || !circle.held.containsKey(event.id()) || !(Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope))
                || !(circle.keys.open(envelope) instanceof Checked.Good<CircleKeys.Opened>(CircleKeys.Opened inside))
                || !(Event.read(inside.json()) instanceof Checked.Good<Event>(Event entry)) || !circle.state.knows(entry.id())) {
            return Optional.empty();
        }
        return Optional.of(new Recall(circle.address, event.id(), event.createdAt(), inside.leaf(), entry));
    }

    /** A relay delivered an event; false where it should have known better. */
    boolean heard(Step step, Links links, Link link, Membership circle, Event event) {
        Bytes id = event.id();
        Held held = circle.held.get(id);
        if (held != null) {
            held.confirmed = true;
            return true;
        }
        if (circle.forgotten.containsKey(id) || circle.isUnreadable(id)) {
            return true;
        }
        if (!event.publicKey().equals(circle.address) || !(Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope))) {
            return false;
        }
        if (!timely(circle, envelope, step.now)) {
            return true;
        }
        link.count(step.now);
        boolean room = link.taken < state.newPerLinkHour && (circle.crowd.hasRoom(step.now) || link.near());
        boolean place = !room && circle.crowd.hasPlace(id, step.now);
        if (!room && !place && link.lookedAt >= PeerLimits.LOOKED_AT_PER_LINK_HOUR) {
            return true;
        }
        if (event.verify(state.primitives) instanceof Checked.Bad<Event>) {
            return false;
        }
        if (room) {
            link.taken++;
            if (link.taken > state.newPerLinkHour / 2) {
                circle.crowd.press(step.now);
            }
            circle.crowd.count(step.now);
        } else if (place) {
            circle.crowd.takePlace(id, step.now);
        } else {
            link.lookedAt++;
            if (!mayBeHeard(circle, envelope, step.now)) {
                return true;
            }
        }
        open(step, links, Optional.of(link), circle, envelope);
        return true;
    }

    /** Over the bounds: whether a voice speaks that this node or an acquaintance knows, and has not said too much today. */
    private boolean mayBeHeard(Membership circle, Envelope envelope, long now) {
        if (circle.acquaintance || !(circle.keys.open(envelope) instanceof Checked.Good<CircleKeys.Opened>(CircleKeys.Opened opened))
                || !(Event.read(opened.json()) instanceof Checked.Good<Event>(Event inner))) {
            return circle.acquaintance;
        }
        Bytes voice = inner.publicKey();
        boolean known = circle.state.hears(voice) || state.acquaintances().stream().anyMatch(two -> two.told.containsKey(voice));
        return known && circle.crowd.takeVoice(voice, now);
    }

    /** Takes in what was carried here by hand, each once. */
    Outcome.Carried carried(Step step, Links links, List<Envelope> envelopes) {
        int taken = 0;
        int known = 0;
        int foreign = 0;
        int over = 0;
        Set<Bytes> seen = new HashSet<>();
        List<Envelope> some = envelopes.subList(0, Math.min(envelopes.size(), PeerLimits.CARRIED_AT_ONCE));
        for (Envelope envelope : some) {
            Membership circle = state.circles.get(envelope.event().publicKey());
            Bytes id = envelope.id();
            if (circle == null) {
                foreign++;
            } else if (!seen.add(id) || circle.held.containsKey(id) || circle.forgotten.containsKey(id) || circle.isUnreadable(id)) {
                known++;
            } else if (!timely(circle, envelope, step.now)) {
                over++;
            } else {
                taken += open(step, links, Optional.empty(), circle, envelope) ? 1 : 0;
            }
        }
        return new Outcome.Carried(taken, known, foreign, over, some.size() - taken - known - foreign - over);
    }

    /** What is over is still taken while grace lasts: it may have been carried by hand. */
    private static boolean timely(Membership circle, Envelope envelope, long now) {
        return switch (envelope.timely(now)) {
            case Checked.Good<Envelope> ignored -> !circle.isOver(envelope.lastDay());
            case Checked.Bad<Envelope>(Fault fault, String detail) -> {
                Day over = circle.overThrough(now);
                yield fault == EnvelopeFault.OVER && envelope.lastDay().compareTo(over) > 0 && !circle.isOver(envelope.lastDay());
            }
        };
    }

    /** Whether it is one that this node keeps. */
    private boolean open(Step step, Links links, Optional<Link> from, Membership circle, Envelope envelope) {
        if (!(circle.keys.open(envelope) instanceof Checked.Good<CircleKeys.Opened>(CircleKeys.Opened opened))) {
            circle.remember(envelope.id());
            return false;
        }
        if (EntryReader.read(state.primitives, opened.json(), circle.address, opened.leaf()) instanceof Checked.Good<Entry>(Entry entry)) {
            if (!circle.state.hasRoom(entry)) {
                // Replies to what nobody knows fill their own room, and nobody else's.
                return false;
            }
            step.append(envelope.event());
            step.whenStored(() -> {
                circle.take(envelope.event(), opened.leaf(), entry);
                circle.confirm(envelope.id());
                if (entry instanceof Entry.Closed) {
                    forgetting.lookSoon();
                }
            });
            links.passOn(step, circle, envelope.id(), from);
            step.show(circle.address);
            tell(step, circle, entry);
            DoingNews.tell(step, circle, entry);
            ThingNews.tell(step, circle, entry);
            if (entry instanceof Entry.Closed || entry instanceof Entry.Posted first && !(first.words() instanceof Ask)) {
                attending.lookSoon();
                caring.lookSoon();
            }
            if (entry instanceof Entry.Posted posted) {
                follow(step, links, circle, posted);
            }
            return true;
        }
        if (circle.acquaintance && (inviting.following().heardInside(step, circle, envelope, opened)
                || people.heardInside(step, circle, envelope, opened) || regrouping.heardInside(step, circle, envelope, opened))) {
            return true;
        }
        circle.remember(envelope.id());
        return false;
    }

    /** Where a thread that this node speaks in has moved to a later day, its words there are written anew. */
    private static void follow(Step step, Links links, Membership circle, Entry.Posted posted) {
        Optional<ThreadState> thread = circle.state.threadOf(posted.head().voice());
        Voice mine = circle.voices.get(posted.head().voice());
        Leaf later = posted.head().leaf();
        if (thread.isEmpty() || mine == null || mine.isFirst()) {
            return;
        }
        boolean moved = thread.get().posted().name().equals(posted.name()) && thread.get().lastDay().compareTo(later.day()) < 0;
        if (moved) {
            Speaking speaking = new Speaking(step, circle);
            Moving.follow(speaking, circle, thread.get(), mine, later, posted.head().id());
            circle.voices.put(mine.thread(), mine.until(later.day()));
            step.undo(() -> circle.voices.put(mine.thread(), mine));
            step.keep();
            speaking.finish(links);
        }
    }

    private static void tell(Step step, Membership circle, Entry entry) {
        Optional<ThreadState> known = entry.rootId().flatMap(circle::living);
        if (known.isEmpty() || circle.state.knows(entry.head().id())) {
            return;
        }
        ThreadState thread = known.get();
        Voice mine = circle.voices.get(thread.voice());
        if (mine == null || circle.hidden.containsKey(thread.voice())) {
            return;
        }
        Optional<News> news = switch (entry) {
            case Entry.Answered e when mine.isFirst() && e.revision() == 0 -> Optional.of(News.ANSWERED);
            case Entry.Admitted e when e.voice().equals(mine.publicKey()) && e.head().voice().equals(thread.voice()) && !thread.isInside(mine.publicKey()) ->
                Optional.of(News.LET_IN);
            case Entry.Withdrawn e when mine.isFirst() && thread.isInside(e.head().voice()) -> Optional.of(News.CANT_AFTER_ALL);
            case Entry.Aside e when thread.isInside(mine.publicKey()) && thread.isInside(e.head().voice()) -> Optional.of(News.SAID_ASIDE);
            case Entry.Posted ignored -> Optional.empty();
            case Entry.Answered ignored -> Optional.empty();
            case Entry.Admitted ignored -> Optional.empty();
            case Entry.Withdrawn ignored -> Optional.empty();
            case Entry.Aside ignored -> Optional.empty();
            case Entry.Closed ignored -> Optional.empty();
            case Entry.Extended ignored -> Optional.empty();
            case Entry.Practised ignored -> Optional.empty();
            case Entry.Part ignored -> Optional.empty();
            case Entry.Told ignored -> Optional.empty();
        };
        ThreadState about = thread.asking().flatMap(asking -> ThingNews.thing(circle, asking)).orElse(thread);
        news.ifPresent(what -> step.state.tidings.tell(step, circle, about, thread.voice(), what, entry.head().id()));
    }
}
