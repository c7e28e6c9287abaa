package anywire.transport.udp;

import anywire.transport.udp.BadDatagram.Reason;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104), cut to its first 16 bytes, as RFC 4868 does for IPsec: it says who has sent a datagram and that
 * nobody has changed it, and hides nothing.
 */
final class HmacSeal implements Seal {
    static final int MIN_SECRET_CHARS = 32;
    static final int TAG_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int SEQUENCE_BYTES = 8;
    private static final String ALGORITHM = "HmacSHA256";

    private final int key;
    private final Mac mac;
    private final byte[] made = new byte[HASH_BYTES];
    private final byte[] found = new byte[TAG_BYTES];

    /**
     * @param secret whose SHA-256 is the key
     * @throws IllegalArgumentException if it is too short to be one
     */
    HmacSeal(String secret) {
        if (secret.length() < MIN_SECRET_CHARS) {
            throw new IllegalArgumentException("too short");
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] bytes = sha256.digest(secret.getBytes(StandardCharsets.UTF_8));
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            // Tells keys apart, and says nothing of either.
            byte[] mark = sha256.digest(bytes);
            key = mark[0] == 0 ? 1 : Byte.toUnsignedInt(mark[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public int key() {
        return key;
    }

    @Override
    public int sequenceBytes() {
        return SEQUENCE_BYTES;
    }

    @Override
    public int tagBytes() {
        return TAG_BYTES;
    }

    @Override
    public void number(ByteBuf datagram, Peer to) {
        datagram.writeLong(to.nextSequence());
    }

    @Override
    public void close(ByteBuf datagram, Direction direction) {
        tag(datagram.nioBuffer(), direction);
        datagram.writeBytes(made, 0, TAG_BYTES);
    }

    @Override
    public void open(ByteBuf datagram, int start, Direction direction) {
        int end = datagram.writerIndex() - TAG_BYTES;
        if (end - start < Datagrams.HEADER_BYTES + SEQUENCE_BYTES) {
            throw new BadDatagram(Reason.LENGTH);
        }
        tag(datagram.nioBuffer(start, end - start), direction);
        datagram.getBytes(end, found);
        if (!same()) {
            throw new BadDatagram(Reason.FORGED);
        }
        datagram.writerIndex(end);
    }

    /** Takes as long wherever the first difference is. */
    private boolean same() {
        int different = 0;
        for (int i = 0; i < TAG_BYTES; i++) {
            different |= made[i] ^ found[i];
        }
        return different == 0;
    }

    private void tag(ByteBuffer bytes, Direction direction) {
        try {
            mac.update(direction.code);
            mac.update(bytes);
            mac.doFinal(made, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void check(ByteBuf datagram, Peer from) {
        if (!from.hears(datagram.readLong())) {
            throw new BadDatagram(Reason.REPLAYED);
        }
    }

    @Override
    public void skip(ByteBuf datagram) {
        datagram.skipBytes(SEQUENCE_BYTES);
    }
}
