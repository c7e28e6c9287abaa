package anywire.bench.engine.load;

import anywire.host.CallTally;
import anywire.transport.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The numbers of a window's calls, by operation, whichever clients they go through. */
public final class Numbering {
    private volatile @Nullable Numbers numbers;

    /** By operation: its place in the list, and the next number. */
    private static final class Numbers {
        private final long window;
        private final ConcurrentHashMap<String, AtomicLong> next = new ConcurrentHashMap<>();
        private final List<String> order = new ArrayList<>();

        Numbers(long window) {
            this.window = window;
        }

        Key key(String path) {
            AtomicLong counter = next.get(path);
            return new Key(window, (counter == null ? add(path) : counter).getAndIncrement());
        }

        private synchronized AtomicLong add(String path) {
            return next.computeIfAbsent(path, p -> {
                order.add(p);
                return new AtomicLong((long) (order.size() - 1) << CallTally.NUMBER_BITS);
            });
        }

        synchronized List<Map.Entry<String, Long>> counts() {
            return order.stream().map(path -> Map.entry(path, sent(path))).toList();
        }

        private long sent(String path) {
            AtomicLong counter = next.get(path);
            return counter == null ? 0 : counter.get() & ((1L << CallTally.NUMBER_BITS) - 1);
        }
    }

    /** From now on calls are numbered. */
    public void begin(long window) {
        numbers = new Numbers(window);
    }

    /** No longer. @return how many calls each operation had, in the order of their places */
    public List<Map.Entry<String, Long>> end() {
        Numbers ended = numbers;
        numbers = null;
        return ended == null ? List.of() : ended.counts();
    }

    /** The next one's; nothing outside of windows. */
    Optional<Key> next(String path) {
        Numbers now = numbers;
        return now == null ? Optional.empty() : Optional.of(now.key(path));
    }
}
