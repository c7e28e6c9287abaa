package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Operation;
import anywire.transport.PendingCalls;
import anywire.transport.PendingCalls.Pending;
import anywire.transport.Refusal;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import anywire.transport.TransportException.Fault;
import anywire.transport.tcp.BadFrame.Reason;
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection of a client, through all its lives, and what is under way on it. */
final class ClientLink implements Connection.Peer {
    static final Reply NOTHING = new Reply.Done(Body.empty(Format.BINARY));

    private static final byte[] NO_TOPIC = {};

    private final TcpOptions options;
    private final Counters counters;
    private final Outbox outbox;
    private final PendingCalls<Reply> calls;
    private final Dialer dialer;
    private final ClientSubscriptions subscriptions;
    private final Map<Operation, byte[]> paths = new HashMap<>();

    private @Nullable Operation lastOperation;
    private byte[] lastPath = {};
    private @Nullable ChannelHandlerContext channel;

    ClientLink(
            EventLoop loop,
            Bootstrap bootstrap,
            String address,
            int maxInFlight,
            TcpOptions options,
            Counters counters,
            Host host) {
        this.options = options;
        this.counters = counters;
        this.calls = new PendingCalls<>(maxInFlight, host);
        this.outbox = new Outbox(loop, 2 * maxInFlight, counters, this::connect);
        this.dialer = new Dialer(loop, bootstrap, address, options, this);
        this.subscriptions = new ClientSubscriptions(loop, this, calls, outbox, options, counters);
    }

    int inFlight() {
        return calls.count();
    }

    CompletableFuture<Reply> call(Call call) {
        return isTooLarge(call) ? CompletableFuture.failedFuture(tooLarge(call)) : request(TcpFrames.CALL, call);
    }

    CompletableFuture<Void> send(Call call) {
        if (isTooLarge(call)) {
            return CompletableFuture.failedFuture(tooLarge(call));
        }
        return Outcome.of(request(TcpFrames.EVENT, call), (sent, reply) -> sent.complete(null));
    }

    CompletableFuture<Subscription> subscribe(Call call, String topic, Listener listener) {
        if (isTooLarge(call)) {
            return CompletableFuture.failedFuture(tooLarge(call));
        }
        return subscriptions.subscribe(call, topic, listener);
    }

    private boolean isTooLarge(Call call) {
        return call.body().size() > options.maxBodyBytes();
    }

    private TransportException tooLarge(Call call) {
        return new TransportException.TooLarge(
                "a body of " + call.body().size() + " bytes, over maxBody=" + options.maxBodyBytes(), false);
    }

    private Pending<Reply> request(int type, Call call) {
        Pending<Reply> pending = calls.register(call.timeLeft());
        if (!pending.isDone()) {
            offer(pending, new Request(type, pending, call));
        }
        return pending;
    }

    void offer(Pending<Reply> pending, Outbox.Message message) {
        if (!outbox.offer(message)) {
            calls.fail(
                    pending.id(),
                    new TransportException.Overloaded("the connection takes no more, and as much as may waits for it"));
        }
    }

    /** On the event loop. */
    void write(int type, Pending<Reply> pending, Call call, byte[] topic) {
        byte[] path = path(call.operation());
        if (path.length > TcpFrames.MAX_PATH_BYTES) {
            String why = call.operation() + " is over " + TcpFrames.MAX_PATH_BYTES + " bytes";
            calls.fail(pending.id(), new TransportException.TooLarge(why, false));
            return;
        }
        int size = TcpFrames.requestSize(type, path, call, topic);
        Acks acks = type == TcpFrames.EVENT ? options.acks() : Acks.NONE;
        long timeLeftNanos = pending.timeLeft().toNanos();
        pending.handedOver();
        TcpFrames.request(outbox.frame(size), size, type, pending.id(), path, call, timeLeftNanos, acks, topic);
        if (type == TcpFrames.EVENT && acks == Acks.NONE) {
            calls.complete(pending.id(), NOTHING);
        }
    }

    private byte[] path(Operation operation) {
        if (operation != lastOperation) {
            lastPath = paths.computeIfAbsent(operation, Paths::bytes);
            lastOperation = operation;
        }
        return lastPath;
    }

    private final class Request implements Outbox.Message {
        private final int type;
        private final Pending<Reply> pending;
        private final Call call;

        private Request(int type, Pending<Reply> pending, Call call) {
            this.type = type;
            this.pending = pending;
            this.call = call;
        }

        @Override
        public void writeTo(Outbox out) {
            if (!pending.isDone()) {
                write(type, pending, call, NO_TOPIC);
            }
        }

        @Override
        public void abandon(String why) {
            calls.fail(pending.id(), new TransportException.Unreachable(why, null));
        }
    }

    private void connect() {
        dialer.dial();
    }

    Connection connection() {
        return new Connection(this, outbox, options, counters);
    }

    @Override
    public void up(ChannelHandlerContext ctx) {
        channel = ctx;
        dialer.up();
        subscriptions.up();
        outbox.run();
    }

    /** No connection came about: whatever waits for one has waited long enough. */
    void unreachable(String why) {
        outbox.abandonAll(why);
        if (subscriptions.areLive()) {
            dialer.dialLater();
        }
    }

    @Override
    public void down(String why) {
        channel = null;
        dialer.down();
        subscriptions.down();
        calls.failAll(pending -> new TransportException.Disconnected(why, pending.mayHaveRun(), null));
        if (subscriptions.areLive()) {
            dialer.dialLater();
        }
    }

    @Override
    public void frame(int type, long id, ByteBuf in, int end) {
        switch (type) {
            case TcpFrames.REPLY -> reply(id, in, end);
            case TcpFrames.ACK -> complete(id, NOTHING);
            case TcpFrames.LIVE -> subscriptions.live(id);
            case TcpFrames.PUSH -> subscriptions.push(id, TcpFrames.readBody(in, end));
            case TcpFrames.GAP -> subscriptions.gap(id);
            default -> throw new BadFrame(Reason.TYPE);
        }
    }

    private void reply(long id, ByteBuf in, int end) {
        if (end - in.readerIndex() < 3) {
            throw new BadFrame(Reason.FIELDS);
        }
        int status = in.readUnsignedByte();
        boolean mayHaveRun = in.readByte() != 0;
        if (status == 0) {
            complete(id, new Reply.Done(TcpFrames.readBody(in, end)));
            return;
        }
        in.skipBytes(1);
        String detail = new String(TcpFrames.readRest(in, end), StandardCharsets.UTF_8);
        subscriptions.refused(id);
        try {
            if (status < Fault.UNREACHABLE.code()) {
                complete(id, new Reply.Refused(Refusal.ofCode(status), detail));
            } else if (!calls.fail(id, Fault.ofCode(status).exception(detail, mayHaveRun))) {
                counters.lateReplies.increment();
            }
        } catch (IllegalArgumentException unknownStatus) {
            throw new BadFrame(Reason.FIELDS);
        }
    }

    private void complete(long id, Reply reply) {
        if (!calls.complete(id, reply)) {
            counters.lateReplies.increment();
        }
    }

    /** Any thread. */
    void close() {
        calls.close();
        dialer.close(() -> {
            subscriptions.close();
            if (channel != null) {
                channel.close();
            }
        });
    }
}
