package anywire.transport.tck;

import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.CommonOptions;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.Option;
import anywire.transport.Reply;
import anywire.transport.SendPoint;
import anywire.transport.Server;
import anywire.transport.TransportException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Faults of limits, options, starting and ending. */
final class LifeMutants {
    private LifeMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "ignores maxInFlight",
                        new Unlimited(),
                        "back pressure",
                        "one call more than the limit is overload and does not run"),
                Mutant.client(
                        "queues what is too much",
                        Queueing::new,
                        "back pressure",
                        "one call more than the limit is overload and does not run"),
                Mutant.client(
                        "keeps a cancelled call's place",
                        Cancelless::new,
                        "cancellation",
                        "a cancelled call makes room for another"),
                new Mutant(
                        "carries more than it says",
                        new Generous(),
                        "sizes",
                        "one byte more is too large and does not run"),
                new Mutant(
                        "takes a wrong value for the default",
                        new Lenient(),
                        "options",
                        "a value that is none is refused"),
                Mutant.client(
                        "has nothing to say of itself",
                        sound -> new PassingClient(sound) {
                            @Override
                            public Map<String, String> facts() {
                                return Map.of();
                            }
                        },
                        "options",
                        "client and server tell facts about themselves"),
                Mutant.client(
                        "leaves calls under way without an outcome when it is closed",
                        NeverTelling::new,
                        "lifecycle",
                        "closing a client fails what is in flight"),
                new Mutant(
                        "leaves a thread behind",
                        new ThreadLeaking(),
                        "lifecycle",
                        "what was never used can be closed"),
                new Mutant(
                        "starts a thread before it is needed",
                        new Eager(),
                        "lifecycle",
                        "a client that was never used holds no thread"),
                new Mutant("keeps the port", new PortLeaking(), "lifecycle", "a closed servers port is free at once"),
                new Mutant(
                        "does not wait for running calls",
                        new Abrupt(),
                        "lifecycle",
                        "a closing server lets running calls finish"),
                Mutant.client(
                        "gives up for good when its server is away",
                        GivingUp::new,
                        "restart",
                        "a client outlives its server"),
                Mutant.client(
                        "does not notice that nobody is there",
                        Unnoticing::new,
                        "lifecycle",
                        "nobody there is told at once"));
    }

    private static final class Unlimited extends MutantTransport {
        @Override
        public Client connect(Endpoint to, Host host) {
            return super.connect(to.with(CommonOptions.MAX_IN_FLIGHT, 65_536), host);
        }
    }

    /** Tries again and again, a while, in the hope that there will be room. */
    private static final class Queueing extends PassingClient {
        Queueing(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> reply = super.call(call);
            if (!reply.isCompletedExceptionally()) {
                return reply;
            }
            return CompletableFuture.supplyAsync(
                            () -> super.call(call), CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS))
                    .thenCompose(again -> again);
        }
    }

    private static final class Cancelless extends PassingClient {
        Cancelless(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> handedOut = new CompletableFuture<>();
            CompletableFuture<Reply> unused = super.call(call).whenComplete((reply, failure) -> {
                if (failure == null) {
                    handedOut.complete(reply);
                } else {
                    handedOut.completeExceptionally(failure);
                }
            });
            return handedOut;
        }
    }

    private static final class Generous extends MutantTransport {
        @Override
        public Guarantees guarantees(Endpoint endpoint) {
            return Guarantees.of(SendPoint.HANDLED, Delivery.AT_MOST_ONCE, 70_000);
        }
    }

    private static final class Lenient extends MutantTransport {
        private static final Option<Integer> DEPTH = new Option<>(
                "depth",
                "1 to 9",
                3,
                "",
                "how deep",
                false,
                text -> text.matches("[1-9]") ? Integer.parseInt(text) : 3,
                String::valueOf);

        @Override
        public List<Option<?>> options() {
            return List.of(DEPTH);
        }
    }

    private static final class NeverTelling extends PassingClient {
        NeverTelling(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> handedOut = new CompletableFuture<>();
            CompletableFuture<Reply> unused = super.call(call).whenComplete((reply, failure) -> {
                if (failure == null) {
                    handedOut.complete(reply);
                } else if (!(failure instanceof TransportException.Closed)) {
                    handedOut.completeExceptionally(failure);
                }
            });
            return handedOut;
        }
    }

    private static void startThread(Host host, CountDownLatch until) {
        host.threads("leak")
                .newThread(() -> {
                    try {
                        until.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    private static final class ThreadLeaking extends MutantTransport {
        @Override
        Client mutate(Client client, Endpoint to, Host host) {
            CountDownLatch long20s = new CountDownLatch(1);
            startThread(host, long20s);
            CompletableFuture.delayedExecutor(20, TimeUnit.SECONDS).execute(long20s::countDown);
            return client;
        }
    }

    private static final class Eager extends MutantTransport {
        @Override
        Client mutate(Client client, Endpoint to, Host host) {
            CountDownLatch closed = new CountDownLatch(1);
            startThread(host, closed);
            return new PassingClient(client) {
                @Override
                public void close() {
                    super.close();
                    closed.countDown();
                }
            };
        }
    }

    private static final class PortLeaking extends MutantTransport {
        @Override
        Server mutate(Server server, Endpoint at, Host host) {
            return new PassingServer(server) {
                @Override
                public void close() {}
            };
        }
    }

    private static final class Abrupt extends MutantTransport {
        @Override
        public Server serve(Endpoint at, List<anywire.transport.Service> services, Host host) {
            return super.serve(at.with(CommonOptions.DRAIN, java.time.Duration.ofNanos(1)), services, host);
        }
    }

    private static final class GivingUp extends PassingClient {
        private volatile boolean gaveUp;

        GivingUp(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> reply = super.call(call);
            if (gaveUp || reply.isCompletedExceptionally()) {
                gaveUp = true;
                return CompletableFuture.failedFuture(new TransportException.Unreachable("gave up", null));
            }
            return reply;
        }
    }

    private static final class Unnoticing extends PassingClient {
        Unnoticing(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> reply = super.call(call);
            return reply.isCompletedExceptionally() ? new CompletableFuture<>() : reply;
        }
    }
}
