package anywire.bench.engine.floor;

import anywire.bench.engine.floor.FloorWindow.RoundTrip;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * HTTP with no client library at all: a blocking socket that writes a GET and reads the response. {@link HttpFloorServer}
 * is the other end. What OkHttp takes is bare-http's time less this one's.
 */
final class SocketHttpFloor {
    private SocketHttpFloor() {}

    /** Asks for the same page again and again. */
    public static final class Client extends SocketClient {
        @Override
        RoundTrip roundTrip(Socket connected) throws IOException {
            byte[] request = ("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + connected.getPort() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            Responses responses = new Responses(connected.getInputStream());
            OutputStream out = connected.getOutputStream();
            return () -> {
                out.write(request);
                return responses.next();
            };
        }
    }

    /** Reads one response after the other, none of which is asked for before the one before it is read. */
    static final class Responses {
        private static final String OK = "HTTP/1.1 200 ";
        private static final String LENGTH = "content-length: ";

        private final InputStream in;
        private final byte[] bytes = new byte[64 * 1024];

        Responses(InputStream in) {
            this.in = in;
        }

        /** @return whether it is a 200, read to its end */
        boolean next() throws IOException {
            int filled = 0;
            int body = -1;
            while (body < 0) {
                filled += more(filled);
                body = endOfHead(filled);
            }
            String head = new String(bytes, 0, body, StandardCharsets.US_ASCII);
            int end = body + length(head);
            while (filled < end) {
                filled += more(filled);
            }
            return filled == end && head.startsWith(OK);
        }

        private int more(int filled) throws IOException {
            int read = in.read(bytes, filled, bytes.length - filled);
            if (read <= 0) {
                throw new EOFException("the server closed the connection, or sends too much");
            }
            return read;
        }

        private int endOfHead(int filled) {
            for (int i = 3; i < filled; i++) {
                if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                    return i + 1;
                }
            }
            return -1;
        }

        private static int length(String head) throws IOException {
            int at = head.indexOf(LENGTH);
            if (at < 0) {
                throw new IOException("a response without a length");
            }
            int from = at + LENGTH.length();
            return Integer.parseInt(head, from, head.indexOf('\r', from), 10);
        }
    }
}
