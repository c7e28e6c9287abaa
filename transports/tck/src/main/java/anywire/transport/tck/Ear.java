package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Listener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A listener that remembers what it heard, and can be made to stand still. */
final class Ear implements Listener {
    /** In the place of a gap in {@link #all}. */
    static final long GAP = -1;

    private final List<Body> heard = new CopyOnWriteArrayList<>();
    private final List<Long> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger gaps = new AtomicInteger();
    private final AtomicBoolean inside = new AtomicBoolean();
    private volatile boolean overlapped;
    private volatile @Nullable CountDownLatch obstacle;
    private volatile @Nullable Thread thread;

    @Override
    public void push(Body item) {
        enter();
        thread = Thread.currentThread();
        heard.add(item);
        if (item.size() >= Long.BYTES) {
            all.add(Requests.number(item));
        }
        standStill();
        inside.set(false);
    }

    @Override
    public void gap() {
        enter();
        gaps.incrementAndGet();
        all.add(GAP);
        inside.set(false);
    }

    private void enter() {
        if (!inside.compareAndSet(false, true)) {
            overlapped = true;
        }
    }

    private void standStill() {
        CountDownLatch stop = obstacle;
        if (stop != null) {
            try {
                stop.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From the next item on it doesn't return until the latch opens. */
    void standStillUntil(CountDownLatch open) {
        obstacle = open;
    }

    List<Body> heard() {
        return heard;
    }

    List<Long> numbers() {
        return heard.stream().map(Requests::number).toList();
    }

    /** Numbers and {@link #GAP}s as they came. */
    List<Long> all() {
        return all;
    }

    int gaps() {
        return gaps.get();
    }

    boolean overlapped() {
        return overlapped;
    }

    @Nullable
    Thread thread() {
        return thread;
    }

    void awaitHeard(int items) {
        Wait.until(items + " items heard", () -> heard.size() >= items);
    }
}
