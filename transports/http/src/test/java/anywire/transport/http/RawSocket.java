package anywire.transport.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP by hand. */
final class RawSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    /** A response as it stood on the wire, but for its date. */
    record Response(String head, String body) {
        String statusLine() {
            return head.lines().findFirst().orElse("");
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    RawSocket(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Response exchange(URI server, String request) throws IOException {
        try (RawSocket socket = new RawSocket(server)) {
            return socket.send(request).read();
        }
    }

    RawSocket send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** One response whose length its head tells. */
    Response read() throws IOException {
        String head = readHead();
        Response response = new Response(head, "");
        String length = response.header("content-length");
        int bytes = length.isEmpty() ? 0 : Integer.parseInt(length);
        return new Response(head, new String(in.readNBytes(bytes), StandardCharsets.UTF_8));
    }

    String readHead() throws IOException {
        return readUntil("\r\n\r\n").replaceAll("(?m)^date: .*\r\n", "");
    }

    String readUntil(String end) throws IOException {
        byte[] last = end.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < last.length) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the end, after: " + text.toString(StandardCharsets.UTF_8));
            }
            text.write(next);
            matched = next == last[matched] ? matched + 1 : next == last[0] ? 1 : 0;
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** Whether the server hangs up without another word. */
    boolean ends() throws IOException {
        byte[] rest = in.readAllBytes();
        return rest.length == 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
