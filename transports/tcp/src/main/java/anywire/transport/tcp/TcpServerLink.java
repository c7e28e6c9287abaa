package anywire.transport.tcp;

import anywire.transport.Operation;
import anywire.transport.Reply;
import anywire.transport.TransportException.Fault;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.Routes;
import anywire.transport.kit.Topics;
import anywire.transport.tcp.BadFrame.Reason;
import anywire.transport.tcp.TcpFrames.Request;
import anywire.transport.tcp.TcpOptions.Acks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One accepted connection: takes requests in, lets them run, and sends what comes of them in whatever order it comes. */
final class TcpServerLink implements Connection.Peer {
    private static final int MAX_SUBSCRIPTIONS = 65_536;
    private static final int SEND_POLL_MILLIS = 5;

    private final TcpServer server;
    private final Channel channel;
    private final Outbox outbox;
    private final int maxBodyBytes;
    private final LongObjectMap<TcpSubscriber> subscriptions = new LongObjectHashMap<>();
    /** Requests whose outcome was not there when the service returned. */
    private final AtomicInteger running = new AtomicInteger();

    TcpServerLink(TcpServer server, Channel channel) {
        this.server = server;
        this.channel = channel;
        this.maxBodyBytes = server.options().maxBodyBytes();
        // bounded by maxServing replies and, for each subscriber, pushBuffer
        this.outbox = new Outbox(channel.eventLoop(), 1 << 30, server.counters(), this::forgetWaiting);
    }

    Connection connection() {
        return new Connection(this, outbox, server.options(), server.counters(), server.host());
    }

    @Override
    public void up(ChannelHandlerContext ctx) {
        if (!server.admit(this)) {
            ctx.close();
        }
    }

    /** Whoever does not take replies is not asked for more requests. */
    @Override
    public void writable(ChannelHandlerContext ctx, boolean writable) {
        ctx.channel().config().setAutoRead(writable);
    }

    @Override
    public void down(String why) {
        server.forget(this);
        for (TcpSubscriber subscription : subscriptions.values()) {
            end(subscription);
        }
        subscriptions.clear();
        forgetWaiting();
    }

    private void end(TcpSubscriber subscription) {
        server.topics().remove(subscription);
        subscription.end();
    }

    private void forgetWaiting() {
        outbox.abandonAll("the connection is gone");
    }

    @Override
    public void frame(int type, long id, ByteBuf in, int end) {
        switch (type) {
            case TcpFrames.CALL, TcpFrames.EVENT, TcpFrames.SUBSCRIBE -> request(type, id, in, end);
            case TcpFrames.UNSUBSCRIBE -> {
                TcpSubscriber subscription = subscriptions.remove(id);
                if (subscription != null) {
                    end(subscription);
                }
            }
            default -> throw new BadFrame(Reason.TYPE);
        }
    }

    private void request(int type, long id, ByteBuf in, int end) {
        int pathLength = OperationPaths.length(in, end);
        Operation operation = server.paths().find(in, pathLength);
        if (operation == null) {
            String path = in.toString(in.readerIndex(), pathLength, StandardCharsets.US_ASCII);
            refuseUnknown(type, id, path);
            return;
        }
        in.skipBytes(pathLength);
        Request request = TcpFrames.readRequest(type, operation, in, end);
        if (running.get() >= server.options().maxServing()) {
            dropped(type);
            fault(
                    id,
                    Fault.OVERLOADED,
                    running + " calls of this connection run already, as many as maxServing allows");
        } else {
            switch (type) {
                case TcpFrames.CALL -> call(id, request);
                case TcpFrames.EVENT -> event(id, request);
                default -> subscribe(id, request);
            }
        }
    }

    private void dropped(int type) {
        if (type == TcpFrames.EVENT) {
            server.counters().eventsDropped.increment();
        }
    }

    private void refuseUnknown(int type, long id, String path) {
        dropped(type);
        if (type == TcpFrames.EVENT) {
            bare(TcpFrames.ACK, id);
        } else {
            reply(id, Routes.unknown(path));
        }
    }

    private void call(long id, Request request) {
        CompletableFuture<Reply> outcome = server.routes().call(request.call());
        if (isDone(outcome)) {
            reply(id, outcome.join());
            return;
        }
        running.incrementAndGet();
        outcome.whenComplete(
                (reply, failure) -> finish(out -> TcpReply.outcome(out, id, reply, failure, maxBodyBytes)));
    }

    private void event(long id, Request request) {
        if (request.acks() == Acks.RECEIVED) {
            bare(TcpFrames.ACK, id);
        }
        boolean wanted = request.acks() == Acks.HANDLED;
        CompletableFuture<Void> outcome = server.routes().receive(request.call());
        if (isDone(outcome)) {
            handled(id, wanted);
            return;
        }
        running.incrementAndGet();
        outcome.whenComplete((nothing, failure) -> finish(out -> {
            if (failure == null) {
                handled(id, wanted);
            } else {
                notHandled(id, wanted, failure);
            }
        }));
    }

    private void handled(long id, boolean wanted) {
        if (wanted) {
            bare(TcpFrames.ACK, id);
        }
    }

    /** A refusal is the service's last word on an event: handled, and dropped. */
    private void notHandled(long id, boolean wanted, Throwable failure) {
        boolean refused = Outcome.isRefusal(failure);
        if (refused || !wanted) {
            server.counters().eventsDropped.increment();
        }
        if (refused) {
            handled(id, wanted);
        } else if (wanted) {
            TcpReply.outcome(outbox, id, null, failure, maxBodyBytes);
            outbox.flushSoon();
        }
    }

    private void subscribe(long id, Request request) {
        if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
            fault(id, Fault.OVERLOADED, MAX_SUBSCRIPTIONS + " subscriptions on this connection");
            return;
        }
        running.incrementAndGet();
        server.routes()
                .admit(request.call(), request.topic())
                .whenComplete((reply, failure) -> finish(out -> {
                    if (failure == null && reply instanceof Reply.Done) {
                        live(id, request);
                    } else {
                        TcpReply.outcome(out, id, reply, failure, maxBodyBytes);
                    }
                }));
    }

    private static boolean isDone(CompletableFuture<?> outcome) {
        return outcome.isDone() && !outcome.isCompletedExceptionally();
    }

    /** On whichever thread the service completed. */
    private void finish(Outbox.Message outcome) {
        boolean ignored = outbox.offer(outcome);
        running.decrementAndGet();
    }

    private void reply(long id, Reply reply) {
        TcpReply.outcome(outbox, id, reply, null, maxBodyBytes);
        outbox.flushSoon();
    }

    private void fault(long id, Fault fault, String detail) {
        TcpReply.fault(outbox, id, fault, false, detail);
        outbox.flushSoon();
    }

    private void bare(int type, long id) {
        TcpFrames.bare(outbox.frame(TcpFrames.HEADER_BYTES), type, id);
        outbox.flushSoon();
    }

    /** The frame first, then the topic: what is published from here on comes after it. */
    private void live(long id, Request request) {
        Topics.Key topic = new Topics.Key(request.call().operation(), request.topic());
        TcpSubscriber subscription = new TcpSubscriber(
                id, topic, request.call().accept(), outbox, server.options().pushBufferBytes(), server.counters());
        if (subscriptions.putIfAbsent(id, subscription) == null) {
            bare(TcpFrames.LIVE, id);
            server.topics().add(subscription);
        } else {
            fault(id, Fault.BROKEN, "there is a subscription " + id + " already");
        }
    }

    /** Closes once all that waits is sent. Any thread. */
    void close() {
        channel.eventLoop().execute(this::closeWhenSent);
    }

    private void closeWhenSent() {
        outbox.run();
        if (outbox.isEmpty()) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else if (channel.isActive()) {
            Future<?> ignored =
                    channel.eventLoop().schedule(this::closeWhenSent, SEND_POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }
}
