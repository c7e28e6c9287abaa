package grpc;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A channel, made with the first request. What is under way is bounded, and ended in time, by {@link PendingCalls}. */
final class GrpcClient implements Client {
    private static final int WINDOW_BYTES = 1 << 20;
    private static final long RENEWAL_MILLIS = 200;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Endpoint to;
    private final Host host;
    private final PendingCalls calls;
    private final Set<Stream> live = ConcurrentHashMap.newKeySet();
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder listenerFailures = new LongAdder();
    private @Nullable ManagedChannel channel;
    private @Nullable Loop loop;
    private volatile long retriedNanos = System.nanoTime() - RETRY_NANOS;
    private volatile boolean closed;

    GrpcClient(Endpoint to, Host host) {
        this.to = to;
        this.host = host;
        this.calls = new PendingCalls(to.get(CommonOptions.MAX_IN_FLIGHT), host);
    }

    @Override
    public CompletableFuture<Reply> call(Call call) {
        return request(GrpcNames.Way.CALL, call);
    }

    /** Refused is handled too: what the service refuses is dropped. */
    @Override
    public CompletableFuture<Void> send(Call call) {
        return request(GrpcNames.Way.EVENT, call).as(reply -> null);
    }

    private Pending request(GrpcNames.Way way, Call call) {
        Pending pending = registered(call);
        if (pending.handOver(this)) {
            new Unary(calls, pending).start(channel(), way, call);
        }
        return pending;
    }

    @Override
    public CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        ClientSubscription subscription =
                new ClientSubscription(call, Topic.check(topic), listener, listenerFailures, this::closed);
        Pending pending = registered(call);
        if (pending.handOver(this)) {
            new Stream(this, subscription, pending).start(channel());
        }
        return pending.as(reply -> {
            if (reply instanceof Reply.Refused refused) {
                throw new RefusedException(refused.why(), refused.detail());
            }
            return subscription;
        });
    }

    private Pending registered(Call call) {
        Pending pending = calls.register(call.timeLeft());
        int size = call.body().size();
        if (size > to.get(GrpcTransport.MAX_BODY)) {
            pending.completeExceptionally(new TransportException.TooLarge(
                    "a body of " + size + " bytes, over maxBody=" + to.get(GrpcTransport.MAX_BODY), false));
        }
        return pending;
    }

    /** gRPC waits a second and more after a connection that failed: whoever asks has it try again now. */
    private synchronized ManagedChannel channel() {
        ManagedChannel known = channel;
        if (known == null) {
            Loop started = Loop.start("grpc-client", host);
            NettyChannelBuilder builder = NettyChannelBuilder.forAddress(new InetSocketAddress(to.host(), to.port()))
                    .usePlaintext()
                    .eventLoopGroup(started.group())
                    .channelType(Loop.channel())
                    .flowControlWindow(WINDOW_BYTES)
                    .maxInboundMessageSize(to.get(GrpcTransport.MAX_BODY) + 1)
                    .disableRetry();
            if (to.get(GrpcTransport.CALLBACKS) == GrpcTransport.Callbacks.DIRECT) {
                builder.directExecutor();
            }
            loop = started;
            known = builder.build();
            channel = known;
        } else if (known.getState(false) == ConnectivityState.TRANSIENT_FAILURE
                && System.nanoTime() - retriedNanos > RETRY_NANOS) {
            retriedNanos = System.nanoTime();
            known.resetConnectBackoff();
        }
        return known;
    }

    PendingCalls calls() {
        return calls;
    }

    void live(Stream stream) {
        live.add(stream);
        if (closed) {
            stream.cancel();
        }
    }

    /** Its stream has ended, and neither its owner nor the service wanted that. */
    void lost(Stream stream) {
        live.remove(stream);
        ClientSubscription subscription = stream.subscription();
        if (closed || subscription.isClosed()) {
            subscription.end();
            return;
        }
        reconnects.increment();
        try {
            var ignored = host.timer().schedule(() -> renew(subscription), RENEWAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            subscription.end();
        }
    }

    private void renew(ClientSubscription subscription) {
        if (closed) {
            subscription.end();
        } else if (!subscription.isClosed()) {
            Stream again = new Stream(this, subscription, null);
            live.add(again); // so that closing finds it
            again.start(channel());
        }
    }

    void ended(Stream stream, RefusedException why) {
        live.remove(stream);
        stream.subscription().end(why);
    }

    private void closed(ClientSubscription subscription) {
        live.removeIf(stream -> {
            boolean its = stream.subscription() == subscription;
            if (its) {
                stream.cancel();
            }
            return its;
        });
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "client",
                "grpc-java",
                "io",
                Loop.io(),
                "event loops",
                "1",
                "callbacks",
                String.valueOf(to.effective().get("callbacks")));
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of("reconnects", reconnects.sum(), "listenerFailures", listenerFailures.sum());
    }

    @Override
    public void close() {
        ManagedChannel open;
        Loop running;
        synchronized (this) {
            closed = true;
            calls.close();
            open = channel;
            running = loop;
        }
        live.forEach(stream -> {
            stream.subscription().end();
            stream.cancel();
        });
        if (open != null && running != null) {
            open.shutdownNow();
            try {
                boolean ignored = open.awaitTermination(2, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            running.close();
        }
    }
}
