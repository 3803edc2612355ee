package weft.core.entry;

import java.util.Optional;
import weft.primitives.Bytes;
import weft.wire.event.Day;

/**
 * What is inside an envelope, read from an event signed by a voice. {@code root} is the id of the thread's first entry.
 * What is sealed to a voice or to the aside stays sealed here: opening it takes a key and happens apart.
 */
public sealed interface Entry {
    /** What every entry has. */
    Head head();

    /**
     * What a thread begins with (a need, an offer, a doing, somebody's coming): the first of it, or a later revision by the
     * same voice.
     *
     * @param name the NIP-01 {@code d}, the same in each revision
     * @param revision 0 at first; the greatest is in force
     */
    record Posted(Head head, String name, int revision, Words words) implements Entry {}

    /**
     * An answer to a need or an offer, sealed to the first voice (NIP-44). A voice has one answer.
     *
     * @param revision 0 at first; the greatest is in force
     */
    record Answered(Head head, Bytes root, int revision, String sealed) implements Entry {}

    /**
     * The first voice lets a voice into the aside: an aside key, sealed to that voice (NIP-44). It may let itself in,
     * which changes nothing but the generation.
     *
     * @param generation which aside key: 0 at first, one more each time somebody was let out again; who has no admission
     *     of the greatest generation is no longer in the aside
     */
    record Admitted(Head head, Bytes root, Bytes voice, int generation, String sealed) implements Entry {}

    /**
     * Words in the aside: a NIP-44 payload under one of the aside keys.
     *
     * @param name tells the words from others of the same voice; the same in each revision
     * @param revision 0 at first; the greatest is in force
     * @param step where the words stand in the conversation: one more than the greatest the writer had seen
     */
    record Aside(Head head, Bytes root, String name, int revision, int step, String sealed) implements Entry {}

    /** A voice takes back an entry of its own; "I can't after all" where that was an answer. */
    record Withdrawn(Head head, Bytes root, Bytes entry) implements Entry {}

    /**
     * The first voice says that the thread is over.
     *
     * @param name tells this closing from another of the same day
     */
    record Closed(Head head, Bytes root, String name, Ending ending) implements Entry {}

    /**
     * The first voice says that its thread moves to a later last day, so that all voices seal anew what should stay.
     *
     * @param lastDay the later day; the slot stays the same
     */
    record Extended(Head head, Bytes root, Day lastDay) implements Entry {}

    /**
     * A practice (kind 30023, NIP-23), or a revision of it, or the same words for a later day.
     *
     * @param name the NIP-01 {@code d}: the same in each revision, and where somebody else keeps the practice
     * @param revision 0 at first; the greatest that is whole is in force
     * @param parts into how many entries the text is cut, this one counted
     * @param writing what it says about itself, and the first part of its text
     */
    record Practised(Head head, String name, int revision, int parts, Writing writing) implements Entry {}

    /**
     * A further part of a practice's text.
     *
     * @param part 1 for the second part, and so on
     */
    record Part(Head head, String name, int revision, int part, String text) implements Entry {}

    /**
     * How a practice went for somebody (kind 1111, NIP-22): a thread of its own, with a voice of its own.
     *
     * @param practice the name of the practice
     * @param revision 0 at first; the greatest is in force
     * @param text empty where its voice took it back
     */
    record Told(Head head, String practice, int revision, String text) implements Entry {}

    /** How a thread ended, as its first voice says. */
    enum Ending {
        /** It is done. */
        DONE,
        /** It is no longer wanted or no longer on offer. */
        NO_LONGER
    }

    /** The thread this belongs to: its own id where it is a first entry. */
    default Optional<Bytes> rootId() {
        return switch (this) {
            case Posted ignored -> Optional.empty();
            case Answered e -> Optional.of(e.root());
            case Admitted e -> Optional.of(e.root());
            case Aside e -> Optional.of(e.root());
            case Withdrawn e -> Optional.of(e.root());
            case Closed e -> Optional.of(e.root());
            case Extended e -> Optional.of(e.root());
            case Practised ignored -> Optional.empty();
            case Part ignored -> Optional.empty();
            case Told ignored -> Optional.empty();
        };
    }
}
