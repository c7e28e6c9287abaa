package anywire.transport.tck;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Credential;
import anywire.transport.Description;
import anywire.transport.Format;
import anywire.transport.Key;
import anywire.transport.Operation;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import anywire.transport.Operation.Work;
import anywire.transport.Publisher;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Answers with what it is asked; holds what it is told to hold; remembers its events; pushes what a test publishes. */
public final class EchoService implements Service {
    public static final Operation ECHO = new Operation("echo", "echo", Kind.CALL, Effect.READS, Work.QUICK);
    public static final Operation SLOW_ECHO = new Operation("echo", "slowEcho", Kind.CALL, Effect.READS, Work.BLOCKING);
    public static final Operation HOLD = new Operation("echo", "hold", Kind.CALL, Effect.READS, Work.QUICK);
    public static final Operation TELL = new Operation("echo", "tell", Kind.EVENT, Effect.CHANGES, Work.QUICK);
    public static final Operation LISTEN = new Operation("echo", "listen", Kind.PUSH, Effect.READS, Work.QUICK);

    public final Queue<CompletableFuture<Reply>> held = new ConcurrentLinkedQueue<>();
    public final Queue<String> echoed = new ConcurrentLinkedQueue<>();
    public final Queue<String> told = new ConcurrentLinkedQueue<>();
    public final AtomicReference<Publisher> publisher = new AtomicReference<>();

    public static Call call(Operation operation, String text) {
        return call(operation, text, Duration.ofMinutes(1));
    }

    public static Call call(Operation operation, String text, Duration timeLeft) {
        return new Call(operation, body(text), Format.BINARY, timeLeft, Optional.empty(), Optional.empty());
    }

    public static Call signed(Operation operation, String text) {
        return new Call(
                operation,
                body(text),
                Format.JSON,
                Duration.ofMinutes(1),
                Optional.of(new Credential("token")),
                Optional.of(new Key(1, 2)));
    }

    public static Body body(String text) {
        return new Body(Format.BINARY, text.getBytes(StandardCharsets.UTF_8));
    }

    public static String text(Body body) {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    public static String text(Reply reply) {
        return reply instanceof Reply.Done done ? text(done.body()) : reply.toString();
    }

    @Override
    public Description describe() {
        return new Description("echo", List.of(ECHO, SLOW_ECHO, HOLD, TELL, LISTEN), List.of(Format.BINARY));
    }

    @Override
    public void serving(Publisher toAll) {
        publisher.set(toAll);
    }

    public void publish(String topic, String item) {
        Objects.requireNonNull(publisher.get())
                .publish(LISTEN, Set.of(topic), format -> body(item))
                .join();
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        if (call.operation().equals(HOLD)) {
            CompletableFuture<Reply> later = new CompletableFuture<>();
            held.add(later);
            return later;
        }
        echoed.add(text(call.body()));
        return CompletableFuture.completedFuture(new Reply.Done(call.body()));
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        told.add(text(call.body()));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        return CompletableFuture.completedFuture(
                topic.startsWith("secret")
                        ? new Reply.Refused(Refusal.FORBIDDEN, "not for you")
                        : new Reply.Done(Body.empty(call.accept())));
    }
}
