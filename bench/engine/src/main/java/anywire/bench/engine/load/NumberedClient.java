package anywire.bench.engine.load;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Key;
import anywire.transport.Listener;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * The near end of the accounting: gives each call and event of a window a number, in its key, before the transport gets
 * it. Outside windows it passes calls on as they are.
 */
public final class NumberedClient implements Client {
    private final Client transport;
    private Client inner;
    private final Numbering numbering;

    public NumberedClient(Client transport, Numbering numbering) {
        this.numbering = numbering;
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

    private Call numbered(Call call) {
        Optional<Key> key = numbering.next(call.operation().path());
        return key.isEmpty()
                ? call
                : new Call(call.operation(), call.body(), call.accept(), call.timeLeft(), call.caller(), key);
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
