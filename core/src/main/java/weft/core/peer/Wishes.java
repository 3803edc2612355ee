package weft.core.peer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.circle.AsideKeys;
import weft.core.circle.ThreadState;
import weft.core.entry.Ask;
import weft.core.entry.Asking;
import weft.core.entry.Doing;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryLimits;
import weft.core.entry.Joining;
import weft.core.entry.Listed;
import weft.core.entry.Writing;
import weft.core.invite.RelayAddress;
import weft.core.key.CircleKeys;
import weft.core.key.ForgettingTree;
import weft.core.key.Leaf;
import weft.core.view.NewsWays;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.event.Limits;

/** What a person wants, made into entries, secrets and effects; or the reason why it can't be done. */
final class Wishes {
    private final PeerState state;
    private final Primitives p;
    private final Links links;
    private final Intake intake;
    private final Inviting inviting;
    private final Forgetting forgetting;
    private final People people;
    private final Regrouping regrouping;
    private final Practices practices;
    private final Doings doings;
    private final Things things;

    Wishes(
            PeerState state, Links links, Inviting inviting, Forgetting forgetting, Intake intake, People people, Regrouping regrouping,
            Practices practices, Doings doings, Things things) {
        this.things = things;
        this.practices = practices;
        this.doings = doings;
        this.intake = intake;
        this.people = people;
        this.regrouping = regrouping;
        this.state = state;
        this.p = state.primitives;
        this.links = links;
        this.inviting = inviting;
        this.forgetting = forgetting;
    }

    void wish(Step step, Command command) {
        switch (command) {
            case Command.CircleNew(String name, List<String> relays, int graceDays) -> circleNew(step, name, relays, graceDays);
            case Command.CircleInvite(Bytes circle) -> inCircle(step, circle, known -> inviting.make(step, known));
            case Command.CircleJoin(String link, String name) -> join(step, link, name);
            case Command.InvitationToFile(Bytes id, Secret passphrase) -> inviting.toFile(step, id, passphrase);
            case Command.CircleJoinFile(String file, Secret passphrase, String name) ->
                inviting.following().open(step, file, passphrase).ifPresent(link -> join(step, link, name));
            case Command.CircleRename(Bytes circle, String name) -> inCircle(step, circle, known -> rename(step, known, name));
            case Command.Post(Bytes circle, Ask ask, Day lastDay, String aside) -> inCircle(step, circle, known -> post(step, known, ask, lastDay, aside));
            case Command.Revise(Ref thread, Ask ask) -> inThread(step, thread, (circle, known) -> revise(step, circle, known, ask));
            case Command.Answer(Ref thread, String text) -> inThread(step, thread, (circle, known) -> answer(step, circle, known, text));
            case Command.Admit(Ref thread, Bytes voice) -> inThread(step, thread, (circle, known) -> admit(step, circle, known, voice));
            case Command.SayAside(Ref thread, String text) -> inThread(step, thread, (circle, known) -> sayAside(step, circle, known, text));
            case Command.Withdraw(Ref thread, Bytes entry) -> inThread(step, thread, (circle, known) -> withdraw(step, circle, known, entry));
            case Command.Close(Ref thread, Entry.Ending ending) -> inThread(step, thread, (circle, known) -> close(step, circle, known, ending));
            case Command.Extend(Ref thread, Day lastDay) -> inThread(step, thread, (circle, known) -> extend(step, circle, known, lastDay));
            case Command.Hide(Ref thread) -> inThread(step, thread, (circle, known) -> hide(step, circle, known));
            case Command.Unhide(Ref thread) -> inThread(step, thread, (circle, known) -> unhide(step, circle, known));
            case Command.LetOut(Ref thread, Bytes voice) -> inThread(step, thread, (circle, known) -> letOut(step, circle, known, voice));
            case Command.AcquaintanceName(Bytes acquaintance, String name) -> state.acquaintance(acquaintance)
                    .ifPresentOrElse(two -> rename(step, two, name), () -> step.refuse(Outcome.Refusal.NO_SUCH_ACQUAINTANCE));
            case Command.TellNames(Bytes circle, boolean on) -> inCircle(step, circle, known -> people.tellNames(step, known, on));
            case Command.CircleLeave(Bytes circle) -> regrouping.leave(step, links, circle);
            case Command.CircleRegroup(Bytes circle, String name, List<Bytes> acquaintances) -> inCircle(step, circle, known ->
                    name(step, name).ifPresent(good -> regrouping.make(step, links, known, good, acquaintances)));
            case Command.CirclesHand(Bytes acquaintance) -> regrouping.handAll(step, links, acquaintance);
            case Command.RegroupFollow(Bytes offer, String name, List<Bytes> acquaintances) ->
                name(step, name).ifPresent(good -> regrouping.follow(step, links, offer, good, acquaintances));
            case Command.RegroupIgnore(Bytes offer) -> regrouping.ignore(step, offer);
            case Command.PracticePost(Bytes circle, String name, Writing writing, Bytes draft) ->
                inCircle(step, circle, known -> practices.post(step, links, known, name, writing, draft));
            case Command.PracticeRevise(Ref practice, Writing writing, Bytes draft) ->
                inCircle(step, practice.circle(), known -> practices.revise(step, links, known, practice.root(), writing, draft));
            case Command.PracticeKeep(Ref practice, boolean on) ->
                inCircle(step, practice.circle(), known -> practices.keep(step, known, practice.root(), on));
            case Command.PracticeCarry(Ref practice, Bytes to) -> inCircle(step, practice.circle(), from ->
                    inCircle(step, to, known -> practices.carry(step, links, from, practice.root(), known)));
            case Command.PracticeTell(Ref practice, String text) ->
                inCircle(step, practice.circle(), known -> practices.tell(step, links, known, practice.root(), text));
            case Command.PracticeUntell(Ref account) ->
                inCircle(step, account.circle(), known -> practices.untell(step, links, known, account.root()));
            case Command.DraftKeep(Bytes id, Optional<Ref> revises, Writing writing) -> practices.draft(step, id, revises, writing);
            case Command.DraftDrop(Bytes id) -> practices.dropDraft(step, id);
            case Command.DoingsNew(Bytes circle, List<Doing> some) -> inCircle(step, circle, known -> doings.begin(step, known, some));
            case Command.DoingRevise(Ref thread, Doing doing) -> inThread(step, thread, (circle, known) -> doings.revise(step, circle, known, doing));
            case Command.Join(Ref thread, LocalDate on, Joining.Part part, boolean always) ->
                inThread(step, thread, (circle, known) -> doings.join(step, circle, known, on, part, always));
            case Command.CantCome(Ref thread, LocalDate on, Joining.Part part) ->
                inThread(step, thread, (circle, known) -> doings.cantCome(step, circle, known, on, part));
            case Command.JoinNoMore(Ref thread, Joining.Part part) -> inThread(step, thread, (circle, known) -> doings.joinNoMore(step, circle, known, part));
            case Command.ListNew(Bytes circle, Listed listed) -> inCircle(step, circle, known -> things.list(step, known, listed));
            case Command.ListRevise(Ref thread, Listed listed) -> inThread(step, thread, (circle, known) -> things.revise(step, circle, known, listed));
            case Command.AskFor(Ref thing, Optional<Asking.Days> days, String text) ->
                inThread(step, thing, (circle, known) -> things.ask(step, circle, known, days, text));
            case Command.HaveIt(Ref thing, Asking.Days days) -> inThread(step, thing, (circle, known) -> things.haveIt(step, circle, known, days));
            case Command.NewsTake(List<Bytes> keys) -> state.tidings.take(step, keys);
            case Command.NewsSeen(Bytes key, boolean before) -> state.tidings.seen(step, key, before);
            case Command.NewsTell(NewsWays ways) -> state.tidings.ways(step, ways);
            case Command.Rest(Optional<LocalDate> until) -> doings.rest(step, until);
            case Command.CalendarAddress(boolean on) -> doings.calendarAddress(step, on);
            case Command.ConfirmDate() -> confirmDate(step);
            case Command.Carry(List<Envelope> envelopes) -> step.outcome(intake.carried(step, links, envelopes));
            case Command.PackInvitations() -> step.outcome(new Outcome.Packed(inviting.pack(step)));
            case Command.CarryInvitations(List<Event> events) -> step.outcome(inviting.carried(step, events));
            case Command.ChangePassphrase(Secret passphrase) -> changePassphrase(step, passphrase);
        }
    }

    private static void changePassphrase(Step step, Secret passphrase) {
        step.relock(passphrase);
        step.outcome(new Outcome.Done());
    }

    private void confirmDate(Step step) {
        forgetting.confirm(step);
        step.outcome(new Outcome.Done());
    }

    private interface InCircle {
        void go(Membership circle);
    }

    private interface InThread {
        void go(Membership circle, ThreadState thread);
    }

    private void inCircle(Step step, Bytes address, InCircle what) {
        state.circle(address).ifPresentOrElse(what::go, () -> step.refuse(Outcome.Refusal.NO_SUCH_CIRCLE));
    }

    private void inThread(Step step, Ref ref, InThread what) {
        inCircle(step, ref.circle(), circle -> circle.living(ref.root())
                .ifPresentOrElse(thread -> what.go(circle, thread), () -> step.refuse(Outcome.Refusal.NO_SUCH_THREAD)));
    }

    private static Optional<String> name(Step step, String text) {
        String name = text.strip();
        boolean plain = Bytes.utf8(name).text().equals(name);
        for (int i = 0; i < name.length(); i++) {
            plain &= name.charAt(i) >= 0x20 && (name.charAt(i) < 0x7f || name.charAt(i) > 0x9f);
        }
        if (name.isEmpty() || !plain || name.codePointCount(0, name.length()) > PeerLimits.NAME) {
            step.refuse(name.isEmpty() ? Outcome.Refusal.NO_NAME : plain ? Outcome.Refusal.TOO_LONG : Outcome.Refusal.MALFORMED);
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private void circleNew(Step step, String text, List<String> relays, int graceDays) {
        Optional<String> name = name(step, text);
        if (name.isEmpty()) {
            return;
        }
        if (relays.size() > RelayAddress.MOST || !relays.stream().allMatch(RelayAddress::isOne) || relays.stream().distinct().count() != relays.size()) {
            step.refuse(Outcome.Refusal.BAD_RELAY);
            return;
        }
        if (graceDays < 0 || graceDays > PeerLimits.GRACE_DAYS || state.circles.size() >= PeerLimits.CIRCLES) {
            step.refuse(Outcome.Refusal.MALFORMED);
            return;
        }
        ForgettingTree tree = ForgettingTree.create(p, step.entropy);
        CircleKeys keys = new CircleKeys(p, p.freshKey(step.entropy), tree);
        Membership circle = Membership.begin(state, step, keys, name.get(), relays, graceDays, false);
        step.keep();
        step.arrange();
        step.show(circle.address);
        step.outcome(new Outcome.DoneCircle(circle.address));
    }

    private void join(Step step, String link, String text) {
        Optional<String> name = name(step, text);
        if (name.isPresent()) {
            if (state.circles.size() + 1 >= PeerLimits.CIRCLES) {
                step.refuse(Outcome.Refusal.MALFORMED);
            } else {
                inviting.following().join(step, link, name.get());
            }
        }
    }

    private static void rename(Step step, Membership circle, String text) {
        name(step, text).ifPresent(name -> {
            String before = circle.name;
            circle.name = name;
            step.undo(() -> circle.name = before);
            step.keep();
            step.show(circle.address);
            step.outcome(new Outcome.Done());
        });
    }

    private boolean badDay(Step step, Membership circle, Day day) {
        Day today = Day.at(step.now);
        return day.compareTo(today) < 0 || day.number() > today.number() + Limits.DAYS_AHEAD || circle.isOver(day);
    }

    private void post(Step step, Membership circle, Ask ask, Day lastDay, String aside) {
        if (badDay(step, circle, lastDay)) {
            step.refuse(Outcome.Refusal.BAD_DAY);
            return;
        }
        Bytes root = Posting.post(step, links, circle, ask, lastDay, aside.isBlank() ? List.of() : List.of(aside.strip()));
        if (root.size() > 0) {
            step.outcome(new Outcome.DoneThread(new Ref(circle.address, root)));
        }
    }

    private void finish(Step step, Speaking speaking) {
        if (!Posting.refused(step, speaking)) {
            speaking.finish(links);
            step.outcome(new Outcome.Done());
        }
    }

    /** The voice with which this node began a thread, or a refusal. */
    private static Optional<Voice> firstVoice(Step step, Membership circle, ThreadState thread) {
        Optional<Voice> voice = circle.voiceIn(thread).filter(Voice::isFirst);
        if (voice.isEmpty()) {
            step.refuse(Outcome.Refusal.NOT_YOURS);
        }
        return voice;
    }

    private static boolean over(Step step, ThreadState thread) {
        boolean over = thread.closing().isPresent() || thread.lastDay().endsAt() <= step.now;
        if (over) {
            step.refuse(Outcome.Refusal.OVER);
        }
        return over;
    }

    private void revise(Step step, Membership circle, ThreadState thread, Ask ask) {
        Optional<Voice> voice = firstVoice(step, circle, thread);
        if (voice.isEmpty() || over(step, thread)) {
            return;
        }
        if (thread.ask().isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_THREAD);
            return;
        }
        Bytes name = Bytes.hex(thread.posted().name());
        Speaking speaking = new Speaking(step, circle);
        speaking.say(circle.drafts.posted(Posting.by(step, voice.get(), thread), name, thread.nextRevision(), ask), voice.get().secret(), thread.seat().leaf());
        finish(step, speaking);
    }

    private void answer(Step step, Membership circle, ThreadState thread, String text) {
        Optional<Voice> mine = circle.voiceIn(thread);
        if (mine.isPresent()) {
            step.refuse(mine.get().isFirst() ? Outcome.Refusal.YOUR_OWN : Outcome.Refusal.ALREADY_ANSWERED);
            return;
        }
        if (over(step, thread)) {
            return;
        }
        Voice voice = Voice.in(p, p.freshKey(step.entropy), thread.voice(), thread.lastDay());
        Speaking speaking = new Speaking(step, circle);
        speaking.sealTo(voice.secret(), thread.voice(), text.strip()).ifPresent(sealed ->
                speaking.say(circle.drafts.answered(Posting.by(step, voice, thread), thread.seat().root(), 0, sealed), voice.secret(), thread.seat().leaf()));
        if (Posting.refused(step, speaking)) {
            voice.secret().destroy();
            return;
        }
        Posting.speakFirst(step, circle, voice);
        speaking.finish(links);
        step.outcome(new Outcome.Done());
    }

    private void admit(Step step, Membership circle, ThreadState thread, Bytes other) {
        Optional<Voice> voice = firstVoice(step, circle, thread);
        if (voice.isEmpty() || over(step, thread)) {
            return;
        }
        if (thread.answerOf(other).isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_ENTRY);
            return;
        }
        if (thread.inside().contains(other)) {
            step.outcome(new Outcome.Done());
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        int generation = thread.generation();
        admission(step, speaking, circle, thread, voice.get(), other, generation);
        finish(step, speaking);
    }

    private void admission(Step step, Speaking speaking, Membership circle, ThreadState thread, Voice first, Bytes other, int generation) {
        AsideKeys.sealTo(p, first.secret(), other, generation, step.entropy.next(32)).ifPresent(sealed -> speaking.say(
                circle.drafts.admitted(Posting.by(step, first, thread), thread.seat().root(), other, generation, sealed),
                first.secret(), thread.seat().leaf()));
    }

    /** A key of a new generation, for all who stay; for the first voice itself where nobody does. */
    private void letOut(Step step, Membership circle, ThreadState thread, Bytes other) {
        Optional<Voice> voice = firstVoice(step, circle, thread);
        if (voice.isEmpty() || over(step, thread)) {
            return;
        }
        int generation = thread.generation() + 1;
        if (!thread.inside().contains(other) || generation > 255) {
            step.refuse(Outcome.Refusal.NO_SUCH_ENTRY);
            return;
        }
        List<Bytes> stay = new ArrayList<>(thread.inside());
        stay.remove(other);
        if (stay.isEmpty()) {
            stay.add(thread.voice());
        }
        Speaking speaking = new Speaking(step, circle);
        stay.forEach(one -> admission(step, speaking, circle, thread, voice.get(), one, generation));
        finish(step, speaking);
    }

    private void sayAside(Step step, Membership circle, ThreadState thread, String text) {
        Optional<Voice> voice = circle.voiceIn(thread).filter(mine -> thread.isInside(mine.publicKey()));
        if (voice.isEmpty()) {
            step.refuse(Outcome.Refusal.NOT_INSIDE);
            return;
        }
        if (thread.lastDay().endsAt() <= step.now) {
            step.refuse(Outcome.Refusal.OVER);
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        try (AsideKeys keys = AsideKeys.of(p, thread, voice.get().secret())) {
            if (keys.isEmpty()) {
                step.refuse(Outcome.Refusal.NOT_INSIDE);
                return;
            }
            EntryDrafts.By by = Posting.by(step, voice.get(), thread);
            if (speaking.fits(text.strip())) {
                keys.seal(step.entropy.next(32), text.strip()).ifPresent(sealed -> speaking.say(
                        circle.drafts.aside(by, thread.seat().root(), step.entropy.next(EntryLimits.NAME_BYTES), 0, thread.nextStep(), sealed),
                        voice.get().secret(), by.leaf()));
            }
        }
        finish(step, speaking);
    }

    private void withdraw(Step step, Membership circle, ThreadState thread, Bytes entry) {
        Optional<Voice> voice = circle.voiceIn(thread);
        List<Entry> own = new ArrayList<>();
        thread.answers().forEach(answer -> own.add(answer.entry()));
        thread.aside().forEach(words -> own.add(words.entry()));
        thread.closing().ifPresent(own::add);
        Optional<Entry> target = own.stream().filter(one -> one.head().id().equals(entry)).findFirst();
        if (target.isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_ENTRY);
            return;
        }
        if (voice.isEmpty() || !target.get().head().voice().equals(voice.get().publicKey())) {
            step.refuse(Outcome.Refusal.NOT_YOURS);
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        speaking.say(circle.drafts.withdrawn(Posting.by(step, voice.get(), thread), thread.seat().root(), entry), voice.get().secret(), thread.seat().leaf());
        finish(step, speaking);
    }

    private void close(Step step, Membership circle, ThreadState thread, Entry.Ending ending) {
        Optional<Voice> voice = firstVoice(step, circle, thread);
        if (voice.isEmpty() || over(step, thread)) {
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        speaking.say(circle.drafts.closed(Posting.by(step, voice.get(), thread), thread.seat().root(), step.entropy.next(EntryLimits.NAME_BYTES), ending),
                voice.get().secret(), thread.seat().leaf());
        finish(step, speaking);
        step.whenStored(forgetting::lookSoon);
        doings.lookSoon();
    }

    private void extend(Step step, Membership circle, ThreadState thread, Day lastDay) {
        Optional<Voice> voice = firstVoice(step, circle, thread);
        if (voice.isEmpty() || over(step, thread)) {
            return;
        }
        if (badDay(step, circle, lastDay) || lastDay.compareTo(thread.lastDay()) <= 0) {
            step.refuse(Outcome.Refusal.BAD_DAY);
            return;
        }
        Speaking speaking = new Speaking(step, circle);
        Moving.lead(speaking, circle, thread, voice.get(), step.now, new Leaf(lastDay, thread.seat().leaf().slot()));
        if (!Posting.refused(step, speaking)) {
            Moving.moved(step, circle, voice.get(), lastDay);
            speaking.finish(links);
            step.outcome(new Outcome.Done());
        }
    }

    private static void hide(Step step, Membership circle, ThreadState thread) {
        circle.hidden.put(thread.voice(), thread.lastDay());
        step.undo(() -> circle.hidden.remove(thread.voice()));
        step.keep();
        step.show(circle.address);
        step.outcome(new Outcome.Done());
    }

    private static void unhide(Step step, Membership circle, ThreadState thread) {
        Day until = circle.hidden.remove(thread.voice());
        if (until != null) {
            step.undo(() -> circle.hidden.put(thread.voice(), until));
            step.keep();
            step.show(circle.address);
        }
        step.outcome(new Outcome.Done());
    }
}
