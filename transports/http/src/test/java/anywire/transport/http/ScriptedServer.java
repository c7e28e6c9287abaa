package anywire.transport.http;

import anywire.transport.Client;
import anywire.transport.Endpoint;
import anywire.transport.kit.LocalHost;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that a test plays itself, connection by connection, and the client that it is played to. */
final class ScriptedServer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final ServerSocket listening;
    private final LocalHost host = new LocalHost();
    final Client client;

    /** @param options of the client, as a URI has them */
    ScriptedServer(String options) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        listening.setSoTimeout(PATIENCE_MILLIS);
        HttpTransport transport = new HttpTransport();
        client = transport.connect(
                Endpoint.parse("http://127.0.0.1:" + listening.getLocalPort() + "?" + options, transport), host);
    }

    Peer accept() throws IOException {
        return new Peer(listening.accept());
    }

    FramePeer acceptHttp2(int maxStreams) throws IOException {
        Socket socket = listening.accept();
        socket.setSoTimeout(PATIENCE_MILLIS);
        return new FramePeer(socket, maxStreams);
    }

    /** The client at the other end of one connection. */
    static final class Peer implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            socket.setSoTimeout(PATIENCE_MILLIS);
        }

        /** @return the body of the next request: such as announce its length */
        String request() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append(read());
            }
            String length = head.toString()
                    .lines()
                    .filter(line -> line.startsWith("content-length: "))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no length in " + head))
                    .substring("content-length: ".length());
            return new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8);
        }

        private char read() throws IOException {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client hung up");
            }
            return (char) next;
        }

        boolean hasMore() throws IOException {
            return in.available() > 0;
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        void answer(String body) throws IOException {
            say("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body);
        }

        /** Waits until the client hangs up. */
        void awaitEnd() throws IOException {
            if (in.read() >= 0) {
                throw new IOException("the client speaks on");
            }
        }

        /** Hangs up, and waits until the client has seen it. */
        void hangUp() throws IOException {
            socket.shutdownOutput();
            awaitEnd();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        listening.close();
        host.close();
    }
}
