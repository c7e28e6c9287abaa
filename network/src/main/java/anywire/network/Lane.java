package anywire.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * What waits in one direction for its time, and the thread that sends it on then. Where nothing waits and it is time
 * already, whoever brings it sends it.
 */
final class Lane implements AutoCloseable {
    private static final long MAX_PARK_NANOS = 1_000_000_000;

    /** Where something goes on. */
    interface Out {
        void send(byte[] bytes) throws IOException;
    }

    private record Item(long dueNanos, long order, byte[] bytes, Out out) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(dueNanos - other.dueNanos, 0);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Item> waiting = new PriorityQueue<>();
    private final RelayCounters counts;
    private final int maxWaitingBytes;
    private final Thread thread;
    private long order;
    private int waitingBytes;
    private boolean sending;
    private boolean stalled;
    private boolean closed;

    Lane(String name, int maxWaitingBytes, RelayCounters counts) {
        this.maxWaitingBytes = maxWaitingBytes;
        this.counts = counts;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** @return false if too much waits already */
    boolean offer(byte[] bytes, long dueNanos, Out out) throws IOException {
        synchronized (this) {
            if (closed) {
                return true;
            }
            boolean now = waiting.isEmpty() && !sending && !stalled && dueNanos - System.nanoTime() <= 0;
            if (!now) {
                return enqueue(bytes, dueNanos, out);
            }
            sending = true;
        }
        try {
            send(new Item(dueNanos, 0, bytes, out));
        } finally {
            sent();
        }
        return true;
    }

    /** As {@link #offer}, but waits for room. */
    void put(byte[] bytes, long dueNanos, Out out) throws IOException, InterruptedException {
        while (!offer(bytes, dueNanos, out)) {
            synchronized (this) {
                while (waitingBytes > maxWaitingBytes / 2 && !closed) {
                    wait();
                }
            }
        }
    }

    private boolean enqueue(byte[] bytes, long dueNanos, Out out) {
        if (waitingBytes > 0 && waitingBytes + bytes.length > maxWaitingBytes) {
            return false;
        }
        Item item = new Item(dueNanos, order++, bytes, out);
        waiting.add(item);
        waitingBytes += bytes.length;
        if (waiting.peek() == item) {
            LockSupport.unpark(thread);
        }
        return true;
    }

    private void send(Item item) throws IOException {
        item.out.send(item.bytes);
        counts.passed(System.nanoTime() - item.dueNanos);
    }

    private synchronized void sent() {
        sending = false;
        if (!waiting.isEmpty()) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        lowerSlack();
        while (true) {
            Item next = null;
            long pauseNanos = MAX_PARK_NANOS;
            synchronized (this) {
                if (closed) {
                    return;
                }
                Item first = waiting.peek();
                if (first != null && !sending && !stalled) {
                    pauseNanos = first.dueNanos - System.nanoTime();
                    if (pauseNanos <= 0) {
                        next = waiting.poll();
                        waitingBytes -= first.bytes.length;
                        sending = true;
                        notifyAll();
                    }
                }
            }
            if (next == null) {
                LockSupport.parkNanos(this, pauseNanos);
                continue;
            }
            try {
                send(next);
            } catch (IOException e) {
                // That end is gone, and with it whoever waited for this.
            } finally {
                synchronized (this) {
                    sending = false;
                }
            }
        }
    }

    /** By default the kernel may wake a sleeping thread 50 us late, so as to save wake-ups. Linux only. */
    private static void lowerSlack() {
        try {
            String self = Files.readSymbolicLink(Path.of("/proc/thread-self")).toString();
            Files.writeString(Path.of("/proc", self.substring(self.lastIndexOf('/') + 1), "timerslack_ns"), "1");
        } catch (IOException e) {
            // Then it is later, and the tally says so.
        }
    }

    synchronized void stall(boolean isStalled) {
        stalled = isStalled;
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.clear();
            notifyAll();
        }
        LockSupport.unpark(thread);
    }
}
