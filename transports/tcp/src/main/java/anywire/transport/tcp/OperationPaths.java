package anywire.transport.tcp;

import anywire.transport.Operation;
import anywire.transport.tcp.BadFrame.Reason;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A server's operations by the bytes of their paths, so that finding one makes no string. Immutable. */
final class OperationPaths {
    private record Entry(byte[] path, Operation operation) {}

    private final @Nullable Entry[] table;

    OperationPaths(Collection<Operation> operations) {
        table = new Entry[Integer.highestOneBit(Math.max(1, operations.size())) * 4];
        for (Operation operation : operations) {
            byte[] path = bytes(operation);
            int slot = hash(path) & (table.length - 1);
            while (table[slot] != null) {
                slot = slot + 1 & (table.length - 1);
            }
            table[slot] = new Entry(path, operation);
        }
    }

    static byte[] bytes(Operation operation) {
        return operation.path().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads a path's length, and leaves the reader there. */
    static int length(ByteBuf in, int end) {
        if (in.readerIndex() == end) {
            throw new BadFrame(Reason.FIELDS);
        }
        int length = in.readUnsignedByte();
        if (length > end - in.readerIndex()) {
            throw new BadFrame(Reason.FIELDS);
        }
        return length;
    }

    /** The operation whose path comes next in {@code in}; reads nothing. */
    @Nullable
    Operation find(ByteBuf in, int length) {
        int start = in.readerIndex();
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + in.getByte(start + i);
        }
        for (int slot = spread(hash) & (table.length - 1); ; slot = slot + 1 & (table.length - 1)) {
            Entry entry = table[slot];
            if (entry == null) {
                return null;
            }
            if (matches(entry.path, in, start, length)) {
                return entry.operation;
            }
        }
    }

    private static boolean matches(byte[] path, ByteBuf in, int start, int length) {
        if (path.length != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (path[i] != in.getByte(start + i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(byte[] path) {
        int hash = 0;
        for (byte b : path) {
            hash = 31 * hash + b;
        }
        return spread(hash);
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
