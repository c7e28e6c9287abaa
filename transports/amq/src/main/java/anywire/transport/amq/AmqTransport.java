package anywire.transport.amq;

import anywire.transport.Client;
import anywire.transport.Companion;
import anywire.transport.Delivery;
import anywire.transport.Endpoint;
import anywire.transport.Guarantee;
import anywire.transport.Guarantees;
import anywire.transport.Host;
import anywire.transport.InvalidEndpointException;
import anywire.transport.Operation.Kind;
import anywire.transport.Option;
import anywire.transport.Secret;
import anywire.transport.SendPoint;
import anywire.transport.Server;
import anywire.transport.Service;
import anywire.transport.Transport;
import anywire.transport.amq.AmqOptions.BrokerKind;
import anywire.transport.amq.AmqOptions.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AMQP 0-9-1 through a broker: see the package for its queues and messages. */
public final class AmqTransport implements Transport {
    static final Secret PASSWORD = new Secret("amq.password", "the broker user's password");
    static final String DEFAULT_USER = "guest";
    /** What a RabbitMQ that nobody has set up lets in from its own machine. */
    static final String DEFAULT_PASSWORD = "guest";

    @Override
    public String scheme() {
        return "amq";
    }

    @Override
    public List<Option<?>> options() {
        return AmqOptions.all();
    }

    @Override
    public String label(Endpoint endpoint) {
        return switch (Brokers.chosen(endpoint)) {
            case EMBEDDED -> "AMQP (Qpid)";
            case DOCKER -> "AMQP (RabbitMQ in a container)";
            case LOCAL -> "AMQP (RabbitMQ)";
            case AUTO -> "AMQP";
        };
    }

    @Override
    public Guarantees guarantees(Endpoint endpoint) {
        Mode mode = AmqOptions.of(endpoint).delivery();
        if (mode == Mode.DURABLE && Brokers.chosen(endpoint) == BrokerKind.EMBEDDED) {
            throw new InvalidEndpointException(
                    "the embedded broker keeps messages in memory alone: delivery=durable takes broker=local, broker=docker or the address of your own");
        }
        Set<Guarantee> promises = EnumSet.of(
                Guarantee.CALLS_ARRIVE,
                Guarantee.EVENTS_ARRIVE,
                Guarantee.PUSHES_ARRIVE,
                Guarantee.CALLS_RUN_AT_MOST_ONCE,
                Guarantee.EVENTS_IN_ORDER,
                Guarantee.PUSHES_IN_ORDER,
                Guarantee.EVENTS_WAIT_FOR_SERVICE,
                Guarantee.PUSH_REACHES_REPLICAS,
                Guarantee.DETECTS_ABSENT_SERVER,
                Guarantee.REACHES_OTHER_MACHINES,
                Guarantee.AUTHENTICATED_PEER);
        if (mode == Mode.DURABLE) {
            promises.add(Guarantee.ACCEPTED_SURVIVES_RESTART);
        } else {
            promises.add(Guarantee.EVENTS_RUN_AT_MOST_ONCE);
        }
        return new Guarantees(
                EnumSet.allOf(Kind.class),
                mode == Mode.TRANSIENT ? SendPoint.HANDED_OVER : SendPoint.ACCEPTED,
                mode == Mode.DURABLE ? Delivery.AT_LEAST_ONCE : Delivery.AT_MOST_ONCE,
                AmqOptions.of(endpoint).maxBodyBytes(),
                promises);
    }

    @Override
    public Optional<Companion> companion(Endpoint endpoint) {
        return endpoint.port() == 0 ? Optional.of(Brokers.companion(endpoint)) : Optional.empty();
    }

    @Override
    public List<Secret> secrets(Endpoint endpoint) {
        return List.of(PASSWORD);
    }

    @Override
    public Server serve(Endpoint at, List<Service> services, Host host) {
        return AmqServer.open(at, services, host);
    }

    @Override
    public Client connect(Endpoint to, Host host) {
        return new AmqClient(to, host);
    }
}
