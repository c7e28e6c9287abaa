package anywire.transport.tcp;

import anywire.transport.PendingCalls.Pending;
import anywire.transport.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** What a caller gets where the reply itself is not what they want. Cancelling it gives up the call behind it. */
final class Outcome<T> extends CompletableFuture<T> {
    private final Pending<Reply> call;

    private Outcome(Pending<Reply> call) {
        this.call = call;
    }

    /** @param onReply completes the outcome; it fails by itself if there is no reply */
    static <T> Outcome<T> of(Pending<Reply> call, BiConsumer<Outcome<T>, Reply> onReply) {
        Outcome<T> outcome = new Outcome<>(call);
        call.whenComplete((reply, failure) -> {
            if (failure != null) {
                outcome.completeExceptionally(failure);
            } else {
                onReply.accept(outcome, reply);
            }
        });
        return outcome;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        call.cancel(mayInterruptIfRunning);
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
