package anywire.bench.engine.load;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does to known calls what a bad transport would do to some: so that it is known what the accounting must find. Calls are
 * known by the low halves of their keys. Events and subscriptions pass as they are.
 */
public final class ManglingClient implements Client {
    private final Client inner;
    private final ScheduledExecutorService timer;
    private final Set<Long> dropped;
    private final Set<Long> doubled;
    private final Set<Long> swapped;
    private final AtomicReference<@Nullable Held> held = new AtomicReference<>();

    /**
     * @param dropped never sent: they time out
     * @param doubled sent twice; the first answer counts
     * @param swapped sent after the call that follows them
     */
    public ManglingClient(
            Client inner, ScheduledExecutorService timer, Set<Long> dropped, Set<Long> doubled, Set<Long> swapped) {
        this.inner = inner;
        this.timer = timer;
        this.dropped = dropped;
        this.doubled = doubled;
        this.swapped = swapped;
    }

    private record Held(Call call, CompletableFuture<Reply> answer) {}

    @Override
    public CompletableFuture<Reply> call(Call call) {
        long low = call.key().map(key -> key.low()).orElse(-1L);
        if (dropped.contains(low)) {
            return timesOut(call);
        }
        if (swapped.contains(low)) {
            Held now = new Held(call, new CompletableFuture<>());
            send(held.getAndSet(now));
            return now.answer();
        }
        CompletableFuture<Reply> answer = inner.call(call);
        if (doubled.contains(low)) {
            CompletableFuture<Reply> unused = inner.call(call);
        }
        send(held.getAndSet(null));
        return answer;
    }

    private CompletableFuture<Reply> timesOut(Call call) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        ScheduledFuture<?> unused = timer.schedule(
                () -> answer.completeExceptionally(
                        new TransportException.TimedOut("no answer within " + call.timeLeft(), true)),
                call.timeLeft().toNanos(),
                TimeUnit.NANOSECONDS);
        return answer;
    }

    private void send(@Nullable Held late) {
        if (late != null) {
            CompletableFuture<Reply> unused = inner.call(late.call()).whenComplete((reply, failure) -> {
                if (failure != null) {
                    late.answer().completeExceptionally(failure);
                } else {
                    late.answer().complete(reply);
                }
            });
        }
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return inner.send(call);
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
