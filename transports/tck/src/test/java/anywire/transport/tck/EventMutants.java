package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Service;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Faults of events. */
final class EventMutants {
    private EventMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.client(
                        "drops one event in a hundred", DroppingEvents::new, "accounting", "every event arrives once"),
                Mutant.service(
                        "delivers one event in a hundred twice",
                        TwiceHandled::new,
                        "accounting",
                        "no event is handled twice"),
                Mutant.service(
                        "swaps two events in a hundred",
                        Swapping::new,
                        "events",
                        "events arrive in the order in which they were sent"),
                Mutant.client(
                        "says handled when it is handed over",
                        Hasty::new,
                        "events",
                        "handled means handled and not before"));
    }

    private static final class DroppingEvents extends PassingClient {
        private final AtomicInteger events = new AtomicInteger();

        DroppingEvents(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Void> send(Call call) {
            return events.incrementAndGet() % 100 == 0 ? CompletableFuture.completedFuture(null) : super.send(call);
        }
    }

    private static final class TwiceHandled extends PassingService {
        private final AtomicInteger events = new AtomicInteger();

        TwiceHandled(Service service) {
            super(service);
        }

        @Override
        public CompletionStage<Void> receive(Call call) {
            CompletionStage<Void> handled = super.receive(call);
            return events.incrementAndGet() % 100 == 0 ? handled.thenCompose(first -> super.receive(call)) : handled;
        }
    }

    private static final class Swapping extends PassingService {
        private int events;
        private @Nullable Call kept;

        Swapping(Service service) {
            super(service);
        }

        @Override
        public synchronized CompletionStage<Void> receive(Call call) {
            if (++events % 100 == 50) {
                kept = call;
                return CompletableFuture.completedFuture(null);
            }
            CompletionStage<Void> handled = super.receive(call);
            Call late = kept;
            if (late != null) {
                kept = null;
                return handled.thenCompose(done -> super.receive(late));
            }
            return handled;
        }
    }

    private static final class Hasty extends PassingClient {
        Hasty(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Void> send(Call call) {
            CompletableFuture<Void> unused = super.send(call);
            return CompletableFuture.completedFuture(null);
        }
    }
}
