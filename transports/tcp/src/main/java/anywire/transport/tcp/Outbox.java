package anywire.transport.tcp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.util.internal.PlatformDependent;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What goes out on a connection. Messages from other threads wait in a queue, for which the event loop is woken once,
 * however many they are; messages of the event loop itself take no detour. Either way frames are composed in one buffer,
 * and the socket is written to once for all that came together.
 *
 * <p>{@link #offer} is safe for use by many threads; all else belongs to the event loop. While the socket takes no more,
 * messages stay in the queue.
 */
final class Outbox implements Runnable {
    private static final int MIN_BATCH_BYTES = 512;
    private static final int MAX_BATCH_BYTES = 64 * 1024;
    private static final int MAX_SPARE_BYTES = 4096;
    private static final int MAX_MESSAGES_A_TURN = 1024;
    private static final int QUEUE_CHUNK = 128;
    private static final int MIN_WAITING = 1024;

    /** Something to send. One of the two is called, once, on the event loop. */
    interface Message {
        /** Composes its frames, if they are still wanted. */
        void writeTo(Outbox out);

        /** There is no connection, and none to be had. */
        default void abandon(String why) {}
    }

    private final EventLoop loop;
    private final Queue<Message> waiting;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final TcpCounters counters;
    private final Runnable noConnection;
    private final Runnable flush = this::flushNow;

    private @Nullable ChannelHandlerContext connection;
    private @Nullable ByteBuf batch;
    private @Nullable ByteBuf spare;
    private int batchBytes = MIN_BATCH_BYTES;
    private int unflushedBytes;
    private int unflushedFrames;
    private boolean draining;
    private boolean reading;
    private boolean flushDue;

    /**
     * @param maxWaiting about how many messages may wait, {@value #MIN_WAITING} at least
     * @param noConnection run on the event loop when messages wait and no connection is there
     */
    Outbox(EventLoop loop, int maxWaiting, TcpCounters counters, Runnable noConnection) {
        this.loop = loop;
        this.waiting = PlatformDependent.newMpscQueue(QUEUE_CHUNK, Math.max(MIN_WAITING, maxWaiting));
        this.counters = counters;
        this.noConnection = noConnection;
    }

    /** @return false if too many wait already: the message will not go out */
    boolean offer(Message message) {
        if (loop.inEventLoop() && connection != null && waiting.isEmpty() && isWritable(connection)) {
            message.writeTo(this);
            flushSoon();
            return true;
        }
        if (!waiting.offer(message)) {
            return false;
        }
        wake();
        return true;
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            try {
                loop.execute(this);
            } catch (RejectedExecutionException closed) {
                // whoever closed the event loop has failed, or will, whatever waits
            }
        }
    }

    /** Sends what waits, as far as the socket takes it. */
    @Override
    public void run() {
        if (draining) {
            return;
        }
        ChannelHandlerContext to = connection;
        if (to != null) {
            draining = true;
            try {
                drain(to);
                flushNow();
            } finally {
                draining = false;
                woken.set(false);
            }
        } else {
            woken.set(false);
        }
        if (!waiting.isEmpty()) {
            if (connection == null) {
                noConnection.run();
            } else if (isWritable(connection)) {
                wake();
            }
        }
    }

    private void drain(ChannelHandlerContext to) {
        for (int i = 0; i < MAX_MESSAGES_A_TURN && isWritable(to); i++) {
            Message message = waiting.poll();
            if (message == null) {
                return;
            }
            message.writeTo(this);
        }
    }

    /** Room in the batch for one frame of exactly this size, to be written before anything else happens. */
    ByteBuf frame(int size) {
        ByteBuf into = batch;
        while (into == null || into.writableBytes() < size) {
            if (into != null) {
                batchBytes = Math.min(2 * batchBytes, MAX_BATCH_BYTES);
                writeBatch(into, unflushedBytes + into.readableBytes() >= MAX_BATCH_BYTES);
            }
            if (batch == null) {
                batch = allocate(size);
            }
            into = batch;
        }
        unflushedFrames++;
        return into;
    }

    private ByteBuf allocate(int size) {
        ByteBuf kept = spare;
        if (kept != null) {
            spare = null;
            if (kept.capacity() >= Math.max(size, batchBytes)) {
                return kept;
            }
            kept.release();
        }
        ChannelHandlerContext to = connection;
        if (to == null) {
            throw new IllegalStateException("not connected");
        }
        return to.alloc().directBuffer(Math.max(size, batchBytes));
    }

    /** While reading, whatever is composed is flushed by {@link #readComplete}. */
    void reading() {
        reading = true;
    }

    void readComplete() {
        reading = false;
        flushNow();
    }

    /** Sees to it that what was composed goes out with whatever else this turn of the event loop composes. */
    void flushSoon() {
        if (!reading && !draining && !flushDue) {
            flushDue = true;
            loop.execute(flush);
        }
    }

    private void flushNow() {
        flushDue = false;
        ByteBuf last = batch;
        if (last != null) {
            if (last.readableBytes() < batchBytes / 4) {
                batchBytes = Math.max(batchBytes / 2, MIN_BATCH_BYTES);
            }
            writeBatch(last, true);
        } else if (unflushedBytes > 0 && connection != null) {
            unflushedBytes = 0;
            counted();
            connection.flush();
        }
    }

    private void writeBatch(ByteBuf full, boolean flushing) {
        batch = null;
        ChannelHandlerContext to = connection;
        if (to == null) {
            full.release();
        } else if (flushing) {
            unflushedBytes = 0;
            counted();
            to.writeAndFlush(full.retain(), to.voidPromise());
            keepOrRelease(full);
        } else {
            unflushedBytes += full.readableBytes();
            to.write(full, to.voidPromise());
        }
    }

    /** Most often the socket has taken all by now, and the same buffer serves again. */
    private void keepOrRelease(ByteBuf written) {
        if (spare == null && written.refCnt() == 1 && written.capacity() <= MAX_SPARE_BYTES && connection != null) {
            spare = written.clear();
        } else {
            written.release();
        }
    }

    private void counted() {
        counters.flushes.increment();
        counters.framesSent.add(unflushedFrames);
        unflushedFrames = 0;
    }

    void attach(ChannelHandlerContext to) {
        connection = to;
        unflushedBytes = 0;
        unflushedFrames = 0;
    }

    void detach() {
        connection = null;
        reading = false;
        ByteBuf unsent = batch;
        if (unsent != null) {
            batch = null;
            unsent.release();
        }
        ByteBuf kept = spare;
        if (kept != null) {
            spare = null;
            kept.release();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isAttached() {
        return connection != null;
    }

    /** Gives up on all that wait now, but not on what is offered because of that. */
    void abandonAll(String why) {
        for (int left = waiting.size(); left > 0; left--) {
            Message message = waiting.poll();
            if (message == null) {
                return;
            }
            message.abandon(why);
        }
    }

    private static boolean isWritable(ChannelHandlerContext to) {
        return to.channel().isWritable();
    }
}
