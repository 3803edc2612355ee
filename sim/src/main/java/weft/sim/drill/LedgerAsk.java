package weft.sim.drill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import weft.core.view.Views;
import weft.jdk.JdkPrimitives;
import weft.pages.Means;
import weft.pages.Pages;
import weft.pages.Reply;
import weft.pages.Request;
import weft.pages.Response;
import weft.wire.json.Checked;
import weft.wire.json.Json;

/**
 * Asks what a node answers over HTTP: begins at the first page and follows every address that an answer names, as a page and as JSON, so that
 * a page which somebody adds is asked without anybody saying so here.
 */
final class LedgerAsk {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|data-[a-z]+)=\"(/[^\"#]*)");
    private static final Pattern ROOT = Pattern.compile("/(?:t|d|g|l|p|w|thing|place|doing)?/?([0-9a-f]{64})");
    private static final Pattern PIECE = Pattern.compile("(?s)(?=<(?:li|tr|article|h2)\\b)");
    private static final Pattern SAID = Pattern.compile("(?s)<(time|title|option|style|script|nav|label|legend|button|summary|h1)\\b.*?</\\1>|<[^>]*>|([^<]+)");
    private static final Set<String> PERSON = Set.of("by", "voice", "person", "member", "author", "neighbour", "with", "host", "name");
    private static final int MOST = 3_000;
    private static final int OF_A_SHAPE = 24;

    private final Views views;
    private final Means means = new Means(new JdkPrimitives(), html -> html, true);
    private final Set<String> asked = new LinkedHashSet<>();
    private final Deque<String> left = new ArrayDeque<>();
    private final Map<String, Integer> routes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** What becomes of a value: where it stands, what it says, and beside which first voice, if any. */
    interface Found {
        void value(String where, String value, Optional<String> root);
    }

    LedgerAsk(Views views) {
        this.views = views;
    }

    /** The shapes of addresses that were asked. */
    Set<String> routes() {
        return routes.keySet();
    }

    /** How many addresses were asked. */
    int asked() {
        return routes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Numbers that stand beside a person. */
    List<String> faults() {
        return faults;
    }

    /** Asks all there is. */
    void all(Found found) {
        later("/");
        while (!left.isEmpty() && asked.size() < MOST) {
            String address = left.poll();
            // Of each shape some are asked: enough that several are of threads of one person.
            if (routes.merge(shape(address), 1, Integer::sum) > OF_A_SHAPE) {
                routes.merge(shape(address), -1, Integer::sum);
                continue;
            }
            answer(Request.get(address)).ifPresent(page -> page(address, page, found));
            answer(Request.get(address).asJson()).filter(response -> response.contentType().contains("json"))
                    .ifPresent(response -> json(address, response.body().text(), found));
        }
    }

    /** How many answers a search gives. */
    int hits(String path, String form) {
        return answer(Request.post(path, form).asJson()).map(response -> Json.read(response.body().text()) instanceof Checked.Good<Json>(Json.Obj found)
                ? found.members().values().stream().mapToInt(one -> one instanceof Json.Arr(List<Json> items) ? items.size() : 0).sum() : 0).orElse(0);
    }

    private void later(String address) {
        String plain = address.replace("&amp;", "&");
        if (!plain.startsWith("//") && asked.add(plain)) {
            left.add(plain);
        }
    }

    private Optional<Response> answer(Request request) {
        return switch (Pages.reply(request.withToken("token"), views, means)) {
            case Reply.Page(Response response) -> response.status() < 400 ? Optional.of(response) : Optional.empty();
            case Reply.Kept(Response response) -> Optional.of(response);
            case Reply.Act ignored -> Optional.empty();
            case Reply.KeepLanguage ignored -> Optional.empty();
        };
    }

    /** An address with its keys and days taken out. */
    private static String shape(String address) {
        return address.replaceAll("[0-9a-f]{16,64}", "*").replaceAll("[0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9]+", "#").replaceAll("=[^&]*", "=");
    }

    private static Optional<String> root(String text, String circle) {
        Matcher found = ROOT.matcher(text);
        Set<String> all = new LinkedHashSet<>();
        while (found.find()) {
            if (!found.group(1).equals(circle)) {
                all.add(found.group(1));
            }
        }
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    private static String circle(String address) {
        return address.startsWith("/c/") && address.length() >= 67 ? address.substring(3, 67) : "";
    }

    private void page(String address, Response page, Found found) {
        String text = page.body().text();
        if (!page.contentType().contains("html")) {
            return;
        }
        Matcher links = ADDRESS.matcher(text);
        while (links.find()) {
            later(links.group(1));
        }
        Optional<String> own = root(address, circle(address));
        for (String piece : PIECE.split(text)) {
            Optional<String> root = root(piece, circle(address)).or(() -> own);
            Matcher words = SAID.matcher(piece);
            while (words.find()) {
                if (words.group(2) != null && !words.group(2).isBlank()) {
                    found.value("page " + shape(address), words.group(2).strip(), root);
                }
            }
        }
    }

    private void json(String address, String text, Found found) {
        if (Json.read(text) instanceof Checked.Good<Json>(Json json)) {
            look("json " + shape(address), json, root(address, circle(address)), circle(address), found);
        }
    }

    private void look(String where, Json json, Optional<String> outside, String circle, Found found) {
        switch (json) {
            case Json.Obj(Map<String, Json> members) -> {
                Optional<String> root = members.values().stream().flatMap(one -> one instanceof Json.Text(String value) ? root("/" + value, circle).stream()
                        : java.util.stream.Stream.empty()).findFirst().or(() -> outside);
                beside(where, members);
                members.forEach((name, value) -> look(where + "." + name, value, root, circle, found));
            }
            case Json.Arr(List<Json> items) -> items.forEach(item -> look(where + "[]", item, outside, circle, found));
            case Json.Text(String value) -> {
                if (value.startsWith("/")) {
                    later(value);
                }
                found.value(where, value, outside);
            }
            case Json.Num(String literal) -> found.value(where, literal, outside);
            case Json.Bool ignored -> { }
            case Json.Null ignored -> { }
        }
    }

    /** A number in an object that also names a person, moments and shapes of things aside. */
    private void beside(String where, Map<String, Json> members) {
        boolean person = members.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).anyMatch(name -> PERSON.contains(name) && !name.equals("name"));
        members.forEach((name, value) -> {
            String called = name.toLowerCase(Locale.ROOT);
            boolean moment = called.endsWith("at") || called.endsWith("day") || called.endsWith("from") || called.endsWith("until") || called.equals("start")
                    || called.equals("end") || called.equals("for");
            if (person && value instanceof Json.Num && !moment) {
                faults.add(where + " puts the number " + name + " beside a person");
            }
        });
    }
}
