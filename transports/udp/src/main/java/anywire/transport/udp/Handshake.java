package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import java.security.SecureRandom;

/** A client's way to a session. On the event loop. */
final class Handshake implements Message {
    /** Nonce, cookie, and as much again as the longest answer may need. */
    static final int HELLO_BYTES = 48;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final long nonceHigh = RANDOM.nextLong();
    private final long nonceLow = RANDOM.nextLong();
    private long cookieHigh;
    private long cookieLow;
    private int sent;
    private long dueNanos;

    /** Something came of it: the next hello may go at once. */
    void cookie(ByteBuf in) {
        requireNonce(in);
        cookieHigh = in.readLong();
        cookieLow = in.readLong();
        sent = 0;
    }

    /** @return the session */
    long welcome(ByteBuf in) {
        requireNonce(in);
        return in.readLong();
    }

    private void requireNonce(ByteBuf in) {
        if (in.readableBytes() < 24) {
            throw new BadDatagram(Reason.FIELDS);
        }
        if (in.readLong() != nonceHigh || in.readLong() != nonceLow) {
            throw new BadDatagram(Reason.COOKIE);
        }
    }

    boolean isDue(long nowNanos) {
        return sent == 0 || nowNanos - dueNanos >= 0;
    }

    void sent(long nowNanos, RoundTrip roundTrip, java.util.random.RandomGenerator random) {
        sent++;
        dueNanos = nowNanos + roundTrip.pauseNanos(sent, random);
    }

    @Override
    public int type() {
        return Types.HELLO;
    }

    @Override
    public long number() {
        return 0;
    }

    @Override
    public int size() {
        return HELLO_BYTES;
    }

    @Override
    public void writeTo(ByteBuf out) {
        out.writeLong(nonceHigh);
        out.writeLong(nonceLow);
        out.writeLong(cookieHigh);
        out.writeLong(cookieLow);
        out.writeZero(HELLO_BYTES - 32);
    }
}
