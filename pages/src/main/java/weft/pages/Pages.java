package weft.pages;

import java.util.Map;
import java.util.Optional;
import weft.core.view.BundleReport;
import weft.core.view.Views;
import weft.pages.asset.Assets;
import weft.pages.html.Element;
import weft.pages.html.Tag;
import weft.pages.text.Language;

/** Answers requests: views to HTML or JSON, forms to commands. Every function here is pure. */
public final class Pages {
    /** How many threads of a board one page shows. */
    public static final int BOARD_THREADS = BoardPage.PER_PAGE;

    /** The fewest characters of a new passphrase. */
    public static final int SHORTEST_PASSPHRASE = 10;

    private static final int FORM_BYTES = 256 * 1024;
    private static final int LARGE_FORM_BYTES = 4 * 1024 * 1024;

    private Pages() {}

    /** Answers a request from what can be seen now: HTML, or JSON of the same view where the request wants that. */
    public static Reply reply(Request request, Views views, Means means) {
        return Router.route(new Here(request, views, Here.language(request), means));
    }

    /** The most bytes that a form posted to a path may have: a need with small photos, or a practice with its pictures. */
    public static int mostFormBytes(String path) {
        return PracticeRoutes.isLarge(path) ? LARGE_FORM_BYTES : FORM_BYTES;
    }

    /** A style sheet, script, icon or manifest under {@code /assets/}; these need neither a cookie nor an open vault. */
    public static Optional<Response> asset(String path) {
        return Assets.find(path).map(asset -> Response.asset(asset.contentType(), asset.body(), Assets.isLasting(path)));
    }

    /** The page shown while the vault is shut. */
    public static Response door(Request request, Door door) {
        return DoorPage.page(request, Here.language(request), door);
    }

    /** What a device on the home network sees before it is known. */
    public static Response pairing(Request request, Pairing pairing) {
        return PairingPage.page(request, Here.language(request), pairing);
    }

    /**
     * The settings after a map's file was named.
     *
     * @param path as it was typed
     * @param trouble the code of what is wrong with it: {@code missing}, or a fault of {@code spec/pmtiles.md}
     */
    public static Response mapSetting(Request request, Views views, Means means, String path, Optional<String> trouble) {
        return NodePage.mapNamed(new Here(request, views, Here.language(request), means), path, trouble);
    }

    /** What became of a bundle that was read. */
    public static Response carried(Request request, BundleReport report) {
        return BundlePages.read(request, report);
    }

    /** A page with one clear sentence about what is wrong and what to do. */
    public static Response trouble(Request request, Trouble trouble) {
        Language language = Here.language(request);
        String code = Jsons.code(trouble);
        String sentence = language.say("trouble." + code);
        if (request.wantsJson()) {
            return Jsons.refused(trouble.status(), code, sentence, Map.of());
        }
        Element way = trouble == Trouble.NO_START_TOKEN || trouble == Trouble.STOPPING
                ? Element.of(Tag.P)
                : Element.of(Tag.P).with(Here.link("/", language.say("trouble.home")).cls("button"));
        return Layout.bare(request, language, trouble.status(), language.say("trouble.title"),
                Element.of(Tag.H1).text(language.say("trouble.title")),
                Element.of(Tag.P).cls("lead").text(sentence),
                way);
    }
}
