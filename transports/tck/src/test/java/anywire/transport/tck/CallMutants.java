package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Client;
import anywire.transport.Format;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults of calls and their answers. */
final class CallMutants {
    private CallMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.client(
                        "drops one call in a hundred",
                        DroppingCalls::new,
                        "accounting",
                        "every call runs once and is answered once"),
                Mutant.service(
                        "runs calls twice", TwiceRun::new, "accounting", "every call runs once and is answered once"),
                Mutant.client(
                        "gives an answer to the wrong question",
                        Crossed::new,
                        "concurrency",
                        "answers may come in any order"),
                Mutant.client("blocks the caller", Blocking::new, "concurrency", "asking does not wait for the answer"),
                Mutant.client(
                        "lets one call at a time through",
                        OneAtATime::new,
                        "concurrency",
                        "a slow call does not hold up a quick one"),
                Mutant.client(
                        "wraps exceptions", Wrapping::new, "lifecycle", "closing a client fails what is in flight"),
                Mutant.client(
                        "says of every failure that it did not run",
                        Denying::new,
                        "deadlines",
                        "a call that is never answered fails when its time is over"),
                Mutant.arrival(
                        "loses the credential",
                        call -> new Call(
                                call.operation(),
                                call.body(),
                                call.accept(),
                                call.timeLeft(),
                                Optional.empty(),
                                call.key()),
                        "calls",
                        "the credential arrives"),
                Mutant.arrival(
                        "loses the key",
                        call -> new Call(
                                call.operation(),
                                call.body(),
                                call.accept(),
                                call.timeLeft(),
                                call.caller(),
                                Optional.empty()),
                        "calls",
                        "the key arrives"),
                Mutant.arrival(
                        "knows three formats and takes all others for binary",
                        call -> Requests.accepting(call.accept().id() > 3 ? Format.BINARY : call.accept(), call),
                        "calls",
                        "the wanted format arrives"),
                Mutant.arrival(
                        "tells the server nothing of the time left",
                        call -> Requests.within(Duration.ofHours(1), call),
                        "calls",
                        "the time left arrives and has not grown"),
                Mutant.client(
                        "ignores deadlines",
                        Timeless::new,
                        "deadlines",
                        "a call that is never answered fails when its time is over"),
                Mutant.client(
                        "makes a refusal a failure", Failing::new, "refusals", "every refusal crosses with its reason"),
                Mutant.client(
                        "loses accents", AsciiOnly::new, "refusals", "a reason keeps its accents quotes and emoji"),
                Mutant.arrival(
                        "writes into the caller's array",
                        call -> {
                            if (call.body().size() > 0) {
                                call.body().bytes()[0] ^= 1;
                            }
                            return call;
                        },
                        "ownership",
                        "the callers array stays as it was"),
                Mutant.client(
                        "answers in a buffer that it uses again",
                        Reusing::new,
                        "ownership",
                        "what was received is never changed later"));
    }

    private static final class DroppingCalls extends PassingClient {
        private final AtomicInteger calls = new AtomicInteger();

        DroppingCalls(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            return calls.incrementAndGet() % 100 == 0
                    ? CompletableFuture.failedFuture(new TransportException.TimedOut("lost", true))
                    : super.call(call);
        }
    }

    private static final class TwiceRun extends PassingService {
        TwiceRun(anywire.transport.Service service) {
            super(service);
        }

        @Override
        public CompletionStage<Reply> call(Call call) {
            return super.call(call).thenCompose(first -> super.call(call));
        }
    }

    /** Answers in the order of asking, whoever was answered. */
    private static final class Crossed extends PassingClient {
        private final Queue<CompletableFuture<Reply>> asked = new ArrayDeque<>();

        Crossed(Client client) {
            super(client);
        }

        @Override
        public synchronized CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> next = new CompletableFuture<>();
            asked.add(next);
            CompletableFuture<Reply> unused = super.call(call).whenComplete((reply, failure) -> answer(reply));
            return next;
        }

        private synchronized void answer(Reply reply) {
            asked.remove().complete(reply);
        }
    }

    private static final class Blocking extends PassingClient {
        Blocking(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> reply = super.call(call);
            try {
                Reply unused = reply.get(4, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                return reply;
            }
            return reply;
        }
    }

    private static final class OneAtATime extends PassingClient {
        private CompletableFuture<Reply> last =
                CompletableFuture.completedFuture(new Reply.Done(Body.empty(Format.BINARY)));

        OneAtATime(Client client) {
            super(client);
        }

        @Override
        public synchronized CompletableFuture<Reply> call(Call call) {
            last = last.handle((reply, failure) -> reply).thenCompose(reply -> super.call(call));
            return last;
        }
    }

    private static final class Wrapping extends PassingClient {
        Wrapping(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            return super.call(call).thenApply(reply -> reply);
        }
    }

    private static final class Denying extends PassingClient {
        Denying(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            CompletableFuture<Reply> denied = new CompletableFuture<>();
            CompletableFuture<Reply> unused = super.call(call).whenComplete((reply, failure) -> {
                if (failure instanceof TransportException known) {
                    denied.completeExceptionally(known.fault().exception("it did not run", false));
                } else {
                    denied.complete(reply);
                }
            });
            return denied;
        }
    }

    private static final class Timeless extends PassingClient {
        Timeless(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            return super.call(Requests.within(Duration.ofHours(1), call));
        }
    }

    private static final class Failing extends PassingClient {
        Failing(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            return super.call(call)
                    .thenCompose(reply -> reply instanceof Reply.Refused refused && refused.why() == Refusal.FORBIDDEN
                            ? CompletableFuture.failedFuture(new TransportException.PeerRejected(refused.detail()))
                            : CompletableFuture.completedFuture(reply));
        }
    }

    private static final class AsciiOnly extends PassingClient {
        AsciiOnly(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            return super.call(call)
                    .thenApply(reply -> reply instanceof Reply.Refused refused
                            ? new Reply.Refused(
                                    refused.why(),
                                    new String(
                                            refused.detail().getBytes(StandardCharsets.US_ASCII),
                                            StandardCharsets.US_ASCII))
                            : reply);
        }
    }

    private static final class Reusing extends PassingClient {
        private byte[] last = new byte[0];

        Reusing(Client client) {
            super(client);
        }

        @Override
        public CompletableFuture<Reply> call(Call call) {
            return super.call(call).thenApply(this::overwriteLast);
        }

        private synchronized Reply overwriteLast(Reply reply) {
            if (last.length > 0) {
                last[0] ^= 1;
            }
            last = reply instanceof Reply.Done done ? done.body().bytes() : new byte[0];
            return reply;
        }
    }
}
