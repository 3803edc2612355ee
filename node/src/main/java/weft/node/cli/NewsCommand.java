package weft.node.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weft.wire.json.Json;

/** The command {@code weft news}: the day at a glance. */
@Command(name = "news", description = "Show what came, what takes place today and tomorrow, and what is new on the boards.")
public final class NewsCommand implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(names = "--away", description = "Put away what came: it is no longer marked as new.")
    private boolean away;

    /** Whether help was asked for; picocli answers that itself. */
    boolean help() {
        return common.help();
    }

    @Override
    public Integer call() {
        NodeClient client = common.client();
        Json.Obj day = client.get("/news");
        List<Json.Obj> news = Words.list(day, "news");
        if (away && !news.isEmpty()) {
            Map<String, List<String>> form = new LinkedHashMap<>();
            form.put("key", List.of(Words.text(news.getFirst(), "key")));
            client.post("/news/all", form);
            day = client.get("/news");
        }
        return common.show(day, NewsCommand::words);
    }

    private static String words(Json.Obj day) {
        List<String> out = new ArrayList<>();
        for (Json.Obj one : Words.list(day, "news")) {
            String title = Words.line(Words.text(one, "title"));
            out.add(Words.text(one, "day") + "  " + Words.text(one, "thread").substring(0, 10) + "  " + Words.line(Words.text(one, "text")) + " " + title
                    + (Words.truth(one, "seen") ? "" : " (new)"));
        }
        for (Json.Obj one : Words.list(day, "soon", "occurrences")) {
            out.add(Words.text(one, "on") + "  " + Words.text(one, "doing").substring(0, 10) + "  " + Words.line(Words.text(one, "title"))
                    + (Words.truth(one, "mine") ? ", you come" : "") + (Words.truth(one, "nobodyYet") ? ", nobody comes yet" : ""));
        }
        Words.list(day, "posted").forEach(card -> out.add(Words.card(card)));
        return out.isEmpty() ? "Nothing lately.\n" : String.join("\n", out) + "\n";
    }
}
