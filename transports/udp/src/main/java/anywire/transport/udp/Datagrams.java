package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;

/** The lowest layer: what every datagram begins with. */
final class Datagrams {
    static final int VERSION = 1;
    static final int HEADER_BYTES = 10;
    static final int NOT_SEALED = 0;
    static final long NO_SESSION = 0;

    private Datagrams() {}

    static void header(ByteBuf out, int key, long session) {
        out.writeByte(VERSION);
        out.writeByte(key);
        out.writeLong(session);
    }

    /**
     * Reads version and key, and leaves the reader at the session.
     *
     * @return the key
     */
    static int readKey(ByteBuf in) {
        if (in.readableBytes() < HEADER_BYTES) {
            throw new BadDatagram(Reason.LENGTH);
        }
        if (in.readByte() != VERSION) {
            throw new BadDatagram(Reason.VERSION);
        }
        return in.readUnsignedByte();
    }
}
