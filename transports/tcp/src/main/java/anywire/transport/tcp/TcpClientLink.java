package anywire.transport.tcp;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Host;
import anywire.transport.Listener;
import anywire.transport.Operation;
import anywire.transport.RefusedException;
import anywire.transport.Reply;
import anywire.transport.Subscription;
import anywire.transport.TransportException;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import anywire.transport.tcp.BadFrame.Reason;
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DuplexChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One connection of a client, through all its lives. On its event loop, where nothing else is said. */
final class TcpClientLink implements Connection.Peer {
    static final Reply NOTHING = new Reply.Done(Body.empty(Format.BINARY));
    private static final int REPLY_FIELDS_BYTES = 3;

    private final EventLoop loop;
    private final TcpOptions options;
    private final TcpCounters counters;
    private final Host host;
    private final PendingCalls calls;
    private final Outbox outbox;
    private final Dialer dialer;
    private final TcpSubscriptions subscriptions;
    private final Map<Operation, byte[]> paths = new HashMap<>();

    private @Nullable Operation lastOperation;
    private byte[] lastPath = {};
    private volatile @Nullable ChannelHandlerContext channel;

    TcpClientLink(
            EventLoop loop,
            Bootstrap bootstrap,
            PendingCalls calls,
            TcpOptions options,
            TcpCounters counters,
            Host host) {
        this.loop = loop;
        this.options = options;
        this.counters = counters;
        this.host = host;
        this.calls = calls;
        this.outbox = new Outbox(loop, 2 * options.maxInFlight(), counters, this::connect);
        this.dialer = new Dialer(loop, bootstrap, options, this);
        this.subscriptions = new TcpSubscriptions(loop, this, outbox, options, host);
    }

    /** Any thread. */
    void request(int type, Pending pending, Call call) {
        offer(new Request(type, pending, call, null));
    }

    /** Any thread. */
    CompletableFuture<Subscription> subscribe(Pending pending, Call call, String topic, Listener listener) {
        ClientSubscription subscription =
                new ClientSubscription(call, topic, listener, counters.listenerFailures, subscriptions::closed);
        if (!pending.isDone()) {
            offer(new Request(TcpFrames.SUBSCRIBE, pending, call, subscription));
        }
        return pending.as(reply -> {
            if (reply instanceof Reply.Refused refused) {
                throw new RefusedException(refused.why(), refused.detail());
            }
            return subscription;
        });
    }

    private void offer(Request request) {
        if (!outbox.offer(request)) {
            boolean ignored = calls.fail(
                    request.pending.id(),
                    ran -> new TransportException.Overloaded(
                            "the connection takes no more, and too much waits for it"));
        }
    }

    /** A call, an event or a subscription that waits to be sent. */
    private final class Request implements Outbox.Message {
        private final int type;
        private final Pending pending;
        private final Call call;
        private final @Nullable ClientSubscription subscription;

        private Request(int type, Pending pending, Call call, @Nullable ClientSubscription subscription) {
            this.type = type;
            this.pending = pending;
            this.call = call;
            this.subscription = subscription;
        }

        @Override
        public void writeTo(Outbox out) {
            if (!pending.handOver(TcpClientLink.this)) {
                return;
            }
            String topic = "";
            if (subscription != null) {
                topic = subscription.topic();
                subscriptions.asked(pending.id(), subscription);
            }
            write(type, pending.id(), pending, call, topic);
            if (type == TcpFrames.EVENT && options.acks() == Acks.NONE) {
                boolean ignored = complete(pending.id(), NOTHING);
            }
        }

        @Override
        public void abandon(String why) {
            boolean ignored = calls.fail(pending.id(), ran -> new TransportException.Unreachable(why, null));
        }
    }

    void write(int type, long id, Pending pending, Call call, String topic) {
        long timeLeftNanos = pending.timeLeft().toNanos();
        byte[] path = path(call.operation());
        int size = TcpFrames.requestSize(type, path, call, topic);
        Acks acks = type == TcpFrames.EVENT ? options.acks() : Acks.NONE;
        TcpFrames.request(outbox.frame(size), size, type, id, path, call, timeLeftNanos, acks, topic);
    }

    private byte[] path(Operation operation) {
        if (operation != lastOperation) {
            lastPath = paths.computeIfAbsent(operation, OperationPaths::bytes);
            lastOperation = operation;
        }
        return lastPath;
    }

    private void connect() {
        dialer.dial();
    }

    Connection connection() {
        return new Connection(this, outbox, options, counters, host);
    }

    @Override
    public void up(ChannelHandlerContext ctx) {
        channel = ctx;
        dialer.up();
        subscriptions.up();
        outbox.run();
    }

    @Override
    public void unreachable(String why) {
        dialer.failed(why);
    }

    /** No connection came about: whatever waits for one has waited long enough. */
    void notConnected(String why) {
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
        calls.failAll(this, ran -> new TransportException.Disconnected(why, ran, null));
        if (subscriptions.areLive()) {
            dialer.dialLater();
        }
    }

    @Override
    public void frame(int type, long id, ByteBuf in, int end) {
        switch (type) {
            case TcpFrames.REPLY -> reply(id, in, end);
            case TcpFrames.ACK -> {
                boolean ignored = complete(id, NOTHING);
            }
            case TcpFrames.LIVE -> subscriptions.live(id);
            case TcpFrames.PUSH -> subscriptions.push(id, in, end);
            case TcpFrames.GAP -> subscriptions.gap(id);
            default -> throw new BadFrame(Reason.TYPE);
        }
    }

    private void reply(long id, ByteBuf in, int end) {
        if (end - in.readerIndex() < REPLY_FIELDS_BYTES) {
            throw new BadFrame(Reason.FIELDS);
        }
        int status = in.readUnsignedByte();
        boolean mayHaveRun = in.readByte() != 0;
        if (status == 0) {
            boolean ignored = complete(id, new Reply.Done(TcpFrames.readBody(in, end)));
            return;
        }
        in.skipBytes(1);
        no(id, new Outcome(status, mayHaveRun, new Body(Format.BINARY, TcpFrames.readRest(in, end))));
    }

    private void no(long id, Outcome outcome) {
        subscriptions.notLive(id);
        try {
            boolean ignored = inTime(outcome.settle(pendingOf(id), Math.abs(id)));
        } catch (IllegalArgumentException unknownStatus) {
            throw new BadFrame(Reason.FIELDS);
        }
    }

    /** @return whether somebody still waited for it */
    boolean complete(long id, Reply reply) {
        return inTime(pendingOf(id).complete(Math.abs(id), reply));
    }

    private PendingCalls pendingOf(long id) {
        return id < 0 ? subscriptions.renewals() : calls;
    }

    private boolean inTime(boolean waitedFor) {
        if (!waitedFor) {
            counters.lateReplies.increment();
        }
        return waitedFor;
    }

    /** Any thread. */
    boolean isOpen() {
        return channel != null;
    }

    /**
     * Any thread.
     *
     * @param flushing whether what is written is to arrive first: then it is the server that closes, once it has read all
     */
    void close(boolean flushing) {
        try {
            loop.execute(() -> closeNow(flushing));
        } catch (RejectedExecutionException over) {
            // nothing is left to close
        }
    }

    private void closeNow(boolean flushing) {
        dialer.close();
        subscriptions.close();
        outbox.run();
        ChannelHandlerContext ctx = channel;
        if (ctx != null && flushing && ctx.channel() instanceof DuplexChannel duplex) {
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> duplex.shutdownOutput());
        } else if (ctx != null) {
            ctx.close();
        }
    }
}
