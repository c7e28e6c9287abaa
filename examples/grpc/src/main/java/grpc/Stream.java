package grpc;

import anywire.transport.Call;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.PendingCalls.Pending;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A subscription's stream, for as long as it lasts: the first, or one of those after it. */
final class Stream extends ClientCall.Listener<byte[]> {
    private static final Duration RENEWAL_TIME = Duration.ofSeconds(5);

    private final GrpcClient client;
    private final ClientSubscription subscription;
    private final @Nullable Pending first;
    private final Sent sent = new Sent();
    private volatile @Nullable ClientCall<byte[], byte[]> rpc;
    private volatile boolean live;

    /** @param first who waits for it, if it is the first */
    Stream(GrpcClient client, ClientSubscription subscription, @Nullable Pending first) {
        this.client = client;
        this.subscription = subscription;
        this.first = first;
    }

    ClientSubscription subscription() {
        return subscription;
    }

    void start(Channel channel) {
        Call call = subscription.call();
        ClientCall<byte[], byte[]> started =
                channel.newCall(GrpcNames.method(call.operation()), CallOptions.DEFAULT.withStreamTracerFactory(sent));
        rpc = started;
        Duration timeLeft = first == null ? RENEWAL_TIME : first.timeLeft();
        started.start(this, GrpcNames.headers(GrpcNames.Way.SUBSCRIBE, call, subscription.topic(), timeLeft));
        started.request(1);
        started.sendMessage(call.body().bytes());
        started.halfClose();
        if (first != null) {
            var ignored = first.exceptionally(failure -> {
                cancel();
                return null;
            });
        }
    }

    void cancel() {
        ClientCall<byte[], byte[]> started = rpc;
        if (started != null) {
            started.cancel("nobody listens any more", null);
        }
    }

    @Override
    public void onHeaders(Metadata headers) {
        live = true;
        client.live(this);
        Pending waiting = first;
        if (waiting == null) {
            subscription.gap();
        } else if (!client.calls()
                .complete(waiting.id(), new Reply.Done(subscription.call().body()))) {
            cancel();
        }
        if (subscription.isClosed()) {
            cancel();
        }
    }

    @Override
    public void onMessage(byte[] message) {
        if (message.length > 0 && message[0] == GrpcNames.GAP) {
            subscription.gap();
        } else {
            subscription.push(GrpcNames.item(message));
        }
        ClientCall<byte[], byte[]> started = rpc;
        if (started != null) {
            started.request(1);
        }
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        Pending waiting = first;
        if (waiting != null && !live) {
            boolean ignored = sent.settle(client.calls(), waiting.id(), status, trailers);
            return;
        }
        RefusedException refused = refusal(GrpcNames.outcome(status, trailers));
        if (refused != null) {
            client.ended(this, refused);
        } else {
            client.lost(this);
        }
    }

    private static @Nullable RefusedException refusal(@Nullable Outcome outcome) {
        try {
            return outcome != null && outcome.reply() instanceof Reply.Refused refused
                    ? new RefusedException(refused.why(), refused.detail())
                    : null;
        } catch (TransportException fault) {
            return null;
        }
    }
}
