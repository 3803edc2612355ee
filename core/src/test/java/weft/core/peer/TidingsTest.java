package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.entry.Entry;
import weft.core.view.News;
import weft.core.view.NewsView;
import weft.core.view.NewsWays;
import weft.core.view.Ref;
import weft.primitives.Bytes;

/** What came is told once, where the person wants it, and forgotten with its thread. */
class TidingsTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private Bytes circle = Bytes.EMPTY;
    private Ref need = new Ref(Bytes.EMPTY, Bytes.EMPTY);

    @BeforeEach
    void begin() {
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        need = post("A ladder");
    }

    private Ref post(String title) {
        Ref ref = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask(title), world.today().plus(10), "Number 14"))).ref();
        world.settle();
        return ref;
    }

    private void answer() {
        bo.wish(new Command.Answer(need, "I have one"));
        world.settle();
    }

    private List<Bytes> taken(TinyNode node) {
        return ((Outcome.Took) node.wish(new Command.NewsTake(node.views().news().stream().map(NewsView::key).toList()))).keys();
    }

    @Test
    void anAnswerIsToldOnceAlsoAfterARestartAndInTwoPages() {
        answer();
        assertThat(amina.news).containsExactly(News.ANSWERED);
        assertThat(amina.views().news()).singleElement().satisfies(one -> {
            assertThat(one.thread()).isEqualTo(need);
            assertThat(one.title()).isEqualTo("A ladder");
            assertThat(one.about()).isEqualTo(NewsView.About.ASK);
            assertThat(one.given()).isFalse();
            assertThat(one.hour() % 3_600).isZero();
        });
        assertThat(bo.views().news()).as("who answers is told nothing of it").isEmpty();
        List<Bytes> both = amina.views().news().stream().map(NewsView::key).toList();
        assertThat(((Outcome.Took) amina.wish(new Command.NewsTake(both))).keys()).as("the first page").isEqualTo(both);
        assertThat(((Outcome.Took) amina.wish(new Command.NewsTake(both))).keys()).as("the second page, which asked for the same").isEmpty();
        amina.restart();
        world.settle();
        assertThat(taken(amina)).isEmpty();
        assertThat(amina.news).as("and no page was told again").containsExactly(News.ANSWERED);
        assertThat(amina.views().news()).singleElement().satisfies(one -> assertThat(one.given()).isTrue());
    }

    @Test
    void whatThePersonDoesNotWantIsNotToldAndWhatTheyRestFromIsOnlyWrittenDown() {
        amina.wish(new Command.NewsTell(new NewsWays(true, 0, 0, Set.of(News.ANSWERED), Set.of())));
        answer();
        assertThat(amina.views().news()).isEmpty();
        amina.wish(new Command.NewsTell(new NewsWays(true, 0, 0, Set.of(), Set.of(circle))));
        need = post("Soup");
        answer();
        assertThat(amina.views().news()).isEmpty();
        amina.wish(new Command.NewsTell(new NewsWays(true, 0, 0, Set.of(), Set.of())));
        amina.wish(new Command.Rest(Optional.of(LocalDate.ofEpochDay(world.today().startsAt() / 86_400).plusDays(2))));
        need = post("Bread");
        answer();
        assertThat(amina.news).isEmpty();
        assertThat(amina.views().news()).singleElement().satisfies(one -> assertThat(one.given()).isTrue());
        assertThat(taken(amina)).isEmpty();
    }

    @Test
    void whatWasSeenStaysSeenAndWhatCameSinceDoesNot() {
        answer();
        Bytes first = amina.views().news().getFirst().key();
        Ref other = post("Soup");
        bo.wish(new Command.Answer(other, "Gladly"));
        world.settle();
        amina.wish(new Command.NewsSeen(first, true));
        assertThat(amina.views().news()).extracting(NewsView::seen).containsExactly(false, true);
        amina.restart();
        assertThat(amina.views().news()).extracting(NewsView::seen).containsExactly(false, true);
    }

    @Test
    void newsGoWithTheirThreadAndWithTheirCircle() {
        answer();
        Bytes key = amina.views().news().getFirst().key();
        Bytes voice = amina.peer.state().circles.get(circle).state.thread(need.root()).orElseThrow().voice();
        assertThat(amina.vault.hex()).as("the vault names the thread while it is told of").contains(key.hex(), voice.hex());
        amina.wish(new Command.Close(need, Entry.Ending.DONE));
        world.settle();
        world.pass(86_400 * 3);
        assertThat(amina.views().news()).isEmpty();
        assertThat(amina.vault.hex()).as("and no more once it is forgotten").doesNotContain(key.hex(), voice.hex());
        need = post("Soup");
        answer();
        assertThat(amina.views().news()).hasSize(1);
        amina.wish(new Command.NewsTell(new NewsWays(true, 0, 0, Set.of(), Set.of(circle))));
        amina.wish(new Command.CircleLeave(circle));
        assertThat(amina.views().newsWays().circlesOff()).isEmpty();
        assertThat(amina.views().news()).isEmpty();
    }

    @Test
    void whatIsOldGoesByItself() {
        amina.wish(new Command.Extend(need, world.today().plus(60)));
        world.settle();
        answer();
        assertThat(amina.views().news()).hasSize(1);
        for (int i = 0; i < 15; i++) {
            world.pass(86_400);
        }
        assertThat(amina.views().news()).isEmpty();
    }
}
