package anywire.transport.udp;

import anywire.transport.Body;
import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * One item of one subscription.
 *
 * @param place among those of its subscription, from 1
 * @param body null if there is none, and it only says that items were lost
 */
record Item(
        long subscription,
        long place,
        boolean afterGap,
        @Nullable Body body) {
    private static final int AFTER_GAP = 1;
    private static final int GAP_ONLY = 2;
    private static final int FIXED_BYTES = 2 * Long.BYTES + 2;

    int size() {
        return FIXED_BYTES + (body == null ? 0 : body.size());
    }

    void writeTo(ByteBuf out) {
        out.writeLong(subscription);
        out.writeLong(place);
        out.writeByte((afterGap ? AFTER_GAP : 0) | (body == null ? GAP_ONLY : 0));
        out.writeByte(body == null ? 0 : body.format().id());
        if (body != null) {
            out.writeBytes(body.bytes());
        }
    }

    /** @throws BadDatagram if it is none */
    static Item read(ByteBuf in) {
        if (in.readableBytes() < FIXED_BYTES) {
            throw new BadDatagram(Reason.FIELDS);
        }
        long subscription = in.readLong();
        long place = in.readLong();
        int flags = in.readByte();
        Body body = UdpRequests.readBody(in);
        if ((body == null) != ((flags & GAP_ONLY) != 0)) {
            throw new BadDatagram(Reason.FIELDS);
        }
        return new Item(subscription, place, (flags & AFTER_GAP) != 0, body);
    }
}
