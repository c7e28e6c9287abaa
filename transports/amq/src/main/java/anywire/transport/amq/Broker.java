package anywire.transport.amq;

import anywire.transport.Endpoint;
import anywire.transport.Host;
import anywire.transport.TransportException;
import com.rabbitmq.client.Address;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/** The broker, as clients and servers reach it. */
final class Broker {
    private static final int SLACK_BYTES = 1024;
    private static final int LARGEST_BYTES = 64 << 20;
    private static final int TELLING_CONSUMERS_MILLIS = 500;

    private final Endpoint at;
    private final AmqOptions options;
    private final Host host;

    Broker(Endpoint at, AmqOptions options, Host host) {
        this.at = at;
        this.options = options;
        this.host = host;
    }

    /**
     * Blocks until there is a connection. It does not come back by itself: whoever has it makes a new one, with all that
     * belongs to it.
     *
     * @param name as the broker's own tools show it
     * @param deliveries runs what comes in
     * @throws TransportException {@code Unreachable} or {@code PeerRejected}
     */
    Connection connect(String name, ExecutorService deliveries) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUsername(at.user().orElse(AmqTransport.DEFAULT_USER));
        factory.setPassword(Brokers.password(host));
        factory.setVirtualHost(virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        factory.setConnectionTimeout(millis(options.connectTimeout().toMillis()));
        factory.setHandshakeTimeout(millis(options.connectTimeout().toMillis()));
        factory.setRequestedHeartbeat(Math.max(1, (int) options.heartbeat().toSeconds()));
        factory.setThreadFactory(host.threads(name));
        // By default it waits for ever until consumers have been told of the end, and holds a thread meanwhile.
        factory.setShutdownTimeout(TELLING_CONSUMERS_MILLIS);
        // A body that is too large for us is refused; only one far beyond that costs the connection.
        factory.setMaxInboundMessageBodySize(Math.max(LARGEST_BYTES, options.maxBodyBytes() + SLACK_BYTES));
        factory.setChannelRpcTimeout(millis(options.connectTimeout().toMillis()));
        try {
            return factory.newConnection(deliveries, List.of(new Address(at.host(), at.port())), name);
        } catch (AuthenticationFailureException e) {
            throw new TransportException.PeerRejected("the broker at " + at.address() + " rejects user "
                    + factory.getUsername() + ": wrong " + AmqTransport.PASSWORD.name() + "?");
        } catch (PossibleAuthenticationFailureException e) {
            throw new TransportException.PeerRejected("the broker at " + at.address() + " lets user "
                    + factory.getUsername() + " not in to virtual host " + virtualHost() + ": wrong "
                    + AmqTransport.PASSWORD.name() + "?");
        } catch (IOException | TimeoutException e) {
            throw new TransportException.Unreachable("no broker at " + at.address() + ": " + reason(e), e);
        }
    }

    private static int millis(long millis) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis));
    }

    private String virtualHost() {
        String path = at.path();
        return path.length() <= 1 ? "/" : path.substring(1);
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** What the broker is, by its own account; Qpid says its product alone. */
    static String product(Connection connection) {
        return property(connection, "product");
    }

    static String version(Connection connection) {
        return property(connection, "version");
    }

    private static String property(Connection connection, String name) {
        Map<String, Object> properties = connection.getServerProperties();
        Object value = properties == null ? null : properties.get(name);
        return value == null ? "unknown" : value.toString();
    }

    /** Direct replies and sender-selected routing are RabbitMQ's own. */
    static boolean isRabbit(Connection connection) {
        return product(connection).equals("RabbitMQ");
    }
}
