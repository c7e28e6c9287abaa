package anywire.transport.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Somebody on the line between client and server: hears what the client says, and may garble either direction.
 *
 * <pre>
 *   client -- toServer --> Tap --> server
 *   client <-- toClient -- Tap <-- server
 * </pre>
 */
final class Tap implements AutoCloseable {
    private static final int CHUNK_BYTES = 8_192;

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final UnaryOperator<byte[]> toServer;
    private final UnaryOperator<byte[]> toClient;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Tap(InetSocketAddress server, UnaryOperator<byte[]> toServer, UnaryOperator<byte[]> toClient) throws IOException {
        this.server = server;
        this.toServer = toServer;
        this.toClient = toClient;
        this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start("tck-tap", this::accept);
    }

    URI address(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + listening.getLocalPort());
    }

    /** All that the client has said so far. */
    synchronized byte[] said() {
        return said.toByteArray();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            sockets.add(client);
            Socket onward = new Socket();
            sockets.add(onward);
            onward.connect(server);
            start("tck-tap-out", () -> pump(client, onward, toServer, true));
            start("tck-tap-in", () -> pump(onward, client, toClient, false));
        }
    }

    private void pump(Socket from, Socket to, UnaryOperator<byte[]> change, boolean keep) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                byte[] bytes = java.util.Arrays.copyOf(chunk, read);
                if (keep) {
                    keep(bytes);
                }
                out.write(change.apply(bytes));
            }
        }
    }

    private synchronized void keep(byte[] bytes) {
        said.writeBytes(bytes);
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(String name, Task task) {
        Thread thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException e) {
                        // One side hung up, or the tap was closed: this direction is over.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
