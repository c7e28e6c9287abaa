package anywire.transport.tcp;

import anywire.transport.CommonOptions;
import anywire.transport.Endpoint;
import anywire.transport.Option;
import java.time.Duration;
import java.util.List;

/** What can be set, read once from an endpoint. */
record TcpOptions(
        int ioThreads,
        int connections,
        int maxBodyBytes,
        Acks acks,
        Io io,
        Duration idle,
        Duration connectTimeout,
        Duration backoff,
        Duration backoffMax,
        int maxInFlight,
        Duration drain,
        int maxServing,
        int maxConnections,
        int pushBufferBytes) {

    /** When an event counts as sent. */
    enum Acks {
        NONE,
        RECEIVED,
        HANDLED
    }

    /** How sockets are waited for. */
    enum Io {
        AUTO,
        EPOLL,
        NIO
    }

    private static final Option<Integer> IO_THREADS =
            Option.integer("ioThreads", 1, 1, 256, "threads", "event loops of a client or server");
    private static final Option<Integer> CONNECTIONS = Option.integer(
            "connections",
            1,
            1,
            1024,
            "connections",
            "of one client; each carries its share of maxInFlight, and events keep their order on one only");
    private static final Option<Integer> MAX_BODY =
            Option.integer("maxBody", 1 << 20, 1, 1 << 26, "bytes", "largest body; a larger frame ends its connection");
    private static final Option<Acks> ACKS = Option.choice(
            "acks", Acks.HANDLED, "when an event counts as sent: at once, when received, or when handled");
    private static final Option<Io> IO =
            Option.choice("io", Io.AUTO, "auto is epoll where there is one (Linux), else nio");
    private static final Option<Duration> IDLE = Option.duration(
            "idle", Duration.ofSeconds(5), "silence after which the peer is asked for a sign of life; two more end it");
    private static final Option<Duration> CONNECT_TIMEOUT =
            Option.duration("connectTimeout", Duration.ofSeconds(2), "how long a connection may take to come about");
    private static final Option<Duration> BACKOFF = Option.duration(
            "backoff",
            Duration.ofMillis(50),
            "first pause before subscriptions connect again; doubled each time, less up to half at random");
    private static final Option<Duration> BACKOFF_MAX =
            Option.duration("backoffMax", Duration.ofSeconds(2), "longest such pause");
    private static final Option<Integer> MAX_SERVING = Option.integer(
            "maxServing",
            4096,
            1,
            1 << 20,
            "calls",
            "calls of one connection that a server runs at once; more fail as overloaded");
    private static final Option<Integer> MAX_CONNECTIONS =
            Option.integer("maxConnections", 1024, 1, 1 << 20, "connections", "of one server; more are closed at once");
    private static final Option<Integer> PUSH_BUFFER = Option.integer(
            "pushBuffer",
            4 << 20,
            1024,
            1 << 30,
            "bytes",
            "items that wait for one slow subscriber; what comes on top is lost to it, and it is told of a gap");

    static List<Option<?>> all() {
        return List.of(
                IO_THREADS,
                CONNECTIONS,
                MAX_BODY,
                ACKS,
                IO,
                IDLE,
                CONNECT_TIMEOUT,
                BACKOFF,
                BACKOFF_MAX,
                MAX_SERVING,
                MAX_CONNECTIONS,
                PUSH_BUFFER);
    }

    static TcpOptions of(Endpoint endpoint) {
        return new TcpOptions(
                endpoint.get(IO_THREADS),
                endpoint.get(CONNECTIONS),
                endpoint.get(MAX_BODY),
                endpoint.get(ACKS),
                endpoint.get(IO),
                endpoint.get(IDLE),
                endpoint.get(CONNECT_TIMEOUT),
                endpoint.get(BACKOFF),
                endpoint.get(BACKOFF_MAX),
                endpoint.get(CommonOptions.MAX_IN_FLIGHT),
                endpoint.get(CommonOptions.DRAIN),
                endpoint.get(MAX_SERVING),
                endpoint.get(MAX_CONNECTIONS),
                endpoint.get(PUSH_BUFFER));
    }
}
