package weft.node.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weft.wire.json.Json;

/** Reads answers and writes them for a terminal. */
final class Words {
    private Words() {}

    /** A text from another person, without what could drive a terminal or turn its lines around. */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = Character.isISOControl(c) && c != '\n';
            boolean turning = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f;
            out.appendCodePoint(control || turning ? ' ' : c);
        });
        return out.toString();
    }

    /** The same on one line. */
    static String line(String text) {
        return safe(text).replace('\n', ' ');
    }

    static String text(Json.Obj object, String... path) {
        return find(object, path).map(json -> switch (json) {
            case Json.Text(String value) -> value;
            case Json.Num(String literal) -> literal;
            case Json.Bool(boolean value) -> Boolean.toString(value);
            case Json.Arr(List<Json> items) -> String.join(" ", items.stream().map(item -> item instanceof Json.Text(String t) ? t : "").toList());
            case Json.Obj ignored -> "";
            case Json.Null ignored -> "";
        }).orElse("");
    }

    static boolean truth(Json.Obj object, String... path) {
        return text(object, path).equals("true");
    }

    static List<Json.Obj> list(Json.Obj object, String... path) {
        List<Json.Obj> out = new ArrayList<>();
        if (find(object, path).orElse(Json.Null.NULL) instanceof Json.Arr(List<Json> items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj member) {
                    out.add(member);
                }
            }
        }
        return out;
    }

    private static Optional<Json> find(Json.Obj object, String... path) {
        Optional<Json> here = Optional.of(object);
        for (String name : path) {
            here = here.flatMap(json -> json instanceof Json.Obj member ? member.get(name) : Optional.empty());
        }
        return here;
    }

    /** A thread on one line: its short name, side, stage and title. */
    static String card(Json.Obj card) {
        StringBuilder out = new StringBuilder();
        out.append(text(card, "thread"), 0, Math.min(10, text(card, "thread").length())).append("  ");
        out.append("%-5s  %-8s  ".formatted(text(card, "ask", "side"), text(card, "stage")));
        out.append(line(text(card, "ask", "title")));
        String where = line(text(card, "ask", "where", "name"));
        out.append(where.isEmpty() ? "" : " (" + where + ")").append(", until ").append(text(card, "lastDay"));
        return out.append(truth(card, "mine") ? ", yours" : "").toString();
    }

    /** A whole thread. */
    static String thread(Json.Obj thread) {
        Json.Obj card = member(thread, "card");
        StringBuilder out = new StringBuilder(card(card)).append('\n');
        String more = safe(text(card, "ask", "text"));
        out.append("by ").append(line(text(card, "by", "text"))).append('\n');
        out.append(more.isEmpty() ? "" : more + "\n");
        for (Json.Obj answer : list(thread, "answers")) {
            out.append("answer ").append(text(answer, "voice"), 0, 10).append(" from ").append(line(text(answer, "by", "text")));
            out.append(truth(answer, "withdrawn") ? " (can't after all)" : truth(answer, "admitted") ? " (let in)" : "");
            out.append(": ").append(safe(text(answer, "text"))).append('\n');
        }
        for (Json.Obj aside : list(thread, "aside")) {
            out.append("aside, ").append(line(text(aside, "by", "text"))).append(": ").append(safe(text(aside, "text"))).append('\n');
        }
        return out.toString();
    }

    /** An object within another; empty where there is none. */
    static Json.Obj member(Json.Obj object, String name) {
        return new Json.Obj(members(object, name));
    }

    private static java.util.Map<String, Json> members(Json.Obj object, String name) {
        return object.get(name).orElse(Json.Null.NULL) instanceof Json.Obj(var members) ? members : java.util.Map.of();
    }
}
