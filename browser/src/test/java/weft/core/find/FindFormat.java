package weft.core.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.core.entry.Point;
import weft.core.entry.Side;
import weft.primitives.Primitives;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/** How the vectors of {@code spec/find.md} are run. */
public final class FindFormat {
    private FindFormat() {}

    /** Terms, a search, or a fit; a fit is asked of the pair and of an index that holds the other alone. */
    public static String find(Primitives p, Json.Obj vector) {
        return switch (text(vector, "what")) {
            case "terms" -> same(Tokens.of(text(vector, "text")), texts(vector, "terms"));
            case "search" -> search(vector);
            case "fit" -> fit(vector);
            default -> "no such vector";
        };
    }

    private static String search(Json.Obj vector) {
        boolean typing = truth(vector, "typing");
        FindIndex index = new FindIndex();
        index.add(0, new Findable(Optional.empty(), text(vector, "text"), "", "", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of()));
        boolean found = index.search(Search.words(text(vector, "words"), typing)).length == 1;
        boolean held = Tokens.holdAll(text(vector, "text"), Tokens.wanted(text(vector, "words"), typing));
        return found == truth(vector, "found") && held == found ? "ok" : "found: " + found + ", held: " + held;
    }

    private static String fit(Json.Obj vector) {
        Findable one = ask(member(vector, "one"));
        Findable other = ask(member(vector, "other"));
        FindIndex index = new FindIndex();
        index.add(0, other);
        List<FindIndex.Fitted> fitted = index.fits(one, 0, 1);
        return switch (Fitting.of(one, other)) {
            case Checked.Bad<Fit>(var fault, String detail) -> fitted.isEmpty() ? fault.code() : "the index finds it all the same";
            case Checked.Good<Fit>(Fit fit) -> fitted.isEmpty() || fitted.getFirst().closeness() != fit.closeness() ? "the index doesn't find it"
                    : same(List.of(told(fit).write()), List.of(member(vector, "fit").write()));
        };
    }

    private static Json told(Fit fit) {
        return Json.object("closeness", fit.closeness(), "kind", fit.kind(), "means", Json.texts(fit.means()), "words", Json.texts(fit.words()),
                "time", code(fit.time()), "near", code(fit.near()), "samePlace", fit.samePlace(), "languages", Json.texts(fit.languages()));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static Findable ask(Json.Obj ask) {
        List<Json> point = ask.get("point").orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items) ? items : List.of();
        Optional<Side> side = switch (text(ask, "side")) {
            case "need" -> Optional.of(Side.NEED);
            case "offer" -> Optional.of(Side.OFFER);
            default -> Optional.empty();
        };
        return new Findable(side, text(ask, "title"), ask.text("text").orElse(""), ask.text("kind").orElse(""), ask.text("place").orElse(""),
                point.isEmpty() ? Optional.empty() : Optional.of(new Point(number(point.get(0)), number(point.get(1)))), ask.whole("from"), ask.whole("until"),
                texts(ask, "languages"));
    }

    private static int number(Json json) {
        return json instanceof Json.Num(String literal) ? Integer.parseInt(literal) : 0;
    }

    private static Json.Obj member(Json.Obj object, String name) {
        return object.get(name).orElse(Json.Null.NULL) instanceof Json.Obj member ? member : Json.object();
    }

    private static boolean truth(Json.Obj object, String name) {
        return object.get(name).orElse(Json.Null.NULL) instanceof Json.Bool(boolean value) && value;
    }

    private static String text(Json.Obj object, String name) {
        return object.text(name).orElse("");
    }

    private static List<String> texts(Json.Obj object, String name) {
        List<String> out = new ArrayList<>();
        if (object.get(name).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)) {
            items.forEach(item -> out.add(item instanceof Json.Text(String text) ? text : ""));
        }
        return out;
    }

    private static String same(List<String> mine, List<String> wanted) {
        return mine.equals(wanted) ? "ok" : "not the same: " + mine;
    }
}
