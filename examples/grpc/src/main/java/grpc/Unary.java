package grpc;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call or event under way. */
final class Unary extends ClientCall.Listener<byte[]> {
    private final PendingCalls calls;
    private final Pending pending;
    private final Sent sent = new Sent();
    private Format format = Format.BINARY;
    private byte @Nullable [] message;

    Unary(PendingCalls calls, Pending pending) {
        this.calls = calls;
        this.pending = pending;
    }

    void start(Channel channel, GrpcNames.Way way, Call call) {
        long leftNanos = Math.max(1, pending.timeLeft().toNanos());
        ClientCall<byte[], byte[]> rpc = channel.newCall(
                GrpcNames.method(call.operation()),
                CallOptions.DEFAULT
                        .withDeadlineAfter(leftNanos, TimeUnit.NANOSECONDS)
                        .withStreamTracerFactory(sent));
        rpc.start(this, GrpcNames.headers(way, call, "", call.timeLeft()));
        rpc.request(2);
        rpc.sendMessage(call.body().bytes());
        rpc.halfClose();
        // Whoever gives up, and however: gRPC need not go on.
        var ignored = pending.exceptionally(failure -> {
            rpc.cancel("nobody waits for it any more", failure);
            return null;
        });
    }

    @Override
    public void onHeaders(Metadata headers) {
        format = GrpcNames.format(headers);
    }

    @Override
    public void onMessage(byte[] body) {
        message = body;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        byte[] body = message;
        boolean ignored = status.isOk() && body != null
                ? calls.complete(pending.id(), new Reply.Done(new Body(format, body)))
                : sent.settle(calls, pending.id(), status, trailers);
    }
}
