package anywire.transport.tck;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Somebody who knows the port and not the protocol. Connections stay open until it leaves. */
final class Stranger implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int REACTION_MILLIS = 250;

    private final InetSocketAddress target;
    private final List<Socket> open = new ArrayList<>();

    Stranger(InetSocketAddress target) {
        this.target = target;
    }

    /** Opens a connection, sends, and keeps it open. That the other side hangs up is its good right. */
    void send(byte[] bytes) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.connect(target, CONNECT_MILLIS);
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            socket.close();
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
        Socket last = open.get(open.size() - 1);
        try {
            last.setSoTimeout(REACTION_MILLIS);
            long unused = last.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It hung up harshly, or says nothing.
        }
    }

    void sendDatagram(byte[] bytes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, target));
        }
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }
}
