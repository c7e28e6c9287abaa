package anywire.transport.tck;

import anywire.transport.Companion;
import anywire.transport.Endpoint;
import anywire.transport.Guarantees;
import anywire.transport.Transport;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What all checks of one run share: the transport, where it is tried, and its companion, started if it has one. */
final class TestedTransport implements AutoCloseable {
    private static final AtomicInteger RIGS = new AtomicInteger();

    private final Transport transport;
    private final Map<String, String> secrets;
    private final Endpoint endpoint;
    private final @Nullable Beside companion;

    TestedTransport(Transport transport, Endpoint endpoint, Map<String, String> secrets) {
        this.transport = transport;
        this.secrets = secrets;
        Optional<Companion> needed = transport.companion(endpoint);
        this.companion = needed.isPresent() ? Beside.start(needed.get(), secrets) : null;
        this.endpoint = companion == null ? endpoint : endpoint.at(companion.address());
    }

    Transport transport() {
        return transport;
    }

    /** With the companion's address, where there is one. */
    Endpoint endpoint() {
        return endpoint;
    }

    Guarantees guarantees() {
        return transport.guarantees(endpoint);
    }

    boolean hasCompanion() {
        return companion != null;
    }

    Map<String, String> secrets() {
        return secrets;
    }

    /** Unique within the JVM: what one check leaves in a broker must not reach the next. */
    String serviceName() {
        return "lab" + RIGS.incrementAndGet();
    }

    void restartCompanion() throws Exception {
        if (companion != null) {
            companion.restart();
        }
    }

    @Override
    public void close() {
        if (companion != null) {
            companion.close();
        }
    }
}
