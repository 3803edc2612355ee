package weft.pages;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weft.core.view.CircleCard;
import weft.core.view.PracticeCard;
import weft.pages.html.Html;
import weft.practice.Ancestor;
import weft.practice.Front;
import weft.practice.Markdown;
import weft.practice.Practice;
import weft.practice.Writings;
import weft.practice.lineage.Translations;
import weft.primitives.Bytes;

/** A circle's shelf as pages read it: practices, and who comes from whom. */
final class Shelved {
    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi");

    private final List<Item> items;

    /** A practice and its line. */
    record Item(PracticeCard card, Practice practice) {
        String path() {
            return Shelved.path(card);
        }

        Front front() {
            return practice.front();
        }

        List<Ancestor> origins() {
            List<Ancestor> all = new ArrayList<>();
            front().derivedFrom().ifPresent(all::add);
            front().translationOf().ifPresent(all::add);
            return all;
        }

        /** What another names that was made from this. */
        Ancestor asOrigin() {
            return new Ancestor(card.name(), Optional.of(card.version()));
        }
    }

    private Shelved(List<Item> items) {
        this.items = items;
    }

    static Shelved of(Here here, CircleCard circle) {
        return new Shelved(here.views().practices(circle.address()).stream().map(Shelved::item).toList());
    }

    static Item item(PracticeCard card) {
        return new Item(card, Writings.practice(card.writing()));
    }

    static String path(PracticeCard card) {
        return Here.path(card.ref().circle()) + "/p/" + card.ref().root().hex();
    }

    List<Item> items() {
        return items;
    }

    /** What an origin names: the very version where it is here, else whatever bears the name. */
    Optional<Item> origin(Ancestor origin) {
        return items.stream().filter(item -> item.card().name().equals(origin.address()) && origin.event().map(item.card().version()::equals).orElse(true))
                .findFirst().or(() -> items.stream().filter(item -> item.card().name().equals(origin.address())).findFirst());
    }

    Optional<Item> byVoice(String hex) {
        return Bytes.parseHex(hex).flatMap(voice -> items.stream().filter(item -> item.card().ref().root().equals(voice)).findFirst());
    }

    /** All that come from one another, however far, translations and adaptations; the one given is among them. */
    List<Item> family(Item of) {
        return connected(of, true);
    }

    /** The same text in other languages. */
    List<Item> languages(Item of) {
        return connected(of, false);
    }

    private List<Item> connected(Item of, boolean all) {
        Set<Item> found = new LinkedHashSet<>();
        Deque<Item> left = new ArrayDeque<>(List.of(of));
        while (!left.isEmpty()) {
            Item at = left.poll();
            if (found.add(at)) {
                items.stream().filter(other -> !found.contains(other) && (tied(at, other, all) || tied(other, at, all))).forEach(left::add);
            }
        }
        return items.stream().filter(item -> found.contains(item) || item.card().ref().equals(of.card().ref())).toList();
    }

    private static boolean tied(Item child, Item parent, boolean all) {
        boolean translated = child.front().translationOf().map(origin -> origin.address().equals(parent.card().name())).orElse(false);
        boolean derived = child.front().derivedFrom().map(origin -> origin.address().equals(parent.card().name())).orElse(false);
        return translated || all && (derived || child.card().name().equals(parent.card().name()));
    }

    /** For each text the rendering that the reader reads best, in the order of the shelf. */
    List<Item> best(Here here) {
        Set<Item> seen = new LinkedHashSet<>();
        List<Item> out = new ArrayList<>();
        for (Item item : items) {
            if (seen.contains(item)) {
                continue;
            }
            List<Item> same = languages(item);
            seen.addAll(same);
            Map<Practice, Item> byPractice = new LinkedHashMap<>();
            same.forEach(one -> byPractice.putIfAbsent(one.practice(), one));
            out.add(Translations.best(byPractice.keySet(), reads(here)).map(byPractice::get).orElse(item));
        }
        return out;
    }

    /** The languages that the reader reads, the dearest first: that of the pages, then those of the browser. */
    static List<String> reads(Here here) {
        List<String> out = new ArrayList<>(List.of(here.language().tag()));
        for (String part : here.request().acceptLanguage().split(",")) {
            String tag = part.split(";")[0].strip();
            if (!tag.isEmpty() && !tag.equals("*") && out.size() < 10) {
                out.add(tag);
            }
        }
        return out;
    }

    static String direction(String language) {
        return FROM_THE_RIGHT.contains(language.split("-")[0]) ? "rtl" : "ltr";
    }

    /** A text as HTML. Pictures inside the text are asked for one by one, so that the page stays small. */
    static Html html(Here here, String markdown, String pictures) {
        int[] next = {0};
        return new Html.Rendered(here.means().clean().apply(Markdown.html(markdown, address -> {
            boolean inside = address.startsWith("data:image/png;base64,") || address.startsWith("data:image/jpeg;base64,");
            return inside ? Optional.of(pictures + next[0]++) : Optional.empty();
        })));
    }

    /** The n-th picture inside a text. */
    static Optional<Response> picture(String markdown, String number) {
        Optional<Integer> wanted = CirclePages.number(number);
        List<String> found = new ArrayList<>();
        if (wanted.isPresent()) {
            Markdown.html(markdown, address -> {
                if (address.startsWith("data:image/")) {
                    found.add(address);
                }
                return Optional.empty();
            });
        }
        if (wanted.isEmpty() || wanted.get() >= found.size()) {
            return Optional.empty();
        }
        String address = found.get(wanted.get());
        int comma = address.indexOf(',');
        String type = address.startsWith("data:image/png;") ? "image/png" : "image/jpeg";
        return Bytes.parseBase64(address.substring(comma + 1)).map(bytes -> Response.picture(type, bytes));
    }
}
