package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.entry.Ask;
import weft.core.entry.Entry;
import weft.core.entry.Side;
import weft.core.find.Fit;
import weft.core.view.FindQuery;
import weft.core.view.FitView;
import weft.core.view.Ref;
import weft.primitives.Bytes;

/** The index follows what a node can read, and forgets with it. */
class FindingTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private Bytes circle = Bytes.EMPTY;

    @BeforeEach
    void begin() {
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
    }

    private static Ask ask(Side side, String title, String kind) {
        return new Ask(side, title, "", kind, Optional.empty(), Optional.empty(), Optional.empty(), List.of("fr"), false, List.of());
    }

    private Ref post(TinyNode node, Ask ask) {
        Ref ref = ((Outcome.DoneThread) node.wish(new Command.Post(circle, ask, world.today().plus(10), "Number 14, ring twice"))).ref();
        world.settle();
        return ref;
    }

    private static List<String> found(TinyNode node, String words) {
        return node.views().find(FindQuery.words(words)).found().stream().map(found -> found.card().ask().title()).toList();
    }

    @Test
    void whatComesIsFoundAndWhatIsRevisedIsFoundByItsNewWords() {
        Ref need = post(amina, ask(Side.NEED, "Crêpes for thirty", "food"));
        assertThat(found(bo, "crepe")).containsExactly("Crêpes for thirty");
        amina.wish(new Command.Revise(need, ask(Side.NEED, "Waffles for thirty", "food")));
        world.settle();
        assertThat(found(bo, "crepe")).isEmpty();
        assertThat(found(bo, "waffle")).containsExactly("Waffles for thirty");
        post(amina, ask(Side.NEED, "Waffle iron", "tools"));
        assertThat(found(bo, "waffle")).containsExactlyInAnyOrder("Waffles for thirty", "Waffle iron");
    }

    @Test
    void answersAndAsidesAreFoundByWhoCanReadThemAlone() {
        Ref need = post(amina, ask(Side.NEED, "Soup", "food"));
        assertThat(found(amina, "ring twice")).containsExactly("Soup");
        assertThat(found(bo, "ring twice")).isEmpty();
        bo.wish(new Command.Answer(need, "I have a samovar"));
        world.settle();
        assertThat(found(amina, "samovar")).containsExactly("Soup");
        assertThat(amina.views().find(FindQuery.words("samovar")).found().getFirst().inside()).isTrue();
        assertThat(found(bo, "samovar")).containsExactly("Soup");
    }

    @Test
    void anOfferThatFitsIsShownWithWhyUntilItIsOver() {
        Ref need = post(amina, ask(Side.NEED, "Soupe pour deux", "nourriture"));
        Ref offer = post(bo, ask(Side.OFFER, "Vegetable stew", "food"));
        post(bo, ask(Side.OFFER, "Old chairs", "furniture"));
        List<FitView> fits = amina.views().fits(need);
        assertThat(fits).singleElement().satisfies(fit -> {
            assertThat(fit.card().ask().title()).isEqualTo("Vegetable stew");
            assertThat(fit.fit().kind()).isEqualTo("food");
            assertThat(fit.fit().languages()).containsExactly("fr");
            assertThat(fit.fit().time()).isEqualTo(Fit.Time.OPEN);
        });
        assertThat(bo.views().fits(offer)).singleElement().satisfies(fit -> assertThat(fit.card().ask().title()).isEqualTo("Soupe pour deux"));
        bo.wish(new Command.Close(offer, Entry.Ending.DONE));
        world.settle();
        assertThat(amina.views().fits(need)).isEmpty();
        assertThat(amina.views().fits(offer)).isEmpty();
    }

    @Test
    void whatIsForgottenIsInTheIndexNoMoreWithoutAnybodyLooking() {
        Ref need = post(amina, ask(Side.NEED, "Crêpes for thirty", "food"));
        post(amina, ask(Side.NEED, "Chairs", "furniture"));
        assertThat(found(bo, "crepes")).hasSize(1);
        assertThat(bo.peer.state().finding.size()).isEqualTo(2);
        amina.wish(new Command.Close(need, Entry.Ending.DONE));
        world.pass(86_400 + 3_600 + 120 + 2 * 3_600);
        assertThat(bo.peer.state().finding.size()).isEqualTo(1);
        bo.wish(new Command.CircleLeave(circle));
        assertThat(bo.peer.state().finding.size()).isZero();
        world.pass(12 * 86_400);
        assertThat(amina.views().find(FindQuery.words("")).all()).isZero();
    }
}
