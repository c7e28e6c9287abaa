package anywire.bench.engine.runner;

import anywire.bench.engine.network.Crossing;
import anywire.bench.model.Crossed;
import anywire.bench.model.Network;
import anywire.bench.model.Suite;
import anywire.host.Cores;
import anywire.host.ProcessContext;
import anywire.host.RoleProcess;
import anywire.transport.Endpoint;
import java.net.URI;

/** The one process that lies between the others of a generation: its networks other than loopback. */
abstract class NetworkEmulator implements AutoCloseable {
    final RoleProcess process;

    NetworkEmulator(RoleProcess process) {
        this.process = process;
    }

    /**
     * Networks that lose packets have to be the kernel's; for any other a relay does, which needs no permission.
     *
     * @param seed of what is lost, another for each generation
     */
    static NetworkEmulator start(Suite suite, long seed, String prefix, ProcessContext site)
            throws InterruptedException {
        return suite.networks().stream().anyMatch(Network::loses)
                ? TunnelProcess.start(suite.networks(), seed, prefix, site)
                : Relays.start(prefix, site);
    }

    /**
     * The same endpoint, behind a network.
     *
     * @param options on top: {@code "namespace=zone"}; or empty
     */
    abstract Endpoint before(Endpoint endpoint, Network network, String options) throws InterruptedException;

    static Endpoint moved(Endpoint endpoint, String host, int port, String options) {
        String query = options.isEmpty() ? "" : "?" + options;
        return endpoint.at(URI.create(endpoint.scheme() + "://" + host + ":" + port
                + endpoint.address().getRawPath() + query));
    }

    /** Beside the services: a network has no CPU of the driver's. */
    void pin(Placement placement) throws InterruptedException {
        Cores.letCompilersWait(process.pid());
        placement.pinServices(process.pid());
    }

    /** What crossed it so far. */
    Crossed crossed() throws InterruptedException {
        return process.ask(new Crossing(), Crossed.class, Deployment.GRACE);
    }

    @Override
    public void close() {
        process.close();
    }
}
