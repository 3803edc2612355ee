package weft.core.peer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Ask;
import weft.core.entry.Asking;
import weft.core.entry.Doing;
import weft.core.entry.Entry;
import weft.core.entry.Joining;
import weft.core.entry.Listed;
import weft.core.entry.Writing;
import weft.core.view.NewsWays;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;

/** What a person wants of their node. */
public sealed interface Command {
    /** Start a circle. */
    record CircleNew(String name, List<String> relays, int graceDays) implements Command {}

    /** Make an invitation into a circle. */
    record CircleInvite(Bytes circle) implements Command {}

    /** Follow an invitation's link. */
    record CircleJoin(String link, String name) implements Command {}

    /**
     * Write an invitation of one's own into a file; answered by {@link Outcome.DoneFile}.
     *
     * @param passphrase as it was typed into a form; the step destroys it
     */
    record InvitationToFile(Bytes id, Secret passphrase) implements Command {
        /** Without the passphrase. */
        @Override
        public String toString() {
            return "InvitationToFile[" + id + "]";
        }
    }

    /** Follow an invitation that came in a file; the step destroys the passphrase. */
    record CircleJoinFile(String file, Secret passphrase, String name) implements Command {
        /** Without what is in it. */
        @Override
        public String toString() {
            return "CircleJoinFile[]";
        }
    }

    /** Call a circle something else, on this node alone. */
    record CircleRename(Bytes circle, String name) implements Command {}

    /** Post a need or an offer; what is in {@code aside} (an address, say) is for those let in. */
    record Post(Bytes circle, Ask ask, Day lastDay, String aside) implements Command {}

    /** Change the words of one's own need or offer. */
    record Revise(Ref thread, Ask ask) implements Command {}

    /** Answer a need or an offer. */
    record Answer(Ref thread, String text) implements Command {}

    /** Let a voice that answered into the aside. */
    record Admit(Ref thread, Bytes voice) implements Command {}

    /** Say something in the aside. */
    record SayAside(Ref thread, String text) implements Command {}

    /** Take back an entry of one's own. */
    record Withdraw(Ref thread, Bytes entry) implements Command {}

    /** Say that one's own thread is over. */
    record Close(Ref thread, Entry.Ending ending) implements Command {}

    /** Move the last day of one's own thread further. */
    record Extend(Ref thread, Day lastDay) implements Command {}

    /** Show a thread no more on this node. */
    record Hide(Ref thread) implements Command {}

    /** Show a hidden thread again. */
    record Unhide(Ref thread) implements Command {}

    /** Let a voice out of the aside: a new key from now on, for all others inside. */
    record LetOut(Ref thread, Bytes voice) implements Command {}

    /** Call an acquaintance something, on this node alone. */
    record AcquaintanceName(Bytes acquaintance, String name) implements Command {}

    /** Whether acquaintances are told which voice in a circle is the reader's. */
    record TellNames(Bytes circle, boolean on) implements Command {}

    /** Leave a circle or an acquaintance: its keys are destroyed on this node. */
    record CircleLeave(Bytes circle) implements Command {}

    /** Go on in a fresh circle with these acquaintances, and with whom they bring; with all of them it is a renewal. */
    record CircleRegroup(Bytes circle, String name, List<Bytes> acquaintances) implements Command {}

    /** Hand every circle of this node, as it is, to an acquaintance that is another device of the same person. */
    record CirclesHand(Bytes acquaintance) implements Command {}

    /** Follow into a fresh circle, and hand it on to these acquaintances. */
    record RegroupFollow(Bytes offer, String name, List<Bytes> acquaintances) implements Command {}

    /** Put an offered circle aside; its keys are destroyed on this node. */
    record RegroupIgnore(Bytes offer) implements Command {}

    /** Begin doings: one, or several that were imported. Each lasts until its last occurrence, or 400 days at most. */
    record DoingsNew(Bytes circle, List<Doing> doings) implements Command {
        /** Keeps an unmodifiable copy. */
        public DoingsNew {
            doings = List.copyOf(doings);
        }
    }

    /** Change the words of one's own doing. */
    record DoingRevise(Ref thread, Doing doing) implements Command {}

    /**
     * Come to an occurrence of a doing.
     *
     * @param always whether the node shall put the reader down for it each time from now on
     */
    record Join(Ref doing, LocalDate on, Joining.Part part, boolean always) implements Command {}

    /** Can't come after all, this once. */
    record CantCome(Ref doing, LocalDate on, Joining.Part part) implements Command {}

    /** Be put down for it each time no longer; what one is down for already stays. */
    record JoinNoMore(Ref doing, Joining.Part part) implements Command {}

    /** Write a thing or a place into the catalogue. */
    record ListNew(Bytes circle, Listed listed) implements Command {}

    /** Change the words of a thing or a place of one's own writing. */
    record ListRevise(Ref thread, Listed listed) implements Command {}

    /** Ask for a thing, for some days or whenever it is free. */
    record AskFor(Ref thing, Optional<Asking.Days> days, String text) implements Command {}

    /** Say that a thing is with the reader, from a day until another. */
    record HaveIt(Ref thing, Asking.Days days) implements Command {}

    /** Give out these news for a desktop's notification, unless they were before; answered by {@link Outcome.Took}. */
    record NewsTake(List<Bytes> keys) implements Command {
        /** Keeps an unmodifiable copy. */
        public NewsTake {
            keys = List.copyOf(keys);
        }
    }

    /** The person has seen a piece of news; or all that came up to it. */
    record NewsSeen(Bytes key, boolean before) implements Command {}

    /** Of what, where and when to be told. */
    record NewsTell(NewsWays ways) implements Command {}

    /** Rest until a day has ended, or no longer. */
    record Rest(Optional<LocalDate> until) implements Command {}

    /** Give the calendar a fresh secret address for other programs on this machine, or none. */
    record CalendarAddress(boolean on) implements Command {}

    /**
     * Put a practice on a circle's shelf and keep it there.
     *
     * @param name 16 hex digits where it is to bear the name that it has elsewhere; empty for a fresh one
     * @param draft the draft that it was written in, which goes; {@link Bytes#EMPTY} where there was none
     */
    record PracticePost(Bytes circle, String name, Writing writing, Bytes draft) implements Command {}

    /** Change the words of one's own practice; {@code practice} names its voice. */
    record PracticeRevise(Ref practice, Writing writing, Bytes draft) implements Command {}

    /** Keep a practice, so that it does not fade; or keep it no more. */
    record PracticeKeep(Ref practice, boolean on) implements Command {}

    /** Carry a practice onto another circle's shelf. */
    record PracticeCarry(Ref practice, Bytes to) implements Command {}

    /** Tell how a practice went. */
    record PracticeTell(Ref practice, String text) implements Command {}

    /** Take back one's own account; {@code account} names its voice. */
    record PracticeUntell(Ref account) implements Command {}

    /** Save what is being written; {@link Bytes#EMPTY} for a fresh draft. */
    record DraftKeep(Bytes id, Optional<Ref> revises, Writing writing) implements Command {}

    /** Throw a draft away. */
    record DraftDrop(Bytes id) implements Command {}

    /** The date that the clock shows is right, after a jump. */
    record ConfirmDate() implements Command {}

    /**
     * Take in envelopes that were carried here by hand. Their signatures were checked by who read them; answered by {@link Outcome.Carried}.
     *
     * @param envelopes at most {@link PeerLimits#CARRIED_AT_ONCE}
     */
    record Carry(List<Envelope> envelopes) implements Command {
        /** Keeps an unmodifiable copy. */
        public Carry {
            envelopes = List.copyOf(envelopes);
        }
    }

    /** Give what a bundle has to bear besides envelopes: knocks of invitations followed here, marks of those used. Answered by {@link Outcome.Packed}. */
    record PackInvitations() implements Command {}

    /**
     * Take in what was carried here of invitations. Signatures were checked by who read them; answered by {@link Outcome.Carried}.
     *
     * @param events at most {@link PeerLimits#CARRIED_AT_ONCE}
     */
    record CarryInvitations(List<Event> events) implements Command {
        /** Keeps an unmodifiable copy. */
        public CarryInvitations {
            events = List.copyOf(events);
        }
    }

    /** Seal the vault under another passphrase. The secret is destroyed by who executes this. */
    record ChangePassphrase(Secret passphrase) implements Command {}
}
