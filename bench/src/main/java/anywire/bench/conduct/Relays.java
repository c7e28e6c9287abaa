package anywire.bench.conduct;

import anywire.bench.network.RelayRole;
import anywire.bench.network.RelayRole.Open;
import anywire.bench.network.RelayRole.Opened;
import anywire.bench.run.Network;
import anywire.host.ClassPath;
import anywire.host.Cores;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.relay.Relay;
import anywire.transport.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The one process of a block that holds back what others send each other. */
final class Relays implements AutoCloseable {
    private final RoleProcess process;

    private Relays(RoleProcess process) {
        this.process = process;
    }

    static Relays start(String prefix, Path logs) throws InterruptedException {
        ClassPath classPath = ClassPath.of(List.of(RelayRole.class, Role.class, Relay.class));
        return new Relays(RoleProcess.start(prefix + " relays", RelayRole.class, classPath, logs));
    }

    /**
     * The same endpoint, behind a network.
     *
     * @param options on top: {@code "namespace=zone"}; or empty
     */
    Endpoint before(Endpoint endpoint, Network network, String options) throws InterruptedException {
        long oneWayNanos = network.roundTrip().toNanos() / 2;
        int port = process.ask(new Open(endpoint.host(), endpoint.port(), oneWayNanos), Opened.class, Pair.GRACE)
                .port();
        String query = options.isEmpty() ? "" : "?" + options;
        return endpoint.at(URI.create(
                endpoint.scheme() + "://127.0.0.1:" + port + endpoint.address().getRawPath() + query));
    }

    /** Beside the services: a network has no CPU of the driver's. */
    void pin(Placement placement) throws InterruptedException {
        Cores.letCompilersWait(process.pid());
        placement.pinServices(process.pid());
    }

    @Override
    public void close() {
        process.close();
    }
}
