package anywire.transport.udp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Room for so many datagrams at a time. Where a call came back with fewer it has found the socket empty, and is not
 * repeated to be told so: with one datagram under way that second call would be as dear as the first.
 */
final class BatchedReads implements RecvByteBufAllocator {
    private final FixedRecvByteBufAllocator room;
    private final int datagrams;

    BatchedReads(int datagrams, int longest) {
        this.datagrams = datagrams;
        this.room = new FixedRecvByteBufAllocator(datagrams * longest);
    }

    @Override
    public Handle newHandle() {
        return new Reads((ExtendedHandle) room.newHandle(), datagrams);
    }

    /** Of one socket, on its event loop. */
    private static final class Reads extends DelegatingHandle implements ExtendedHandle {
        private final ExtendedHandle handle;
        private final int datagrams;
        private int fromThisCall;

        Reads(ExtendedHandle handle, int datagrams) {
            super(handle);
            this.handle = handle;
            this.datagrams = datagrams;
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator from) {
            fromThisCall = 0;
            return handle.allocate(from);
        }

        @Override
        public void incMessagesRead(int datagramsRead) {
            fromThisCall += datagramsRead;
            handle.incMessagesRead(datagramsRead);
        }

        @Override
        public boolean continueReading() {
            return fromThisCall == datagrams && handle.continueReading();
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return fromThisCall == datagrams && handle.continueReading(maybeMore);
        }
    }
}
