package anywire.transport.amq;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Option;
import java.time.Duration;
import java.util.List;

/** What can be set, read once from an endpoint. */
record AmqOptions(
        BrokerKind broker,
        QueueNames names,
        Mode delivery,
        int prefetch,
        int maxBodyBytes,
        int outgoing,
        int maxServing,
        int dedup,
        int pushBuffer,
        Duration connectTimeout,
        Duration heartbeat,
        Duration backoff,
        Duration backoffMax,
        int maxInFlight,
        Duration drain) {

    /** What becomes of an event once it is sent. */
    enum Mode {
        /** Handed to the operating system; kept in the broker's memory. */
        TRANSIENT,
        /** As before, and the broker has said that it has it. */
        CONFIRMED,
        /** On the broker's disk, and acknowledged by the service only once it is handled. */
        DURABLE
    }

    /** Whose broker, where the endpoint names no port. */
    enum BrokerKind {
        /** {@link #LOCAL} where rabbitmq-server is installed, else {@link #EMBEDDED}. */
        AUTO,
        /** Apache Qpid Broker-J in a JVM of its own. */
        EMBEDDED,
        /** A private node of the machine's rabbitmq-server. */
        LOCAL,
        /** RabbitMQ in a container. */
        DOCKER
    }

    static final Option<BrokerKind> BROKER = Option.choice(
            "broker",
            BrokerKind.AUTO,
            "which one to start where the address has no port; auto is local where rabbitmq-server is, else embedded");
    static final Option<Mode> DELIVERY = Option.choice(
            "delivery",
            Mode.CONFIRMED,
            "of events: handed over, accepted by the broker, or kept by it on disk as well");
    private static final Option<String> NAMESPACE = Option.text(
            "namespace", "anywire", "before the names of all queues and exchanges: whoever has another is not met");
    /** By measurement: with 64 a service lagged behind 3,000 durable events a second now and then, with 256 never. */
    private static final Option<Integer> PREFETCH = Option.integer(
            "prefetch",
            256,
            1,
            65_535,
            "events",
            "durable events that a server may hold unacknowledged; what is beyond waits in the broker");

    private static final Option<Integer> MAX_BODY =
            Option.integer("maxBody", 1 << 20, 1, 1 << 26, "bytes", "largest body; more is refused before it is sent");
    private static final Option<Integer> OUTGOING = Option.integer(
            "outgoing",
            4096,
            1,
            1 << 20,
            "messages",
            "that may wait for the publishing thread; one more fails as overloaded");
    private static final Option<Integer> MAX_SERVING = Option.integer(
            "maxServing", 4096, 1, 1 << 20, "events", "of a server that run at once; what is beyond waits");
    private static final Option<Integer> DEDUP = Option.integer(
            "dedup",
            100_000,
            0,
            10_000_000,
            "events",
            "durable events whose numbers a server remembers, so that a redelivered one is not handled again");
    private static final Option<Integer> PUSH_BUFFER = Option.integer(
            "pushBuffer",
            10_000,
            1,
            10_000_000,
            "items",
            "that wait in the broker for one slow subscriber; the oldest make room for what comes on top");
    private static final Option<Duration> CONNECT_TIMEOUT =
            Option.duration("connectTimeout", Duration.ofSeconds(2), "how long a connection may take to come about");
    private static final Option<Duration> HEARTBEAT = Option.duration(
            "heartbeat", Duration.ofSeconds(10), "between signs of life; a broker silent for two of them is gone");
    private static final Option<Duration> BACKOFF = Option.duration(
            "backoff",
            Duration.ofMillis(50),
            "first pause before servers and subscriptions connect again; doubled each time, less up to half at random");
    private static final Option<Duration> BACKOFF_MAX =
            Option.duration("backoffMax", Duration.ofSeconds(1), "longest such pause");

    static List<Option<?>> all() {
        return List.of(
                BROKER,
                NAMESPACE,
                DELIVERY,
                PREFETCH,
                MAX_BODY,
                OUTGOING,
                MAX_SERVING,
                DEDUP,
                PUSH_BUFFER,
                CONNECT_TIMEOUT,
                HEARTBEAT,
                BACKOFF,
                BACKOFF_MAX);
    }

    static AmqOptions of(Endpoint endpoint) {
        return new AmqOptions(
                endpoint.get(BROKER),
                new QueueNames(endpoint.get(NAMESPACE)),
                endpoint.get(DELIVERY),
                endpoint.get(PREFETCH),
                endpoint.get(MAX_BODY),
                endpoint.get(OUTGOING),
                endpoint.get(MAX_SERVING),
                endpoint.get(DEDUP),
                endpoint.get(PUSH_BUFFER),
                endpoint.get(CONNECT_TIMEOUT),
                endpoint.get(HEARTBEAT),
                endpoint.get(BACKOFF),
                endpoint.get(BACKOFF_MAX),
                endpoint.get(CommonOptions.MAX_IN_FLIGHT),
                endpoint.get(CommonOptions.DRAIN));
    }
}
