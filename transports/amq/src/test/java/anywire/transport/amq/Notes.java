package anywire.transport.amq;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import anywire.transport.Operation.Work;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers with what it is asked, and writes down what it is told. */
final class Notes implements Service {
    static final Operation ECHO = new Operation("notes", "echo", Kind.CALL, Effect.READS, Work.QUICK);
    static final Operation NOTE = new Operation("notes", "note", Kind.EVENT, Effect.CHANGES, Work.QUICK);

    final Queue<Integer> noted = new ConcurrentLinkedQueue<>();

    static Call echo(String text) {
        return call(ECHO, text, Duration.ofMinutes(1));
    }

    static Call note(int number) {
        return call(NOTE, String.valueOf(number), Duration.ofMinutes(1));
    }

    static Call call(Operation operation, String text, Duration timeLeft) {
        Body body = new Body(Format.BINARY, text.getBytes(StandardCharsets.UTF_8));
        return new Call(operation, body, Format.BINARY, timeLeft, Optional.empty(), Optional.empty());
    }

    @Override
    public Description describe() {
        return new Description("notes", List.of(ECHO, NOTE), List.of(Format.BINARY));
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        return CompletableFuture.completedFuture(new Reply.Done(call.body()));
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        noted.add(Integer.parseInt(new String(call.body().bytes(), StandardCharsets.UTF_8)));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        return CompletableFuture.completedFuture(new Reply.Done(Body.empty(Format.BINARY)));
    }
}
