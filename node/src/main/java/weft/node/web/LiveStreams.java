package weft.node.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import weft.core.view.News;
import weft.core.view.Ref;
import weft.node.shell.Watcher;
import weft.pages.Response;
import weft.primitives.Bytes;

/**
 * Server-sent events to open pages: {@code show} and a circle's address, {@code tell} and
 * {@code circle/thread/news}. They say that something changed, never what; the page asks for that.
 */
final class LiveStreams implements Watcher, AutoCloseable {
    private static final int MOST_STREAMS = 64;
    private static final int MOST_WAITING = 256;
    private static final long BEAT_SECONDS = 20;
    private static final String END = "";

    private final Set<BlockingQueue<String>> streams = ConcurrentHashMap.newKeySet();

    @Override
    public void shown(Bytes circle) {
        tellAll("data: show " + circle.hex() + "\n\n");
    }

    @Override
    public void told(Ref thread, News news) {
        String word = news.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        tellAll("data: tell " + thread.circle().hex() + "/" + thread.root().hex() + "/" + word + "\n\n");
    }

    private void tellAll(String event) {
        for (BlockingQueue<String> stream : streams) {
            // A page that does not read misses news and looks again when it reconnects; it never holds the shell up.
            if (!stream.offer(event)) {
                stream.clear();
                stream.add(END);
            }
        }
    }

    /** Serves one stream until the page goes away or the node stops. */
    void serve(HttpExchange exchange, Response head) throws IOException {
        BlockingQueue<String> stream = new ArrayBlockingQueue<>(MOST_WAITING);
        if (streams.size() >= MOST_STREAMS) {
            exchange.sendResponseHeaders(503, -1);
            return;
        }
        streams.add(stream);
        for (Map.Entry<String, String> header : head.headers().entrySet()) {
            exchange.getResponseHeaders().set(header.getKey(), header.getValue());
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            // The first word lets a page look again: something may have changed between its making and this stream.
            write(out, "retry: 1000\ndata: hello\n\n");
            while (true) {
                String event = stream.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                if (END.equals(event)) {
                    return;
                }
                write(out, event == null ? ": still here\n\n" : event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.remove(stream);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        for (BlockingQueue<String> stream : streams) {
            stream.clear();
            stream.add(END);
        }
    }
}
