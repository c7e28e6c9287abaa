package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages of one session together that came in pieces; pieces of a repetition fill what the first left open. What
 * it holds is bounded: the oldest unfinished message makes room. On the event loop.
 */
final class Fragments {
    /** Type, number, index, count. */
    static final int HEADER_BYTES = 13;

    /** Of all pieces but the last: fewer would be the work of somebody who wants many. */
    static final int MIN_PIECE_BYTES = 400;

    private static final int MAX_UNFINISHED = 256;

    private final int maxMessageBytes;
    private final int maxHeldBytes;
    private final UdpCounters counters;
    /** Oldest first. */
    private final Map<Id, Unfinished> unfinished = new LinkedHashMap<>();

    private int heldBytes;

    private record Id(int type, long number) {}

    /** Makes one for each session. */
    interface Maker {
        Fragments make();
    }

    /** @param maxMessageBytes anything larger is no message */
    Fragments(int maxMessageBytes, UdpCounters counters) {
        this.maxMessageBytes = maxMessageBytes;
        this.maxHeldBytes = Math.max(1 << 20, 8 * maxMessageBytes);
        this.counters = counters;
    }

    static void header(ByteBuf out, int type, long number, int index, int count) {
        out.writeByte(type);
        out.writeLong(number);
        out.writeShort(index);
        out.writeShort(count);
    }

    /**
     * @param in a piece; read, or not at all
     * @return the message, in the same buffer where it is whole; null if pieces are missing
     * @throws BadDatagram if it is no piece, or does not fit those before it
     */
    @Nullable
    ByteBuf add(int type, long number, int index, int count, ByteBuf in) {
        if (index >= count) {
            throw new BadDatagram(Reason.FRAGMENT);
        }
        if (count == 1) {
            return in;
        }
        boolean last = index == count - 1;
        if (!in.isReadable()
                || !last && in.readableBytes() < MIN_PIECE_BYTES
                || count > maxMessageBytes / MIN_PIECE_BYTES + 1) {
            throw new BadDatagram(Reason.FRAGMENT);
        }
        Id id = new Id(type, number);
        Unfinished message = unfinished.computeIfAbsent(id, first -> new Unfinished(count));
        int grown = message.add(index, count, in);
        heldBytes += grown;
        if (message.missing == 0) {
            unfinished.remove(id);
            heldBytes -= message.bytes;
            if (message.bytes > maxMessageBytes) {
                throw new BadDatagram(Reason.FRAGMENT);
            }
            return message.whole();
        }
        makeRoom(id);
        return null;
    }

    private void makeRoom(Id latest) {
        Iterator<Map.Entry<Id, Unfinished>> oldest = unfinished.entrySet().iterator();
        while (oldest.hasNext() && (unfinished.size() > MAX_UNFINISHED || heldBytes > maxHeldBytes)) {
            Map.Entry<Id, Unfinished> entry = oldest.next();
            if (!entry.getKey().equals(latest)) {
                heldBytes -= entry.getValue().bytes;
                oldest.remove();
                counters.unfinished.increment();
            }
        }
    }

    /** Nobody waits for it any more. */
    void forget(int type, long number) {
        if (!unfinished.isEmpty()) {
            Unfinished message = unfinished.remove(new Id(type, number));
            heldBytes -= message == null ? 0 : message.bytes;
        }
    }

    int heldBytes() {
        return heldBytes;
    }

    /** Holds what has arrived and no more: what was announced takes no memory but for a pointer a piece. */
    private static final class Unfinished {
        private final byte[] @Nullable [] pieces;
        private int missing;
        private int bytes;

        private Unfinished(int count) {
            this.pieces = new byte[count][];
            this.missing = count;
        }

        private int add(int index, int count, ByteBuf in) {
            if (count != pieces.length) {
                throw new BadDatagram(Reason.FRAGMENT);
            }
            if (pieces[index] != null) {
                return 0;
            }
            byte[] piece = new byte[in.readableBytes()];
            in.readBytes(piece);
            pieces[index] = piece;
            missing--;
            bytes += piece.length;
            return piece.length;
        }

        private ByteBuf whole() {
            byte[] all = new byte[bytes];
            int at = 0;
            for (byte[] piece : pieces) {
                if (piece != null) {
                    System.arraycopy(piece, 0, all, at, piece.length);
                    at += piece.length;
                }
            }
            return Unpooled.wrappedBuffer(all);
        }
    }
}
