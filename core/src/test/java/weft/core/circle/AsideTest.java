package weft.core.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static weft.core.entry.Maker.DRAFTS;
import static weft.core.entry.Maker.LEAF;
import static weft.core.entry.Maker.P;
import static weft.core.entry.Maker.by;
import static weft.core.entry.Maker.key;
import static weft.core.entry.Maker.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weft.core.entry.AskRules;
import weft.core.entry.Entry;
import weft.core.entry.EntryLimits;
import weft.core.entry.EntryReader;
import weft.core.entry.Maker;
import weft.core.key.Leaf;
import weft.core.key.Nip44;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Draft;

/** Answers, asides and moving, with real keys and through the reader: what is written here is what travels. */
class AsideTest {
    private final CircleState state = new CircleState();
    private final Bytes root = say("amina", LEAF, DRAFTS.posted(by("amina"), Bytes.hex("0102030405060708"), 0, Maker.fullAsk()));
    private int drawn;

    private Bytes nonce() {
        return P.sha256(Bytes.bigEndian(++drawn, 4));
    }

    private Bytes say(String voice, Leaf leaf, Draft draft) {
        Entry entry = EntryReader.read(P, Maker.sign(voice, draft).json(), Maker.CIRCLE, leaf).orThrow();
        assertThat(state.add(entry)).isTrue();
        return entry.head().id();
    }

    private Bytes answer(String voice, String text) {
        String sealed = Opening.sealAnswer(P, secret(voice), key("amina"), nonce(), text).orElseThrow();
        return say(voice, LEAF, DRAFTS.answered(by(voice), root, 0, sealed));
    }

    private void admit(String voice, int generation) {
        String sealed = AsideKeys.sealTo(P, secret("amina"), key(voice), generation, nonce()).orElseThrow();
        say("amina", LEAF, DRAFTS.admitted(by("amina"), root, key(voice), generation, sealed));
    }

    private Bytes aside(String voice, String text) {
        try (AsideKeys keys = AsideKeys.of(P, thread(), secret(voice))) {
            String sealed = keys.seal(nonce(), text).orElseThrow();
            return say(voice, LEAF, DRAFTS.aside(by(voice), root, nonce().slice(0, 8), 0, thread().nextStep(), sealed));
        }
    }

    private ThreadState thread() {
        return state.thread(root).orElseThrow();
    }

    private Opening opened(String voice) {
        return Opening.of(P, thread(), secret(voice));
    }

    @Test
    void anAnswerIsReadByTheFirstVoiceAndByItsWriterAlone() {
        Bytes ben = answer("ben", "I can come at six.");
        Bytes caro = answer("caro", "I have a van.");
        assertThat(opened("amina").answers()).containsOnlyKeys(ben, caro).containsEntry(ben, "I can come at six.");
        assertThat(opened("ben").answers()).containsOnlyKeys(ben);
        assertThat(opened("dora").answers()).isEmpty();
    }

    @Test
    void theAsideIsReadByThoseLetIn() {
        Bytes address = aside("amina", "12 Canal Street");
        answer("ben", "I can come at six.");
        assertThat(opened("ben").aside()).isEmpty();
        admit("ben", 0);
        Bytes thanks = aside("ben", "On my way");
        assertThat(opened("ben").aside()).containsEntry(address, "12 Canal Street").containsKey(thanks);
        assertThat(opened("amina").aside()).containsOnlyKeys(address, thanks);
        assertThat(opened("caro").aside()).isEmpty();
        assertThat(thread().aside()).extracting(words -> words.entry().head().id()).containsExactly(address, thanks);
        try (AsideKeys none = AsideKeys.of(P, thread(), secret("caro"))) {
            assertThat(none.isEmpty()).isTrue();
            assertThat(none.seal(nonce(), "hello")).isEmpty();
        }
    }

    @Test
    void whoIsLetOutReadsOnlyWhatWasSaidBefore() {
        admit("ben", 0);
        admit("caro", 0);
        Bytes before = aside("amina", "12 Canal Street");
        admit("caro", 1);
        Bytes after = aside("amina", "We moved the sofa to the yard");
        assertThat(opened("ben").aside()).containsOnlyKeys(before);
        assertThat(opened("caro").aside()).containsOnlyKeys(before, after);
        assertThat(opened("amina").aside()).containsOnlyKeys(before, after);
        assertThat(thread().inside()).containsExactly(key("caro"));
        Bytes fromOutside = aside("ben", "Where are you?");
        assertThat(opened("caro").aside()).containsKey(fromOutside);
    }

    @Test
    void aKeyOfOneGenerationIsNotThatOfAnother() {
        List<String> keys = IntStream.rangeClosed(0, EntryLimits.GENERATION).mapToObj(generation -> hex(AsideKeys.made(P, secret("amina"), generation)))
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(hex(AsideKeys.made(P, secret("ben"), 0))).isNotEqualTo(keys.getFirst());
    }

    private static String hex(Secret secret) {
        byte[] bytes = new byte[secret.size()];
        secret.copyTo(bytes, 0);
        return Bytes.of(bytes).hex();
    }

    @Test
    void whatDoesNotOpenOrIsNoProperTextIsLeftOut() {
        say("ben", LEAF, DRAFTS.answered(by("ben"), root, 0, Maker.sealed(99)));
        try (Secret conversation = Nip44.conversationKey(P, secret("caro"), key("amina")).orElseThrow()) {
            say("caro", LEAF, DRAFTS.answered(by("caro"), root, 0, Nip44.encrypt(P, conversation, nonce(), "bell \u0007")));
        }
        say("amina", LEAF, DRAFTS.admitted(by("amina"), root, key("dora"), 0, Maker.sealed(131)));
        assertThat(opened("amina").answers()).isEmpty();
        assertThat(thread().answers()).hasSize(2);
        try (AsideKeys none = AsideKeys.of(P, thread(), secret("dora"))) {
            assertThat(none.isEmpty()).isTrue();
        }
        assertThat(AskRules.sealable("")).isFalse();
        assertThat(AskRules.sealable("𝄞".repeat(8_000))).isFalse();
        assertThat(AskRules.sealable("𝄞".repeat(7_168))).isTrue();
    }

    @Test
    void theLongestSealedTextFitsIntoAnEntry() {
        Bytes longest = answer("ben", "𝄞".repeat(7_168));
        assertThat(opened("amina").answers()).containsKey(longest);
    }

    @Test
    void aThreadMovesAndIsReadOnUnderItsNewLeaf() {
        Bytes benAnswer = answer("ben", "I can come at six.");
        answer("caro", "I have a van.");
        admit("ben", 0);
        admit("caro", 0);
        aside("amina", "12 Canal Street");
        aside("ben", "On my way");
        say("caro", LEAF, DRAFTS.withdrawn(by("caro"), root, thread().answerOf(key("caro")).orElseThrow().entry().head().id()));

        Leaf later = Moving.leaf(thread(), LEAF.day().plus(30));
        assertThat(later.slot()).isEqualTo(LEAF.slot());
        Bytes newRoot = say("amina", later, Moving.seat(DRAFTS, thread(), later.day()));
        for (String voice : List.of("amina", "ben", "caro")) {
            List<Draft> anew = Moving.words(P, DRAFTS, thread(), key(voice), thread().seat());
            anew.forEach(draft -> say(voice, later, draft));
            assertThat(anew).hasSize(voice.equals("amina") ? 3 : 2);
            assertThat(Moving.words(P, DRAFTS, thread(), key(voice), thread().seat())).isEmpty();
        }
        ThreadState both = thread();
        assertThat(both.answers()).hasSize(2);
        assertThat(both.aside()).hasSize(2);
        List<String> readBefore = new ArrayList<>(opened("ben").aside().values());

        state.forget(LEAF);
        assertThat(state.waiting()).isZero();
        ThreadState moved = state.thread(newRoot).orElseThrow();
        assertThat(moved.ask()).isEqualTo(both.ask());
        assertThat(moved.leaves()).containsExactly(later);
        assertThat(moved.inside()).containsExactlyInAnyOrder(key("ben"), key("caro"));
        assertThat(moved.answerOf(key("caro")).orElseThrow().withdrawn()).isTrue();
        assertThat(moved.answerOf(key("ben")).orElseThrow().entry().head().id()).isNotEqualTo(benAnswer);
        assertThat(Opening.of(P, moved, secret("ben")).aside().values()).containsExactlyInAnyOrderElementsOf(readBefore).hasSize(2);
        assertThat(Opening.of(P, moved, secret("amina")).answers()).hasSize(2);
    }

    @Test
    void aPersonsWordsAreTheSameForEverybodyAndFromBothLists() {
        assertThat(TwoWords.of(key("amina"))).isEqualTo(TwoWords.of(key("amina"))).isNotEqualTo(TwoWords.of(key("ben")));
        assertThat(TwoWords.of(Bytes.hex("01".repeat(30) + "ff00"))).isEqualTo(new TwoWords(0xfe, 1));
        long different = IntStream.range(0, 200).mapToObj(i -> TwoWords.of(P.sha256(Bytes.bigEndian(i, 4)))).distinct().count();
        assertThat(different).isGreaterThan(195);
        assertThat(Optional.of(TwoWords.of(key("amina")))).hasValueSatisfying(words -> assertThat(words.first()).isBetween(0, 255));
    }
}
