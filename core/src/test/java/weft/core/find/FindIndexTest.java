package weft.core.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weft.core.entry.Side;
import weft.wire.json.Checked;

/** The index beside a model that looks at every text anew. */
class FindIndexTest {
    private record Kept(int circle, Findable what) {}

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsWhatAModelFindsWhileThingsComeAndGo(long seed) {
        Draws draws = new Draws(seed);
        FindIndex index = new FindIndex();
        Map<Integer, Kept> model = new LinkedHashMap<>();
        for (int round = 0; round < 60; round++) {
            for (int i = draws.below(9); i > 0; i--) {
                int circle = draws.below(3);
                if (draws.below(4) == 0) {
                    List<Findable> many = new ArrayList<>();
                    for (int j = draws.below(60); j > 0; j--) {
                        many.add(draws.findable());
                    }
                    int[] handles = index.addAll(circle, many);
                    for (int j = 0; j < handles.length; j++) {
                        assertThat(model.put(handles[j], new Kept(circle, many.get(j)))).isNull();
                    }
                } else {
                    Findable one = draws.findable();
                    assertThat(model.put(index.add(circle, one), new Kept(circle, one))).isNull();
                }
            }
            List<Integer> handles = new ArrayList<>(model.keySet());
            for (int i = draws.below(12); i > 0 && !handles.isEmpty(); i--) {
                Integer gone = handles.remove(draws.below(handles.size()));
                index.remove(gone);
                model.remove(gone);
            }
            assertThat(index.size()).isEqualTo(model.size());
            for (int i = 0; i < 6; i++) {
                Search search = draws.search(3);
                assertThat(index.search(search)).as("seed %d, %s", seed, search).containsExactlyInAnyOrder(byModel(model, search));
            }
            Findable one = draws.findable();
            assertFits(index, model, one, draws.below(1000));
        }
    }

    private static int[] byModel(Map<Integer, Kept> model, Search search) {
        return model.entrySet().stream().filter(kept -> holds(kept.getValue(), search)).mapToInt(Map.Entry::getKey).toArray();
    }

    private static boolean holds(Kept kept, Search search) {
        Findable what = kept.what();
        TreeSet<String> terms = new TreeSet<>(Tokens.of(what.title() + "\n" + what.text() + "\n" + what.kind() + "\n" + what.place()));
        boolean words = Tokens.wanted(search.words(), search.typing()).stream().allMatch(wanted ->
                terms.contains(wanted.term()) || wanted.prefix() && terms.stream().anyMatch(term -> term.startsWith(wanted.typed())));
        boolean time = search.until().map(until -> what.from().orElse(0L) / 60 <= until / 60).orElse(true)
                && search.from().map(from -> what.until().orElse(Long.MAX_VALUE) / 60 >= from / 60).orElse(true);
        boolean near = search.around().map(around -> what.point().map(point ->
                Globe.halfChordSquare(around.centre().latitudeE6(), around.centre().longitudeE6(), point.latitudeE6(), point.longitudeE6())
                        <= Globe.halfChordSquare(around.metres())).orElse(false)).orElse(true);
        return words && time && near && search.side().map(side -> what.side().equals(Optional.of(side))).orElse(true)
                && search.circle().map(circle -> circle == kept.circle()).orElse(true);
    }

    private static void assertFits(FindIndex index, Map<Integer, Kept> model, Findable one, long seed) {
        Map<Integer, Integer> wanted = new HashMap<>();
        model.forEach((handle, kept) -> {
            if (Fitting.of(one, kept.what()) instanceof Checked.Good<Fit>(Fit fit)) {
                wanted.put(handle, fit.closeness());
            }
        });
        List<FindIndex.Fitted> found = index.fits(one, seed, Integer.MAX_VALUE);
        assertThat(found).as("%s", one).hasSize(wanted.size()).allSatisfy(fitted -> assertThat(wanted.get(fitted.handle())).isEqualTo(fitted.closeness()));
        for (int i = 1; i < found.size(); i++) {
            assertThat(found.get(i).closeness()).isLessThanOrEqualTo(found.get(i - 1).closeness());
        }
        assertThat(index.fits(one, seed, 3)).isEqualTo(found.subList(0, Math.min(3, found.size())));
    }

    @Test
    void aFitIsTheSameFromBothSides() {
        Draws draws = new Draws(99);
        int fits = 0;
        for (int i = 0; i < 4_000; i++) {
            Findable one = draws.findable();
            Findable other = draws.findable();
            if (Fitting.of(one, other) instanceof Checked.Good<Fit>(Fit fit)) {
                fits++;
                assertThat(Fitting.of(other, one)).isInstanceOfSatisfying(Checked.Good.class, good -> {
                    Fit turned = (Fit) good.value();
                    assertThat(turned.closeness()).isEqualTo(fit.closeness());
                    assertThat(turned.kind().isEmpty()).isEqualTo(fit.kind().isEmpty());
                    assertThat(turned.near()).isEqualTo(fit.near());
                    assertThat(turned.time()).isEqualTo(fit.time());
                });
            } else {
                assertThat(Fitting.of(other, one)).isInstanceOf(Checked.Bad.class);
            }
        }
        assertThat(fits).isBetween(300, 3_000);
    }

    @Test
    void equalFitsComeInTheOrderOfTheSeedSoThatNoneIsAlwaysFirst() {
        FindIndex index = new FindIndex();
        Findable offer = plain(Side.OFFER, "Bread", "");
        int[] handles = index.addAll(0, List.of(offer, offer, offer, offer, offer));
        Map<Integer, Integer> first = new HashMap<>();
        for (long seed = 0; seed < 5_000; seed++) {
            List<FindIndex.Fitted> found = index.fits(plain(Side.NEED, "Bread", ""), seed, 9);
            assertThat(found).hasSize(5);
            first.merge(found.getFirst().handle(), 1, Integer::sum);
        }
        assertThat(java.util.Arrays.stream(handles).boxed()).allSatisfy(handle -> assertThat(first.get(handle)).isBetween(850, 1_150));
        assertThat(index.fits(plain(Side.NEED, "Bread", ""), 7, 9)).isEqualTo(index.fits(plain(Side.NEED, "Bread", ""), 7, 9));
    }

    @Test
    void whatIsRemovedStandsInNoArray() {
        FindIndex index = new FindIndex();
        Draws draws = new Draws(5);
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            others.add(index.add(0, draws.findable()));
        }
        int secret = index.add(0, plain(Side.NEED, "Zaphkiel wants quinces", "Xylophone lessons, Ypsilanti"));
        index.search(Search.words("quin", true));
        assertThat(index.holds("zaphkiel")).isTrue();
        assertThat(index.search(Search.words("zaph", true))).containsExactly(secret);
        for (int i = 0; i < 500; i++) {
            others.add(index.add(0, draws.findable()));
        }
        index.remove(secret);
        for (String word : new String[] {"zaphkiel", "quince", "xylophon", "ypsilanti", "aphki"}) {
            assertThat(index.holds(word)).as(word).isFalse();
        }
        assertThat(index.search(Search.words("zaph", true))).isEmpty();
        others.forEach(index::remove);
        assertThat(index.size()).isZero();
        assertThat(index.terms()).isZero();
        assertThat(index.holds("bread")).isFalse();
        assertThatThrownBy(() -> index.remove(secret)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsAsOneTypes() {
        FindIndex index = new FindIndex();
        int theatre = index.add(0, plain(Side.OFFER, "Theatre tickets", ""));
        int vegetable = index.add(0, plain(Side.NEED, "Vegetables for the kitchen", ""));
        int noodles = index.add(0, plain(Side.NEED, "牛肉面 please", ""));
        for (String typed : new String[] {"t", "th", "the", "thea", "theatre", "theatres", "tickets thea", "THÉÂTRE"}) {
            assertThat(index.search(Search.words(typed, true))).as(typed).containsExactly(theatre);
        }
        for (String typed : new String[] {"veg", "vegetabl", "vegetable", "vegetables", "the vegetables", "kitchens veg"}) {
            assertThat(index.search(Search.words(typed, true))).as(typed).containsExactly(vegetable);
        }
        for (String typed : new String[] {"牛", "牛肉", "肉面", "牛肉面", "面"}) {
            assertThat(index.search(Search.words(typed, true))).as(typed).containsExactly(noodles);
        }
        assertThat(index.search(Search.words("牛面", true))).isEmpty();
        assertThat(index.search(Search.words("the", false))).as("a word that says nothing, alone").containsExactly(theatre);
        assertThat(index.search(Search.words("vegetables for the", false))).containsExactly(vegetable);
    }

    private static Findable plain(Side side, String title, String text) {
        return new Findable(Optional.of(side), title, text, "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }
}
