package weft.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weft.store.StoreException;
import weft.wire.event.Event;
import weft.wire.json.Json;
import weft.wire.message.ClientMessage;
import weft.wire.message.Filter;
import weft.wire.message.RelayMessage;

/** A whole relay over real sockets. */
class RelayServerTest {
    private static final int ENVELOPE = 9338;

    @TempDir
    Path folder;

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private RelaySettings settings() {
        return RelaySettings.standard(folder).at("127.0.0.1", 0);
    }

    private static HttpResponse<String> get(RelayServer relay, String path, String accept) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + relay.address().getPort() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void publishesStoresAndPassesOn() throws Exception {
        Voice circle = new Voice(1);
        Filter all = Filter.by(List.of(circle.publicKey), List.of(ENVELOPE));
        try (RelayServer relay = RelayServer.start(settings()); Client writer = new Client(relay.address()); Client reader = new Client(relay.address())) {
            assertThat(reader.stored("live", all)).isEmpty();
            Event event = circle.envelope(now(), 1);
            assertThat(writer.publish(event)).isEqualTo(new RelayMessage.Ok(event.id(), true, ""));
            assertThat(reader.live("live")).isEqualTo(event);
            assertThat(writer.publish(event).text()).startsWith("duplicate:");
            assertThat(writer.stored("again", all)).containsExactly(event);
            reader.say(new ClientMessage.Unsubscribe("live"));
            assertThat(reader.stored("other", Filter.by(List.of(new Voice(2).publicKey), List.of()))).isEmpty();
        }
    }

    @Test
    void whatWasAnsweredWithOkSurvivesARestart() throws Exception {
        Voice circle = new Voice(1);
        List<Event> events = circle.envelopes(now(), 300);
        try (RelayServer relay = RelayServer.start(settings()); Client writer = new Client(relay.address())) {
            events.forEach(event -> writer.say(new ClientMessage.Publish(event)));
            for (int i = 0; i < events.size(); i++) {
                assertThat(writer.await(RelayMessage.Ok.class, ok -> true).accepted()).isTrue();
            }
        }
        try (RelayServer relay = RelayServer.start(settings()); Client reader = new Client(relay.address())) {
            assertThat(relay.count()).isEqualTo(300);
            assertThat(reader.stored("all", Filter.by(List.of(circle.publicKey), List.of()))).containsExactlyInAnyOrderElementsOf(events);
        }
    }

    @Test
    void tellsWhatItIs() throws Exception {
        Path app = Files.createDirectories(folder.resolve("web"));
        Files.writeString(app.resolve("index.html"), "<title>app</title>");
        Files.writeString(folder.resolve("secret.txt"), "not for you");
        try (RelayServer relay = RelayServer.start(settings().serving(app)); Client client = new Client(relay.address())) {
            Voice circle = new Voice(3);
            client.publish(circle.envelope(now(), 1));
            HttpResponse<String> document = get(relay, "/", "application/nostr+json");
            assertThat(document.headers().firstValue("content-type")).hasValue("application/nostr+json");
            assertThat(document.headers().firstValue("access-control-allow-origin")).hasValue("*");
            assertThat(Json.read(document.body()).orThrow().write()).contains("\"supported_nips\":[1,").contains("\"max_subid_length\":64");
            HttpResponse<String> page = get(relay, "/", "text/html");
            HttpResponse<String> metrics = get(relay, "/metrics", "*/*");
            assertThat(page.body()).contains("sealed envelopes").doesNotContain(circle.publicKey.hex());
            assertThat(metrics.body()).contains("weft_relay_links 1").doesNotContain(circle.publicKey.hex());
            assertThat(get(relay, "/app/", "*/*").body()).contains("<title>app");
            assertThat(get(relay, "/app/%2e%2e/secret.txt", "*/*").statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(get(relay, "/nowhere", "*/*").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void twoOnOneFolderAreRefusedClearly() throws Exception {
        try (RelayServer relay = RelayServer.start(settings())) {
            assertThatThrownBy(() -> RelayServer.start(settings())).isInstanceOfSatisfying(StoreException.class,
                    e -> assertThat(e.code()).isEqualTo(StoreException.Code.BUSY)).hasMessageContaining("already using the folder");
            assertThatThrownBy(() -> RelayServer.start(RelaySettings.standard(folder.resolve("two")).at("127.0.0.1", relay.address().getPort())))
                    .isInstanceOf(IOException.class).hasMessageContaining("port " + relay.address().getPort());
        }
        RelayServer.start(settings()).close();
    }
}
