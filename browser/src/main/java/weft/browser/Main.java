package weft.browser;

import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;
import weft.pages.Response;

/** What {@code src/main/js/worker.js} calls. */
public final class Main {
    private static BrowserNode node = new BrowserNode("");
    private static boolean zonesKnown;

    private Main() {}

    /** Told when something is done. */
    @JSFunctor
    public interface Then extends JSObject {
        /** It is done. */
        void then();
    }

    /** Told what to answer: headers are names and values in turn. */
    @JSFunctor
    public interface Reply extends JSObject {
        /** The answer. */
        void reply(int status, String[] headers, Uint8Array body);
    }

    /** Nothing happens before the script calls. */
    public static void main(String[] args) {}

    /** Begins under a base path such as {@code /app}: looks whether there is a vault. */
    @JSExport
    public static void begin(String base, Then then) {
        if (!zonesKnown) {
            ZoneRulesProvider.registerProvider(new BrowserZones());
            zonesKnown = true;
        }
        node = new BrowserNode(base);
        node.look(then::then);
    }

    /** Stops at once: another worker has taken over. Nothing is written any more. */
    @JSExport
    public static void stop() {
        node.stop();
    }

    /** How far the node is open: {@code UNKNOWN}, {@code NEW}, {@code LOCKED}, {@code DAMAGED}, {@code OPENING} or {@code OPEN}. */
    @JSExport
    public static String gate() {
        return node.gate().name();
    }

    /** The tag of the language in which a request is to be answered: its texts have to be in {@code WEFT_LATE} before. */
    @JSExport
    public static String language(String query, String languages) {
        return node.language(query, languages);
    }

    /** Goes on with the session key that an open page held. */
    @JSExport
    public static boolean resume(String session) {
        return node.resume(session);
    }

    /** Answers a request; the path comes without the base. */
    @JSExport
    public static void answer(String method, String path, String query, String accept, String languages, Int8Array body, Reply reply) {
        byte[] bytes = body.copyToJavaArray();
        node.answer(new BrowserNode.Ask(method, path, query, accept, languages), bytes, response -> give(node.based(response), reply));
        java.util.Arrays.fill(bytes, (byte) 0);
    }

    private static void give(Response response, Reply reply) {
        List<String> headers = new ArrayList<>();
        response.headers().forEach((name, value) -> headers.addAll(List.of(name, value)));
        if (!response.contentType().isEmpty()) {
            headers.addAll(List.of("Content-Type", response.contentType()));
        }
        reply.reply(response.status(), headers.toArray(String[]::new), NoblePrimitives.array(response.body()));
    }

    /** Told texts. */
    @JSFunctor
    public interface Texts extends JSObject {
        /** These. */
        void take(String[] texts);
    }

    /** Told yes or no. */
    @JSFunctor
    public interface Told extends JSObject {
        /** So it is. */
        void tell(boolean so);
    }

    /** Lines that go into a bundle besides envelopes. */
    @JSExport
    public static void pack(Texts then) {
        @Nullable Shell shell = node.shell();
        if (shell == null) {
            then.take(new String[0]);
        } else {
            BundleIntake.pack(shell, lines -> then.take(lines.toArray(String[]::new)));
        }
    }

    /** Begins to take a bundle in; false where the form's token is wrong or the node is shut. */
    @JSExport
    public static boolean bundle(String token) {
        return node.beginBundle(token);
    }

    /** The next piece of a bundle's lines; told whether to go on. */
    @JSExport
    public static void bundlePiece(Int8Array piece, Told then) {
        node.bundle().feed(weft.primitives.Bytes.wrap(piece.copyToJavaArray()), then::tell);
    }

    /** The bundle has ended, or is damaged from here on. */
    @JSExport
    public static void bundleEnd(boolean damaged, String accept, String languages, Reply reply) {
        node.endBundle(damaged, new BrowserNode.Ask("POST", "/bundle", "", accept, languages), response -> give(node.based(response), reply));
    }

    /** Wraps the open vault's key under a key that the platform's authenticator gives again when it is asked (WebAuthn PRF). */
    @JSExport
    public static boolean keepUnder(String platformKey) {
        return node.keepUnder(platformKey);
    }

    /** Opens with that key. */
    @JSExport
    public static boolean openUnder(String platformKey) {
        return node.openUnder(platformKey);
    }

    /** A link is open. */
    @JSExport
    public static void linkOpened(int link) {
        @Nullable Shell shell = node.shell();
        if (shell != null) {
            shell.linkOpened(link);
        }
    }

    /** A link is closed or could not be opened. */
    @JSExport
    public static void linkClosed(int link, String trouble) {
        @Nullable Shell shell = node.shell();
        if (shell != null) {
            shell.linkClosed(link, trouble);
        }
    }

    /** A link said something. */
    @JSExport
    public static void linkSaid(int link, String text) {
        @Nullable Shell shell = node.shell();
        if (shell != null) {
            shell.linkSaid(link, text);
        }
    }

    /** The time that was asked for has come. */
    @JSExport
    public static void woke() {
        @Nullable Shell shell = node.shell();
        if (shell != null) {
            shell.woke();
        }
    }
}
