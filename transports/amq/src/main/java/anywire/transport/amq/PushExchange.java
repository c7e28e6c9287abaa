package anywire.transport.amq;

import anywire.transport.Body;
import anywire.transport.Format;
import anywire.transport.Operation;
import anywire.transport.Publisher;
import anywire.transport.RefusedException;
import anywire.transport.TransportException;
import anywire.transport.kit.Routes;
import com.rabbitmq.client.AMQP.BasicProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Publishes to whoever is bound to a topic, at whatever server they subscribed. What each subscriber asked for is known
 * to the broker alone, so an item goes out in every format that its service has, and the broker drops what nobody bound.
 */
final class PushExchange implements Publisher {
    /** So that a message's header fits a frame. */
    private static final int KEYS_A_MESSAGE = 400;

    private final Courier<AmqServerLink> courier;
    private final Routes routes;
    private final QueueNames names;
    private final int maxBodyBytes;
    private volatile boolean closed;

    PushExchange(Courier<AmqServerLink> courier, Routes routes, QueueNames names, int maxBodyBytes) {
        this.names = names;
        this.courier = courier;
        this.routes = routes;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public CompletableFuture<Void> publish(Operation push, Set<String> topics, Item item) {
        if (closed) {
            return CompletableFuture.failedFuture(new TransportException.Closed("the server is closed", false));
        }
        List<Body> bodies = bodies(push, item);
        if (bodies.stream().anyMatch(body -> body.size() > maxBodyBytes)) {
            return CompletableFuture.failedFuture(
                    new TransportException.TooLarge("an item of over maxBody=" + maxBodyBytes + " bytes", false));
        }
        Publishing publishing = new Publishing(names.pushes(push), List.copyOf(topics), bodies);
        if (topics.isEmpty() || bodies.isEmpty()) {
            publishing.done.complete(null);
        } else if (!courier.offer(publishing)) {
            publishing.unable(new TransportException.Overloaded("too many messages wait to be published"));
        }
        return publishing.done;
    }

    private List<Body> bodies(Operation push, Item item) {
        List<Body> bodies = new ArrayList<>();
        List<Format> formats = routes.description(push.path())
                .map(description -> description.formats())
                .orElse(List.of());
        for (Format format : formats) {
            try {
                bodies.add(item.as(format));
            } catch (RefusedException e) {
                // Whoever wanted it in this format was refused when subscribing.
            }
        }
        return bodies;
    }

    private static final class Publishing implements Courier.Errand<AmqServerLink> {
        private final String exchange;
        private final List<String> topics;
        private final List<Body> bodies;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        Publishing(String exchange, List<String> topics, List<Body> bodies) {
            this.exchange = exchange;
            this.topics = topics;
            this.bodies = bodies;
        }

        @Override
        public void with(AmqServerLink link) throws IOException {
            try {
                for (Body body : bodies) {
                    publish(link, body);
                }
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(
                        new TransportException.Disconnected("the connection to the broker is lost", true, e));
                throw e;
            }
        }

        private void publish(AmqServerLink link, Body body) throws IOException {
            int most = link.routesToMany() ? KEYS_A_MESSAGE : 1;
            for (int from = 0; from < topics.size(); from += most) {
                List<String> keys = topics.subList(from, Math.min(topics.size(), from + most)).stream()
                        .map(topic -> QueueNames.topic(topic, body.format()))
                        .toList();
                link.publish(exchange, keys.get(0), addressed(Messages.item(body), keys), body.bytes());
            }
        }

        /** RabbitMQ routes a message to the keys in its header BCC as well, and takes the header off. */
        private static BasicProperties addressed(BasicProperties item, List<String> keys) {
            return keys.size() == 1
                    ? item
                    : item.builder()
                            .headers(Map.of("BCC", keys.subList(1, keys.size())))
                            .build();
        }

        @Override
        public void unable(TransportException why) {
            done.completeExceptionally(why);
        }
    }

    void close() {
        closed = true;
    }
}
