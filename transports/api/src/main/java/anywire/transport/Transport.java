package anywire.transport;

import java.util.List;
import java.util.Optional;

/**
 * A way to reach services. Implementations have a public constructor without arguments that does nothing, and are found
 * by {@link java.util.ServiceLoader}; an instance holds no resources, so it may be made and thrown away.
 */
public interface Transport {
    /** The transport's name in URIs, wirings and reports: {@code tcp}. Lower case letters, digits and hyphens. */
    String scheme();

    /** Its own options; {@link CommonOptions} come on top. Keys not listed are refused when an endpoint is parsed. */
    List<Option<?>> options();

    /** As reports and tables name it under these options: {@code http (okhttp)}, {@code AMQP (RabbitMQ)}. */
    default String label(Endpoint endpoint) {
        return scheme();
    }

    /**
     * What it promises under these options. The TCK tests each promise.
     *
     * @throws InvalidEndpointException if the options contradict each other; asked before anything is started
     */
    Guarantees guarantees(Endpoint endpoint);

    /** A process that it needs beside client and server, under these options: a broker. */
    default Optional<Companion> companion(Endpoint endpoint) {
        return Optional.empty();
    }

    /** The secrets that client, server and companion need under these options. */
    default List<Secret> secrets(Endpoint endpoint) {
        return List.of();
    }

    /**
     * Serves until closed; outlives restarts of its companion.
     *
     * @param at where to listen (port 0: the transport chooses), or, where there is a companion, the companion's address
     * @return once bound, so that a client that connects now is answered
     * @throws TransportException if it can't be bound: {@code Unreachable} for a port in use or a companion that is away,
     *     {@code PeerRejected} for a companion that does not let it in
     */
    Server serve(Endpoint at, List<Service> services, Host host);

    /**
     * Makes a client. Inert: nothing need be listening yet, and the client outlives restarts of what it talks to. It
     * connects when first asked, and again, with back-off, after a loss, so that calls are answered at most 2 s after the
     * server is back.
     */
    Client connect(Endpoint to, Host host);
}
