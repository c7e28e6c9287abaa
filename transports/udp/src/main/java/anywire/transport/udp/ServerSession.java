package anywire.transport.udp;

import anywire.transport.Operation;
import anywire.transport.Reply;
import anywire.transport.TransportException.Fault;
import anywire.transport.kit.Outcome;
import anywire.transport.kit.Routes;
import anywire.transport.kit.Topics;
import anywire.transport.udp.BadDatagram.Reason;
import anywire.transport.udp.UdpRequests.Request;
import io.netty.buffer.ByteBuf;
import io.netty.util.collection.LongObjectHashMap;
import io.netty.util.collection.LongObjectMap;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One client, as the server has it: runs each of its requests once, and keeps its subscriptions. On the event loop. */
final class ServerSession {
    private static final int MAX_SUBSCRIPTIONS = 65_536;

    private final UdpServer server;
    private final UdpChannel line;
    private final Mailbox mailbox;
    private final Peer peer;
    private final ItemStream items;
    private final Remembered remembered = new Remembered();
    private final LongObjectMap<UdpSubscriber> subscriptions = new LongObjectHashMap<>();
    private long heardNanos = System.nanoTime();
    private int running;

    ServerSession(UdpServer server, UdpChannel line, Mailbox mailbox, Peer peer, ItemStream items) {
        this.server = server;
        this.line = line;
        this.mailbox = mailbox;
        this.peer = peer;
        this.items = items;
    }

    Peer peer() {
        return peer;
    }

    ItemStream items() {
        return items;
    }

    /** Whether its client may be taken to be gone. */
    boolean isSilent(long nowNanos) {
        UdpOptions options = server.options();
        Duration limit = subscriptions.isEmpty() ? options.idle() : options.lease();
        return running == 0 && nowNanos - heardNanos > limit.toNanos();
    }

    int subscriptions() {
        return subscriptions.size();
    }

    void message(int type, long number, ByteBuf in) {
        heardNanos = System.nanoTime();
        switch (type) {
            case Types.CALL, Types.EVENT, Types.SUBSCRIBE, Types.AGAIN -> request(type, number, in);
            case Types.UNSUBSCRIBE -> {
                UdpSubscriber subscription = subscriptions.remove(number);
                if (subscription != null) {
                    end(subscription);
                }
            }
            case Types.RENEW -> line.send(peer, Message.of(Types.ALIVE, 0));
            case Types.HEARD -> heard(in);
            default -> throw new BadDatagram(Reason.TYPE);
        }
    }

    private void heard(ByteBuf in) {
        int words = in.readableBytes() / Long.BYTES - 1;
        if (words < 0 || in.readableBytes() % Long.BYTES != 0) {
            throw new BadDatagram(Reason.FIELDS);
        }
        long upTo = in.readLong();
        long[] after = new long[words];
        for (int i = 0; i < words; i++) {
            after[i] = in.readLong();
        }
        items.heard(upTo, after);
    }

    private void request(int type, long number, ByteBuf in) {
        long floor = in.readableBytes() < Long.BYTES ? 0 : in.readLong();
        if (!remembered.admits(number, floor)) {
            throw new BadDatagram(Reason.FIELDS);
        }
        remembered.raiseFloor(floor);
        Remembered.Entry known = remembered.find(number);
        if (known != null || remembered.isOver(number)) {
            server.counters().repetitions.increment();
            UdpReply answer = known == null ? null : known.answer();
            if (answer != null) {
                line.send(peer, answer);
            } else if (known != null) {
                line.send(peer, Message.of(Types.WORKING, number));
            }
            return;
        }
        if (type == Types.AGAIN) {
            throw new BadDatagram(Reason.FIELDS);
        }
        String path = UdpRequests.readPath(in);
        Operation operation = server.routes().find(path).orElse(null);
        if (operation == null) {
            remembered.begin(number);
            dropped(type);
            answer(number, type == Types.EVENT ? UdpReply.ack(number) : unknown(number, path));
            return;
        }
        Request request = UdpRequests.read(type, operation, in);
        remembered.begin(number);
        if (running >= server.options().maxServing()) {
            dropped(type);
            answer(
                    number,
                    UdpReply.fault(
                            number,
                            Fault.OVERLOADED,
                            false,
                            running + " calls of this session run already, as many as maxServing allows"));
            return;
        }
        switch (type) {
            case Types.CALL -> call(number, request);
            case Types.EVENT -> event(number, request);
            default -> subscribe(number, request);
        }
    }

    private UdpReply unknown(long number, String path) {
        return UdpReply.outcome(
                number, Routes.unknown(path), null, server.options().maxBodyBytes());
    }

    private void dropped(int type) {
        if (type == Types.EVENT) {
            server.counters().eventsDropped.increment();
        }
    }

    private void call(long number, Request request) {
        int max = server.options().maxBodyBytes();
        CompletableFuture<Reply> outcome = server.routes().call(request.call());
        if (isDone(outcome)) {
            answer(number, UdpReply.outcome(number, outcome.join(), null, max));
            return;
        }
        running++;
        CompletableFuture<Reply> unused = outcome.whenComplete(
                (reply, failure) -> finish(() -> answer(number, UdpReply.outcome(number, reply, failure, max))));
    }

    private void event(long number, Request request) {
        boolean early = request.has(UdpRequests.ACK_RECEIVED);
        if (early) {
            answer(number, UdpReply.ack(number));
        }
        CompletableFuture<Void> outcome = server.routes().receive(request.call());
        if (isDone(outcome)) {
            handled(number, request);
            return;
        }
        running++;
        CompletableFuture<Void> unused = outcome.whenComplete((nothing, failure) -> finish(() -> {
            if (failure == null) {
                handled(number, request);
            } else {
                notHandled(number, request, failure);
            }
        }));
    }

    private void handled(long number, Request request) {
        if (!request.has(UdpRequests.ACK_RECEIVED) && !request.has(UdpRequests.ONCE)) {
            answer(number, UdpReply.ack(number));
        }
    }

    /** A refusal is the service's last word on an event: handled, and dropped. */
    private void notHandled(long number, Request request, Throwable failure) {
        boolean refused = Outcome.isRefusal(failure);
        boolean unwanted = request.has(UdpRequests.ACK_RECEIVED) || request.has(UdpRequests.ONCE);
        if (refused || unwanted) {
            server.counters().eventsDropped.increment();
        }
        if (refused) {
            handled(number, request);
        } else if (!unwanted) {
            answer(number, UdpReply.outcome(number, null, failure, 0));
        }
    }

    private void subscribe(long number, Request request) {
        if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
            answer(
                    number,
                    UdpReply.fault(
                            number, Fault.OVERLOADED, false, MAX_SUBSCRIPTIONS + " subscriptions of this session"));
            return;
        }
        running++;
        CompletableFuture<Reply> unused = server.routes()
                .admit(request.call(), request.topic())
                .whenComplete((reply, failure) -> finish(() -> {
                    if (failure == null && reply instanceof Reply.Done) {
                        live(number, request);
                    } else {
                        answer(
                                number,
                                UdpReply.outcome(
                                        number, reply, failure, server.options().maxBodyBytes()));
                    }
                }));
    }

    /** The word first, then the topic: what is published from here on comes after it, if the network keeps the order. */
    private void live(long number, Request request) {
        if (!server.knows(this)) {
            return;
        }
        UdpSubscriber subscription = new UdpSubscriber(
                number,
                new Topics.Key(request.call().operation(), request.topic()),
                request.call().accept(),
                request.has(UdpRequests.ONCE),
                items,
                server.options().pushBufferBytes(),
                server.counters());
        subscriptions.put(number, subscription);
        answer(number, UdpReply.live(number));
        server.topics().add(subscription);
    }

    private static boolean isDone(CompletableFuture<?> outcome) {
        return outcome.isDone() && !outcome.isCompletedExceptionally();
    }

    /** On whichever thread the service completed. */
    private void finish(Runnable outcome) {
        boolean ignored = mailbox.offer(() -> {
            running--;
            outcome.run();
        });
    }

    private void answer(long number, UdpReply answer) {
        if (remembered.answered(number, answer)) {
            int forgotten = remembered.makeRoom();
            if (forgotten > 0) {
                server.counters().repliesForgotten.add(forgotten);
            }
            line.send(peer, answer);
        }
    }

    private void end(UdpSubscriber subscription) {
        server.topics().remove(subscription);
        subscription.end();
    }

    /** It is over. */
    void end() {
        for (UdpSubscriber subscription : subscriptions.values()) {
            end(subscription);
        }
        subscriptions.clear();
        items.end();
    }
}
