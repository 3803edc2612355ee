package weft.core.peer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weft.core.invite.InvitationLink;
import weft.core.view.InvitationView;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Event;

/** An invitation that this node made or follows, and how far it is. */
sealed interface Invitation {
    /** Its link. */
    InvitationLink link();

    /** How far it is. */
    InvitationView.Stage stage();

    /** The four words, once the keys met. */
    List<Integer> words();

    /** The circle it leads into, where this node knows. */
    Optional<Bytes> circle();

    /** Destroys its secrets. */
    void destroy();

    /** Made here. */
    final class Made implements Invitation {
        private final InvitationLink link;
        private final Bytes circle;
        InvitationView.Stage stage = InvitationView.Stage.WAITING;
        List<Integer> words = List.of();
        /** k; destroyed in the step in which the first knock holds, or when it is late. */
        @Nullable Secret key;
        /** Said to all who hold the link, once it was used. */
        @Nullable Event mark;
        /** The circle of two that came of it. */
        @Nullable Bytes acquaintance;
        /** Knocks looked at in the hour that began then. */
        int knocks;
        long hour;

        Made(InvitationLink link, Bytes circle, @Nullable Secret key) {
            this.link = link;
            this.circle = circle;
            this.key = key;
        }

        @Override
        public InvitationLink link() {
            return link;
        }

        @Override
        public InvitationView.Stage stage() {
            return stage;
        }

        @Override
        public List<Integer> words() {
            return words;
        }

        @Override
        public Optional<Bytes> circle() {
            return Optional.of(circle);
        }

        @Override
        public void destroy() {
            if (key != null) {
                key.destroy();
                key = null;
            }
        }
    }

    /** Followed from here. */
    final class Followed implements Invitation {
        private final InvitationLink link;
        /** F. */
        final Bytes invitee;
        /** What the circle shall be called here. */
        final String name;
        /** The circle of two that both derive. */
        final Bytes acquaintance;
        InvitationView.Stage stage = InvitationView.Stage.KNOCKING;
        List<Integer> words;
        /** f; destroyed when the circle has come or can't come any more. */
        @Nullable Secret key;
        /** The circle, once it has come. */
        @Nullable Bytes circle;
        /** Parts of the hand-over that have come: by index, with how many there are. */
        final Map<Integer, Bytes> parts = new TreeMap<>();
        int partCount;

        Followed(InvitationLink link, Bytes invitee, String name, Bytes acquaintance, List<Integer> words, @Nullable Secret key) {
            this.link = link;
            this.invitee = invitee;
            this.name = name;
            this.acquaintance = acquaintance;
            this.words = words;
            this.key = key;
        }

        @Override
        public InvitationLink link() {
            return link;
        }

        @Override
        public InvitationView.Stage stage() {
            return stage;
        }

        /** The words are shown once the inviter's node was heard: before, they would be compared with nobody. */
        @Override
        public List<Integer> words() {
            return stage == InvitationView.Stage.KNOCKING || stage == InvitationView.Stage.LATE || stage == InvitationView.Stage.USED ? List.of() : words;
        }

        @Override
        public Optional<Bytes> circle() {
            return Optional.ofNullable(circle);
        }

        /** Whether the circle may still come. */
        boolean pending() {
            return key != null;
        }

        @Override
        public void destroy() {
            parts.clear();
            if (key != null) {
                key.destroy();
                key = null;
            }
        }
    }
}
