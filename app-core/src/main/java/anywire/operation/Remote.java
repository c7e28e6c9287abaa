package anywire.operation;

import anywire.codec.Codec;
import anywire.codec.CodecException;
import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Credential;
import anywire.transport.Listener;
import anywire.transport.Operation;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A service at the other end of a client: what every stub is made of. Cheap to make; safe for use by many threads.
 * Futures complete where the client's do, or at once, and fail with a {@link RefusedException} for a "no" and with a
 * {@link anywire.transport.TransportException} for no answer, neither of them wrapped.
 */
public final class Remote {
    private final Client client;
    private final Codec codec;
    private final Duration timeout;
    private final Optional<Credential> caller;

    /** @param timeout of each call, and for a subscription to get live */
    public Remote(Client client, Codec codec, Duration timeout) {
        this(client, codec, timeout, Optional.empty());
    }

    private Remote(Client client, Codec codec, Duration timeout, Optional<Credential> caller) {
        this.client = client;
        this.codec = codec;
        this.timeout = timeout;
        this.caller = caller;
    }

    /** The same, asked by somebody. */
    public Remote as(Credential credential) {
        return new Remote(client, codec, timeout, Optional.of(credential));
    }

    /** @param unwrap takes what is wanted out of the reply's record */
    public <Q extends Record, R extends Record, T> CompletableFuture<T> ask(
            Procedure<?, Q, R> procedure, Q request, Function<R, T> unwrap) {
        try {
            return PendingReply.to(client.call(call(procedure.operation(), request)), procedure, codec, unwrap);
        } catch (IllegalArgumentException e) {
            return unsayable(procedure.operation(), e);
        }
    }

    /** Asks for something to be done. */
    public <Q extends Record> CompletableFuture<Void> tell(Procedure<?, Q, Done> procedure, Q request) {
        return ask(procedure, request, nothing -> null);
    }

    /** Sends as an event: done where {@link Client#send} is. */
    public <Q extends Record> CompletableFuture<Void> send(Procedure<?, Q, ?> procedure, Q request) {
        try {
            return client.send(call(procedure.operation(), request));
        } catch (IllegalArgumentException e) {
            return unsayable(procedure.operation(), e);
        }
    }

    /** @param gap called also for an item that can't be read */
    public <T extends Record> CompletableFuture<Subscription> listen(
            Channel<?, T> channel, String topic, Consumer<T> push, Runnable gap) {
        Call call = new Call(
                channel.operation(), Body.empty(codec.format()), codec.format(), timeout, caller, Optional.empty());
        return client.subscribe(call, topic, new Listener() {
            @Override
            public void push(Body item) {
                T record;
                try {
                    record = PendingReply.decode(codec, channel.item(), item);
                } catch (CodecException e) {
                    gap.run();
                    return;
                }
                push.accept(record);
            }

            @Override
            public void gap() {
                gap.run();
            }
        });
    }

    private Call call(Operation operation, Record request) {
        Body body = new Body(codec.format(), codec.encode(request));
        return new Call(operation, body, codec.format(), timeout, caller, Optional.empty());
    }

    /** What no codec can say no service could accept. */
    private static <T> CompletableFuture<T> unsayable(Operation operation, IllegalArgumentException e) {
        return CompletableFuture.failedFuture(new RefusedException(Refusal.INVALID, operation + ": " + e.getMessage()));
    }
}
