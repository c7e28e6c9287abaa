package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Passes everything on. */
class PassingClient implements Client {
    final Client client;

    PassingClient(Client client) {
        this.client = client;
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return client.call(call);
    }

    @Override
    public CompletableFuture<Void> send(Call call) {
        return client.send(call);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        return client.subscribe(call, topic, listener);
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
