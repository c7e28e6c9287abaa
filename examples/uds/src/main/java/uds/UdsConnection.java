package uds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One end's way to the other, through one connection after another. A single thread, its owner's, both reads and writes:
 * it hands over each frame that comes, and sends what waits once a turn, in one write, however many frames that is.
 * Anybody may hand it something to send; who is not that thread wakes it, once for all that wait.
 */
final class UdsConnection {
    static final Map<String, String> FACTS =
            Map.of("channel", "java.nio, a selector and a thread a connection", "flush", "once a turn");

    private static final int BUFFER_BYTES = 64 * 1024;

    /** What comes in, on the line's thread. The buffer is the line's: it must not be kept. */
    interface Reader {
        void frame(byte type, long number, ByteBuffer rest);
    }

    /** What goes out: composed on the line's thread, just before it is sent. */
    interface Message {
        /** @return null if nobody wants it sent any more */
        @Nullable
        ByteBuffer compose();
    }

    private final int maxFrameBytes;
    private final int maxWaiting;
    private final Selector selector;
    private final Queue<Message> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingCount = new AtomicInteger();
    /** Whether the thread will look at what waits before it sleeps. */
    private final AtomicBoolean awake = new AtomicBoolean();

    private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private ByteBuffer in = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private @Nullable ByteBuffer composed;
    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private volatile long closedNanos;

    /**
     * @param maxWaiting reads nothing while more waits to be sent, so that an end that takes no answers is not asked for
     *     more questions. At one end only: if both did so, both might wait for ever
     */
    UdsConnection(int maxBodyBytes, int maxWaiting) {
        this.maxFrameBytes = maxBodyBytes + Frames.OVERHEAD_BYTES;
        this.maxWaiting = maxWaiting;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any thread. */
    void send(Message message) {
        waitingCount.incrementAndGet();
        waiting.add(message);
        wake();
    }

    private void wake() {
        if (Thread.currentThread() != thread && awake.compareAndSet(false, true)) {
            selector.wakeup();
        }
    }

    /** How many messages wait, about. */
    int waiting() {
        return waitingCount.get();
    }

    /** Drops all that waits now. */
    void forget() {
        while (poll() != null) {
            // on to the next
        }
    }

    private @Nullable Message poll() {
        Message next = waiting.poll();
        if (next != null) {
            waitingCount.decrementAndGet();
        }
        return next;
    }

    /** Without a connection: until something is to be sent, the line is closed, or so many milliseconds (0: ever) went by. */
    void await(long millis) throws IOException {
        thread = Thread.currentThread();
        awake.set(false);
        if (!closed && (waiting.isEmpty() || millis > 0)) {
            selector.select(millis);
        }
        awake.set(true);
    }

    /**
     * Reads and writes until the connection is over.
     *
     * @return why it is
     */
    String run(SocketChannel channel, Reader reader) {
        thread = Thread.currentThread();
        in.clear();
        out.clear();
        composed = null;
        try (channel) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            while (!isOver()) {
                awake.set(false);
                boolean full = write(channel);
                boolean asking = waitingCount.get() <= maxWaiting;
                key.interestOps((full ? SelectionKey.OP_WRITE : 0) | (asking ? SelectionKey.OP_READ : 0));
                turn(full);
                if (key.isReadable() && !read(channel, reader)) {
                    return "the other side hung up";
                }
            }
            return "this side was closed";
        } catch (IOException e) {
            return "the connection broke: " + e.getMessage();
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return "the other side does not speak this protocol";
        } finally {
            forgetChannel();
        }
    }

    /** A closed channel's descriptor is freed by the selector's next look at it. */
    private void forgetChannel() {
        try {
            selector.selectNow();
        } catch (IOException e) {
            // the selector is of no use any more, as its owner will notice
        }
    }

    private void turn(boolean full) throws IOException {
        if (closed) {
            selector.select(1);
        } else if (full || isSent()) {
            selector.select();
        } else {
            selector.selectNow();
        }
        awake.set(true);
        selector.selectedKeys().clear();
    }

    /** @return whether the socket takes no more for now */
    private boolean write(SocketChannel channel) throws IOException {
        compose();
        out.flip();
        if (out.hasRemaining()) {
            channel.write(out);
        }
        out.compact();
        return out.position() > 0;
    }

    /** As much as there is room for. */
    private void compose() {
        while (out.hasRemaining()) {
            ByteBuffer from = composed;
            if (from == null || !from.hasRemaining()) {
                Message next = poll();
                if (next == null) {
                    return;
                }
                composed = next.compose();
            } else {
                int some = Math.min(from.remaining(), out.remaining());
                out.put(out.position(), from, from.position(), some);
                out.position(out.position() + some);
                from.position(from.position() + some);
            }
        }
    }

    /** @return false at the end of what the other side has to say */
    private boolean read(SocketChannel channel, Reader reader) throws IOException {
        if (channel.read(in) < 0) {
            return false;
        }
        in.flip();
        while (in.remaining() >= Frames.LENGTH_BYTES) {
            int length = in.getInt(in.position());
            if (length < Frames.HEADER_BYTES || length > maxFrameBytes) {
                throw new IllegalArgumentException("a frame of " + length + " bytes");
            }
            int size = Frames.LENGTH_BYTES + length;
            if (in.remaining() < size) {
                break;
            }
            ByteBuffer frame = in.slice(in.position() + Frames.LENGTH_BYTES, length);
            in.position(in.position() + size);
            reader.frame(frame.get(), frame.getLong(), frame);
        }
        in.compact();
        if (!in.hasRemaining()) {
            // Twice as much as has come, never as much as was announced: a liar gets no memory.
            in = ByteBuffer.allocateDirect(2 * in.capacity()).put(in.flip());
        }
        return true;
    }

    /** Any thread. What waits still goes out; the connection ends then, or when this takes too long. */
    void close(long patienceNanos) {
        closedNanos = System.nanoTime() + patienceNanos;
        closed = true;
        selector.wakeup();
    }

    private boolean isOver() {
        return closed && (isSent() || System.nanoTime() - closedNanos > 0);
    }

    private boolean isSent() {
        ByteBuffer rest = composed;
        return waiting.isEmpty() && out.position() == 0 && (rest == null || !rest.hasRemaining());
    }

    /** Once its thread is done with it. */
    void free() {
        try {
            selector.close();
        } catch (IOException e) {
            // nothing is left to be freed
        }
    }
}
