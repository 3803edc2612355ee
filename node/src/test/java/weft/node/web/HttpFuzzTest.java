package weft.node.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/**
 * Fuzzing (Jazzer) of every endpoint of the node, through its own guard, forms, shell and pages. Whatever is asked, there is one answer; no fault of the
 * program is behind it; who is not known reads nothing of this node; and no word of a request becomes markup. The corpus beside the tests holds at least
 * one request for each route; {@code HttpCorpusTest} goes through it in a usual run, and {@code sim/fuzz} looks for more.
 */
@Tag("long")
class HttpFuzzTest {
    /** What a request may hold that must never come back as markup. */
    static final String MARKUP = "<weft-fuzz";

    private static HttpWorld world;

    @FuzzTest(maxDuration = "120s")
    void request(byte[] data) {
        String request = new String(data, StandardCharsets.ISO_8859_1);
        if (!HttpWorld.reachesOut(request)) {
            HttpCheck.look(world(), request);
        }
    }

    private static HttpWorld world() {
        if (world != null && !world.isWhole()) {
            world.close();
            world = null;
        }
        if (world == null) {
            world = new HttpWorld();
        }
        return world;
    }

    @AfterAll
    static void end() {
        if (world != null) {
            world.close();
            world = null;
        }
    }

    /** What has to be so of every answer. */
    static final class HttpCheck {
        private HttpCheck() {}

        static Optional<HttpWorld.Answer> look(HttpWorld world, String request) {
            Optional<HttpWorld.Answer> asked = world.ask(request);
            if (asked.isPresent()) {
                HttpWorld.Answer answer = asked.get();
                String said = answer.text();
                hold(answer.status() >= 200 && answer.status() < 600 && answer.status() != 500, "answered with " + answer.status());
                boolean known = request.startsWith("line ") || request.startsWith("browser ") || request.startsWith("page ");
                hold(known || request.contains("{") || !said.contains("Quillfeather") && !said.contains(world.words.get("circle")), "a stranger reads on");
                hold(!answer.type().startsWith("text/html") || !said.contains(MARKUP), "words became markup");
                hold(!answer.location().startsWith("//") && !answer.location().contains("://"), "sent elsewhere: " + answer.location());
            }
            return asked;
        }

        private static void hold(boolean right, String fault) {
            if (!right) {
                throw new AssertionError(fault);
            }
        }
    }
}
