package anywire.transport.amq;

import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.amq.AmqOptions.BrokerKind;

/** Which broker an endpoint means. */
final class Brokers {
    /** Of brokers that are started for a run. */
    static final String USER = "anywire";

    private Brokers() {}

    static String password(Host host) {
        return host.secret(AmqTransport.PASSWORD.name()).orElse(AmqTransport.DEFAULT_PASSWORD);
    }

    /** {@link BrokerKind#AUTO} alone where the endpoint is the address of somebody's own. */
    static BrokerKind chosen(Endpoint endpoint) {
        BrokerKind asked = endpoint.get(AmqOptions.BROKER);
        if (asked != BrokerKind.AUTO || endpoint.port() != 0) {
            return asked;
        }
        return RabbitMqHome.find().isPresent() ? BrokerKind.LOCAL : BrokerKind.EMBEDDED;
    }

    /** @param endpoint without a port */
    static Companion companion(Endpoint endpoint) {
        return switch (chosen(endpoint)) {
            case LOCAL -> new LocalBroker();
            case DOCKER -> new DockerBroker();
            case EMBEDDED, AUTO -> new EmbeddedBroker();
        };
    }
}
