package weft.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import weft.core.peer.Outcome;

/** Shows the pages with the sample week, for looking at: {@code main(port)}. Paths under {@code /door/} show each door, {@code /carried} a bundle's report. */
final class Preview {
    private Preview() {}

    /** The map in the file that the property {@code weft.map} names. */
    private static final Means MEANS = new Means(Requests.MEANS.primitives(), Requests.MEANS.clean(), true,
            () -> Optional.ofNullable(System.getProperty("weft.map")).map(name -> new MapFile(name, want -> MapPagesTest.piece(java.nio.file.Path.of(name), want))));

    static HttpServer start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", Preview::serve);
        server.start();
        return server;
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println(start(Integer.parseInt(arguments[0])).getAddress());
    }

    private static void serve(HttpExchange exchange) throws IOException {
        Response response = respond(exchange);
        response.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        if (!response.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", response.contentType());
        }
        byte[] body = response.body().toArray();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Response respond(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        Optional<String> accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept-Language"));
        boolean post = exchange.getRequestMethod().equals("POST");
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Request request = (post ? Request.post(target, form) : Request.get(target)).withLanguage(accept.orElse("")).withToken("t0ken");
        String path = request.path();
        if (Pages.asset(path).isPresent()) {
            return Pages.asset(path).get();
        }
        if (path.equals("/carried")) {
            return Pages.carried(request, new weft.core.view.BundleReport(412, 380, 12, 3, 4, 1, 1,
                    java.util.Map.of("not-json", 2L, "wrong-signature", 1L, "wrong-kind", 3L, "lasts-too-long", 5L), true, false));
        }
        if (path.startsWith("/door/")) {
            return Pages.door(request, Door.valueOf(path.substring(6)));
        }
        SampleViews views = path.startsWith("/c/") && target.contains("surge=1") ? SampleViews.surge(450) : SampleViews.week();
        if (target.contains("fresh=1")) {
            views = SampleViews.empty();
        }
        if (target.contains("jumped=1")) {
            views.node = new weft.core.view.Views.NodeView(true, views.node.relays(), 2);
        }
        if (RoundPages.circle(path).isPresent()) {
            return rounds(RoundPages.reply(request, views, MEANS, Optional.ofNullable(held),
                    target.contains("busy=1") ? Optional.of(new RoundBusy(0.42, 3, 2)) : Optional.empty()));
        }
        return switch (Pages.reply(request, views, MEANS)) {
            case Reply.Page(Response response) -> response;
            case Reply.Kept(Response response) -> response;
            case Reply.KeepLanguage(String ignored, Response response) -> response;
            case Reply.Act act -> act.then().apply(new Outcome.Done());
        };
    }

    private static @org.jspecify.annotations.Nullable RoundDay held;

    private static Response rounds(RoundReply reply) {
        return switch (reply) {
            case RoundReply.Show(Response response) -> response;
            case RoundReply.Keep keep -> {
                RoundDay day = keep.day();
                held = keep.plan() ? new RoundDay(day.date(), day.day().planned(weft.rounds.model.Limit.steps(20_000), 1), day.before()) : day;
                yield keep.then().apply(held);
            }
            case RoundReply.Enough(Response response) -> response;
            case RoundReply.Forget(Response response) -> {
                held = null;
                yield response;
            }
        };
    }
}
