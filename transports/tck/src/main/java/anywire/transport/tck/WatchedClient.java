package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The client under test, and a count of the futures it has handed out that have no outcome yet. */
final class WatchedClient implements Client {
    private final Client client;
    private final AtomicInteger open = new AtomicInteger();

    WatchedClient(Client client) {
        this.client = client;
    }

    int open() {
        return open.get();
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return watched(client.call(call));
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return watched(client.send(call));
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        return watched(client.subscribe(call, topic, listener));
    }

    private <T> CompletableFuture<T> watched(CompletableFuture<T> future) {
        open.incrementAndGet();
        future.whenComplete((value, failure) -> open.decrementAndGet());
        return future;
    }

    @Override
    public Map<String, String> facts() {
        return client.facts();
    }

    @Override
    public void close() {
        client.close();
    }
}
