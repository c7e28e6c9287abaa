package grpc;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Reply;
import anywire.transport.Topic;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.Topics;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call, event or subscription as the server has it, from its headers to its end. */
final class Request extends ServerCall.Listener<byte[]> {
    /** For what came without a deadline: nobody's call of Anywire's. */
    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final GrpcServer server;
    private final Operation operation;
    private final ServerCall<byte[], byte[]> rpc;
    private final Metadata headers;
    private final Duration timeLeft;
    private byte @Nullable [] message;
    private volatile @Nullable Hearer hearer;
    private volatile boolean over;

    Request(GrpcServer server, Operation operation, ServerCall<byte[], byte[]> rpc, Metadata headers) {
        this.server = server;
        this.operation = operation;
        this.rpc = rpc;
        this.headers = headers;
        Deadline deadline = Context.current().getDeadline();
        this.timeLeft = deadline == null ? UNLIMITED : Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS));
    }

    Request begin() {
        rpc.request(2);
        return this;
    }

    @Override
    public void onMessage(byte[] body) {
        message = body;
    }

    @Override
    public void onHalfClose() {
        byte[] body = message;
        try {
            if (body == null) {
                throw new IllegalArgumentException("no message");
            }
            run(GrpcNames.call(operation, headers, body, timeLeft));
        } catch (IllegalArgumentException e) {
            rpc.close(Status.INVALID_ARGUMENT.withDescription(e.getMessage()), new Metadata());
        }
    }

    private void run(Call call) {
        CompletableFuture<?> ignored = switch (GrpcNames.way(headers)) {
            case CALL -> server.routes().call(call).whenComplete(this::answer);
            case EVENT -> server.routes().receive(call).whenComplete((nothing, failure) -> handled(failure));
            case SUBSCRIBE -> {
                String topic = Topic.check(GrpcNames.topic(headers));
                yield server.routes()
                        .admit(call, topic)
                        .whenComplete((reply, failure) -> admitted(call, topic, reply, failure));
            }
        };
    }

    private void handled(@Nullable Throwable failure) {
        if (Outcome.isRefusal(failure)) {
            server.eventsDropped.increment();
        }
        answer(new Reply.Done(Body.empty(Format.BINARY)), failure);
    }

    private void answer(@Nullable Reply reply, @Nullable Throwable failure) {
        Outcome outcome = Outcome.of(reply, failure, server.maxBodyBytes());
        try {
            if (outcome.isDone()) {
                rpc.sendHeaders(GrpcNames.headers(outcome.body().format()));
                rpc.sendMessage(outcome.body().bytes());
                rpc.close(Status.OK, new Metadata());
            } else {
                rpc.close(GrpcNames.status(outcome), GrpcNames.trailers(outcome));
            }
        } catch (IllegalStateException e) {
            // the caller has gone, or its deadline is over, and gRPC has closed the call by itself
        }
    }

    /** Headers say that it is live; what is published from here on comes after them. */
    private void admitted(Call call, String topic, @Nullable Reply reply, @Nullable Throwable failure) {
        if (!(reply instanceof Reply.Done)) {
            answer(reply, failure);
            return;
        }
        Hearer live = new Hearer(rpc, new Topics.Key(operation, topic), call.accept(), server.pushesLost);
        try {
            rpc.sendHeaders(GrpcNames.headers(call.accept()));
        } catch (IllegalStateException gone) {
            return;
        }
        hearer = live;
        server.topics().add(live);
        if (over) {
            onCancel();
        }
    }

    @Override
    public void onReady() {
        Hearer live = hearer;
        if (live != null) {
            live.drain();
        }
    }

    @Override
    public void onCancel() {
        over = true;
        Hearer live = hearer;
        if (live != null) {
            server.topics().remove(live);
            live.end();
        }
    }

    @Override
    public void onComplete() {
        onCancel();
    }
}
