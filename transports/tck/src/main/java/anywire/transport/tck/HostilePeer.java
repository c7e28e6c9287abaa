package anywire.transport.tck;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Somebody who knows the address and not the protocol. Connections stay open until it leaves. */
final class HostilePeer implements AutoCloseable {
    private static final int REACTION_MILLIS = 250;
    private static final int CHUNK_BYTES = 8_192;

    private final SocketAddress target;
    private final List<SocketChannel> open = new ArrayList<>();

    HostilePeer(SocketAddress target) {
        this.target = target;
    }

    /** Opens a connection, sends, and keeps it open. That the other side hangs up is its good right. */
    void send(byte[] bytes) throws IOException {
        SocketChannel channel = SocketChannel.open(target);
        open.add(channel);
        try {
            int ignored = channel.write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            channel.close();
        }
    }

    void sendAndLeave(byte[] bytes) throws IOException {
        send(bytes);
        open.remove(open.size() - 1).close();
    }

    /**
     * Waits until the other side hangs up on the last one who stayed, or a moment if it doesn't: so that what was sent
     * has been read, as far as one can tell from here.
     */
    void awaitReaction() throws IOException {
        if (open.isEmpty()) {
            return;
        }
        SocketChannel last = open.get(open.size() - 1);
        try (Selector selector = Selector.open()) {
            last.configureBlocking(false);
            last.register(selector, SelectionKey.OP_READ);
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REACTION_MILLIS);
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
            while (last.read(chunk.clear()) >= 0 && System.nanoTime() - until < 0) {
                selector.select(REACTION_MILLIS);
            }
        } catch (IOException e) {
            // It hung up harshly.
        }
    }

    void sendDatagram(byte[] bytes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, target));
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : open) {
            channel.close();
        }
    }
}
