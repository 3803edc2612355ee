package weft.node.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import weft.pages.Response;
import weft.primitives.Bytes;
import weft.primitives.Entropy;

/** The last few pages that answered what was typed into a form, in memory alone, at addresses that tell nothing. */
final class KeptPages {
    /** Where they are. */
    static final String PATH = "/kept/";

    private static final int MOST = 12;
    private static final long NANOSECONDS = 600_000_000_000L;

    private final Entropy entropy;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private record Page(Response response, long since) {}

    KeptPages(Entropy entropy) {
        this.entropy = entropy;
    }

    /** Keeps a page and sends the browser there. */
    synchronized Response keep(Response page) {
        String name = entropy.next(16).hex();
        pages.put(name, new Page(page, System.nanoTime()));
        if (pages.size() > MOST) {
            pages.remove(pages.keySet().iterator().next());
        }
        return new Response(303, "", page.headers(), Bytes.EMPTY).with("Location", PATH + name);
    }

    /** The page at a path, while it is kept: ten minutes. */
    synchronized Optional<Response> find(String path) {
        long now = System.nanoTime();
        pages.values().removeIf(page -> now - page.since() > NANOSECONDS);
        return path.startsWith(PATH) ? Optional.ofNullable(pages.get(path.substring(PATH.length()))).map(Page::response) : Optional.empty();
    }
}
