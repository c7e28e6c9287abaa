package anywire.bench.conduct;

import anywire.bench.run.Network;
import anywire.bench.run.Suite;
import anywire.host.Cores;
import anywire.host.Site;
import anywire.transport.Endpoint;
import java.net.URI;

/** What lies between the processes of a block: networks other than loopback, in a process of their own. */
interface Between extends AutoCloseable {
    /** Networks that lose packets have to be the kernel's; for any other a relay does, which needs no permission. */
    static Between start(Suite suite, String prefix, Site site) throws InterruptedException {
        return suite.networks().stream().anyMatch(Network::loses)
                ? TunnelProcess.start(suite.networks(), prefix, site)
                : Relays.start(prefix, site);
    }

    /**
     * The same endpoint, behind a network.
     *
     * @param options on top: {@code "namespace=zone"}; or empty
     */
    Endpoint before(Endpoint endpoint, Network network, String options) throws InterruptedException;

    long pid();

    /** Beside the services: a network has no CPU of the driver's. */
    default void pin(Placement placement) throws InterruptedException {
        Cores.letCompilersWait(pid());
        placement.pinServices(pid());
    }

    static Endpoint moved(Endpoint endpoint, String host, int port, String options) {
        String query = options.isEmpty() ? "" : "?" + options;
        return endpoint.at(URI.create(endpoint.scheme() + "://" + host + ":" + port
                + endpoint.address().getRawPath() + query));
    }

    @Override
    void close();
}
