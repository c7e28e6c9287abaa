package anywire.bench.load;

import anywire.host.Tally;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Key;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The near end of the accounting: gives each call and event of a window a number, in its key, before the transport gets
 * it. Outside windows it passes calls on as they are.
 */
public final class NumberedClient implements Client {
    private final Client transport;
    private Client inner;
    private volatile @Nullable Numbers numbers;

    public NumberedClient(Client transport) {
        this.transport = transport;
        this.inner = transport;
    }

    /**
     * Puts something between the numbers and the transport, in place of what was there. Between two windows only: a
     * window's numbers are what makes it visible to other threads.
     */
    public void between(UnaryOperator<Client> something) {
        inner = something.apply(transport);
    }

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
                return new AtomicLong((long) (order.size() - 1) << Tally.NUMBER_BITS);
            });
        }

        synchronized List<Map.Entry<String, Long>> counts() {
            return order.stream().map(path -> Map.entry(path, sent(path))).toList();
        }

        private long sent(String path) {
            AtomicLong counter = next.get(path);
            return counter == null ? 0 : counter.get() & ((1L << Tally.NUMBER_BITS) - 1);
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

    private Call numbered(Call call) {
        Numbers now = numbers;
        if (now == null) {
            return call;
        }
        Key key = now.key(call.operation().path());
        return new Call(call.operation(), call.body(), call.accept(), call.timeLeft(), call.caller(), Optional.of(key));
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return inner.call(numbered(call));
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return inner.send(numbered(call));
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        return inner.subscribe(call, topic, listener);
    }

    @Override
    public Map<String, String> facts() {
        return inner.facts();
    }

    @Override
    public Map<String, Long> counts() {
        return inner.counts();
    }

    @Override
    public void close() {
        inner.close();
    }
}
