package anywire.host;

import anywire.transport.Call;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A service that keeps callers waiting for as long as it is told to, at no cost of its own. */
final class Gate extends ForwardingService {
    private final Latch latch;

    Gate(Service inner, Latch latch) {
        super(inner);
        this.latch = latch;
    }

    /** Open at first. Safe for use by many threads. */
    static final class Latch {
        private volatile CompletableFuture<Void> open = CompletableFuture.completedFuture(null);

        void close() {
            open = new CompletableFuture<>();
        }

        void open() {
            open.complete(null);
        }
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        return latch.open.thenCompose(opened -> super.call(call));
    }
}
