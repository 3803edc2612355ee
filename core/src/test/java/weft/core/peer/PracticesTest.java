package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.entry.Writing;
import weft.core.view.Name;
import weft.core.view.PracticeCard;
import weft.core.view.PracticeView;
import weft.core.view.Ref;
import weft.primitives.Bytes;
import weft.wire.event.Tag;

/** Practices between nodes: written, revised, told of, kept, carried, and what is being written. */
class PracticesTest {
    private static final long DAY = 86_400;

    private final World world = new World();
    private TinyNode amina;
    private TinyNode ben;
    private Bytes circle;

    @BeforeEach
    void two() {
        amina = world.node("amina");
        ben = world.node("ben");
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, ben);
    }

    private static Writing soup(String text) {
        return new Writing("Soup for many", "en", List.of(Tag.of("t", "food")), text);
    }

    private Ref post(TinyNode node, Bytes where, Writing writing) {
        Ref ref = ((Outcome.DoneThread) node.wish(new Command.PracticePost(where, "", writing, Bytes.EMPTY))).ref();
        world.pass(5);
        return ref;
    }

    private PracticeCard only(TinyNode node, Bytes where) {
        List<PracticeCard> cards = node.views().practices(where);
        assertThat(cards).hasSize(1);
        return cards.getFirst();
    }

    @Test
    void whatOneWritesTheOtherReads() {
        Ref ref = post(amina, circle, soup("word ".repeat(20_000)));

        PracticeCard card = only(ben, circle);
        assertThat(card.ref()).isEqualTo(ref);
        assertThat(card.writing()).isEqualTo(soup("word ".repeat(20_000)));
        assertThat(card.mine()).isFalse();
        assertThat(card.kept()).isFalse();
        assertThat(only(amina, circle).mine()).isTrue();
        assertThat(only(amina, circle).kept()).isTrue();
        assertThat(world.titles(ben, circle)).as("a practice is no need").isEmpty();
    }

    @Test
    void onlyItsWriterChangesIt() {
        Ref ref = post(amina, circle, soup("Boil."));
        assertThat(ben.wish(new Command.PracticeRevise(ref, soup("Burn."), Bytes.EMPTY))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_YOURS));

        amina.wish(new Command.PracticeRevise(ref, soup("Boil well."), Bytes.EMPTY));
        world.pass(5);

        assertThat(only(ben, circle).writing().text()).isEqualTo("Boil well.");
    }

    @Test
    void theIndexFindsItsWordsAndForgetsThem() {
        Ref ref = post(amina, circle, soup("Boil the lentils."));
        assertThat(ben.views().practicesWith(circle, "LENTIL boil", false)).containsExactly(ref.root());
        assertThat(ben.views().practicesWith(circle, "lentils bicycle", false)).isEmpty();
        assertThat(ben.views().practicesWith(circle, "len", false)).isEmpty();
        assertThat(ben.views().practicesWith(circle, "len", true)).as("still being typed").containsExactly(ref.root());
        assertThat(ben.views().practicesWith(circle, "…!", false)).as("no word").isEmpty();
        assertThat(ben.views().practicesWith(Bytes.EMPTY, "lentils", false)).as("no such circle").isEmpty();

        amina.wish(new Command.PracticeRevise(ref, soup("Boil the beans."), Bytes.EMPTY));
        world.pass(5);
        assertThat(ben.views().practicesWith(circle, "lentils", false)).isEmpty();
        assertThat(ben.views().practicesWith(circle, "beans", false)).containsExactly(ref.root());

        amina.wish(new Command.PracticeKeep(ref, false));
        days(370);
        assertThat(ben.views().practicesWith(circle, "beans", false)).isEmpty();
    }

    @Test
    void whatNobodyKeepsFades() {
        Ref ref = post(amina, circle, soup("Boil."));
        amina.wish(new Command.PracticeKeep(ref, false));
        days(370);

        assertThat(amina.views().practices(circle)).isEmpty();
        assertThat(ben.views().practices(circle)).isEmpty();
    }

    @Test
    void itsWriterRenewsItUnderTheSameVoice() {
        Ref ref = post(amina, circle, soup("Boil."));
        days(370);

        assertThat(only(ben, circle).ref()).isEqualTo(ref);
        assertThat(only(amina, circle).mine()).isTrue();
        assertThat(only(ben, circle).lastDay().number() - world.today().number()).isBetween(300, 365);
    }

    @Test
    void whoKeepsItRenewsItWhenItsWriterIsGone() {
        Ref ref = post(amina, circle, soup("Boil."));
        assertThat(ben.wish(new Command.PracticeKeep(ref, true))).isEqualTo(new Outcome.Done());
        amina.on = false;
        days(370);

        PracticeCard card = only(ben, circle);
        assertThat(card.writing().text()).isEqualTo("Boil.");
        assertThat(card.ref()).as("a fresh voice").isNotEqualTo(ref);
        assertThat(card.kept()).isTrue();
    }

    @Test
    void twoWhoKeepItRenewItOnce() {
        TinyNode caro = world.node("caro");
        world.join(amina, circle, caro);
        Ref ref = post(amina, circle, soup("Boil."));
        ben.wish(new Command.PracticeKeep(ref, true));
        caro.wish(new Command.PracticeKeep(ref, true));
        amina.on = false;
        days(400);

        long entries = ben.peer.state().circle(circle).orElseThrow().shelf.practices().size();
        assertThat(entries).isEqualTo(1);
        assertThat(only(ben, circle).ref()).isEqualTo(only(caro, circle).ref());
        assertThat(List.of(only(ben, circle).mine(), only(caro, circle).mine())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void accountsAreNewestFirstAndCanBeTakenBack() {
        Ref ref = post(amina, circle, soup("Boil."));
        ben.wish(new Command.PracticeTell(ref, "We were seventy."));
        // Entries bear the day alone, so that is how fine the order is.
        world.pass(24 * 3_600);
        amina.wish(new Command.PracticeTell(ref, "Rice is better."));
        world.pass(5);

        PracticeView view = ben.views().practice(ref).orElseThrow();
        assertThat(view.accounts()).extracting(PracticeView.Account::text).containsExactly("Rice is better.", "We were seventy.");
        assertThat(view.accounts().getFirst().by()).isInstanceOf(Name.Stranger.class);
        assertThat(view.accounts().getLast().mine()).isTrue();

        assertThat(amina.wish(new Command.PracticeUntell(new Ref(circle, view.accounts().getLast().voice()))))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_YOURS));
        ben.wish(new Command.PracticeUntell(new Ref(circle, view.accounts().getLast().voice())));
        world.pass(5);
        assertThat(amina.views().practice(ref).orElseThrow().accounts()).extracting(PracticeView.Account::text).containsExactly("Rice is better.");
    }

    @Test
    void carriedIntoAnotherCircleItKeepsItsNameAndNothingElseOfItsVoice() {
        Ref ref = post(amina, circle, soup("Boil."));
        Bytes other = world.circle(ben, "Harbour");
        Ref there = ((Outcome.DoneThread) ben.wish(new Command.PracticeCarry(ref, other))).ref();

        PracticeCard card = only(ben, other);
        assertThat(card.name()).isEqualTo(only(ben, circle).name());
        assertThat(card.version()).isEqualTo(only(ben, circle).version());
        assertThat(there.root()).isNotEqualTo(ref.root());
        assertThat(((Outcome.DoneThread) ben.wish(new Command.PracticeCarry(ref, other))).ref()).as("once is enough").isEqualTo(there);
    }

    @Test
    void aKeptPracticeGoesAlongIntoAFreshCircle() {
        Ref ref = post(amina, circle, soup("Boil."));
        ben.wish(new Command.PracticeKeep(ref, true));
        Bytes fresh = ((Outcome.DoneCircle) ben.wish(new Command.CircleRegroup(circle, "Mill Lane", List.of()))).circle();
        world.pass(DAY);

        assertThat(only(ben, fresh).writing().text()).isEqualTo("Boil.");
    }

    @Test
    void draftsSurviveACrashAndGoWhenPosted() {
        Bytes id = ((Outcome.DoneDraft) amina.wish(new Command.DraftKeep(Bytes.EMPTY, Optional.empty(), soup("Bo")))).id();
        amina.wish(new Command.DraftKeep(id, Optional.empty(), soup("Boil. ".repeat(12_000))));
        amina.restart();

        assertThat(amina.views().drafts()).singleElement().satisfies(draft -> assertThat(draft.writing()).isEqualTo(soup("Boil. ".repeat(12_000))));
        amina.wish(new Command.PracticePost(circle, "", soup("Boil."), id));
        assertThat(amina.views().drafts()).isEmpty();
        assertThat(amina.wish(new Command.DraftKeep(id, Optional.empty(), soup("x")))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_DRAFT));
    }

    @Test
    void aTextThatDoesNotFitIsRefused() {
        assertThat(amina.wish(new Command.PracticePost(circle, "", soup("word ".repeat(200_000)), Bytes.EMPTY)))
                .isEqualTo(new Outcome.Refused(Outcome.Refusal.TOO_LONG));
        assertThat(amina.views().practices(circle)).isEmpty();
    }

    @Test
    void whatIsKeptSurvivesARestart() {
        Ref ref = post(amina, circle, soup("Boil."));
        ben.wish(new Command.PracticeKeep(ref, true));
        ben.restart();
        assertThat(only(ben, circle).kept()).isTrue();
    }

    private void days(int days) {
        for (int i = 0; i < days; i++) {
            world.pass(DAY);
        }
    }
}
