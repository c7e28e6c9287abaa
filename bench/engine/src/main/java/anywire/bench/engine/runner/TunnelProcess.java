package anywire.bench.engine.runner;

import anywire.bench.engine.network.TunnelRole;
import anywire.bench.engine.network.TunnelRole.Open;
import anywire.bench.engine.network.TunnelRole.Opened;
import anywire.bench.engine.network.TunnelRole.Path;
import anywire.bench.model.Crossed;
import anywire.bench.model.Network;
import anywire.host.ClassPath;
import anywire.host.ProcessContext;
import anywire.host.Role;
import anywire.host.RoleProcess;
import anywire.network.Tunnel;
import anywire.transport.Endpoint;
import java.util.List;

/** The one process of a generation through which the kernel's packets go, in the network namespace of all. */
final class TunnelProcess extends NetworkEmulator {
    private final List<Network> networks;
    private final List<String> hosts;

    private TunnelProcess(RoleProcess process, List<Network> networks, List<String> hosts) {
        super(process);
        this.networks = networks;
        this.hosts = hosts;
    }

    static TunnelProcess start(List<Network> networks, long seed, String prefix, ProcessContext site)
            throws InterruptedException {
        ClassPath classPath = ClassPath.of(List.of(TunnelRole.class, Crossed.class, Role.class, Tunnel.class));
        RoleProcess process = RoleProcess.start(prefix + " tunnel", TunnelRole.class, classPath, site);
        try {
            List<Path> paths = networks.stream()
                    .map(n -> new Path(n.word(), n.roundTrip().toNanos() / 2, n.loss()))
                    .toList();
            return new TunnelProcess(
                    process,
                    networks,
                    process.ask(new Open(paths, seed), Opened.class, Deployment.GRACE)
                            .hosts());
        } catch (RuntimeException | InterruptedException e) {
            process.close();
            throw e;
        }
    }

    @Override
    Endpoint before(Endpoint endpoint, Network network, String options) {
        return moved(endpoint, hosts.get(networks.indexOf(network)), endpoint.port(), options);
    }
}
