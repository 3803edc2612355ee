package weft.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weft.core.entry.Place;
import weft.core.entry.Thing;
import weft.core.view.CatalogueView;
import weft.core.view.Name;
import weft.core.view.PlaceCard;
import weft.core.view.PracticeCard;
import weft.core.view.Ref;
import weft.core.view.ThingCard;
import weft.practice.PracticeReader;
import weft.practice.Writings;
import weft.wire.event.Day;

/** Finding on a shelf by words, kind, season and what is at hand, through the page itself. */
class ShelfFindTest {
    private static final Pattern FOUND = Pattern.compile("<li class=\"card\"><h2><a [^>]*>([^<]*)</a>");

    private final SampleViews views = SampleViews.week();

    @BeforeEach
    void shelve() {
        put(1, "Broth", "food", "winter", "a big pot, ladles", false);
        put(2, "Compote", "nourriture", "automne, hiver", "grande marmite, pommes", false);
        put(3, "Mending", "repairs", "all", "sewing machine, thread", true);
        put(4, "Shade", "place", "summer", "sheets, rope, two poles", false);
        put(5, "Talking", "", "", "", false);
    }

    private void put(int n, String title, String kinds, String seasons, String materials, boolean kept) {
        StringBuilder head = new StringBuilder("---\ntitle: ").append(title).append("\nlanguage: en\n");
        field(head, "kinds", kinds);
        field(head, "seasons", seasons);
        field(head, "materials", materials);
        String text = head.append("---\n\n# ").append(title).append("\n\nWords about number").append(n).append(" and lentils.\n").toString();
        views.practices.add(new PracticeCard(new Ref(SampleViews.CIRCLE, SampleViews.key(700 + n)), "name" + n, SampleViews.key(800 + n),
                Writings.of(PracticeReader.read(text).orThrow()), new Name.Me(), false, kept, SampleViews.NOW, Day.at(SampleViews.NOW).plus(90)));
    }

    private static void field(StringBuilder head, String name, String value) {
        if (!value.isEmpty()) {
            head.append(name).append(": ").append(value).append('\n');
        }
    }

    private String page(String form) {
        return Requests.page(Request.post(Requests.CIRCLE + "/practices/find", form), views).body().text();
    }

    private List<String> found(String form) {
        return FOUND.matcher(page(form)).results().map(MatchResult::group).map(one -> one.replaceAll("<[^>]*>", "")).toList();
    }

    @Test
    void byWordsWhichStandInNoAddress() {
        assertThat(found("q=number4")).containsExactly("Shade");
        assertThat(found("q=lentils")).hasSize(5);
        assertThat(found("q=number4+bicycle")).isEmpty();
        assertThat(found("q=numb")).isEmpty();
        assertThat(found("q=numb&live=1")).as("still being typed").hasSize(5);
        assertThat(page("q=number4")).contains("action=\"" + Requests.CIRCLE + "/practices/find\"").doesNotContain("?q=");
    }

    @Test
    void byKindWhateverItsLanguage() {
        assertThat(found("kind=food")).containsExactly("Broth", "Compote");
        assertThat(found("kind=nourriture")).containsExactly("Broth", "Compote");
        assertThat(found("kind=repairs")).containsExactly("Mending");
        assertThat(found("kind=dragons")).isEmpty();
        assertThat(page("kind=food").split("<option value=\"(food|nourriture)\"", -1)).as("two words for a kind are one choice").hasSize(2);
    }

    @Test
    void bySeasonWhereNoneSaidIsEach() {
        assertThat(found("season=winter")).containsExactly("Broth", "Compote", "Mending", "Talking");
        assertThat(found("season=summer")).containsExactly("Mending", "Shade", "Talking");
        assertThat(found("season=verano")).containsExactly("Mending", "Shade", "Talking");
        assertThat(page("season=winter")).contains("<option value=\"winter\" selected>");
    }

    @Test
    void byWhatIsAtHandWithWhatIsStillNeeded() {
        String page = page("hand=large+pots%3B+rope");
        assertThat(found("hand=large+pots%3B+rope")).as("what lacks least first").containsExactly("Broth", "Shade");
        assertThat(page).contains("ladles").contains("two poles");
        assertThat(found("hand=rope%2C+poles%2C+sheets%2C+large+pots")).containsExactly("Shade", "Broth");
        assertThat(found("hand=unicorn")).isEmpty();
        assertThat(found("hand=%2C+%3B")).isEmpty();
    }

    @Test
    void byWhatTheCirclesCatalogueHas() {
        Thing machine = new Thing("Sewing machine", "", "tools", "", List.of("a box of thread"), Optional.empty(), Optional.empty(), List.of());
        Place yard = new Place("The yard", "", "place", Optional.empty(), List.of("washing lines", "rope"), Optional.empty(), List.of());
        views.catalogue = Optional.of(new CatalogueView(views.circles.getFirst(),
                List.of(new ThingCard(new Ref(SampleViews.CIRCLE, SampleViews.key(900)), machine, List.of(), Optional.empty(), false, Optional.empty())),
                List.of(new PlaceCard(new Ref(SampleViews.CIRCLE, SampleViews.key(901)), yard)), List.of()));
        assertThat(found("here=1")).containsExactly("Mending", "Shade");
        assertThat(page("here=1")).as("with a way to the thing").contains(SampleViews.key(900).hex());
        assertThat(found("hand=sewing+machine")).as("not asked for").containsExactly("Mending");
    }

    @Test
    void allThatIsAskedHasToHold() {
        assertThat(found("mine=1")).containsExactly("Mending");
        assertThat(found("kind=food&season=autumn")).containsExactly("Compote");
        assertThat(found("kind=food&season=summer")).isEmpty();
        assertThat(found("q=lentils&kind=food&hand=pot%2C+pommes&season=winter")).containsExactlyInAnyOrder("Broth", "Compote");
        assertThat(page("kind=food&season=summer")).contains("class=\"empty\"");
    }
}
