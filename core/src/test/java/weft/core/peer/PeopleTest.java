package weft.core.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.entry.Entry;
import weft.core.view.AcquaintanceCard;
import weft.core.view.BoardQuery;
import weft.core.view.Name;
import weft.core.view.Ref;
import weft.primitives.Bytes;

/** Names go to acquaintances and to nobody else, and go with the thread. */
class PeopleTest {
    private final World world = new World();
    private final TinyNode amina = world.node("amina");
    private final TinyNode bo = world.node("bo");
    private final TinyNode cleo = world.node("cleo");
    private Bytes circle = Bytes.EMPTY;

    @BeforeEach
    void begin() {
        circle = world.circle(amina, "Mill Lane");
        world.join(amina, circle, bo);
        world.join(bo, circle, cleo);
        name(amina, "Bo", 0);
        name(bo, "Amina", 0);
        name(bo, "Cleo", 1);
        name(cleo, "Bo", 0);
    }

    private static void name(TinyNode node, String name, int which) {
        AcquaintanceCard card = node.views().acquaintances().get(which);
        assertThat(node.wish(new Command.AcquaintanceName(card.address(), name))).isEqualTo(new Outcome.Done());
    }

    private Ref post(TinyNode node, String title) {
        return ((Outcome.DoneThread) node.wish(new Command.Post(circle, World.ask(title), world.today().plus(3), ""))).ref();
    }

    private Name by(TinyNode node) {
        return node.views().board(BoardQuery.all(circle)).orElseThrow().threads().getFirst().by();
    }

    @Test
    void anAcquaintanceSeesTheNameTheyGaveAndOthersSeeAStranger() {
        Ref soup = post(amina, "Soup");
        world.pass(PeerLimits.TELL_AFTER_SECONDS - 5);
        assertThat(by(bo)).isInstanceOf(Name.Stranger.class);
        world.pass(600);
        assertThat(by(amina)).isEqualTo(new Name.Me());
        assertThat(by(bo)).isEqualTo(new Name.Known("Amina"));
        assertThat(by(cleo)).isInstanceOf(Name.Stranger.class);
        cleo.wish(new Command.Answer(soup, "I can"));
        world.pass(600);
        assertThat(amina.views().thread(soup).orElseThrow().answers().getFirst().by()).isInstanceOf(Name.Stranger.class);
        bo.restart();
        assertThat(by(bo)).isEqualTo(new Name.Known("Amina"));
        amina.restart();
        int stored = bo.store.size();
        world.pass(3_600);
        assertThat(bo.store).as("told once, also after a start").hasSize(stored);
    }

    @Test
    void whereTheSwitchIsOffNobodyIsTold() {
        assertThat(amina.views().circle(circle).orElseThrow().tellsNames()).isTrue();
        amina.wish(new Command.TellNames(circle, false));
        amina.restart();
        assertThat(amina.views().circle(circle).orElseThrow().tellsNames()).isFalse();
        post(amina, "Soup");
        world.pass(3_600);
        assertThat(by(bo)).isInstanceOf(Name.Stranger.class);
    }

    @Test
    void aLaterAcquaintanceIsToldOfWhatIsOpen() {
        post(amina, "Soup");
        world.pass(600);
        TinyNode dia = world.node("dia");
        world.join(amina, circle, dia);
        world.pass(600);
        name(dia, "Amina A.", 0);
        assertThat(by(dia)).isEqualTo(new Name.Known("Amina A."));
        assertThat(dia.views().acquaintances().getFirst().shared()).containsExactly(circle);
        assertThat(dia.views().acquaintances().getFirst().checkWords()).hasSize(4);
    }

    @Test
    void whatWasToldIsForgottenWithTheThread() {
        Ref soup = post(amina, "Soup");
        world.pass(600);
        assertThat(membership(bo).told).hasSize(1);
        amina.wish(new Command.Close(soup, Entry.Ending.DONE));
        world.pass(86_400 + 4 * 3_600);
        assertThat(membership(bo).told).isEmpty();
        assertThat(membership(amina).told).isEmpty();
        bo.restart();
        world.pass(600);
        assertThat(membership(bo).told).as("the relay still has the dead cipher text").isEmpty();
    }

    private static Membership membership(TinyNode node) {
        return node.peer.state().acquaintances().getFirst();
    }

    @Test
    void lettingSomebodyOutMakesANewKeyForAllWhoStay() {
        Ref soup = post(amina, "Soup");
        bo.wish(new Command.Answer(soup, "I can"));
        cleo.wish(new Command.Answer(soup, "Me too"));
        world.pass(5);
        amina.views().thread(soup).orElseThrow().answers().forEach(answer -> amina.wish(new Command.Admit(soup, answer.voice())));
        world.pass(5);
        amina.wish(new Command.SayAside(soup, "Mill Lane 9"));
        world.pass(5);
        assertThat(World.aside(cleo.views().thread(soup).orElseThrow())).containsExactly("Mill Lane 9");
        Bytes cleos = amina.views().thread(soup).orElseThrow().answers().stream()
                .filter(answer -> answer.text().equals("Me too")).findFirst().orElseThrow().voice();
        assertThat(amina.wish(new Command.LetOut(soup, cleos))).isEqualTo(new Outcome.Done());
        world.pass(5);
        amina.wish(new Command.SayAside(soup, "The bell is broken"));
        world.pass(5);
        assertThat(World.aside(bo.views().thread(soup).orElseThrow())).containsExactly("Mill Lane 9", "The bell is broken");
        assertThat(World.aside(cleo.views().thread(soup).orElseThrow())).containsExactly("Mill Lane 9");
        assertThat(cleo.wish(new Command.SayAside(soup, "Me again"))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NOT_INSIDE));
        Bytes bos = amina.views().thread(soup).orElseThrow().answers().stream()
                .filter(answer -> answer.text().equals("I can")).findFirst().orElseThrow().voice();
        amina.wish(new Command.LetOut(soup, bos));
        amina.wish(new Command.SayAside(soup, "Only me"));
        world.pass(5);
        assertThat(World.aside(bo.views().thread(soup).orElseThrow())).doesNotContain("Only me");
        assertThat(World.aside(amina.views().thread(soup).orElseThrow())).contains("Only me");
        assertThat(amina.wish(new Command.LetOut(soup, bos))).isEqualTo(new Outcome.Refused(Outcome.Refusal.NO_SUCH_ENTRY));
    }

    @Test
    void whatIsHiddenCanBeShownAgain() {
        Ref soup = post(amina, "Soup");
        world.pass(5);
        bo.wish(new Command.Hide(soup));
        assertThat(World.titles(bo, circle)).isEmpty();
        assertThat(bo.views().circle(circle).orElseThrow().hidden()).extracting(card -> card.ask().title()).containsExactly("Soup");
        bo.wish(new Command.Unhide(soup));
        assertThat(World.titles(bo, circle)).isEqualTo(List.of("Soup"));
        assertThat(bo.views().circle(circle).orElseThrow().hidden()).isEmpty();
    }
}
