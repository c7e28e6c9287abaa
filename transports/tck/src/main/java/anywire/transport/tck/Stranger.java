package anywire.transport.tck;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Somebody who knows the port and not the protocol. Connections stay open until it leaves. */
final class Stranger implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;

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
