package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import weft.core.entry.Entry;
import weft.core.view.BoardQuery;
import weft.core.view.Name;
import weft.core.view.Ref;
import weft.core.view.Stage;
import weft.core.view.ThreadView;
import weft.core.view.News;
import weft.primitives.Bytes;
import weft.primitives.Secret;
import weft.wire.event.Envelope;
import weft.wire.event.Event;
import weft.wire.json.Checked;

/** One need travels from one person to another and is forgotten. */
class StoryTest {
    private static final String ADDRESS = "3 Mill Lane, second floor, ring twice";

    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final TinyNode cleo = world.node("cleo");

    @Test
    void theWholeStory() {
        tell(world::settle);
    }

    @Test
    void theWholeStoryWithRestartsAtEveryStep() {
        tell(() -> {
            world.nodes.forEach(TinyNode::restart);
            world.pass(10);
        });
    }

    @Test
    void theWholeStoryWithARelayThatDoublesAndBreaks() {
        world.relay().doubled = 50;
        tell(() -> {
            world.relay().breakAll();
            world.pass(20);
        });
    }

    private void tell(Runnable between) {
        Bytes circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        between.run();
        world.join(bo, circle, cleo);
        between.run();

        Ref need = ((Outcome.DoneThread) amina.wish(new Command.Post(circle, World.ask("Soup for four"), world.today().plus(2), ADDRESS))).ref();
        between.run();
        for (TinyNode node : world.nodes) {
            assertThat(World.titles(node, circle)).containsExactly("Soup for four");
        }
        assertThat(card(amina, circle).by()).isEqualTo(new Name.Me());
        assertThat(card(bo, circle).by()).isInstanceOf(Name.Stranger.class);
        assertThat(World.aside(view(amina, need))).containsExactly(ADDRESS);
        assertThat(view(bo, need).aside()).isEmpty();

        assertThat(bo.wish(new Command.Answer(need, "I cook on Tuesdays"))).isEqualTo(new Outcome.Done());
        between.run();
        ThreadView.AnswerView answer = view(amina, need).answers().getFirst();
        assertThat(answer.text()).isEqualTo("I cook on Tuesdays");
        assertThat(view(bo, need).answers()).extracting(ThreadView.AnswerView::text).containsExactly("I cook on Tuesdays");
        assertThat(view(cleo, need).answers()).isEmpty();
        assertThat(card(amina, circle).stage()).isEqualTo(Stage.ANSWERED);
        assertThat(card(cleo, circle).stage()).isEqualTo(Stage.OPEN);
        assertThat(amina.news).containsExactly(News.ANSWERED);

        assertThat(bo.wish(new Command.Admit(need, answer.voice()))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_YOURS));
        assertThat(amina.wish(new Command.Admit(need, answer.voice()))).isEqualTo(new Outcome.Done());
        between.run();
        assertThat(bo.news).contains(News.LET_IN);
        assertThat(World.aside(view(bo, need))).containsExactly(ADDRESS);
        assertThat(view(cleo, need).aside()).isEmpty();
        assertThat(card(cleo, circle).stage()).isEqualTo(Stage.IN_HAND);

        assertThat(bo.wish(new Command.SayAside(need, "On my way"))).isEqualTo(new Outcome.Done());
        assertThat(cleo.wish(new Command.SayAside(need, "Me too"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_INSIDE));
        between.run();
        assertThat(World.aside(view(amina, need))).containsExactly(ADDRESS, "On my way");

        assertThat(amina.wish(new Command.Close(need, Entry.Ending.DONE))).isEqualTo(new Outcome.Done());
        between.run();
        for (TinyNode node : world.nodes) {
            assertThat(World.titles(node, circle)).isEmpty();
            assertThat(node.views().thread(need).orElseThrow().card().stage()).isEqualTo(Stage.DONE);
        }

        List<Event> everything = List.copyOf(world.relay().events.values());
        world.pass(2 * 86_400);
        between.run();
        world.pass(2 * 86_400);
        between.run();
        world.pass(2 * 86_400);
        between.run();
        world.pass(7_200);
        for (TinyNode node : world.nodes) {
            assertThat(node.views().thread(need)).isEmpty();
            assertThat(node.views().board(BoardQuery.of(circle, java.util.Optional.empty(), true))
                    .orElseThrow().threads()).isEmpty();
            assertThat(node.store.values()).noneMatch(event -> event.publicKey().equals(circle));
            assertThat(readable(node, everything)).isZero();
        }
    }

    /** What the keys that are left in a node's vault still open, whatever circle it is of. */
    private static int readable(TinyNode node, List<Event> events) {
        int[] count = {0};
        withKeys(node, state -> {
            assertThat(state.circles.values()).allSatisfy(circle -> assertThat(circle.voices).isEmpty());
            for (Event event : events) {
                Membership circle = state.circles.get(event.publicKey());
                if (circle != null && Envelope.of(event) instanceof Checked.Good<Envelope>(Envelope envelope)
                        && circle.keys.open(envelope) instanceof Checked.Good) {
                    count[0]++;
                }
            }
        });
        return count[0];
    }

    private static void withKeys(TinyNode node, Consumer<PeerState> look) {
        try (Secret content = TinyNode.P.keep(node.vault.toArray())) {
            PeerState state = VaultContent.read(TinyNode.P, content).orThrow();
            look.accept(state);
            state.destroy();
        }
    }

    private static weft.core.view.ThreadCard card(TinyNode node, Bytes circle) {
        return node.views().board(BoardQuery.all(circle)).orElseThrow().threads().getFirst();
    }

    private static ThreadView view(TinyNode node, Ref ref) {
        return node.views().thread(ref).orElseThrow();
    }
}
