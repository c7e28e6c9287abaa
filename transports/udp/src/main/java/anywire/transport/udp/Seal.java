package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;

/** What stands between a datagram and whoever would change it on its way. One event loop's own. */
interface Seal {
    /** Which way a datagram goes: what a server has sealed can't be sent back to it. */
    enum Direction {
        TO_SERVER(1),
        TO_CLIENT(2);

        final byte code;

        Direction(int code) {
            this.code = (byte) code;
        }
    }

    /** As in the header. */
    int key();

    /** Between header and fragment. */
    int sequenceBytes();

    /** Behind the fragment. */
    int tagBytes();

    /** After the header was written, before the fragment is. */
    void number(ByteBuf datagram, Peer to);

    /** Once all else is written. */
    void close(ByteBuf datagram, Direction direction);

    /**
     * Checks and takes off the tag. The reader stays where it is.
     *
     * @param start where the datagram begins in the buffer
     * @throws BadDatagram if it is not as it was sealed
     */
    void open(ByteBuf datagram, int start, Direction direction);

    /**
     * Reads the sequence, after the session.
     *
     * @throws BadDatagram if that datagram was here before, or is too old to tell
     */
    void check(ByteBuf datagram, Peer from);

    /** As {@link #check}, where there is no session whose datagrams could be told apart. */
    void skip(ByteBuf datagram);

    /** Nothing stands there. */
    Seal NONE = new Seal() {
        @Override
        public int key() {
            return Datagrams.NOT_SEALED;
        }

        @Override
        public int sequenceBytes() {
            return 0;
        }

        @Override
        public int tagBytes() {
            return 0;
        }

        @Override
        public void number(ByteBuf datagram, Peer to) {}

        @Override
        public void close(ByteBuf datagram, Direction direction) {}

        @Override
        public void open(ByteBuf datagram, int start, Direction direction) {}

        @Override
        public void check(ByteBuf datagram, Peer from) {}

        @Override
        public void skip(ByteBuf datagram) {}
    };

    /** @throws BadDatagram if it was sealed under another key, or not at all, or should not be */
    default void requireKey(int key) {
        if (key != key()) {
            throw new BadDatagram(Reason.KEY);
        }
    }
}
