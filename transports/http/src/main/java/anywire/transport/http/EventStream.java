package anywire.transport.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpResponse;

/** One subscriber. Lives on its connection's event loop. */
final class EventStream {
    private final StreamTopics.Wanted wanted;
    private final Channel channel;
    private final HttpCounters counts;
    private final long heartbeatNanos;
    private long lastWriteNanos = System.nanoTime();
    private boolean gapDue;

    EventStream(StreamTopics.Wanted wanted, Channel channel, Limits limits, HttpCounters counts) {
        this.wanted = wanted;
        this.counts = counts;
        this.channel = channel;
        this.heartbeatNanos = limits.heartbeatNanos();
        channel.config()
                .setWriteBufferWaterMark(
                        new WriteBufferWaterMark(limits.pushBufferBytes() / 2, limits.pushBufferBytes()));
    }

    StreamTopics.Wanted wanted() {
        return wanted;
    }

    EventLoop loop() {
        return channel.eventLoop();
    }

    void open(HttpResponse head) {
        channel.write(head, channel.voidPromise());
        write(SentEvents.LIVE);
        channel.flush();
    }

    /** To be flushed; dropped, and the gap told later, if too much waits already. */
    void push(byte[] event) {
        if (!channel.isWritable()) {
            gapDue = true;
            counts.droppedItems.increment();
            return;
        }
        tellGap();
        write(event);
    }

    void flush() {
        channel.flush();
    }

    void writableAgain() {
        if (gapDue) {
            tellGap();
            channel.flush();
        }
    }

    void tick(long nowNanos) {
        if (nowNanos - lastWriteNanos >= heartbeatNanos && channel.isWritable()) {
            write(SentEvents.HEARTBEAT);
            channel.flush();
        }
    }

    private void tellGap() {
        if (gapDue) {
            gapDue = false;
            write(SentEvents.GAP);
        }
    }

    private void write(byte[] event) {
        lastWriteNanos = System.nanoTime();
        channel.write(new DefaultHttpContent(Unpooled.wrappedBuffer(event)), channel.voidPromise());
    }
}
