package anywire.bench.cli;

import anywire.bench.engine.suite.Nearest;
import anywire.operation.Operations;
import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Credential;
import anywire.transport.Endpoint;
import anywire.transport.Format;
import anywire.transport.Listener;
import anywire.transport.Operation;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.kit.LocalHost;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** One operation by hand: JSON or a form there, JSON back. */
final class OneCall implements AutoCloseable {
    private final LocalHost host;
    private final Client client;
    private final Duration timeout;
    private final Optional<Credential> caller;

    /** @param secrets by name */
    OneCall(
            TransportCatalog found,
            Endpoint to,
            Duration timeout,
            Optional<Credential> caller,
            Map<String, String> secrets) {
        this.host = new LocalHost(secrets);
        this.client = found.named(to.scheme()).connect(to, host);
        this.timeout = timeout;
        this.caller = caller;
    }

    /** @throws IllegalArgumentException with the nearest, if there is no such operation */
    static Operation operation(String path) {
        List<String> known = Operations.all().stream()
                .flatMap(contract -> contract.operations().stream())
                .map(Operation::path)
                .toList();
        return Operations.operation(path)
                .orElseThrow(() ->
                        new IllegalArgumentException("unknown operation '" + path + "'; " + Nearest.hint(path, known)));
    }

    /**
     * @return the reply, as JSON
     * @throws RefusedException if the service says no
     * @throws anywire.transport.TransportException if there is no answer
     */
    String ask(Operation operation, Body body) throws InterruptedException {
        Reply reply = await(client.call(call(operation, body)));
        if (reply instanceof Reply.Refused refused) {
            throw new RefusedException(refused.why(), refused.detail());
        }
        return text(((Reply.Done) reply).body());
    }

    void send(Operation operation, Body body) throws InterruptedException {
        await(client.send(call(operation, body)));
    }

    /** Hears so many items, then returns; or earlier, if the subscription ends or the thread is interrupted. */
    void listen(Operation operation, String topic, long count, Consumer<String> item, Runnable gap)
            throws InterruptedException {
        CountDownLatch left = new CountDownLatch(Math.toIntExact(count));
        Listener listener = new Listener() {
            @Override
            public void push(Body body) {
                if (left.getCount() > 0) {
                    item.accept(text(body));
                    left.countDown();
                }
            }

            @Override
            public void gap() {
                gap.run();
            }
        };
        try (Subscription live = await(client.subscribe(call(operation, Body.empty(Format.JSON)), topic, listener))) {
            live.ended().whenComplete((ended, failure) -> release(left));
            left.await();
            if (live.ended().isCompletedExceptionally()) {
                await(live.ended());
            }
        }
    }

    private static void release(CountDownLatch left) {
        while (left.getCount() > 0) {
            left.countDown();
        }
    }

    private Call call(Operation operation, Body body) {
        return new Call(operation, body, Format.JSON, timeout, caller, Optional.empty());
    }

    private static String text(Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    private static <T> T await(java.util.concurrent.CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        client.close();
        host.close();
    }
}
