package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.kit.Topics;

/**
 * One subscriber, as the server has it: what waits for it is bounded, and what comes on top is lost to it alone. Safe
 * for use by many threads; items keep the order in which they were pushed.
 */
final class TcpSubscriber implements Topics.Subscriber {
    private final long id;
    private final Topics.Key topic;
    private final Format format;
    private final Outbox outbox;
    private final int bufferBytes;
    private final TcpCounters counters;

    private int waitingBytes;
    private boolean gapDue;
    private boolean ended;

    TcpSubscriber(long id, Topics.Key topic, Format format, Outbox outbox, int bufferBytes, TcpCounters counters) {
        this.id = id;
        this.topic = topic;
        this.format = format;
        this.outbox = outbox;
        this.bufferBytes = bufferBytes;
        this.counters = counters;
    }

    @Override
    public Topics.Key topic() {
        return topic;
    }

    @Override
    public Format format() {
        return format;
    }

    synchronized void end() {
        ended = true;
    }

    @Override
    public synchronized void push(Body item) {
        if (ended) {
            return;
        }
        int bytes = TcpFrames.pushSize(item.size());
        if (waitingBytes > 0 && waitingBytes + bytes > bufferBytes) {
            lose();
            return;
        }
        Item message = new Item(item, bytes, gapDue);
        gapDue = false;
        waitingBytes += bytes;
        if (!outbox.offer(message)) {
            waitingBytes -= bytes;
            lose();
        }
    }

    private void lose() {
        counters.pushesLost.increment();
        gapDue = true;
    }

    private final class Item implements Outbox.Message {
        private final Body item;
        private final int bytes;
        private final boolean afterGap;

        private Item(Body item, int bytes, boolean afterGap) {
            this.item = item;
            this.bytes = bytes;
            this.afterGap = afterGap;
        }

        @Override
        public void writeTo(Outbox out) {
            boolean gapNext;
            synchronized (TcpSubscriber.this) {
                waitingBytes -= bytes;
                if (ended) {
                    return;
                }
                // what was lost came after all that waited, of which this is the last
                gapNext = gapDue && waitingBytes == 0;
                gapDue &= !gapNext;
            }
            if (afterGap) {
                TcpFrames.bare(out.frame(TcpFrames.HEADER_BYTES), TcpFrames.GAP, id);
            }
            TcpFrames.push(out.frame(bytes), id, item);
            if (gapNext) {
                TcpFrames.bare(out.frame(TcpFrames.HEADER_BYTES), TcpFrames.GAP, id);
            }
        }
    }
}
