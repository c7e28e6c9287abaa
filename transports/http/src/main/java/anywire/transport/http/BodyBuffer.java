package anywire.transport.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * A message's body while it arrives. Grows with what has come, not with what was announced, so that announcing much
 * costs the receiver nothing.
 */
final class BodyBuffer {
    private static final int TRUSTED_BYTES = 16 * 1024;
    private static final byte[] NONE = {};

    private final int maxBytes;
    private byte[] bytes;
    private int size;

    /** @param announcedBytes what Content-Length said, at most {@code maxBytes}; negative if nothing */
    BodyBuffer(long announcedBytes, int maxBytes) {
        this.maxBytes = maxBytes;
        this.bytes = announcedBytes <= 0 ? NONE : new byte[(int) Math.min(announcedBytes, TRUSTED_BYTES)];
    }

    /** @return false if that is more than a body may have; then nothing was taken */
    boolean add(ByteBuf part) {
        int length = part.readableBytes();
        if (length > maxBytes - size) {
            return false;
        }
        if (size + length > bytes.length) {
            int room = Math.max(size + length, (int) Math.min(maxBytes, bytes.length * 2L));
            bytes = Arrays.copyOf(bytes, room);
        }
        part.readBytes(bytes, size, length);
        size += length;
        return true;
    }

    byte[] take() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }
}
