package weft.node.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends exactly the bytes it is told to: the JDK's client would set Host, Origin and the like by itself. */
final class RawHttp {
    private RawHttp() {}

    record Answer(int status, String head, String body) {
        boolean has(String line) {
            return head.lines().anyMatch(line::equalsIgnoreCase);
        }
    }

    static Answer get(int port, String path, String... headers) {
        return send(port, "GET " + path + " HTTP/1.1\r\n" + lines(port, headers) + "\r\n", "");
    }

    static Answer post(int port, String path, String body, String... headers) {
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        boolean typed = String.join("\n", headers).contains("Content-Type");
        return send(port, "POST " + path + " HTTP/1.1\r\n" + lines(port, headers) + "Content-Length: " + size + "\r\n"
                + (typed ? "" : "Content-Type: application/x-www-form-urlencoded\r\n") + "\r\n", body);
    }

    private static String lines(int port, String... headers) {
        String own = String.join("\r\n", headers);
        return (own.contains("Host:") ? "" : "Host: 127.0.0.1:" + port + "\r\n") + "Connection: close\r\n" + (own.isEmpty() ? "" : own + "\r\n");
    }

    static Answer send(int port, String head, String body) {
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = all.indexOf("\r\n\r\n");
            return new Answer(Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
