package weft.relay.step;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weft.primitives.Bytes;
import weft.store.Envelopes;
import weft.wire.event.Envelope;
import weft.wire.json.Checked;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;
import weft.wire.sync.Negentropy;
import weft.wire.sync.SyncIndex;

/**
 * Reconciliations (NIP-77): the relay only answers. A circle's envelopes are compared by an index that is always there; for
 * any other filter one is made of identities read from the store, within bounds. The reasons in NEG-ERR are NIP-77's
 * {@code blocked:} and {@code closed:}, and NIP-42's where proof is wanted.
 */
final class Syncs {
    /** Reconciliations at once on one link. */
    static final int ON_ONE_LINK = 20;
    /** Indexes at once that were made for one sync each. */
    static final int MADE = 64;
    /** Events in an index that is made for one sync: 2 MB. */
    static final int MADE_EVENTS = 50_000;

    private final RelayPolicy policy;
    private final Indexes indexes;
    private final Consumer<RelayEffect> effects;
    private long begun;
    private int made;

    Syncs(RelayPolicy policy, Indexes indexes, Consumer<RelayEffect> effects) {
        this.policy = policy;
        this.indexes = indexes;
        this.effects = effects;
    }

    /** One reconciliation; until its index is there it holds the first message. */
    static final class Session {
        private final long number;
        private final String name;
        private final boolean ownIndex;
        private Bytes first = Bytes.EMPTY;
        private @Nullable Negentropy negentropy;

        Session(long number, String name, boolean ownIndex) {
            this.number = number;
            this.name = name;
            this.ownIndex = ownIndex;
        }
    }

    void open(Link link, String name, Filter filter, Bytes first) {
        close(link, name);
        if (link.syncs.size() >= ON_ONE_LINK) {
            refuse(link, name, "blocked: more than " + ON_ONE_LINK + " syncs on one connection");
            return;
        }
        Optional<Negentropy> prebuilt = indexes.prebuilt(filter);
        if (prebuilt.isEmpty() && made >= MADE) {
            refuse(link, name, "blocked: too many syncs at once, try again later");
            return;
        }
        Session session = new Session(++begun, name, prebuilt.isEmpty());
        link.syncs.put(name, session);
        if (prebuilt.isPresent()) {
            session.negentropy = prebuilt.get();
            goOn(link, name, first);
        } else {
            made++;
            session.first = first;
            effects.accept(new RelayEffect.Index(link.number, session.number, filter, MADE_EVENTS + 1));
        }
    }

    void goOn(Link link, String name, Bytes message) {
        Session session = link.syncs.get(name);
        if (session == null || session.negentropy == null) {
            refuse(link, name, "closed: no such sync is open");
            return;
        }
        switch (session.negentropy.reconcile(message)) {
            case Checked.Good<Negentropy.Step>(Negentropy.Step step) ->
                step.next().ifPresent(next -> effects.accept(new RelayEffect.Send(link.number, new RelayMessage.SyncMessage(name, next))));
            case Checked.Bad<Negentropy.Step>(var fault, String detail) -> refuse(link, name, "closed: " + fault.code());
        }
    }

    void indexed(@Nullable Link link, long sync, List<Envelopes.Stamp> stamps) {
        Session session = session(link, sync);
        if (link == null || session == null) {
            return;
        }
        if (stamps.size() > MADE_EVENTS) {
            refuse(link, session.name, "blocked: this query is too big");
            return;
        }
        SyncIndex index = new SyncIndex();
        for (Envelopes.Stamp stamp : stamps.reversed()) {
            if (!policy.circlesToMembersOnly() || stamp.kind() != Envelope.KIND || link.keys.contains(stamp.publicKey())) {
                index.add(stamp.createdAt(), stamp.id());
            }
        }
        session.negentropy = indexes.over(index);
        Bytes first = session.first;
        session.first = Bytes.EMPTY;
        goOn(link, session.name, first);
    }

    void notIndexed(@Nullable Link link, long sync, String trouble) {
        Session session = session(link, sync);
        if (link != null && session != null) {
            refuse(link, session.name, "closed: " + trouble);
        }
    }

    private static @Nullable Session session(@Nullable Link link, long number) {
        return link == null ? null : link.syncs.values().stream().filter(session -> session.number == number).findFirst().orElse(null);
    }

    /** Ends one, with a reason that the client is told. */
    void refuse(Link link, String name, String why) {
        close(link, name);
        effects.accept(new RelayEffect.Send(link.number, new RelayMessage.SyncError(name, why)));
    }

    void close(Link link, String name) {
        Session session = link.syncs.remove(name);
        if (session != null && session.ownIndex) {
            made--;
        }
    }

    /** The link is gone, and all its reconciliations with it. */
    void closed(Link link) {
        List.copyOf(link.syncs.keySet()).forEach(name -> close(link, name));
    }
}
