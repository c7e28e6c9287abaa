package anywire.transport.udp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelConfig;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Room for as many datagrams at a time as came together lately, and as many again; two at least, since a call that came back
 * with fewer than there was room for has found the socket empty, and is not repeated to be told so. Netty sets up each
 * datagram that there is room for, in every call: with one under way, room for sixteen costs more than the datagram.
 */
final class BatchedReads implements RecvByteBufAllocator {
    private static final int FEWEST = 2;

    private final FixedRecvByteBufAllocator most;
    private final int mostDatagrams;
    private final int longestBytes;

    BatchedReads(int mostDatagrams, int longestBytes) {
        this.mostDatagrams = mostDatagrams;
        this.longestBytes = longestBytes;
        this.most = new FixedRecvByteBufAllocator(mostDatagrams * longestBytes);
    }

    @Override
    public Handle newHandle() {
        return new Reads((ExtendedHandle) most.newHandle());
    }

    /** Of one socket, on its event loop. */
    private final class Reads extends DelegatingHandle implements ExtendedHandle {
        private final ExtendedHandle handle;
        private int room = FEWEST;
        private int fromThisCall;
        private int sinceWokenUp;

        Reads(ExtendedHandle handle) {
            super(handle);
            this.handle = handle;
        }

        @Override
        public void reset(ChannelConfig config) {
            makeRoomFor(sinceWokenUp);
            sinceWokenUp = 0;
            handle.reset(config);
        }

        private void makeRoomFor(int datagrams) {
            room = Math.max(FEWEST, Math.min(mostDatagrams, 2 * datagrams));
        }

        @Override
        public ByteBuf allocate(ByteBufAllocator from) {
            if (sinceWokenUp > 0) {
                makeRoomFor(sinceWokenUp);
            }
            fromThisCall = 0;
            // Always of one size, which the pool has at hand; what is beyond the room is not used.
            return handle.allocate(from).capacity(room * longestBytes);
        }

        @Override
        public void incMessagesRead(int datagrams) {
            fromThisCall += datagrams;
            sinceWokenUp += datagrams;
            handle.incMessagesRead(datagrams);
        }

        @Override
        public boolean continueReading() {
            return fromThisCall == room && handle.continueReading();
        }

        @Override
        public boolean continueReading(UncheckedBooleanSupplier maybeMore) {
            return fromThisCall == room && handle.continueReading(maybeMore);
        }
    }
}
