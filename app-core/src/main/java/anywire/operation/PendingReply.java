package anywire.operation;

import anywire.codec.Codec;
import anywire.codec.CodecException;
import anywire.transport.Body;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A reply to come, as what was asked for. Cancelling it cancels the call. */
final class PendingReply<R extends Record, T> extends CompletableFuture<T>
        implements BiConsumer<@Nullable Reply, @Nullable Throwable> {
    private final CompletableFuture<Reply> reply;
    private final Procedure<?, ?, R> procedure;
    private final Codec codec;
    private final Function<R, T> unwrap;

    private PendingReply(
            CompletableFuture<Reply> reply, Procedure<?, ?, R> procedure, Codec codec, Function<R, T> unwrap) {
        this.reply = reply;
        this.procedure = procedure;
        this.codec = codec;
        this.unwrap = unwrap;
    }

    static <R extends Record, T> PendingReply<R, T> to(
            CompletableFuture<Reply> reply, Procedure<?, ?, R> procedure, Codec codec, Function<R, T> unwrap) {
        PendingReply<R, T> answer = new PendingReply<>(reply, procedure, codec, unwrap);
        CompletableFuture<Reply> ignored = reply.whenComplete(answer);
        return answer;
    }

    @Override
    public void accept(@Nullable Reply reply, @Nullable Throwable failure) {
        if (reply instanceof Reply.Done done) {
            complete(done.body());
        } else if (reply instanceof Reply.Refused refused) {
            completeExceptionally(new RefusedException(refused.why(), refused.detail()));
        } else if (failure != null) {
            completeExceptionally(failure);
        }
    }

    private void complete(Body body) {
        try {
            complete(unwrap.apply(decode(codec, procedure.reply(), body)));
        } catch (CodecException e) {
            completeExceptionally(new TransportException.Broken(
                    "the reply of " + procedure + " can't be read: " + e.detail(), true, e));
        }
    }

    static <R> R decode(Codec codec, Class<R> type, Body body) throws CodecException {
        if (!body.format().equals(codec.format())) {
            throw new CodecException("it is in " + body.format().mediaType() + ", not in "
                    + codec.format().mediaType());
        }
        return codec.decode(type, body.bytes());
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        reply.cancel(mayInterruptIfRunning);
        return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
