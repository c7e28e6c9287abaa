package anywire.transport.http;

import anywire.transport.Call;
import anywire.transport.Operation.Kind;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import io.netty.handler.codec.http.FullHttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** What is to be done about a request, known when its head is. */
sealed interface RequestPlan {
    /** Runs once the body is there; the turn is answered by whatever thread completes it. */
    void run(byte[] body, Turn turn);

    /** How long it may take from when the request is complete. */
    default Duration timeLeft() {
        return TimeLeft.DEFAULT;
    }

    /** Answers the same whatever the body is. */
    record Fixed(FullHttpResponse response) implements RequestPlan {
        @Override
        public void run(byte[] body, Turn turn) {
            turn.respond(response);
        }
    }

    /** Has a service do it. */
    record Serve(RequestHead head, ServerContext site) implements RequestPlan {
        @Override
        public Duration timeLeft() {
            return head.timeLeft();
        }

        @Override
        public void run(byte[] body, Turn turn) {
            try {
                Call call = head.call(body);
                if (head.operation().kind() == Kind.PUSH) {
                    admit(call, turn);
                } else if (head.operation().kind() == Kind.EVENT || !head.replyWanted()) {
                    receive(call, turn);
                } else {
                    whenDone(site.routes().call(call), (reply, failure) -> turn.respond(response(reply, failure)));
                }
            } catch (Rejected e) {
                turn.respond(site.responses().rejected(e));
            }
        }

        private FullHttpResponse response(Reply reply, Throwable failure) {
            if (failure != null) {
                return site.responses().problem(Problem.of(failure));
            }
            if (reply instanceof Reply.Done done) {
                return done.body().size() <= site.maxBodyBytes()
                        ? site.responses().ok(done.body())
                        : site.responses().problem(Problem.of(tooLarge(done)));
            }
            return site.responses().problem(Problem.of((Reply.Refused) reply));
        }

        private TransportException tooLarge(Reply.Done done) {
            return new TransportException.TooLarge(
                    "the reply has " + done.body().size() + " bytes, and maxBody allows " + site.maxBodyBytes(), true);
        }

        private void receive(Call event, Turn turn) {
            if (head.acks().orElse(site.acks()) == Acks.RECEIVED) {
                turn.respond(site.responses().accepted());
                whenDone(site.routes().receive(event), (nothing, failure) -> count(failure));
            } else {
                whenDone(site.routes().receive(event), (nothing, failure) -> {
                    count(failure);
                    turn.respond(
                            failure == null
                                    ? site.responses().accepted()
                                    : site.responses().problem(Problem.of(failure)));
                });
            }
        }

        private void count(Throwable failure) {
            if (failure instanceof RefusedException) {
                site.counts().refusedEvents.increment();
            }
        }

        private void admit(Call call, Turn turn) throws Rejected {
            String topic = topic();
            whenDone(site.routes().admit(call, topic), (reply, failure) -> {
                if (failure == null && reply instanceof Reply.Done) {
                    turn.stream(new StreamTopics.Wanted(call.operation(), topic, call.accept()));
                } else {
                    turn.respond(response(reply, failure));
                }
            });
        }

        private String topic() throws Rejected {
            if (head.topic().isEmpty()) {
                throw Rejected.unknownPath(
                        head.operation() + " is to be subscribed to, by GET " + head.operation() + "/{topic}");
            }
            try {
                return Topic.check(head.topic().get());
            } catch (IllegalArgumentException e) {
                throw Rejected.invalid(String.valueOf(e.getMessage()));
            }
        }

        /** What is done already, as all that is quick is, needs no dependant. */
        private static <T> void whenDone(CompletableFuture<T> outcome, BiConsumer<T, Throwable> then) {
            if (outcome.isDone() && !outcome.isCompletedExceptionally()) {
                then.accept(outcome.join(), null);
            } else {
                CompletableFuture<T> ignored = outcome.whenComplete(then);
            }
        }
    }
}
