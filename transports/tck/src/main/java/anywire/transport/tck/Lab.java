package anywire.transport.tck;

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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The service under the transport: it does whatever a service may do, and remembers all that reaches it. */
final class Lab implements Service {
    /** Topics that begin so are refused. */
    static final String FORBIDDEN = "forbidden";
    /** Admissions to topics that begin so are held. */
    static final String HELD = "held";
    /** A format that no transport knows. */
    static final Format OPEN = Format.of(200);

    final Operation echo;
    final Operation write;
    final Operation hold;
    final Operation refuse;
    final Operation grow;
    final Operation fail;
    final Operation failLater;
    final Operation block;
    final Operation note;
    final Operation noteSlowly;
    final Operation holdNote;
    final Operation refuseNote;
    final Operation feed;
    final Operation otherFeed;

    /** Every call, event and admission, in order of arrival. */
    final Queue<Call> seen = new ConcurrentLinkedQueue<>();

    final Queue<String> threads = new ConcurrentLinkedQueue<>();
    final List<Publisher> publishers = new CopyOnWriteArrayList<>();
    final List<Publisher> stopped = new CopyOnWriteArrayList<>();
    final Set<String> banned = ConcurrentHashMap.newKeySet();
    final Queue<String> topics = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();
    private final Queue<Held> everHeld = new ConcurrentLinkedQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Description description;

    Lab(String name) {
        this.echo = new Operation(name, "echo", Kind.CALL, Effect.READS, Work.QUICK);
        this.write = new Operation(name, "write", Kind.CALL, Effect.CHANGES, Work.QUICK);
        this.hold = new Operation(name, "hold", Kind.CALL, Effect.REPEATABLE, Work.QUICK);
        this.refuse = new Operation(name, "refuse", Kind.CALL, Effect.CHANGES, Work.QUICK);
        this.grow = new Operation(name, "grow", Kind.CALL, Effect.READS, Work.QUICK);
        this.fail = new Operation(name, "fail", Kind.CALL, Effect.CHANGES, Work.QUICK);
        this.failLater = new Operation(name, "failLater", Kind.CALL, Effect.CHANGES, Work.QUICK);
        this.block = new Operation(name, "block", Kind.CALL, Effect.CHANGES, Work.BLOCKING);
        this.note = new Operation(name, "note", Kind.EVENT, Effect.CHANGES, Work.QUICK);
        this.noteSlowly = new Operation(name, "noteSlowly", Kind.EVENT, Effect.CHANGES, Work.BLOCKING);
        this.holdNote = new Operation(name, "holdNote", Kind.EVENT, Effect.CHANGES, Work.QUICK);
        this.refuseNote = new Operation(name, "refuseNote", Kind.EVENT, Effect.CHANGES, Work.QUICK);
        this.feed = new Operation(name, "feed", Kind.PUSH, Effect.READS, Work.QUICK);
        this.otherFeed = new Operation(name, "otherFeed", Kind.PUSH, Effect.READS, Work.QUICK);
        this.description = new Description(
                name,
                List.of(
                        echo,
                        write,
                        hold,
                        refuse,
                        grow,
                        fail,
                        failLater,
                        block,
                        note,
                        noteSlowly,
                        holdNote,
                        refuseNote,
                        feed,
                        otherFeed),
                List.of(Format.BINARY, Format.JSON, OPEN));
    }

    @Override
    public Description describe() {
        return description;
    }

    @Override
    public void serving(Publisher publisher) {
        publishers.add(publisher);
    }

    @Override
    public void stopped(Publisher publisher) {
        stopped.add(publisher);
    }

    /** Of the server that was started last. */
    Publisher publisher() {
        return publishers.get(publishers.size() - 1);
    }

    @Override
    public CompletionStage<Reply> call(Call call) {
        arrived(call);
        return switch (call.operation().name()) {
            case "hold" -> holding(call);
            case "refuse" -> CompletableFuture.completedFuture(refusal(call.body()));
            case "grow" -> CompletableFuture.completedFuture(new Reply.Done(grown(call)));
            case "fail" -> throw new IllegalStateException("the lab fails on demand");
            case "failLater" -> CompletableFuture.failedFuture(new IllegalStateException("the lab fails on demand"));
            case "block" -> {
                awaitGate();
                yield CompletableFuture.completedFuture(new Reply.Done(call.body()));
            }
            default -> CompletableFuture.completedFuture(new Reply.Done(call.body()));
        };
    }

    @Override
    public CompletionStage<Void> receive(Call call) {
        arrived(call);
        return switch (call.operation().name()) {
            case "holdNote" -> holding(call).thenAccept(reply -> {});
            case "refuseNote" -> CompletableFuture.failedFuture(new RefusedException(Refusal.INVALID, "unwanted"));
            default -> CompletableFuture.completedFuture(null);
        };
    }

    @Override
    public CompletionStage<Reply> admit(Call call, String topic) {
        arrived(call);
        topics.add(topic);
        if (topic.startsWith(FORBIDDEN) || banned.contains(topic)) {
            return CompletableFuture.completedFuture(
                    new Reply.Refused(Refusal.FORBIDDEN, "nobody may hear “" + topic + "”"));
        }
        if (topic.startsWith(HELD)) {
            return holding(call);
        }
        return CompletableFuture.completedFuture(new Reply.Done(Body.empty(call.accept())));
    }

    /** The body that makes {@link #refuse} refuse so. */
    static byte[] refusing(Refusal why, String detail) {
        byte[] text = detail.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + text.length)
                .put((byte) why.code())
                .put(text)
                .array();
    }

    /** The body that makes {@link #grow} answer with that many bytes. */
    static byte[] growing(int bytes) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array();
    }

    /** Waits for the next one that is held. */
    Held nextHeld() throws InterruptedException {
        Held next = held.poll(Wait.patience().toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError(
                    "the service did not see the call within " + Wait.patience().toSeconds() + " s");
        }
        return next;
    }

    /** Answers whatever was ever held and has no answer. */
    void releaseHeld() {
        everHeld.forEach(Held::answer);
    }

    /** Lets all that {@link #block}ed, or will, go on. */
    void openGate() {
        gate.countDown();
    }

    List<Call> seenOf(Operation operation) {
        return seen.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    private void arrived(Call call) {
        seen.add(call);
        threads.add(Thread.currentThread().getName());
    }

    private CompletableFuture<Reply> holding(Call call) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        Held kept = new Held(call, reply);
        everHeld.add(kept);
        held.add(kept);
        return reply;
    }

    private void awaitGate() {
        try {
            boolean ignored = gate.await(Wait.patience().toMillis() * 3, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Reply refusal(Body body) {
        byte[] bytes = body.bytes();
        return new Reply.Refused(
                Refusal.ofCode(bytes[0]), new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8));
    }

    private static Body grown(Call call) {
        int size = ByteBuffer.wrap(call.body().bytes()).getInt();
        return new Body(call.accept(), Requests.pattern(size));
    }
}
