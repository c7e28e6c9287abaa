package anywire.bench.engine.runner;

import anywire.bench.engine.network.RelayRole;
import anywire.bench.engine.network.RelayRole.Open;
import anywire.bench.engine.network.RelayRole.Opened;
import anywire.bench.model.Crossed;
import anywire.bench.model.Network;
import anywire.host.ClassPath;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.network.Relay;
import anywire.transport.Endpoint;
import java.util.List;

/** The one process of a generation that holds back what others send each other. */
final class Relays extends NetworkEmulator {
    private Relays(RoleProcess process) {
        super(process);
    }

    static Relays start(String prefix, ProcessContext site) throws InterruptedException {
        ClassPath classPath = ClassPath.of(List.of(RelayRole.class, Crossed.class, Role.class, Relay.class));
        return new Relays(RoleProcess.start(prefix + " relays", RelayRole.class, classPath, site));
    }

    @Override
    Endpoint before(Endpoint endpoint, Network network, String options) throws InterruptedException {
        long oneWayNanos = network.roundTrip().toNanos() / 2;
        int port = process.ask(
                        new Open(network.word(), endpoint.host(), endpoint.port(), oneWayNanos),
                        Opened.class,
                        Deployment.GRACE)
                .port();
        return moved(endpoint, "127.0.0.1", port, options);
    }
}
