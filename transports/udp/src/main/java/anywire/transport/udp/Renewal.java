package anywire.transport.udp;

import io.netty.buffer.ByteBuf;

/** Of all leases of a session. As long as what the server may have to say to it. */
enum Renewal implements Message {
    INSTANCE;

    @Override
    public int type() {
        return Types.RENEW;
    }

    @Override
    public long number() {
        return 0;
    }

    @Override
    public int size() {
        return Long.BYTES;
    }

    @Override
    public void writeTo(ByteBuf out) {
        out.writeLong(0);
    }
}
