package weft.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import weft.core.entry.Listed;
import weft.core.find.Likeness;
import weft.core.view.CatalogueView;
import weft.core.view.CircleCard;
import weft.pages.html.Attr;
import weft.pages.html.Element;
import weft.pages.html.Html;
import weft.pages.html.Tag;
import weft.practice.Front;
import weft.practice.Seasons;
import weft.primitives.Bytes;

/**
 * Finding on a shelf: by words in any language, by kind, by season, by what is at hand. The words come in the body of a POST, so that
 * they stand in no address.
 */
final class ShelfFind {
    private static final List<String> ASKED = List.of("q", "kind", "season", "hand", "here", "mine");
    private static final int MOST_WORDS = 40;

    private final Here here;
    private final List<There> there;
    /** The voices of what holds the words; empty where no words are asked for. */
    private final Set<Bytes> holding;

    /** Something that is at hand: what it is called, and its page where it has one. */
    private record There(String words, Optional<String> path) {}

    /** What of a practice's materials is at hand, and by what; and what is not. */
    record AtHand(List<Html> has, List<String> lacks) {}

    ShelfFind(Here here, CircleCard circle) {
        this.here = here;
        List<There> all = new ArrayList<>();
        for (String word : asked("hand").split("[,،、;\n]")) {
            if (!word.isBlank() && all.size() < MOST_WORDS) {
                all.add(new There(word.strip(), Optional.empty()));
            }
        }
        if (!asked("here").isEmpty()) {
            here.views().catalogue(circle.address(), Optional.empty(), Optional.empty()).ifPresent(view -> catalogue(view, all));
        }
        this.there = List.copyOf(all);
        this.holding = asked("q").isEmpty() ? Set.of() : here.views().practicesWith(circle.address(), asked("q"), !here.request().field("live").isEmpty());
    }

    private static void catalogue(CatalogueView view, List<There> out) {
        view.things().forEach(card -> {
            out.add(new There(card.thing().title(), Optional.of(ThingPage.path(card.ref()))));
            card.thing().with().forEach(line -> out.add(new There(line, Optional.of(ThingPage.path(card.ref())))));
        });
        view.places().forEach(card -> {
            Listed place = card.place();
            out.add(new There(place.title(), Optional.of(PlacePage.path(card.ref()))));
            card.place().there().forEach(line -> out.add(new There(line, Optional.of(PlacePage.path(card.ref())))));
        });
    }

    private String asked(String name) {
        String typed = here.request().field(name);
        return typed.isEmpty() ? here.request().asked(name).orElse("") : typed;
    }

    /** Whether anything is looked for. */
    boolean looks() {
        return ASKED.stream().anyMatch(name -> !asked(name).isEmpty());
    }

    /** Whether it is looked for by what is at hand. */
    boolean byHand() {
        return !asked("hand").isEmpty() || !asked("here").isEmpty();
    }

    /** What fits; by what is at hand, those first that lack least. */
    List<Shelved.Item> of(Shelved shelf) {
        List<Shelved.Item> best = looks() ? shelf.items() : shelf.best(here);
        List<Shelved.Item> found = best.stream().filter(this::fits).toList();
        return !byHand() ? found : found.stream().filter(item -> !atHand(item).has().isEmpty())
                .sorted(Comparator.comparingInt((Shelved.Item item) -> atHand(item).lacks().size())).toList();
    }

    private boolean fits(Shelved.Item item) {
        Front front = item.front();
        String kind = asked("kind");
        String season = asked("season");
        return (kind.isEmpty() || front.kinds().stream().anyMatch(word -> Likeness.sameKind(word, kind)))
                && (season.isEmpty() || Seasons.fits(front.seasons(), season))
                && (asked("mine").isEmpty() || item.card().mine() || item.card().kept())
                && (asked("q").isEmpty() || holding.contains(item.card().ref().root()));
    }

    /** What a practice needs, held against what is there. */
    AtHand atHand(Shelved.Item item) {
        List<Html> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        for (String material : item.front().materials()) {
            Optional<There> found = there.stream().filter(one -> Likeness.atHand(material, one.words())).findFirst();
            if (found.isEmpty()) {
                lacks.add(material);
            } else {
                has.add(found.get().path().<Html>map(path -> Html.many(Html.said(material), Html.text(" ("),
                        Here.link(path, found.get().words()).set(Attr.DIR, "auto"), Html.text(")"))).orElseGet(() -> Html.said(material)));
            }
        }
        return new AtHand(has, lacks);
    }

    /** The line of a card that says what is at hand and what is still needed. */
    Html line(Shelved.Item item) {
        if (!byHand()) {
            return Html.none();
        }
        AtHand hand = atHand(item);
        Element line = Element.of(Tag.P).cls("hint").text(here.say("shelf.has") + " ");
        for (int i = 0; i < hand.has().size(); i++) {
            line.text(i == 0 ? "" : here.say("list.comma")).with(hand.has().get(i));
        }
        return hand.lacks().isEmpty() ? line : line.with(Element.of(Tag.BR)).text(here.say("shelf.lacks") + " ")
                .with(Html.said(String.join(here.say("list.comma"), hand.lacks())));
    }

    /** The form; it works without a script, and with one the list follows as one types. */
    Html form(CircleCard circle, Shelved shelf) {
        Element form = here.form(ShelfPage.path(circle) + "/find").cls("filter").mark(Attr.DATA_FIND).with(
                labelled("q", "shelf.words", Element.of(Tag.INPUT).set(Attr.TYPE, "search").set(Attr.DIR, "auto").set(Attr.MAXLENGTH, "200")
                        .set(Attr.AUTOCOMPLETE, "off").set(Attr.ENTERKEYHINT, "search").set(Attr.VALUE, asked("q"))),
                kinds(shelf), seasons(),
                labelled("hand", "shelf.material", Element.of(Tag.INPUT).set(Attr.TYPE, "text").set(Attr.DIR, "auto").set(Attr.MAXLENGTH, "400")
                        .set(Attr.AUTOCOMPLETE, "off").set(Attr.ARIA_DESCRIBEDBY, "h-hand").set(Attr.VALUE, asked("hand")))
                        .with(Element.of(Tag.P).cls("hint").id("h-hand").text(here.say("shelf.hand.hint"))),
                box("here", "shelf.here"), box("mine", "shelf.mine"),
                here.button("shelf.find").cls("plain"));
        return Element.of(Tag.SEARCH).with(Element.of(Tag.DETAILS).markIf(looks(), Attr.OPEN).with(
                Element.of(Tag.SUMMARY).text(here.say("shelf.look")), form));
    }

    private Html kinds(Shelved shelf) {
        TreeMap<String, String> all = new TreeMap<>();
        TreeSet<String> words = new TreeSet<>();
        shelf.items().forEach(item -> words.addAll(item.front().kinds()));
        words.forEach(word -> {
            if (all.values().stream().noneMatch(known -> Likeness.sameKind(known, word))) {
                all.putIfAbsent(BoardPage.kind(here, word), word);
            }
        });
        if (all.isEmpty()) {
            return Html.none();
        }
        List<Element> options = new ArrayList<>(List.of(BoardPage.option("", here.say("shelf.any"), asked("kind").isEmpty())));
        all.forEach((name, word) -> options.add(BoardPage.option(word, name, Likeness.sameKind(word, asked("kind")))));
        return labelled("kind", "shelf.kind", Element.of(Tag.SELECT).with(options));
    }

    private Html seasons() {
        String chosen = Seasons.name(asked("season")).orElse("");
        List<Element> options = new ArrayList<>(List.of(BoardPage.option("", here.say("shelf.any"), chosen.isEmpty())));
        Seasons.NAMES.forEach(name -> options.add(BoardPage.option(name, here.say("season." + name), name.equals(chosen))));
        return labelled("season", "shelf.season", Element.of(Tag.SELECT).with(options));
    }

    private Element box(String name, String key) {
        return Element.of(Tag.SPAN).cls("choice").with(
                Element.of(Tag.INPUT).set(Attr.TYPE, "checkbox").set(Attr.NAME, name).set(Attr.VALUE, "1").id("q-" + name)
                        .markIf(!asked(name).isEmpty(), Attr.CHECKED),
                Element.of(Tag.LABEL).set(Attr.FOR, "q-" + name).text(here.say(key)));
    }

    private Element labelled(String name, String label, Element control) {
        return Element.of(Tag.SPAN).cls("asked").with(Element.of(Tag.LABEL).set(Attr.FOR, "q-" + name).text(here.say(label)),
                control.set(Attr.NAME, name).id("q-" + name));
    }

    /** What a season is called on the page. */
    static String season(Here here, String word) {
        return Seasons.name(word).map(name -> here.say("season." + name.toLowerCase(Locale.ROOT))).orElse(word);
    }
}
