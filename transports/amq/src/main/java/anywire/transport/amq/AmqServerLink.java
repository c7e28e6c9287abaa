package anywire.transport.amq;

import anywire.transport.Call;
import anywire.transport.Description;
import anywire.transport.Operation;
import anywire.transport.Operation.Kind;
import anywire.transport.Reply;
import anywire.transport.Topic;
import anywire.transport.TransportException;
import anywire.transport.amq.Messages.Answer;
import anywire.transport.amq.Messages.BadMessage;
import anywire.transport.kit.Routes;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A server's connections, from one loss to the next: one for calls, replies and pushes, and one for events, whose reading
 * stops where more of them run than may.
 */
final class AmqServerLink implements Courier.Link {
    private static final int CLOSE_MILLIS = 200;

    private final AmqServer server;
    private final Routes routes;
    private final AmqCounters counters;
    private final Connection connection;
    private final Channel consuming;
    private final Channel replying;
    private final Channel pushing;
    private final EventIntake events;
    private final ReentrantLock replyLock = new ReentrantLock();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<String> consumers = new ArrayList<>();
    private final boolean rabbit;
    private volatile boolean broken;

    private AmqServerLink(AmqServer server, Connection connection, EventIntake events) throws IOException {
        this.server = server;
        this.routes = server.routes();
        this.counters = server.counters();
        this.connection = connection;
        this.events = events;
        this.rabbit = Broker.isRabbit(connection);
        this.consuming = connection.createChannel();
        this.replying = connection.createChannel();
        this.pushing = connection.createChannel();
        for (Channel channel : List.of(consuming, replying, pushing)) {
            channel.addShutdownListener(cause -> broken());
        }
        events.onLoss(this::broken);
    }

    /** Blocks. @throws TransportException if there is no broker, or none that lets us in */
    static AmqServerLink open(AmqServer server) {
        Connection connection = server.broker().connect("amq-server", server.callThread());
        @Nullable EventIntake events = null;
        try {
            events = EventIntake.open(server);
            AmqServerLink link = new AmqServerLink(server, connection, events);
            server.counters().connections.increment();
            return link;
        } catch (IOException | RuntimeException e) {
            connection.abort(CLOSE_MILLIS);
            if (events != null) {
                events.close();
            }
            throw e instanceof TransportException known
                    ? known
                    : new TransportException.Unreachable("the broker would not set up a server's channels: " + e, e);
        }
    }

    String product() {
        return Broker.product(connection) + " " + Broker.version(connection);
    }

    /** Lets calls and events in; whoever has subscribed hears that something may have been missed. */
    void consume() throws IOException {
        for (Description description : server.descriptions()) {
            for (Operation operation : description.operations()) {
                if (operation.kind() == Kind.PUSH) {
                    pushing.exchangeDeclare(server.options().names().pushes(operation), "direct");
                }
            }
            String queue = server.options().names().calls(description.service());
            consuming.queueDeclare(queue, false, false, true, Map.of());
            consumers.add(consuming.basicConsume(queue, true, new DefaultConsumer(consuming) {
                @Override
                public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body) {
                    asked(properties, body);
                }

                @Override
                public void handleCancel(String tag) {
                    broken(); // somebody has deleted the queue
                }
            }));
            events.consume(description.service());
        }
        for (Description description : server.descriptions()) {
            for (Operation operation : description.operations()) {
                if (operation.kind() == Kind.PUSH) {
                    publish(server.options().names().pushes(operation), QueueNames.GAP, Messages.gap(), new byte[0]);
                }
            }
        }
    }

    private void asked(BasicProperties properties, byte[] body) {
        String correlationId = properties.getCorrelationId();
        String replyTo = properties.getReplyTo();
        if (correlationId == null || replyTo == null) {
            counters.badMessages.increment();
            return;
        }
        unanswered.incrementAndGet();
        CompletableFuture<Reply> ignored = outcome(properties, body).whenComplete((reply, failure) -> {
            reply(
                    replyTo,
                    Answer.of(correlationId, reply, failure, server.options().maxBodyBytes()));
            unanswered.decrementAndGet();
        });
    }

    private CompletableFuture<Reply> outcome(BasicProperties properties, byte[] body) {
        String path = Messages.path(properties);
        Optional<Operation> operation = routes.find(path);
        if (operation.isEmpty()) {
            return CompletableFuture.completedFuture(Routes.unknown(path));
        }
        if (body.length > server.options().maxBodyBytes()) {
            return CompletableFuture.failedFuture(new TransportException.TooLarge(
                    "a body of " + body.length + " bytes, over maxBody="
                            + server.options().maxBodyBytes(),
                    false));
        }
        try {
            Call call = Messages.call(operation.get(), properties, body);
            Optional<String> topic = Messages.topic(properties);
            return topic.isPresent() ? routes.admit(call, Topic.check(topic.get())) : routes.call(call);
        } catch (BadMessage | IllegalArgumentException e) {
            counters.badMessages.increment();
            return CompletableFuture.failedFuture(
                    new TransportException.Broken("a message that makes no sense: " + e.getMessage(), false, null));
        }
    }

    private void reply(String replyTo, Answer answer) {
        replyLock.lock();
        try {
            counters.published.increment();
            replying.basicPublish(QueueNames.TO_QUEUE, replyTo, answer.properties(), answer.bytes());
        } catch (IOException | AlreadyClosedException e) {
            // Whoever asked has lost the connection too, or will hear nothing, and be late.
            broken();
        } finally {
            replyLock.unlock();
        }
    }

    /** By the courier. */
    void publish(String exchange, String key, BasicProperties properties, byte[] bytes) throws IOException {
        counters.published.increment();
        pushing.basicPublish(exchange, key, properties, bytes);
    }

    /** Whether one message may go to several keys. */
    boolean routesToMany() {
        return rabbit;
    }

    void stopConsuming() {
        try {
            for (String tag : consumers) {
                consuming.basicCancel(tag);
            }
            events.stopConsuming();
        } catch (IOException | AlreadyClosedException e) {
            // Then nothing comes in any more either.
        }
    }

    void awaitReplied(long deadlineNanos) {
        while (unanswered.get() > 0 && System.nanoTime() - deadlineNanos < 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void broken() {
        if (!broken) {
            broken = true;
            server.lost();
        }
    }

    @Override
    public boolean isOpen() {
        return !broken && connection.isOpen();
    }

    @Override
    public void close() {
        broken = true;
        connection.abort(CLOSE_MILLIS);
        events.close();
    }
}
