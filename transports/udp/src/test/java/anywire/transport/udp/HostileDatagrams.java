package anywire.transport.udp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.function.Consumer;

/** Somebody who knows the protocol and means no good. */
final class HostileDatagrams implements AutoCloseable {
    /** A bound against hanging. */
    private static final int ANSWER_MILLIS = 60_000;

    /** Nobody can wait for what doesn't come: on a busy machine it may come later, and is missed. */
    private static final int SILENCE_MILLIS = 200;

    private final DatagramSocket socket;
    private final int port;

    HostileDatagrams(int port) throws IOException {
        this.port = port;
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(ANSWER_MILLIS);
    }

    static byte[] datagram(long session, int type, long number, int index, int count, Consumer<ByteBuf> rest) {
        ByteBuf out = Unpooled.buffer();
        Datagrams.header(out, Datagrams.NOT_SEALED, session);
        Fragments.header(out, type, number, index, count);
        rest.accept(out);
        return ByteBufUtil.getBytes(out);
    }

    void send(byte[] datagram) throws IOException {
        socket.send(new DatagramPacket(datagram, datagram.length, InetAddress.getLoopbackAddress(), port));
    }

    /** What comes back, however late. */
    byte[] answer() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_000], 65_000);
        socket.receive(packet);
        return java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** Whether nothing comes back for a while. */
    boolean hearsNothing() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            byte[] ignored = answer();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(ANSWER_MILLIS);
        }
    }

    /** Gets a session as a client does. */
    long session() throws IOException {
        send(datagram(0, Types.HELLO, 0, 0, 1, out -> {
            out.writeLong(11).writeLong(12);
            out.writeZero(Handshake.HELLO_BYTES - 16);
        }));
        ByteBuf cookie = Unpooled.wrappedBuffer(answer());
        cookie.skipBytes(Datagrams.HEADER_BYTES + Fragments.HEADER_BYTES + 16);
        send(datagram(0, Types.HELLO, 0, 0, 1, out -> {
            out.writeLong(11).writeLong(12);
            out.writeBytes(cookie);
            out.writeZero(Handshake.HELLO_BYTES - 32);
        }));
        ByteBuf welcome = Unpooled.wrappedBuffer(answer());
        welcome.skipBytes(Datagrams.HEADER_BYTES + Fragments.HEADER_BYTES + 16);
        return welcome.readLong();
    }

    @Override
    public void close() {
        socket.close();
    }
}
