package uds;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Reply;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.Routes;
import anywire.transport.kit.Topics;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One accepted connection, on a thread of its own: takes requests in, lets them run, and sends what comes of them in
 * whatever order it comes. Which thread a request runs on is not the transport's choice: {@link Routes} asks the host.
 */
final class Session implements Runnable, UdsConnection.Reader {
    private static final int MAX_ANSWERS_WAITING = 1024;
    private static final int MAX_PUSH_BYTES = 1 << 20;

    private final UdsServer server;
    private final SocketChannel channel;
    private final UdsConnection line;
    private final Map<Long, Hearer> hearers = new ConcurrentHashMap<>();
    private volatile boolean over;

    Session(UdsServer server, SocketChannel channel) {
        this.server = server;
        this.channel = channel;
        this.line = new UdsConnection(server.maxBodyBytes(), MAX_ANSWERS_WAITING);
    }

    @Override
    public void run() {
        try {
            String ignored = line.run(channel, this);
        } finally {
            over = true;
            hearers.values().forEach(Hearer::end);
            line.free();
            server.over(this);
        }
    }

    void close(long patienceNanos) {
        line.close(patienceNanos);
    }

    @Override
    public void frame(byte type, long number, ByteBuffer rest) {
        if (type == Frames.UNSUBSCRIBE) {
            Hearer leaving = hearers.remove(number);
            if (leaving != null) {
                leaving.end();
            }
            return;
        }
        String path = Frames.path(rest);
        Optional<Operation> operation = server.routes().find(path);
        if (operation.isEmpty()) {
            answer(number, Routes.unknown(path), null);
            return;
        }
        Frames.Request request = Frames.request(type, operation.get(), rest);
        CompletableFuture<?> ignored = switch (type) {
            case Frames.CALL ->
                server.routes().call(request.call()).whenComplete((reply, failure) -> answer(number, reply, failure));
            case Frames.EVENT ->
                server.routes().receive(request.call()).whenComplete((nothing, failure) -> handled(number, failure));
            case Frames.SUBSCRIBE ->
                server.routes()
                        .admit(request.call(), request.topic())
                        .whenComplete((reply, failure) -> admitted(number, request, reply, failure));
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private void answer(long number, @Nullable Reply reply, @Nullable Throwable failure) {
        Outcome outcome = Outcome.of(reply, failure, server.maxBodyBytes());
        line.send(() -> Frames.answer(number, outcome));
    }

    /** An event that the service refuses has been handled, and is counted, since nobody asks for a reason. */
    private void handled(long number, @Nullable Throwable failure) {
        if (Outcome.isRefusal(failure)) {
            server.eventsDropped.increment();
        }
        answer(number, new Reply.Done(Body.empty(Format.BINARY)), failure);
    }

    /** The answer first, then the topic: what is published from here on comes after it. */
    private void admitted(long number, Frames.Request request, @Nullable Reply reply, @Nullable Throwable failure) {
        answer(number, reply, failure);
        if (reply instanceof Reply.Done) {
            Topics.Key topic = new Topics.Key(request.call().operation(), request.topic());
            Hearer hearer = new Hearer(number, topic, request.call().accept());
            Hearer before = hearers.put(number, hearer);
            if (before != null) {
                before.end();
            }
            server.topics().add(hearer);
            if (over) {
                hearer.end();
            }
        }
    }

    /**
     * One subscriber. What waits for it is bounded; once something is lost, so is all that comes until what waited is
     * sent, and then it hears of the gap.
     */
    final class Hearer implements Topics.Subscriber {
        private final long number;
        private final Topics.Key topic;
        private final Format format;
        private long waitingBytes;
        private boolean gap;
        private boolean ended;

        private Hearer(long number, Topics.Key topic, Format format) {
            this.number = number;
            this.topic = topic;
            this.format = format;
        }

        @Override
        public Topics.Key topic() {
            return topic;
        }

        @Override
        public Format format() {
            return format;
        }

        @Override
        public synchronized void push(Body item) {
            ByteBuffer frame = Frames.push(number, item);
            if (gap || waitingBytes > 0 && waitingBytes + frame.remaining() > MAX_PUSH_BYTES) {
                gap = true;
                server.pushesLost.increment();
            } else if (!ended) {
                waitingBytes += frame.remaining();
                line.send(() -> sending(frame));
            }
        }

        private synchronized @Nullable ByteBuffer sending(ByteBuffer frame) {
            waitingBytes -= frame.remaining();
            if (gap && waitingBytes == 0) {
                gap = false;
                line.send(() -> Frames.bare(Frames.GAP, number));
            }
            return ended ? null : frame;
        }

        private void end() {
            server.topics().remove(this);
            synchronized (this) {
                ended = true;
            }
        }
    }
}
