package anywire.transport.amq;

import anywire.transport.Body;
import anywire.transport.Call;
import anywire.transport.Format;
import anywire.transport.Reply;
import anywire.transport.TransportException;
import anywire.transport.amq.AmqOptions.Mode;
import anywire.transport.amq.Messages.BadMessage;
import anywire.transport.kit.ClientSubscription;
import anywire.transport.kit.PendingCalls;
import anywire.transport.kit.PendingCalls.Pending;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.Return;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A client's connection, from one loss to the next. Publishing is the courier's alone; what comes in is the reader's. */
final class AmqClientLink implements Courier.Link {
    private static final Reply DONE = new Reply.Done(Body.empty(Format.BINARY));
    private static final int CLOSE_MILLIS = 200;

    private final AmqClient client;
    private final AmqOptions options;
    private final PendingCalls calls;
    private final AmqCounters counters;
    private final Connection connection;
    private final Channel channel;
    private final Channel events;
    private final String replyTo;
    private final boolean rabbit;
    private final String durableIds = UUID.randomUUID() + ".";
    private final Set<String> declared = new HashSet<>();
    private final Map<ClientSubscription, String> listening = new HashMap<>();
    private final Confirms confirms = new Confirms();
    /** Queues that were not there: whoever deleted them, they are declared anew. */
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    private @Nullable Channel inboxes;
    private volatile boolean broken;
    private volatile boolean blocked;

    private AmqClientLink(AmqClient client, Connection connection) throws IOException {
        this.client = client;
        this.options = client.options();
        this.calls = client.calls();
        this.counters = client.counters();
        this.connection = connection;
        this.rabbit = Broker.isRabbit(connection);
        this.channel = connection.createChannel();
        this.replyTo = listenForReplies();
        this.events = options.delivery() == Mode.TRANSIENT ? channel : connection.createChannel();
        watch();
    }

    /** Blocks. @throws TransportException if there is no broker, or none that lets us in */
    static AmqClientLink open(AmqClient client, Broker broker) {
        Connection connection = broker.connect("amq-client", new OnReader());
        try {
            AmqClientLink link = new AmqClientLink(client, connection);
            client.counters().connections.increment();
            return link;
        } catch (IOException | RuntimeException e) {
            connection.abort(CLOSE_MILLIS);
            throw new TransportException.Unreachable("the broker would not set up a client's channels: " + e, e);
        }
    }

    private String listenForReplies() throws IOException {
        String queue = rabbit ? QueueNames.DIRECT_REPLIES : options.names().own("reply");
        if (!rabbit) {
            channel.queueDeclare(queue, false, true, true, Map.of());
        }
        String ignored = channel.basicConsume(queue, true, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                replied(properties, body);
            }
        });
        return queue;
    }

    private void watch() throws IOException {
        channel.addReturnListener(this::returned);
        channel.addShutdownListener(cause -> broken());
        if (events != channel) {
            events.addReturnListener(this::returned);
            events.addShutdownListener(cause -> broken());
            var ignored = events.confirmSelect();
            events.addConfirmListener(
                    (number, more) -> confirms.settle(number, more, this::confirmed),
                    (number, more) -> confirms.settle(number, more, this::rejected));
        }
        connection.addBlockedListener(
                reason -> {
                    counters.blocked.increment();
                    blocked = true;
                },
                () -> blocked = false);
    }

    /** Whether the broker has asked for a pause. */
    boolean isBlocked() {
        return blocked;
    }

    Connection connection() {
        return connection;
    }

    /** @param topic of an admission to a push operation */
    void call(Pending pending, Call call, Optional<String> topic) throws IOException {
        if (pending.handOver(this)) {
            counters.published.increment();
            channel.basicPublish(
                    QueueNames.TO_QUEUE,
                    options.names().calls(call.operation().service()),
                    true,
                    Messages.call(pending, call, replyTo, topic, rabbit),
                    call.body().bytes());
        }
    }

    void event(Pending pending, Call call) throws IOException {
        String queue = options.names().events(call.operation().service(), options.delivery());
        if (declared.add(queue) || gone.remove(queue)) {
            events.queueDeclare(queue, options.delivery() == Mode.DURABLE, false, false, Map.of());
        }
        if (!pending.handOver(this)) {
            return;
        }
        boolean confirmed = events != channel;
        if (confirmed) {
            confirms.expect(events.getNextPublishSeqNo(), new Confirms.Event(pending.id(), queue));
        }
        Optional<String> durableId =
                options.delivery() == Mode.DURABLE ? Optional.of(durableIds + pending.id()) : Optional.empty();
        counters.published.increment();
        events.basicPublish(
                QueueNames.TO_QUEUE,
                queue,
                true,
                Messages.event(pending, call, durableId),
                call.body().bytes());
        if (!confirmed) {
            boolean ignored = calls.complete(pending.id(), DONE);
        }
    }

    private void replied(BasicProperties properties, byte[] body) {
        try {
            long id = Messages.id(properties);
            if (!settled(id, properties, body)) {
                counters.lateReplies.increment();
            }
        } catch (BadMessage e) {
            counters.badMessages.increment();
        }
    }

    private boolean settled(long id, BasicProperties properties, byte[] body) throws BadMessage {
        try {
            return calls.complete(id, Messages.reply(properties, body));
        } catch (TransportException e) {
            return calls.fail(id, ran -> e);
        }
    }

    private void returned(Return message) {
        counters.unroutable.increment();
        gone.add(message.getRoutingKey());
        try {
            boolean ignored = calls.fail(
                    Messages.id(message.getProperties()),
                    ran -> new TransportException.Unreachable("nobody serves " + message.getRoutingKey(), null));
        } catch (BadMessage e) {
            counters.badMessages.increment();
        }
    }

    private void confirmed(Confirms.Event event) {
        boolean ignored = calls.complete(event.id(), DONE);
    }

    private void rejected(Confirms.Event event) {
        counters.nacked.increment();
        // Qpid says so of a queue that is not there, before it says that.
        gone.add(event.queue());
        boolean ignored =
                calls.fail(event.id(), ran -> new TransportException.Broken("the broker would not take it", ran, null));
    }

    /** Makes a queue for a subscription and has its topic's items come in; what is published from now on is heard. */
    void listen(ClientSubscription subscription) throws IOException {
        Channel to = inboxes();
        Call call = subscription.call();
        String exchange = options.names().pushes(call.operation());
        String queue = options.names().own("inbox");
        if (declared.add(exchange)) {
            to.exchangeDeclare(exchange, "direct");
        }
        to.queueDeclare(queue, false, true, true, limit());
        to.queueBind(queue, exchange, QueueNames.topic(subscription.topic(), call.accept()));
        to.queueBind(queue, exchange, QueueNames.GAP);
        String ignored = to.basicConsume(queue, true, queue, new DefaultConsumer(to) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                heard(subscription, properties, body);
            }
        });
        listening.put(subscription, queue);
    }

    private Map<String, Object> limit() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(rabbit ? "x-max-length" : "qpid.max_count", options.pushBuffer());
        if (!rabbit) {
            arguments.put("qpid.policy_type", "ring");
        }
        return arguments;
    }

    private void heard(ClientSubscription subscription, BasicProperties properties, byte[] body) {
        if (Messages.isGap(properties)) {
            subscription.gap();
            return;
        }
        try {
            subscription.push(Messages.body(properties, body));
        } catch (BadMessage e) {
            counters.badMessages.increment();
        }
    }

    /** The queue goes with its only consumer. */
    void stopListening(ClientSubscription subscription) throws IOException {
        String queue = listening.remove(subscription);
        if (queue != null) {
            inboxes().basicCancel(queue);
        }
    }

    private Channel inboxes() throws IOException {
        Channel known = inboxes;
        if (known == null) {
            known = connection.createChannel();
            known.addShutdownListener(cause -> broken());
            inboxes = known;
        }
        return known;
    }

    /** By the reader, when the connection or one of its channels is gone. */
    private void broken() {
        if (!broken) {
            broken = true;
            lost();
            client.lost();
        }
    }

    private void lost() {
        calls.failAll(
                this, ran -> new TransportException.Disconnected("the connection to the broker is lost", ran, null));
    }

    @Override
    public boolean isOpen() {
        return !broken && connection.isOpen();
    }

    @Override
    public void close() {
        connection.abort(CLOSE_MILLIS);
        lost();
    }
}
