package anywire.transport.udp;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cookies: that somebody has heard what was sent to an address, without remembering that it was sent, as DTLS does it
 * (RFC 6347, section 4.2.1). On the event loop.
 */
final class Hellos {
    private static final String ALGORITHM = "HmacSHA256";
    private static final long EPOCH_SECONDS = 10;

    private final Mac mac;

    Hellos(SecureRandom random) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** A client's word: {@code cookie} is empty or what it was given. */
    record Hello(long nonceHigh, long nonceLow, long cookieHigh, long cookieLow) {
        /** @throws BadDatagram if it is none */
        static Hello read(ByteBuf in) {
            if (in.readableBytes() != Handshake.HELLO_BYTES) {
                throw new BadDatagram(BadDatagram.Reason.FIELDS);
            }
            return new Hello(in.readLong(), in.readLong(), in.readLong(), in.readLong());
        }

        boolean hasCookie() {
            return cookieHigh != 0 || cookieLow != 0;
        }
    }

    /** The answer to a hello without one. */
    Message cookie(Hello hello, InetSocketAddress from, long nowNanos) {
        ByteBuffer cookie = ByteBuffer.wrap(made(hello, from, epoch(nowNanos)));
        return Message.of(Types.COOKIE, 0, hello.nonceHigh(), hello.nonceLow(), cookie.getLong(), cookie.getLong());
    }

    /** Whether it was given to that address, for that nonce, within the last {@value #EPOCH_SECONDS} s or so. */
    boolean isGood(Hello hello, InetSocketAddress from, long nowNanos) {
        long now = epoch(nowNanos);
        return isOf(hello, from, now) || isOf(hello, from, now - 1);
    }

    private boolean isOf(Hello hello, InetSocketAddress from, long epoch) {
        ByteBuffer cookie = ByteBuffer.wrap(made(hello, from, epoch));
        return cookie.getLong() == hello.cookieHigh() & cookie.getLong() == hello.cookieLow();
    }

    static Message welcome(Hello hello, long session) {
        return Message.of(Types.WELCOME, 0, hello.nonceHigh(), hello.nonceLow(), session);
    }

    private static long epoch(long nowNanos) {
        return Math.floorDiv(nowNanos, TimeUnit.SECONDS.toNanos(EPOCH_SECONDS));
    }

    private byte[] made(Hello hello, InetSocketAddress from, long epoch) {
        byte[] address = from.getAddress().getAddress();
        mac.update(address);
        mac.update(ByteBuffer.allocate(4 + 3 * Long.BYTES)
                .putInt(from.getPort())
                .putLong(hello.nonceHigh())
                .putLong(hello.nonceLow())
                .putLong(epoch)
                .flip());
        return mac.doFinal();
    }

    /** That there is no such session. */
    static Message reset(long number, long session) {
        return Message.of(Types.RESET, number, session);
    }
}
