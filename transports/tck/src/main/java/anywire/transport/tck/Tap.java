package anywire.transport.tck;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    private final ServerSocketChannel listening;
    private final SocketAddress server;
    private final UnaryOperator<byte[]> toServer;
    private final UnaryOperator<byte[]> toClient;
    private final List<SocketChannel> channels = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    Tap(SocketAddress server, UnaryOperator<byte[]> toServer, UnaryOperator<byte[]> toClient) throws IOException {
        this.server = server;
        this.toServer = toServer;
        this.toClient = toClient;
        this.listening = server instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        .bind(UnixDomainSocketAddress.of(
                                Files.createTempDirectory("tck-").resolve("tap")))
                : ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
        start("tck-tap", this::accept);
    }

    URI address(String scheme) throws IOException {
        return listening.getLocalAddress() instanceof InetSocketAddress port
                ? URI.create(scheme + "://127.0.0.1:" + port.getPort())
                : URI.create(scheme + "://" + file());
    }

    private Path file() throws IOException {
        return ((UnixDomainSocketAddress) listening.getLocalAddress()).getPath();
    }

    /** All that the client has said so far. */
    synchronized byte[] said() {
        return said.toByteArray();
    }

    private void accept() throws IOException {
        while (true) {
            SocketChannel client = listening.accept();
            channels.add(client);
            SocketChannel onward = SocketChannel.open(server);
            channels.add(onward);
            start("tck-tap-out", () -> pump(client, onward, toServer, true));
            start("tck-tap-in", () -> pump(onward, client, toClient, false));
        }
    }

    private void pump(SocketChannel from, SocketChannel to, UnaryOperator<byte[]> change, boolean keep)
            throws IOException {
        try (from;
                to) {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (from.read(chunk.clear()) >= 0) {
                byte[] bytes = Arrays.copyOf(chunk.array(), chunk.position());
                if (keep) {
                    keep(bytes);
                }
                int ignored = to.write(ByteBuffer.wrap(change.apply(bytes)));
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
        Path file = listening.getLocalAddress() instanceof UnixDomainSocketAddress at ? at.getPath() : null;
        listening.close();
        for (SocketChannel channel : channels) {
            channel.close();
        }
        if (file != null) {
            Files.delete(file);
            Files.delete(file.resolveSibling(""));
        }
    }
}
