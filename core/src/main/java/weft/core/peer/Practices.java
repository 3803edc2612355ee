package weft.core.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weft.core.circle.PracticeState;
import weft.core.entry.Entry;
import weft.core.entry.EntryDrafts;
import weft.core.entry.EntryLimits;
import weft.core.entry.Writing;
import weft.core.key.Leaf;
import weft.core.view.DraftView;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.event.Day;
import weft.wire.event.Draft;

/**
 * Practices: written, revised, carried, told of; and kept. What somebody keeps is said again for a later day before its last day
 * comes: by the voice that wrote it where that is this node's, else by a fresh voice under the same name. Who keeps what is on
 * each one's own node alone; whoever is first renews it for all, each at a moment of its own, so that no two are seen as one person's.
 */
final class Practices {
    /** For how many days words are said. */
    static final int LASTS_DAYS = 365;
    /** How many days before the end the writer's own node renews. */
    static final int OWN_WINDOW_DAYS = 60;
    /** How many days before the end others do, where the writer's has not. */
    static final int OTHERS_WINDOW_DAYS = 40;
    private static final int OWN_WITHIN_SECONDS = 14 * 86_400;
    private static final int OTHERS_WITHIN_SECONDS = 30 * 86_400;
    private static final int AT_LATEST_DAYS = 5;
    private static final long LOOK_SECONDS = 3_600;
    /** Drafts on one node. */
    static final int DRAFTS = 50;
    /** Characters of all drafts together. */
    static final int DRAFT_CHARACTERS = 2_000_000;

    private final PeerState state;
    private final Primitives p;
    private final Map<Bytes, Long> due = new HashMap<>();
    private long nextLook;

    Practices(PeerState state) {
        this.state = state;
        this.p = state.primitives;
    }

    long nextLook() {
        return nextLook;
    }

    /** Something may have to be kept: look at the next step. */
    void lookSoon() {
        nextLook = 0;
    }

    /** A new practice on a circle's shelf, kept by who wrote it. */
    void post(Step step, Links links, Membership circle, String given, Writing writing, Bytes draft) {
        String name = given.isEmpty() ? step.entropy.next(EntryLimits.NAME_BYTES).hex() : given;
        Optional<Ref> ref = place(step, links, circle, name, writing, step.now);
        if (ref.isPresent()) {
            drop(step, draft);
            step.outcome(new Outcome.DoneThread(ref.get()));
        }
    }

    /** A practice into another circle, with its name, so that its family finds together. */
    void carry(Step step, Links links, Membership from, Bytes voice, Membership to) {
        Optional<PracticeState> practice = from.shelf.practice(voice);
        if (practice.isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_PRACTICE);
            return;
        }
        Optional<PracticeState> there = longest(to, practice.get());
        if (there.isPresent()) {
            to.kept.add(there.get().voice());
            step.undo(() -> to.kept.remove(there.get().voice()));
            step.keep();
            step.outcome(new Outcome.DoneThread(new Ref(to.address, there.get().voice())));
            return;
        }
        place(step, links, to, practice.get().name(), practice.get().writing(), practice.get().writtenAt())
                .ifPresent(ref -> step.outcome(new Outcome.DoneThread(ref)));
    }

    /** Says a practice under a fresh voice; nothing where the step was refused. */
    private Optional<Ref> place(Step step, Links links, Membership circle, String name, Writing writing, long writtenAt) {
        Day lastDay = Day.at(step.now).plus(LASTS_DAYS);
        Voice voice = Voice.first(p, p.freshKey(step.entropy), lastDay);
        Leaf leaf = new Leaf(lastDay, Speaking.slot(step.entropy));
        Speaking speaking = new Speaking(step, circle);
        say(speaking, circle, new EntryDrafts.By(voice.publicKey(), writtenAt, leaf), voice, name, 0, writing);
        if (Posting.refused(step, speaking)) {
            voice.secret().destroy();
            return Optional.empty();
        }
        Posting.speakFirst(step, circle, voice);
        circle.kept.add(voice.publicKey());
        step.undo(() -> circle.kept.remove(voice.publicKey()));
        speaking.finish(links);
        return Optional.of(new Ref(circle.address, voice.publicKey()));
    }

    private static void say(Speaking speaking, Membership circle, EntryDrafts.By by, Voice voice, String name, int revision, Writing writing) {
        List<Draft> drafts = circle.drafts.practised(by, name, revision, writing);
        if (drafts.size() > EntryLimits.PARTS) {
            speaking.trouble(Outcome.Refusal.TOO_LONG);
            return;
        }
        for (Draft draft : drafts) {
            speaking.say(draft, voice.secret(), by.leaf());
        }
    }

    /** Changes the words of one's own practice. */
    void revise(Step step, Links links, Membership circle, Bytes voiceKey, Writing writing, Bytes draft) {
        Optional<PracticeState> practice = circle.shelf.practice(voiceKey);
        Voice voice = circle.voices.get(voiceKey);
        if (practice.isEmpty() || voice == null || !voice.isFirst()) {
            step.refuse(practice.isEmpty() ? Outcome.Refusal.NO_SUCH_PRACTICE : Outcome.Refusal.NOT_YOURS);
            return;
        }
        Leaf leaf = practice.get().leaves().getLast();
        if (again(step, links, circle, practice.get(), voice, writing, step.now, leaf)) {
            drop(step, draft);
            step.outcome(new Outcome.DoneThread(new Ref(circle.address, voiceKey)));
        }
    }

    private boolean again(Step step, Links links, Membership circle, PracticeState practice, Voice voice, Writing writing, long writtenAt, Leaf leaf) {
        Speaking speaking = new Speaking(step, circle);
        int revision = Math.min(practice.revision() + 1, EntryLimits.REVISION);
        say(speaking, circle, new EntryDrafts.By(voice.publicKey(), writtenAt, leaf), voice, practice.name(), revision, writing);
        if (Posting.refused(step, speaking)) {
            return false;
        }
        circle.voices.put(voice.thread(), voice.until(leaf.day()));
        step.undo(() -> circle.voices.put(voice.thread(), voice));
        step.keep();
        speaking.finish(links);
        return true;
    }

    /** Keeps a practice, or keeps it no more. */
    void keep(Step step, Membership circle, Bytes voice, boolean on) {
        if (circle.shelf.practice(voice).isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_PRACTICE);
            return;
        }
        PracticeState practice = circle.shelf.practice(voice).orElseThrow();
        List<Bytes> before = List.copyOf(circle.kept);
        if (on) {
            circle.kept.add(voice);
        } else {
            same(circle, practice).forEach(one -> circle.kept.remove(one.voice()));
        }
        step.undo(() -> {
            circle.kept.clear();
            circle.kept.addAll(before);
        });
        step.keep();
        step.show(circle.address);
        lookSoon();
        step.outcome(new Outcome.Done());
    }

    /** Tells how a practice went, in a thread of its own. */
    void tell(Step step, Links links, Membership circle, Bytes practiceVoice, String text) {
        Optional<PracticeState> practice = circle.shelf.practice(practiceVoice);
        if (practice.isEmpty()) {
            step.refuse(Outcome.Refusal.NO_SUCH_PRACTICE);
            return;
        }
        Day lastDay = Day.at(step.now).plus(LASTS_DAYS);
        Voice voice = Voice.first(p, p.freshKey(step.entropy), lastDay);
        Leaf leaf = new Leaf(lastDay, Speaking.slot(step.entropy));
        Speaking speaking = new Speaking(step, circle);
        if (speaking.fits(text.strip())) {
            speaking.say(circle.drafts.told(new EntryDrafts.By(voice.publicKey(), step.now, leaf), practice.get().name(), 0, text.strip()), voice.secret(),
                    leaf);
        }
        if (Posting.refused(step, speaking)) {
            voice.secret().destroy();
            return;
        }
        Posting.speakFirst(step, circle, voice);
        speaking.finish(links);
        step.outcome(new Outcome.DoneThread(new Ref(circle.address, practiceVoice)));
    }

    /** Takes back one's own account. */
    void untell(Step step, Links links, Membership circle, Bytes voiceKey) {
        Optional<Entry.Told> account = circle.shelf.account(voiceKey);
        Voice voice = circle.voices.get(voiceKey);
        if (account.isEmpty() || voice == null || !voice.isFirst()) {
            step.refuse(account.isEmpty() ? Outcome.Refusal.NO_SUCH_ENTRY : Outcome.Refusal.NOT_YOURS);
            return;
        }
        Leaf leaf = account.get().head().leaf();
        Speaking speaking = new Speaking(step, circle);
        int revision = Math.min(account.get().revision() + 1, EntryLimits.REVISION);
        speaking.say(circle.drafts.told(new EntryDrafts.By(voiceKey, step.now, leaf), account.get().practice(), revision, ""), voice.secret(), leaf);
        if (!Posting.refused(step, speaking)) {
            speaking.finish(links);
            step.outcome(new Outcome.Done());
        }
    }

    /** Saves what the reader is writing; a fresh draft where the id is none. */
    void draft(Step step, Bytes id, Optional<Ref> revises, Writing writing) {
        DraftView before = state.drafts.get(id);
        if (id.size() > 0 && before == null) {
            step.refuse(Outcome.Refusal.NO_SUCH_DRAFT);
            return;
        }
        long others = state.drafts.values().stream().filter(one -> !one.id().equals(id)).mapToLong(one -> size(one.writing())).sum();
        if (others + size(writing) > DRAFT_CHARACTERS || before == null && state.drafts.size() >= DRAFTS) {
            step.refuse(Outcome.Refusal.TOO_LONG);
            return;
        }
        Bytes key = before == null ? step.entropy.next(EntryLimits.NAME_BYTES) : id;
        state.drafts.put(key, new DraftView(key, before == null ? revises : before.revises(), writing, step.now));
        step.undo(() -> {
            if (before == null) {
                state.drafts.remove(key);
            } else {
                state.drafts.put(key, before);
            }
        });
        step.keep();
        step.outcome(new Outcome.DoneDraft(key));
    }

    private static long size(Writing writing) {
        return writing.text().length() + writing.title().length() + writing.fields().stream().mapToLong(tag -> 20L * tag.values().size()).sum();
    }

    /** Throws a draft away. */
    void dropDraft(Step step, Bytes id) {
        if (!state.drafts.containsKey(id)) {
            step.refuse(Outcome.Refusal.NO_SUCH_DRAFT);
            return;
        }
        drop(step, id);
        step.outcome(new Outcome.Done());
    }

    private void drop(Step step, Bytes id) {
        DraftView gone = state.drafts.remove(id);
        if (gone != null) {
            step.undo(() -> state.drafts.put(id, gone));
            // Thrown away, it should be readable nowhere any more.
            step.keepDestroying();
        }
    }

    /** What an own node has on its shelf goes along into a fresh circle. */
    void carryOver(Step step, Links links, Membership old, Membership fresh, Bytes voice) {
        old.shelf.practice(voice).filter(practice -> longest(fresh, practice).isEmpty()).ifPresent(practice ->
                place(step, links, fresh, practice.name(), practice.writing(), practice.writtenAt()));
    }

    /** Renews what it is time for. */
    void tend(Step step, Links links) {
        if (!state.ready || state.jumped || step.now < nextLook) {
            return;
        }
        nextLook = step.now + LOOK_SECONDS;
        for (Membership circle : state.circles.values()) {
            for (Bytes voice : List.copyOf(circle.kept)) {
                look(step, links, circle, voice);
            }
        }
    }

    private void look(Step step, Links links, Membership circle, Bytes voice) {
        Optional<PracticeState> found = circle.shelf.practice(voice).filter(practice -> !circle.isOver(practice.lastDay()));
        if (found.isEmpty()) {
            change(step, circle, voice, Optional.empty());
            return;
        }
        PracticeState practice = found.get();
        Voice own = circle.voices.get(voice);
        boolean mine = own != null && own.isFirst();
        PracticeState longest = longest(circle, practice).orElse(practice);
        if (!mine && longest.lastDay().compareTo(practice.lastDay()) > 0) {
            change(step, circle, voice, Optional.of(longest.voice()));
            return;
        }
        int left = practice.lastDay().number() - Day.at(step.now).number();
        if (left > (mine ? OWN_WINDOW_DAYS : OTHERS_WINDOW_DAYS)) {
            due.remove(voice);
            return;
        }
        long at = due.computeIfAbsent(voice, ignored -> step.now + step.entropy.below(mine ? OWN_WITHIN_SECONDS : OTHERS_WITHIN_SECONDS));
        if (step.now < at && left > AT_LATEST_DAYS) {
            return;
        }
        due.remove(voice);
        if (own != null && mine) {
            Leaf later = new Leaf(Day.at(step.now).plus(LASTS_DAYS), practice.leaves().getLast().slot());
            again(step, links, circle, practice, own, practice.writing(), practice.writtenAt(), later);
        } else if (place(step, links, circle, practice.name(), practice.writing(), practice.writtenAt()).isPresent()) {
            change(step, circle, voice, Optional.empty());
        }
    }

    private static void change(Step step, Membership circle, Bytes before, Optional<Bytes> after) {
        List<Bytes> all = List.copyOf(circle.kept);
        circle.kept.remove(before);
        after.ifPresent(circle.kept::add);
        step.undo(() -> {
            circle.kept.clear();
            circle.kept.addAll(all);
        });
        step.keep();
    }

    /** All that bear the same name and the same words in a circle. */
    static List<PracticeState> same(Membership circle, PracticeState practice) {
        List<PracticeState> all = new ArrayList<>();
        for (PracticeState other : circle.shelf.practices()) {
            if (other.name().equals(practice.name()) && other.version().equals(practice.version())) {
                all.add(other);
            }
        }
        return all;
    }

    private static Optional<PracticeState> longest(Membership circle, PracticeState practice) {
        return same(circle, practice).stream().filter(one -> !circle.isOver(one.lastDay()))
                .max(Comparator.comparing(PracticeState::lastDay).thenComparing(PracticeState::voice));
    }
}
