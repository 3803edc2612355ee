package weft.browser;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weft.core.peer.Command;
import weft.core.peer.Input;
import weft.core.peer.Outcome;
import weft.core.peer.Peer;
import weft.core.view.Views;
import weft.pages.Door;
import weft.pages.Means;
import weft.pages.Pages;
import weft.pages.Reply;
import weft.pages.Request;
import weft.pages.Response;
import weft.pages.Trouble;
import weft.pages.text.Languages;
import weft.primitives.Bytes;
import weft.primitives.Entropy;
import weft.primitives.Primitives;
import weft.primitives.Secret;
import weft.wire.json.Checked;

/**
 * A node in a browser's worker: the gate before the vault, and the pages behind it. The same pages answer as on a
 * computer; what differs is where things are stored and who asks.
 */
final class BrowserNode {
    private static final String SESSION = "session";
    /** The vault's key under the key of the platform's authenticator. */
    private static final String PLATFORM = "platform";
    private static final String LANGUAGE = "language";
    private static final String FORM_TOKEN = "form-token";

    private final Primitives primitives = new NoblePrimitives();
    private final Entropy entropy = NoblePrimitives.ENTROPY;
    private final PhoneMap map = new PhoneMap();
    private final Means means = new Means(primitives, html -> html, false, map::current);
    private final String base;
    private Gate gate = Gate.UNKNOWN;
    private Vault.@Nullable Kept kept;
    private @Nullable Shell shell;
    private @Nullable BundleIntake bundle;
    private ZoneId zone = ZoneOffset.UTC;
    private final Waiting waiting = new Waiting();

    /** How far the node is open. */
    enum Gate {
        /** The store has not been looked at yet. */
        UNKNOWN,
        /** There is no vault. */
        NEW,
        /** There is one, and it is shut. */
        LOCKED,
        /** There is one, and it can't be read. */
        DAMAGED,
        /** What is stored is being given back. */
        OPENING,
        /** Pages can be shown. */
        OPEN
    }

    /** Who is told what to answer. */
    interface Answer {
        void give(Response response);
    }

    /** What is asked, as the worker's script takes it from a fetch; the body is read apart, because a passphrase may be in it. */
    record Ask(String method, String path, String query, String accept, String languages) {}

    BrowserNode(String base) {
        this.base = base;
    }

    Gate gate() {
        return gate;
    }

    @Nullable Shell shell() {
        return shell;
    }

    /** Looks whether there is a vault. */
    void look(Runnable then) {
        Host.readVault((fileKey, sealed, trouble) -> {
            if (!trouble.isEmpty()) {
                gate = Gate.DAMAGED;
            } else if (fileKey == null || sealed == null) {
                gate = Gate.NEW;
            } else {
                keep(new Vault.Kept(new NobleSecret(fileKey), NoblePrimitives.read(sealed)));
                gate = Vault.readable(kept().sealed()) ? Gate.LOCKED : Gate.DAMAGED;
            }
            then.run();
        });
    }

    private Vault.Kept kept() {
        return java.util.Objects.requireNonNull(kept);
    }

    private void keep(Vault.@Nullable Kept next) {
        if (kept != null) {
            kept.fileKey().destroy();
        }
        kept = next;
    }

    /** Goes on with a session key that an open page held for a worker which was stopped; whether that worked. */
    boolean resume(String session) {
        Optional<Vault.Opened> opened = unwrapped(session, SESSION);
        if (opened.isEmpty()) {
            return false;
        }
        Host.holdSession(session);
        return enter(opened.get());
    }

    /** Opens with the key of the platform's authenticator; whether that worked. */
    boolean openUnder(String platformKey) {
        Optional<Vault.Opened> opened = unwrapped(platformKey, PLATFORM);
        if (opened.isEmpty()) {
            return false;
        }
        holdSession(opened.get().vault());
        return enter(opened.get());
    }

    private Optional<Vault.Opened> unwrapped(String key, String setting) {
        Optional<Bytes> bytes = Bytes.parseBase64Url(key).filter(some -> some.size() == 32);
        if (gate != Gate.LOCKED || bytes.isEmpty()) {
            return Optional.empty();
        }
        return Vault.resume(primitives, entropy, copyOfKept(), primitives.keep(bytes.get().toArray()), Host.setting(setting));
    }

    /** Lays the open vault's key by under one that the platform's authenticator gives; whether the node is open. */
    boolean keepUnder(String platformKey) {
        Optional<Bytes> bytes = Bytes.parseBase64Url(platformKey).filter(some -> some.size() == 32);
        if (shell == null || bytes.isEmpty()) {
            return false;
        }
        try (Secret key = primitives.keep(bytes.get().toArray())) {
            Host.keepSetting(PLATFORM, shell.vault().wrap(key));
        }
        return true;
    }

    /** Begins to take a bundle in. */
    boolean beginBundle(String token) {
        if (gate != Gate.OPEN || shell == null || !token.equals(formToken())) {
            return false;
        }
        bundle = new BundleIntake(primitives, shell, (long) Host.now());
        return true;
    }

    BundleIntake bundle() {
        return java.util.Objects.requireNonNull(bundle);
    }

    void endBundle(boolean damaged, Ask ask, Answer answer) {
        Request bare = request(ask, Map.of());
        if (bundle == null) {
            answer.give(Pages.trouble(bare, Trouble.STALE_FORM));
        } else {
            bundle.end(damaged, report -> answer.give(Pages.carried(bare, report)));
            bundle = null;
        }
    }

    private Vault.Kept copyOfKept() {
        return new Vault.Kept(kept().fileKey().copy(), kept().sealed());
    }

    private boolean enter(Vault.Opened opened) {
        try (Secret content = opened.content()) {
            return switch (Peer.restore(primitives, content)) {
                case Checked.Good<Peer>(Peer peer) -> {
                    keep(null);
                    run(peer, opened.vault());
                    yield true;
                }
                case Checked.Bad<Peer> bad -> {
                    opened.vault().close();
                    gate = Gate.DAMAGED;
                    yield false;
                }
            };
        }
    }

    private void run(Peer peer, Vault vault) {
        Shell next = new Shell(peer, vault, entropy, () -> {
            // What the platform's authenticator opened was the key that is gone now.
            Host.keepSetting(PLATFORM, "");
            holdSession(vault);
        });
        shell = next;
        gate = Gate.OPENING;
        next.restore(waiting::begin, trouble -> {
            gate = trouble.isEmpty() ? Gate.OPEN : Gate.DAMAGED;
            waiting.end();
            Host.tell("show", "all");
        });
    }

    private void holdSession(Vault vault) {
        try (Secret session = primitives.fresh(entropy, 32)) {
            byte[] plain = new byte[32];
            session.copyTo(plain, 0);
            Host.keepSetting(SESSION, vault.wrap(session));
            Host.holdSession(Bytes.wrap(plain).base64Url());
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Stops without a word to anybody: the vault stays as it is on the disk, and whoever took over goes on with it. */
    void stop() {
        if (shell != null) {
            shell.close();
            shell = null;
        }
        keep(null);
        gate = Gate.UNKNOWN;
        waiting.end();
    }

    /** Shuts the vault; open pages lose the session key. */
    void lock(Runnable then) {
        stop();
        Host.keepSetting(SESSION, "");
        Host.holdSession("");
        look(then);
    }

    /** Answers a request; the body is of no use any more when this returns. */
    void answer(Ask ask, byte[] body, Answer answer) {
        Request bare = request(ask, Map.of());
        Optional<Response> asset = ask.method().equals("POST") ? Optional.empty() : Pages.asset(ask.path());
        if (asset.isPresent()) {
            answer.give(asset.get());
            return;
        }
        switch (ask.method()) {
            case "GET", "HEAD" -> get(bare, answer);
            case "POST" -> post(ask, body, bare, answer);
            default -> answer.give(Pages.trouble(bare, Trouble.WRONG_METHOD));
        }
    }

    private void get(Request request, Answer answer) {
        if (gate == Gate.OPENING) {
            waiting.add(() -> early(request, answer), () -> show(request, answer));
        } else {
            show(request, answer);
        }
    }

    /** Answers from what is there already, where that is enough. */
    private boolean early(Request request, Answer answer) {
        Optional<Views> views = shell == null ? Optional.empty() : shell.peek();
        if (views.isPresent() && waiting.suits(request, views.get()) && made(request, views.get()) instanceof Reply.Page(Response response)) {
            Host.servedEarly();
            answer.give(response);
            return true;
        }
        return false;
    }

    private void show(Request request, Answer answer) {
        Optional<Door> door = door();
        if (door.isPresent()) {
            answer.give(Pages.door(request, door.get()));
        } else if (request.path().equals("/passphrase")) {
            answer.give(Pages.door(request, Door.CHANGE));
        } else {
            reply(request, answer);
        }
    }

    private Optional<Door> door() {
        return switch (gate) {
            case UNKNOWN, OPENING -> Optional.of(Door.OPENING);
            case NEW -> Optional.of(Door.BEGIN);
            case LOCKED -> Optional.of(Door.LOCKED);
            case DAMAGED -> Optional.of(Door.LOCKED_DAMAGED);
            case OPEN -> Optional.empty();
        };
    }

    private void post(Ask ask, byte[] body, Request bare, Answer answer) {
        if (body.length > Pages.mostFormBytes(ask.path())) {
            answer.give(Pages.trouble(bare, Trouble.TOO_MUCH));
            return;
        }
        if (!FormSecret.text(body, "token").equals(formToken())) {
            answer.give(Pages.trouble(bare, Trouble.STALE_FORM));
            return;
        }
        switch (ask.path()) {
            case "/begin" -> begin(body, bare, answer);
            case "/unlock" -> unlock(body, bare, answer);
            case "/passphrase" -> change(body, bare, answer);
            case "/lock" -> lock(() -> answer.give(seeOther(bare, "/")));
            default -> act(ask, body, answer);
        }
    }

    /** A passphrase in a form is gone when the form is answered. */
    private void act(Ask ask, byte[] body, Answer answer) {
        Optional<Secret> passphrase = FormSecret.take(primitives, body, Request.PASSPHRASE);
        Request plain = request(ask, Request.fields(Bytes.of(body).text()));
        get(passphrase.map(plain::with).orElse(plain), response -> {
            passphrase.ifPresent(Secret::destroy);
            answer.give(response);
        });
    }

    private void begin(byte[] body, Request bare, Answer answer) {
        if (gate != Gate.NEW) {
            answer.give(seeOther(bare, "/"));
            return;
        }
        Optional<Secret> first = FormSecret.field(primitives, body, "passphrase");
        Optional<Secret> again = FormSecret.field(primitives, body, "again");
        try {
            if (first.isEmpty() || again.isEmpty() || !FormSecret.same(first.get(), again.get())) {
                answer.give(Pages.door(bare, Door.BEGIN_DIFFERENT));
            } else if (FormSecret.characters(first.get()) < Pages.SHORTEST_PASSPHRASE) {
                answer.give(Pages.door(bare, Door.BEGIN_SHORT));
            } else {
                create(first.get().copy(), bare, answer);
            }
        } finally {
            first.ifPresent(Secret::destroy);
            again.ifPresent(Secret::destroy);
        }
    }

    private void change(byte[] body, Request bare, Answer answer) {
        Optional<Secret> first = FormSecret.field(primitives, body, "passphrase");
        Optional<Secret> again = FormSecret.field(primitives, body, "again");
        try {
            if (gate != Gate.OPEN || shell == null) {
                get(bare, answer);
            } else if (first.isEmpty() || again.isEmpty() || !FormSecret.same(first.get(), again.get())) {
                answer.give(Pages.door(bare, Door.CHANGE_DIFFERENT));
            } else if (FormSecret.characters(first.get()) < Pages.SHORTEST_PASSPHRASE) {
                answer.give(Pages.door(bare, Door.CHANGE_SHORT));
            } else {
                shell.input(new Input.Wish(new Command.ChangePassphrase(first.get().copy())), outcome -> answer.give(Pages.door(bare,
                        outcome.filter(Outcome.Done.class::isInstance).isPresent() ? Door.CHANGED : Door.CHANGE_NOT_STORED)));
            }
        } finally {
            first.ifPresent(Secret::destroy);
            again.ifPresent(Secret::destroy);
        }
    }

    private void create(Secret passphrase, Request bare, Answer answer) {
        Vault vault = Vault.create(primitives, entropy, passphrase);
        Peer peer = Peer.fresh(primitives);
        Shell.write(vault, peer.vaultContent(), trouble -> {
            if (trouble.isEmpty()) {
                holdSession(vault);
                run(peer, vault);
                answer.give(seeOther(bare, "/"));
            } else {
                vault.close();
                answer.give(Pages.door(bare, Door.BEGIN_NOT_STORED));
            }
        });
    }

    private void unlock(byte[] body, Request bare, Answer answer) {
        if (gate != Gate.LOCKED) {
            answer.give(seeOther(bare, "/"));
            return;
        }
        Optional<Secret> passphrase = FormSecret.field(primitives, body, "passphrase");
        Optional<Vault.Opened> opened = passphrase.flatMap(secret -> Vault.open(primitives, entropy, copyOfKept(), secret));
        if (opened.isEmpty()) {
            answer.give(Pages.door(bare, Door.LOCKED_WRONG));
            return;
        }
        holdSession(opened.get().vault());
        answer.give(enter(opened.get()) ? seeOther(bare, "/") : Pages.door(bare, Door.LOCKED_DAMAGED));
    }

    private static Response seeOther(Request bare, String path) {
        Response like = Pages.trouble(bare, Trouble.NOT_FOUND);
        return new Response(303, "", like.headers(), Bytes.EMPTY).with("Location", path);
    }

    private void reply(Request request, Answer answer) {
        reply(request, answer, PhoneMap.MOST_TRIES);
    }

    /** A page for which pieces of the map's file were missed is made again when they are there. */
    private void reply(Request request, Answer answer, int tries) {
        Shell open = java.util.Objects.requireNonNull(shell);
        open.look(views -> {
            Reply made = made(request, views);
            if (tries > 0 && map.fetch(() -> again(request, answer, tries - 1))) {
                return;
            }
            switch (made) {
                case Reply.Page(Response response) -> answer.give(response);
                case Reply.Kept(Response response) -> answer.give(response);
                case Reply.KeepLanguage(String language, Response response) -> {
                    Host.keepSetting(LANGUAGE, language);
                    answer.give(response);
                }
                case Reply.Act act -> open.input(new Input.Wish(act.command()),
                        outcome -> answer.give(outcome.map(act.then()).orElseGet(() -> Pages.trouble(request, Trouble.BROKEN))));
            }
        });
    }

    /** A page that can't be made is said to be broken: the node goes on, and so do all other pages. */
    private Reply made(Request request, Views views) {
        try {
            return Pages.reply(request, views, means);
        } catch (RuntimeException e) {
            Host.fault(e.getClass().getName());
            return new Reply.Page(Pages.trouble(request, Trouble.BROKEN));
        }
    }

    private void again(Request request, Answer answer, int tries) {
        if (shell == null) {
            // Locked or stopped meanwhile.
            show(request, answer);
        } else {
            reply(request, answer, tries);
        }
    }

    private String formToken() {
        String token = Host.setting(FORM_TOKEN);
        if (token.isEmpty()) {
            token = entropy.next(16).hex();
            Host.keepSetting(FORM_TOKEN, token);
        }
        return token;
    }

    /** The tag of the language in which a request is to be answered, whether or not its texts are here yet. */
    String language(String query, String languages) {
        return Languages.wanted(Optional.ofNullable(Request.fields(query).get("lang")).map(List::getFirst),
                Optional.of(Host.setting(LANGUAGE)).filter(kept -> !kept.isEmpty()), languages).tag();
    }

    private Request request(Ask ask, Map<String, List<String>> form) {
        String language = Host.setting(LANGUAGE);
        return new Request(ask.method(), ask.path(), Request.fields(ask.query()), form, ask.languages(),
                language.isEmpty() ? Optional.empty() : Optional.of(language), zone(), ask.accept().contains("application/json"), formToken(),
                Optional.empty());
    }

    private ZoneId zone() {
        String name = Host.zone();
        if (!zone.getId().equals(name)) {
            try {
                zone = ZoneId.of(name);
            } catch (DateTimeException e) {
                zone = ZoneOffset.UTC;
            }
        }
        return zone;
    }

    /** The response as it stands under the base path. */
    Response based(Response response) {
        Response out = response;
        String location = response.headers().get("Location");
        if (location != null && location.startsWith("/")) {
            out = out.with("Location", base + location);
        }
        if (out.contentType().startsWith("text/html")) {
            out = new Response(out.status(), out.contentType(), out.headers(), Based.html(out.body(), base));
        }
        return out;
    }
}
