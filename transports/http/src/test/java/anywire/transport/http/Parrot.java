package anywire.transport.http;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Operation.Effect;
import anywire.transport.Operation.Kind;
import anywire.transport.Operation.Work;
import anywire.transport.Publisher;
import anywire.transport.Refusal;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Service;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A service that says back what it hears, and keeps it; {@code later} answers when the test says so. */
final class Parrot implements Service {
    static final Operation SAY = new Operation("parrot", "say", Kind.CALL, Effect.CHANGES, Work.QUICK);
    static final Operation READ = new Operation("parrot", "read", Kind.CALL, Effect.READS, Work.QUICK);
    static final Operation LATER = new Operation("parrot", "later", Kind.CALL, Effect.CHANGES, Work.QUICK);
    static final Operation REFUSE = new Operation("parrot", "refuse", Kind.CALL, Effect.READS, Work.QUICK);
    static final Operation BREAK = new Operation("parrot", "break", Kind.CALL, Effect.READS, Work.QUICK);
    static final Operation NOTE = new Operation("parrot", "note", Kind.EVENT, Effect.CHANGES, Work.QUICK);
    static final Operation FEED = new Operation("parrot", "feed", Kind.PUSH, Effect.READS, Work.QUICK);

    final List<Call> heard = new CopyOnWriteArrayList<>();
    final LinkedBlockingQueue<CompletableFuture<Reply>> waiting = new LinkedBlockingQueue<>();
    final CompletableFuture<Publisher> publisher = new CompletableFuture<>();

    @Override
    public Description describe() {
        return new Description(
                "parrot", List.of(SAY, READ, LATER, REFUSE, BREAK, NOTE, FEED), List.of(Format.JSON, Format.BINARY));
    }

    @Override
    public void serving(Publisher publisher) {
        this.publisher.complete(publisher);
    }

    /** {@code refuse} answers as the refusal that its body names, and why: {@code NOT_FOUND nobody of that name}. */
    @Override
    public CompletionStage<Reply> call(Call call) {
        heard.add(call);
        if (call.operation().equals(LATER)) {
            CompletableFuture<Reply> reply = new CompletableFuture<>();
            waiting.add(reply);
            return reply;
        }
        if (call.operation().equals(REFUSE)) {
            String[] words = new String(call.body().bytes(), StandardCharsets.UTF_8).split(" ", 2);
            return CompletableFuture.completedFuture(new Reply.Refused(Refusal.valueOf(words[0]), words[1]));
        }
        if (call.operation().equals(BREAK)) {
            throw new IllegalStateException("on purpose");
        }
        return CompletableFuture.completedFuture(
                new Reply.Done(new Body(call.accept(), call.body().bytes())));
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        heard.add(call);
        return call.body().size() == 0
                ? CompletableFuture.failedFuture(new RefusedException(Refusal.INVALID, "an empty note"))
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        return CompletableFuture.completedFuture(
                topic.equals("secret")
                        ? new Reply.Refused(Refusal.FORBIDDEN, "not yours")
                        : new Reply.Done(Body.empty(call.accept())));
    }

    void publish(String topic, String text) {
        CompletableFuture<Void> ignored = publisher
                .join()
                .publish(FEED, Set.of(topic), format -> new Body(format, text.getBytes(StandardCharsets.UTF_8)));
    }
}
