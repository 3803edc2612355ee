package weft.core.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weft.core.entry.Named;
import weft.primitives.Bytes;

/** What pages and the command line can ask of a node, at one moment. Reading changes nothing. */
public interface Views {
    /** The moment these views are of, in Unix seconds. */
    long now();

    /** All circles the reader is in, acquaintances left out, in the reader's order. */
    List<CircleCard> circles();

    /** The board of a circle; nothing where the reader is in no such circle. */
    Optional<BoardView> board(BoardQuery query);

    /** The same with a part of what fits: from which on, and at most how many. */
    default Optional<BoardView> board(BoardQuery query, int from, int most) {
        return board(query).map(all -> new BoardView(all.circle(), query,
                all.threads().subList(Math.min(from, all.count()), Math.min(from + most, all.count())), all.kinds(), all.places(), all.count()));
    }

    /** One thread; nothing where it is unknown, hidden or forgotten. */
    Optional<ThreadView> thread(Ref ref);

    /** What in everything the reader can read is like what is looked for. */
    FoundView find(FindQuery query);

    /** For an open need the open offers that fit it and the other way round, what fits best first, equal fits shuffled; nothing for other threads. */
    List<FitView> fits(Ref ref);

    /** Invitations made and followed, newest first. */
    List<InvitationView> invitations();

    /** A circle's settings; nothing where the reader is in no such circle. */
    Optional<CircleView> circle(Bytes address);

    /** Everybody the reader is acquainted with, oldest first. */
    List<AcquaintanceCard> acquaintances();

    /** Fresh circles that acquaintances have asked the reader into, and that the reader has neither followed nor put aside. */
    List<OfferView> offers();

    /** What takes place in a time, the earliest first, at most {@link #MOST_OCCURRENCES}. */
    List<OccurrenceCard> calendar(CalendarQuery query);

    /** The most occurrences that one look at the calendar gives. */
    int MOST_OCCURRENCES = 2_000;

    /**
     * A doing; nothing where it is unknown, hidden or forgotten.
     *
     * @param on which occurrence to show; the next where that is none
     */
    Optional<DoingView> doing(Ref ref, Optional<LocalDate> on);

    /** What a circle uses in common; nothing where the reader is in no such circle. */
    default Optional<CatalogueView> catalogue(Bytes circle, Optional<String> kind, Optional<String> words) {
        return Optional.empty();
    }

    /** A thing; nothing where it is unknown, hidden or forgotten. {@code ref} may also name an asking for it. */
    default Optional<ThingView> thing(Ref ref) {
        return Optional.empty();
    }

    /** A place; nothing where it is unknown, hidden or forgotten. */
    default Optional<PlaceView> place(Ref ref) {
        return Optional.empty();
    }

    /** How other threads call a thing or a place. */
    default Optional<Named> named(Ref ref) {
        return Optional.empty();
    }

    /** The thing or place whose label bears a name of 16 hex digits, in any circle. */
    default Optional<Ref> labelled(String name) {
        return Optional.empty();
    }

    /** Rest, and the calendar's address for other programs. */
    OwnCalendar ownCalendar();

    /** What the reader was told, or is to be, the newest first. */
    default List<NewsView> news() {
        return List.of();
    }

    /** Of what, where and when the reader wants to be told. */
    default NewsWays newsWays() {
        return NewsWays.usual();
    }

    /** The practices on a circle's shelf, by title; the same words once. */
    default List<PracticeCard> practices(Bytes circle) {
        return List.of();
    }

    /**
     * Which of {@link #practices} hold all these words, by the voices of their {@code ref}; found by the index, so that no text is read again.
     *
     * @param typing whether the last word may still go on
     */
    default Set<Bytes> practicesWith(Bytes circle, String words, boolean typing) {
        return Set.of();
    }

    /** One practice; {@code ref} names its circle and voice. Nothing where it is unknown or has faded. */
    default Optional<PracticeView> practice(Ref ref) {
        return Optional.empty();
    }

    /** What the reader is writing, the newest draft first. */
    default List<DraftView> drafts() {
        return List.of();
    }

    /** What the person should be asked or told about this node as a whole. */
    NodeView node();

    /**
     * The state of the node.
     *
     * @param clockJumped whether the clock moved by more than three days, so that nothing is destroyed until a person
     *     confirms the date
     * @param relays the relays and how they are reached
     * @param waiting how many envelopes have reached no relay and no neighbour yet
     */
    record NodeView(boolean clockJumped, List<RelayView> relays, int waiting) {
        /** Keeps an unmodifiable copy. */
        public NodeView {
            relays = List.copyOf(relays);
        }
    }

    /**
     * A relay.
     *
     * @param address {@code ws:} or {@code wss:}
     * @param connected whether it is connected now
     * @param trouble the last thing that went wrong, as the stable code of a text; empty where nothing did
     */
    record RelayView(String address, boolean connected, String trouble) {}

    /** Whether a circle is one the reader is in. */
    default boolean knows(Bytes circle) {
        return circles().stream().anyMatch(card -> card.address().equals(circle));
    }
}
