package weft.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That no endpoint is left out of the fuzzing: each word on which a route is chosen stands in a request of the corpus, and its requests arrive. */
class HttpCorpusTest {
    private static final Path ROOT = Path.of(System.getProperty("weft.root"));
    private static final Path CORPUS = ROOT.resolve("node/src/test/resources/weft/node/web/HttpFuzzTestInputs/request");
    /** Where paths are told apart. */
    private static final List<String> ROUTERS = List.of("pages/src/main/java/weft/pages/Router.java", "pages/src/main/java/weft/pages/PracticeRoutes.java",
            "pages/src/main/java/weft/pages/RoundPages.java", "pages/src/main/java/weft/pages/DoingPage.java", "pages/src/main/java/weft/pages/ThingPage.java",
            "pages/src/main/java/weft/pages/PlacePage.java", "pages/src/main/java/weft/pages/NewsPage.java",
            "pages/src/main/java/weft/pages/CalendarSettings.java", "node/src/main/java/weft/node/web/Desk.java",
            "node/src/main/java/weft/node/web/PracticeDesk.java", "node/src/main/java/weft/node/web/MapDesk.java",
            "node/src/main/java/weft/node/web/BundleDesk.java", "node/src/main/java/weft/node/web/KeptPages.java");
    private static final Pattern CASE = Pattern.compile("case ((?:\"[a-z.-]+\"(?:, )?)+)|steps\\.get\\(\\d\\)\\.equals\\(\"([a-z.-]+)\"\\)"
            + "|(?:equals|startsWith)\\(\"/([a-z.-]+)/?\"\\)|PATH = \"/([a-z.-]+(?:/[a-z]+)?)/?\"|rest\\.(?:equals|startsWith)\\(\"([a-z]+)/?\"\\)");
    /** Words of a switch that is on no path. */
    private static final Set<String> NO_ROUTES = Set.of("leaflet", "poster", "pages");
    /** Asked for what is not there, on purpose. */
    private static final Set<String> NOT_THERE = Set.of("/offers/", "/kept/", "/app/", "/people/aa", "/picture-", "/photo-", "/rounds/s", "/rounds/stop",
            "/c/0", "/label", "/compare/", "/assets/", "/settings/map", "/seeds", "/end", "/tell", "/untell", "/news/");

    static Map<String, String> corpus() throws IOException {
        Map<String, String> requests = new TreeMap<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.toList()) {
                requests.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return requests;
    }

    private static String target(String request) {
        return request.lines().findFirst().orElse("").split(" ", 3)[2].split("\\?")[0];
    }

    @Test
    void everyWordOfARouteIsAsked() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String request : corpus().values()) {
            asked.addAll(List.of(target(request).split("/")));
            asked.add(target(request).substring(1));
        }
        Map<String, String> missing = new LinkedHashMap<>();
        int found = 0;
        for (String router : ROUTERS) {
            Matcher matcher = CASE.matcher(Files.readString(ROOT.resolve(router)));
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    for (String word : matcher.group(group) == null ? new String[0] : matcher.group(group).replace("\"", "").split(", ")) {
                        found++;
                        if (!asked.contains(word) && !NO_ROUTES.contains(word)) {
                            missing.put(word, router);
                        }
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(missing).as("add a request for each to %s", CORPUS).isEmpty();
    }

    /** A corpus that only ever hears "not found" would try nothing. */
    @Test
    void itsRequestsArrive() throws IOException {
        List<String> lost = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        HttpWorld world = new HttpWorld();
        try {
            for (Map.Entry<String, String> one : corpus().entrySet()) {
                if (!world.isWhole()) {
                    world.close();
                    world = new HttpWorld();
                }
                int status = HttpFuzzTest.HttpCheck.look(world, one.getValue()).orElseThrow().status();
                statuses.merge(status, 1, Integer::sum);
                if (status == 404 && NOT_THERE.stream().noneMatch(target(one.getValue())::contains)) {
                    lost.add(one.getKey());
                }
            }
        } finally {
            world.close();
        }
        System.out.println("answers: " + statuses);
        assertThat(lost).as("found nothing where they asked").isEmpty();
    }
}
