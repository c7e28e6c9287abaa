package anywire.transport.amq;

import anywire.transport.Call;
import anywire.transport.Operation;
import anywire.transport.TransportException;
import anywire.transport.amq.AmqOptions.Mode;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events, by a connection of their own: when more run than may, its reading stops, the broker keeps what is beyond, and
 * no call waits for that. Durable events are acknowledged once they are handled; the rest when they are delivered.
 */
final class EventIntake implements AutoCloseable {
    private static final int CLOSE_MILLIS = 200;
    private static final long AGAIN_MILLIS = 50;

    private final AmqServer server;
    private final Routes routes;
    private final AmqCounters counters;
    private final Connection connection;
    private final Channel channel;
    private final boolean durable;
    private final Semaphore running;
    private final ReentrantLock channelLock = new ReentrantLock();
    private final List<String> consumers = new ArrayList<>();
    private volatile Runnable onLoss = () -> {};

    private EventIntake(AmqServer server, Connection connection) throws IOException {
        this.server = server;
        this.routes = server.routes();
        this.counters = server.counters();
        this.connection = connection;
        this.durable = server.options().delivery() == Mode.DURABLE;
        this.running = new Semaphore(server.options().maxServing());
        this.channel = connection.createChannel();
        if (durable) {
            channel.basicQos(server.options().prefetch());
        }
    }

    static EventIntake open(AmqServer server) throws IOException {
        Connection connection = server.broker().connect("amq-server-events", server.eventThread());
        try {
            return new EventIntake(server, connection);
        } catch (IOException | RuntimeException e) {
            connection.abort(CLOSE_MILLIS);
            throw e;
        }
    }

    void onLoss(Runnable lost) {
        onLoss = lost;
        channel.addShutdownListener(cause -> lost.run());
    }

    void consume(String service) throws IOException {
        String queue = server.options().names().events(service, server.options().delivery());
        channel.queueDeclare(queue, durable, false, false, Map.of());
        consumers.add(channel.basicConsume(queue, !durable, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body)
                    throws IOException {
                take(envelope.getDeliveryTag(), properties, body);
            }

            @Override
            public void handleCancel(String tag) {
                onLoss.run(); // somebody has deleted the queue
            }
        }));
    }

    private void take(long tag, BasicProperties properties, byte[] body) throws IOException {
        String id = Messages.messageId(properties);
        if (durable && !server.handled().first(id)) {
            counters.redelivered.increment();
            acknowledge(tag);
            return;
        }
        Optional<Operation> operation = routes.find(Messages.path(properties));
        if (operation.isEmpty() || body.length > server.options().maxBodyBytes()) {
            counters.eventsDropped.increment();
            acknowledge(tag);
            return;
        }
        try {
            run(tag, id, Messages.call(operation.get(), properties, body));
        } catch (BadMessage e) {
            counters.badMessages.increment();
            acknowledge(tag);
        }
    }

    private void run(long tag, String id, Call call) {
        running.acquireUninterruptibly();
        CompletableFuture<Void> ignored = routes.receive(call).whenComplete((nothing, failure) -> {
            running.release();
            if (durable && failure instanceof TransportException known && !known.mayHaveRun()) {
                // Too much waits, or the server closes: it was not handled, and is to come again.
                server.handled().forget(id);
                again(tag);
                return;
            }
            if (failure != null) {
                counters.eventsDropped.increment();
            }
            acknowledge(tag);
        });
    }

    private void acknowledge(long tag) {
        if (durable) {
            onChannel(() -> channel.basicAck(tag, false));
        }
    }

    /** A little later, or it would come back at once, and again. */
    private void again(long tag) {
        try {
            var ignored = server.host()
                    .timer()
                    .schedule(
                            () -> onChannel(() -> channel.basicNack(tag, false, true)),
                            AGAIN_MILLIS,
                            TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.RejectedExecutionException e) {
            // The connection ends with the host, and what it has not acknowledged comes again.
        }
    }

    private interface OnChannel {
        void run() throws IOException;
    }

    /** One thread at a time: a channel is not to be shared. */
    private void onChannel(OnChannel work) {
        channelLock.lock();
        try {
            work.run();
        } catch (IOException | AlreadyClosedException e) {
            // The broker has it back, and delivers it again.
        } finally {
            channelLock.unlock();
        }
    }

    void stopConsuming() throws IOException {
        for (String tag : consumers) {
            channel.basicCancel(tag);
        }
    }

    @Override
    public void close() {
        connection.abort(CLOSE_MILLIS);
    }
}
